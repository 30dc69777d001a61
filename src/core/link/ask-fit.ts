import type { Speaker } from "../record/record.ts";
import type { AskNode } from "./ask-node.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { PairFeatures } from "./pair-model.ts";
import { compareSpeakers } from "./statement-fit.ts";
import { daysApart } from "./story-reports.ts";
import { coverageOf, likenessOf, sharedCount, sharedWeight } from "./story-words.ts";

export type AskFeature =
  | "likeness"
  | "coverage"
  | "loose"
  | "weight"
  | "context"
  | "sameAsker"
  | "askerUnsure"
  | "askerOther"
  | "rareAsker"
  | "sameAsked"
  | "askedUnsure"
  | "bare"
  | "bareNearest"
  | "crossed"
  | "looksBack"
  | "sameReport"
  | "gap"
  | "oneUtterance"
  | "aboutInContext";

/**
 * Null when they cannot be one request: other askers, or other bodies asked. `kindred` is how many askings the story
 * tells of by the asker.
 */
export function askFeatures(
  a: AskNode,
  b: AskNode,
  actors: ActorLinks,
  oneUtterance: boolean,
  kindred: number,
): PairFeatures<AskFeature> | null {
  const askers = compareSpeakers(a.asker, b.asker, actors);
  const asked = compareSpeakers(a.asked, b.asked, actors);
  if (askers === "differ") return null;
  const flag = (held: boolean) => (held ? 1 : 0);
  const bare = Math.min(a.words.ids.length, b.words.ids.length) < 2;
  return {
    likeness: likenessOf(a.words, b.words),
    coverage: coverageOf(a.words, b.words) * Math.min(1, sharedCount(a.words, b.words) / 3),
    loose: coverageOf(a.loose, b.loose) * Math.min(1, sharedCount(a.loose, b.loose) / 3),
    weight: Math.min(1, sharedWeight(a.words, b.words) / 10),
    context: likenessOf(a.context, b.context),
    sameAsker: flag(askers === "same"),
    askerUnsure: flag(!isKnown(a.asker) || !isKnown(b.asker)),
    askerOther: flag(askers === "unsure" && isKnown(a.asker) && isKnown(b.asker)),
    rareAsker: askers === "same" && kindred > 1 ? 1 / (kindred - 1) : 0,
    sameAsked: flag(asked === "same"),
    askedUnsure: flag(!isKnown(a.asked) || !isKnown(b.asked)),
    bare: flag(bare),
    bareNearest: flag(bare && b.looksBack && askers === "same"),
    crossed: flag(asked === "differ"),
    looksBack: flag(b.looksBack),
    sameReport: flag(a.source === b.source),
    gap: a.source === b.source ? 0 : Math.min(2, Math.log2(1 + (daysApart(a.source, b.source) ?? 3)) / 4),
    oneUtterance: flag(oneUtterance),
    aboutInContext: Math.max(shareIn(a.words, b.context), shareIn(b.words, a.context)),
  };
}

function shareIn(words: AskNode["words"], context: AskNode["words"]): number {
  return words.ids.length < 2 ? 0 : sharedWeight(words, context) / words.total;
}

function isKnown(speaker: Speaker): boolean {
  return speaker.kind === "resolved";
}
