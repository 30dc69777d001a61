import { describe, expect, it } from "vitest";
import { PAGE_TEXT } from "../../../test/page-text.ts";
import { readHtml } from "../read-html.ts";

function byline(lines: string, head = ""): readonly string[] {
  const title = "<h1>Bridge shut for a week</h1>";
  return readHtml(
    `<!doctype html><html lang="en"><head>${head}</head><body>${lines.includes("<h1>") ? lines : title + lines}${PAGE_TEXT}</body></html>`,
  ).byline;
}

const jsonLd = (...names: string[]) =>
  `<script type="application/ld+json">${JSON.stringify({
    "@type": "NewsArticle",
    headline: "Bridge shut for a week",
    author: names.map((name) => ({ "@type": "Person", name })),
  })}</script>`;

describe("findByline(facts, page, article, outlet, first, titleAt)", () => {
  it("names all that a line or the data name, also where the page marks up one of them", () => {
    const line = '<div class="byline">By <a class="author" href="/author/ada">Ada Ferro</a> and Tom Ost</div>';
    const box = '<div class="author-box"><span class="author-name">Ada Ferro</span></div>';
    expect(byline(`${line}${box}`, jsonLd("Ada Ferro", "Tom Ost"))).toEqual(["Ada Ferro", "Tom Ost"]);
    expect(byline('<div class="byline">By Ada Ferro and Tom Ost <span>The Associated Press</span></div>')).toEqual([
      "Ada Ferro",
      "Tom Ost",
    ]);
  });

  it("prefers a person whom a line names to the outlet's own account", () => {
    const head = '<meta property="og:site_name" content="The Mercury">';
    expect(byline('<div class="author">By The Mercury -</div><p>Written by: Ada Ferro</p>', head)).toEqual([
      "Ada Ferro",
    ]);
    expect(byline('<div class="author">By The Mercury -</div>', head)).toEqual(["The Mercury"]);
  });

  it("reads labels in elements of their own, and names of one word that a label tells", () => {
    expect(byline("<p><span>Article by</span> <span>Ada Ferro</span></p>")).toEqual(["Ada Ferro"]);
    expect(byline('<div class="author">Author: <b>ferro77</b> am 29.12.2031</div>')).toEqual(["ferro77"]);
    expect(byline("<h4>by</h4><h3>ferro77</h3><h1>Bridge shut for a week</h1>")).toEqual(["ferro77"]);
    expect(byline("<p>Written by the council after a long winter.</p>")).toEqual([]);
  });

  it("gives agencies and desks as printed where nobody is named", () => {
    expect(byline("<p>Reuters</p>")).toEqual(["Reuters"]);
    expect(byline('<div class="byline">By Staff Writer</div>')).toEqual(["Staff Writer"]);
    expect(byline('<div class="byline">By Staff and news service reports</div>')).toEqual([
      "Staff and news service reports",
    ]);
  });

  it("takes neither editors of a book, photographers nor a letters page for authors", () => {
    expect(byline('<span itemprop="author">Revised Edition Edited by Tom Ost</span>')).toEqual([]);
    expect(byline('<span class="img-author">Tom Ost</span>')).toEqual([]);
    expect(byline('<div class="byline">By Letters To The Editor |</div>')).toEqual([]);
  });
});
