import { describe, expect, it } from "vitest";
import type { StoryActor } from "../records.ts";
import { tellingActors } from "./telling-actors.ts";

const names = ["Tena Holm", "fourteen people", "Open Lathe", "a", "b", "c", "d", "e"];
const actors = new Map<string, StoryActor>(
  names.map((name, at) => [
    `a${at}`,
    { id: `a${at}`, kind: "group", name, aliases: [], roles: [], members: [], mentionCount: 1 },
  ]),
);

describe("tellingActors(ids, label, actors)", () => {
  it("leaves out who is named already and groups that are only counted", () => {
    expect(tellingActors(["a0", "a1", "a2", "a0"], "open lathe marched", actors)).toEqual({ shown: ["a0"], rest: 0 });
  });

  it("counts those for whom a line has no room", () => {
    const { shown, rest } = tellingActors([...actors.keys()], "", actors);
    expect([shown.length, rest]).toEqual([6, 1]);
  });
});
