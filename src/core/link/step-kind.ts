import type { EventType } from "../extract/candidates.ts";

/**
 * What the words of a legal step say of its kind, where two kinds are never one step: a guilty plea and a denial, an
 * inquiry and a trial, an order made and an order lifted. Null where the words leave it open.
 */
export function stepKindOf(type: EventType, trigger: string, after: string): string | null {
  const words = `${trigger} ${after}`;
  switch (type) {
    case "plea":
      if (/\b(?:not guilty|den(?:y|ied|ies)|no contest)\b/i.test(words)) return "denied";
      return /\b(?:guilty|admit(?:ted|s)?)\b/i.test(words) ? "admitted" : null;
    case "hearing":
      if (/\b(?:inquir(?:y|ies)|inquests?|investigation)\b/i.test(trigger)) return "inquiry";
      if (/\btrials?\b/i.test(trigger)) return "trial";
      return /\b(?:hearings?|heard|hear|appear(?:ed|s)?|arraign\w*)\b/i.test(trigger) ? "hearing" : null;
    case "law":
    case "sanction": {
      if (ENDING.test(trigger)) return "ended";
      const kind = (type === "law" ? LAWS : SANCTIONS).find(([, pattern]) => pattern.test(trigger))?.[0];
      if (kind !== undefined) return `made/${kind}`;
      return /\p{L}/u.test(trigger) ? "made" : null;
    }
    case "protest":
      return PROTESTS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
    case "ruling":
      return RULINGS.find(([, pattern]) => pattern.test(trigger))?.[0] ?? null;
    case "lawsuit":
      return SUITS.find(([, pattern]) => pattern.test(trigger))?.[0] ?? null;
    case "verdict":
      if (/\b(?:acquitt\w+|cleared|not guilty)\b/i.test(words)) return "cleared";
      return /\b(?:convict\w+|guilty)\b/i.test(words) ? "convicted" : null;
    case "other":
      return OTHERS.find(([, pattern]) => pattern.test(trigger))?.[0] ?? null;
    default:
      return null;
  }
}

/**
 * Two kinds that cannot be one step. What is told more closely ("made/fined") agrees with what is told less closely
 * ("made"), and what leaves the kind open agrees with all.
 */
export function kindsDiffer(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return false;
  return !a.startsWith(`${b}/`) && !b.startsWith(`${a}/`);
}

const LAWS: readonly (readonly [kind: string, words: RegExp])[] = [
  ["extended", /\b(?:extend|extension|renew|prolong)/i],
  ["vetoed", /\bveto/i],
  ["summons", /\b(?:subpoena|summons)/i],
  ["amnesty", /\b(?:amnesty|pardon)/i],
];

/** Who is kept out, for a time or for good, is told of in many words. */
const SANCTIONS: readonly (readonly [kind: string, words: RegExp])[] = [
  ["fined", /\b(?:fine|penalt)/i],
  ["shut out", /\b(?:suspend|suspension|bann|ban\b|bar(?:s|red)?\b|expel|expulsion|leave\b|stood down|disqualif)/i],
  ["cut off", /\b(?:fr[eo]ez|froze|withh[eo]ld|dock|stopp|torn up|cut)/i],
];

/** Ways to protest that do not turn into each other; "protest" and "demonstration" may be any of them. */
const PROTESTS: readonly (readonly [kind: string, words: RegExp])[] = [
  ["against", /\bcounter-?(?:protest|demonstrat|rall)/i],
  ["fast", /\b(?:hunger strike|take no food|fast(?:s|ed|ing)?\b)/i],
  ["march", /\b(?:march|rall(?:y|ies|ied)|procession|parade)/i],
  ["occupation", /\b(?:sit-?in|sit-?down|occup|blockad|encamp|took over|takeover)/i],
  ["vigil", /\bvigil/i],
];

/** Acts of offices among the events that have no type of their own. */
const OTHERS: readonly (readonly [kind: string, words: RegExp])[] = [
  ["inquiry", /\b(?:inquir(?:y|ies)|investigat\w+|probes?|audit)\b/i],
  ["petition", /\b(?:petitions?|recall)\b/i],
  ["count", /\brecounts?\b/i],
  ["summons", /\bsubpoena/i],
  ["pardon", /\bpardon/i],
  ["withdrawn", /^withdr/i],
];

const ENDING =
  /^(?:lift(?:s|ed|ing)?|end(?:s|ed|ing)?|repeal(?:s|ed|ing)?|revok(?:es?|ed|ing)|rescind(?:s|ed|ing)?|scrap(?:s|ped|ping)?|withdr[ae]wn?|overturn(?:s|ed|ing)?|expir(?:es?|ed|ing))\b/i;

/** What a ruling does, where its words say so; "decision" and "ruling" leave it open. */
const RULINGS: readonly (readonly [kind: string, words: RegExp])[] = [
  ["remanded", /^(?:were |was |been |be )*remand/i],
  ["extended", /^(?:has |have |had |was |were )*(?:extend|renew)/i],
  [
    "ended",
    /^(?:has |have |had |was |were )*(?:lift|discharg|quash|overturn|set aside|vacat|revers|nullif|struck|strike)/i,
  ],
  ["made", /\b(?:injunctions?|interdicts?|banned|bans?|barred|bars?|blocked|blocks?|restrain\w*|orders?)\b/i],
  ["granted", /^(?:has |have |had |was |were )*(?:allow|grant|permit)/i],
];

const SUITS: readonly (readonly [kind: string, words: RegExp])[] = [
  ["review", /\bjudicial review\b/i],
  ["class", /\bclass[- ]action\b/i],
];

/** Which of several the words before a step say it is: the first of two reports, the last of three hearings. */
export function stageOf(before: string): string | null {
  const found = STAGE.exec(before)?.[1]?.toLowerCase();
  return found === undefined ? null : (STAGES.find(([, pattern]) => pattern.test(found))?.[0] ?? null);
}

const STAGE =
  /\b(preliminary|interim|initial|provisional|draft|final|full|first|second|third|fourth)(?:[ -]\p{Ll}+)?\s+$/iu;
const STAGES: readonly (readonly [stage: string, words: RegExp])[] = [
  ["first", /^(?:preliminary|interim|initial|provisional|draft|first)$/],
  ["second", /^second$/],
  ["third", /^third$/],
  ["fourth", /^fourth$/],
  ["last", /^(?:final|full)$/],
];

/** The measure that an order or ban is of, where a word of its own names it: "boil-water", "closure", "dispersal". */
export function measureOf(trigger: string, before: string): string | null {
  if (!/\b(?:orders?|bans?|notices?|rules?|restrictions?)$/i.test(trigger)) return null;
  const words = `${before}${trigger}`.toLowerCase().match(/([\p{L}-]+)\s+[\p{L}]+$/u)?.[1];
  if (words === undefined) return null;
  return /\p{L}-\p{L}/u.test(words) || MEASURES.has(words) ? words : null;
}

const MEASURES: ReadonlySet<string> = new Set(
  "closure evacuation eviction exclusion travel visa enforcement stop prohibition improvement dispersal confinement gag restraining protection removal demolition possession smoking fishing hosepipe alcohol parking".split(
    " ",
  ),
);

/** Courts by where they stand, as far as the words around a step name them; in the order of tests, the closest first. */
const COURTS: readonly (readonly [level: string, words: RegExp])[] = [
  ["magistrates", /\bmagistrates?\b/i],
  ["coroner", /\bcoroner\b|\binquest\b/i],
  ["county", /\bcounty court\b/i],
  ["crown", /\bcrown court\b/i],
  ["high", /\bhigh court\b/i],
  ["appeal", /\b(?:court of appeals?|appeals? (?:court|judges?|panel)|appellate|court of session)\b/i],
  ["supreme", /\bsupreme court\b/i],
];

/** Steps that a court takes or that are taken before one. */
export const COURT_STEPS: ReadonlySet<EventType> = new Set<EventType>([
  "hearing",
  "ruling",
  "plea",
  "verdict",
  "sentence",
]);

export function courtsIn(words: string): ReadonlySet<string> {
  return new Set(COURTS.flatMap(([level, pattern]) => (pattern.test(words) ? [level] : [])));
}

/** "Nobody has been arrested", "no hearing has been set": told not to have been, whatever else was. */
export function isNone(before: string): boolean {
  return /\b(?:no|nobody|no[ -]one|none(?: of \p{L}+(?: \p{L}+)?)?|neither(?: of \p{L}+)?)(?:\s+(?:further|new|formal|such))?(?:\s+(?:has|have|had|was|were|is|are|will|would|be|been|yet))*\s*$/iu.test(
    before,
  );
}
