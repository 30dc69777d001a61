import { describe, expect, it } from "vitest";
import { readAnnotated } from "./annotated-report.ts";
import { readWrittenStories } from "./written-stories.ts";

describe("readAnnotated(annotated)", () => {
  it("reads nested tags and takes them out of the text", () => {
    const { text, statements, events, figures } = readAnnotated(
      "<S i=1>Ann Ray</S> <K i=1 act=refuse>rejected</K> <C i=1>a <K i=2 act=ask med=letter>plea</K> by <S i=2>the board</S> " +
        "<C i=2>to end the <E t=protest s=ongoing>sit-in</E> of <N of=crowd q=exact>40</N></C></C>.\n",
    );
    expect(text).toBe("Ann Ray rejected a plea by the board to end the sit-in of 40.");
    expect(statements.map(({ id, act, medium, within }) => [id, act, medium, within])).toEqual([
      ["1", "refuse", null, null],
      ["2", "ask", "letter", "1"],
    ]);
    expect(statements[1]!.content.map(({ start, end }) => text.slice(start, end))).toEqual(["to end the sit-in of 40"]);
    expect(events).toEqual([{ trigger: { start: 48, end: 54 }, type: "protest", status: "ongoing" }]);
    expect(figures.map(({ span, of }) => [text.slice(span.start, span.end), of])).toEqual([["40", "crowd"]]);
  });

  it.each([
    ["crosses", "<S i=1>Ann <K i=1 act=say></S>said</K>"],
    ["never closed", "<S i=1>Ann said"],
    ["no cue", "<S i=1>Ann</S> said"],
  ])("says what is wrong where a tag %s", (problem, annotated) => {
    expect(() => readAnnotated(annotated)).toThrow(problem);
  });
});

describe("readWrittenStories()", () => {
  it("gives stories whose gold points at attributions that are there", () => {
    for (const { name, reports, gold } of readWrittenStories()) {
      const known = reports.flatMap(({ id, statements }) => statements.map((one) => `${id.slice(-2)}:${one.id}`));
      expect([name, Object.keys(gold.speakers).sort()]).toEqual([name, known.sort()]);
      expect(known).toEqual(expect.arrayContaining(gold.sameStatement.flat()));
    }
  });
});
