import { describe, expect, it } from "vitest";
import { readLines } from "./read-lines.ts";

describe("readLines(chunks, maxBytes)", () => {
  it.each([
    ["lines that end in a chunk", ["a\nb\n"], ["a", "b"]],
    ["a line over three chunks", ["a", "b", "c\nd"], ["abc", "d"]],
    ["a letter cut in two", [new Uint8Array([0xc3]), new Uint8Array([0xa9, 10])], ["é"]],
    ["line ends of Windows", ["a\r\nb\r", "\nc"], ["a", "b", "c"]],
    ["blank lines", ["\n\na\n"], ["", "", "a"]],
    ["nothing", [], []],
    ["a line too long", ["ok\n", "123456", "7890", "\nok\n"], ["ok", null, "ok"]],
    ["a last line too long", ["12345", "67890"], [null]],
  ] as const)("reads %s", async (_, chunks, expected) => {
    const found: (string | null)[] = [];
    const numbers: number[] = [];
    for await (const lines of readLines(bytesOf(chunks), 8)) {
      for (const line of lines) {
        found.push("line" in line ? line.line : null);
        numbers.push(line.number);
      }
    }
    expect(found).toEqual(expected);
    expect(numbers).toEqual(expected.map((_line, at) => at + 1));
  });
});

async function* bytesOf(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}
