import { countOtherPeople } from "./count-other-people.ts";
import { isElsewhere } from "./counted-elsewhere.ts";
import { type FigureNode, isBare } from "./figure-fit.ts";
import { compareThings, isElliptical, isMeant, isPeople, isSetAgainst } from "./set-against.ts";
import { likenessOf } from "./story-words.ts";

/**
 * Whether two figures measure one and the same thing, so that they cannot both hold where they differ. A series gathers
 * what is alike; a disagreement is told only where the words tie the two together: one event, the same noun in the same
 * setting, or one figure set against the other.
 */
export function sameMeasure(a: FigureNode, b: FigureNode): boolean {
  if (a.figure.unit !== b.figure.unit && !isBare(a) && !isBare(b)) return false;
  if ((a.figure.unit === "percent") !== (b.figure.unit === "percent")) return false;
  if (isPart(a, b) || isPart(b, a) || [a, b].some((one) => isName(one) || isAdded(one))) return false;
  if (countOtherPeople(a, b) || isElsewhere(a, b) || !isMeant(a, b)) return false;
  const things = compareThings(a, b);
  if (things === "differ" && !(isPeople(a) && isPeople(b))) return false;
  if (isSetAgainst(a, b)) return true;
  if (things === "differ" || isBare(a) || isBare(b) || isOfKind(a, b) || isOfKind(b, a)) return false;
  const areOfPeople = isPeople(a) && isPeople(b);
  if (a.event !== null && a.event === b.event && areOfPeople) return true;
  // A report that gives two amounts apart tells of two things.
  if (a.source === b.source && !areOfPeople) return false;
  if (isLaterVersion(a, b)) return false;
  return likenessOf(a.near, b.near) >= SAME_SETTING * (things === "same" ? 1 : areOfPeople ? 2 : 3);
}

/** What a page said before it was changed is no other side. */
function isLaterVersion({ source: a }: FigureNode, { source: b }: FigureNode): boolean {
  return a !== b && a.record.report.url !== null && a.record.report.url === b.record.report.url;
}

/** Likeness of the words around two figures from which both are told of one thing. */
const SAME_SETTING = 0.15;

/** "Two pilots" may be among "12 people" that another report tells of. */
function isOfKind(kind: FigureNode, all: FigureNode): boolean {
  return kind.things.ids.length > 0 && all.things.ids.length === 0 && sizeOf(kind) <= sizeOf(all);
}

function sizeOf({ figure: { min, max } }: FigureNode): number {
  return min ?? max ?? 0;
}

/** "Nine News", "Six Fifteen", "the two-pellet lever": a number that opens a name or a compound. */
function isName({ source, figure: { span }, things }: FigureNode): boolean {
  const written = source.record.report.text.slice(span.start, span.end);
  return /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(written) || (things.ids.length > 0 && /^[\p{L}\d]+-\p{L}+$/u.test(written));
}

/** "729 of those", told beside the whole; what another giver then puts the number at is no whole of it. */
function isPart(part: FigureNode, whole: FigureNode): boolean {
  if (part.figure.span.start < whole.figure.span.start && isElliptical(part, whole) && isPutAt(whole)) return false;
  if (part.source !== whole.source || Math.abs(part.sentence - whole.sentence) > 1) return false;
  if ((part.figure.min ?? part.figure.max ?? 0) > (whole.figure.min ?? whole.figure.max ?? 0)) return false;
  const { text } = part.source.record.report;
  const around = text.slice(part.figure.span.start, part.figure.span.end + 14);
  return PART.test(around);
}

/** "The department puts the number at 160", "the group said there were 100". */
function isPutAt({ source, figure: { span } }: FigureNode): boolean {
  return PUT_AT.test(source.record.report.text.slice(Math.max(0, span.start - 40), span.start));
}

const PUT_AT =
  /\b(?:(?:number|figure|total|count|toll|tally)\b[^.;,]{0,12}\b(?:at|was|is|as)|(?:puts?|has|had) it at|there (?:were|are))\s+$/iu;

/** "An additional six", "128 other politicians", "± 0.7", "up from 88": beside another figure, not against it. */
function isAdded({ source, figure: { span }, restates }: FigureNode): boolean {
  const { text } = source.record.report;
  const before = text.slice(Math.max(0, span.start - 30), span.start);
  return (
    ADDED.test(before) || (!restates && ROSE_FROM.test(before)) || /\bothers?\b/i.test(text.slice(span.start, span.end))
  );
}

const ADDED = /(?:\b(?:additional|further|extra|another|(?:in|during|after) which)|±)\s*$/iu;
const ROSE_FROM =
  /\b(?:increases?|rises?|jump|drop|decline|growth|compared|previous|earlier)\b[^.;]{0,12}\s(?:from|with|to|than)\s$|\bprevious\s$/iu;

const PART =
  /^[^,;]*\bof (?:those|these|them|whom|which|its|his|her|their|the)\b|\b(?:others|the other|another|the rest|remaining)\b/i;
