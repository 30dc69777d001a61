import type { StatementAct } from "../extract/candidates.ts";
import type { Speaker } from "../record/record.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { PairFeatures, PairWeights } from "./pair-model.ts";
import { containmentOf } from "./shingles.ts";
import type { StatementNode } from "./statement-node.ts";
import { coverageOf, likenessOf, sharedCount } from "./story-words.ts";

export type StatementFeature =
  | "likeness"
  | "coverage"
  | "context"
  | "wording"
  | "sameAct"
  | "asks"
  | "rules"
  | "sameAddressee"
  | "otherAddressee"
  | "looksBack"
  | "numbersShared"
  | "speakerUnsure";

export const STATEMENT_WEIGHTS: PairWeights<StatementFeature> = {
  bias: -6.2,
  likeness: 3,
  coverage: 2,
  context: 3,
  wording: 1,
  sameAct: 2.5,
  asks: 2,
  rules: 1.5,
  sameAddressee: 1.2,
  otherAddressee: -0.8,
  looksBack: 1,
  numbersShared: 1.2,
  speakerUnsure: -2.4,
};

/** What speaks for and against two statements of different reports being one utterance, the earlier first. */
export function statementFeatures(
  a: StatementNode,
  b: StatementNode,
  actors: ActorLinks,
): PairFeatures<StatementFeature> {
  const sameAct = familyOf(a.statement.act) === familyOf(b.statement.act);
  const shared = sharedCount(a.words, b.words);
  const addressees = a.addressee !== null && b.addressee !== null;
  return {
    likeness: likenessOf(a.words, b.words),
    coverage: coverageOf(a.words, b.words) * Math.min(1, shared / 3),
    context: likenessOf(a.context, b.context),
    wording: Math.min(a.shingles.size, b.shingles.size) < 2 ? 0 : containmentOf(a.shingles, b.shingles),
    sameAct: sameAct ? 1 : 0,
    asks: sameAct && a.statement.act === "request" ? 1 : 0,
    rules: sameAct && a.statement.act === "ruling" ? 1 : 0,
    sameAddressee: addressees && a.addressee === b.addressee ? 1 : 0,
    otherAddressee: addressees && a.addressee !== b.addressee ? 1 : 0,
    looksBack: b.looksBack ? 1 : 0,
    numbersShared: sharedCount(a.numbers, b.numbers) > 0 ? 1 : 0,
    speakerUnsure: compareSpeakers(a.speaker, b.speaker, actors) === "same" ? 0 : 1,
  };
}

/** Both give numbers and share none: two statements, or one that was altered, but not one in two wordings. */
export function numbersClash(a: StatementNode, b: StatementNode): boolean {
  return a.numbers.ids.length > 0 && b.numbers.ids.length > 0 && sharedCount(a.numbers, b.numbers) === 0;
}

export function compareSpeakers(a: Speaker, b: Speaker, actors: ActorLinks): "same" | "unsure" | "differ" {
  if (a.kind === "resolved" && b.kind === "resolved") {
    if (a.actor === b.actor) return "same";
    const related = actors.affiliations(a.actor).has(b.actor) || actors.affiliations(b.actor).has(a.actor);
    return related ? "unsure" : "differ";
  }
  return "unsure";
}

/** Acts that reports use for one and the same utterance. */
export function familyOf(act: StatementAct): string {
  switch (act) {
    case "assertion":
    case "denial":
    case "allegation":
    case "admission":
    case "belief":
      return "say";
    case "agreement":
    case "promise":
      return "agree";
    default:
      return act;
  }
}
