import { expect, test } from "vitest";
import { rankByTopic } from "./topic-rank.ts";

const rows = [
  { by: "a", topic: 1 },
  { by: "a", topic: 4 },
  { by: "b", topic: 4 },
  { by: "a", topic: 5 },
  { by: null, topic: 5 },
] as const;
type Row = (typeof rows)[number];
const rank = rankByTopic<Row>(
  rows,
  ({ by }) => by,
  (a, b) => Math.max(0, 3 - Math.abs(a.topic - b.topic)),
);

test("ranks what a party said before by likeness, the nearest first", () => {
  expect(rank(rows[1], rows[3])).toBe(1);
  expect(rank(rows[0], rows[3])).toBe(0);
});

test("measures others by the nearest of the party", () => {
  expect(rank(rows[2], rows[3])).toBe(1);
});

test("ranks nothing for who said nothing before and for whom nobody knows", () => {
  expect(rank(rows[0], rows[2])).toBe(0);
  expect(rank(rows[3], rows[4])).toBe(0);
});
