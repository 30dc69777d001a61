import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Feed } from "../../src/reading/feeds/feed.ts";
import { readFeed } from "../../src/reading/feeds/read-feed.ts";
import { htmlToText } from "../../src/reading/html-text.ts";
import { findData } from "../data.ts";
import type { EvalResult } from "../result.ts";

/** What the comment in a fixture promises of the feed's items. */
interface Promised {
  /** How many items there are at least; null when the comment speaks of the feed alone. */
  readonly items: number | null;
  readonly isExact: boolean;
  readonly values: readonly {
    readonly item: number;
    readonly field: "title" | "link" | "id";
    readonly value: string;
  }[];
}

/**
 * Feeds that are well formed and broken, each with what a reader should find written in a comment as an expression of
 * Python. Items are counted by the highest index that it names, or by the length that it states.
 */
export async function scoreFeeds(): Promise<EvalResult[]> {
  const folder = findData("feeds");
  if (folder === null) return [];
  let [files, read, promised, found, values, right] = [0, 0, 0, 0, 0, 0];
  for (const file of globSync(`${folder}/**/*.{xml,json}`).sort()) {
    const bytes = readFileSync(file);
    const expected = promiseOf(bytes);
    const feed = attempt(file, bytes);
    files++;
    if (feed !== null) read++;
    else note(file, "not read");
    if (expected.items !== null) {
      const count = feed?.items.length ?? 0;
      promised += expected.items;
      found += expected.isExact && count > expected.items ? 0 : Math.min(count, expected.items);
      if (count < expected.items || (expected.isExact && count !== expected.items)) {
        note(file, `${count} items of ${expected.items}`);
      }
    }
    for (const { item, field, value } of expected.values) {
      const one = feed?.items[item];
      const given = field === "title" ? one?.title : field === "link" ? one?.url : (one?.id ?? one?.url);
      values++;
      if (isSame(given ?? "", value)) right++;
      else note(file, `${field} is ${JSON.stringify(given)}, not ${JSON.stringify(value)}`);
    }
  }
  const row = { task: "feeds", dataset: "feedparser's fixtures", split: "all" };
  return [
    { ...row, metric: "items found", value: (100 * found) / promised, n: promised },
    { ...row, metric: "feeds read", value: (100 * read) / files, n: files },
    { ...row, metric: "titles, links and ids right", value: (100 * right) / values, n: values },
  ];
}

/** Headers of the answer that the fixture is meant to come in stand in its comment, as names and values. */
function attempt(file: string, bytes: Uint8Array): Feed | null {
  const head = Buffer.from(bytes.subarray(0, 2000)).toString("latin1");
  const type = /^Content-type:\s*(.*)$/im.exec(head)?.[1]?.trim();
  try {
    return readFeed(bytes, {
      base: `http://127.0.0.1:8097/${basename(file)}`,
      ...(type === undefined ? {} : { contentType: type }),
    });
  } catch (error) {
    note(file, String(error));
    return null;
  }
}

function promiseOf(bytes: Uint8Array): Promised {
  const zeros = bytes.subarray(0, 400).filter((byte) => byte === 0).length;
  const wide = Buffer.from(bytes.filter((byte) => byte !== 0)).toString("latin1");
  const text = zeros > 50 ? wide : Buffer.from(bytes).toString("utf8");
  const expression = /Expect:\s*(.*)/.exec(text)?.[1] ?? "";
  const length = /len\((?:feed\.)?entries\)\s*==\s*(\d+)/.exec(expression)?.[1];
  const indexes = [...expression.matchAll(/entries\[(\d+)\]/g)].map((match) => Number(match[1]) + 1);
  const items = length !== undefined ? Number(length) : indexes.length > 0 ? Math.max(...indexes) : null;
  const equal =
    /entries\[(\d+)\](?:\[u?['"](title|link|id)['"]\]|\.(title|link|id)) == u?(['"])((?:(?!\4).)*)\4(?= |$|\))/g;
  const values = [...expression.matchAll(equal)]
    .filter((match) => !(match[5] ?? "").includes("\\"))
    .map((match) => ({ item: Number(match[1]), field: (match[2] ?? match[3]) as "title", value: match[5] ?? "" }));
  return { items, isExact: length !== undefined, values };
}

/** Titles are kept as words, addresses as browsers write them. */
function isSame(given: string, value: string): boolean {
  return given === value || htmlToText(given) === htmlToText(value) || given === URL.parse(value)?.href;
}

function note(file: string, what: string): void {
  if (process.env["FEEDS_VERBOSE"] === "1") process.stderr.write(`${file.split("/feeds/")[1]}: ${what}\n`);
}
