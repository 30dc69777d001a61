import { expect, test } from "vitest";
import { deedsAskedFor, deedsDiffer, deedsIn } from "./deeds.ts";

const asked = (content: string) => [...deedsAskedFor(content)];

test("finds one deed in quite other words", () => {
  expect(asked("to call off this week’s strikes")).toEqual(["halt"]);
  expect(asked("that both days be put off")).toEqual(["halt"]);
  expect(asked("a pause")).toEqual(["halt"]);
});

test("takes papers asked for alone to be asked for to read", () => {
  expect(asked("the maintenance log")).toEqual(["disclose record"]);
  expect(asked("to let us have that film, and to sit down with him")).toEqual(["disclose film", "meet"]);
});

test("tells what is to be disclosed by kind", () => {
  expect(asked("to publish the survey")).toEqual(asked("its advice to be made public"));
  expect(asked("to publish the price")).toEqual(["disclose pric"]);
  expect(asked("to publish it")).toContain("disclose film");
});

test("tells what one is to go through from going", () => {
  expect(asked("to go")).toEqual(["resign"]);
  expect(asked("to go through the bids")).toEqual(["inquire"]);
});

test("finds none in what is not asked for", () => {
  expect([...deedsIn("that the road was wet")]).toEqual([]);
  expect([...deedsIn("the log of the day")]).toEqual([]);
});

test("reads only the head of a long content", () => {
  expect([...deedsIn(`${"the road ".repeat(60)}to resign`)]).toEqual([]);
});

test("takes no word for a deed that stands for another thing", () => {
  expect([...deedsIn("rejected it")]).toEqual([]);
  expect([...deedsIn("that the ferry would no longer come back to the quay")]).toEqual([]);
  expect([...deedsIn("said the deputy mayor was five minutes away")]).toEqual([]);
});

test("tells two deeds apart, where both are named", () => {
  expect(deedsDiffer(deedsAskedFor("to resign"), deedsAskedFor("to meet the families"))).toBe(true);
  expect(deedsDiffer(deedsAskedFor("to resign"), deedsAskedFor("to quit"))).toBe(false);
  expect(deedsDiffer(deedsAskedFor("to resign"), deedsAskedFor("the moon"))).toBe(false);
});
