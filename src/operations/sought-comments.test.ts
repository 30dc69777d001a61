import { describe, expect, it } from "vitest";
import { STORY } from "../../test/cli/sample-story.ts";
import type { StoryRecord } from "../core/link/story-record.ts";
import { joinSoughtComments } from "./sought-comments.ts";

const [first] = STORY.commentSought;
if (first === undefined) throw new RangeError("The sample story asks nobody for comment");

function storyOf(...rows: readonly Partial<StoryRecord["commentSought"][number]>[]): StoryRecord {
  return { ...STORY, commentSought: rows.map((row) => ({ ...first!, ...row })) };
}

function words(exact: string, report = first!.evidence.report) {
  return { ...first!.evidence, exact, report };
}

describe("joinSoughtComments(story)", () => {
  it("gives one row to one who was asked, as the latest report leaves it", () => {
    const story = storyOf(
      { actor: "a1", evidence: words("The board was asked for comment."), reportsSince: 3 },
      { actor: "a1", evidence: words("The board did not reply."), reportsSince: 1 },
    );
    expect(joinSoughtComments(story)).toMatchObject(
      [{ actor: "a1", outcome: "none", reportsSince: 1, evidence: [{ exact: /asked/ }, { exact: /reply/ }] }].map(
        (row) => ({ ...row, evidence: row.evidence.map(({ exact }) => ({ exact: expect.stringMatching(exact) })) }),
      ),
    );
  });

  it("tells who declined from who answered", () => {
    const story = storyOf(
      { actor: "a1", answered: true, evidence: words("The board declined to comment.") },
      { actor: "a3", answered: true, evidence: words("Asked for comment, the union said it would strike.") },
    );
    expect(joinSoughtComments(story).map(({ outcome }) => outcome)).toEqual(["declined", "answered"]);
  });

  it("says the same words of one text once, and joins nobody who is not named", () => {
    const story = storyOf(
      { actor: "a1", evidence: words("The board was asked.") },
      { actor: "a1", evidence: words("The board was asked.") },
      { actor: null, evidence: words("The owner was asked.") },
      { actor: null, evidence: words("The tenant was asked.") },
    );
    expect(joinSoughtComments(story).map(({ actor, evidence }) => [actor, evidence.length])).toEqual([
      ["a1", 1],
      [null, 1],
      [null, 1],
    ]);
  });
});
