import type { Annotator } from "../../src/core/annotate/layers.ts";
import type { StatementCandidate } from "../../src/core/extract/candidates.ts";
import { extractStatements } from "../../src/core/extract/statements/statements.ts";
import type { Span } from "../../src/core/text/span.ts";
import { alignByCharacters } from "../align.ts";
import { BANK_ACTS } from "../bank-acts.ts";
import { annotateText, evalEngine } from "../engine.ts";
import type { EvalResult } from "../result.ts";
import { countSpans, emptyCounts, exactF1, overlapF1 } from "../span-f1.ts";
import { type GoldReport, type GoldStatement, readBank, readPolnearDev } from "./gold.ts";

/** Exact and overlap span F1 for source, cue and content; act accuracy on statements whose cue and content match. */
export async function scoreStatements(annotator: Annotator = evalEngine.annotator): Promise<EvalResult[]> {
  return [
    ...(await scoreSet(annotator, "bank", readBank("bank/dev.jsonl"), () => true)),
    // PolNeAR marks outermost attributions only.
    ...(await scoreSet(annotator, "PolNeAR", readPolnearDev(), (statement) => statement.within === null)),
  ];
}

async function scoreSet(
  annotator: Annotator,
  dataset: string,
  reports: readonly GoldReport[],
  keep: (statement: StatementCandidate) => boolean,
): Promise<EvalResult[]> {
  if (reports.length === 0) return [];
  const counts = { source: emptyCounts(), cue: emptyCounts(), content: emptyCounts() };
  const acts = { right: 0, n: 0 };
  for (const report of reports) {
    const annotated = await annotateText(report.text, report.publishedAt, annotator);
    const align = alignByCharacters(report.text, annotated.report.text);
    const gold = report.statements.map((statement) => alignStatement(statement, align));
    const predicted = extractStatements(annotated).statements.filter(keep);
    countSpans(
      counts.source,
      gold.flatMap(({ source }) => source),
      predicted.flatMap(({ source }) => source ?? []),
    );
    countSpans(
      counts.cue,
      gold.flatMap(({ cue }) => cue),
      predicted.flatMap(({ cue }) => cue ?? []),
    );
    countSpans(
      counts.content,
      gold.flatMap(({ content }) => content),
      predicted.flatMap(({ content }) => content),
    );
    for (const one of predicted) {
      const match = gold.find(({ cue }) =>
        cue.some((span) => one.cue !== null && span.start < one.cue.end && one.cue.start < span.end),
      );
      if (match?.act == null) continue;
      acts.n++;
      if (BANK_ACTS[match.act] === one.act) acts.right++;
    }
  }
  const base = { task: "statements", dataset, split: "dev" };
  return [
    ...(["source", "cue", "content"] as const).flatMap((role) => [
      { ...base, metric: `${role} exact F1`, value: exactF1(counts[role]), n: counts[role].gold },
      { ...base, metric: `${role} overlap F1`, value: overlapF1(counts[role]), n: counts[role].gold },
    ]),
    ...(acts.n > 0 ? [{ ...base, metric: "act accuracy", value: (100 * acts.right) / acts.n, n: acts.n }] : []),
  ];
}

export function alignStatement(statement: GoldStatement, align: (span: Span) => Span): GoldStatement {
  return {
    ...statement,
    source: statement.source.map(align),
    cue: statement.cue.map(align),
    content: statement.content.map(align),
  };
}
