import type { TimeExpression } from "../extract/candidates.ts";
import type { Speaker } from "../record/record.ts";
import type { Span } from "../text/span.ts";
import { evidenceOf } from "./evidence.ts";
import { giverKey } from "./figure-fit.ts";
import { findGiver } from "./find-giver.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { StatementLinks } from "./link-statements.ts";
import { isSomebody } from "./set-against.ts";
import type { Discrepancy } from "./story-record.ts";
import { type StorySource, sentenceAt } from "./story-reports.ts";

/**
 * Two givers who put one thing at two clock times. The second has nothing but another time to say, in the sentence of the first or
 * the next, so that it can only be of the same thing.
 *
 * > | The firm says the fire was seen at 10.40am; the union says 10.10am.
 *                                      ^^^^^^^                   ^^^^^^^
 */
export function findTimeDiscrepancies(
  sources: readonly StorySource[],
  actors: ActorLinks,
  statements: StatementLinks,
): Discrepancy[] {
  const known = new Set<string>();
  return sources.flatMap((source) => {
    const clocks = source.record.timeExpressions.filter((time) => clockOf(time) !== null);
    return clocks.slice(1).flatMap((second, index) => {
      const [one, other] = [clocks[index]!, second].map((time) => readSide(source, time, actors, statements));
      if (!one?.giver || !other?.giver || !isOnlyTime(source, second.span)) return [];
      const apart = sentenceAt(source, second.span.start) - sentenceAt(source, one.time.span.start);
      if (apart > 1 || giverKey(one.giver) === giverKey(other.giver) || one.clock === other.clock) return [];
      const row = one.statement ?? other.statement;
      const key = [one, other].map(({ clock, giver }) => `${clock} ${giverKey(giver)}`).join(" / ");
      if (row === null || known.has(key)) return [];
      known.add(key);
      return [makeDiscrepancy(source, row, one, other)];
    });
  });
}

interface Side {
  readonly time: TimeExpression;
  readonly clock: string;
  /** Null where nobody is told to give it. */
  readonly giver: Speaker | null;
  /** Story statement that holds it. */
  readonly statement: string | null;
}

/** "10:40" of what is stated as a time of some day, whichever; null for days and for parts of a day. */
function clockOf({ stated }: TimeExpression): string | null {
  return /T(\d\d:\d\d)/.exec(stated ?? "")?.[1] ?? null;
}

function readSide(source: StorySource, time: TimeExpression, actors: ActorLinks, statements: StatementLinks): Side {
  const holding = source.record.statements
    .filter(({ content }) => content.some(({ start, end }) => start <= time.span.start && time.span.end <= end))
    .sort((a, b) => lengthOf(a.content) - lengthOf(b.content))[0];
  const found = findGiver(source, time.span);
  const said = holding === undefined ? null : (statements.node(source, holding.id)?.speaker ?? null);
  const giver = said ?? (found === null ? null : actors.speaker(source, found.giver));
  const statement = holding === undefined ? null : statements.of(source, holding.id);
  return { time, clock: clockOf(time)!, giver: isSomebody(giver) ? giver : null, statement };
}

function lengthOf(content: readonly Span[]): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** "The union says 10.10am", "a neighbour said it was nearer 9pm": nothing else that it could be the time of. */
function isOnlyTime(source: StorySource, { start, end }: Span): boolean {
  const { text } = source.record.report;
  return ONLY_BEFORE.test(text.slice(Math.max(0, start - 60), start)) && ONLY_BEHIND.test(text.slice(end, end + 12));
}

const ONLY_BEFORE =
  /\b(?:says?|said|insist(?:s|ed)?|claim(?:s|ed)?|maintain(?:s|ed)?|reckon(?:s|ed)?|believes?|puts?|gave|gives|log(?:s|ged)|record(?:s|ed)|told \p{Lu}?\p{L}+)\s+(?:that\s+)?(?:(?:it|this|the time|the call|they)\s+(?:(?:was|had been|came|happened|began|started|sounded|went off|were called|at)\s+)*)?(?:(?:at|about|around|nearer|closer to|not until|only at|as late as|as early as)\s+)*$/iu;
const ONLY_BEHIND = /^["”’']?(?:$|[.,;:)—]|\s+(?:and|but)\b)/iu;

function makeDiscrepancy(source: StorySource, row: string, one: Side, other: Side): Discrepancy {
  return {
    id: `d-${one.time.id}-${other.time.id}-${source.mark}`,
    kind: "time",
    row,
    reason: "two givers, one thing told of: the times of day cannot both hold",
    sides: [one, other].map(({ time, giver }) => ({
      label: source.record.report.text.slice(time.span.start, time.span.end),
      giver,
      evidence: evidenceOf(source.record, time.id, [time.span]),
    })),
  };
}
