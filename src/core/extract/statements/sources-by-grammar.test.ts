import { describe, expect, it } from "vitest";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import type { StatementDraft } from "./draft.ts";
import { mapQuotations } from "./quote-map.ts";
import { groundSources } from "./sources-by-grammar.ts";

const annotator = loadAnnotator();

describe("groundSources(annotated, quotes, drafts)", () => {
  it.each([
    [
      "Open Lanes wrote to Peter Vance, the minister, asking him to go.",
      "Peter Vance, the minister",
      "asking",
      "Open Lanes",
    ],
    ["Open Lanes met Peter Vance, asking him to go.", "Open Lanes", "asking", "Open Lanes"],
    ["Ann Strane, whose appeal to Mr Pell was ignored, left.", "Mr Pell", "appeal", "Ann Strane"],
    [
      "Ann Strane, chair of the Guild, whose appeal was ignored, left.",
      null,
      "appeal",
      "Ann Strane, chair of the Guild,",
    ],
    ["The council, asked why the road was shut, did not reply.", "The council", "asked", null],
    ["Ann Bray, the mayor, asked why the road was shut.", "Ann Bray, the mayor", "asked", "Ann Bray, the mayor"],
    ["Quill was asked to go.", "Quill", "asked", null],
    ["At no point was Ann Bray asked to go.", "Ann Bray", "asked", null],
    ["The grand jury indicted Ann Bray on charges of theft.", "Ann Bray", "charges", "The grand jury"],
    ["The panel had spurned an appeal by Bo Quill.", "Bo Quill", "spurned", "The panel"],
    ["Ann Bray left. The grant was refused in May.", "Ann Bray", "refused", null],
    ["Ann Bray claimed that it was late.", null, "claimed", "Ann Bray"],
    ["The court heard that it was late.", null, "heard", null],
    ["Ann Bray is accused of theft.", null, "accused", null],
    ["A protest planned for Sunday was called off.", null, "planned", null],
  ])("%s: %s %s → %s", async (text, source, cue, wanted) => {
    const annotated = await annotateReport(segmentReport(readPlainText(text)), annotator);
    const runOf = (words: string): [number, number] => {
      const start = text.indexOf(words);
      const inside = annotated.tokens.flatMap((token, at) =>
        token.start >= start && token.end <= start + words.length ? [at] : [],
      );
      return [inside[0]!, inside.at(-1)!];
    };
    const at = annotated.tokens.findIndex((token) => token.text === cue);
    const run = source === null ? null : runOf(source);
    const draft = {
      predicate: at,
      cue: [at, at],
      source: run,
      sourceHead: run && headOf(annotated.heads, run),
      content: [],
    };
    const [grounded] = groundSources(annotated, mapQuotations(annotated), [draft as unknown as StatementDraft]);
    const found = grounded!.source;
    expect(found && text.slice(annotated.tokens[found[0]]!.start, annotated.tokens[found[1]]!.end)).toBe(wanted);
  });
});

/** The token of a run that hangs on one outside it. */
function headOf(heads: ArrayLike<number>, [first, last]: readonly [number, number]): number {
  for (let token = first; token <= last; token++) if (heads[token]! < first || heads[token]! > last) return token;
  return first;
}
