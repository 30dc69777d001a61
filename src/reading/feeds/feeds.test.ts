import { describe, expect, it } from "vitest";
import { readAddressList } from "./address-lists.ts";
import { readFeedDate } from "./feed-dates.ts";
import { isFeed, readFeed } from "./read-feed.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const items = (text: string, base?: string) => readFeed(bytes(text), base === undefined ? {} : { base }).items;

describe("readFeed(bytes)", () => {
  it("reads RSS", () => {
    const feed = readFeed(
      bytes(`<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="x"><channel>
        <title>Harbour Post</title><image><title>Logo</title></image>
        <item><title>Ferry &amp;amp; crew</title><link> https://post.example/ferry </link><guid isPermaLink="false">p1</guid>
          <pubDate>Tue, 04 Mar 2031 09:30:00 +0100</pubDate><dc:creator>Ada Ferro</dc:creator>
          <description>Short.</description><content:encoded><![CDATA[<p>The ferry <b>stopped</b>.</p>]]></content:encoded></item>
      </channel></rss>`),
    );
    expect(feed).toEqual({
      kind: "rss",
      title: "Harbour Post",
      items: [
        {
          url: "https://post.example/ferry",
          id: "p1",
          title: "Ferry & crew",
          publishedAt: "2031-03-04T09:30:00+01:00",
          updatedAt: null,
          authors: ["Ada Ferro"],
          content: "<p>The ferry <b>stopped</b>.</p>",
        },
      ],
    });
  });

  it("reads Atom: the page's link before others, names of authors, the source's fields apart", () => {
    const [item] = items(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.example/a/"><title>Post</title><entry>
        <source><title>Other</title><link href="https://other.example/"/></source><title type="xhtml"><div>Ferry <b>stops</b></div></title>
        <link rel="enclosure" href="x.mp3"/><link rel="alternate" type="application/json" href="x.json"/><link href="ferry"/>
        <author><name>Ada Ferro</name><email>ada@post.example</email></author>
        <published>2031-03-04T09:30:00Z</published><updated>2031-03-05T09:30:00Z</updated></entry></feed>`,
    );
    expect(item).toMatchObject({
      url: "https://post.example/a/ferry",
      title: "Ferry stops",
      authors: ["Ada Ferro"],
      publishedAt: "2031-03-04T09:30:00Z",
      updatedAt: "2031-03-05T09:30:00Z",
    });
  });

  it("reads RDF, CDF and JSON Feed", () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>P</title></channel>
      <item rdf:about="https://post.example/1"><title>One</title></item></rdf:RDF>`;
    expect(readFeed(bytes(rdf))).toMatchObject({ kind: "rdf", title: "P", items: [{ url: "https://post.example/1" }] });
    const cdf = `<CHANNEL HREF="https://post.example/"><TITLE>P</TITLE><ITEM HREF="https://post.example/1" LASTMOD="2031-03-04T09:30"><TITLE>One</TITLE></ITEM></CHANNEL>`;
    expect(readFeed(bytes(cdf))).toMatchObject({
      kind: "cdf",
      items: [{ url: "https://post.example/1", title: "One", publishedAt: null, updatedAt: "2031-03-04T09:30:00" }],
    });
    const json = {
      version: "https://jsonfeed.org/version/1.1",
      title: "P",
      items: [{ id: 7, url: "/1", date_published: "2031-03-04" }],
    };
    expect(readFeed(bytes(JSON.stringify(json)), { base: "https://post.example/" })).toMatchObject({
      kind: "json",
      items: [{ id: "7", url: "https://post.example/1", publishedAt: "2031-03-04" }],
    });
  });

  it("reads what broken feeds still hold", () => {
    const unclosed =
      "<rss><channel><item><link>https://a.example/1</link><item><title>Two<link>https://a.example/2</link>";
    expect(items(unclosed).map(({ url }) => url)).toEqual(["https://a.example/1", null]);
    const cut = "<rss><channel><item><link>https://a.example/1</link></item><item><link>https://a.example/2</li";
    expect(items(cut)).toHaveLength(2);
    const warned = `Warning: line 3\n\n<?xml version="1.0"?><rss><channel><item><link>https://a.example/1</link></item></channel></rss>`;
    expect(items(warned)).toHaveLength(1);
    expect(items("<rss><channel><item><link>https://a.example/?a=1&b=2</link></item></channel></rss>")[0]?.url).toBe(
      "https://a.example/?a=1&b=2",
    );
  });

  it("takes no address that leads to no page", () => {
    const odd = ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "mailto:a@b.example"];
    for (const link of odd)
      expect(items(`<rss><channel><item><link>${link}</link></item></channel></rss>`)[0]?.url).toBeNull();
    const titles = items("<rss><channel><item><title>a <script>alert(1)</script> b</title></item></channel></rss>");
    expect(titles[0]?.title).toBe("a b");
  });

  it("never expands a bomb, and takes deep nesting", () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "${"a".repeat(99)}"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`;
    expect(items(bomb)[0]?.title).toBe("&b;");
    const deep = `<rss><channel><item>${"<x>".repeat(20_000)}<title>no</title>${"</x>".repeat(20_000)}<title>Yes</title></item></channel></rss>`;
    expect(items(deep)[0]?.title).toBe("Yes");
  });

  it("says of a page that it is no feed", () => {
    for (const text of ["<!doctype html><html><p>x", "plain", '{"items": 3}']) {
      expect(() => readFeed(bytes(text))).toThrow(expect.objectContaining({ code: "not-a-feed" }));
    }
    expect(isFeed("<!doctype html><html><body><rss>")).toBe(false);
  });
});

describe("readFeedDate(written)", () => {
  it.each([
    ["Tue, 04 Mar 2031 09:30:00 GMT", "2031-03-04T09:30:00Z"],
    ["4 Mar 31 09:30 EST", "2031-03-04T09:30:00-05:00"],
    ["Tue Mar  4 09:30:00 2031", "2031-03-04T09:30:00"],
    ["2031-03-04T09:30:00.123+05:30", "2031-03-04T09:30:00+05:30"],
    ["2031-03-04 09:30", "2031-03-04T09:30:00"],
    ["20310304", "2031-03-04"],
    ["March 4, 2031", "2031-03-04"],
    ["31 Feb 2031", null],
    ["2031-13-01", null],
    ["yesterday", null],
    ["", null],
  ])("reads %s", (written, expected) => {
    expect(readFeedDate(written)).toBe(expected);
  });
});

describe("readAddressList(bytes)", () => {
  it("reads OPML, nested and with doubles", () => {
    const opml = `<opml version="2.0"><body><outline text="News"><outline type="rss" text="Post" xmlUrl="https://post.example/feed"/></outline>
      <outline xmlUrl="https://post.example/feed"/><outline xmlUrl="javascript:x"/></body></opml>`;
    expect(readAddressList(bytes(opml))).toEqual({
      kind: "opml",
      addresses: [{ url: "https://post.example/feed", title: "Post", publishedAt: null, updatedAt: null }],
    });
  });

  it("reads the news of a sitemap, and an index of sitemaps", () => {
    const sitemap = `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://post.example/about</loc></url>
      <url><loc>https://post.example/ferry</loc><lastmod>2031-03-05</lastmod><image:image><image:loc>https://post.example/x.jpg</image:loc></image:image><news:news>
      <news:publication_date>2031-03-04</news:publication_date><news:title>Ferry</news:title></news:news></url></urlset>`;
    expect(readAddressList(bytes(sitemap)).addresses).toEqual([
      { url: "https://post.example/ferry", title: "Ferry", publishedAt: "2031-03-04", updatedAt: "2031-03-05" },
    ]);
    const index = "<sitemapindex><sitemap><loc>https://post.example/1.xml</loc></sitemap></sitemapindex>";
    expect(readAddressList(bytes(index))).toMatchObject({
      kind: "sitemap-index",
      addresses: [{ url: "https://post.example/1.xml" }],
    });
  });
});
