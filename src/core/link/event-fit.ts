import type { EventStatus } from "../extract/candidates.ts";
import { daysBetween } from "./calendar.ts";
import type { EventNode, EventTime } from "./event-node.ts";
import type { PairFeatures, PairWeights } from "./pair-model.ts";
import { coverageOf, likenessOf, sharedWords, type WordWeights } from "./word-weights.ts";

export type EventFeature =
  | "sameDay"
  | "daysOverlap"
  | "bothUndated"
  | "tallies"
  | "patientShared"
  | "patientDiffers"
  | "agentShared"
  | "agentDiffers"
  | "otherShared"
  | "placeShared"
  | "placeDiffers"
  | "sameWord"
  | "context"
  | "coverage"
  | "sameReport"
  | "looksBack"
  | "statusDiffers"
  | "cameTrue"
  | "fewOfType"
  | "softSame"
  | "softDiffers"
  | "near";

export const EVENT_WEIGHTS: PairWeights<EventFeature> = {
  bias: -1.3,
  sameDay: 1.2,
  daysOverlap: 0.5,
  bothUndated: 0.5,
  tallies: 0.3,
  patientShared: 0.3,
  patientDiffers: -0.5,
  agentShared: 0.8,
  agentDiffers: 0,
  otherShared: 0.1,
  placeShared: 0.6,
  placeDiffers: 0,
  sameWord: 0.6,
  context: 0.5,
  coverage: 1.2,
  sameReport: -0.2,
  looksBack: 0.4,
  statusDiffers: -1,
  cameTrue: 1.1,
  fewOfType: 0.8,
  softSame: 1.2,
  softDiffers: -0.6,
  near: 1.7,
};

/** Null when the two cannot be one event: other type, days that cannot both hold, or another man's arrest. */
export function eventFeatures(
  a: EventNode,
  b: EventNode,
  ofType: number,
  weights: WordWeights,
): PairFeatures<EventFeature> | null {
  if (a.event.type !== b.event.type) return null;
  const days = a.when && b.when ? compareTimes(a.when, b.when) : "unknown";
  if (days === "differ") return null;
  const patients = compareSets(a.patients, b.patients);
  const agents = compareSets(a.agents, b.agents);
  const places = compareSets(a.places, b.places);
  const actors = (node: EventNode) => new Set([...node.others, ...node.agents, ...node.patients]);
  const times = [a.when ?? a.soft, b.when ?? b.soft] as const;
  const soft = days !== "unknown" || !times[0] || !times[1] ? "unknown" : compareTimes(times[0], times[1]);
  const flag = (held: boolean) => (held ? 1 : 0);
  return {
    sameDay: flag(days === "same"),
    daysOverlap: flag(days === "overlap"),
    bothUndated: flag(a.when === null && b.when === null),
    tallies: flag(tallies(a, b) || tallies(b, a)),
    patientShared: flag(patients === "shared"),
    patientDiffers: flag(patients === "differ"),
    agentShared: flag(agents === "shared"),
    agentDiffers: flag(agents === "differ"),
    otherShared: Math.min(2, sharedWords(actors(a), actors(b)).length),
    placeShared: flag(places === "shared"),
    placeDiffers: flag(places === "differ"),
    sameWord: flag(sharedWords(a.trigger, b.trigger).length > 0),
    context: likenessOf(a.context, b.context, weights),
    coverage: coverageOf(a.context, b.context, weights),
    sameReport: flag(a.source === b.source),
    looksBack: flag(b.definite),
    statusDiffers: flag(standing(a.event.status) !== standing(b.event.status)),
    cameTrue: flag(standing(a.event.status) === "ahead" && standing(b.event.status) === "real"),
    fewOfType: 1 / Math.sqrt(Math.max(1, ofType)),
    softSame: flag(soft === "same" || soft === "overlap"),
    softDiffers: flag(soft === "differ"),
    near: likenessOf(a.near, b.near, weights),
  };
}

/** An undated event is told of on, or the day after, the day of a dated one. */
function tallies(dated: EventNode, undated: EventNode): boolean {
  if (dated.when === null || undated.when !== null || undated.source.day === null) return false;
  if (standing(undated.event.status) !== "real" || undated.definite) return false;
  const days = daysBetween(dated.when.last, undated.source.day);
  return days >= 0 && days <= 1;
}

function standing(status: EventStatus): "real" | "ahead" | "not" {
  if (status === "occurred" || status === "ongoing") return "real";
  return status === "planned" || status === "possible" ? "ahead" : "not";
}

export function compareTimes(a: EventTime, b: EventTime): "same" | "overlap" | "differ" {
  if (a.first > b.last || b.first > a.last) return "differ";
  return daysBetween(a.first, a.last) <= 1 && daysBetween(b.first, b.last) <= 1 ? "same" : "overlap";
}

function compareSets(a: ReadonlySet<string>, b: ReadonlySet<string>): "shared" | "differ" | "unknown" {
  if (a.size === 0 || b.size === 0) return "unknown";
  return sharedWords(a, b).length > 0 ? "shared" : "differ";
}
