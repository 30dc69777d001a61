import type { DatabaseSync } from "node:sqlite";
import type { Span } from "../../core/text/span.ts";
import { formatFts5Query, parseSearchQuery } from "../search-query.ts";
import type { SearchKind, StoredHit, StoreList, StoreQuery } from "../store.ts";
import { offsetOf } from "./pages.ts";
import { numberIn, optionalTextIn, type Row, textIn } from "./rows.ts";

/** Ranking reads every match; beyond this many, the newest are ranked, so that a common word stays fast. */
const MAX_RANKED = 2000;
/** Characters of text shown around the first match. */
const WINDOW = 240;
/** Private-use marks around matches. `toIndexedText` takes them out of every text that is indexed. */
const OPEN = "\u{F0001}";
const CLOSE = "\u{F0002}";

/** Statement rows are numbered under their report, so that a report's rows are one range. */
export const ROWS_PER_REPORT = 100_000;

/** Without what the index cannot hold or what marks its matches. Length in code units is kept. */
export function toIndexedText(text: string): string {
  return text.replace(/\0/g, "\uFFFD").replace(/[\u{F0001}\u{F0002}]/gu, "\uFFFD\uFFFD");
}

/** Without a kind, the kinds take turns by rank: ranks of different indexes cannot be compared. */
export function searchStore(db: DatabaseSync, query: StoreQuery): StoreList<StoredHit> {
  const match = formatFts5Query(parseSearchQuery(query.q));
  if (match === null) return { items: [], next: null };
  const offset = offsetOf(query.after);
  const wanted = offset + query.limit + 1;
  const kinds: readonly SearchKind[] = query.kind === undefined ? ["actor", "report", "statement"] : [query.kind];
  const ranked = kinds.map((kind) => rank(db, kind, match, query.story, wanted).map((key) => ({ kind, key })));
  const order = Array.from({ length: wanted }, (_, place) => ranked.flatMap((list) => list[place] ?? [])).flat();
  const items = order.slice(offset, offset + query.limit).map(({ kind, key }) => readHit(db, kind, key, match));
  return { items, next: order.length > offset + query.limit ? `o${offset + query.limit}` : null };
}

const TABLES = { report: "report_words", statement: "statement_words", actor: "actor_words" } as const;
/** A word in the headline or a name weighs more than one in the body. */
const WEIGHTS = { report: "5.0, 1.0", statement: "2.0, 1.0", actor: "1.0" } as const;
const IN_STORY = {
  report: "IN (SELECT report FROM story_reports JOIN stories ON stories.key = story WHERE stories.id = ?)",
  statement: `/ ${ROWS_PER_REPORT} IN (SELECT report FROM story_reports JOIN stories ON stories.key = story WHERE stories.id = ?)`,
  actor: "IN (SELECT story_actors.key FROM story_actors JOIN stories ON stories.key = story WHERE stories.id = ?)",
} as const;

function rank(db: DatabaseSync, kind: SearchKind, match: string, story: string | undefined, limit: number): number[] {
  const table = TABLES[kind];
  const inStory = story === undefined ? "" : `AND rowid ${IN_STORY[kind]}`;
  const parameters = story === undefined ? [match] : [match, story];
  // The newest match beyond the limit of ranking, if there are that many.
  const floor = db
    .prepare(
      `SELECT rowid FROM ${table} WHERE ${table} MATCH ? ${inStory} ORDER BY rowid DESC LIMIT 1 OFFSET ${MAX_RANKED}`,
    )
    .get(...parameters);
  const newest = floor === undefined ? "" : `AND rowid > ${numberIn(floor, "rowid")}`;
  return db
    .prepare(
      `SELECT rowid FROM ${table} WHERE ${table} MATCH ? ${inStory} ${newest}
       ORDER BY bm25(${table}, ${WEIGHTS[kind]}), rowid DESC LIMIT ${limit}`,
    )
    .all(...parameters)
    .map((row) => numberIn(row, "rowid"));
}

function readHit(db: DatabaseSync, kind: SearchKind, key: number, match: string): StoredHit {
  if (kind === "actor") return readActorHit(db, key, match);
  const report = kind === "report" ? key : Math.floor(key / ROWS_PER_REPORT);
  const row = db
    .prepare(
      `SELECT reports.id, reports.headline, reports.outlet, reports.published_at, stories.id AS story
       FROM reports JOIN story_reports ON story_reports.report = reports.key JOIN stories ON stories.key = story
       WHERE reports.key = ?`,
    )
    .get(report);
  const shared = {
    report: textIn(row, "id"),
    story: textIn(row, "story"),
    publishedAt: optionalTextIn(row, "published_at"),
    outlet: optionalTextIn(row, "outlet"),
  };
  if (kind === "report") {
    const words = marked(
      db,
      `SELECT headline AS title, highlight(report_words, 1, '${OPEN}', '${CLOSE}') AS marked
       FROM report_words WHERE report_words MATCH ? AND rowid = ?`,
      match,
      key,
    );
    const headline = optionalTextIn(row, "headline");
    return { kind, ...shared, row: null, title: headline ?? firstWords(words.text), ...cutWindow(words) };
  }
  const source = db.prepare("SELECT speaker, row FROM statement_words WHERE rowid = ?").get(key);
  const words = marked(
    db,
    `SELECT highlight(statement_words, 1, '${OPEN}', '${CLOSE}') AS marked
     FROM statement_words WHERE statement_words MATCH ? AND rowid = ?`,
    match,
    key,
  );
  return { kind, ...shared, row: textIn(source, "row"), title: textIn(source, "speaker"), ...cutWindow(words) };
}

function readActorHit(db: DatabaseSync, key: number, match: string): StoredHit {
  const row = db
    .prepare(
      `SELECT story_actors.id, name, stories.id AS story FROM story_actors
       JOIN stories ON stories.key = story WHERE story_actors.key = ?`,
    )
    .get(key);
  const words = marked(
    db,
    `SELECT highlight(actor_words, 0, '${OPEN}', '${CLOSE}') AS marked
     FROM actor_words WHERE actor_words MATCH ? AND rowid = ?`,
    match,
    key,
  );
  return {
    kind: "actor",
    report: null,
    story: textIn(row, "story"),
    row: textIn(row, "id"),
    title: textIn(row, "name"),
    ...cutWindow(words),
    publishedAt: null,
    outlet: null,
  };
}

interface MarkedText {
  readonly text: string;
  readonly matches: readonly Span[];
}

function marked(db: DatabaseSync, sql: string, match: string, key: number): MarkedText {
  const row: Row | undefined = db.prepare(sql).get(match, key);
  const matches: Span[] = [];
  let text = "";
  let start = 0;
  for (const piece of textIn(row, "marked").split(/([\u{F0001}\u{F0002}])/u)) {
    if (piece === OPEN) start = text.length;
    else if (piece === CLOSE) matches.push({ start, end: text.length });
    else text += piece;
  }
  return { text, matches };
}

/** Cuts about `WINDOW` characters around the first match, at gaps between words where it can. */
function cutWindow({ text, matches }: MarkedText): MarkedText {
  if (text.length <= WINDOW) return { text, matches };
  const first = matches[0]?.start ?? 0;
  let start = Math.max(0, Math.min(first - WINDOW / 3, text.length - WINDOW));
  start = start === 0 ? 0 : afterGap(text, Math.floor(start), first);
  let end = Math.min(text.length, start + WINDOW);
  if (end < text.length) end = beforeGap(text, end, start);
  return {
    text: text.slice(start, end),
    matches: matches
      .filter((match) => match.start >= start && match.end <= end)
      .map((match) => ({ start: match.start - start, end: match.end - start })),
  };
}

function afterGap(text: string, from: number, limit: number): number {
  const gap = text.slice(from, limit).search(/\s\S/u);
  return gap < 0 ? onCharacter(text, from) : from + gap + 1;
}

function beforeGap(text: string, from: number, limit: number): number {
  let end = from;
  while (end > limit && end > from - 30 && !/\s/u.test(text[end] ?? " ")) end--;
  return onCharacter(text, end > from - 30 ? end : from);
}

/** The offset, or the one before it when it lies between the halves of a surrogate pair. */
function onCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff && offset > 0 ? offset - 1 : offset;
}

function firstWords(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return line.length <= 80 ? line : `${line.slice(0, beforeGap(line, 80, 40))} …`;
}
