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
      return /\btrials?\b/i.test(trigger)
        ? "trial"
        : /\b(?:hearings?|appear(?:ed|s)?)\b/i.test(trigger)
          ? "hearing"
          : null;
    case "law":
    case "sanction":
      return ENDING.test(trigger) ? "ended" : /\p{L}/u.test(trigger) ? "made" : null;
    case "verdict":
      if (/\b(?:acquitt\w+|cleared|not guilty)\b/i.test(words)) return "cleared";
      return /\b(?:convict\w+|guilty)\b/i.test(words) ? "convicted" : null;
    default:
      return null;
  }
}

const ENDING =
  /^(?:lift(?:s|ed|ing)?|end(?:s|ed|ing)?|repeal(?:s|ed|ing)?|revok(?:es?|ed|ing)|rescind(?:s|ed|ing)?|scrap(?:s|ped|ping)?|withdr[ae]wn?|overturn(?:s|ed|ing)?|expir(?:es?|ed|ing))\b/i;

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
