import type { EventType } from "../extract/candidates.ts";
import { isCountedGroup } from "../text/counted-words.ts";
import { textOf } from "../text/span.ts";
import { makeKeyIndex } from "./key-index.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { EventLinks } from "./link-events.ts";
import {
  isStep,
  type MatterFeature,
  type MatterStep,
  makeMatterStep,
  matterFeatures,
  PRECEDED_BY,
  STEP_TYPES,
} from "./matter-step.ts";
import { blendOf, likelihoodOf, type PairFeatures, type PairModel } from "./pair-model.ts";
import type { Matter } from "./story-record.ts";
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
  const chains = makeChains(steps, words, model);
  const names = new Map(actors.actors.map(({ id, name }) => [id, name]));
  return chains
    .filter((chain) => chain.length > 1 && chain.some(({ step }) => isOfLaw(step)))
    .map((chain) => {
      const first = chain[0]!.step;
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

/** What courts, prosecutors, lawmakers and returning officers do; publishing, talking and appointing alone make no matter. */
function isOfLaw({ event, nodes }: MatterStep): boolean {
  if (event.type === "vote" || (STEP_TYPES[event.type]?.track ?? "administrative") !== "administrative") return true;
  return (
    event.type === "other" &&
    nodes.some(({ source, event: { trigger } }) => OF_LAW.test(textOf(source.record.report.text, trigger)))
  );
}

const OF_LAW = /\b(?:petitions?|recall|recounts?|subpoena\w*|pardon\w*)\b/i;

/** Steps of a story in the order of time and law. */
export function matterSteps(events: EventLinks): MatterStep[] {
  return events.events
    .filter((event) => isStep(event, events.nodes.get(event.id) ?? []))
    .map((event) => makeMatterStep(event, events))
    .sort(compareSteps);
}

/** One step of a matter, with why it is in it. */
interface Link {
  readonly step: MatterStep;
  readonly reason: string;
}

/** Latest steps of a matter that another is compared with. */
const COMPARED = 4;

/** Each step joins the matter that it fits best, as a whole, or opens one. */
function makeChains(steps: readonly MatterStep[], words: StoryWords, model: PairModel<MatterFeature>): Link[][] {
  const index = makeKeyIndex();
  const chains: Link[][] = [];
  for (const to of steps) {
    const keys = [...to.context.ids, ...[...to.parties].map(words.numberOf), words.numberOf(`step ${to.event.type}`)];
    const usual = (PRECEDED_BY.get(to.event.type) ?? []).map((type) => words.numberOf(`step ${type}`));
    let best: { chain: Link[]; score: number; reason: string; index: number } | null = null;
    for (const which of index.find([...keys, ...usual], MOST_CANDIDATES)) {
      const chain = chains[which]!;
      const pairs = chain.slice(-COMPARED).map(({ step }) => matterFeatures(step, to));
      const told = pairs.some(isToldNext);
      // That a vote usually follows talks ties no undated vote to these; a trial is mostly that of who is told of.
      const isLoose = to.event.when === null && to.track !== "criminal";
      if (isLoose && !told && !pairs.some(haveInCommon)) continue;
      const score = blendOf(pairs.map((features) => likelihoodOf(features, model))).score + (told ? TOLD_NEXT : 0);
      if (score >= model.bar && (best === null || score > best.score))
        best = { chain, score, reason: explainTie(pairs.at(-1)!, told), index: which };
    }
    if (best === null) {
      chains.push([{ step: to, reason: "first step reported" }]);
      index.add(chains.length - 1, keys);
    } else {
      best.chain.push({ step: to, reason: best.reason });
      index.add(best.index, keys);
    }
  }
  return chains;
}

/** What being told right after a step is worth: "They were charged. They will appear on Monday" names nobody. */
const TOLD_NEXT = 0.15;

/** Told in the same or the next sentence of one report, and a step that usually comes next. */
function isToldNext({ beside, follows, otherTrack }: PairFeatures<MatterFeature>): boolean {
  return beside >= 0.5 && follows > 0 && otherTrack === 0;
}

/** Somebody, a court, an accused or most of the words around them. */
function haveInCommon({ parties, courtShared, accusedShared, near, coverage }: PairFeatures<MatterFeature>): boolean {
  return parties + courtShared + accusedShared > 0 || near + coverage > SAME_WORDS;
}

/** Shares of words, of those near and of those in the sentence together, from which two steps are told in the same words. */
const SAME_WORDS = 0.4;

function explainTie(features: PairFeatures<MatterFeature>, told: boolean): string {
  const reasons = [
    features.parties > 0 ? "same party" : "",
    features.near + features.coverage > SAME_WORDS ? "same words around it" : "",
    features.follows > 0 ? "a step that usually comes next" : "",
    told ? "told right after a step of it" : "",
  ].filter((reason) => reason !== "");
  return reasons.join(", ") || "steps that follow one another";
}

/**
 * By day of the event, or of the first report of one that no report dates, for what is news took place shortly before;
 * what is still to come and undated stands behind all of the day on which it was told of. Steps of one day stand in the
 * order of law.
 */
function compareSteps(a: MatterStep, b: MatterStep): number {
  const day = (a.day ?? Number.MAX_SAFE_INTEGER) - (b.day ?? Number.MAX_SAFE_INTEGER);
  const ahead = Number(a.ahead) - Number(b.ahead);
  const reported = (a.nodes[0]?.source.order ?? 0) - (b.nodes[0]?.source.order ?? 0);
  return day || ahead || a.order - b.order || reported || (a.event.id < b.event.id ? -1 : 1);
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

/** Who most takes part; where that is a group only counted ("two men"), the step that tells of it. */
function aboutOf(steps: readonly MatterStep[], names: ReadonlyMap<string, string>): string {
  const counts = new Map<string, number>();
  for (const { event } of steps) {
    for (const { role, actor } of event.participants) {
      counts.set(actor, (counts.get(actor) ?? 0) + (role === "patient" ? 2 : 1));
    }
  }
  const leading = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([actor]) => actor);
  const [first] = leading;
  if (first === undefined || isCountedGroup(names.get(first) ?? "")) {
    const told = steps.find(({ event }) => event.participants.some(({ actor }) => actor === first));
    return (told ?? steps[0]!).event.label;
  }
  const named = leading.flatMap((actor) => names.get(actor) ?? []).filter((name) => !isCountedGroup(name));
  return named.length > 0 ? named.slice(0, 2).join(", ") : steps[0]!.event.label;
}
