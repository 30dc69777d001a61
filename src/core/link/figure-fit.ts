import { ANYBODY, CURRENCY_WORDS } from "../lexicons/figure-counted-nouns.ts";
import { PLURAL_SCALES, SCALES, SMALL_NUMBERS, VAGUE_AMOUNTS } from "../lexicons/figure-number-words.ts";
import { QUALIFIERS_AFTER, QUALIFIERS_BEFORE } from "../lexicons/figure-qualifiers.ts";
import { MEASURE_UNITS } from "../lexicons/units.ts";
import type { Figure, Speaker } from "../record/record.ts";
import type { Span } from "../text/span.ts";
import { contentWordsOf } from "./content-words.ts";
import { findGiver } from "./find-giver.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { EventLinks } from "./link-events.ts";
import type { StatementLinks } from "./link-statements.ts";
import type { PairFeatures } from "./pair-model.ts";
import { daysApart, type StorySource, sentenceAt } from "./story-reports.ts";
import { likenessOf, type StoryWords, sharedCount, type WordBag } from "./story-words.ts";

/** A figure of one report with what comparing needs. */
export interface FigureNode {
  readonly source: StorySource;
  readonly figure: Figure;
  /** Story event, or null. */
  readonly event: string | null;
  readonly giver: Speaker | null;
  /** Words of the figure but its number: "people", "pounds". */
  readonly noun: WordBag;
  /** The same without units and words that count anybody. */
  readonly things: WordBag;
  /** Content words close to it. */
  readonly near: WordBag;
  readonly sentence: number;
  /** Worded against another figure: "nearer 70,000", "more like 900". */
  readonly contrasts: boolean;
  /** Its clause says nothing but the number: "the union says £31,900", "they put it at 90". */
  readonly alone: boolean;
  /** Told again as what somebody gave before: "down from £400,000", "after first giving a figure of 600". */
  readonly restates: boolean;
}

export function makeFigureNode(
  source: StorySource,
  figure: Figure,
  actors: ActorLinks,
  events: EventLinks,
  statements: StatementLinks,
  words: StoryWords,
): FigureNode {
  const { text } = source.record.report;
  const giver = giverOf(source, figure, actors, statements);
  const { start, end } = figure.span;
  const sentence = sentenceAt(source, start);
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  const noun = wordsOf(`${text.slice(start, end)} ${LIKELIER.exec(text.slice(end, end + NEAR))?.[1] ?? ""}`).filter(
    (word) => !NUMBER_WORDS.has(word),
  );
  const things = noun.filter(isThing);
  return {
    source,
    figure,
    event: events.of(source, figure.event),
    giver,
    noun: words.bagOf(noun),
    things: words.bagOf(things),
    near: words.bagOf(wordsOf(`${before.slice(before.search(/\s|$/))} ${after.replace(/\S*$/, "")}`)),
    sentence,
    contrasts: CONTRAST.test(text.slice(Math.max(0, start - 24), end)),
    alone: things.length === 0 && ALONE.test(text.slice(Math.max(0, start - 70), start)) && ENDS.test(text.slice(end)),
    restates: isToldAgain(text, figure.span),
  };
}

/** Told as what somebody gave before: "down from 41", "the 48,000 he gave last month". */
export function isToldAgain(text: string, { start, end }: Span): boolean {
  return MOVED_FROM.test(text.slice(Math.max(0, start - 60), start)) || GIVEN_BEFORE.test(text.slice(end, end + 60));
}

const MOVED_FROM =
  /(?:\b(?:down|up|revised|raised|lowered|cut|rose|risen|fell|fallen|increased|reduced|amended|corrected)\b[^.;]{0,20}\bfrom|\b(?:after|having)\s+(?:first|initially|earlier|previously|originally)\s+(?:given|giving|put|putting|said|saying|estimated|estimating|reported|reporting|stated|stating|announced|announcing|spoken|speaking|talked|talking|told|telling|counted|counting|named|naming|claimed|claiming)\b[^.;]{0,24}|\b(?:began|started)\s+by\s+(?:giving|putting|saying|estimating|reporting|announcing|counting|claiming)\b[^.;]{0,24}|\b(?:earlier|first|initial|previous|original)\s+(?:figure|estimate|count|toll|number|tally|total) of) (?:the |an? |its |an earlier |a previous |about |around )?$/i;

/** "against the 48,000 he gave last month", "not the $5.4 million given earlier". */
const GIVEN_BEFORE =
  /^(?:(?:\s+\p{L}+)?\s+(?:that\s+)?(?:he|she|it|they)\s+(?:had\s+)?(?:first\s+|earlier\s+)?(?:gave|given|put|announced|reported|said|named|quoted)\b|(?:\s+\p{L}+)?\s+(?:first\s+|initially\s+|originally\s+)?(?:given|announced|reported|named|quoted|claimed)\s+(?:earlier|before|previously|at first|initially|first|last)\b)/iu;

/** What is told again is the figure that it was, and what takes its place in the same sentence counts the same thing. */
export function isMovedFrom(a: FigureNode, b: FigureNode): boolean {
  if (a.restates && b.restates) return false;
  if (a.source === b.source) {
    const isOneMeasure = a.figure.unit === b.figure.unit || isBare(a) || isBare(b);
    return a.sentence === b.sentence && (a.restates || b.restates) && isOneMeasure;
  }
  const { min, max, unit } = a.figure;
  const isOneMeasure = unit === b.figure.unit || isBare(b);
  return b.restates && min === b.figure.min && max === b.figure.max && isOneMeasure;
}

/**
 * The words of its own clause have the last word, for a statement may hold what two of them count; else the speaker of
 * the statement that holds the figure.
 */
function giverOf(source: StorySource, figure: Figure, actors: ActorLinks, statements: StatementLinks): Speaker | null {
  const node = statements.node(source, figure.accordingTo);
  const found = findGiver(source, figure.span);
  if (found === null) return node?.speaker ?? null;
  const giver = actors.speaker(source, found.giver);
  if (node === null || giver.kind === "resolved") return giver;
  const cue = node.statement.cue ?? node.statement.source;
  const isApart = cue !== null && (cue.end <= found.clause.start || cue.start >= found.clause.end);
  return isApart ? giver : node.speaker;
}

/** "35% more likely to have died": what is likelier is what the share measures. */
const LIKELIER =
  /^\s+(?:more|less) likely to (?:be |have |get |say |report )?((?:(?!(?:at|in|on|for|of|than|and|or|by|when|if|to|with)\b)\p{L}+\s?){1,4})/iu;

const CONTRAST =
  /\b(?:nearer|closer to|more like|rather than|as against|compared with|not the|instead of|put (?:it|the \w+) at)\b/i;

const ALONE =
  /\b(?:say|says|said|claim(?:s|ed)?|suggest(?:s|ed)?|insist(?:s|ed)?|argue[sd]?|believe[sd]?|puts?|gave|gives?|ma[dk]es?|ha[sd]|thinks?|thought|count(?:s|ed)|reckon(?:s|ed)?|estimate[sd]?|shows?|showed|st(?:ands?|ood) by|k(?:eeps?|ept) to|costed|priced)\s+(?:that\s+)?(?:(?:it|they|this|them|there|the\s+(?:\p{L}+\s+)?(?:figure|sum|number|total|cost|bill|value|amount|turnout|count|toll)|an? (?:total|figure|count) of)\s+)?(?:(?:is|was|are|were|at|had been|has been|would be|could be)\s+)?(?:(?:worth|really|actually|in fact)\s+)?$/iu;

/** Nothing of weight follows: the clause ends, or says for how long or on which terms. */
const ENDS = /^["”’']?\s*(?:$|[.,;:)—]|(?:once|when|if|in|on|over|at|an?|each|per|and|but|or)\b)/iu;

/** Code units before and after the figure that count as close. */
const NEAR = 50;

/** What a figure's own words hold beside digits and the word for what it counts. */
const NUMBER_WORDS: ReadonlySet<string> = new Set(
  [
    ...[SMALL_NUMBERS, SCALES, PLURAL_SCALES, VAGUE_AMOUNTS].flatMap((words) => [...words.keys()]),
    ...QUALIFIERS_BEFORE.keys(),
    ...QUALIFIERS_AFTER.keys(),
    "nearer closer thereabouts another other odd",
  ].flatMap(contentWordsOf),
);

/** Words for a unit, or for anybody. */
const PLAIN_WORDS: ReadonlySet<string> = new Set(
  [...MEASURE_UNITS.keys(), ...CURRENCY_WORDS.keys(), ...ANYBODY, "percent", "per cent"].flatMap(contentWordsOf),
);

/** Nouns for what a figure's own words say it counts; empty for a bare number, "people" and a unit. */
export function thingsIn(words: string): ReadonlySet<string> {
  return new Set(wordsOf(words).filter((word) => !NUMBER_WORDS.has(word) && isThing(word)));
}

function isThing(word: string): boolean {
  return !PLAIN_WORDS.has(word);
}

function wordsOf(text: string): string[] {
  return contentWordsOf(text).filter((word) => !hasDigit(word));
}

function hasDigit(word: string): boolean {
  return /\p{N}/u.test(word);
}

/** Counts of people, which reports word in one way or another: "40 people" at a march is its crowd. */
const PEOPLE: ReadonlySet<string> = new Set(["people", "crowd", "arrested", "injured", "dead", "missing", "affected"]);

/** Kinds of counts that may be worded for one another. */
export function familyOf(counts: string): string {
  return PEOPLE.has(counts) ? "people" : counts;
}

/** "90" or "nearer 700", of which its own words do not say what it counts. */
export function isBare({ figure, noun }: FigureNode): boolean {
  return figure.counts === "other" && figure.unit === null && noun.ids.length === 0;
}

/** Whether two figures may count one thing: the same, people however called, or a bare number beside another figure. */
export function countsAgree(a: FigureNode, b: FigureNode): boolean {
  if (a.figure.counts === b.figure.counts) return true;
  if (PEOPLE.has(a.figure.counts) && PEOPLE.has(b.figure.counts)) {
    return a.figure.counts === "people" || b.figure.counts === "people";
  }
  return (isBare(a) || isBare(b)) && isBeside(a, b);
}

function isBeside(a: FigureNode, b: FigureNode): boolean {
  return a.source === b.source && a.sentence >= 0 && Math.abs(a.sentence - b.sentence) <= 1;
}

export type FigureFeature =
  | "sameEvent"
  | "otherEvent"
  | "nounShared"
  | "nounsDiffer"
  | "bare"
  | "near"
  | "sameSentence"
  | "sameReport"
  | "rivals"
  | "ratio"
  | "unitsDiffer"
  | "gap"
  | "countsDiffer"
  | "contrast";

/** What speaks for and against two figures of one kind counting the same thing, the earlier first. */
export function figureFeatures(a: FigureNode, b: FigureNode): PairFeatures<FigureFeature> {
  const flag = (held: boolean) => (held ? 1 : 0);
  const same = a.source === b.source;
  const apart = same && a.sentence >= 0 && b.sentence >= 0 ? Math.abs(b.sentence - a.sentence) : null;
  const nouns = a.noun.ids.length > 0 && b.noun.ids.length > 0;
  const shared = sharedCount(a.noun, b.noun) > 0;
  const givers = giverKey(a.giver) !== giverKey(b.giver);
  return {
    sameEvent: flag(a.event !== null && a.event === b.event),
    otherEvent: flag(a.event !== null && b.event !== null && a.event !== b.event),
    nounShared: flag(nouns && shared),
    nounsDiffer: flag(nouns && !shared),
    bare: flag(!nouns),
    near: likenessOf(a.near, b.near),
    sameSentence: flag(apart === 0),
    sameReport: flag(same),
    rivals: flag(apart !== null && apart <= 1 && givers),
    ratio: ratioOf(a.figure, b.figure),
    unitsDiffer: flag(a.figure.unit !== null && b.figure.unit !== null && a.figure.unit !== b.figure.unit),
    gap: gapOf(a.source, b.source),
    countsDiffer: flag(a.figure.counts !== b.figure.counts),
    contrast: flag(apart !== null && apart <= 1 && (b.contrasts || a.contrasts)),
  };
}

/** The features that spoke for one series, in plain words. */
export function explainFigure(features: PairFeatures<FigureFeature>): string {
  const reasons = [
    features.sameEvent > 0 ? "of one event" : "",
    features.nounShared > 0 ? "the same word for what is counted" : "",
    features.rivals + features.contrast > 0 ? "set against each other in one report" : "",
    features.near > 0.3 ? "same words around it" : "",
  ].filter((reason) => reason !== "");
  return reasons.join(", ") || "the same kind of count, of a like size";
}

export function giverKey(giver: Speaker | null): string {
  if (giver === null) return "report";
  if (giver.kind === "resolved") return giver.actor;
  return giver.kind === "unnamed" ? giver.description.toLowerCase() : giver.candidates.join(" ");
}

function sizeOf({ min, max }: Figure): number | null {
  return min ?? max;
}

/** How far apart the two sizes are: 0 when equal, 1 at a factor of ten, at most 2. */
export function ratioOf(a: Figure, b: Figure): number {
  const first = sizeOf(a);
  const second = sizeOf(b);
  if (first === null || second === null || first <= 0 || second <= 0) return 0.5;
  return Math.min(2, Math.abs(Math.log10(first / second)));
}

function gapOf(a: StorySource, b: StorySource): number {
  if (a === b) return 0;
  const days = daysApart(a, b);
  return days === null ? 0.5 : Math.min(2, Math.log2(1 + days) / 5);
}

/** One giver, and known. */
export function isSameGiver(a: FigureNode, b: FigureNode): boolean {
  return a.giver?.kind === "resolved" && giverKey(a.giver) === giverKey(b.giver);
}
