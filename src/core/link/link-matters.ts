import type { EventType } from "../extract/candidates.ts";
import { makeKeyIndex } from "./key-index.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { EventLinks } from "./link-events.ts";
import {
  type MatterFeature,
  type MatterStep,
  makeMatterStep,
  matterFeatures,
  PRECEDED_BY,
  STEP_TYPES,
} from "./matter-step.ts";
import { likelihoodOf, type PairFeatures, type PairModel } from "./pair-model.ts";
import type { Matter, StoryEvent } from "./story-record.ts";
import type { StoryWords } from "./story-words.ts";

/** Earlier steps looked at closely for each. */
const MOST_CANDIDATES = 16;

/**
 * Legal and administrative steps over the same people, body or measure, in the order of time and law: each step is tied
 * to the one before that it most likely follows, the likeliest pairs first, and no step to two. So a case that runs beside
 * another is not mixed into it.
 */
export function linkMatters(
  events: EventLinks,
  actors: ActorLinks,
  words: StoryWords,
  model: PairModel<MatterFeature>,
): Matter[] {
  const steps = matterSteps(events);
  const common = shareOfEvents(events.events);
  const ties = findTies(steps, common, words, model);
  const next = new Map<MatterStep, Tie>();
  const before = new Set<MatterStep>();
  for (const tie of ties) {
    if (next.has(tie.from) || before.has(tie.to)) continue;
    next.set(tie.from, tie);
    before.add(tie.to);
  }
  const names = new Map(actors.actors.map(({ id, name }) => [id, name]));
  return steps
    .filter((step) => next.has(step) && !before.has(step))
    .map((first) => {
      const chain = [{ step: first, reason: "first step reported" }];
      for (let tie = next.get(first); tie; tie = next.get(tie.to)) chain.push({ step: tie.to, reason: tie.reason });
      const ordered = chain.map(({ step }) => step);
      return {
        id: `m-${first.event.id}`,
        about: aboutOf(ordered, names),
        parties: [...new Set(ordered.flatMap(({ parties }) => [...parties]))],
        steps: chain.map(({ step, reason }) => ({ event: step.event.id, step: step.event.type, reason })),
        missing: findMissing(ordered),
      };
    });
}

/** Steps of a story in the order of time and law. */
export function matterSteps(events: EventLinks): MatterStep[] {
  return events.events
    .filter(({ type }) => type in STEP_TYPES)
    .map((event) => makeMatterStep(event, events))
    .sort(compareSteps);
}

/** One step that likely follows another. */
interface Tie {
  readonly from: MatterStep;
  readonly to: MatterStep;
  readonly score: number;
  readonly reason: string;
}

/** Pairs of steps that likely follow one another, the likeliest first. */
function findTies(
  steps: readonly MatterStep[],
  common: ReadonlyMap<string, number>,
  words: StoryWords,
  model: PairModel<MatterFeature>,
): Tie[] {
  const index = makeKeyIndex();
  const ties = steps.flatMap((to, at) => {
    const keys = [...to.context.ids, ...[...to.parties].map(words.numberOf), words.numberOf(`step ${to.event.type}`)];
    const usual = PRECEDED_BY.get(to.event.type) ?? [];
    const near = index.find([...keys, ...usual.map((type) => words.numberOf(`step ${type}`))], MOST_CANDIDATES);
    index.add(at, keys);
    return near.flatMap((other): Tie[] => {
      const from = steps[other]!;
      const features = matterFeatures(from, to, common, at - other);
      const score = likelihoodOf(features, model);
      return score < model.bar ? [] : [{ from, to, score, reason: explainTie(features) }];
    });
  });
  const order = new Map(steps.map((step, at) => [step, at]));
  return ties.sort(
    (a, b) => b.score - a.score || order.get(a.to)! - order.get(b.to)! || order.get(b.from)! - order.get(a.from)!,
  );
}

function explainTie(features: PairFeatures<MatterFeature>): string {
  const reasons = [
    features.parties > 0 ? "same party" : "",
    features.near + features.coverage > 0.4 ? "same words around it" : "",
    features.follows > 0 ? "a step that usually comes next" : "",
  ].filter((reason) => reason !== "");
  return reasons.join(", ") || "steps that follow one another";
}

/** Share of the story's events that each actor takes part in: the police and the two sides are in most. */
export function shareOfEvents(events: readonly StoryEvent[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { participants } of events) {
    for (const actor of new Set(participants.map((one) => one.actor))) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  }
  return new Map([...counts].map(([actor, count]) => [actor, count / Math.max(1, events.length)]));
}

/**
 * By day of the event, or of the first report of one that no report dates, for what is news took place shortly before;
 * what is still to come and undated stands last. Steps of one day stand in the order of law.
 */
function compareSteps(a: MatterStep, b: MatterStep): number {
  const ahead = Number(a.ahead) - Number(b.ahead);
  const reported = (a.nodes[0]?.source.order ?? 0) - (b.nodes[0]?.source.order ?? 0);
  const day = (a.day ?? Number.MAX_SAFE_INTEGER) - (b.day ?? Number.MAX_SAFE_INTEGER);
  return ahead || day || lawOrder(a) - lawOrder(b) || reported || (a.event.id < b.event.id ? -1 : 1);
}

function lawOrder(step: MatterStep): number {
  return STEP_TYPES[step.event.type]?.order ?? 0;
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
