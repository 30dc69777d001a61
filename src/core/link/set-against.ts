import type { Figure, Speaker } from "../record/record.ts";
import { textOf } from "../text/span.ts";
import { type FigureNode, giverKey, isBare, isToldAgain, ratioOf } from "./figure-fit.ts";
import { sentenceAt } from "./story-reports.ts";
import { sharedCount } from "./story-words.ts";

/**
 * Two givers' figures that a report sets against each other: in so many words ("but", "nearer 700"), as a number that needs
 * the first to be understood, or as two counts of one kind of people.
 */
export function isSetAgainst(a: FigureNode, b: FigureNode): boolean {
  if (a.source !== b.source || !haveTwoGivers(a, b) || a.sentence < 0) return false;
  const apart = Math.abs(a.sentence - b.sentence);
  const isOnWord = isSomebody(a.giver) && isSomebody(b.giver);
  const [first, second] = inOrder(a, b);
  if ((isOnWord && apart <= FEW_SENTENCES && areCountedAlike(a, b)) || isElliptical(a, b)) return true;
  if (isCountedAgain(first, second)) return true;
  if (isOtherToll(first, second) || isDisputed(first, second)) return true;
  if (apart > 1 || isFarLarger(a, b) || namesOwnThing(second)) return false;
  if (a.figure.counts !== b.figure.counts && !isBare(second)) return false;
  if (a.contrasts || b.contrasts) return true;
  const between = betweenOf(a, b);
  if (isOnWord && apart === 0 && between.includes("; ") && !isBare(first)) return true;
  const { start, end } = second.figure.span;
  const behind = textOf(a.source.record.report.text, { start, end: end + BEHIND });
  const words = between + behind.replace(/[.;!?]["”’']?\s.*$/su, "");
  return SET_AGAINST.test(words) || (isOnWord && TURNED.test(words));
}

/**
 * What one giver counts and the next counts right behind it: "Police put it at 150; the group claimed at least 400", "Khoali said
 * R138 million had been paid. Oelofse said it was more than R150 million". No other figure stands between.
 */
export function isCountedAgain(first: FigureNode, second: FigureNode): boolean {
  const apart = second.sentence - first.sentence;
  if (apart < 0 || apart > 1 || !haveTwoGivers(first, second) || !isSomebody(first.giver) || !isSomebody(second.giver))
    return false;
  if (measureOf(first.figure) !== measureOf(second.figure) || !areOfOneKind(first, second)) return false;
  if (compareThings(first, second) === "differ" || isFarLarger(first, second) || namesOwnThing(second)) return false;
  if (isBare(second)) return isMeant(first, second) && COUNTED_AGAIN.test(textBefore(second, 60));
  const between = { start: first.figure.span.end, end: second.figure.span.start };
  const isRival = (figure: Figure) =>
    figure.span.start >= between.start &&
    figure.span.end <= between.end &&
    !isToldAgain(first.source.record.report.text, figure.span) &&
    measureOf(figure) === measureOf(first.figure);
  if (first.source.record.figures.some(isRival)) return false;
  return COUNTED_AGAIN.test(textBefore(second, 60));
}

/** What it is a number of: money of a currency, a share, a length of time, or things and people, which are one. */
export function measureOf({ unit, counts }: Figure): string {
  if (counts === "age" || counts === "length") return counts;
  return unit === null || unit === "person" ? "things" : unit;
}

/** The dead are not the hurt; "people" and numbers of nothing may be of either. */
function areOfOneKind({ figure: { counts: a } }: Counted, { figure: { counts: b } }: Counted): boolean {
  return a === b || ((OF_ANY.has(a) || OF_ANY.has(b)) && a !== "votes" && b !== "votes");
}

type Counted = Pick<FigureNode, "figure">;

const OF_ANY: ReadonlySet<string> = new Set(["people", "other"]);

const COUNTED_AGAIN =
  /(?:\b(?:puts?|count(?:s|ed)|reckon(?:s|ed)?|estimat(?:es?|ed)|claim(?:s|ed)|confirm(?:s|ed)|conced(?:es?|ed)|admit(?:s|ted)|accept(?:s|ed)?|st(?:ands?|ood) by|k(?:eeps?|ept) to|sp(?:eaks?|oke|eaking) of|kn(?:ows?|ew) of)\s+(?:[\p{L}’'-]+\s+){0,5}|\b(?:it|this|the (?:true |real |actual )?(?:figure|number|total|sum|cost|bill|count|toll|loss|amount|value|turnout))\s+(?:was|were|is|had been|has been|c[ao]mes? to|would be|ran to|runs to|st(?:ands?|ood) at|(?:has |had |now )*(?:risen|rose|rises|climbed) to)\s+(?:[\p{L}’'-]+\s+){0,3})$/iu;

/** Of the dead, hurt, missing, arrested, moved or gathered of one event, in all: what two givers say of them cannot both hold. */
function areCountedAlike(a: FigureNode, b: FigureNode): boolean {
  if (a.figure.counts !== b.figure.counts || !WHOLE.has(a.figure.counts) || compareThings(a, b) === "differ")
    return false;
  return a.event === null || b.event === null || a.event === b.event;
}

/** The words between two figures of one report. */
export function betweenOf(a: FigureNode, b: FigureNode): string {
  const [first, second] = inOrder(a, b);
  return textOf(a.source.record.report.text, { start: first.figure.span.end, end: second.figure.span.start });
}

/** "Disputed the number", "called that figure a fantasy", "the true sum": the first figure is told to be wrong. */
function isDisputed(a: FigureNode, b: FigureNode): boolean {
  if (!isSomebody(b.giver) || b.sentence - a.sentence > 2) return false;
  if (a.figure.counts !== b.figure.counts && !isBare(b)) return false;
  const between = betweenOf(a, b);
  const told = [...between.matchAll(DISPUTED)].at(-1);
  // "Disputed her figure. Its spokesman said it was looking for one": the next sentence gives another.
  if (told === undefined || (between.slice(told.index).match(/[.;]\s/gu) ?? []).length > 1) return false;
  const from = a.figure.span.end + told.index;
  return !b.source.record.figures.some(({ span }) => span.start > from && span.end < b.figure.span.start);
}

const FIGURE_NOUN = "(?:figures?|numbers?|totals?|counts?|tolls?|estimates?|sums?|costs?|tally|tallies)";
const DISPUTED = new RegExp(
  `\\b(?:disput|contest|challeng|reject|den|question)(?:e[sd]?|ing|s|ed|y|ied|ies) (?:that|the|this|his|her|its|their|those|these) (?:\\p{L}+ )?${FIGURE_NOUN}\\b|\\bcalled (?:that|the|this) ${FIGURE_NOUN}\\b|\\b(?:different|true|real|actual|correct) ${FIGURE_NOUN}\\b`,
  "giu",
);

/** "Put the toll at 17": all of the dead, wherever in the report others gave their number. */
function isOtherToll(a: FigureNode, b: FigureNode): boolean {
  if (!isSomebody(b.giver) || !isToll(b) || !areCountedAlike(a, b)) return false;
  return isFirstOfKind(a) && !isFarLarger(a, b);
}

const TOLL =
  /\b(?:toll|(?:number|total|tally|count) of (?:the )?(?:dead|deaths|killed|injured|wounded|hurt|missing|arrests|arrested))\b[^.;]{0,16}\b(?:at|to|of|is|was|stood at)\s+$/iu;

function isToll(node: FigureNode): boolean {
  const { start, end } = node.figure.span;
  const words = node.source.record.report.text.slice(start, end);
  if (TOLL.test(textBefore(node, 48)) || (DEATHS.test(words) && REPORTED.test(textBefore(node, 24)))) return true;
  return SAID_THAT.test(textBefore(node, 40)) && HAD_DIED.test(node.source.record.report.text.slice(end, end + 24));
}

/** "insisted that | 22 | had died" */
const SAID_THAT =
  /\b(?:says?|said|insist(?:s|ed)?|claim(?:s|ed)?|report(?:s|ed)?|estimate[sd]?|believe[sd]?)\s+(?:that\s+)?(?:at least\s+|some\s+|about\s+)?$/iu;
const HAD_DIED =
  /^(?: (?:people|men|of them))? (?:(?:had|have) (?:died|been killed)|(?:were|are|was) (?:dead|killed)|died)\b/iu;

/** "The hospital reported 16 deaths", "could confirm one fatality". */
const DEATHS = /\b(?:deaths?|fatalit(?:y|ies)|bodies)$/iu;
const REPORTED = /\b(?:report(?:s|ed)?|confirm(?:s|ed)?|record(?:s|ed)?|count(?:s|ed)?)\s+(?:only\s+|just\s+)?$/iu;

function isFirstOfKind({ source, figure }: FigureNode): boolean {
  return source.record.figures.every(({ counts, span }) => counts !== figure.counts || span.start >= figure.span.start);
}

const WHOLE: ReadonlySet<string> = new Set(["dead", "injured", "missing", "arrested", "crowd", "affected"]);

/** The second giver's number needs the first to be understood: "puts it at £37,200. The union says £31,900." */
export function isElliptical(a: FigureNode, b: FigureNode): boolean {
  if (a.source !== b.source || !haveTwoGivers(a, b) || a.sentence < 0) return false;
  if (compareThings(a, b) === "differ") return false;
  const [first, second] = inOrder(a, b);
  if (!isSomebody(second.giver) || (!isSomebody(first.giver) && !second.alone)) return false;
  if (second.sentence - first.sentence > 1 || isFarLarger(a, b) || namesOwnThing(second)) return false;
  if (!isMeant(first, second)) return false;
  return second.contrasts || second.alone || isBare(second);
}

/**
 * Of the numbers of a sentence a bare one behind it takes up that which it is nearest to in size: after "58 cases, up from 41 on
 * Wednesday, and 22 hospital stays" another's 49 are cases. Wholes and what is told again are not taken up.
 */
export function isMeant(a: FigureNode, b: FigureNode): boolean {
  const [first, second] = inOrder(a, b);
  const { source, figure } = first;
  if (second.source !== source || second.sentence - first.sentence > 1) return true;
  // "gave 71 as the number on board, conceded that it may be 80": another thing is counted by then.
  if (isBare(second) && (isWhole(source, figure) || /\d as the (?:number|total|count)\b/iu.test(betweenOf(a, b))))
    return false;
  const apart = ratioOf(figure, second.figure);
  return figuresOf(source, first.sentence).every(
    (other) =>
      other.span.start === figure.span.start ||
      other.span.start >= second.figure.span.start ||
      measureOf(other) !== measureOf(figure) ||
      !(isBare(second) || areOfOneKind({ figure: other }, second)) ||
      isWhole(source, other) ||
      isToldAgain(source.record.report.text, other.span) ||
      ratioOf(other, second.figure) >= apart,
  );
}

/** Figures of one sentence that are looked at: more stand in lists alone. */
const MOST_IN_SENTENCE = 32;

const bySentence = new WeakMap<FigureNode["source"], ReadonlyMap<number, readonly Figure[]>>();

function figuresOf(source: FigureNode["source"], sentence: number): readonly Figure[] {
  let held = bySentence.get(source);
  if (held === undefined) {
    const sorted = new Map<number, Figure[]>();
    for (const figure of source.record.figures) {
      const at = sentenceAt(source, figure.span.start);
      const own = sorted.get(at);
      if (own === undefined) sorted.set(at, [figure]);
      else if (own.length < MOST_IN_SENTENCE) own.push(figure);
    }
    held = sorted;
    bySentence.set(source, held);
  }
  return held.get(sentence) ?? [];
}

/** "Of the 240 buses", "on a $120 million bond": the whole of which a part is told, or a word for what is told of. */
function isWhole({ record }: FigureNode["source"], { span, counts }: Figure): boolean {
  const { text } = record.report;
  if (/\bof (?:the|its|his|her|their|some|about)\s+$/iu.test(text.slice(Math.max(0, span.start - 12), span.start)))
    return true;
  const isNamed = /\b(?:an?|the|its|his|her|their|this|that)\s+$/iu.test(
    text.slice(Math.max(0, span.start - 8), span.start),
  );
  return counts === "money" && isNamed && /^[ -]\p{Ll}{3,}/u.test(text.slice(span.end, span.end + 8));
}

/** Givers who differ over one number seldom differ so much, but over a crowd, or where one has nothing but another number. */
const LARGEST_RATIO = 5;
const LARGEST_OF_ALONE = 10;
const LARGEST_OF_CROWD = 25;

function isFarLarger(a: FigureNode, b: FigureNode): boolean {
  const [low, high] = [a.figure, b.figure].map(({ min, max }) => min ?? max ?? 0).sort((x, y) => x - y);
  const isCrowd = [a, b].some(({ figure }) => figure.counts === "crowd") && isSomebody(a.giver) && isSomebody(b.giver);
  const isAlone = inOrder(a, b)[1].alone && isSomebody(a.giver);
  return high! > (isCrowd ? LARGEST_OF_CROWD : isAlone ? LARGEST_OF_ALONE : LARGEST_RATIO) * low!;
}

function inOrder(a: FigureNode, b: FigureNode): readonly [FigureNode, FigureNode] {
  return a.figure.span.start < b.figure.span.start ? [a, b] : [b, a];
}

/** Sentences over which a report tells two givers' counts of one thing. */
export const FEW_SENTENCES = 3;

function textBefore({ source, figure: { span } }: FigureNode, length: number): string {
  return source.record.report.text.slice(Math.max(0, span.start - length), span.start);
}

/** Nouns for what is counted: "open" where one figure or both name nothing, or only "people". */
export function compareThings({ things: a }: FigureNode, { things: b }: FigureNode): "same" | "open" | "differ" {
  if (a.ids.length === 0 || b.ids.length === 0) return "open";
  return sharedCount(a, b) > 0 ? "same" : "differ";
}

export function isPeople({ figure: { counts } }: FigureNode): boolean {
  return counts !== "other" && counts !== "money" && counts !== "share";
}

/** "Its review", beside whatever body was just named, is that body's. */
function haveTwoGivers({ giver: a }: FigureNode, { giver: b }: FigureNode): boolean {
  const isOwn = [a, b].some((one) => one?.kind === "unnamed" && /^its /i.test(one.description));
  return !isOwn && giverKey(a) !== giverKey(b);
}

/** Not the report itself, nor "that" or "it". */
export function isSomebody(giver: Speaker | null): boolean {
  if (giver?.kind !== "unnamed") return giver !== null;
  return !/^(?:that|this|it|they|these|those|he|she)?$/i.test(giver.description);
}

/** "Put the number picked up alive at 46", "71 as the number on board", "between the two", "(90 miles)": it says what it counts. */
function namesOwnThing(node: FigureNode): boolean {
  const { text } = node.source.record.report;
  const { span } = node.figure;
  const before = textBefore(node, 60);
  return (
    (OWN_THING.test(before) && !TOLL.test(before) && !DENIED.test(before)) ||
    /^\s+(?:as|of|aboard|on board|in all|per|a)\b/.test(text.slice(span.end, span.end + 12))
  );
}

/** "Five, not the three that the sheriff had reported". */
const DENIED = /\b(?:not|against|than)\s+the\s*$/iu;

const OWN_THING =
  /\($|\b(?:puts? (?:the|its|his|her|their) (?:\p{L}+ ){2,6}at|with (?:the|its|his|her|their) \p{L}+ ma[dk]es?|the|these|those|all|last|first|other)\s*$/u;

/** Code units behind the second figure in which it may still be given to somebody: "90, the group claimed". */
const BEHIND = 40;
const SET_AGAINST =
  /\b(?:claim(?:s|ed)?|insist(?:s|ed)?|disput(?:es?|ed|ing)|den(?:y|ies|ied)|reckon(?:s|ed|ing)?|estimat(?:es?|ed)|counts?|counted|puts? (?:it|them|the \p{L}+(?: \p{L}+)?) at|own|conced(?:es?|ed)|accepts?|accepted|speaks? of|spoke of)\b/iu;

/** Words that only turn to something else, which need a giver on either side. */
const TURNED = /\b(?:but|whereas|though|although|however|only)\b/iu;
