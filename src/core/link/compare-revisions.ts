import type { Event, Figure, Record, Request, Speaker, Statement } from "../record/record.ts";
import { overlaps, type Span, textOf } from "../text/span.ts";
import { unitWord } from "../text/unit-word.ts";
import { contentWordsOf } from "./content-words.ts";

/** What differs between two versions of a report: facts, and apart from them wording. */
export interface RevisionChanges {
  /** Headline, byline and dates. */
  readonly fields: readonly {
    readonly field: "headline" | "byline" | "outlet" | "publishedAt" | "modifiedAt";
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** Rows of the record, compared by their content and not by their place, in the order of the text. */
  readonly facts: readonly FactChange[];
  /** Sentences that came, went or read otherwise; `facts` when one of the rows above stands in it, else `style`. */
  readonly sentences: readonly SentenceChange[];
}

export type ChangeKind = "added" | "removed" | "changed";

export interface FactChange {
  readonly change: ChangeKind;
  readonly kind: "statement" | "event" | "figure" | "request";
  readonly before: FactSide | null;
  readonly after: FactSide | null;
}

/** A row of one of the two records. */
export interface FactSide {
  readonly row: string;
  readonly span: Span;
  /** The row's words in that version. */
  readonly words: string;
  /** What the row says besides: speaker and act, status and date, giver, answer. */
  readonly says: string;
}

export interface SentenceChange {
  readonly change: ChangeKind;
  readonly bearing: "facts" | "style";
  readonly before: (Span & { readonly text: string }) | null;
  readonly after: (Span & { readonly text: string }) | null;
}

/** Two rows or sentences with this share of their words in common are one that was changed. */
const ALIKE = 0.5;
/** More differences than these are a new text; they are not paired. */
const MOST_PAIRED = 400;

interface Row extends FactSide {
  readonly kind: FactChange["kind"];
  /** Equal for rows that say the same. */
  readonly key: string;
  /** What tells a changed row from another row. */
  readonly marks: ReadonlySet<string>;
}

/** Compares an earlier version of a report with a later one. */
export function compareRevisions(before: Record, after: Record): RevisionChanges {
  const facts = KINDS.flatMap((kind) => compareRows(rowsOf(before, kind), rowsOf(after, kind)));
  facts.sort((a, b) => placeOf(a) - placeOf(b));
  return { fields: compareFields(before, after), facts, sentences: compareSentences(before, after, facts) };
}

const KINDS = ["statement", "event", "figure", "request"] as const;

function compareFields(before: Record, after: Record): RevisionChanges["fields"] {
  const values = ({ report }: Record) => ({
    headline: report.headline,
    byline: report.byline.join(", ") || null,
    outlet: report.outlet,
    publishedAt: report.publishedAt,
    modifiedAt: report.modifiedAt,
  });
  const [old, now] = [values(before), values(after)];
  const fields = ["headline", "byline", "outlet", "publishedAt", "modifiedAt"] as const;
  return fields
    .filter((field) => old[field] !== now[field])
    .map((field) => ({ field, before: old[field], after: now[field] }));
}

function rowsOf(record: Record, kind: FactChange["kind"]): Row[] {
  switch (kind) {
    case "statement":
      return record.statements.map((row) => statementRow(record, row));
    case "event":
      return record.events.map((row) => eventRow(record, row));
    case "figure":
      return record.figures.map((row) => figureRow(record, row));
    case "request":
      return record.requests.map((row) => requestRow(record, row));
  }
}

function statementRow(record: Record, row: Statement): Row {
  const words = row.content.map((span) => textOf(record.report.text, span)).join(" … ");
  const speaker = nameOf(record, row.speaker, row.source);
  const says = `${speaker || "unnamed"}: ${row.act}${row.alleged ? ", alleged" : ""}`;
  const span = { start: row.content[0]?.start ?? 0, end: row.content.at(-1)?.end ?? 0 };
  return makeRow("statement", row.id, span, words, says, contentWordsOf(words));
}

function eventRow(record: Record, row: Event): Row {
  const { text } = record.report;
  const time = record.timeExpressions.find(({ id }) => id === row.time);
  const who = row.participants
    .map(({ role, actor, span }) => `${ROLE_WORDS[role] ?? ""}${actorName(record, actor) ?? textOf(text, span)}`)
    .sort();
  const status = row.status === "occurred" ? null : row.status;
  const says = [row.type, status, time?.value ?? null, row.place?.name ?? null, ...who]
    .filter((part) => part !== null)
    .join(", ");
  const words = textOf(text, row.trigger);
  const marks = [`type ${row.type}`, ...contentWordsOf(words), ...who.map((one) => one.toLowerCase())];
  return makeRow("event", row.id, row.trigger, words, says, marks);
}

const ROLE_WORDS: { readonly [role: string]: string } = { agent: "by ", other: "with " };

function figureRow(record: Record, row: Figure): Row {
  const { text } = record.report;
  const given = record.statements.find(({ id }) => id === row.accordingTo);
  const giver = given === undefined ? "" : nameOf(record, given.speaker, given.source);
  const amount = row.min === row.max ? `${row.min}` : `${row.min ?? ""}–${row.max ?? ""}`;
  const unit =
    row.unit === null || row.unit === "person" ? "" : ` ${unitWord(row.unit, row.min === row.max ? row.min : null)}`;
  const counts = row.counts === "other" ? "" : row.counts;
  const says = [`${amount}${unit}`, counts, row.quantity === "exact" ? "" : row.quantity, giver && `by ${giver}`]
    .filter((part) => part !== "")
    .join(", ");
  // The number itself may be what changed.
  const marks = [`unit ${row.unit}`, ...contentWordsOf(row.counts)];
  return makeRow("figure", row.id, row.span, textOf(text, row.span), says, marks);
}

function requestRow(record: Record, row: Request): Row {
  const asker = nameOf(record, row.asker, null);
  const asked = nameOf(record, row.asked, null);
  const words = textOf(record.report.text, row.about ?? row.span);
  const says = `${asker || "unnamed"} of ${asked || "unnamed"}: ${row.status}`;
  return makeRow("request", row.id, row.span, words, says, contentWordsOf(words));
}

function makeRow(
  kind: Row["kind"],
  row: string,
  span: Span,
  words: string,
  says: string,
  marks: readonly string[],
): Row {
  return { kind, row, span, words, says, key: `${plain(words)}\n${says}`, marks: new Set(marks) };
}

/** Rows that say the same drop out; of the rest the most alike are one that changed. */
function compareRows(before: readonly Row[], after: readonly Row[]): FactChange[] {
  const [gone, come] = withoutEqual(before, after, (row) => row.key);
  return pairAlike(gone, come, (row) => row.marks).map(([old, now]) => ({
    change: changeOf(old, now),
    kind: (old ?? now)?.kind ?? "statement",
    before: old === null ? null : sideOf(old),
    after: now === null ? null : sideOf(now),
  }));
}

function compareSentences(before: Record, after: Record, facts: readonly FactChange[]): SentenceChange[] {
  const sentences = (record: Record) =>
    record.sentences.map((span) => {
      const text = textOf(record.report.text, span).replace(/\s+/g, " ").trim();
      return { ...span, text, marks: new Set(contentWordsOf(text)) };
    });
  const [gone, come] = withoutEqual(sentences(before), sentences(after), ({ text }) => text);
  const holds = (side: "before" | "after", sentence: Span | null) =>
    sentence !== null && facts.some((fact) => fact[side] !== null && overlaps(fact[side].span, sentence));
  return pairAlike(gone, come, ({ marks }) => marks)
    .map(
      ([old, now]): SentenceChange => ({
        change: changeOf(old, now),
        bearing: holds("before", old) || holds("after", now) ? "facts" : "style",
        before: old === null ? null : { start: old.start, end: old.end, text: old.text },
        after: now === null ? null : { start: now.start, end: now.end, text: now.text },
      }),
    )
    .sort((a, b) => (a.after ?? a.before)!.start - (b.after ?? b.before)!.start);
}

/** What of two lists is not in the other, doubles counted. */
function withoutEqual<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): [T[], T[]] {
  const counts = new Map<string, number>();
  for (const one of before) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  const come: T[] = [];
  for (const one of after) {
    const left = counts.get(keyOf(one)) ?? 0;
    if (left > 0) counts.set(keyOf(one), left - 1);
    else come.push(one);
  }
  const gone: T[] = [];
  for (const one of before) {
    const left = counts.get(keyOf(one)) ?? 0;
    if (left > 0) {
      counts.set(keyOf(one), left - 1);
      gone.push(one);
    }
  }
  return [gone, come];
}

/** Pairs the most alike first; what is like nothing stands alone. */
function pairAlike<T>(
  gone: readonly T[],
  come: readonly T[],
  marksOf: (one: T) => ReadonlySet<string>,
): (readonly [T | null, T | null])[] {
  const pairs: { readonly likeness: number; readonly old: T; readonly now: T }[] = [];
  if (gone.length <= MOST_PAIRED && come.length <= MOST_PAIRED) {
    for (const old of gone) {
      for (const now of come) {
        const likeness = likenessOf(marksOf(old), marksOf(now));
        if (likeness >= ALIKE) pairs.push({ likeness, old, now });
      }
    }
  }
  // Sorting is stable: among equals the first in the text come first.
  pairs.sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<T>();
  const result: (readonly [T | null, T | null])[] = [];
  for (const { old, now } of pairs) {
    if (taken.has(old) || taken.has(now)) continue;
    taken.add(old).add(now);
    result.push([old, now]);
  }
  for (const old of gone) if (!taken.has(old)) result.push([old, null]);
  for (const now of come) if (!taken.has(now)) result.push([null, now]);
  return result;
}

/** Of all words of both, the share that both have. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const mark of a) if (b.has(mark)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

function changeOf(old: unknown, now: unknown): ChangeKind {
  return old === null ? "added" : now === null ? "removed" : "changed";
}

function sideOf({ row, span, words, says }: Row): FactSide {
  return { row, span, words, says };
}

function placeOf({ before, after }: FactChange): number {
  return (after ?? before)?.span.start ?? 0;
}

function nameOf(record: Record, speaker: Speaker, source: Span | null): string {
  switch (speaker.kind) {
    case "resolved":
      return actorName(record, speaker.actor) ?? "";
    case "unnamed":
      return speaker.description;
    case "ambiguous":
      return source === null ? "" : textOf(record.report.text, source);
  }
}

function actorName(record: Record, id: string | null): string | null {
  return record.actors.find((actor) => actor.id === id)?.name ?? null;
}

/** Without what only typesetting changes: marks, blanks and capitals. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
