import type { DatabaseSync } from "node:sqlite";
import { FUNCTION_WORDS } from "../../core/lexicons/function-words.ts";
import { formatFts5Query, parseSearchQuery, type QueryPhrase } from "../search-query.ts";
import type { SearchKind, StoredHit, StoreList, StoreQuery } from "../store.ts";
import { offsetOf } from "./pages.ts";
import { prepare } from "./prepare.ts";
import { numberIn, optionalTextIn, type Row, textIn } from "./rows.ts";
import type { LitText, WordLighter } from "./word-lighter.ts";

/** Ranking reads every match, so what matches more rows than this is given newest first. */
const MAX_RANKED = 1000;
/** A word that more rows hold tells little, and counting them all takes long: rows are not ranked by it. */
const MAX_COUNTED = 5000;
/** Characters of text shown around the first match. */
const WINDOW = 240;
/** Statement rows are numbered under their report, so that a report's rows are one range. */
export const ROWS_PER_REPORT = 100_000;

/** Without a kind, the kinds take turns by rank: ranks of different indexes cannot be compared. */
export function searchStore(db: DatabaseSync, lit: WordLighter, query: StoreQuery): StoreList<StoredHit> {
  const asked = readWords(query.q);
  if (asked === null) return { items: [], next: null };
  const offset = offsetOf(query.after);
  const wanted = offset + query.limit + 1;
  const kinds: readonly SearchKind[] = query.kind === undefined ? ["actor", "report", "statement"] : [query.kind];
  const ranked = kinds.map((kind) => rankOnce(db, kind, asked, query.story, wanted).map((key) => ({ kind, key })));
  const order = Array.from({ length: wanted }, (_, place) => ranked.flatMap((list) => list[place] ?? [])).flat();
  const items = readHits(db, lit, order.slice(offset, offset + query.limit), asked.match);
  return { items, next: order.length > offset + query.limit ? `o${offset + query.limit}` : null };
}

interface AskedWords {
  /** As an FTS5 expression: all that must be found. */
  readonly match: string;
  /** The words, one by one, that rows may be ranked by. */
  readonly telling: readonly QueryPhrase[];
}

/** Function words must be found like the others, but nearly every row of a large store holds them. */
function readWords(q: string): AskedWords | null {
  const phrases = parseSearchQuery(q);
  const match = formatFts5Query(phrases);
  if (match === null) return null;
  const telling = phrases
    .flatMap((phrase) =>
      phrase.prefix ? [phrase] : phrase.words.split(" ").map((words) => ({ words, prefix: false })),
    )
    .filter(({ words, prefix }) => prefix || !FUNCTION_WORDS.has(words.toLowerCase()));
  return { match, telling };
}

interface RankedKey {
  readonly kind: SearchKind;
  readonly key: number;
}

const TABLES = { report: "report_words", statement: "statement_words", actor: "actor_words" } as const;
/** A word in the headline or a name weighs more than one in the body. */
const WEIGHTS = { report: "5.0, 1.0", statement: "2.0, 1.0", actor: "1.0" } as const;
const IN_STORY = {
  report: "IN (SELECT report FROM story_reports JOIN stories ON stories.key = story WHERE stories.id = ?)",
  statement: `/ ${ROWS_PER_REPORT} IN (SELECT report FROM story_reports JOIN stories ON stories.key = story WHERE stories.id = ?)`,
  actor: "IN (SELECT story_actors.key FROM story_actors JOIN stories ON stories.key = story WHERE stories.id = ?)",
} as const;

/** As `rank`, of the versions of one page the best alone: what each of them has is one find. */
function rankOnce(
  db: DatabaseSync,
  kind: SearchKind,
  asked: AskedWords,
  story: string | undefined,
  wanted: number,
): number[] {
  if (kind === "actor") return rank(db, kind, asked, story, wanted);
  for (let limit = wanted; ; limit *= 2) {
    const keys = rank(db, kind, asked, story, limit);
    const seen = new Set<string>();
    const pages = new Map(
      prepare(db, SAME_FIND[kind])
        .all(JSON.stringify(keys))
        .map((row) => [numberIn(row, "key"), textIn(row, "find")]),
    );
    const once = keys.filter((key) => {
      const find = pages.get(key) ?? String(key);
      return !seen.has(find) && seen.add(find);
    });
    if (once.length < wanted && keys.length === limit) continue;
    return kind === "report" ? inNewestVersion(db, asked, once.slice(0, wanted)) : once.slice(0, wanted);
  }
}

/** Each report, or the newest version of its page that has the words too: rank prefers whichever is shortest. */
function inNewestVersion(db: DatabaseSync, asked: AskedWords, keys: readonly number[]): number[] {
  const found = prepare(
    db,
    `SELECT own.key AS key, max(version.key) AS newest
     FROM json_each(?) AS found JOIN reports AS own ON own.key = found.value
     JOIN reports AS version ON version.url = own.url AND version.key > own.key
     WHERE EXISTS (SELECT 1 FROM report_words WHERE report_words MATCH ? AND rowid = version.key) GROUP BY own.key`,
  ).all(JSON.stringify(keys), asked.match);
  const newest = new Map(found.map((row) => [numberIn(row, "key"), numberIn(row, "newest")]));
  return keys.map((key) => newest.get(key) ?? key);
}

/** What two rows are one find by: the address of their page and, of statements, who says what. */
const SAME_FIND = {
  report: `
    SELECT reports.key AS key, coalesce(url, reports.id) AS find
    FROM json_each(?) AS found JOIN reports ON reports.key = found.value`,
  statement: `
    SELECT found.value AS key, coalesce(url, reports.id || row) || char(10) || speaker || char(10) || words AS find
    FROM json_each(?) AS found JOIN reports ON reports.key = found.value / ${ROWS_PER_REPORT}
    JOIN statement_words ON statement_words.rowid = found.value`,
} as const;

/** Keys of the matching rows: the best first, or, of more than `MAX_RANKED`, the newest first. */
function rank(
  db: DatabaseSync,
  kind: SearchKind,
  asked: AskedWords,
  story: string | undefined,
  limit: number,
): number[] {
  const table = TABLES[kind];
  const inStory = story === undefined ? "" : `AND rowid ${IN_STORY[kind]}`;
  const newest = prepare(
    db,
    `SELECT rowid FROM ${table} WHERE ${table} MATCH ? ${inStory} ORDER BY rowid DESC LIMIT ${MAX_RANKED + 1}`,
  )
    .all(...(story === undefined ? [asked.match] : [asked.match, story]))
    .map((row) => numberIn(row, "rowid"));
  if (newest.length > MAX_RANKED) return newest.slice(0, limit);
  const telling = formatFts5Query(asked.telling.filter((phrase) => !isCommon(db, table, phrase)));
  if (telling === null) return newest.slice(0, limit);
  // The plus keeps SQLite from looking every key up by itself.
  return prepare(
    db,
    `SELECT rowid FROM ${table} WHERE ${table} MATCH ? AND +rowid IN (SELECT value FROM json_each(?))
     ORDER BY bm25(${table}, ${WEIGHTS[kind]}), rowid DESC LIMIT ?`,
  )
    .all(telling, JSON.stringify(newest), limit)
    .map((row) => numberIn(row, "rowid"));
}

function isCommon(db: DatabaseSync, table: string, phrase: QueryPhrase): boolean {
  const row = prepare(
    db,
    `SELECT count(*) AS rows FROM (SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT ${MAX_COUNTED + 1})`,
  ).get(formatFts5Query([phrase]));
  return row !== undefined && numberIn(row, "rows") > MAX_COUNTED;
}

/** The rows of one page, with their words lit. */
function readHits(db: DatabaseSync, lit: WordLighter, order: readonly RankedKey[], match: string): StoredHit[] {
  const hits = new Map<RankedKey, StoredHit>();
  for (const kind of ["report", "statement", "actor"] as const) {
    const ranked = order.filter((one) => one.kind === kind);
    const keys = JSON.stringify(ranked.map(({ key }) => key));
    const rows = new Map(
      prepare(db, ROWS[kind])
        .all(keys)
        .map((row) => [numberIn(row, "key"), row]),
    );
    const found = ranked.flatMap((one) => {
      const row = rows.get(one.key);
      return row === undefined ? [] : [{ one, row }];
    });
    const texts = found.map(({ row }) => ({ title: textIn(row, "title"), words: textIn(row, "words") }));
    lit.light(texts, match).forEach((words, at) => {
      const { one, row } = found[at]!;
      hits.set(one, makeHit(kind, row, words));
    });
  }
  return order.flatMap((one) => hits.get(one) ?? []);
}

const OF_REPORT = `
  FROM found JOIN reports ON reports.key = found.report
  JOIN story_reports ON story_reports.report = reports.key JOIN stories ON stories.key = story_reports.story`;

const ROWS = {
  report: `
    WITH found AS (SELECT value AS key, value AS report FROM json_each(?))
    SELECT found.key, reports.id AS report, stories.id AS story, stories.title AS story_title, NULL AS row, outlet, published_at,
      report_words.headline AS title, body AS words
    ${OF_REPORT} JOIN report_words ON report_words.rowid = found.key`,
  statement: `
    WITH found AS (SELECT value AS key, value / ${ROWS_PER_REPORT} AS report FROM json_each(?))
    SELECT found.key, reports.id AS report, stories.id AS story, stories.title AS story_title, statement_words.row, outlet, published_at,
      speaker AS title, words
    ${OF_REPORT} JOIN statement_words ON statement_words.rowid = found.key`,
  actor: `
    SELECT story_actors.key, NULL AS report, stories.id AS story, stories.title AS story_title, story_actors.id AS row, NULL AS outlet,
      NULL AS published_at, name AS title, names AS words
    FROM json_each(?) AS found JOIN story_actors ON story_actors.key = found.value
    JOIN stories ON stories.key = story JOIN actor_words ON actor_words.rowid = story_actors.key`,
} as const;

function makeHit(kind: SearchKind, row: Row, words: LitText): StoredHit {
  const title = textIn(row, "title");
  return {
    kind,
    report: optionalTextIn(row, "report"),
    story: textIn(row, "story"),
    storyTitle: optionalTextIn(row, "story_title"),
    row: optionalTextIn(row, "row"),
    title: title === "" && kind === "report" ? firstWords(words.text) : title,
    ...cutWindow(words),
    publishedAt: optionalTextIn(row, "published_at"),
    outlet: optionalTextIn(row, "outlet"),
  };
}

/** Cuts about `WINDOW` characters around the first match, at gaps between words where it can; "…" stands for the rest. */
function cutWindow({ text, matches }: LitText): LitText {
  if (text.length <= WINDOW) return { text, matches };
  const first = matches[0]?.start ?? 0;
  let start = Math.max(0, Math.min(first - WINDOW / 3, text.length - WINDOW));
  start = start === 0 ? 0 : afterGap(text, Math.floor(start), first);
  let end = Math.min(text.length, start + WINDOW);
  if (end < text.length) end = beforeGap(text, end, start);
  const [lead, rest] = [start > 0 ? "… " : "", end < text.length ? " …" : ""];
  const shift = lead.length - start;
  return {
    text: `${lead}${text.slice(start, end)}${rest}`,
    matches: matches
      .filter((match) => match.start >= start && match.end <= end)
      .map((match) => ({ start: match.start + shift, end: match.end + shift })),
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
