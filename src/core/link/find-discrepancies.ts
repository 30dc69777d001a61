import { withoutNumber } from "../text/counted-words.ts";
import { type FigureNode, familyOf, giverKey, isBare } from "./figure-fit.ts";
import type { FigureLinks } from "./link-figures.ts";
import type { Discrepancy, FigureSeries } from "./story-record.ts";
import { sharedCount } from "./story-words.ts";

/**
 * Finds figures on one thing that cannot both hold: other givers, ranges that do not meet, reported on one day. The same
 * giver with another figure later is an update, not a discrepancy. What later reports repeat is not found again.
 */
export function findDiscrepancies(figures: FigureLinks): Discrepancy[] {
  const known = new Set<string>();
  return figures.series.flatMap((series) => {
    const nodes = figures.nodes.get(series.id) ?? [];
    return occasionsOf(nodes).flatMap((occasion) => {
      const sides = disagreeing(occasion, nodes).filter(
        (index, _, all) => !all.some((other) => isRestated(nodes[index]!, nodes[other]!, nodes)),
      );
      const key = [...new Set(sides.map((index) => sideKey(nodes[index]!)))].sort().join(" / ");
      if (sides.length < 2 || known.has(key)) return [];
      known.add(key);
      return [makeDiscrepancy(series, nodes, sides)];
    });
  });
}

/** Indices of the values reported on one day, or by one report where it is undated. */
function occasionsOf(nodes: readonly FigureNode[]): number[][] {
  const occasions = new Map<string, number[]>();
  for (const [index, { source }] of nodes.entries()) {
    const key = source.day ?? source.id;
    const held = occasions.get(key);
    if (held) held.push(index);
    else occasions.set(key, [index]);
  }
  return [...occasions.values()];
}

/** Of each giver the last value, if it cannot hold beside that of another. */
function disagreeing(occasion: readonly number[], nodes: readonly FigureNode[]): number[] {
  const lastOf = new Map<string, number>();
  for (const index of occasion) {
    const { giver, restates } = nodes[index]!;
    // "900, having first spoken of 600": told last, given first.
    if (!restates || !lastOf.has(giverKey(giver))) lastOf.set(giverKey(giver), index);
  }
  const latest = [...lastOf.values()];
  return latest.filter((index) => latest.some((other) => other !== index && disagree(nodes[index]!, nodes[other]!)));
}

/** "Down from the £400,000 it gave last week": an earlier figure of the other side's giver, told again. */
function isRestated(told: FigureNode, other: FigureNode, nodes: readonly FigureNode[]): boolean {
  if (told === other || told.giver?.kind === "resolved" || other.giver === null) return false;
  if (told.restates) return true;
  const { min, max } = told.figure;
  return nodes.some(
    ({ source, figure, giver }) =>
      source.order < told.source.order &&
      figure.min === min &&
      figure.max === max &&
      giverKey(giver) === giverKey(other.giver),
  );
}

/** One side at least is on somebody's word, and both are worded as the same measure. */
function disagree(a: FigureNode, b: FigureNode): boolean {
  if (isPosition(a) && isPosition(b)) return false;
  return (a.giver !== null || b.giver !== null) && sameMeasure(a, b) && !rangesMeet(a, b);
}

/** What a side offers or wants ("offered 4.2 per cent", "wants nine") is no claim about how things are. */
function isPosition({ source, figure: { span } }: FigureNode): boolean {
  const { text } = source.record.report;
  return (
    POSITION.test(text.slice(Math.max(0, span.start - 40), span.start)) ||
    OFFERED.test(text.slice(span.end, span.end + 24))
  );
}

/** "its own $90 million offer". */
const OFFERED = /^\s+(?:\p{L}+ )?(?:offers?|bids?|proposals?|demands?|prices?)\b/iu;

const POSITION =
  /\b(?:offer(?:s|ed|ing)?|wants?|wanted|demand(?:s|ed|ing)?|seek(?:s|ing)?|sought|propos(?:es?|ed)|bid|went to|c[ao]me down(?: from)?)\b[^.;]{0,25}$/i;

/** Percentages, amounts in a unit and plain counts are different measures; so are counts whose nouns differ. */
function sameMeasure(a: FigureNode, b: FigureNode): boolean {
  if (a.figure.unit !== b.figure.unit && !isBare(a) && !isBare(b)) return false;
  if ((a.figure.unit === "percent") !== (b.figure.unit === "percent")) return false;
  if (isPart(a, b) || isPart(b, a) || isName(a) || isName(b) || countOtherPeople(a, b)) return false;
  const nouns = a.noun.ids.length === 0 || b.noun.ids.length === 0 || sharedCount(a.noun, b.noun) > 0;
  return nouns || a.figure.counts !== "other" || b.figure.counts !== "other";
}

/** "Nine News", "Six Fifteen": a number that opens a name. */
function isName({ source, figure: { span } }: FigureNode): boolean {
  return /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(source.record.report.text.slice(span.start, span.end));
}

/** "729 of those", told beside the whole. */
function isPart(part: FigureNode, whole: FigureNode): boolean {
  if (part.source !== whole.source || Math.abs(part.sentence - whole.sentence) > 1) return false;
  if ((part.figure.min ?? part.figure.max ?? 0) > (whole.figure.min ?? whole.figure.max ?? 0)) return false;
  const { text } = part.source.record.report;
  const around = text.slice(part.figure.span.start, part.figure.span.end + 14);
  return PART.test(around) || SOME_PEOPLE.test(text.slice(part.figure.span.start, part.figure.span.end));
}

const PART =
  /\bof (?:those|these|them|whom|which|its|his|her|their|the)\b|\b(?:others|the other|another|the rest|remaining)\b/i;
/** "three people: two women and a man". */
const SOME_PEOPLE = /\b(?:wom[ae]n|m[ae]n|boys?|girls?|child(?:ren)?|babies|baby|teenagers?|pensioners?)\b/i;

/**
 * "10 U.S. citizens" beside "two Costa Rican pilots" or "12 people", "three sons" beside "two families", "nine of the
 * dead" beside "12 dead": some of the people are counted, or others, and both figures may hold.
 */
function countOtherPeople(a: FigureNode, b: FigureNode): boolean {
  // Amounts and shares count no people.
  if ([a, b].some(({ figure }) => familyOf(figure.counts) !== "people")) return false;
  const [one, other] = [peopleIn(a), peopleIn(b)];
  // A bare number may be anybody's.
  if (one.kind === "" || other.kind === "") return false;
  if (one.names !== other.names || one.some !== other.some) return true;
  return one.kind !== other.kind && (KIND_OF_PERSON.test(one.kind) || KIND_OF_PERSON.test(other.kind));
}

/** What a figure's own words say of the people that it counts: names in them, the last word, whether it is some of them. */
function peopleIn({ source, figure: { span } }: FigureNode) {
  const written = source.record.report.text.slice(span.start, span.end);
  const words = written.split(/\s+/u);
  const names = words.slice(1).filter((word) => /^\p{Lu}/u.test(word));
  const kind = (withoutNumber(written).split(" ").at(-1) ?? "").toLowerCase().replace(/[^\p{L}]+$/u, "");
  return {
    names: names.join(" "),
    kind,
    some: /\bof (?:the|those|these|them|its|his|her|their)\b/i.test(words.join(" ")),
  };
}

/** Words for some people among others; "people", "protesters", "workers" and "dead" may be told of the same. */
const KIND_OF_PERSON =
  /^(?:wom[ae]n|m[ae]n|boys?|girls?|child(?:ren)?|bab(?:y|ies)|teenagers?|pensioners?|adults?|sons?|daughters?|brothers?|sisters?|parents?|couples?|famil(?:y|ies)|households?|relatives?|pilots?|crew|crew ?members?|passengers?|guests?|tourists?|foreigners?|citizens?|nationals?|civilians?|officers?|soldiers?|troops|firefighters?)$/;

/** By its value alone: a later report may name another giver, or none, of what it repeats. */
function sideKey({ figure }: FigureNode): string {
  return `${figure.unit ?? figure.counts} ${figure.min} ${figure.max}`;
}

function rangesMeet(a: FigureNode, b: FigureNode): boolean {
  const [low, high] = rangeOf(a);
  const [otherLow, otherHigh] = rangeOf(b);
  return low <= otherHigh && otherLow <= high;
}

/** Share that "about" leaves on either side. */
const ABOUT = 0.1;

function rangeOf({ figure: { min, max, quantity } }: FigureNode): [number, number] {
  const slack = quantity === "about" ? ABOUT : 0;
  return [
    min === null ? Number.NEGATIVE_INFINITY : min - Math.abs(min) * slack,
    max === null ? Number.POSITIVE_INFINITY : max + Math.abs(max) * slack,
  ];
}

function makeDiscrepancy(series: FigureSeries, nodes: readonly FigureNode[], sides: readonly number[]): Discrepancy {
  const first = nodes[sides[0]!]!;
  return {
    id: `d-${first.figure.id}-${first.source.mark}`,
    kind: "figure",
    row: series.id,
    reason: "two givers, one day, one thing counted: the figures cannot both hold",
    sides: sides.map((index) => ({
      label: series.values[index]!.words,
      giver: nodes[index]!.giver,
      evidence: series.values[index]!.evidence,
    })),
  };
}
