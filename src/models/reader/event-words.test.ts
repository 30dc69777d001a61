import { expect, test } from "vitest";
import { readEventWords } from "./event-words.ts";

const labels = { events: ["O", "I", "arrest", "protest"] } as const;

/** Shares of "O", "I", arrest and protest, a row a word. */
const read = (rows: readonly (readonly number[])[], sentenceOf: readonly number[] = rows.map(() => 0)) =>
  readEventWords(Float32Array.from(rows.flat()), { sentenceOf: [...sentenceOf], firstWord: 100 }, labels);

const none = [1, 0, 0, 0];
const begins = [0.25, 0, 0.75, 0];
const goesOn = [0.5, 0.5, 0, 0];

test("says which words name an event, of what type, and how sure that is", () => {
  expect(read([none, begins, goesOn, none])).toEqual([{ first: 101, end: 103, type: "arrest", confidence: 0.75 }]);
});

test("begins anew where a type is likelier than going on, and at the next sentence", () => {
  expect(read([begins, [0, 0.25, 0, 0.75]]).map(({ first, type }) => [first, type])).toEqual([
    [100, "arrest"],
    [101, "protest"],
  ]);
  expect(read([begins, goesOn], [0, 1])).toHaveLength(2);
});

test("leaves the type open where none is likelier than all others together", () => {
  expect(read([[0.1, 0.1, 0.42, 0.38]]).map(({ type }) => type)).toEqual(["other"]);
});

test("passes over what is hardly likely", () => {
  expect(read([[0.95, 0, 0.05, 0], none])).toEqual([]);
});
