import { describe, expect, it } from "vitest";
import { sampleRecord } from "../../store/sample-record.ts";
import type { Figure, Record } from "../record/record.ts";
import { compareRevisions } from "./compare-revisions.ts";

const figure = (text: string, words: string, min: number): Figure => ({
  id: "f1",
  span: { start: text.indexOf(words), end: text.indexOf(words) + words.length },
  min,
  max: null,
  quantity: "min",
  unit: "people",
  counts: "people on the quay",
  event: null,
  accordingTo: null,
  producedBy: "figures/test",
});

/** A record of these sentences; what stands after "NAME: " is said by that name. */
function made(text: string, figures: readonly Figure[] = []): Record {
  const sample = sampleRecord(text);
  const sentences = [...text.matchAll(/[^.\s][^.]*\./g)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  return { ...sample, sentences, figures, statements: text.includes(": ") ? sample.statements : [] };
}

describe("compareRevisions(before, after)", () => {
  it("finds nothing between a report and itself", () => {
    const record = made("Ada Ferro: the ferry stops on Monday.");
    expect(compareRevisions(record, record)).toEqual({ fields: [], facts: [], sentences: [] });
  });

  it("tells a changed figure from new wording", () => {
    const before = "More than 100 people rallied on the quay. The wind blew from the north all day.";
    const after = "More than 200 people rallied on the quay. The wind blew from the cold north all day.";
    const changes = compareRevisions(
      made(before, [figure(before, "100", 100)]),
      made(after, [figure(after, "200", 200)]),
    );
    expect(changes.facts).toMatchObject([
      {
        change: "changed",
        kind: "figure",
        before: { words: "100" },
        after: { words: "200", says: expect.stringContaining("200") },
      },
    ]);
    expect(changes.sentences.every(({ change }) => change === "changed")).toBe(true);
    expect(changes.sentences.map(({ bearing, after: side }) => [bearing, side?.text.slice(0, 8)])).toContainEqual([
      "facts",
      "More tha",
    ]);
  });

  it("takes a row that only moved, or is set in other marks, as the same", () => {
    const before = "It rained. More than 100 people rallied.";
    const after = "More than 100 people rallied. It rained.";
    const changes = compareRevisions(
      made(before, [figure(before, "100", 100)]),
      made(after, [figure(after, "100", 100)]),
    );
    expect(changes.facts).toEqual([]);
  });

  it("tells what came and what went", () => {
    const before = made("Ada Ferro: the ferry stops on Monday.");
    const after = made("Ada Ferro: bees are kept upon the roof of the library.");
    const { facts } = compareRevisions(before, after);
    expect(facts.map(({ change, kind }) => `${kind} ${change}`).sort()).toEqual([
      "statement added",
      "statement removed",
    ]);
  });

  it("tells fields that differ", () => {
    const before = sampleRecord("Ada Ferro: the ferry stops.", { publishedAt: "2031-03-04" });
    const after = sampleRecord("Ada Ferro: the ferry stops.", { publishedAt: "2031-03-05" });
    expect(compareRevisions(before, after).fields).toEqual([
      { field: "publishedAt", before: "2031-03-04", after: "2031-03-05" },
    ]);
  });
});
