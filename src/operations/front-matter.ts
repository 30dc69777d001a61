import type { ReportFields } from "../core/read/plain-text.ts";
import { readPrintedDate } from "../core/read/printed-date.ts";
import { checkIsoDate } from "./iso-date.ts";

export interface FrontMatter {
  readonly fields: ReportFields;
  /** Where the report's own bytes start. */
  readonly length: number;
}

const NONE: FrontMatter = { fields: {}, length: 0 };
const MAX_LENGTH = 4096;
const KNOWN = new Set(["published", "modified", "outlet", "url", "headline", "byline", "language"]);
/** Names that other programs give the same fields. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["title", "headline"],
  ["author", "byline"],
  ["authors", "byline"],
  ["date", "published"],
  ["updated", "modified"],
  ["source", "outlet"],
  ["publisher", "outlet"],
  ["link", "url"],
  ["lang", "language"],
]);

/**
 * Reads the fields that a text file may state about itself at its top:
 *
 *     ---
 *     published: 2031-03-04
 *     outlet: Harbour Post
 *     url: https://post.example/ferry
 *     headline: Ferry stops on Monday
 *     byline: Ada Ferro, Olin Marsh
 *     ---
 *
 * The names that note-taking and publishing programs use are known too ("title", "date", "author", "updated", "source", "link", "lang"); a
 * day written in words is read as one. A block with any other line is text like the rest, so that a report that begins with a rule is not cut.
 *
 * @throws OnrecordError "bad-date"
 */
export function readFrontMatter(bytes: Uint8Array): FrontMatter {
  const top = new TextDecoder("utf-8").decode(bytes.subarray(0, MAX_LENGTH));
  const block = /^(?:\uFEFF)?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(top);
  if (!block) return NONE;
  const values = new Map<string, string>();
  for (const line of (block[1] ?? "").split(/\r?\n/)) {
    const entry = /^([A-Za-z]+)\s*:\s*(.*?)\s*$/.exec(line);
    const written = entry?.[1]?.toLowerCase() ?? "";
    const key = ALIASES.get(written) ?? written;
    if (!KNOWN.has(key)) return NONE;
    const value = unquote(entry?.[2] ?? "");
    values.set(key, key === written || !DAYS.has(key) ? value : dayInWords(value));
  }
  return { fields: fieldsOf(values), length: lengthInBytes(bytes, block[0]) };
}

const DAYS = new Set(["published", "modified"]);

/** "4 March 2031" as ISO 8601; what reads as no day stays as it is. */
function dayInWords(value: string): string {
  const date = /^\d{4}-/.test(value) ? null : readPrintedDate(value);
  return date?.kind === "date" ? date.value : value;
}

function fieldsOf(values: ReadonlyMap<string, string>): ReportFields {
  const value = (key: string) => values.get(key) || null;
  const published = value("published");
  const modified = value("modified");
  return {
    ...(published === null ? {} : { publishedAt: checkIsoDate(published) }),
    ...(modified === null ? {} : { modifiedAt: checkIsoDate(modified) }),
    ...keep("outlet", value("outlet")),
    ...keep("url", value("url")),
    ...keep("headline", value("headline")),
    ...keep("language", value("language")),
    ...(value("byline") === null ? {} : { byline: (value("byline") ?? "").split(/\s*,\s*/).filter(Boolean) }),
  };
}

function keep(field: "outlet" | "url" | "headline" | "language", value: string | null): ReportFields {
  return value === null ? {} : { [field]: value };
}

function unquote(value: string): string {
  return /^(["']).*\1$/.test(value) && value.length > 1 ? value.slice(1, -1) : value;
}

/** The decoder drops a byte order mark, so it is counted apart. */
function lengthInBytes(bytes: Uint8Array, block: string): number {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && !block.startsWith("\uFEFF") ? 3 : 0;
  return mark + Buffer.byteLength(block, "utf8");
}
