import { readFileSync } from "node:fs";
import { loadAnnotators } from "../../src/models/load.ts";
import { joinHyphenated, parseConllu } from "../../training/conllu.ts";
import { findData } from "../data.ts";
import type { EvalResult } from "../result.ts";

const SETS = [
  ["UD-EWT", "language/ud-ewt/en_ewt-ud-dev.conllu"],
  ["GUM", "language/gum/gum_dev.noNC_noReddit.conllu"],
] as const;

/** Tags and arcs on gold sentences and words (hyphenated words joined, as our tokens are), with predicted tags. */
export async function scoreSyntax(): Promise<EvalResult[]> {
  const { syntax } = loadAnnotators();
  return SETS.flatMap(([dataset, path]) => {
    const full = findData(path);
    if (full === null) return [];
    const right = { UPOS: 0, XPOS: 0, UAS: 0, LAS: 0 };
    let n = 0;
    for (const raw of parseConllu(readFileSync(full, "utf8"))) {
      const { sentence } = joinHyphenated(raw);
      const layer = syntax.annotateSyntax(sentence.words);
      sentence.words.forEach((_, i) => {
        n++;
        if (layer.upos[i] === sentence.upos[i]) right.UPOS++;
        if (layer.xpos[i] === sentence.xpos[i]) right.XPOS++;
        if (layer.heads[i] !== sentence.heads[i]) return;
        right.UAS++;
        if (layer.deprels[i] === sentence.deprels[i]) right.LAS++;
      });
    }
    return (["UPOS", "XPOS", "UAS", "LAS"] as const).map((metric) => ({
      task: "syntax",
      dataset,
      split: "dev",
      metric,
      value: (100 * right[metric]) / n,
      n,
    }));
  });
}
