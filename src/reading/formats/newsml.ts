import { OnrecordError } from "../../errors.ts";
import { collapse } from "../page/collapse.ts";
import { decodeXml } from "../xml/decode-xml.ts";
import { rootElement, scanXml, type XmlAttributes } from "../xml/scan-xml.ts";
import type { FormatReader, ReportInput } from "./format.ts";

/** Elements that end a paragraph in the bodies that news items carry (NITF and XHTML). */
const BLOCKS = new Set(
  "p div h1 h2 h3 h4 h5 h6 hl1 hl2 li ul ol dl dt dd blockquote br tr td table section article contentset body.content block hedline byline dateline inlinedata".split(
    " ",
  ),
);
const ROOTS = new Set(["newsitem", "newsmessage", "packageitem", "nitf", "newsml"]);

/** NewsML-G2 and NITF of the IPTC: one news item as XML. Of a message with several items the first with words is read. */
export const NEWSML: FormatReader = {
  name: "NewsML-G2",
  mediaTypes: [
    "application/vnd.iptc.g2.newsitem+xml",
    "application/vnd.iptc.g2.newsmessage+xml",
    "application/nitf+xml",
  ],
  recognises: ({ latin }) =>
    /^[\s\ufeffï»¿þÿ\0]*</.test(latin) && ROOTS.has(rootElement(latin.replace(/^[ï»¿\s]+/, "")) ?? ""),
  read: async (bytes, mediaType) => {
    const { text, diagnostics } = decodeXml(bytes, mediaType);
    return { ...readNews(text), diagnostics };
  },
};

interface Draft {
  headline: string | null;
  outlet: string | null;
  language: string | null;
  firstCreated: string | null;
  versionCreated: string | null;
  contentCreated: string | null;
  dateline: string | null;
  byline: string[];
  blocks: string[];
}

function readNews(xml: string): ReportInput {
  const draft: Draft = {
    headline: null,
    outlet: null,
    language: null,
    firstCreated: null,
    versionCreated: null,
    contentCreated: null,
    dateline: null,
    byline: [],
    blocks: [],
  };
  const path: string[] = [];
  let words: string[] = [];
  let isDone = false;
  const inside = (name: string) => path.includes(name);
  const flush = () => {
    const block = collapse(words.join(""));
    words = [];
    return block;
  };
  const isBody = () => (inside("contentset") ? !inside("head") : inside("body.content"));
  scanXml(xml, {
    open: (name, attributes) => {
      // A second item is another report.
      if ((name === "newsitem" || name === "nitf") && draft.blocks.length > 0 && !inside("newsitem")) isDone = true;
      if (isDone) return;
      const block = BLOCKS.has(name) || FIELDS.has(name) ? flush() : "";
      if (block !== "" && isBody()) draft.blocks.push(block);
      path.push(name);
      noteAttributes(draft, name, attributes, path);
    },
    text: (text) => {
      if (!isDone) words.push(text);
    },
    close: (name) => {
      if (isDone) return;
      if (BLOCKS.has(name) || FIELDS.has(name)) {
        const block = flush();
        if (!noteField(draft, name, block, path) && block !== "" && isBody() && !HEADS.has(name))
          draft.blocks.push(block);
      }
      path.pop();
    },
  });
  const rest = flush();
  if (rest !== "" && isBody()) draft.blocks.push(rest);
  if (draft.blocks.length === 0) {
    throw new OnrecordError("no-text", "The news item holds no text.", {
      next: "Give an item of text, not of pictures.",
    });
  }
  const published = draft.firstCreated ?? draft.contentCreated ?? draft.versionCreated;
  return {
    text: draft.blocks.join("\n\n"),
    as: "text",
    fields: {
      headline: draft.headline,
      outlet: draft.outlet,
      language: draft.language,
      ...(draft.byline.length > 0 ? { byline: draft.byline } : {}),
      publishedAt: published,
      modifiedAt: draft.versionCreated === published ? null : draft.versionCreated,
    },
    diagnostics: [],
  };
}

const FIELDS = new Set(
  "headline hl1 by byttl person firstcreated versioncreated contentcreated dateline name creditline byline title".split(
    " ",
  ),
);
/** Parts of a body's head, told apart from its text. */
const HEADS = new Set(["hedline", "hl1", "byline", "dateline", "byttl"]);

function noteAttributes(draft: Draft, name: string, attributes: XmlAttributes, path: readonly string[]): void {
  if (name === "language" && path.includes("contentmeta")) draft.language = attributes["tag"] ?? draft.language;
  if (name === "newsitem" || name === "nitf") draft.language ??= attributes["xml:lang"] ?? null;
  if (name === "date.issue") draft.firstCreated ??= isoOf(attributes["norm"] ?? "");
  if (name === "provider") draft.outlet ??= attributes["literal"] ?? null;
}

/** Whether the words were those of a field. */
function noteField(draft: Draft, name: string, words: string, path: readonly string[]): boolean {
  const parent = path.at(-2);
  const inMeta = path.includes("contentmeta") || path.includes("itemmeta");
  if (words === "") return false;
  switch (name) {
    case "headline":
    case "hl1":
      draft.headline ??= words;
      return true;
    case "title":
      return path.includes("head");
    case "by":
    case "byline":
    case "person":
      if (name === "byline" && inMeta) return false;
      if (draft.byline.length === 0)
        draft.byline.push(
          ...words
            .replace(/^by\s+/i, "")
            .split(/\s*(?:,|;|\band\b)\s*/)
            .filter(Boolean),
        );
      return true;
    case "name":
      if (parent === "provider") draft.outlet = words;
      return inMeta;
    case "firstcreated":
      draft.firstCreated ??= isoOf(words);
      return true;
    case "versioncreated":
      draft.versionCreated ??= isoOf(words);
      return true;
    case "contentcreated":
      draft.contentCreated ??= isoOf(words);
      return true;
    default:
      return false;
  }
}

/** "20320415T093000Z" is how NITF writes it. */
function isoOf(written: string): string | null {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(written.trim());
  if (compact) {
    const [, year, month, day, hour, minute, second, zone] = compact;
    return `${year}-${month}-${day}${hour === undefined ? "" : `T${hour}:${minute}:${second ?? "00"}${zone ?? ""}`}`;
  }
  return /^\d{4}-\d{2}-\d{2}(?:$|T)/.test(written.trim()) ? written.trim() : null;
}
