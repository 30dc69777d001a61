import { describe, expect, it } from "vitest";
import { textOf } from "../../core/text/span.ts";
import { readHtml } from "../read-html.ts";

const POSTS = [
  {
    at: "2031-05-03T11:40:00+01:00",
    title: "Ferries to run all night",
    body: "The harbour board said that two ferries would run all night, and that nobody would pay.",
  },
  {
    at: "2031-05-03T11:05:00+01:00",
    title: "Lorries turned back",
    body: "Police turned back forty lorries on the northern road, a spokeswoman said, and more are on their way.",
  },
  {
    at: "2031-05-03T10:15:00+01:00",
    title: "Bridge shut",
    body: "The bridge over the Lathe was shut at ten this morning after a diver found a crack in its eastern pier.",
  },
];
const LEAD =
  "<p>The bridge over the Lathe is shut, and the town waits for the engineers. Follow the day here with our reporters.</p>";

function entries(body: string, head = ""): unknown[] {
  const report = readHtml(`<html><head>${head}</head><body><main>${body}</main></body></html>`);
  return (report.blocks ?? []).flatMap((block) =>
    block.kind === "entry" ? [[block.at, block.from, textOf(report.text, block).replaceAll("\n\n", " / ")]] : [],
  );
}

describe("findLiveEntries(lines, facts, article, headline)", () => {
  const printed = POSTS.map(({ title, body }) => `${title} / ${body}`);

  it("tells the entries that the structured data lists, with their times", () => {
    const jsonLd = {
      "@type": "LiveBlogPosting",
      headline: "Bridge shut: the day as it happened",
      liveBlogUpdate: POSTS.map(({ at, title, body }) => ({
        "@type": "BlogPosting",
        headline: title,
        datePublished: at,
        articleBody: body,
      })),
    };
    const body = POSTS.map(({ title, body }) => `<h2>${title}</h2><p>${body}</p>`).join("");
    const head = `<script type="application/ld+json">${JSON.stringify(jsonLd)}</script>`;
    expect(
      entries(
        `<h1>Bridge shut: the day as it happened</h1>${LEAD}${body}<p>That is all from us for today, good night to all.</p>`,
        head,
      ),
    ).toEqual(POSTS.map(({ at }, index) => [at, "json-ld", printed[index]]));
  });

  it("tells entries by their layout: siblings with a clock time of their own", () => {
    const timed = (time: (at: string) => string) =>
      POSTS.map(({ at, title, body }) => `<div class="post">${time(at)}<h2>${title}</h2><p>${body}</p></div>`).join("");
    const declared = timed((at) => `<header><time datetime="${at}">earlier</time></header>`);
    expect(entries(`<h1>Bridge shut: live</h1>${LEAD}<div class="posts">${declared}</div>`)).toEqual(
      POSTS.map(({ at }, index) => [at, "time-element", printed[index]]),
    );
    const visible = timed((at) => `<span class="timestamp">${at.slice(11, 16)}</span>`);
    const found = entries(`<h1>Bridge shut</h1>${LEAD}<div class="live-blog">${visible}</div>`);
    expect(found).toEqual(
      POSTS.map(({ at }, index) => [at.slice(11, 16), "visible-text", `${at.slice(11, 16)} / ${printed[index]}`]),
    );
  });

  it("makes no entries of posts in a forum, of a list of stories or of times without a clock", () => {
    const posts = (time: string) =>
      POSTS.map(({ title, body }) => `<div class="post">${time}<h2>${title}</h2><p>${body}</p></div>`).join("");
    expect(
      entries(`<h1>What will the bridge cost?</h1>${LEAD}${posts('<time datetime="2031-05-03T10:15">3 May</time>')}`),
    ).toEqual([]);
    expect(entries(`<h1>Bridge shut: live</h1>${LEAD}${posts("<time>5 minutes ago</time>")}`)).toEqual([]);
    const text = POSTS.map(({ body }) => `<p>${body} ${body}</p>`).join("");
    const list = POSTS.map(
      ({ at, title }) => `<li><time datetime="${at}">then</time> <a href="/x">${title}</a></li>`,
    ).join("");
    expect(entries(`<h1>Bridge shut: live</h1>${text}<ul>${list}</ul>`)).toEqual([]);
  });
});

describe("findLiveEntries, times that are printed as a clock alone", () => {
  const TIMES = ["14:32", "13.05", "9.50am"];
  const page = (
    head: string,
    times: readonly string[] = TIMES,
    line = (at: string) => `<p><strong>${at}</strong></p>`,
  ) => {
    const posts = times.map((at, index) => [line(at), POSTS[index % 3]?.title, POSTS[index % 3]?.body, index]);
    const body = posts
      .map(([time, title, words, at]) => `${time}<h3>${title} (${at})</h3><p>${words} ${at}.</p>`)
      .join("");
    const html = `<html><head>${head}</head><body><main><h1>Bridge shut: live updates</h1>${LEAD}${body}</main></body></html>`;
    return (readHtml(html).blocks ?? []).flatMap(({ kind, at, time }) => (kind === "entry" ? [[at, time]] : []));
  };
  const published = (at: string) => `<meta property="article:published_time" content="${at}">`;
  const modified = (at: string) => `<meta property="article:modified_time" content="${at}">`;
  const open = (clock: string) => ({ value: null, stated: `XXXX-XX-XXT${clock}`, inferred: null });

  it("keeps what is printed, and gives it the day of a page whose entries run in order", () => {
    const day = (clock: string) => ({
      value: `2031-05-03T${clock}`,
      stated: `XXXX-XX-XXT${clock}`,
      inferred: "the day of publication, 2031-05-03",
    });
    const expected = [
      ["14:32", day("14:32")],
      ["13.05", day("13:05")],
      ["9.50am", day("09:50")],
    ];
    expect(page(published("2031-05-03T09:40:00+01:00"))).toEqual(expected);
    expect(page(published("2031-05-03T09:40:00Z"), TIMES, (at) => `<h2>${at} The day at the bridge</h2>`)).toEqual(
      expected,
    );
  });

  it("tells the day after by one midnight, where the page was changed on that day", () => {
    const times = ["0:15", "23:50", "21:05", "19:40"];
    const head = published("2031-05-03T09:40:00+01:00");
    const values = page(head + modified("2031-05-04T00:20:00+01:00"), times).map(([, time]) => time);
    expect(values).toMatchObject([
      { value: "2031-05-04T00:15", inferred: "the day after publication on 2031-05-03, by the order of the entries" },
      { value: "2031-05-03T23:50", inferred: "the day of publication, 2031-05-03" },
      { value: "2031-05-03T21:05" },
      { value: "2031-05-03T19:40" },
    ]);
    expect(page(head, times).map(([, time]) => time)).toEqual([
      open("00:15"),
      open("23:50"),
      open("21:05"),
      open("19:40"),
    ]);
  });

  it("leaves the day open without a date, on a page that was changed later, and of UTC at night", () => {
    const stated = [open("14:32"), open("13:05"), open("09:50")];
    const at = "2031-05-03T09:40:00+01:00";
    for (const head of ["", published(at) + modified("2031-05-05"), published("2031-05-03T23:40:00Z")])
      expect(page(head).map(([, time]) => time)).toEqual(stated);
  });

  it("makes no entries of lines that begin with times in no order, or of a page that is not live", () => {
    const times = ["14:32", "16:05", "9:50", "18:10", "7:30"];
    const body = times.map((at) => `<p>${at} ${LEAD.slice(3, -4)}</p>`).join("");
    expect(entries(`<h1>Bridge shut: live</h1>${body}`)).toEqual([]);
    const ordered = times.sort().map((at) => `<p>${at} ${LEAD.slice(3, -4)}</p>`);
    expect(entries(`<h1>How the bridge was shut</h1>${ordered.join("")}`)).toEqual([]);
  });
});
