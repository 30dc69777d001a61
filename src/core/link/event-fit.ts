import type { EventType } from "../extract/candidates.ts";
import { daysBetween } from "./calendar.ts";
import type { EventNode, EventTime } from "./event-node.ts";
import type { Fit } from "./group-nodes.ts";
import { coverageOf, type WordWeights } from "./word-weights.ts";

/** Points from which a mention and a group name one event. */
const SAME_EVENT = 3;

/** Types whose patient makes the event: the arrest of one man is not the arrest of another. */
const BY_PATIENT: ReadonlySet<EventType> = new Set([
  "arrest",
  "charge",
  "plea",
  "verdict",
  "sentence",
  "death",
  "injury",
  "release",
  "appoint",
  "resign",
  "award",
]);

/**
 * Judges whether a mention names the event of a group, by type, days, who did what to whom, places, the word used and
 * the words around it. Days that cannot both hold rule it out, whatever else agrees.
 */
export function judgeEvents(node: EventNode, group: readonly EventNode[], weights: WordWeights): Fit | null {
  if (node.event.type !== group[0]!.event.type) return null;
  const reasons: string[] = [];
  let points = 0;

  const days = compareDays(node, group);
  if (days === "differ") return null;
  if (days === "same") {
    points += 2;
    reasons.push("same day");
  } else if (days === "overlap") {
    points += 1;
    reasons.push("days overlap");
  }

  const patients = compareSets(
    node.patients,
    group.map((other) => other.patients),
  );
  if (patients === "differ" && BY_PATIENT.has(node.event.type)) return null;
  if (patients === "shared") {
    points += 1.5;
    reasons.push("done to the same");
  } else if (patients === "differ") points -= 1;
  const agents = compareSets(
    node.agents,
    group.map((other) => other.agents),
  );
  if (agents === "shared") {
    points += 1;
    reasons.push("done by the same");
  } else if (agents === "differ") points -= 0.5;
  const places = compareSets(
    node.places,
    group.map((other) => other.places),
  );
  if (places === "shared") {
    points += 1;
    reasons.push("same place");
  } else if (places === "differ") points -= 1;

  if (group.some((other) => [...node.trigger].some((word) => other.trigger.has(word)))) {
    points += 1;
    reasons.push("same word for it");
  }
  const context = Math.max(...group.slice(-8).map((other) => coverageOf(node.context, other.context, weights)));
  points += 3 * context;
  if (context >= 0.3) reasons.push("same words around it");
  if (node.source === group.at(-1)!.source) points -= 0.5;
  return points >= SAME_EVENT ? { score: points, reason: reasons.join(", ") } : null;
}

function compareDays(node: EventNode, group: readonly EventNode[]): "same" | "overlap" | "unknown" | "differ" {
  if (node.when === null) return "unknown";
  let best: "same" | "overlap" | "unknown" = "unknown";
  for (const { when } of group) {
    if (when === null) continue;
    const found = compareTimes(node.when, when);
    if (found === "differ") return "differ";
    if (found === "same" || best === "unknown") best = found;
  }
  return best;
}

function compareTimes(a: EventTime, b: EventTime): "same" | "overlap" | "differ" {
  if (a.first > b.last || b.first > a.last) return "differ";
  return daysBetween(a.first, a.last) <= 1 && daysBetween(b.first, b.last) <= 1 ? "same" : "overlap";
}

function compareSets(
  own: ReadonlySet<string>,
  others: readonly ReadonlySet<string>[],
): "shared" | "differ" | "unknown" {
  if (own.size === 0) return "unknown";
  let known = false;
  for (const other of others) {
    for (const one of other) {
      if (own.has(one)) return "shared";
      known = true;
    }
  }
  return known ? "differ" : "unknown";
}
