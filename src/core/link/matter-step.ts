import type { EventType } from "../extract/candidates.ts";
import { dayNumber } from "./calendar.ts";
import type { EventNode } from "./event-node.ts";
import type { EventLinks } from "./link-events.ts";
import type { PairFeatures } from "./pair-model.ts";
import type { StoryEvent } from "./story-record.ts";
import { coverageOf, EMPTY_BAG, uniteBags, type WordBag } from "./story-words.ts";

/** An event of law or administration with what placing it in a matter needs. */
export interface MatterStep {
  readonly event: StoryEvent;
  readonly nodes: readonly EventNode[];
  readonly parties: ReadonlySet<string>;
  readonly context: WordBag;
  readonly near: WordBag;
  /** Day number of the event as far as it is known, else of its first report; null when neither is dated. */
  readonly day: number | null;
  /** It was still to come when it was first told of, and no report dates it. */
  readonly ahead: boolean;
}

type Track = "criminal" | "civil" | "either" | "administrative";

/** Steps of law and administration, with their usual order and whether they prosecute, dispute or may do either. */
export const STEP_TYPES: { readonly [type in EventType]?: { readonly order: number; readonly track: Track } } = {
  arrest: { order: 1, track: "criminal" },
  charge: { order: 2, track: "criminal" },
  release: { order: 3, track: "criminal" },
  law: { order: 3, track: "civil" },
  sanction: { order: 3, track: "either" },
  lawsuit: { order: 4, track: "civil" },
  hearing: { order: 5, track: "either" },
  plea: { order: 6, track: "criminal" },
  verdict: { order: 7, track: "criminal" },
  ruling: { order: 7, track: "civil" },
  sentence: { order: 8, track: "criminal" },
  appeal: { order: 9, track: "either" },
  vote: { order: 3, track: "administrative" },
  election: { order: 4, track: "administrative" },
  talks: { order: 2, track: "administrative" },
  agreement: { order: 6, track: "administrative" },
  appoint: { order: 6, track: "administrative" },
  publish: { order: 6, track: "administrative" },
};

/** What usually comes next: the grammar of steps. */
const FOLLOWED_BY: { readonly [type in EventType]?: readonly EventType[] } = {
  arrest: ["charge", "release", "hearing"],
  release: ["charge", "hearing"],
  charge: ["arrest", "release", "hearing", "plea", "verdict"],
  hearing: ["ruling", "plea", "verdict", "sentence", "hearing", "publish"],
  plea: ["plea", "hearing", "verdict", "sentence"],
  verdict: ["sentence", "appeal"],
  sentence: ["appeal", "release"],
  law: ["lawsuit", "appeal", "hearing", "ruling"],
  lawsuit: ["hearing", "ruling"],
  ruling: ["appeal", "hearing", "ruling", "vote", "publish"],
  appeal: ["hearing", "ruling"],
  vote: ["lawsuit", "ruling", "agreement", "vote", "talks"],
  election: ["appoint", "vote"],
  talks: ["talks", "agreement"],
  agreement: ["vote"],
  sanction: ["appeal", "lawsuit", "hearing"],
};

/** What usually comes right before. */
export const PRECEDED_BY: ReadonlyMap<EventType, readonly EventType[]> = turnRound(FOLLOWED_BY);

function turnRound(next: typeof FOLLOWED_BY): Map<EventType, EventType[]> {
  const before = new Map<EventType, EventType[]>();
  for (const [type, followers] of Object.entries(next)) {
    for (const follower of followers) before.set(follower, [...(before.get(follower) ?? []), type as EventType]);
  }
  return before;
}

/** Mentions whose words stand for an event that many reports name. */
const MOST_NODES = 20;

export function makeMatterStep(event: StoryEvent, events: EventLinks): MatterStep {
  const nodes = events.nodes.get(event.id) ?? [];
  const first = nodes.find(({ source }) => source.dayNumber !== null);
  return {
    event,
    nodes,
    parties: new Set(event.participants.map(({ actor }) => actor)),
    context: nodes
      .slice(0, MOST_NODES)
      .map((node) => node.context)
      .reduce(uniteBags, EMPTY_BAG),
    near: nodes
      .slice(0, MOST_NODES)
      .map((node) => uniteBags(node.near, node.trigger))
      .reduce(uniteBags, EMPTY_BAG),
    day: dayOf(event, first?.source.dayNumber ?? null),
    ahead: event.when === null && (event.status === "planned" || event.status === "possible"),
  };
}

/** Of a month or a week that is all that is known, the day nearest to the first report. */
function dayOf({ when }: StoryEvent, reported: number | null): number | null {
  if (when === null) return reported;
  const [from, to] = [dayNumber(when.first), dayNumber(when.last)];
  return to - from <= 1 || reported === null ? from : Math.max(from, Math.min(to, reported));
}

export type MatterFeature =
  | "parties"
  | "rareParty"
  | "coverage"
  | "near"
  | "otherTrack"
  | "sameTrack"
  | "sameType"
  | "gap"
  | "beside"
  | "administrative"
  | "follows"
  | "against"
  | "between"
  | "followsParty";

/**
 * What speaks for and against the second step following the first in one matter. `common` is the share of the story's
 * events that each actor takes part in; `apart` is how many places the second stands behind the first among all steps.
 */
export function matterFeatures(
  a: MatterStep,
  b: MatterStep,
  common: ReadonlyMap<string, number>,
  apart: number,
): PairFeatures<MatterFeature> {
  const flag = (held: boolean) => (held ? 1 : 0);
  const shared = [...a.parties].filter((actor) => b.parties.has(actor));
  const tracks = [STEP_TYPES[a.event.type]?.track, STEP_TYPES[b.event.type]?.track];
  return {
    parties: Math.min(3, shared.length),
    rareParty: Math.max(0, ...shared.map((actor) => 1 - Math.min(1, 4 * (common.get(actor) ?? 0)))),
    coverage: coverageOf(a.context, b.context),
    near: coverageOf(a.near, b.near),
    otherTrack: flag(tracks.includes("criminal") && tracks.includes("civil")),
    sameTrack: flag(tracks[0] === tracks[1] && tracks[0] !== "either"),
    sameType: flag(a.event.type === b.event.type),
    gap: a.day === null || b.day === null ? 0.5 : Math.min(2, Math.log2(1 + Math.abs(a.day - b.day)) / 5),
    beside: besideOf(a, b),
    follows: flag(FOLLOWED_BY[a.event.type]?.includes(b.event.type) ?? false),
    against: flag((STEP_TYPES[a.event.type]?.order ?? 0) > (STEP_TYPES[b.event.type]?.order ?? 0)),
    between: Math.min(3, Math.log2(apart)),
    followsParty: flag(shared.length > 0 && (FOLLOWED_BY[a.event.type]?.includes(b.event.type) ?? false)),
    administrative: flag(tracks.includes("administrative") && tracks[0] !== tracks[1]),
  };
}

/** How near they are told in one report: 1 in one sentence, falling with the sentences between. */
function besideOf(a: MatterStep, b: MatterStep): number {
  let least = Number.POSITIVE_INFINITY;
  const bySource = new Map(b.nodes.slice(0, MOST_NODES).map((node) => [node.source, node.sentence]));
  for (const { source, sentence } of a.nodes.slice(0, MOST_NODES)) {
    const other = bySource.get(source);
    if (other !== undefined) least = Math.min(least, Math.abs(other - sentence));
  }
  return 1 / (1 + least);
}
