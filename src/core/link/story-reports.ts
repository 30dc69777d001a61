import type { Record } from "../record/record.ts";
import type { Span } from "../text/span.ts";
import { dayNumber, dayOf, instantOf } from "./calendar.ts";
import { contentWordsOf } from "./content-words.ts";
import { furnitureSpans } from "./report-body.ts";

/** One report of a story, with what every linker needs of it. */
export interface StorySource {
  readonly record: Record;
  readonly id: string;
  /** The report id without its mark, for the ids of rows. */
  readonly mark: string;
  /** Place in the order of publication, from 0. */
  readonly order: number;
  /** Day of publication (of modification, for a later version of a URL), or null. */
  readonly day: string | null;
  /** The same in days since 1970. */
  readonly dayNumber: number | null;
  /** 1 for the first version of a URL. */
  readonly revision: number;
  /** Sentences of the body, furniture left out. */
  readonly sentences: readonly StorySentence[];
}

/** Stands for the time of an undated report. */
const LAST = Number.MAX_SAFE_INTEGER;

export interface StorySentence {
  readonly span: Span;
  /** Distinct content words in order. */
  readonly words: readonly string[];
}

/**
 * Puts the reports of a story in order: by instant of publication, then id; undated ones last. A later version of a URL
 * counts from its modification. The order of the input does not matter; of two records with one id the first is kept
 * by URL.
 */
export function orderReports(records: readonly Record[]): StorySource[] {
  const byId = new Map<string, Record>();
  for (const record of records) {
    const held = byId.get(record.report.id);
    if (!held || (record.report.url ?? "") < (held.report.url ?? "")) byId.set(record.report.id, record);
  }
  return readVersions([...byId.values()])
    .sort((a, b) => a.time - b.time || compareText(a.first, b.first) || a.revision - b.revision)
    .map(({ record, revision }, order) => {
      const { publishedAt, modifiedAt, id } = record.report;
      const day = dayOf(revision > 1 ? (modifiedAt ?? publishedAt) : publishedAt);
      return {
        record,
        id,
        mark: id.replace(/^r-/, ""),
        order,
        day,
        dayNumber: day === null ? null : dayNumber(day),
        revision,
        sentences: sentencesOf(record),
      };
    });
}

/** Index of the body sentence that holds the offset, or -1. */
export function sentenceAt(source: StorySource, offset: number): number {
  let low = 0;
  let high = source.sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { start, end } = source.sentences[middle]!.span;
    if (offset < start) high = middle - 1;
    else if (offset >= end) low = middle + 1;
    else return middle;
  }
  return -1;
}

interface Version {
  readonly record: Record;
  readonly revision: number;
  /** When it counts from: publication, or modification for a later version, which never stands before an earlier one. */
  readonly time: number;
  /** Id of the first version, which versions of one moment stand together by. */
  readonly first: string;
}

/** Versions of a URL are numbered by when they were last modified, whatever order they came in. */
function readVersions(records: readonly Record[]): Version[] {
  const byUrl = new Map<string, Record[]>();
  for (const record of records) {
    const key = record.report.url ?? `\t${record.report.id}`;
    const versions = byUrl.get(key);
    if (versions) versions.push(record);
    else byUrl.set(key, [record]);
  }
  return [...byUrl.values()].flatMap((versions) => {
    versions.sort((a, b) => modifiedTime(a) - modifiedTime(b) || compareText(a.report.id, b.report.id));
    let time = Number.NEGATIVE_INFINITY;
    return versions.map((record, index): Version => {
      const own = index === 0 ? (instantOf(record.report.publishedAt) ?? LAST) : modifiedTime(record);
      time = Math.max(time, own);
      return { record, revision: index + 1, time, first: versions[0]!.report.id };
    });
  });
}

function modifiedTime(record: Record): number {
  return instantOf(record.report.modifiedAt) ?? instantOf(record.report.publishedAt) ?? LAST;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sentencesOf(record: Record): StorySentence[] {
  const furniture = furnitureSpans(record);
  return record.sentences
    .filter((span) => !furniture.some((piece) => span.start < piece.end && piece.start < span.end))
    .sort((a, b) => a.start - b.start)
    .map((span) => {
      const found = contentWordsOf(record.report.text.slice(span.start, span.end));
      return { span: { start: span.start, end: span.end }, words: [...new Set(found)] };
    });
}

/** Days between two reports; null when one is undated. */
export function daysApart(a: StorySource, b: StorySource): number | null {
  return a.dayNumber === null || b.dayNumber === null ? null : Math.abs(b.dayNumber - a.dayNumber);
}
