import { describe, expect, it } from "vitest";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import type { StatementDraft } from "./draft.ts";
import { settleSources } from "./sources-by-order.ts";

const annotator = loadAnnotator();

describe("settleSources(annotated, drafts)", () => {
  it.each([
    ["Ann Ray told Bo Quill, who replied that he knew.", "Ann Ray", "replied", "Bo Quill"],
    ["The film cuts to Ann Ray saying that she knew.", "The film", "saying", "Ann Ray"],
    ["Police quoted Ann Ray as saying that she knew.", "Police", "saying", "Ann Ray"],
    ["It was kind, said Bo Quill’s mother, Ann Ray.", "Bo Quill", "said", "Bo Quill’s mother, Ann Ray"],
    ["Ann Ray met Bo Quill, who said that she knew.", "Ann Ray met Bo Quill", "said", "Bo Quill"],
    ["The mayor, Ann Ray, who said that she knew.", "The mayor, Ann Ray", "said", "The mayor, Ann Ray"],
    ["Ann Ray told Bo Quill, who is ill, that she knew.", "Ann Ray", "told", "Ann Ray"],
    ["Ann Ray left with Bo Quill, saying that she knew.", "Ann Ray", "saying", "Ann Ray"],
    ["Bo Quill’s mother said that she knew.", "Bo Quill’s mother", "said", "Bo Quill’s mother"],
  ])("%s: %s %s → %s", async (text, source, cue, wanted) => {
    const annotated = await annotateReport(segmentReport(readPlainText(text)), annotator);
    const tokens = annotated.tokens.map((token) => token.text);
    const runOf = (words: string): [number, number] => {
      const start = text.indexOf(words);
      const inside = annotated.tokens.flatMap((token, at) =>
        token.start >= start && token.end <= start + words.length ? [at] : [],
      );
      return [inside[0]!, inside.at(-1)!];
    };
    const at = tokens.lastIndexOf(cue);
    const draft = { cue: [at, at], source: runOf(source), sourceHead: null, content: [] } as unknown as StatementDraft;
    const [first, last] = settleSources(annotated, [draft])[0]!.source!;
    expect(text.slice(annotated.tokens[first]!.start, annotated.tokens[last]!.end)).toBe(wanted);
  });
});
