// `node evals/stories/fit-weights.ts [LINKER]`: fits the weights of the linkers' pair models on the stories that are not
// held out, and prints them with how well they do on each story when it is left out. What is printed is rounded and
// written by hand into src/core/link/*-fit.ts, where features that turn out to say nothing are dropped.
import { answerFeatures, makeAskNode } from "../../src/core/link/answer-fit.ts";
import { eventFeatures } from "../../src/core/link/event-fit.ts";
import type { EventNode } from "../../src/core/link/event-node.ts";
import { countsAgree, figureFeatures } from "../../src/core/link/figure-fit.ts";
import { type ActorLinks, linkActors } from "../../src/core/link/link-actors.ts";
import { countTypes, type EventLinks, linkEvents } from "../../src/core/link/link-events.ts";
import { linkFigures } from "../../src/core/link/link-figures.ts";
import { shareOfEvents } from "../../src/core/link/link-matters.ts";
import { linkStatements, type StatementLinks } from "../../src/core/link/link-statements.ts";
import { makeMatterStep, matterFeatures, STEP_TYPES } from "../../src/core/link/matter-step.ts";
import { compareSpeakers, numbersClash, statementFeatures } from "../../src/core/link/statement-fit.ts";
import { orderReports, type StorySource } from "../../src/core/link/story-reports.ts";
import { type StoryWords, weighWords } from "../../src/core/link/story-words.ts";
import { bankRecords } from "./bank-records.ts";
import { extractRows } from "./extracted-rows.ts";
import { type Example, fitLogistic, predict } from "./logistic.ts";
import { type BankStory, goldEventAt, HELD_OUT, readStorybank, reportNumber } from "./storybank.ts";

interface Linked {
  readonly story: BankStory;
  readonly sources: readonly StorySource[];
  readonly words: StoryWords;
  readonly actors: ActorLinks;
  readonly statements: StatementLinks;
  readonly events: EventLinks;
  readonly derived: ReadonlySet<string>;
}

type Features = { readonly [feature: string]: number };

interface Pair {
  readonly features: Features;
  readonly same: boolean;
}

const LINKERS: { readonly [name: string]: (linked: Linked) => Pair[] } = {
  statements: pairStatements,
  events: pairEvents,
  answers: pairAnswers,
  matters: pairMatters,
  figures: pairFigures,
};

const bank = readStorybank()?.filter(({ name }) => !HELD_OUT.has(name)) ?? [];
const linked: Linked[] = [];
for (const story of bank) linked.push(await linkBankStory(story));
for (const [name, pairsOf] of Object.entries(LINKERS)) {
  if (process.argv[2] === undefined || process.argv[2] === name) fitLinker(name, pairsOf);
}

async function linkBankStory(story: BankStory): Promise<Linked> {
  const sources = orderReports(bankRecords(story, await extractRows(story)));
  const words = weighWords(sources);
  const actors = linkActors(sources);
  const statements = linkStatements(sources, actors, words);
  const events = linkEvents(sources, actors, statements, words);
  const derived = new Set(story.reports.filter(({ kind }) => kind !== "original").map(reportNumber));
  return { story, sources, words, actors, statements, events, derived };
}

function fitLinker(name: string, pairsOf: (linked: Linked) => Pair[]): void {
  const names: string[] = [];
  const examples = linked.flatMap((one): Example[] =>
    pairsOf(one).map(({ features, same }) => {
      if (names.length === 0) names.push(...Object.keys(features));
      return { story: one.story.name, features: Object.values(features), same };
    }),
  );
  const leftOut = linked.flatMap(({ story }) => {
    const weights = fitLogistic(
      examples.filter((one) => one.story !== story.name),
      1,
    );
    const own = examples.filter((one) => one.story === story.name);
    return own.map((example) => ({ same: example.same, likelihood: predict(example.features, weights) }));
  });
  const weights = fitLogistic(examples, 1);
  process.stdout.write(`${name}: ${examples.length} pairs, ${examples.filter(({ same }) => same).length} the same\n`);
  for (const [index, feature] of ["bias", ...names].entries()) {
    process.stdout.write(`  ${feature}: ${weights[index]!.toFixed(1)},\n`);
  }
  for (const bar of [0.2, 0.3, 0.4, 0.5, 0.6]) {
    const found = leftOut.filter(({ likelihood }) => likelihood >= bar);
    const right = found.filter(({ same }) => same).length;
    const wanted = leftOut.filter(({ same }) => same).length;
    const f1 = (200 * right) / (found.length + wanted);
    process.stdout.write(`  from ${bar}: F1 ${f1.toFixed(1)} of pairs in a story left out\n`);
  }
}

function refOf(source: StorySource, row: string): string {
  return `${source.id.slice(-2)}:${row.slice(1)}`;
}

/** Repeats of a copy or revision that gold does not list say nothing either way. */
function isIdle(refs: readonly string[], listed: ReadonlySet<string>, derived: ReadonlySet<string>): boolean {
  return refs.some((ref) => derived.has(ref.slice(0, 2)) && !listed.has(ref));
}

function pairStatements({ story, statements, actors, derived }: Linked): Pair[] {
  const groupOf = new Map(
    story.gold.sameStatement.flatMap((group, index) => group.map((ref) => [ref, index] as const)),
  );
  const listed = new Set(groupOf.keys());
  return pairsIn(statements.nodes).flatMap(([a, b]) => {
    if (a.source === b.source || compareSpeakers(a.speaker, b.speaker, actors) === "differ" || numbersClash(a, b))
      return [];
    const refs = [refOf(a.source, a.statement.id), refOf(b.source, b.statement.id)];
    const same = listed.has(refs[0]!) && groupOf.get(refs[0]!) === groupOf.get(refs[1]!);
    return !same && isIdle(refs, listed, derived) ? [] : [{ features: statementFeatures(a, b, actors), same }];
  });
}

function pairEvents({ story, events }: Linked): Pair[] {
  const nodes = [...events.nodes.values()].flat().sort((a, b) => a.source.order - b.source.order);
  const ofType = countTypes(nodes);
  return pairsIn(nodes).flatMap(([a, b]) => {
    const gold = [goldOf(story, a), goldOf(story, b)];
    if (a.event.type !== b.event.type || !gold[0] || !gold[1]) return [];
    const differ = a.when && b.when && (a.when.from > b.when.to || b.when.from > a.when.to);
    return differ ? [] : [{ features: eventFeatures(a, b, ofType.get(b.event.type) ?? 1), same: gold[0] === gold[1] }];
  });
}

function goldOf(story: BankStory, node: EventNode): string | null {
  return goldEventAt(story, node.source.id.slice(-2), node.event.trigger);
}

function pairAnswers({ story, sources, words, actors, statements, derived }: Linked): Pair[] {
  const wanted = new Set(
    story.gold.requests.flatMap(({ ask, answers }) =>
      ask.flatMap((one) => answers.flatMap(({ by }) => by.map((ref) => `${one} ${ref}`))),
    ),
  );
  const listed = new Set([...wanted].flatMap((pair) => pair.split(" ")));
  const acts = new Set(["refusal", "agreement", "promise", "no-comment", "ruling"]);
  const answering = statements.nodes.filter(({ statement }) => acts.has(statement.act));
  const asks = sources.flatMap((source) =>
    source.record.requests.map((one) => makeAskNode(source, one, actors, words)),
  );
  return asks.flatMap((ask) =>
    answering.flatMap((node) => {
      const refs = [refOf(ask.source, ask.request.id), refOf(node.source, node.statement.id)];
      const same = wanted.has(refs.join(" "));
      const features = answerFeatures(ask, node, actors);
      return features === null || (!same && isIdle(refs, listed, derived)) ? [] : [{ features, same }];
    }),
  );
}

function pairMatters({ story, events }: Linked): Pair[] {
  const common = shareOfEvents(events.events);
  const steps = events.events.filter(({ type }) => type in STEP_TYPES).map((event) => makeMatterStep(event, events));
  return pairsIn(steps).flatMap(([a, b]) => {
    const [first, second] = [a, b].map((step) =>
      step.nodes.map((node) => goldOf(story, node)).find((id) => id !== null),
    );
    if (!first || !second || first === second) return [];
    const same = story.gold.matters.some(({ steps: ids }) => ids.includes(first) && ids.includes(second));
    return [{ features: matterFeatures(a, b, common), same }];
  });
}

function pairFigures({ story, sources, words, events, statements }: Linked): Pair[] {
  const nodes = [...linkFigures(sources, events, statements, words).nodes.values()].flat();
  nodes.sort((a, b) => a.source.order - b.source.order || a.figure.span.start - b.figure.span.start);
  const seriesOf = new Map(
    nodes.map((node) => {
      const written = node.source.record.report.text.slice(node.figure.span.start, node.figure.span.end);
      const number = node.source.id.slice(-2);
      const held = story.gold.figures.findIndex(({ series }) =>
        series.some(({ report, text }) => report === number && (text.includes(written) || written.includes(text))),
      );
      return [node, held] as const;
    }),
  );
  return pairsIn(nodes).flatMap(([a, b]) => {
    const [first = -1, second = -1] = [seriesOf.get(a), seriesOf.get(b)];
    if ((first < 0 && second < 0) || !countsAgree(a, b)) return [];
    return [{ features: figureFeatures(a, b), same: first === second }];
  });
}

function pairsIn<Node>(nodes: readonly Node[]): (readonly [Node, Node])[] {
  return nodes.flatMap((a, index) => nodes.slice(index + 1).map((b) => [a, b] as const));
}
