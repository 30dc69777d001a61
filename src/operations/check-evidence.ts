import type { Evidence, StoryRecord } from "../core/link/story-record.ts";

/** Every evidence of a story's record. */
export function collectEvidence(story: StoryRecord): Evidence[] {
  return [
    ...story.actors.flatMap(({ roles }) => roles.map(({ evidence }) => evidence)),
    ...story.statements.flatMap(({ evidence, renderings }) => [evidence, ...renderings]),
    ...story.timeline.flatMap(({ evidence, history }) => [...evidence, ...history.map((one) => one.evidence)]),
    ...story.requests.flatMap(({ asks, answers }) => [...asks, ...answers.map(({ evidence }) => evidence)]),
    ...story.figures.flatMap(({ values }) => values.map(({ evidence }) => evidence)),
    ...story.discrepancies.flatMap(({ sides }) => sides.map(({ evidence }) => evidence)),
    ...story.changes.flatMap(({ from, to }) => [from.evidence, to.evidence]),
    ...story.commentSought.flatMap(({ evidence, later }) => [evidence, ...(later === null ? [] : [later.evidence])]),
    ...story.news.map(({ evidence }) => evidence),
  ];
}

/**
 * Holds a story to the rule "evidence or nothing" before it leaves the house: every row's words stand word for word in
 * the report at its spans.
 *
 * @param textOf The text of a report by id.
 * @throws RangeError when one does not.
 */
export function checkEvidence(story: StoryRecord, textOf: (report: string) => string): void {
  for (const { report, spans, exact, row } of collectEvidence(story)) {
    const text = textOf(report);
    const words = spans.map(({ start, end }) => text.slice(start, end)).join(" … ");
    if (words !== exact || spans.length === 0 || words === "") {
      throw new RangeError(`The words of ${row ?? "a row"} are not in ${report} at ${JSON.stringify(spans)}`);
    }
  }
}
