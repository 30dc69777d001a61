import { describe, expect, it } from "vitest";
import { attributionWords } from "./attribution-words.ts";

const statement = (source: string | null, cue: string | null, prefix: string, suffix: string) => ({
  source,
  cue,
  evidence: { report: "r-1", row: "s1", spans: [{ start: 9, end: 20 }], exact: "the ferry stops", prefix, suffix },
});

describe("attributionWords(statement)", () => {
  it.each([
    [statement("The board", "says", "last week.\nThe board says ", " on Monday."), "The board says"],
    [statement("Ada Ferro", "said", "“", ",” said Ada Ferro, the harbour"), "said Ada Ferro"],
    [statement("Ferro", "said", "“", ",” Ferro said on Monday, as the"), "Ferro said"],
    [
      statement("Harbour Minister Ada Ferro of Skerry", "said", "Minister Ada Ferro of Skerry said ", "."),
      "Harbour Minister Ada Ferro of Skerry said",
    ],
    [statement("The board", "warned", "The board on Monday warned ", "."), "The board … warned"],
    [statement("Ferro", "))", "Ferro )) ", "."), "Ferro"],
    [statement(null, "said", "it was said ", "."), "said"],
    [statement(null, null, "", ""), null],
  ])("puts %j", (given, expected) => {
    expect(attributionWords(given)).toBe(expected);
  });
});
