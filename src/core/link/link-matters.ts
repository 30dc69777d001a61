import type { EventType } from "../extract/candidates.ts";
import { type Fit, groupNodes } from "./group-nodes.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { EventLinks } from "./link-events.ts";
import { type MatterFeature, type MatterStep, makeMatterStep, matterFeatures, STEP_TYPES } from "./matter-step.ts";
import { blendOf, likelihoodOf, type PairModel } from "./pair-model.ts";
import type { Matter, StoryEvent } from "./story-record.ts";
import type { StoryWords } from "./story-words.ts";

/** Legal and administrative steps over the same people, body or measure, in the order of time and law. */
export function linkMatters(
  events: EventLinks,
  actors: ActorLinks,
  words: StoryWords,
  model: PairModel<MatterFeature>,
): Matter[] {
  const steps = events.events
    .filter(({ type }) => type in STEP_TYPES)
    .map((event) => makeMatterStep(event, events))
    .sort(compareSteps);
  const common = shareOfEvents(events.events);
  const groups = groupNodes(
    steps,
    (step) => [...step.context.ids, ...[...step.parties].map(words.numberOf)],
    (step, group) => fitStep(step, group, common, model),
  );
  const names = new Map(actors.actors.map(({ id, name }) => [id, name]));
  return groups
    .filter(({ nodes }) => nodes.length >= 2)
    .map(({ nodes, reasons }) => {
      const reasonOf = new Map(nodes.map((step, index) => [step, reasons[index] || "first step reported"]));
      const ordered = orderSteps(nodes);
      return {
        id: `m-${ordered[0]!.event.id}`,
        about: aboutOf(ordered, names),
        parties: [...new Set(ordered.flatMap(({ parties }) => [...parties]))],
        steps: ordered.map((step) => ({ event: step.event.id, step: step.event.type, reason: reasonOf.get(step)! })),
        missing: findMissing(ordered),
      };
    });
}

/** Share of the story's events that each actor takes part in: the police and the two sides are in most. */
export function shareOfEvents(events: readonly StoryEvent[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { participants } of events) {
    for (const actor of new Set(participants.map((one) => one.actor))) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  }
  return new Map([...counts].map(([actor, count]) => [actor, count / Math.max(1, events.length)]));
}

function fitStep(
  step: MatterStep,
  group: readonly MatterStep[],
  common: ReadonlyMap<string, number>,
  model: PairModel<MatterFeature>,
): Fit | null {
  const compared = group.slice(-8).map((other) => matterFeatures(other, step, common));
  const { score, best } = blendOf(compared.map((features) => likelihoodOf(features, model)));
  if (score < model.bar) return null;
  const features = compared[best]!;
  const reasons = [
    features.parties > 0 ? "same party" : "",
    features.near + features.likeness > 0.3 ? "same words around it" : "",
    features.placeShared > 0 ? "same place" : "",
  ].filter((reason) => reason !== "");
  return { score, reason: reasons.join(", ") || "steps that follow one another" };
}

/** By day of the event or of its first report; steps of one day, or of no day, in the order of law. */
function compareSteps(a: MatterStep, b: MatterStep): number {
  const reported = (a.nodes[0]?.source.order ?? 0) - (b.nodes[0]?.source.order ?? 0);
  const day = (a.day ?? Number.MAX_SAFE_INTEGER) - (b.day ?? Number.MAX_SAFE_INTEGER);
  return day || lawOrder(a) - lawOrder(b) || reported || (a.event.id < b.event.id ? -1 : 1);
}

function lawOrder(step: MatterStep): number {
  return STEP_TYPES[step.event.type]?.order ?? 0;
}

/**
 * Dated steps stand by their days. An undated one stands after the last step that law puts before it, among those not
 * later than the report that tells of it.
 */
function orderSteps(steps: readonly MatterStep[]): MatterStep[] {
  const ordered = steps.filter(({ event }) => event.when !== null).sort(compareSteps);
  const undated = steps.filter(({ event }) => event.when === null);
  undated.sort((a, b) => lawOrder(a) - lawOrder(b) || compareSteps(a, b));
  for (const step of undated) {
    let at = 0;
    for (const [index, other] of ordered.entries()) {
      const told = step.day === null || other.day === null || other.day <= step.day;
      if (told && lawOrder(other) <= lawOrder(step)) at = index + 1;
    }
    ordered.splice(at, 0, step);
  }
  return ordered;
}

/** What law requires before a step, any one of which will do. */
const REQUIRED: { readonly [type in EventType]?: readonly EventType[] } = {
  plea: ["charge"],
  verdict: ["charge"],
  sentence: ["verdict", "plea"],
  appeal: ["ruling", "verdict", "sentence", "law", "sanction"],
};

/** Said to be missing, never invented: the report of a step may lie outside the story. */
function findMissing(steps: readonly MatterStep[]): Matter["missing"] {
  return steps.flatMap(({ event }, index) => {
    const required = REQUIRED[event.type];
    const before = steps.slice(0, index).map((step) => step.event.type);
    if (!required || required.some((type) => before.includes(type))) return [];
    if (steps.slice(0, index).some((step) => step.event.type === event.type)) return [];
    return [{ step: required[0]!, before: event.id, reason: `no ${required.join(" or ")} is reported before it` }];
  });
}

function aboutOf(steps: readonly MatterStep[], names: ReadonlyMap<string, string>): string {
  const counts = new Map<string, number>();
  for (const { event } of steps) {
    for (const { role, actor } of event.participants) {
      counts.set(actor, (counts.get(actor) ?? 0) + (role === "patient" ? 2 : 1));
    }
  }
  const leading = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 2);
  const parties = leading.flatMap(([actor]) => names.get(actor) ?? []);
  return parties.length > 0 ? parties.join(", ") : steps[0]!.event.label;
}
