import { describe, expect, it } from "vitest";
import { readHtml } from "../read-html.ts";

const TEXT =
  "The council of Lathemouth has shut the baths for the winter, and people were told of it on Monday evening.";

function outletOf(title: string, metas: Readonly<Record<string, string>>, host: string, publisher?: string) {
  const tags = Object.entries(metas).map(([name, value]) => `<meta property="${name}" content="${value}">`);
  const data = {
    "@type": "NewsArticle",
    headline: "Baths shut",
    publisher: { "@type": "Organization", name: publisher },
  };
  const script = publisher === undefined ? "" : `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  const body = `<h1>Baths shut</h1>${`<p>${TEXT}</p>`.repeat(3)}`;
  const head = `<title>${title}</title><link rel="canonical" href="https://${host}/baths">${tags.join("")}${script}`;
  return readHtml(`<html><head>${head}</head><body><article>${body}</article></body></html>`).outlet;
}

describe("findOutlet(facts, article, site, url)", () => {
  it.each([
    [
      "a template's name",
      "Baths shut | Lathe Mail",
      { "og:site_name": "lathemail" },
      "lathemail.example",
      "Lathe Mail",
    ],
    ["no declared name", "Baths shut – The Lathe Mail", {}, "www.lathemail.co.example", "The Lathe Mail"],
    [
      "a name before its slogan",
      "Baths shut",
      { "og:site_name": "Lathe 7 | News, Sports" },
      "lathe7.example",
      "Lathe 7",
    ],
    [
      "the headline as a name",
      "Baths shut | Mercury",
      { "og:site_name": "Baths shut", "og:title": "Baths shut" },
      "mercury.example",
      "Mercury",
    ],
    [
      "a name that the address does not bear out",
      "Baths shut",
      { "og:site_name": "Journal of Baths" },
      "sprite.example",
      "Journal of Baths",
    ],
    [
      "a name whose title has an end of its own",
      "Baths shut - what now",
      { "og:site_name": "The Mercury" },
      "mercury.example",
      "The Mercury",
    ],
    ["nothing but a title of two parts", "Baths shut - what now", {}, "mercury.example", null],
  ] as const)("reads %s", (_, title, metas, host, outlet) => {
    expect(outletOf(title, metas, host)).toBe(outlet);
  });

  it("prefers the publisher that the address names to a section", () => {
    expect(outletOf("Baths shut", { "og:site_name": "U.K." }, "mercury.example", "Mercury")).toBe("Mercury");
    expect(outletOf("Baths shut", { "og:site_name": "LMN" }, "lmn.example", "Lathe Media Network")).toBe("LMN");
  });
});
