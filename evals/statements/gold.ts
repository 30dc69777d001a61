import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Span } from "../../src/core/text/span.ts";
import { findData, readJsonLines } from "../data.ts";

export interface GoldStatement {
  readonly id: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly act: string | null;
  readonly medium: string | null;
  readonly within: string | null;
}

export interface GoldReport {
  readonly id: string;
  readonly text: string;
  readonly publishedAt: string | null;
  readonly statements: readonly GoldStatement[];
}

/** Reports of a `bank/*.jsonl` or `storybank/standoff.jsonl` file. */
export function readBank(path: string): GoldReport[] {
  const full = findData(path);
  return full === null ? [] : readJsonLines(full, toGoldReport);
}

interface BankLine {
  readonly id: string;
  readonly text: string;
  readonly publishedAt?: string | null;
  readonly statements: readonly {
    readonly id: string;
    readonly source: Span | null;
    readonly cue: Span | null;
    readonly content: readonly Span[];
    readonly act: string | null;
    readonly medium: string | null;
    readonly within: string | null;
  }[];
}

function toGoldReport(value: unknown): GoldReport {
  // The bank's files pass its own checker, so their shape is taken as given.
  const line = value as BankLine;
  return {
    id: line.id,
    text: line.text,
    publishedAt: line.publishedAt ?? null,
    statements: line.statements.map((statement) => ({
      ...statement,
      source: statement.source ? [statement.source] : [],
      cue: statement.cue ? [statement.cue] : [],
    })),
  };
}

/** PolNeAR dev: outermost attributions, the first annotator's file where there are several. */
export function readPolnearDev(): GoldReport[] {
  const folder = findData("statements/polnear-dev/");
  if (folder === null) return [];
  const files = readdirSync(`${folder}attributions`).sort();
  const seen = new Set<string>();
  const reports: GoldReport[] = [];
  for (const file of files) {
    const id = file.replace(/_[^_]+\.ann$/, "");
    if (seen.has(id) || !existsSync(`${folder}text/${id}.txt`)) continue;
    seen.add(id);
    const text = readFileSync(`${folder}text/${id}.txt`, "utf8");
    reports.push({
      id,
      text,
      publishedAt: null,
      statements: parseBrat(readFileSync(`${folder}attributions/${file}`, "utf8"), text),
    });
  }
  return reports;
}

function parseBrat(annotations: string, text: string): GoldStatement[] {
  const units = codePointOffsets(text);
  const spans = new Map<string, { label: string; spans: Span[] }>();
  const statements: GoldStatement[] = [];
  for (const line of annotations.split("\n")) {
    const [id = "", body = ""] = line.split("\t");
    if (id.startsWith("T")) {
      const [label = "", ...rest] = body.split(" ");
      const parts = rest
        .join(" ")
        .split(";")
        .map((part) => part.split(" ").map(Number));
      spans.set(id, {
        label,
        spans: parts.map(([start = 0, end = 0]) => ({ start: units[start]!, end: units[end]! })),
      });
    } else if (id.startsWith("E")) {
      const roles = body.split(" ").map((role) => role.split(":"));
      const all = (name: string) =>
        roles
          .filter(([role = ""]) => role.replace(/\d+$/, "") === name)
          .flatMap(([, ref = ""]) => spans.get(ref)?.spans ?? []);
      statements.push({
        id,
        source: all("Source"),
        cue: all("Cue"),
        content: all("Content"),
        act: null,
        medium: null,
        within: null,
      });
    }
  }
  return statements;
}

/** Brat counts code points; we count UTF-16 code units. */
function codePointOffsets(text: string): number[] {
  const offsets: number[] = [];
  let unit = 0;
  for (const character of text) {
    offsets.push(unit);
    unit += character.length;
  }
  offsets.push(unit);
  return offsets;
}
