import { extractFromHtml } from "@extractus/article-extractor";
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { JSDOM, VirtualConsole } from "jsdom";
import { parseHTML } from "linkedom";
import { reportBody } from "../../evals/reading/report-body.ts";
import { htmlToText } from "../../src/reading/html-text.ts";
import { readHtml } from "../../src/reading/read-html.ts";

interface Reader {
  readonly name: string;
  /** The words of the article, "" when the reader finds none or fails. */
  readonly read: (html: string, url: string) => Promise<string>;
}

/** Each as its own documentation says to use it, without options. */
export const READERS: readonly Reader[] = [
  { name: "Onrecord", read: orNothing(async (html, url) => reportBody(readHtml(html, { url }))) },
  {
    name: "Readability + jsdom",
    read: orNothing(async (html, url) => {
      const dom = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
      const words = new Readability(dom.window.document).parse()?.textContent ?? "";
      dom.window.close();
      return words;
    }),
  },
  {
    name: "Readability + linkedom",
    read: orNothing(async (html) => new Readability(parseHTML(html).document).parse()?.textContent ?? ""),
  },
  {
    name: "defuddle + linkedom",
    read: orNothing(async (html, url) => htmlToText((await Defuddle(parseHTML(html).document, url)).content ?? "")),
  },
  {
    name: "@extractus/article-extractor",
    read: orNothing(async (html, url) => htmlToText((await extractFromHtml(html, url))?.content ?? "")),
  },
];

function orNothing(read: Reader["read"]): Reader["read"] {
  return async (html, url) => {
    try {
      return await read(html, url);
    } catch {
      // A page that a reader throws on is one that it does not read; it scores as empty.
      return "";
    }
  };
}
