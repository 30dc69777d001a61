import type { Speaker } from "../record/record.ts";
import type { AskNode } from "./ask-node.ts";
import { contentWordsOf } from "./content-words.ts";
import { deedsDiffer } from "./deeds.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { PairFeatures } from "./pair-model.ts";
import { compareSpeakers } from "./statement-fit.ts";
import { daysApart } from "./story-reports.ts";
import { coverageOf, intersects, likenessOf, sharedCount, sharedWeight } from "./story-words.ts";
import { rankByTopic } from "./topic-rank.ts";

export type AskFeature =
  | "likeness"
  | "coverage"
  | "loose"
  | "weight"
  | "context"
  | "sameAsker"
  | "askerUnsure"
  | "askerOther"
  | "askerRelated"
  | "askedRelated"
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
  | "aboutInContext"
  | "unlike"
  | "nearest"
  | "sameDeed"
  | "deedsDiffer";

/** Another asker asks another thing, whatever the words; and a question that a report put is not what somebody else asks for. */
export function askersDiffer(a: AskNode, b: AskNode, actors: ActorLinks): boolean {
  const askers = compareSpeakers(a.asker, b.asker, actors);
  return askers === "differ" || (askers !== "same" && a.source !== b.source && isPut(a) !== isPut(b));
}

function isPut({ kind }: AskNode): boolean {
  return kind === "question";
}

/**
 * Null when nothing ties them: other things asked, or of other bodies. `kindred` is how many askings the story tells of by
 * the asker, `nearest` how the earlier ranks among them.
 */
export function askFeatures(
  a: AskNode,
  b: AskNode,
  actors: ActorLinks,
  oneUtterance: boolean,
  kindred: number,
  nearest: number,
): PairFeatures<AskFeature> | null {
  const askers = compareSpeakers(a.asker, b.asker, actors);
  const asked = compareSpeakers(a.asked, b.asked, actors);
  if (askersDiffer(a, b, actors)) return null;
  const flag = (held: boolean) => (held ? 1 : 0);
  const bare = Math.min(a.words.ids.length, b.words.ids.length) < 2;
  const unlike = !bare && sharedCount(a.words, b.words) + sharedCount(a.loose, b.loose) === 0;
  // Another thing asked of another body.
  if (unlike && asked === "differ" && !areRelated(a.asked, b.asked, actors)) return null;
  const sameDeed = intersects(a.deeds, b.deeds);
  const otherDeed = deedsDiffer(a.deeds, b.deeds);
  if (unlike && otherDeed) return null;
  if (unlike && !oneUtterance && !sameDeed && likenessOf(a.matter, b.matter) < SET_ALIKE) return null;
  return {
    likeness: likenessOf(a.words, b.words),
    coverage: coverageOf(a.words, b.words) * Math.min(1, sharedCount(a.words, b.words) / 3),
    loose: coverageOf(a.loose, b.loose) * Math.min(1, sharedCount(a.loose, b.loose) / 3),
    weight: Math.min(1, sharedWeight(a.words, b.words) / 10),
    context: likenessOf(a.context, b.context),
    sameAsker: askers === "same" ? 1 : describedAlike(a.asker, b.asker, actors) ? DESCRIBED : 0,
    askerRelated: flag(askers !== "same" && areRelated(a.asker, b.asker, actors)),
    askerUnsure: flag(!isKnown(a.asker) || !isKnown(b.asker)),
    askerOther: flag(askers === "unsure" && isKnown(a.asker) && isKnown(b.asker)),
    rareAsker: askers === "same" && kindred > 1 ? 1 / (kindred - 1) : 0,
    sameAsked: asked === "same" ? 1 : describedAlike(a.asked, b.asked, actors) ? DESCRIBED : 0,
    askedRelated: flag(asked !== "same" && areRelated(a.asked, b.asked, actors)),
    askedUnsure: flag(!isKnown(a.asked) || !isKnown(b.asked)),
    bare: flag(bare),
    bareNearest: flag(bare && b.looksBack && askers === "same"),
    crossed: flag(asked === "differ" && !areRelated(a.asked, b.asked, actors)),
    looksBack: flag(b.looksBack),
    sameReport: flag(a.source === b.source),
    gap: a.source === b.source ? 0 : Math.min(2, Math.log2(1 + (daysApart(a.source, b.source) ?? 3)) / 4),
    oneUtterance: flag(oneUtterance),
    unlike: flag(unlike),
    nearest,
    sameDeed: flag(sameDeed),
    deedsDiffer: flag(otherDeed),
    aboutInContext: Math.max(shareIn(a.words, b.context), shareIn(b.words, a.context)),
  };
}

/** How an asking ranks among what its asker asked before. */
export function rankAsks(nodes: readonly AskNode[]): (a: AskNode, b: AskNode) => number {
  return rankByTopic(
    nodes,
    ({ asker }) => (asker.kind === "resolved" ? asker.actor : null),
    (a, b) => likenessOf(a.matter, b.matter) + likenessOf(a.loose, b.loose) + (intersects(a.deeds, b.deeds) ? DEED : 0),
  );
}

/** What a deed asked for twice is worth beside words. */
const DEED = 0.3;

/** Two sums of money: not one demand, though it may be one that was lowered. */
export function sumsClash(a: AskNode, b: AskNode): boolean {
  return a.sums.size > 0 && b.sums.size > 0 && !intersects(a.sums, b.sums);
}

/**
 * "the two extra days" and "the pictures": askings of two reports name two things in a word or two, and nothing around them
 * is alike. Told apart from the features, which are fitted with such pairs.
 */
export function asksForOther(a: AskNode, b: AskNode, actors: ActorLinks): boolean {
  const fewest = Math.min(a.words.ids.length, b.words.ids.length);
  if (a.source === b.source || fewest !== 1 || intersects(a.deeds, b.deeds)) return false;
  return compareSpeakers(a.asked, b.asked, actors) !== "same" && likenessOf(a.matter, b.matter) < HARDLY_ALIKE;
}

const HARDLY_ALIKE = 0.02;

/** Likeness of the sentences from which two askings may be one though what is asked for has no word in common. */
const SET_ALIKE = 0.12;

function shareIn(words: AskNode["words"], context: AskNode["words"]): number {
  return words.ids.length < 2 ? 0 : sharedWeight(words, context) / words.total;
}

/** What two like descriptions ("charities", "32 charities led by …") are worth beside one known asker. */
const DESCRIBED = 0.6;

/** Two descriptions, or a description and a name, that have a telling word in common. */
function describedAlike(a: Speaker, b: Speaker, actors: ActorLinks): boolean {
  if (a.kind === "ambiguous" || b.kind === "ambiguous" || (a.kind === "resolved" && b.kind === "resolved"))
    return false;
  const words = wordsOf(b, actors);
  return wordsOf(a, actors).some((word) => words.includes(word));
}

function wordsOf(speaker: Speaker, actors: ActorLinks): string[] {
  if (speaker.kind === "unnamed") return contentWordsOf(speaker.description);
  if (speaker.kind === "ambiguous") return [];
  return [...actors.side(speaker.actor)].flatMap((actor) => contentWordsOf(actors.nameOf(actor) ?? ""));
}

/** One stands for the other, or both for one body. */
function areRelated(a: Speaker, b: Speaker, actors: ActorLinks): boolean {
  return a.kind === "resolved" && b.kind === "resolved" && intersects(actors.side(a.actor), actors.side(b.actor));
}

function isKnown(speaker: Speaker): boolean {
  return speaker.kind === "resolved";
}
