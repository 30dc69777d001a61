import { OnrecordError } from "../../errors.ts";
import { htmlToText } from "../html-text.ts";
import { listIn, textIn } from "../json-fields.ts";
import { decodeXml } from "../xml/decode-xml.ts";
import type { FormatReader, ReportInput } from "./format.ts";

/**
 * ninjs of the IPTC, versions 1 to 3: one news item as JSON. Version 1 has `headline` and `body_*`, later ones have
 * lists (`headlines`, `bodies`) of which the one with the role of the main text, else the first, is read. Version 3 has the
 * names of version 2 with capitals ("versionCreated"); names are read in lower case.
 */
export const NINJS: FormatReader = {
  name: "ninjs",
  mediaTypes: ["application/json", "application/ninjs+json", "text/json"],
  recognises: ({ latin }) =>
    /^[\s\ufeffï»¿]*\{/.test(latin) &&
    /"(?:body_(?:x?html|text)|bodies|headlines|versioncreated|ninjs[^"]*)"\s*:/i.test(latin),
  read: async (bytes, mediaType) => {
    const { text, diagnostics } = decodeXml(bytes, mediaType);
    return { ...readNinjs(parseJson(text)), diagnostics };
  },
};

function parseJson(text: string): object {
  let value: unknown = null;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new OnrecordError("unreadable", "The input is not whole JSON.", { cause, next: "Get the file again." });
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return withLowerNames(value);
  throw noWords();
}

/** Of the item and of the objects in its lists; deeper ones hold nothing that is read. */
function withLowerNames(item: object): object {
  const lowered = (one: object) =>
    Object.fromEntries(Object.entries(one).map(([name, value]) => [name.toLowerCase(), value]));
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value)
        ? value.map((one: unknown) => (typeof one === "object" && one !== null ? lowered(one) : one))
        : value,
    ]),
  );
}

function readNinjs(item: object): ReportInput {
  const body = bodyOf(item);
  if (body === null) throw noWords();
  const published = isoText(item, "firstcreated") ?? isoText(item, "contentcreated") ?? isoText(item, "versioncreated");
  const modified = isoText(item, "versioncreated");
  const uri = textIn(item, "uri");
  const byline = bylineOf(item);
  return {
    ...body,
    fields: {
      headline: headlineOf(item),
      ...(byline.length > 0 ? { byline } : {}),
      publishedAt: published,
      modifiedAt: modified === published ? null : modified,
      language: textIn(item, "language"),
      outlet: outletOf(item),
      ...(uri !== null && /^https?:\/\//i.test(uri) ? { url: uri } : {}),
    },
    diagnostics: [],
  };
}

function bodyOf(item: object): Pick<ReportInput, "text" | "as"> | null {
  for (const key of ["body_xhtml", "body_html"]) {
    const html = textIn(item, key);
    if (html !== null) return { text: blocksOf(html), as: "text" };
  }
  const text = textIn(item, "body_text") ?? textIn(item, "body_plain");
  if (text !== null) return { text, as: "text" };
  const bodies = listIn(item, "bodies");
  const body = bodies.find((one) => /^(?:main|body)$/i.test(textIn(one, "role") ?? "")) ?? bodies[0];
  const value = body === undefined ? null : textIn(body, "value");
  if (body === undefined || value === null) return null;
  const isMarkup = /html|xml/i.test(textIn(body, "contenttype") ?? "") || /<p\b/i.test(value);
  return { text: isMarkup ? blocksOf(value) : value, as: "text" };
}

/** The paragraphs of a body in markup. There is nothing else in it, so all of it is the report. */
export function blocksOf(html: string): string {
  return html
    .split(/<\/?(?:p|div|h[1-6]|li|ul|ol|blockquote|br|tr|table|section|article|figure|hr)\b[^>]*>/i)
    .map(htmlToText)
    .filter((block) => block !== "")
    .join("\n\n");
}

function headlineOf(item: object): string | null {
  const single = textIn(item, "headline");
  if (single !== null) return htmlToText(single);
  const headlines = listIn(item, "headlines");
  const chosen = headlines.find((one) => /^(?:main|headline)$/i.test(textIn(one, "role") ?? "")) ?? headlines[0];
  const value = chosen === undefined ? null : textIn(chosen, "value");
  return value === null ? null : htmlToText(value);
}

function bylineOf(item: object): string[] {
  const line = textIn(item, "byline") ?? textIn(item, "by") ?? "";
  if (line !== "") return splitNames(htmlToText(line));
  return listIn(item, "by")
    .concat(listIn(item, "bylines"))
    .flatMap((one) => textIn(one, "name") ?? textIn(one, "value") ?? []);
}

function splitNames(line: string): string[] {
  return line
    .replace(/^by\s+/i, "")
    .split(/\s*(?:,|;|\band\b)\s*/)
    .filter(Boolean);
}

function outletOf(item: object): string | null {
  const source = listIn(item, "infosources")
    .concat(listIn(item, "infosource"))
    .find((one) => textIn(one, "name") !== null);
  return (
    (source === undefined ? null : textIn(source, "name")) ?? textIn(item, "source") ?? textIn(item, "copyrightholder")
  );
}

function isoText(item: object, key: string): string | null {
  const value = textIn(item, key);
  return value !== null && /^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(value) ? value : null;
}

function noWords(): OnrecordError {
  return new OnrecordError("no-text", "The JSON holds no news item with a body.", {
    next: "Give ninjs (https://iptc.org/standards/ninjs/), or lines of JSON to: onrecord analyze --jsonl",
  });
}
