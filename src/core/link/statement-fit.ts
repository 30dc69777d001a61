import type { StatementAct } from "../extract/candidates.ts";
import type { Speaker } from "../record/record.ts";
import { contentWordsOf } from "./content-words.ts";
import { deedsDiffer } from "./deeds.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { PairFeatures } from "./pair-model.ts";
import { containmentOf } from "./shingles.ts";
import type { StatementNode } from "./statement-node.ts";
import { daysApart } from "./story-reports.ts";
import { bagWithout, coverageOf, intersects, likenessOf, sharedCount, sharedWeight } from "./story-words.ts";
import { rankByTopic } from "./topic-rank.ts";

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
  | "speakerUnsure"
  | "otherKind"
  | "rareAct"
  | "loose"
  | "weight"
  | "bigNumber"
  | "cueEvent"
  | "eventShared"
  | "eventsDiffer"
  | "bare"
  | "nearest"
  | "sameDeed"
  | "deedsDiffer"
  | "gap"
  | "sameDay"
  | "otherDay";

/**
 * What speaks for and against two statements of different reports being one utterance, the earlier first. `kindred` is
 * how many such acts of the speaker the story tells of: of few, two are likely one.
 */
export function statementFeatures(
  a: StatementNode,
  b: StatementNode,
  actors: ActorLinks,
  kindred: number,
  nearest: number,
): PairFeatures<StatementFeature> {
  const sameAct = familyOf(a.statement.act) === familyOf(b.statement.act);
  const shared = sharedCount(a.words, b.words);
  const says = familyOf(a.statement.act) === "say" || familyOf(b.statement.act) === "say";
  const speakers = compareSpeakers(a.speaker, b.speaker, actors);
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
    speakerUnsure: speakers === "same" ? 0 : 1,
    otherKind: speakers === "unsure" && a.speaker.kind === "resolved" && b.speaker.kind === "resolved" ? 1 : 0,
    rareAct:
      sameAct && speakers === "same" && kindred > 1 && familyOf(b.statement.act) !== "say" ? 1 / (kindred - 1) : 0,
    loose: coverageOf(a.loose, b.loose) * Math.min(1, sharedCount(a.loose, b.loose) / 3),
    weight: Math.min(1, sharedWeight(a.words, b.words) / 10),
    bigNumber: intersects(a.bigNumbers, b.bigNumbers) ? 1 : 0,
    cueEvent: intersects(a.cueEvents, b.cueEvents) ? 1 : 0,
    eventShared: intersects(a.events, b.events) ? 1 : 0,
    eventsDiffer: a.events.size > 0 && b.events.size > 0 && !intersects(a.events, b.events) ? 1 : 0,
    bare: Math.min(a.words.ids.length, b.words.ids.length) < 2 ? 1 : 0,
    nearest,
    sameDeed: !says && intersects(a.deeds, b.deeds) ? 1 : 0,
    deedsDiffer: !says && deedsDiffer(a.deeds, b.deeds) ? 1 : 0,
    gap: Math.min(2, Math.log2(1 + (daysApart(a.source, b.source) ?? 3)) / 4),
    ...compareDays(a, b),
  };
}

/** What the days on which they were said tell: more where both reports give one. */
function compareDays({ said: a }: StatementNode, { said: b }: StatementNode): { sameDay: number; otherDay: number } {
  if (a === null || b === null || (!a.isTold && !b.isTold)) return { sameDay: 0, otherDay: 0 };
  const worth = a.isTold && b.isTold ? 1 : 0.5;
  const apart = a.from > b.to + 1 || b.from > a.to + 1;
  const meets = a.from <= b.to && b.from <= a.to;
  return { sameDay: meets ? worth : 0, otherDay: apart ? worth : 0 };
}

/** Where a speaker stands on what the words are about; undefined for acts that take no side. */
export function standOf(act: StatementAct): "yes" | "no" | undefined {
  if (act === "agreement" || act === "promise" || act === "admission") return "yes";
  return act === "refusal" || act === "denial" ? "no" : undefined;
}

/** Agreed "to sell the wharf", then "to publish the advice on the wharf": deeds that have little in common but a name. */
function deedsClash(a: StatementNode, b: StatementNode): boolean {
  if (familyOf(a.statement.act) !== "agree" || familyOf(b.statement.act) !== "agree") return false;
  return a.verb !== null && b.verb !== null && a.verb !== b.verb && sharedCount(a.words, b.words) <= 2;
}

/** A refusal and an agreement are never one utterance, however alike their words. */
export function standsClash(a: StatementNode, b: StatementNode): boolean {
  const stands = [standOf(a.statement.act), standOf(b.statement.act)];
  return stands[0] !== undefined && stands[1] !== undefined && stands[0] !== stands[1];
}

/** "would appeal" and "would not appeal": what one denies the other affirms. */
export function polaritiesClash(a: StatementNode, b: StatementNode): boolean {
  return deniesAffirmed(a, b) || deniesAffirmed(b, a);
}

function deniesAffirmed(a: StatementNode, b: StatementNode): boolean {
  return a.denied.ids.length > 0 && sharedCount(a.denied, bagWithout(b.words, b.denied)) > 0;
}

/** Nothing stands against it, and something is alike that a likelihood can be read from. */
export function canBeOne(a: StatementNode, b: StatementNode, actors: ActorLinks): boolean {
  if (compareSpeakers(a.speaker, b.speaker, actors) === "differ" || numbersClash(a, b) || standsClash(a, b))
    return false;
  if (deedsClash(a, b)) return false;
  if (!mayShareVoice(a, b, actors) || !mayShareAct(a, b, actors)) return false;
  if (!isTold(a) || !isTold(b) || sharedCount(a.loose, b.loose) > 0) return true;
  if (sharesDeed(a, b)) return true;
  const isToOthers = a.addressee !== null && b.addressee !== null && a.addressee !== b.addressee;
  return !isToOthers && isSetAlike(a, b);
}

/** "No one wants that", in the words of somebody: what nobody is said to want is not what the one who says so wants. */
export function isOneOfNobody(a: StatementNode, b: StatementNode): boolean {
  return isNobody(a.speaker) !== isNobody(b.speaker);
}

function isNobody(speaker: Speaker): boolean {
  return speaker.kind === "unnamed" && /^(?:no[ -]?one|nobody|none|neither)\b/i.test(speaker.description);
}

/**
 * A person whom no report ties to a body speaks with its voice only in asking, refusing, ruling and the like: what two
 * say of one thing is seldom one utterance.
 */
function mayShareVoice(a: StatementNode, b: StatementNode, actors: ActorLinks): boolean {
  if (a.speaker.kind !== "resolved" || b.speaker.kind !== "resolved" || a.speaker.actor === b.speaker.actor)
    return true;
  if (isRelated(a.speaker.actor, b.speaker.actor, actors)) return true;
  // One and the same telling figure is given by a body and by whoever speaks for it.
  if (intersects(a.bigNumbers, b.bigNumbers)) return true;
  const family = familyOf(a.statement.act);
  return family !== "say" && family === familyOf(b.statement.act);
}

/** A court decides and a lawyer pleads: acts of two kinds are one utterance only of one and the same speaker. */
function mayShareAct(a: StatementNode, b: StatementNode, actors: ActorLinks): boolean {
  const families = [familyOf(a.statement.act), familyOf(b.statement.act)];
  if (families[0] === families[1] || !families.includes("ruling")) return true;
  return compareSpeakers(a.speaker, b.speaker, actors) === "same";
}

/** To "call off this week's strikes" and "put off both days": asked or undertaken in other words. */
function sharesDeed(a: StatementNode, b: StatementNode): boolean {
  const family = familyOf(a.statement.act);
  return family !== "say" && family === familyOf(b.statement.act) && intersects(a.deeds, b.deeds);
}

/** Its content says enough to be compared by: "refused" and "declined it" do not. */
function isTold({ words }: StatementNode): boolean {
  return words.ids.length >= 2;
}

/** Likeness of the sentences from which two statements may be one though their contents have no word in common. */
const SET_ALIKE = 0.12;

/** Other words for one thing: said to the same, of the same event, or in sentences that are alike. */
function isSetAlike(a: StatementNode, b: StatementNode): boolean {
  if (intersects(a.cueEvents, b.cueEvents)) return true;
  const isToSame = a.addressee !== null && a.addressee === b.addressee;
  return likenessOf(a.matter, b.matter) >= (isToSame ? SET_ALIKE / 2 : SET_ALIKE);
}

/** Both give numbers and share none: two statements, or one that was altered, but not one in two wordings. */
function numbersClash(a: StatementNode, b: StatementNode): boolean {
  return a.numbers.ids.length > 0 && b.numbers.ids.length > 0 && sharedCount(a.numbers, b.numbers) === 0;
}

export function compareSpeakers(a: Speaker, b: Speaker, actors: ActorLinks): "same" | "unsure" | "differ" {
  if (a.kind === "resolved" && b.kind === "resolved") {
    if (a.actor === b.actor) return "same";
    const mayBeOne =
      isRelated(a.actor, b.actor, actors) ||
      mayStandFor(a.actor, b.actor, actors) ||
      areGroupsAlike(a.actor, b.actor, actors);
    return mayBeOne ? "unsure" : "differ";
  }
  return "unsure";
}

function isRelated(a: string, b: string, actors: ActorLinks): boolean {
  return actors.affiliations(a).has(b) || actors.affiliations(b).has(a);
}

/** A person and a body: one may speak for the other though no report says so. */
export function isMouthpiece(a: string, b: string, actors: ActorLinks): boolean {
  const kinds = [actors.kindOf(a), actors.kindOf(b)];
  return kinds.includes("person") && (kinds.includes("organisation") || kinds.includes("group"));
}

/** A person and a body, unless reports tie the person to another side. */
export function mayStandFor(a: string, b: string, actors: ActorLinks): boolean {
  if (!isMouthpiece(a, b, actors)) return false;
  const person = actors.kindOf(a) === "person" ? a : b;
  return actors.affiliations(person).size === 0 || intersects(actors.side(a), actors.side(b));
}

/** "The families" and "families of the dead": two groups that one noun names may be one. */
function areGroupsAlike(a: string, b: string, actors: ActorLinks): boolean {
  if (actors.kindOf(a) !== "group" || actors.kindOf(b) !== "group") return false;
  const [first, second] = [actors.nameOf(a), actors.nameOf(b)].map((name) => contentWordsOf(name ?? ""));
  return first!.some((word) => second!.includes(word));
}

/** How a statement ranks among what its speaker did by the same kind of act before, by what they are about. */
export function rankStatements(nodes: readonly StatementNode[]): (a: StatementNode, b: StatementNode) => number {
  return rankByTopic(
    nodes,
    ({ speaker, statement }) => (speaker.kind === "resolved" ? `${speaker.actor} ${familyOf(statement.act)}` : null),
    (a, b) => (a.source === b.source ? 0 : likenessOf(a.matter, b.matter) + likenessOf(a.loose, b.loose)),
  );
}

/** Acts of one kind by one speaker over a story. */
export function countActs(nodes: readonly StatementNode[]): (node: StatementNode) => number {
  const counts = new Map<string, number>();
  const keyOf = ({ speaker, statement }: StatementNode) =>
    speaker.kind === "resolved" ? `${speaker.actor} ${familyOf(statement.act)}` : "";
  for (const node of nodes) counts.set(keyOf(node), (counts.get(keyOf(node)) ?? 0) + 1);
  return (node) => (node.speaker.kind === "resolved" ? (counts.get(keyOf(node)) ?? 0) : 0);
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
