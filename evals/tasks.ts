import { scoreActors } from "./actors/actors.ts";
import { scoreCopies } from "./copies/copies.ts";
import { scoreCoreference } from "./coreference/coreference.ts";
import { scoreDemo } from "./demo/demo.ts";
import { scoreEvents } from "./events/events.ts";
import { scoreFeeds } from "./feeds/feeds.ts";
import { scoreFigures } from "./figures/figures.ts";
import { scoreLight } from "./light.ts";
import { scoreNames } from "./names/names.ts";
import { scoreOrder } from "./order/order.ts";
import { scoreReading } from "./reading/score-reading.ts";
import { scoreRequests } from "./requests/requests.ts";
import type { EvalResult } from "./result.ts";
import { scoreSeeds } from "./seeds/seeds.ts";
import { scoreStatements } from "./statements/statements.ts";
import { scoreStories } from "./stories/stories.ts";
import { scoreSyntax } from "./syntax/syntax.ts";
import { scoreTimelines } from "./timelines/timelines.ts";
import { scoreTimes } from "./times/times.ts";
import { scoreWarc } from "./warc/warc.ts";

/** Every scored task by the name that `npm run eval -- NAME` takes. */
export const TASKS: { readonly [name: string]: () => Promise<EvalResult[]> } = {
  reading: scoreReading,
  feeds: scoreFeeds,
  warc: scoreWarc,
  syntax: () => scoreSyntax(),
  names: () => scoreNames(),
  statements: () => scoreStatements(),
  times: scoreTimes,
  events: scoreEvents,
  figures: scoreFigures,
  requests: scoreRequests,
  actors: () => scoreActors(),
  coreference: () => scoreCoreference(),
  stories: scoreStories,
  copies: scoreCopies,
  order: () => scoreOrder(),
  timelines: scoreTimelines,
  demo: scoreDemo,
  seeds: scoreSeeds,
  light: scoreLight,
};
