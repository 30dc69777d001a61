import { describe, expect, it } from "vitest";
import { PAGE_TEXT } from "../../../test/page-text.ts";
import { readHtml } from "../read-html.ts";

const TITLE = "<h1>Bridge shut for a week</h1>";

interface DateCase {
  readonly html?: string;
  readonly head?: string;
  readonly url?: string;
  readonly retrievedAt?: string;
  readonly lastModified?: string;
}

function dates(body: string, more: DateCase = {}) {
  const { html = '<html lang="en">', head = "", url = null, retrievedAt = null, lastModified = null } = more;
  const report = readHtml(`<!doctype html>${html}<head>${head}</head><body>${body}</body></html>`, {
    url,
    retrievedAt,
    lastModified,
  });
  return [report.publishedAt, report.modifiedAt];
}

describe("findDates(facts, page, article, place)", () => {
  it("tells published from changed by the words before each date, also in elements of their own", () => {
    const both = ["2031-05-03T15:03:30", "2031-05-04T09:10:00"];
    expect(
      dates(`${TITLE}<p class="date">Written: 2031-05-03 15:03:30 / Updated: 2031-05-04 09:10</p>${PAGE_TEXT}`),
    ).toEqual(both);
    expect(
      dates(
        `${TITLE}<p><span>Published</span> <time datetime="2031-05-03T15:03:30">3 May</time> <span>Last updated</span> <time datetime="2031-05-04T09:10">4 May</time></p>${PAGE_TEXT}`,
      ),
    ).toEqual(both);
    expect(dates(`${TITLE}<p>Last updated 4 May 2031, originally created 3 May 2031</p>${PAGE_TEXT}`)).toEqual([
      "2031-05-03",
      "2031-05-04",
    ]);
  });

  it("reads years of two digits, in the order of the country, and keeps what could be either way round open", () => {
    const line = `${TITLE}<p>By <a rel="author">Ada Ferro</a> &bull; 11/08/31 5:19pm</p>${PAGE_TEXT}`;
    expect(dates(line, { html: '<html lang="en-US">' })).toEqual(["2031-11-08T17:19:00", null]);
    expect(dates(line)).toEqual([null, null]);
    expect(dates(`${TITLE}<p>25.08.31</p>${PAGE_TEXT}`)).toEqual(["2031-08-25", null]);
    expect(dates(`${TITLE}<p>Won 3/4/31 of its games, version 2.10.31.4</p>${PAGE_TEXT}`)).toEqual([null, null]);
  });

  it("takes the server's word for the last change where nothing else dates the page, never as published", () => {
    const lastModified = "Sat, 03 May 2031 09:30:00 GMT";
    expect(dates(`${TITLE}${PAGE_TEXT}`, { lastModified, retrievedAt: "2031-05-09T10:00:00Z" })).toEqual([
      null,
      "2031-05-03T09:30:00Z",
    ]);
    const report = readHtml(`<h1>Bridge shut</h1>${PAGE_TEXT}`, { lastModified });
    expect(report.sources?.modifiedAt).toBe("http-header");
    expect(report.diagnostics.map(({ code }) => code)).toEqual(["date-from-header"]);
    // What is made when it is asked for, lies ahead or is no date tells nothing.
    expect(dates(`${TITLE}${PAGE_TEXT}`, { lastModified, retrievedAt: "2031-05-03T09:30:04Z" })).toEqual([null, null]);
    expect(dates(`${TITLE}${PAGE_TEXT}`, { lastModified, retrievedAt: "2031-05-01" })).toEqual([null, null]);
    expect(dates(`${TITLE}${PAGE_TEXT}`, { lastModified: "0" })).toEqual([null, null]);
    expect(dates(`${TITLE}<p>1 May 2031</p>${PAGE_TEXT}`, { lastModified })).toEqual(["2031-05-01", null]);
  });

  it("takes no date of a change for that of publication", () => {
    expect(
      dates(`${TITLE}${PAGE_TEXT}<div>page revision: 8, last edited: <span class="date">3 May 2031</span></div>`),
    ).toEqual([null, "2031-05-03"]);
    expect(dates(`${TITLE}<div class="published-date">Updated 3 May 2031</div>${PAGE_TEXT}`)).toEqual([
      null,
      "2031-05-03",
    ]);
  });

  it("takes neither the day of the visit nor the dates of other stories", () => {
    const nav = ["News", "Sport", "Tides", "Letters"].map((name) => `<li>${name}</li>`).join("");
    expect(
      dates(`<header><div class="date">Friday, 9 May 2031</div>${nav}</header><main>${TITLE}${PAGE_TEXT}</main>`),
    ).toEqual([null, null]);
    const others = ["3 May 2031", "4 May 2031", "5 May 2031"].map(
      (day) => `<h3>Lido to open late</h3><div class="date">${day}</div>`,
    );
    expect(dates(`${TITLE}${PAGE_TEXT}<section><h2>More stories</h2>${others.join("")}</section>`)).toEqual([
      null,
      null,
    ]);
  });

  it("reads a date with its label at the end of the page, and one that the text begins with", () => {
    const end = (line: string) =>
      `<article>${TITLE}${PAGE_TEXT}${PAGE_TEXT}</article><ul><li>Keywords Lathe, bridges</li>${line}</ul>`;
    expect(dates(end("<li>Date 03.05.2031</li>"))[0]).toBe("2031-05-03");
    expect(dates(end("<li>Last updated: 4 May 2031</li>"))).toEqual([null, "2031-05-04"]);
    expect(dates(end("<li>Created Jan 25, 2008</li>"))).toEqual([null, null]);
    expect(dates(end("<li>Date 03.05.2031</li><li>Date 04.05.2031</li>"))).toEqual([null, null]);
    expect(dates(`${TITLE}<p>May 3, 2031 -- ${PAGE_TEXT.slice(3)}`)[0]).toBe("2031-05-03");
    expect(dates(`${TITLE}<p>MARLBECK, May 3, 2031 (Norreys Wire) — ${PAGE_TEXT.slice(3)}`)[0]).toBe("2031-05-03");
    expect(dates(`${TITLE}<p>May 3, 2031 was the day that the bridge fell. ${PAGE_TEXT.slice(3)}`)[0]).toBeNull();
  });

  it("takes the outlet's own day for a night that is another day in UTC", () => {
    const head = (time: string) => `<meta property="article:published_time" content="${time}">`;
    const printed = (day: string) => `${TITLE}<p>${day}</p>${PAGE_TEXT}`;
    expect(dates(printed("2 May 2031"), { head: head("2031-05-03T02:00:00Z") })[0]).toBe("2031-05-02");
    expect(dates(printed("4 May 2031"), { head: head("2031-05-03T20:00:00Z") })[0]).toBe("2031-05-04");
    expect(dates(printed("3 May 2031"), { head: head("2031-05-03T20:00:00Z") })[0]).toBe("2031-05-03T20:00:00Z");
    const changed = `${head("2031-05-03T20:00:00Z")}<meta property="article:modified_time" content="2031-05-03T20:00:00Z">`;
    expect(dates(printed("4 May 2031"), { head: changed })).toEqual(["2031-05-04", "2031-05-03T20:00:00Z"]);
  });

  it("looks beside the heading itself where other boxes print the same words", () => {
    const body = `<div class="latest-stories"><div>1 May 2031</div><div>Bridge shut for a week</div></div>${TITLE}<div>Town</div><div>3 May 2031</div><div>Written by: Ada Ferro</div><figure><figcaption>The pier<div>Bridge shut for a week</div></figcaption></figure>${PAGE_TEXT}`;
    expect(dates(body)[0]).toBe("2031-05-03");
  });

  it("prefers a date printed at the headline to a declared one that does not say what it dates", () => {
    const head = '<meta name="dc.date" content="2031-03-03">';
    expect(dates(`${TITLE}<p>7 April 2031</p>${PAGE_TEXT}`, { head })[0]).toBe("2031-04-07");
    expect(dates(`${TITLE}${PAGE_TEXT}`, { head })[0]).toBe("2031-03-03");
  });

  it("orders day and month by language, address, the page's other dates and the day of retrieval, else not at all", () => {
    const body = `${TITLE}<p class="date">02/10/2031</p>${PAGE_TEXT}`;
    expect(dates(body)).toEqual([null, null]);
    expect(dates(body, { html: '<html xml:lang="en-GB">' })[0]).toBe("2031-10-02");
    expect(dates(body, { html: '<html lang="en-US">' })[0]).toBe("2031-02-10");
    expect(dates(body, { url: "https://mercury.example/en-gb/bridge" })[0]).toBe("2031-10-02");
    expect(dates(body, { url: "https://www.mercury.co.uk/bridge" })[0]).toBe("2031-10-02");
    expect(dates(body, { html: '<html lang="en-US">', url: "https://www.mercury.co.uk/bridge" })[0]).toBeNull();
    expect(dates(`${body}<p>Next: 25/10/2031</p>`)[0]).toBe("2031-10-02");
    expect(dates(body, { retrievedAt: "2031-03-01T00:00:00Z" })[0]).toBe("2031-02-10");
    expect(dates(body, { head: '<meta name="lastmod" content="2031-10-02T12:00:00Z">' })[0]).toBe("2031-10-02");
  });

  it("reads months by name in addresses, and seconds since 1970 where a date is declared", () => {
    expect(dates(`${TITLE}${PAGE_TEXT}`, { url: "https://mercury.example/town/2031/may/03/bridge" })[0]).toBe(
      "2031-05-03",
    );
    const head = '<meta property="article:published_time" content="1935576000">';
    expect(dates(`${TITLE}${PAGE_TEXT}`, { head })[0]).toBe("2031-05-03T12:00:00Z");
  });

  it("reads the date in a script's data where nothing else tells one, and only if there is one", () => {
    const data = (...days: string[]) =>
      `<script type="application/json">${JSON.stringify(days.map((day) => ({ publishedDate: `${day}T09:00:00Z` })))}</script>`;
    expect(dates(`${TITLE}${PAGE_TEXT}${data("2031-05-03")}`)[0]).toBe("2031-05-03T09:00:00Z");
    expect(dates(`${TITLE}${PAGE_TEXT}${data("2031-05-03", "2031-05-04")}`)[0]).toBeNull();
    expect(dates(`${TITLE}<p>2 May 2031</p>${PAGE_TEXT}${data("2031-05-03")}`)[0]).toBe("2031-05-02");
  });
});
