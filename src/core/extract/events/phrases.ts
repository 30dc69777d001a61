import type { AnnotatedReport } from "../../annotate/layers.ts";
import { EVENT_PHRASES } from "../../lexicons/event-phrases.ts";
import type { Sentence } from "../../segment/segmented-report.ts";
import type { EventType } from "../candidates.ts";
import { headWithin, lemmaOf, wordOf } from "./grammar.ts";
import type { Trigger } from "./triggers.ts";

interface Step {
  /** Null stands for any one word that is neither verb nor mark. */
  readonly choices: ReadonlySet<string> | null;
  readonly optional: boolean;
  readonly inTrigger: boolean;
}

interface CompiledPhrase {
  readonly steps: readonly Step[];
  readonly type: EventType;
}

const BY_FIRST_WORD = compilePhrases();

/** Wordings of several words, longest first at each place; none overlap. */
export function matchPhrases(annotated: AnnotatedReport, sentence: Sentence): Trigger[] {
  const found: Trigger[] = [];
  for (let token = sentence.firstToken; token < sentence.endToken; token++) {
    const candidates = BY_FIRST_WORD.get(lemmaOf(annotated, token)) ?? BY_FIRST_WORD.get(wordOf(annotated, token));
    if (candidates === undefined) continue;
    let best: Trigger | null = null;
    for (const { steps, type } of candidates) {
      const span = matchSteps(annotated, steps, 0, token, sentence.endToken, null);
      if (span !== null && (best === null || span.last > best.last)) {
        const head = headWithin(annotated, span.first, span.last + 1);
        const shape = annotated.upos[head] === "NOUN" || annotated.upos[head] === "PROPN" ? "noun" : "verb";
        best = { ...span, head, type, shape, producedBy: "events/phrase" };
      }
    }
    if (best !== null) {
      found.push(best);
      token = best.last;
    }
  }
  return found;
}

function matchSteps(
  annotated: AnnotatedReport,
  steps: readonly Step[],
  step: number,
  token: number,
  end: number,
  span: { first: number; last: number } | null,
): { first: number; last: number } | null {
  const current = steps[step];
  if (current === undefined) return span;
  if (token < end) {
    const fits =
      current.choices === null
        ? annotated.upos[token] !== "VERB" && annotated.upos[token] !== "PUNCT"
        : current.choices.has(lemmaOf(annotated, token)) || current.choices.has(wordOf(annotated, token));
    if (fits) {
      const grown = current.inTrigger ? { first: span?.first ?? token, last: token } : span;
      const rest = matchSteps(annotated, steps, step + 1, token + 1, end, grown);
      if (rest !== null) return rest;
    }
  }
  return current.optional ? matchSteps(annotated, steps, step + 1, token, end, span) : null;
}

function compilePhrases(): ReadonlyMap<string, readonly CompiledPhrase[]> {
  const compiled = new Map<string, CompiledPhrase[]>();
  for (const { pattern, type } of EVENT_PHRASES) {
    const steps = compilePattern(pattern);
    for (const word of steps[0]!.choices ?? []) {
      const list = compiled.get(word) ?? [];
      list.push({ steps, type });
      compiled.set(word, list);
    }
  }
  return compiled;
}

function compilePattern(pattern: string): Step[] {
  const bracketed = pattern.includes("(");
  let inside = !bracketed;
  const steps: Step[] = [];
  for (const part of pattern.split(" ")) {
    const opens = part.startsWith("(");
    const closes = part.endsWith(")");
    if (opens) inside = true;
    const word = part.replace(/[()?]/g, "");
    const optional = part.endsWith("?") || part.endsWith("?)");
    if (word === "*")
      steps.push(
        { choices: null, optional: true, inTrigger: inside },
        { choices: null, optional: true, inTrigger: inside },
      );
    else steps.push({ choices: new Set(word.split("|")), optional, inTrigger: inside });
    if (closes) inside = !bracketed;
  }
  return steps;
}
