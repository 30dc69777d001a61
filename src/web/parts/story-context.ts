import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { count } from "../format/numbers.ts";
import type { StoryActor, StoryEvent, StoryRecord, StoryReport, StoryStatement } from "../records.ts";

/** A story's rows by id, made once for all its sections. */
export interface StoryIndex {
  readonly id: string;
  readonly actors: ReadonlyMap<string, StoryActor>;
  readonly reports: ReadonlyMap<string, StoryReport>;
  readonly events: ReadonlyMap<string, StoryEvent>;
  /** By id, and by report and row of every rendering ("r-01/s3"). */
  readonly statements: ReadonlyMap<string, StoryStatement>;
}

export function indexStory(story: StoryRecord): StoryIndex {
  const statements = new Map<string, StoryStatement>();
  for (const statement of story.statements) {
    statements.set(statement.id, statement);
    for (const { report, row } of [statement.evidence, ...statement.renderings])
      statements.set(`${report}/${row}`, statement);
  }
  return {
    id: story.id,
    actors: new Map(story.actors.map((actor) => [actor.id, actor])),
    reports: new Map(story.reports.map((report) => [report.id, report])),
    events: new Map(story.timeline.map((event) => [event.id, event])),
    statements,
  };
}

/** For what was looked for and not found: "the 15 reports read". */
export function reportsRead({ reports }: Pick<StoryRecord, "reports">): string {
  const read = reports.filter(({ unread }) => !unread).length;
  if (read === 0) return "the text: it is not in English, the one language that is read";
  return read === 1 ? "the one report read" : `the ${count(read, "report")} read`;
}

export const StoryContext = createContext<StoryIndex>({
  id: "",
  actors: new Map(),
  reports: new Map(),
  events: new Map(),
  statements: new Map(),
});

export function useStory(): StoryIndex {
  return useContext(StoryContext);
}
