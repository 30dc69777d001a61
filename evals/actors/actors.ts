import { readFileSync } from "node:fs";
import type { AnnotatedReport, Annotator } from "../../src/core/annotate/layers.ts";
import type { Candidates, StatementCandidate } from "../../src/core/extract/candidates.ts";
import { extractStatements } from "../../src/core/extract/statements/statements.ts";
import type { Speaker } from "../../src/core/record/record.ts";
import { resolveActors } from "../../src/core/resolve/actors.ts";
import type { Resolution } from "../../src/core/resolve/resolution.ts";
import { overlaps, type Span } from "../../src/core/text/span.ts";
import { alignByCharacters } from "../align.ts";
import { annotateText, evalEngine } from "../engine.ts";
import type { EvalResult } from "../result.ts";
import { type GoldReport, type GoldStatement, readBank } from "../statements/gold.ts";

/** A name, several who speak together (or two names of one), or null where the report names nobody. */
type Verdict = string | readonly string[] | null;

/** One attribution judged. `how` says whose source words were resolved, `found` what came out. */
export interface SpeakerVerdict {
  readonly report: string;
  readonly statement: string;
  readonly how: "gold sources" | "own sources";
  readonly isDirect: boolean;
  readonly verdict: Verdict;
  readonly found: string;
  readonly outcome: keyof Tally;
}

/**
 * Speakers on the bank's dev reports against verdicts made by hand: right, abstained, wrong; given the gold source words, and
 * with the sources that the extractor finds.
 */
export async function scoreActors(annotator: Annotator = evalEngine.annotator): Promise<EvalResult[]> {
  const tallies = new Map<string, Tally>();
  for (const { how, isDirect, outcome } of await judgeSpeakers(annotator)) {
    for (const set of isDirect ? ["direct", "all"] : ["all"]) count(tallies, `${how}, ${set}`, outcome);
  }
  return [...tallies].flatMap(([key, tally]) => toResults(key, tally));
}

/** Every attribution that has a verdict, in the order of the reports. */
export async function judgeSpeakers(annotator: Annotator): Promise<SpeakerVerdict[]> {
  const verdicts = readVerdicts();
  const judged: SpeakerVerdict[] = [];
  for (const report of readBank("bank/dev.jsonl")) {
    const annotated = await annotateText(report.text, report.publishedAt, annotator);
    const move = alignByCharacters(report.text, annotated.report.text);
    const judges = [
      ["gold sources", judgeGoldSources(annotated, report, move)],
      ["own sources", judgeExtracted(annotated, move)],
    ] as const;
    for (const statement of report.statements) {
      const verdict = verdicts[report.id]?.[statement.id];
      if (verdict === undefined) continue;
      const isDirect = statement.content.some(({ start, end }) => /["“”]/.test(report.text.slice(start, end)));
      for (const [how, judge] of judges) {
        const resolved = judge(statement);
        if (resolved === null) continue;
        const { speaker, resolution } = resolved;
        judged.push({
          report: report.id,
          statement: statement.id,
          how,
          isDirect,
          verdict,
          found: describe(speaker, resolution),
          outcome: compare(verdict, speaker, resolution, annotated.report.text),
        });
      }
    }
  }
  return judged;
}

interface Tally {
  right: number;
  abstained: number;
  wrong: number;
}

type Judge = (statement: GoldStatement) => { readonly speaker: Speaker; readonly resolution: Resolution } | null;

/** Speakers of the gold sources, resolved with the gold statements as the only candidates. */
function judgeGoldSources(annotated: AnnotatedReport, report: GoldReport, move: (span: Span) => Span): Judge {
  const sources = new Map<string, { readonly head: number; readonly span: Span }>();
  const statements = report.statements.map((gold): StatementCandidate => {
    const source = gold.source[0] === undefined ? null : move(gold.source[0]);
    const content = gold.content.map(move);
    const head = source === null ? null : headOf(annotated, source);
    if (source !== null && head !== null) sources.set(gold.id, { head, span: source });
    return {
      id: gold.id,
      content,
      cue: gold.cue[0] === undefined ? null : move(gold.cue[0]),
      source,
      sourceHead: head,
      form: content.some(({ start, end }) => /["“”]/.test(annotated.report.text.slice(start, end)))
        ? "direct"
        : "indirect",
      act: "assertion",
      medium: null,
      addressee: null,
      addresseeHead: null,
      within: gold.within,
      alleged: false,
      confidence: 1,
      producedBy: "gold",
    };
  });
  const resolution = resolveActors(annotated, { ...NO_CANDIDATES, statements });
  return (statement) => {
    const source = sources.get(statement.id);
    return source === undefined ? null : { speaker: resolution.speakerOf(source.head, source.span), resolution };
  };
}

/** Speakers of the extractor's statements that share cue and content words with the gold one. */
function judgeExtracted(annotated: AnnotatedReport, move: (span: Span) => Span): Judge {
  const { statements } = extractStatements(annotated);
  const resolution = resolveActors(annotated, { ...NO_CANDIDATES, statements });
  return (gold) => {
    const cue = gold.cue[0] === undefined ? null : move(gold.cue[0]);
    const content = gold.content.map(move);
    const match = statements.find(
      (one) =>
        one.content.some((a) => content.some((b) => overlaps(a, b))) &&
        (cue === null || (one.cue !== null && overlaps(one.cue, cue))),
    );
    if (match === undefined || match.source === null || match.sourceHead === null) return null;
    return { speaker: resolution.speakerOf(match.sourceHead, match.source), resolution };
  };
}

const NO_CANDIDATES: Candidates = {
  statements: [],
  times: [],
  events: [],
  figures: [],
  requests: [],
  commentSought: [],
};

/** First token of the span that hangs on a word outside it. */
function headOf(annotated: AnnotatedReport, span: Span): number | null {
  const { tokens, heads, upos } = annotated;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.start < span.start || token.end > span.end || upos[i] === "PUNCT") continue;
    const head = tokens[heads[i]!];
    if (head === undefined || head.start < span.start || head.end > span.end) return i;
  }
  return null;
}

function compare(verdict: Verdict, speaker: Speaker, resolution: Resolution, text: string): keyof Tally {
  if (speaker.kind === "unnamed") return verdict === null ? "right" : "abstained";
  if (speaker.kind === "ambiguous")
    return verdict === null ? "abstained" : Array.isArray(verdict) ? "right" : "abstained";
  const actor = resolution.actors.find((one) => one.id === speaker.actor)!;
  if (verdict === null) return actor.mentions.some((mention) => mention.form === "name") ? "wrong" : "right";
  const words = actor.mentions.filter(({ form }) => form !== "pronoun").map(({ start, end }) => text.slice(start, end));
  const names = [actor.name, ...actor.aliases, ...words].map(plain);
  return [verdict].flat().some((name) => names.includes(plain(name))) ? "right" : "wrong";
}

function describe(speaker: Speaker, resolution: Resolution): string {
  const name = (id: string) => resolution.actors.find((one) => one.id === id)?.name ?? id;
  if (speaker.kind === "resolved") return name(speaker.actor);
  return speaker.kind === "ambiguous" ? speaker.candidates.map(name).join(" | ") : `~${speaker.description}`;
}

function plain(name: string): string {
  return name
    .replace(/[’‘]/g, "'")
    .replace(/^(?:the|a|an) /i, "")
    .toLowerCase();
}

function count(tallies: Map<string, Tally>, key: string, outcome: keyof Tally): void {
  const tally = tallies.get(key) ?? { right: 0, abstained: 0, wrong: 0 };
  tally[outcome]++;
  tallies.set(key, tally);
}

function toResults(key: string, tally: Tally): EvalResult[] {
  const n = tally.right + tally.abstained + tally.wrong;
  const row = (metric: string, part: number): EvalResult => ({
    task: "speakers",
    dataset: "bank",
    split: "dev",
    metric: `${key}: ${metric}`,
    value: (100 * part) / n,
    n,
  });
  return [row("right", tally.right), row("right or abstained", n - tally.wrong)];
}

function readVerdicts(): { readonly [report: string]: { readonly [statement: string]: Verdict } } {
  const value: unknown = JSON.parse(readFileSync(new URL("bank-dev-speakers.json", import.meta.url), "utf8"));
  // The file lies beside this one and is written by hand in this shape.
  return (value as { speakers: { [report: string]: { [statement: string]: Verdict } } }).speakers;
}
