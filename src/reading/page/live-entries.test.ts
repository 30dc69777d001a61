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
