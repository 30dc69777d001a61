import type { Speaker } from "../record/record.ts";
import { type FigureNode, giverKey, isBare } from "./figure-fit.ts";
import { sharedCount } from "./story-words.ts";

/**
 * Two givers' figures that a report sets against each other: in so many words ("but", "nearer 700"), as a number that needs
 * the first to be understood, or as two counts of one kind of people.
 */
export function isSetAgainst(a: FigureNode, b: FigureNode): boolean {
  if (a.source !== b.source || giverKey(a.giver) === giverKey(b.giver) || a.sentence < 0) return false;
  const apart = Math.abs(a.sentence - b.sentence);
  const isOnWord = isSomebody(a.giver) && isSomebody(b.giver);
  const isLike = isPeople(a) && a.figure.counts === b.figure.counts && compareThings(a, b) !== "differ";
  if ((isOnWord && isLike && apart <= FEW_SENTENCES) || isElliptical(a, b)) return true;
  const [first, second] = inOrder(a, b);
  if (apart > 1 || isFarLarger(a, b) || namesOwnThing(second)) return false;
  if (a.figure.counts !== b.figure.counts && !isBare(second)) return false;
  if (a.contrasts || b.contrasts) return true;
  const { text } = a.source.record.report;
  const between = text.slice(first.figure.span.end, second.figure.span.start);
  if (isOnWord && apart === 0 && between.includes("; ") && !isBare(first)) return true;
  return SET_AGAINST.test(between + text.slice(second.figure.span.start, second.figure.span.end + BEHIND));
}

/** The second giver's number needs the first to be understood: "puts it at £37,200. The union says £31,900." */
export function isElliptical(a: FigureNode, b: FigureNode): boolean {
  if (a.source !== b.source || giverKey(a.giver) === giverKey(b.giver) || a.sentence < 0) return false;
  if (!isSomebody(a.giver) || !isSomebody(b.giver) || compareThings(a, b) === "differ") return false;
  const [first, second] = inOrder(a, b);
  if (second.sentence - first.sentence > 1 || isFarLarger(a, b) || namesOwnThing(second)) return false;
  return second.contrasts || second.alone || isBare(second);
}

/** Givers who differ over one number seldom differ so much. */
const LARGEST_RATIO = 5;

function isFarLarger({ figure: a }: FigureNode, { figure: b }: FigureNode): boolean {
  const [low, high] = [a.min ?? a.max ?? 0, b.min ?? b.max ?? 0].sort((x, y) => x - y);
  return high! > LARGEST_RATIO * low!;
}

function inOrder(a: FigureNode, b: FigureNode): readonly [FigureNode, FigureNode] {
  return a.figure.span.start < b.figure.span.start ? [a, b] : [b, a];
}

/** Sentences over which a report tells two givers' counts of one thing. */
const FEW_SENTENCES = 3;

/** Nouns for what is counted: "open" where one figure or both name nothing, or only "people". */
export function compareThings({ things: a }: FigureNode, { things: b }: FigureNode): "same" | "open" | "differ" {
  if (a.ids.length === 0 || b.ids.length === 0) return "open";
  return sharedCount(a, b) > 0 ? "same" : "differ";
}

export function isPeople({ figure: { counts } }: FigureNode): boolean {
  return counts !== "other" && counts !== "money" && counts !== "share";
}

/** Not the report itself, nor "that" or "it". */
function isSomebody(giver: Speaker | null): boolean {
  if (giver?.kind !== "unnamed") return giver !== null;
  return !/^(?:that|this|it|they|these|those|he|she)?$/i.test(giver.description);
}

/** "Put the number picked up alive at 46", "71 as the number on board", "between the two": it says what it counts. */
function namesOwnThing({ source, figure: { span } }: FigureNode): boolean {
  const { text } = source.record.report;
  const before = text.slice(Math.max(0, span.start - 60), span.start);
  return (
    OWN_THING.test(before) || /^\s+(?:as|of|aboard|on board|in all|per|a)\b/.test(text.slice(span.end, span.end + 12))
  );
}

const OWN_THING =
  /\b(?:puts? (?:the|its|his|her|their) (?:\p{L}+ ){2,6}at|with (?:the|its|his|her|their) \p{L}+ ma[dk]es?|the|these|those|all|last|first|other)\s*$/u;

/** Code units behind the second figure in which it may still be given to somebody: "90, the group claimed". */
const BEHIND = 40;
const SET_AGAINST =
  /\b(?:but|whereas|though|although|however|claim(?:s|ed)?|insist(?:s|ed)?|disput(?:es?|ed|ing)|den(?:y|ies|ied)|reckon(?:s|ed|ing)?|estimat(?:es?|ed)|counts?|counted|puts? (?:it|them|the \p{L}+(?: \p{L}+)?) at|own|only|conced(?:es?|ed)|accepts?|accepted|speaks? of|spoke of)\b/iu;
