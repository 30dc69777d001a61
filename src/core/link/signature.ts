import { WORD_COMMONNESS } from "../lexicons/word-commonness.ts";
import type { Record } from "../record/record.ts";
import { isUnread } from "../segment/language.ts";
import { dayOf } from "./calendar.ts";
import { contentWordsOf, findContentWords, normaliseName } from "./content-words.ts";
import { reportBody } from "./report-body.ts";

/**
 * What a report, or a whole story, is about, small enough to keep in an index. A report's signature has its own id and
 * one report; a story's is the sum of its reports' signatures under the story's id. Plain JSON.
 */
export interface StorySignature {
  readonly id: string;
  readonly reports: number;
  /** Days of the first and the last dated report; null when none is dated. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Terms by weight, heaviest first, then by name. A name of several words is a term of its own ("palestine action"). */
  readonly terms: readonly (readonly [term: string, weight: number])[];
}

/** How many reports hold each term, over all reports placed so far. A missing term counts 0. */
export interface DocumentFrequencies {
  readonly reports: number;
  readonly counts: ReadonlyMap<string, number>;
}

export const NO_FREQUENCIES: DocumentFrequencies = { reports: 0, counts: new Map() };

/** Terms kept of one report, and of a story. */
export const REPORT_TERMS = 120;
export const STORY_TERMS = 240;

/** How many reports the shipped word counts weigh as many as; the store's own counts take over beyond it. */
const BACKGROUND_REPORTS = 300;
/** Percent of reports that hold a word which the shipped counts do not list. */
const UNLISTED_PERCENT = 0.4;
const HEADLINE_FACTOR = 2;
const LEAD_FACTOR = 1.5;
const MARKED_FACTOR = 1.4;
/** Words of the body that count as its lead. */
const LEAD_WORDS = 60;

/** Linear in the length of the report. Furniture has no part in it. */
export function signatureOf(record: Record): StorySignature {
  const day = dayOf(record.report.publishedAt);
  // All reports in one other language are alike by its commonest words, which none of the shipped counts knows.
  if (isUnread(record.diagnostics)) return { id: record.report.id, reports: 1, firstDay: day, lastDay: day, terms: [] };
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, (weights.get(term) ?? 0) + weight);
  for (const word of contentWordsOf(record.report.headline ?? "")) add(word, HEADLINE_FACTOR);
  findContentWords(reportBody(record)).forEach((found, index) => {
    add(found.word, (index < LEAD_WORDS ? LEAD_FACTOR : 1) * (found.marked ? MARKED_FACTOR : 1));
  });
  for (const actor of record.actors) {
    const name = normaliseName(actor.name);
    if (name.includes(" ")) add(name, actor.mentions.filter((mention) => mention.form === "name").length);
  }
  const terms = [...weights].map(([term, weight]) => [term, 1 + Math.log(Math.max(weight, 1))] as const);
  return { id: record.report.id, reports: 1, firstDay: day, lastDay: day, terms: heaviest(terms, REPORT_TERMS) };
}

/** The story with one more report (or story) in it. The order of merging does not matter but for the terms cut off. */
export function mergeSignatures(story: StorySignature, other: StorySignature): StorySignature {
  const weights = new Map<string, number>(story.terms.map(([term, weight]) => [term, weight]));
  for (const [term, weight] of other.terms) weights.set(term, (weights.get(term) ?? 0) + weight);
  return {
    id: story.id,
    reports: story.reports + other.reports,
    firstDay: earlier(story.firstDay, other.firstDay),
    lastDay: later(story.lastDay, other.lastDay),
    terms: heaviest([...weights], STORY_TERMS),
  };
}

/**
 * How telling a term is: inverse document frequency over the store's reports and, so that the first reports of an empty
 * store can be told apart too, the shipped counts of news words.
 */
export function termImportance(term: string, frequencies: DocumentFrequencies): number {
  const percent = WORD_COMMONNESS.get(term) ?? UNLISTED_PERCENT;
  const background = (percent / 100) * BACKGROUND_REPORTS;
  const seen = frequencies.counts.get(term) ?? 0;
  return Math.log((BACKGROUND_REPORTS + frequencies.reports + 1) / (background + seen + 0.5));
}

/** Terms that a store looks up in its index to find stories that could hold the report, most telling first. */
export function lookupTerms(report: StorySignature, frequencies: DocumentFrequencies, limit = 24): string[] {
  return report.terms
    .map(([term, weight]) => [term, weight * termImportance(term, frequencies)] as const)
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
    .slice(0, limit)
    .map(([term]) => term);
}

function heaviest(terms: readonly (readonly [string, number])[], limit: number): (readonly [string, number])[] {
  return [...terms]
    .map(
      ([term, weight]) =>
        [term, Math.round(weight * 1000) / 1000, weight * termImportance(term, NO_FREQUENCIES)] as const,
    )
    .sort((a, b) => b[2] - a[2] || compareText(a[0], b[0]))
    .slice(0, limit)
    .map(([term, weight]) => [term, weight] as const);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
