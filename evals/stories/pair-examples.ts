import { answerFeatures } from "../../src/core/link/answer-fit.ts";
import { askFeatures, rankAsks } from "../../src/core/link/ask-fit.ts";
import { type AskNode, findAsks } from "../../src/core/link/ask-node.ts";
import { eventFeatures, eventsClash } from "../../src/core/link/event-fit.ts";
import type { EventNode } from "../../src/core/link/event-node.ts";
import { countsAgree, figureFeatures } from "../../src/core/link/figure-fit.ts";
import { findReplies } from "../../src/core/link/find-replies.ts";
import { type ActorLinks, linkActors } from "../../src/core/link/link-actors.ts";
import { countTypes, type EventLinks, groupEvents, linkEvents } from "../../src/core/link/link-events.ts";
import { linkFigures } from "../../src/core/link/link-figures.ts";
import { matterSteps } from "../../src/core/link/link-matters.ts";
import type { LinkModels } from "../../src/core/link/link-models.ts";
import { countParties, groupAsks, makeNearness } from "../../src/core/link/link-requests.ts";
import { linkStatements, type StatementLinks } from "../../src/core/link/link-statements.ts";
import { matterFeatures } from "../../src/core/link/matter-step.ts";
import { canBeOne, countActs, rankStatements, statementFeatures } from "../../src/core/link/statement-fit.ts";
import { orderReports, type StorySource } from "../../src/core/link/story-reports.ts";
import { type StoryWords, weighWords } from "../../src/core/link/story-words.ts";
import type { Record } from "../../src/core/record/record.ts";
import type { Span } from "../../src/core/text/span.ts";
import type { Example } from "./logistic.ts";
import type { Alignment } from "./score-linkers.ts";
import { type BankStory, goldEventAt, reportNumber } from "./storybank.ts";

/** A bank story linked by the models as they are, to read pairs of rows from. */
interface Linked {
  readonly story: BankStory;
  readonly align: Alignment;
  readonly sources: readonly StorySource[];
  readonly words: StoryWords;
  readonly actors: ActorLinks;
  readonly statements: StatementLinks;
  readonly events: EventLinks;
  readonly models: LinkModels;
  /** Copies and revisions, whose repeats gold does not list. */
  readonly derived: ReadonlySet<string>;
}

type Features = { readonly [feature: string]: number };

interface Pair {
  readonly features: Features;
  readonly same: boolean;
}

export type LinkerName = keyof LinkModels;

const PAIRS: { readonly [name in LinkerName]: (linked: Linked) => Pair[] } = {
  statements: pairStatements,
  events: pairEvents,
  asks: pairAsks,
  answers: pairAnswers,
  matters: pairMatters,
  figures: pairFigures,
};

/** Pairs of rows of one story with gold's verdict, by linker; features stand in the order of their names. */
export function readExamples(
  story: BankStory,
  records: readonly Record[],
  align: Alignment,
  models: LinkModels,
): { readonly [name in LinkerName]: Example[] } {
  const sources = orderReports(records);
  const words = weighWords(sources);
  const actors = linkActors(sources);
  const groups = groupEvents(sources, actors, words, models.events);
  const statements = linkStatements(sources, actors, words, groups, models.statements);
  const events = linkEvents(groups, statements);
  const derived = new Set(story.reports.filter(({ kind }) => kind !== "original").map(reportNumber));
  const linked: Linked = { story, align, sources, words, actors, statements, events, models, derived };
  const examples = (name: LinkerName): Example[] => {
    const order = Object.keys(models[name].weights).filter((feature) => feature !== "bias");
    return PAIRS[name](linked).map(({ features, same }) => ({
      story: story.name,
      features: order.map((feature) => features[feature] ?? 0),
      same,
    }));
  };
  return {
    statements: examples("statements"),
    events: examples("events"),
    asks: examples("asks"),
    answers: examples("answers"),
    matters: examples("matters"),
    figures: examples("figures"),
  };
}

/** Repeats of a copy or revision that gold does not list say nothing either way. */
function isIdle(refs: readonly string[], listed: ReadonlySet<string>, derived: ReadonlySet<string>): boolean {
  return refs.some((ref) => derived.has(ref.slice(0, 2)) && !listed.has(ref));
}

function pairStatements({ story, statements, actors, derived, align }: Linked): Pair[] {
  const groupOf = new Map(
    story.gold.sameStatement.flatMap((group, index) => group.map((ref) => [ref, index] as const)),
  );
  const listed = new Set(groupOf.keys());
  const nodes = statements.nodes.flatMap((node) => {
    const { content, cue, source } = node.statement;
    const ref = align.statement(node.source.id, node.statement.id, content.length > 0 ? content : [cue ?? source!]);
    return ref === null ? [] : [{ node, ref }];
  });
  const kindred = countActs(statements.nodes);
  const nearest = rankStatements(statements.nodes);
  return pairsIn(nodes).flatMap(([{ node: a, ref: first }, { node: b, ref: second }]) => {
    if (a.source === b.source || !canBeOne(a, b, actors)) return [];
    const same = listed.has(first) && groupOf.get(first) === groupOf.get(second);
    if (!same && isIdle([first, second], listed, derived)) return [];
    return [{ features: statementFeatures(a, b, actors, kindred(b), nearest(a, b)), same }];
  });
}

function pairEvents({ story, events }: Linked): Pair[] {
  const nodes = [...events.nodes.values()].flat().sort((a, b) => a.source.order - b.source.order);
  const ofType = countTypes(nodes);
  return pairsIn(nodes).flatMap(([a, b]) => {
    const gold = [goldOf(story, a), goldOf(story, b)];
    if (a.event.type !== b.event.type || !gold[0] || !gold[1]) return [];
    const differ = a.when && b.when && (a.when.from > b.when.to || b.when.from > a.when.to);
    return differ || eventsClash(a, b)
      ? []
      : [{ features: eventFeatures(a, b, ofType.get(b.event.type) ?? 1), same: gold[0] === gold[1] }];
  });
}

/** Gold event at an event's trigger, or where extraction took other words, at the first of its mentions that is tagged. */
function goldOf(story: BankStory, { source, event }: EventNode): string | null {
  const number = source.id.slice(-2);
  const report = story.reports.find((one) => reportNumber(one) === number);
  const spans: readonly Span[] = [event.trigger, ...event.mentions];
  for (const { trigger } of report?.events ?? []) {
    if (spans.some((span) => span.start < trigger.end && trigger.start < span.end))
      return goldEventAt(story, number, trigger);
  }
  return null;
}

function askRef(align: Alignment, { source, request, span }: AskNode): string | null {
  return align.statement(source.id, request?.id ?? null, [span], "ask");
}

function pairAsks({ story, sources, actors, words, statements, align }: Linked): Pair[] {
  const requestOf = new Map(story.gold.requests.flatMap(({ ask }, index) => ask.map((ref) => [ref, index] as const)));
  const nodes = sources
    .flatMap((source) => findAsks(source, actors, words))
    .flatMap((node) => {
      const ref = askRef(align, node);
      return ref === null && node.kind === "request" ? [] : [{ node, request: requestOf.get(ref ?? "") ?? -1 }];
    });
  const kindred = countParties(nodes.map(({ node }) => node.asker));
  const nearest = rankAsks(nodes.map(({ node }) => node));
  return pairsIn(nodes).flatMap(([{ node: a, request: first }, { node: b, request: second }]) => {
    if (first < 0 && second < 0) return [];
    const own = a.request === null ? null : statements.of(a.source, a.request.statement);
    const one = own !== null && b.request !== null && own === statements.of(b.source, b.request.statement);
    const features = askFeatures(a, b, actors, one, kindred(b.asker), nearest(a, b));
    return features === null ? [] : [{ features, same: first === second }];
  });
}

function pairAnswers({ story, sources, words, actors, statements, derived, align, models }: Linked): Pair[] {
  const wanted = new Set(
    story.gold.requests.flatMap(({ ask, answers }) =>
      ask.flatMap((one) => answers.flatMap(({ by }) => by.map((ref) => `${one} ${ref}`))),
    ),
  );
  const listed = new Set([...wanted].flatMap((pair) => pair.split(" ")));
  const asks = groupAsks(sources, actors, statements, words, models.asks).flat();
  const near = makeNearness(asks);
  const kindred = countParties(asks.map(({ asked }) => asked));
  const replies = findReplies(sources, actors, statements, words).map((node) => ({
    node,
    ref: align.statement(node.source.id, node.statement?.statement.id ?? null, node.spans, "answer"),
  }));
  return asks.flatMap((ask) => {
    const own = askRef(align, ask);
    if (own === null || ask.kind === "pointer") return [];
    return replies.flatMap(({ node, ref }) => {
      const same = ref !== null && wanted.has(`${own} ${ref}`);
      const features = answerFeatures(ask, node, actors, near(ask, node), kindred(node.speaker));
      if (features === null || (ref === null && node.statement !== null)) return [];
      return !same && isIdle([own, ref ?? ""], listed, derived) ? [] : [{ features, same }];
    });
  });
}

function pairMatters({ story, events }: Linked): Pair[] {
  const steps = matterSteps(events);
  const together = new Set(
    story.gold.matters.flatMap(({ steps: ids }) => pairsIn(ids).flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`])),
  );
  return pairsIn(steps).flatMap(([a, b]) => {
    const [first, second] = [a, b].map((step) =>
      step.nodes.map((node) => goldOf(story, node)).find((id) => id !== null),
    );
    if (!first || !second || first === second) return [];
    const same = together.has(`${first} ${second}`);
    return [{ features: matterFeatures(a, b), same }];
  });
}

function pairFigures({ story, sources, words, actors, events, statements, models }: Linked): Pair[] {
  const nodes = [...linkFigures(sources, actors, events, statements, words, models.figures).nodes.values()].flat();
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
