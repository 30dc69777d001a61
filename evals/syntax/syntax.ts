import { readFileSync } from "node:fs";
import type { Annotator } from "../../src/core/annotate/layers.ts";
import { joinHyphenated, parseConllu } from "../../training/conllu.ts";
import { findData } from "../data.ts";
import { evalEngine } from "../engine.ts";
import type { EvalResult } from "../result.ts";

const SETS = [
  ["UD-EWT", "language/ud-ewt/en_ewt-ud-dev.conllu"],
  ["GUM", "language/gum/gum_dev.noNC_noReddit.conllu"],
] as const;

/** Tags and arcs on gold sentences and words (hyphenated words joined, as our tokens are), with predicted tags, each document read by itself. */
export async function scoreSyntax(annotator: Annotator = evalEngine.annotator): Promise<EvalResult[]> {
  const results: EvalResult[] = [];
  for (const [dataset, path] of SETS) {
    const full = findData(path);
    if (full === null) continue;
    const right = { UPOS: 0, XPOS: 0, UAS: 0, LAS: 0 };
    let n = 0;
    for (const document of readFileSync(full, "utf8").split(/^# newdoc/m)) {
      const sentences = parseConllu(`#${document}`).map((raw) => joinHyphenated(raw).sentence);
      const layers = await annotator.annotate(sentences.map(({ words }) => ({ words, paragraph: 0 })));
      for (const [index, sentence] of sentences.entries()) {
        const layer = layers.sentences[index]!.syntax;
        sentence.words.forEach((_, i) => {
          n++;
          if (layer.upos[i] === sentence.upos[i]) right.UPOS++;
          if (layer.xpos[i] === sentence.xpos[i]) right.XPOS++;
          if (layer.heads[i] !== sentence.heads[i]) return;
          right.UAS++;
          if (layer.deprels[i] === sentence.deprels[i]) right.LAS++;
        });
      }
    }
    for (const metric of ["UPOS", "XPOS", "UAS", "LAS"] as const)
      results.push({ task: "syntax", dataset, split: "dev", metric, value: (100 * right[metric]) / n, n });
  }
  return results;
}
