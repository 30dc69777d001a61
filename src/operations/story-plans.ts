import type { StoryEvent, StoryRecord } from "../core/link/story-record.ts";

/** Whether a plan lies ahead of the latest report (or on no day), or its day has passed; null for what is no plan. */
export function planState({ status, when }: StoryEvent, story: StoryRecord): "ahead" | "passed" | null {
  if (status !== "planned") return null;
  const latest = latestDay(story);
  return when === null || latest === null || when.last > latest ? "ahead" : "passed";
}

/**
 * Of a plan whose day has passed, the step of the same matter that was taken on that day or after it: then what was
 * planned may well have taken place, though no report says so in its words.
 */
export function laterStep(plan: StoryEvent, story: StoryRecord): StoryEvent | null {
  const { when } = plan;
  const matter = story.matters.find(({ steps }) => steps.some(({ event }) => event === plan.id));
  if (matter === undefined || when === null) return null;
  const events = new Map(story.timeline.map((event) => [event.id, event]));
  for (const { event: id } of matter.steps) {
    const step = events.get(id);
    if (step?.status === "occurred" && step.when !== null && step.when.first >= when.first) return step;
  }
  return null;
}

/** The day of the latest report: the record knows nothing after it. Null when no report is dated. */
function latestDay({ reports }: StoryRecord): string | null {
  const days = reports.flatMap(({ publishedAt, modifiedAt }) => [publishedAt, modifiedAt]);
  return (
    days
      .reduce<string | null>((latest, at) => (at !== null && at > (latest ?? "") ? at : latest), null)
      ?.slice(0, 10) ?? null
  );
}
