import type { EventType } from "../extract/candidates.ts";
import { dayNumber } from "./calendar.ts";
import type { EventNode } from "./event-node.ts";
import type { EventLinks } from "./link-events.ts";
import type { PairFeatures } from "./pair-model.ts";
import type { StoryEvent } from "./story-record.ts";
import { coverageOf, EMPTY_BAG, likenessOf, sharedWeight, uniteBags, type WordBag } from "./story-words.ts";

/** An event of law or administration with what placing it in a matter needs. */
export interface MatterStep {
  readonly event: StoryEvent;
  readonly nodes: readonly EventNode[];
  readonly parties: ReadonlySet<string>;
  readonly context: WordBag;
  readonly near: WordBag;
  /** Day number of the event, else of its first report; null when neither is dated. */
  readonly day: number | null;
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

/** Mentions whose words stand for an event that many reports name. */
const MOST_NODES = 20;

export function makeMatterStep(event: StoryEvent, events: EventLinks): MatterStep {
  const nodes = events.nodes.get(event.id) ?? [];
  const reported = nodes.find(({ source }) => source.day !== null)?.source.day ?? null;
  const day = event.when?.first ?? reported;
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
    day: day === null ? null : dayNumber(day),
  };
}

export type MatterFeature =
  | "parties"
  | "rareParty"
  | "likeness"
  | "coverage"
  | "near"
  | "otherTrack"
  | "sameTrack"
  | "sameType"
  | "gap"
  | "order"
  | "placeShared"
  | "follows"
  | "beside"
  | "rareWords"
  | "administrative";

/** `common` is the share of the story's events that each actor takes part in. */
export function matterFeatures(
  a: MatterStep,
  b: MatterStep,
  common: ReadonlyMap<string, number>,
): PairFeatures<MatterFeature> {
  const flag = (held: boolean) => (held ? 1 : 0);
  const shared = [...a.parties].filter((actor) => b.parties.has(actor));
  const tracks = [STEP_TYPES[a.event.type]?.track, STEP_TYPES[b.event.type]?.track];
  return {
    parties: Math.min(3, shared.length),
    rareParty: Math.max(0, ...shared.map((actor) => 1 - Math.min(1, 4 * (common.get(actor) ?? 0)))),
    likeness: likenessOf(a.context, b.context),
    coverage: coverageOf(a.context, b.context),
    near: coverageOf(a.near, b.near),
    otherTrack: flag(tracks.includes("criminal") && tracks.includes("civil")),
    sameTrack: flag(tracks[0] === tracks[1] && tracks[0] !== "either"),
    sameType: flag(a.event.type === b.event.type),
    gap: a.day === null || b.day === null ? 0.5 : Math.min(2, Math.log2(1 + Math.abs(a.day - b.day)) / 5),
    order: flag(inOrder(a, b)),
    placeShared: flag(a.event.places.some((place) => b.event.places.includes(place))),
    follows: flag(follows(a, b)),
    beside: besideOf(a, b),
    rareWords: Math.min(1, sharedWeight(a.near, b.near) / 12),
    administrative: flag(tracks.includes("administrative") && tracks[0] !== tracks[1]),
  };
}

/** The later step is one that usually comes right after the earlier; where no day tells, either way. */
function follows(a: MatterStep, b: MatterStep): boolean {
  const forth = FOLLOWED_BY[a.event.type]?.includes(b.event.type) ?? false;
  const back = FOLLOWED_BY[b.event.type]?.includes(a.event.type) ?? false;
  if (a.day === null || b.day === null || a.day === b.day) return forth || back;
  return a.day < b.day ? forth : back;
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

function inOrder(a: MatterStep, b: MatterStep): boolean {
  if (a.day === null || b.day === null || a.day === b.day) return true;
  const order = (STEP_TYPES[a.event.type]?.order ?? 0) - (STEP_TYPES[b.event.type]?.order ?? 0);
  return a.day < b.day ? order <= 0 : order >= 0;
}
