import type { RequestCandidate, StatementCandidate } from "../../src/core/extract/candidates.ts";
import { extractRequests } from "../../src/core/extract/requests/requests.ts";
import { extractStatements } from "../../src/core/extract/statements/statements.ts";
import type { Span } from "../../src/core/text/span.ts";
import { type GoldCase, readGoldCases } from "../events/bank-gold.ts";
import type { EvalResult } from "../result.ts";
import { f1 } from "../span-f1.ts";
import { type BankGold, readStorybank } from "../stories/storybank.ts";

interface Tally {
  gold: number;
  found: number;
  predicted: number;
  right: number;
  answersGold: number;
  answersFound: number;
  answersPredicted: number;
  answersRight: number;
}

/**
 * Asks of each report against the storybank's gold: found when its asking words overlap; right when they overlap those
 * of any statement that asks. Answers are those of the same report. Once with gold statements, once with extracted ones.
 */
export async function scoreRequests(): Promise<EvalResult[]> {
  const gold = readAsks();
  if (gold.size === 0) return [];
  const cases = await readGoldCases("storybank/standoff.jsonl");
  const rows = (input: string, statementsOf: (one: GoldCase) => readonly StatementCandidate[]): EvalResult[] => {
    const tally = {
      gold: 0,
      found: 0,
      predicted: 0,
      right: 0,
      answersGold: 0,
      answersFound: 0,
      answersPredicted: 0,
      answersRight: 0,
    };
    for (const one of cases) addCase(tally, one, statementsOf(one), gold.get(one.id) ?? new Map());
    const base = { task: "requests", dataset: `storybank, ${input} statements`, split: "all" };
    const percent = (part: number, whole: number) => (100 * part) / Math.max(1, whole);
    const asks = [percent(tally.right, tally.predicted), percent(tally.found, tally.gold)] as const;
    return [
      { ...base, metric: "ask precision", value: asks[0], n: tally.predicted },
      { ...base, metric: "ask recall", value: asks[1], n: tally.gold },
      { ...base, metric: "ask F1", value: f1(asks[0] / 100, asks[1] / 100), n: tally.gold },
      {
        ...base,
        metric: "answer precision",
        value: percent(tally.answersRight, tally.answersPredicted),
        n: tally.answersPredicted,
      },
      { ...base, metric: "answer recall", value: percent(tally.answersFound, tally.answersGold), n: tally.answersGold },
    ];
  };
  return [
    ...rows("gold", ({ statements }) => statements),
    ...rows("extracted", ({ annotated }) => extractStatements(annotated).statements),
  ];
}

/** By report id, then by asking statement: the answering statements of the same report. */
function readAsks(): Map<string, Map<string, string[]>> {
  const asks = new Map<string, Map<string, string[]>>();
  for (const { name, gold } of readStorybank() ?? []) {
    for (const request of gold.requests) {
      for (const reference of request.ask) {
        const [report = "", statement = ""] = reference.split(":");
        const byStatement = asks.get(`${name}/${report}`) ?? new Map<string, string[]>();
        const answers = byStatement.get(statement) ?? [];
        byStatement.set(statement, [...answers, ...answersWithin(request, report)]);
        asks.set(`${name}/${report}`, byStatement);
      }
    }
  }
  return asks;
}

function answersWithin(request: BankGold["requests"][number], report: string): string[] {
  return request.answers.flatMap(({ by }) =>
    by.filter((reference) => reference.startsWith(`${report}:`)).map((reference) => reference.slice(report.length + 1)),
  );
}

function addCase(
  tally: Tally,
  { annotated, statements: gold }: GoldCase,
  statements: readonly StatementCandidate[],
  asks: ReadonlyMap<string, readonly string[]>,
): void {
  const predicted = extractRequests(annotated, statements);
  const goldById = new Map(gold.map((one) => [one.id, one]));
  const byId = new Map(statements.map((one) => [one.id, one]));
  const asking = gold.filter(({ id, act }) => act === "request" || asks.has(id));
  tally.predicted += predicted.length;
  for (const request of predicted) {
    const match = asking.find(({ cue }) => touches(cue, cueOf(request, byId)));
    if (match !== undefined) tally.right++;
    const answers = match === undefined ? [] : (asks.get(match.id) ?? []);
    for (const { statement } of request.answers) {
      tally.answersPredicted++;
      if (answers.some((id) => isSame(goldById.get(id), byId.get(statement)))) tally.answersRight++;
    }
  }
  for (const [id, answers] of asks) {
    const request = predicted.find((one) => touches(goldById.get(id)?.cue ?? null, cueOf(one, byId)));
    tally.gold++;
    if (request !== undefined) tally.found++;
    for (const answer of answers) {
      tally.answersGold++;
      if (request?.answers.some(({ statement }) => isSame(goldById.get(answer), byId.get(statement))))
        tally.answersFound++;
    }
  }
}

function cueOf(request: RequestCandidate, byId: ReadonlyMap<string, StatementCandidate>): Span {
  const stated = request.producedBy === "requests/verb" || request.producedBy === "requests/noun";
  return (stated && request.statement !== null ? byId.get(request.statement)?.cue : null) ?? request.span;
}

function isSame(a: StatementCandidate | undefined, b: StatementCandidate | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return touches(a.cue, b.cue) || a.content.some((part) => b.content.some((other) => touches(part, other)));
}

function touches(a: Span | null, b: Span | null): boolean {
  return a !== null && b !== null && a.start < b.end && b.start < a.end;
}
