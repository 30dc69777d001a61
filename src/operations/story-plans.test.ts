import { describe, expect, it } from "vitest";
import { STORY } from "../../test/cli/sample-story.ts";
import type { StoryEvent, StoryRecord } from "../core/link/story-record.ts";
import { laterStep, planState } from "./story-plans.ts";

const [sample] = STORY.timeline;
if (sample === undefined) throw new RangeError("The sample story has no event");

function event(id: string, status: StoryEvent["status"], day: string | null): StoryEvent {
  return { ...sample!, id, status, when: day === null ? null : { first: day, last: day, value: day, bound: null } };
}

/** The latest report of the sample is of 8 March 2031. */
function storyOf(events: readonly StoryEvent[]): StoryRecord {
  const steps = events.map(({ id }) => ({ event: id, step: "hearing" as const, reason: "" }));
  return { ...STORY, timeline: events, matters: [{ id: "m1", about: "", parties: [], steps, missing: [] }] };
}

describe("planState(event, story)", () => {
  it.each([
    ["planned", "2031-03-09", "ahead"],
    ["planned", null, "ahead"],
    ["planned", "2031-03-08", "passed"],
    ["occurred", "2031-03-09", null],
  ] as const)("takes what is %s for %s as %s", (status, day, state) => {
    expect(planState(event("e1", status, day), STORY)).toBe(state);
  });
});

describe("laterStep(plan, story)", () => {
  const plan = event("e1", "planned", "2031-03-05");

  it("finds the step of the same matter that was taken on that day or after it", () => {
    const plea = event("e2", "occurred", "2031-03-05");
    expect(laterStep(plan, storyOf([plan, plea]))?.id).toBe("e2");
  });

  it("finds none before it, none without a day, and none of another matter", () => {
    const before = event("e2", "occurred", "2031-03-04");
    expect(laterStep(plan, storyOf([plan, before, event("e3", "occurred", null)]))).toBeNull();
    expect(laterStep(plan, { ...storyOf([plan]), matters: [] })).toBeNull();
  });
});
