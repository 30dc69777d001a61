import { describe, expect, it } from "vitest";
import type { Report } from "../core/read/report.ts";
import { textOf } from "../core/text/span.ts";
import { OnrecordError } from "../errors.ts";
import { readHtml } from "./read-html.ts";

const BODY = [
  "The council said on Monday that the bridge over the Lathe would be shut for a week while engineers looked at the cracks.",
  "Nobody was hurt. “We have the money,” said Jane Pike, the mayor, “and we have the time to do this work as it should be done.”",
  "It is the third closure since the spring, when a barge hit the eastern pier and the police turned back lorries for two days.",
  "A decision on the spring works is expected at the next meeting of the council, which is to be held in public on the quay.",
];
const ARTICLE = BODY.map((text) => `<p>${text}</p>`).join("\n");

describe("readHtml(html, given)", () => {
  it("reads paragraphs as printed: entities decoded, blanks collapsed, double breaks split", () => {
    const html = page(
      `${ARTICLE}<p>The fee is &pound;5 &amp; the
       <b>fine</b> &#8220;is&nbsp;large&#8221;, all the councillors who spoke were told.<br><br>It will rise<br>again in the spring, they said.</p>`,
    );
    expect(paragraphsOf(readHtml(html)).slice(4)).toEqual([
      "The fee is £5 & the fine “is large”, all the councillors who spoke were told.",
      "It will rise again in the spring, they said.",
    ]);
  });

  it("leaves out scripts, templates, hydration data and controls", () => {
    const html = page(
      `<script>var story = "<p>Leaked script words.</p>";</script><template><p>Leaked template words.</p></template>
       <noscript><p>Leaked noscript words.</p></noscript>${ARTICLE}<style>p { content: "Leaked style words" }</style>
       <button>Leaked button</button><script type="application/json" id="__NEXT_DATA__">{"body":"Leaked data words"}</script>`,
    );
    const report = readHtml(html);
    expect(paragraphsOf(report)).toEqual(BODY);
    expect(JSON.stringify(report)).not.toContain("Leaked");
  });

  it("sets captions, related stories and sign-up boxes apart with their own words", () => {
    const html = page(
      `<p>${BODY[0]}</p><figure><img src="a.jpg"><figcaption>Engineers at the bridge. Photograph: Jo Roe</figcaption></figure>
       <p>${BODY[1]}</p><aside class="related-stories"><ul><li><a href="/b">Lido to open late</a></li></ul></aside>
       <p>${BODY[2]}</p><div class="newsletter-signup"><p>Get the Mercury in your inbox every morning.</p></div><p>${BODY[3]}</p>`,
    );
    const report = readHtml(html);
    expect(paragraphsOf(report)).toEqual(BODY);
    const own = report.furniture.flatMap((one) => ("text" in one ? [`${one.kind}: ${one.text}`] : []));
    expect(own).toContain("caption: Engineers at the bridge. Photograph: Jo Roe");
    for (const one of report.furniture) expect(one.reason).not.toBe("");
  });

  it("reads a page that scripts write as browsers without scripts show it, each paragraph in its place", () => {
    const html = `<html><head><noscript><img src="x"></noscript></head><body><header><h1>Bridge shut</h1></header><div id="app"><noscript>${ARTICLE}</noscript></div></body></html>`;
    const report = readHtml(html);
    expect(paragraphsOf(report)).toEqual(BODY);
    expect(report.diagnostics.map(({ code }) => code)).toContain("noscript");
    const hidden = readHtml(
      `<html><body><article>${ARTICLE}</article><noscript>${ARTICLE} Leaked.</noscript></body></html>`,
    );
    expect(paragraphsOf(hidden)).toEqual(BODY);
    const none = () =>
      readHtml("<html><body><noscript>You need JavaScript to read this page.</noscript></body></html>");
    expect(none).toThrow(expect.objectContaining({ code: "no-article" }));
  });

  it("joins the parts that a page cuts its article into, and leaves a gallery of other stories out", () => {
    const part = (number: number, words: string) => `<div class="story-body story-body-${number}">${words}</div>`;
    const ad = '<div class="interrupter"><a href="/x">Continue reading the main story</a></div>';
    const half = [BODY.slice(0, 2), BODY.slice(2)].map((lines) => lines.map((line) => `<p>${line}</p>`).join(""));
    const cut = `<article>${part(1, half[0] ?? "")}${ad}${part(2, half[1] ?? "")}</article>`;
    expect(paragraphsOf(readHtml(page(cut)))).toEqual(BODY);
    const long = [1, 2, 3].flatMap((round) => BODY.map((line) => `${round}. ${line}`));
    const slides = [1, 2, 3, 4, 5].map(
      (at) =>
        `<p>${at}/5 Story ${at} of the day</p><p>The board of ${at} towns said on Monday that it would not sell its ferry to anybody at all.</p>`,
    );
    const lines = long.map((line) => `<p>${line}</p>`).join("");
    expect(paragraphsOf(readHtml(page(`${lines}${slides.join("")}`)))).toEqual(long);
    const few = readHtml(page(`<p>${BODY[0]}</p>${slides.join("")}`));
    expect(paragraphsOf(few)).toContain("2/5 Story 2 of the day");
  });

  it("reads paragraphs that are hidden from screen readers alone, and takes captions by their words", () => {
    const half = BODY.map((line, at) => `<p${at > 1 ? ' aria-hidden="true" class="paywall"' : ""}>${line}</p>`).join(
      "",
    );
    const hidden =
      '<p aria-hidden="true">Close</p><p>Pictured from left, are Ada Ferro and Olin Marsh at the bridge on Monday.</p>';
    const asked = "<p>You must confirm your public display name before commenting</p>";
    expect(paragraphsOf(readHtml(page(`${half}${hidden}${asked}`)))).toEqual(BODY);
    const told = `${BODY[0]} Pictured from left, she said, she looked smaller.`;
    expect(paragraphsOf(readHtml(page(`${half}<p>${told}</p>`)))).toEqual([...BODY, told]);
  });

  it("takes no box of running text for navigation, and no scraps for a report of one sentence", () => {
    const half = BODY.slice(2)
      .map((line) => `<p>${line}</p>`)
      .join("");
    const named = `<p>${BODY[0]}</p><p>${BODY[1]}</p><div class="section" id="toc_1">${half}</div>`;
    expect(paragraphsOf(readHtml(page(`${named}<ul class="toc"><li><a href="#a">Cracks</a></li></ul>`)))).toEqual(BODY);
    const scraps = [
      "Sign in",
      "Welcome! Log into your account",
      "A password will be e-mailed to you.",
      "Password recovery",
    ];
    const login = scraps.map((line) => `<div class="pane"><div>${line}</div></div>`).join("");
    const walled = `<html><body>${login}${login}<article><h1>Bridge shut</h1><p>${BODY[0]}</p></article></body></html>`;
    expect(paragraphsOf(readHtml(walled))).toEqual([BODY[0]]);
  });

  it("keeps what a page counts anew at each visit out of the text, but no figure of the report", () => {
    const counters = ["Updated 3 minutes ago", "4,123 views", "1.2K shares", "17 people are reading this", "(12)"];
    const html = page(`${counters.map((line) => `<p>${line}</p>`).join("")}${ARTICLE}<p>Read 1,234 times</p>`);
    expect(paragraphsOf(readHtml(html))).toEqual(BODY);
    const figures = ["12 dead", "1,200", "Three days ago nobody knew.", "Deaths: 14"];
    const told = page(`${ARTICLE}${figures.map((line) => `<p>${line}</p>`).join("")}<p>${BODY[0]} Again.</p>`);
    expect(paragraphsOf(readHtml(told))).toEqual([...BODY, ...figures, `${BODY[0]} Again.`]);
  });

  it("keeps furniture inside the main text out of it, with its words", () => {
    const report = readHtml(page(`${ARTICLE}<p>Additional reporting by Al Fox.</p>`));
    expect(paragraphsOf(report)).toEqual(BODY);
    expect(report.furniture).toMatchObject([{ kind: "credit", text: "Additional reporting by Al Fox." }]);
  });

  it("reads its fields from JSON-LD, with lists, graphs and references", () => {
    const jsonLd = {
      "@graph": [
        { "@type": "WebSite", name: "The Mercury" },
        { "@type": "Person", "@id": "#roe", name: "Jane Roe" },
        {
          "@type": ["NewsArticle"],
          headline: "Council shuts bridge &amp; road for a week",
          author: [{ "@id": "#roe" }, { "@type": "Person", name: "Al Fox" }],
          datePublished: "2031-05-03T10:15:00+01:00",
          dateModified: "2031-05-04T08:00:00+01:00",
          publisher: { "@type": "Organization", name: "Lathemouth Mercury" },
          inLanguage: "en-GB",
        },
      ],
    };
    const html = page(ARTICLE, `<script type="application/ld+json">${JSON.stringify(jsonLd)}</script>`);
    expect(readHtml(html)).toMatchObject({
      headline: "Council shuts bridge & road for a week",
      outlet: "Lathemouth Mercury",
      byline: ["Jane Roe", "Al Fox"],
      publishedAt: "2031-05-03T10:15:00+01:00",
      modifiedAt: "2031-05-04T08:00:00+01:00",
      language: "en-GB",
    });
  });

  it("reads its fields from OpenGraph, meta and the canonical link", () => {
    const html = page(
      ARTICLE,
      `<title>Council shuts bridge for a week | Lathemouth Mercury</title>
       <meta property="og:site_name" content="Lathemouth Mercury"><meta property="og:locale" content="en_GB">
       <meta property="article:published_time" content="2031-05-03T10:15:00Z"><meta name="author" content="By Jane Roe and Al Fox">
       <link rel="canonical" href="https://mercury.example/bridge">`,
    );
    expect(readHtml(html)).toMatchObject({
      headline: "Council shuts bridge for a week",
      outlet: "Lathemouth Mercury",
      byline: ["Jane Roe", "Al Fox"],
      publishedAt: "2031-05-03T10:15:00Z",
      language: "en-GB",
      url: "https://mercury.example/bridge",
    });
  });

  it("reads a date that is only printed beside the article", () => {
    const html = page(`<h1>Bridge shut for a week</h1><time datetime="2031-05-03">3 May</time>${ARTICLE}`);
    expect(readHtml(html).publishedAt).toBe("2031-05-03");
    const printed = page(
      `<h1>Bridge shut</h1><span class="published-date">Published: 3 May 2031 10:15</span>${ARTICLE}`,
    );
    expect(readHtml(printed).publishedAt).toBe("2031-05-03T10:15:00");
  });

  it("takes the date of an address only where the page has none, and says so", () => {
    const url = "https://mercury.example/2031/05/03/bridge";
    const report = readHtml(page(ARTICLE), { url });
    expect(report).toMatchObject({ publishedAt: "2031-05-03", sources: { publishedAt: "url" } });
    expect(report.diagnostics.map((one) => one.code)).toEqual(["date-from-url"]);
    const dated = page(ARTICLE, `<meta property="article:published_time" content="2031-05-03T08:00:00Z">`);
    expect(readHtml(dated, { url })).toMatchObject({ publishedAt: "2031-05-03T08:00:00Z", diagnostics: [] });
  });

  it("leaves what the page does not say null", () => {
    const report = readHtml(page(ARTICLE), { url: "https://mercury.example/bridge-2031" });
    expect(report).toMatchObject({ publishedAt: null, modifiedAt: null, byline: [], outlet: null, language: null });
  });

  it("keeps what the caller gives over what the page says", () => {
    const html = page(ARTICLE, `<meta property="article:published_time" content="2031-05-03">`);
    const given = { publishedAt: "2031-05-01", headline: "Given", outlet: "Wire", byline: ["Al Fox"] };
    expect(readHtml(html, given)).toMatchObject(given);
  });

  it("notes dates that cannot be, that clash or that lie after retrieval, and does not use them", () => {
    const date = (content: string, more = "") =>
      page(ARTICLE, `<meta property="article:published_time" content="${content}">${more}`);
    expect(diagnosed(readHtml(date("2031-02-31T10:00:00Z")))).toEqual([null, ["impossible-date"]]);
    expect(diagnosed(readHtml(date("03/05/2031")))).toEqual([null, ["ambiguous-date"]]);
    const clash = date("2031-05-03", '<meta name="parsely-pub-date" content="2031-07-01">');
    expect(diagnosed(readHtml(clash))).toEqual(["2031-05-03", ["conflicting-dates"]]);
    expect(diagnosed(readHtml(date("2031-05-03"), { retrievedAt: "2031-04-01" }))).toEqual([null, ["future-date"]]);
    const early = date("2031-05-03", '<meta property="article:modified_time" content="2030-01-01">');
    expect(readHtml(early).modifiedAt).toBeNull();
    expect(diagnosed(readHtml(early))[1]).toEqual(["modified-before-published"]);
  });

  it("reads on past broken JSON-LD, and mends what is commonly wrong", () => {
    const broken = page(ARTICLE, '<script type="application/ld+json">{"@type": "NewsArticle", </script>');
    expect(readHtml(broken).diagnostics.map((one) => one.code)).toEqual(["broken-json-ld"]);
    const mended = page(
      ARTICLE,
      '<script type="application/ld+json">//<![CDATA[\n{"@type": "NewsArticle", "headline": "Bridge\nshut for a week",}\n//]]></script>',
    );
    expect(readHtml(mended)).toMatchObject({ headline: "Bridge shut for a week", diagnostics: [] });
  });

  it("reads a page that is cut short, and says so", () => {
    const report = readHtml(`<!doctype html><html><body><article>${ARTICLE}<p class="las`);
    expect(paragraphsOf(report)).toEqual(BODY);
    expect(report.diagnostics.map((one) => one.code)).toContain("unfinished-page");
  });

  it("reads elements nested a hundred thousand deep", () => {
    const html = page(`${"<div>".repeat(100_000)}${ARTICLE}${"</div>".repeat(100_000)}`);
    const report = readHtml(html);
    expect(paragraphsOf(report)).toEqual(BODY);
    expect(report.diagnostics.map((one) => one.code)).toContain("deep-nesting");
  });

  it("reads hostile pages in bounded time: many items, stray end tags, unclosed elements, nested names", () => {
    const many = (piece: string) => piece.repeat(Math.ceil(200_000 / piece.length));
    const pieces = [
      "<li>x",
      "<p>x",
      "<ul><li>x ",
      "<b><p>",
      "<a href=x>y",
      "</td>",
      "<table><tr><td>",
      "<span class=author>x ",
    ];
    for (const piece of pieces) {
      const started = process.cpuUsage();
      const report = readHtml(page(`${ARTICLE}${many(piece)}`));
      const { user, system } = process.cpuUsage(started);
      expect([piece, (user + system) / 1e6 < 3]).toEqual([piece, true]);
      expect(report.text).toContain(BODY[0]);
    }
  });

  it("reads more elements than are kept in time in proportion to their number", () => {
    const started = process.cpuUsage();
    readHtml(page(`${ARTICLE}${"<li>x".repeat(500_000)}`));
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(10);
  });

  it("reads a page of more paragraphs than pages have, and says so", () => {
    const report = readHtml(page(`${ARTICLE}${"<p>Go on, they said.</p>".repeat(13_000)}`));
    expect(paragraphsOf(report).slice(0, 4)).toEqual(BODY);
    expect(report.diagnostics.map((one) => one.code)).toEqual(["large-page"]);
  });

  it("reads a page of many elements", () => {
    const html = page(
      `<nav><a href="/">Home</a></nav><article>${ARTICLE}${"<p>Go <b>on</b>.</p>".repeat(4000)}</article>`,
    );
    const report = readHtml(html);
    expect(paragraphsOf(report).slice(0, 4)).toEqual(BODY);
  });

  it("takes the words from JSON-LD where the markup holds none", () => {
    const jsonLd = { "@type": "NewsArticle", headline: "Bridge shut for a week", articleBody: BODY.join("\n") };
    const html = page('<div id="app"></div>', `<script type="application/ld+json">${JSON.stringify(jsonLd)}</script>`);
    expect(paragraphsOf(readHtml(html))).toEqual(BODY);
  });

  it("puts a drop cap before its word and leaves a repeated scrap out", () => {
    const html = page(
      `<div>T</div><div>${BODY[0]?.slice(1)}</div><p>Article content</p><p>${BODY[1]}</p><p>Article content</p><p>${BODY[2]}</p><p>Article content</p>`,
    );
    expect(paragraphsOf(readHtml(html)).slice(0, 3)).toEqual(BODY.slice(0, 3));
  });

  it("says where each field was read, and keeps what disagrees as a diagnostic", () => {
    const jsonLd = {
      "@type": "NewsArticle",
      headline: "Bridge shut for a week",
      author: "Jane Roe",
      articleSection: "Local",
      isAccessibleForFree: false,
    };
    const html = page(
      `<h1>Bridge shut for a week</h1><p class="standfirst">Engineers will look at the cracks in the piers until Sunday.</p>
       <div class="byline">By Al Fox</div><time datetime="2031-05-03T10:15:00+01:00">3 May</time>${ARTICLE}`,
      `<html lang="en-GB"><script type="application/ld+json">${JSON.stringify(jsonLd)}</script><meta name="author" content="Jane Roe">`,
    );
    const report = readHtml(html);
    expect(report).toMatchObject({
      headline: "Bridge shut for a week",
      byline: ["Jane Roe"],
      standfirst: "Engineers will look at the cracks in the piers until Sunday.",
      section: "Local",
      isPaywalled: true,
      sources: {
        headline: "visible-text",
        byline: "json-ld",
        publishedAt: "time-element",
        language: "meta",
        standfirst: "visible-text",
        section: "json-ld",
        isPaywalled: "json-ld",
      },
    });
    expect(report.diagnostics.map((one) => one.code)).toEqual(["conflicting-bylines"]);
  });

  it("keeps what two sources say of language, section and paywall as a diagnostic", () => {
    const jsonLd = {
      "@type": "NewsArticle",
      headline: "Bridge shut",
      inLanguage: "fr",
      articleSection: "Local",
      hasPart: { "@type": "WebPageElement", isAccessibleForFree: "False", cssSelector: ".paid" },
    };
    const head = (section: string, tier: string) =>
      `<script type="application/ld+json">${JSON.stringify(jsonLd)}</script><meta property="article:section" content="${section}"><meta property="article:content_tier" content="${tier}">`;
    const report = readHtml(page(ARTICLE, head("Sport", "free")).replace("<html>", '<html lang="en-GB">'));
    expect(report).toMatchObject({ language: "en-GB", section: "Local", isPaywalled: true });
    expect(report.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["conflicting-fields", "The page gives its language twice: en-GB (meta, kept) and fr (json-ld)."],
      ["conflicting-fields", "The page gives its section twice: Local (json-ld, kept) and Sport (meta)."],
      ["conflicting-fields", "The page gives its paywall flag twice: true (json-ld, kept) and false (meta)."],
    ]);
    expect(
      readHtml(page(ARTICLE, head("Local/Town", "locked")).replace("<html>", '<html lang="fr">')).diagnostics,
    ).toEqual([]);
  });

  it("tells headings, list items, quotes and rows from running text", () => {
    const report = readHtml(
      page(
        `${ARTICLE}<h2>What is known</h2><p>${BODY[0]?.toUpperCase()}</p><ul><li>The eastern pier has two cracks.</li></ul>
         <blockquote><p>We were never told, and nobody came.</p></blockquote>
         <table><tr><th>Pier</th><td>Cracks</td></tr></table><p>${BODY[2]?.toUpperCase()}</p>`,
      ),
    );
    const blocks = report.blocks?.map(({ kind, level, ...span }) => [kind, level, textOf(report.text, span)]);
    expect(blocks).toEqual([
      ["heading", 2, "What is known"],
      ["list-item", undefined, "The eastern pier has two cracks."],
      ["quote", undefined, "We were never told, and nobody came."],
      ["row", undefined, "Pier Cracks"],
    ]);
  });

  it("reads dateline, agency and notes of correction", () => {
    const first = "LATHEMOUTH, May 3 (Reuters) - The council said on Monday that the bridge would be shut for a week.";
    const note = "This article was amended on 4 May 2031 to correct the number of piers that have cracks.";
    const report = readHtml(page(`<p>${first}</p>${ARTICLE}<p>${note}</p>`));
    expect(report).toMatchObject({
      dateline: "LATHEMOUTH, May 3",
      wire: "Reuters",
      corrections: [{ text: note, at: "2031-05-04", was: null, now: null }],
    });
  });

  it("takes the article that the structured data vouches for, but not its lies", () => {
    const jsonLd = {
      "@type": "NewsArticle",
      headline: "Win a holiday aboard",
      articleBody: "Nothing of it. ".repeat(40),
    };
    const html = page(
      `<h1>Bridge shut for a week</h1>${ARTICLE}`,
      `<script type="application/ld+json">${JSON.stringify(jsonLd)}</script>`,
    );
    const report = readHtml(html);
    expect(paragraphsOf(report)).toEqual(BODY);
    expect(report.headline).toBe("Bridge shut for a week");
    expect(report.diagnostics.map((one) => one.code)).toContain("conflicting-headlines");
  });

  it("refuses dates before there were pages", () => {
    const old = page(ARTICLE, '<meta property="article:published_time" content="1970-01-01T00:00:00Z">');
    expect(diagnosed(readHtml(old))).toEqual([null, ["impossible-date"]]);
  });

  it("says of a page of frames which page to give instead", () => {
    const frames = '<html><frameset cols="20%,80%"><frame src="menu.html"><frame src="body.html"></frameset></html>';
    const next = (html: string, url: string | null = null) => {
      try {
        readHtml(html, { url });
      } catch (error) {
        return error instanceof OnrecordError ? [error.code, error.next] : error;
      }
      return null;
    };
    expect(next(frames, "https://mercury.example/a/index.html")).toEqual([
      "no-article",
      "Give the address of the frame itself: https://mercury.example/a/menu.html",
    ]);
    expect(next("<body><iframe src='https://mercury.example/b'></iframe></body>")).toEqual([
      "no-article",
      "Give the address of the frame itself: https://mercury.example/b",
    ]);
    expect(next('<body><iframe src="javascript:x()"></iframe></body>')).toEqual([
      "no-article",
      "Give the address of the article itself, or its text.",
    ]);
  });

  it("throws no-article for a page without words", () => {
    for (const html of [
      "<html><body></body></html>",
      '<html><body><img src="a.jpg"><script>let a = 1;</script></body></html>',
    ]) {
      expect(() => readHtml(html)).toThrow(expect.objectContaining({ code: "no-article" }));
    }
  });

  it("keeps every span inside the text", () => {
    const report = readHtml(
      page(`${ARTICLE}<p>Sign up for our newsletter</p><p>Related</p><p>Lido to open late this year</p>`),
    );
    for (const span of [...report.paragraphs, ...report.furniture.flatMap((one) => ("start" in one ? [one] : []))]) {
      expect(span.start >= 0 && span.end > span.start && span.end <= report.text.length).toBe(true);
    }
  });
});

function page(body: string, head = ""): string {
  return `<!doctype html><html><head>${head}</head><body><main><article>${body}</article></main></body></html>`;
}

function paragraphsOf(report: Report): string[] {
  return report.paragraphs.map((paragraph) => textOf(report.text, paragraph));
}

function diagnosed(report: Report): [string | null, string[]] {
  return [report.publishedAt, report.diagnostics.map((one) => one.code)];
}
