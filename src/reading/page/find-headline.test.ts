import { describe, expect, it } from "vitest";
import { readHtml } from "../read-html.ts";

const TEXT = `<p>The council said on Monday that the bridge over the Lathe would be shut for a week while engineers looked at the cracks.</p>
<p>Nobody was hurt. “We have the money,” said Jane Pike, the mayor, “and we have the time to do this work as it should be done.”</p>`;

function headline(body: string, head: string): string | null {
  return readHtml(`<html><head>${head}</head><body>${body}</body></html>`).headline;
}

describe("findHeadline(facts, page, article)", () => {
  it("keeps the second part of a title where the page prints it, and drops an outlet's name", () => {
    const title = "How the bridge was built | Step by step";
    const head = `<title>${title}</title><meta property="og:title" content="${title}">`;
    expect(headline(`<h2>${title}</h2>${TEXT}`, head)).toBe(title);
    expect(headline(`<h2>How the bridge was built</h2>${TEXT}`, head)).toBe("How the bridge was built");
  });

  it("prints the headline that readers see where titles for search engines say it otherwise", () => {
    const seo = "Lathe bridge: all you need to know about the closure";
    const head = `<title>${seo} | Mercury</title><meta property="og:title" content="${seo}"><meta name="twitter:title" content="${seo}">`;
    const seen = "The closure of the Lathe bridge, and what it means for lorries, ferries and the town";
    expect(headline(`<h1>${seen}</h1>${TEXT}`, head)).toBe(seen);
    expect(headline(`<h1>Mercury Weekend</h1>${TEXT}`, head)).toBe(seo);
  });

  it("takes the heading right above the text, not the one under its first paragraph", () => {
    const [first = "", second = ""] = TEXT.split("\n");
    expect(headline(`<h2>Travel advice for the week</h2>${first}<h2>General</h2>${second}`, "")).toBe(
      "Travel advice for the week",
    );
  });

  it("gives one form to letters that can be written in two", () => {
    expect(headline(`<h1>Caf\u00e9 shut</h1>${TEXT}`, "<title>Cafe\u0301 shut</title>")).toBe("Caf\u00e9 shut");
    expect(headline(`<h1>Cafe\u0301 shut</h1>${TEXT}`, "")).toBe("Caf\u00e9 shut");
  });
});
