import type { EventType } from "../extract/candidates.ts";
import type { EventNode } from "./event-node.ts";
import { groupNodes } from "./group-nodes.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { EventLinks } from "./link-events.ts";
import type { Matter, StoryEvent } from "./story-record.ts";
import { coverageOf, type WordWeights } from "./word-weights.ts";

/** Steps of law and administration with their usual order. */
const STEP_ORDER: { readonly [type in EventType]?: number } = {
  arrest: 1,
  release: 2,
  charge: 3,
  law: 3,
  sanction: 3,
  lawsuit: 4,
  hearing: 5,
  plea: 6,
  verdict: 7,
  sentence: 8,
  ruling: 8,
  appeal: 9,
};

interface Step {
  readonly event: StoryEvent;
  readonly nodes: readonly EventNode[];
  readonly parties: ReadonlySet<string>;
  readonly patients: ReadonlySet<string>;
  readonly context: ReadonlySet<string>;
}

const SAME_MATTER = 2.2;

/** Legal and administrative steps over the same people, body or measure, in the order of time and law. */
export function linkMatters(events: EventLinks, actors: ActorLinks, weights: WordWeights): Matter[] {
  const steps = events.events.filter(({ type }) => type in STEP_ORDER).map((event) => makeStep(event, events));
  const crowded = commonActors(events.events);
  const groups = groupNodes(
    steps,
    (step) => [...step.parties, ...step.context],
    (step, group) => fitStep(step, group, crowded, weights),
  );
  const names = new Map(actors.actors.map(({ id, name }) => [id, name]));
  return groups
    .filter(({ nodes }) => nodes.length >= 2)
    .map(({ nodes, reasons }) => {
      const ordered = nodes
        .map((step, index) => ({ step, reason: reasons[index] || "first step reported" }))
        .sort((a, b) => compareSteps(a.step, b.step));
      const parties = new Set(ordered.flatMap(({ step }) => [...step.parties]));
      return {
        id: `m-${ordered[0]!.step.event.id}`,
        about: aboutOf(nodes, names),
        parties: [...parties],
        steps: ordered.map(({ step, reason }) => ({ event: step.event.id, step: step.event.type, reason })),
      };
    });
}

function makeStep(event: StoryEvent, events: EventLinks): Step {
  const nodes = events.nodes.get(event.id) ?? [];
  return {
    event,
    nodes,
    parties: new Set(event.participants.map(({ actor }) => actor)),
    patients: new Set(event.participants.flatMap(({ role, actor }) => (role === "patient" ? [actor] : []))),
    context: new Set(nodes.flatMap((node) => [...node.context])),
  };
}

/** Actors in so many events that sharing them says nothing: the police, the court, the two sides of the story. */
function commonActors(events: readonly StoryEvent[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { participants } of events) {
    for (const actor of new Set(participants.map((one) => one.actor))) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  }
  const most = Math.max(1, events.length);
  return new Map([...counts].map(([actor, count]) => [actor, count / most]));
}

function fitStep(
  step: Step,
  group: readonly Step[],
  common: ReadonlyMap<string, number>,
  weights: WordWeights,
): { score: number; reason: string } | null {
  let best: { score: number; reason: string } | null = null;
  for (const other of group) {
    const reasons: string[] = [];
    let points = 0;
    for (const actor of step.parties) {
      if (!other.parties.has(actor)) continue;
      const rare = 1 - Math.min(1, 3 * (common.get(actor) ?? 0));
      points += (step.patients.has(actor) && other.patients.has(actor) ? 1.6 : 0.6) * (0.4 + rare);
      reasons.push("same party");
    }
    const context = coverageOf(step.context, other.context, weights);
    points += 2.5 * context;
    if (context >= 0.3) reasons.push("same words around it");
    const near = step.nodes.some((a) =>
      other.nodes.some((b) => a.source === b.source && a.sentence >= 0 && Math.abs(a.sentence - b.sentence) <= 1),
    );
    if (near) {
      points += 1;
      reasons.push("reported side by side");
    }
    if (points >= SAME_MATTER && (best === null || points > best.score)) {
      best = { score: points, reason: [...new Set(reasons)].join(", ") };
    }
  }
  return best;
}

function compareSteps(a: Step, b: Step): number {
  const first = a.event.when;
  const second = b.event.when;
  if (first && second && first.last < second.first) return -1;
  if (first && second && second.last < first.first) return 1;
  const law = (STEP_ORDER[a.event.type] ?? 0) - (STEP_ORDER[b.event.type] ?? 0);
  return law || (a.nodes[0]?.source.order ?? 0) - (b.nodes[0]?.source.order ?? 0) || (a.event.id < b.event.id ? -1 : 1);
}

function aboutOf(steps: readonly Step[], names: ReadonlyMap<string, string>): string {
  const counts = new Map<string, number>();
  for (const step of steps) {
    for (const actor of step.parties) counts.set(actor, (counts.get(actor) ?? 0) + (step.patients.has(actor) ? 2 : 1));
  }
  const leading = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 2);
  const parties = leading.flatMap(([actor]) => names.get(actor) ?? []);
  return parties.length > 0 ? parties.join(", ") : steps[0]!.event.label;
}
