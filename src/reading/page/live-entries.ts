import type { FieldSource } from "../../core/read/report.ts";
import type { JsonLdArticle, JsonLdUpdate } from "../json-ld.ts";
import { minutesIn } from "./entry-times.ts";
import { wordKey } from "./field.ts";
import type { Line } from "./main-text.ts";
import type { Capture, PageFacts } from "./page-facts.ts";
import { namesOf, type PageElement } from "./page-tree.ts";

/** An entry of a live report: its lines from `first` up to, not including, `last`. `at` is as printed. */
export interface LiveEntry {
  readonly first: number;
  readonly last: number;
  readonly at: string;
  readonly from: FieldSource;
}

/** Fewer timed siblings are a report with two dates, or a list of two. */
const FEWEST = 3;
/** Entries hold at least this share of a live report's words; boxes with times beside a report do not. */
const LEAST_SHARE = 0.5;
const SHORTEST_ENTRY = 40;
/** Characters of an entry that its last lines are looked for in. */
const LONGEST_ENTRY = 20_000;
/** From a time to the element of its entry. */
const MOST_LEVELS = 8;
const LIVE =
  /(?:^|[^\p{L}])(?:live|live-?(?:blog|ticker|feed|updates?|stream)|newsticker|ticker|updates|as it happened|minute by minute|minuto a minuto|en direct|in diretta|key events)(?:$|[^\p{L}])/iu;

/**
 * Finds the entries of a live report: those that its structured data lists, told by their words, else siblings of one
 * parent that each begin with a clock time and together hold most of the text, on a page that says that it is live, else
 * lines that do.
 */
export function findLiveEntries(
  lines: readonly Line[],
  facts: PageFacts,
  article: JsonLdArticle | null,
  headline: string | null,
): readonly LiveEntry[] {
  const declared = declaredEntries(lines, article?.updates ?? []);
  if (declared.length >= 2) return declared;
  const isLive = (article?.isLive ?? false) || LIVE.test(headline ?? "");
  const printed = printedEntries(lines, facts, isLive);
  return printed.length === 0 && isLive ? lineEntries(lines) : printed;
}

const LINE_CLOCK =
  /^(?<at>(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[AaPp]\.?[Mm]\b\.?)?|1?\d\s?[AaPp]\.?[Mm]\b\.?)(?:\s(?:GMT|BST|UTC|CES?T|IST|AES?T|AEDT|[ECMP][SD]?T|Uhr)\b)?)(?:\s*[:|–—-]\s*|\s+|$)(?=$|[\p{Lu}“‘"'\d])/u;

/**
 * Lines that begin with a clock time, on a page that says that it is live, where no element tells the times: they must
 * run in one order, but for one midnight, and hold most of the text.
 */
function lineEntries(lines: readonly Line[]): readonly LiveEntry[] {
  const starts = lines.flatMap(({ text, kind }, first) => {
    const at = kind === "row" ? undefined : LINE_CLOCK.exec(text)?.groups?.["at"];
    const minutes = at === undefined ? null : minutesIn(at);
    return at === undefined || minutes === null ? [] : [{ first, at, minutes }];
  });
  const steps = starts.slice(1).map(({ minutes }, index) => Math.sign(minutes - (starts[index]?.minutes ?? minutes)));
  const against = Math.min(steps.filter((step) => step > 0).length, steps.filter((step) => step < 0).length);
  const held = lines.slice(starts[0]?.first ?? lines.length).reduce((sum, { text }) => sum + text.length, 0);
  const total = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (starts.length < FEWEST || against > 1 || held < total * LEAST_SHARE) return [];
  return starts.map(({ first, at }, index) => {
    const last = starts[index + 1]?.first ?? lines.length;
    return { first, last, at, from: "visible-text" };
  });
}

/** Characters of a line that tell it from others. */
const KEY = 24;

function declaredEntries(lines: readonly Line[], updates: readonly JsonLdUpdate[]): readonly LiveEntry[] {
  const keys = lines.map(({ text }) => wordKey(text));
  const lineByStart = new Map<string, number>();
  for (const [at, key] of keys.entries()) {
    const start = key.slice(0, KEY);
    if (!lineByStart.has(start)) lineByStart.set(start, at);
  }
  const found = new Map<number, JsonLdUpdate>();
  for (const update of updates) {
    const places = [update.headline, update.body].flatMap((words) => {
      const place = words === null ? undefined : lineByStart.get(wordKey(words.slice(0, 200)).slice(0, KEY));
      return place === undefined ? [] : [place];
    });
    const first = Math.min(...places);
    if (Number.isFinite(first) && !found.has(first)) found.set(first, update);
  }
  const entries = [...found].sort(([a], [b]) => a - b);
  return entries.map(([first, update], index) => {
    const next = entries[index + 1]?.[0];
    return { first, last: next ?? lastOf(keys, first, update), at: update.at, from: "json-ld" };
  });
}

/** Behind the last line of an entry that nothing follows: as far as the lines are its own words. */
function lastOf(keys: readonly string[], first: number, { body }: JsonLdUpdate): number {
  const own = wordKey((body ?? "").slice(0, LONGEST_ENTRY));
  let last = first + 1;
  while (last < keys.length && own.includes((keys[last] ?? "").slice(0, 60))) last++;
  return last;
}

function printedEntries(lines: readonly Line[], facts: PageFacts, isLive: boolean): readonly LiveEntry[] {
  /** By parent: its children that hold a clock time, each with its first one. */
  const groups = new Map<PageElement, Map<PageElement, Capture>>();
  for (const capture of facts.captures) {
    if ((capture.kind !== "time" && capture.kind !== "date") || clockOf(capture) === null) continue;
    let child = capture.element;
    for (let up = 0; up < MOST_LEVELS && child.parent !== null; up++, child = child.parent) {
      const known = groups.get(child.parent) ?? new Map<PageElement, Capture>();
      groups.set(child.parent, known);
      if (!known.has(child)) known.set(child, capture);
    }
  }
  for (const [parent, children] of groups) if (children.size < FEWEST) groups.delete(parent);
  if (groups.size === 0) return [];
  const held = new Map<PageElement, number>();
  let total = 0;
  for (const { element, text } of lines) {
    total += text.length;
    for (let at = element; at?.parent != null; at = at.parent)
      if (groups.get(at.parent)?.has(at) === true) held.set(at, (held.get(at) ?? 0) + text.length);
  }
  let best: ReadonlyMap<PageElement, Capture> | null = null;
  for (const [parent, children] of groups) {
    const sizes = [...children.keys()].map((child) => held.get(child) ?? 0).filter((size) => size >= SHORTEST_ENTRY);
    if (sizes.length < FEWEST || sizes.reduce((sum, size) => sum + size, 0) < total * LEAST_SHARE) continue;
    if (!isLive && !isCalledLive(parent)) continue;
    if (best === null || children.size > best.size) best = children;
  }
  return best === null ? [] : entriesOf(lines, best);
}

function entriesOf(lines: readonly Line[], children: ReadonlyMap<PageElement, Capture>): readonly LiveEntry[] {
  const entries: { first: number; last: number; at: string; from: FieldSource; of: PageElement }[] = [];
  for (const [index, { element }] of lines.entries()) {
    let own: PageElement | null = element;
    while (own !== null && !children.has(own)) own = own.parent;
    const capture = own === null ? undefined : children.get(own);
    if (own === null || capture === undefined) continue;
    const open = entries.at(-1);
    if (open?.of === own && open.last === index) open.last = index + 1;
    else if (open?.of !== own)
      entries.push({
        first: index,
        last: index + 1,
        at: clockOf(capture) ?? "",
        from: capture.kind === "time" ? "time-element" : "visible-text",
        of: own,
      });
  }
  return entries.map(({ first, last, at, from }) => ({ first, last, at, from }));
}

const CLOCK = /\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b|\b1?\d\s?[ap]\.?m\b/i;

/** The time that an element gives, as printed, when it is one with a clock; "5 minutes ago" is none. */
function clockOf({ attributes, text }: Capture): string | null {
  const given = attributes["datetime"] ?? attributes["content"] ?? attributes["data-datetime"];
  if (given !== undefined && given.length <= 60 && CLOCK.test(given.replace("T", " "))) return given;
  return text.length <= 40 && CLOCK.test(text) ? text : null;
}

function isCalledLive(parent: PageElement): boolean {
  for (let at: PageElement | null = parent, up = 0; at !== null && up < 4; at = at.parent, up++)
    if (
      LIVE.test(
        namesOf(at)
          .replace(/[_-]/g, " ")
          .replace(/([a-z])([A-Z])/g, "$1 $2"),
      )
    )
      return true;
  return false;
}
