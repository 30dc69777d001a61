import { readFileSync } from "node:fs";
import type { FigureCandidate } from "../../src/core/extract/candidates.ts";
import { extractFigures } from "../../src/core/extract/figures/figures.ts";
import { readNumber } from "../../src/core/extract/figures/numbers.ts";
import { cutPieces } from "../../src/core/extract/figures/pieces.ts";
import { findData } from "../data.ts";
import { annotateText } from "../engine.ts";
import type { EvalResult } from "../result.ts";

interface RecognizerCase {
  readonly Input: string;
  readonly Results: readonly {
    readonly Start: number;
    readonly End: number;
    readonly Resolution?: { readonly value?: string; readonly unit?: string } | null;
  }[];
}

interface Reading {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
}

const MODELS = [
  ["Number/NumberModel.json", "number"],
  ["Number/PercentModel.json", "percent"],
  ["NumberWithUnit/AgeModel.json", "age"],
  ["NumberWithUnit/CurrencyModel.json", "currency"],
  ["NumberWithUnit/DimensionModel.json", "dimension"],
] as const;

/**
 * Recognizers-Text's English cases, for information: a case passes when every expected value is read where it stands.
 * Many cases are no figures of a news report (IP addresses, bare arithmetic); nothing is tuned to them.
 */
export async function scoreRecognizers(): Promise<EvalResult[]> {
  const results: EvalResult[] = [];
  for (const [file, metric] of MODELS) {
    const path = findData(`time/recognizers-text/${file}`);
    if (path === null) continue;
    const cases: RecognizerCase[] = JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, ""));
    let passed = 0;
    for (const one of cases)
      if (passes(one, await (metric === "number" ? readNumbers(one.Input) : readFigures(one.Input)))) passed++;
    const base = { task: "figures", dataset: "Recognizers-Text", split: "English" };
    results.push({ ...base, metric: `${metric} pass rate`, value: (100 * passed) / cases.length, n: cases.length });
  }
  return results;
}

function passes({ Results }: RecognizerCase, readings: readonly Reading[]): boolean {
  return Results.every(({ Start, End, Resolution }) => {
    const value = Resolution?.value === undefined ? Number.NaN : Number.parseFloat(Resolution.value);
    return readings.some(
      (one) => one.start <= End && one.end > Start && one.value !== null && isClose(one.value, value),
    );
  });
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
}

async function readNumbers(text: string): Promise<Reading[]> {
  const annotated = await annotateText(text);
  return annotated.sentences.flatMap((sentence) => {
    const pieces = cutPieces(annotated, sentence);
    const readings: Reading[] = [];
    for (let at = 0; at < pieces.length; at++) {
      const number = readNumber(pieces, at);
      if (number === null) continue;
      readings.push({ start: pieces[at]!.start, end: pieces[number.end - 1]!.end, value: number.value });
      at = number.end - 1;
    }
    return readings;
  });
}

async function readFigures(text: string): Promise<Reading[]> {
  return extractFigures(await annotateText(text), [], []).map((figure) => ({
    ...figure.span,
    value: numberOf(figure),
  }));
}

function numberOf({ min, max }: FigureCandidate): number | null {
  return min ?? max;
}
