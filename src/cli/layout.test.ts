import { describe, expect, it } from "vitest";
import { makePage, table } from "./layout.ts";
import { makeStyle } from "./style.ts";

describe("table(rows, page)", () => {
  const page = makePage(40, makeStyle(false));

  it("lines columns up and lets the last run on under itself", () => {
    expect(
      table(
        [
          ["a", "bb", "one two three four five six seven eight nine"],
          ["aaa", "b", "c"],
        ],
        page,
      ),
    ).toBe(["a    bb  one two three four five six", "         seven eight nine", "aaa  b   c"].join("\n"));
  });

  it("puts a long first cell on a line of its own, so that the others keep their room", () => {
    expect(
      table(
        [
          ["The Society for the Harbour Wall", "body", "2 mentions"],
          ["Ann", "person", "1 mention"],
        ],
        page,
      ),
    ).toBe(["The Society for the Harbour Wall", "     body    2 mentions", "Ann  person  1 mention"].join("\n"));
  });
});
