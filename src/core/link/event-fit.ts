import type { EventStatus } from "../extract/candidates.ts";
import type { EventNode, EventTime } from "./event-node.ts";
import type { PairFeatures } from "./pair-model.ts";
import { kindsDiffer } from "./step-kind.ts";
import { daysApart } from "./story-reports.ts";
import { coverageOf, intersects, likenessOf, sharedCount } from "./story-words.ts";

export type EventFeature =
  | "sameDay"
  | "daysOverlap"
  | "bothUndated"
  | "patientShared"
  | "patientDiffers"
  | "agentShared"
  | "agentDiffers"
  | "placeShared"
  | "placeDiffers"
  | "sameWord"
  | "coverage"
  | "sameReport"
  | "looksBack"
  | "statusDiffers"
  | "cameTrue"
  | "fewOfType"
  | "softSame"
  | "softDiffers"
  | "near"
  | "apart";

/** What speaks for and against two mentions of one type, the earlier first, naming one event. */
export function eventFeatures(a: EventNode, b: EventNode, ofType: number): PairFeatures<EventFeature> {
  const days = a.when && b.when ? compareTimes(a.when, b.when) : "unknown";
  const patients = compareSets(a.patients, b.patients);
  const agents = compareSets(a.agents, b.agents);
  const places = compareSets(a.places, b.places);
  const times = [a.when ?? a.soft, b.when ?? b.soft] as const;
  const soft = days !== "unknown" || !times[0] || !times[1] ? "unknown" : compareTimes(times[0], times[1]);
  const flag = (held: boolean) => (held ? 1 : 0);
  return {
    sameDay: flag(days === "same"),
    daysOverlap: flag(days === "overlap"),
    bothUndated: flag(a.when === null && b.when === null),
    patientShared: flag(patients === "shared"),
    patientDiffers: flag(patients === "differ"),
    agentShared: flag(agents === "shared"),
    agentDiffers: flag(agents === "differ"),
    placeShared: flag(places === "shared"),
    placeDiffers: flag(places === "differ"),
    sameWord: flag(sharedCount(a.trigger, b.trigger) > 0),
    coverage: coverageOf(a.context, b.context),
    sameReport: flag(a.source === b.source),
    looksBack: flag(b.definite),
    statusDiffers: flag(standing(a.event.status) !== standing(b.event.status)),
    cameTrue: flag(standing(a.event.status) === "ahead" && standing(b.event.status) === "real"),
    fewOfType: 1 / Math.sqrt(Math.max(1, ofType)),
    softSame: flag(soft === "same" || soft === "overlap"),
    softDiffers: flag(soft === "differ"),
    near: likenessOf(a.near, b.near),
    // A ban in force is told again and again, however long ago it was made.
    apart: a.event.type === "law" && patients === "shared" ? 0 : apartOf(a, b),
  };
}

/** Days between two reports from which another count of people is another event, and no later word on the first. */
const NEW_COUNT = 3;

/**
 * What no likeness outweighs: it was told as news before the day the other took place, other people were counted
 * some days on, or it was for another offence.
 */
export function eventsClash(a: EventNode, b: EventNode): boolean {
  if (isToldBefore(a, b) || isToldBefore(b, a) || countsClash(a, b) || offencesClash(a, b)) return true;
  return (
    kindsClash(a, b) ||
    areApart(a.courts, b.courts) ||
    areApart(a.accused, b.accused) ||
    areApart(a.papers, b.papers) ||
    a.none !== b.none
  );
}

function kindsClash(a: EventNode, b: EventNode): boolean {
  return kindsDiffer(a.kind, b.kind) || differ(a.stage, b.stage) || differ(a.measure, b.measure);
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}

function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && !intersects(a, b);
}

/** A day is left for clocks and for papers dated ahead. */
function isToldBefore(told: EventNode, dated: EventNode): boolean {
  return told.toldBy !== null && told.when === null && dated.when !== null && told.toldBy + 1 < dated.when.from;
}

function countsClash(a: EventNode, b: EventNode): boolean {
  if (a.count === null || b.count === null || a.count === b.count) return false;
  if (a.when !== null && b.when !== null && compareTimes(a.when, b.when) === "same") return false;
  return (daysApart(a.source, b.source) ?? 0) >= NEW_COUNT;
}

function offencesClash(a: EventNode, b: EventNode): boolean {
  return a.offence.ids.length > 0 && b.offence.ids.length > 0 && sharedCount(a.offence, b.offence) === 0;
}

/**
 * A day, somebody, a place, the word for it or words around it: that two reports tell of one death each, and of no other, makes them no one
 * death.
 */
export function haveInCommon(features: PairFeatures<EventFeature>): boolean {
  const { sameDay, daysOverlap, softSame, patientShared, agentShared, placeShared, sameWord, looksBack } = features;
  const shared = sameDay + daysOverlap + softSame + patientShared + agentShared + placeShared + sameWord + looksBack;
  return shared + features.sameReport > 0 || features.near + features.coverage > SAME_WORDS;
}

/** Likeness of the words near and share of those in the sentence, together, from which two mentions are told in the same words. */
const SAME_WORDS = 0.3;

/** The features that spoke for joining, in plain words. */
export function explainEvent(features: PairFeatures<EventFeature>): string {
  const reasons = [
    features.sameDay > 0 ? "same day" : features.daysOverlap + features.softSame > 0 ? "days that agree" : "",
    features.patientShared > 0 ? "done to the same" : "",
    features.agentShared > 0 ? "done by the same" : "",
    features.placeShared > 0 ? "same place" : "",
    features.sameWord > 0 ? "same word for it" : "",
    features.near + features.coverage > 0.5 ? "same words around it" : "",
    features.cameTrue > 0 ? "what was planned has happened" : "",
    features.looksBack > 0 ? "named as known" : "",
  ].filter((reason) => reason !== "");
  return reasons.join(", ") || "the only one of its kind so far";
}

/** Days between two events of which one at least is undated, and stands where its report stands: 0, 1 at 31 days, 2. */
function apartOf(a: EventNode, b: EventNode): number {
  if (a.when && b.when) return 0;
  const first = (a.when ?? a.soft)?.from ?? a.source.dayNumber;
  const second = (b.when ?? b.soft)?.from ?? b.source.dayNumber;
  if (first === null || second === null) return 0;
  return Math.min(2, Math.log2(1 + Math.abs(first - second)) / 5);
}

function standing(status: EventStatus): "real" | "ahead" | "not" {
  if (status === "occurred" || status === "ongoing") return "real";
  return status === "planned" || status === "possible" ? "ahead" : "not";
}

export function compareTimes(a: EventTime, b: EventTime): "same" | "overlap" | "differ" {
  if (a.from > b.to || b.from > a.to) return "differ";
  return a.to - a.from <= 1 && b.to - b.from <= 1 ? "same" : "overlap";
}

function compareSets(a: ReadonlySet<string>, b: ReadonlySet<string>): "shared" | "differ" | "unknown" {
  if (a.size === 0 || b.size === 0) return "unknown";
  return intersects(a, b) ? "shared" : "differ";
}
