import { readFileSync } from "node:fs";
import type { Annotator, NameKind } from "../../src/core/annotate/layers.ts";
import { withToldKinds } from "../../src/core/annotate/told-kinds.ts";
import { type NamedSentence, parseUner, parseWikigold, spansOf } from "../../training/name-data.ts";
import { findData } from "../data.ts";
import { evalEngine } from "../engine.ts";
import type { EvalResult } from "../result.ts";
import { f1 } from "../span-f1.ts";

const KINDS: readonly NameKind[] = ["person", "organisation", "place", "other"];

/**
 * Names by exact words and kind, each document read by itself. UNER has no "other"; every fifth document of Wikigold is
 * held out of training.
 */
export async function scoreNames(annotator: Annotator = evalEngine.annotator): Promise<EvalResult[]> {
  const uner = findData("language/uner-ewt/en_ewt-ud-dev.iob2");
  const wikigold = findData("language/wikigold/CONLL-format/data/wikigold.conll.txt");
  return [
    ...(uner === null
      ? []
      : [
          await scoreSet(
            annotator,
            "UNER-EWT",
            "dev",
            readFileSync(uner, "utf8")
              .split(/^# newdoc/m)
              .map((one) => parseUner(`#${one}`)),
            KINDS.slice(0, 3),
          ),
        ]),
    ...(wikigold === null
      ? []
      : [
          await scoreSet(
            annotator,
            "Wikigold",
            "held-out fold",
            parseWikigold(readFileSync(wikigold, "utf8")).filter((_, i) => i % 5 === 4),
            KINDS,
          ),
        ]),
  ];
}

async function scoreSet(
  annotator: Annotator,
  dataset: string,
  split: string,
  documents: readonly (readonly NamedSentence[])[],
  kinds: readonly NameKind[],
): Promise<EvalResult> {
  const counts = { gold: 0, found: 0, right: 0 };
  for (const sentences of documents) {
    const given = sentences.map(({ words }) => ({ words, paragraph: 0 }));
    const layers = withToldKinds(given, (await annotator.annotate(given)).sentences);
    for (const [index, { classes }] of sentences.entries()) {
      const gold = new Set(
        spansOf(classes)
          .map(({ start, end, kind }) => ({ start, end, kind: KINDS[kind]! }))
          .filter(({ kind }) => kinds.includes(kind))
          .map(({ start, end, kind }) => `${start} ${end} ${kind}`),
      );
      const found = layers[index]!.names.filter(({ kind }) => kinds.includes(kind));
      counts.gold += gold.size;
      counts.found += found.length;
      counts.right += found.filter(({ firstToken, endToken, kind }) =>
        gold.has(`${firstToken} ${endToken} ${kind}`),
      ).length;
    }
  }
  const value = f1(counts.right / counts.found, counts.right / counts.gold);
  return { task: "names", dataset, split, metric: "F1", value, n: counts.gold };
}
