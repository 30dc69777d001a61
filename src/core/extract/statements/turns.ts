import { firstTokenFrom } from "../../annotate/first-token-from.ts";
import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { StatementDraft } from "./draft.ts";
import { headOfPhrase } from "./phrase-head.ts";
import { runSpan } from "./quote-map.ts";

/** A paragraph of a transcript, in tokens: who speaks, by label and name, the mark after it, and what is said. */
interface Turn {
  readonly label: readonly [number, number];
  readonly name: readonly [number, number];
  readonly mark: readonly [number, number];
  readonly said: readonly [number, number];
}

/** "((Ann Ray))", "RAY:" and "Ann Ray:" that open a paragraph; the name, then the mark. */
const BRACKETED = /^(\(\()(\p{Lu}[^()\n]{0,60})(\)\)(?:[ ]?:)?)\s+(?=\S)/u;
const CAPITALS = /^()((?:\p{Lu}[\p{Lu}.’'-]+[ ]?){1,5})(:)\s+(?=[\p{L}\p{N}])/u;
const NAMED = /^()((?:\p{Lu}[\p{L}.’'-]*[ ]?){1,4})(:)\s+(?=[\p{L}\p{N}])/u;

const LABELS =
  /^(BREAKING|UPDATE|UPDATED|WATCH|NOTE|ALSO|MORE|READ|LIVE|VIDEO|PHOTOS?|EXCLUSIVE|OPINION|ANALYSIS|FACT|MYTH|WHAT|WHEN|WHERE|WHO|WHY|TIME|DATE|STEP|PART|CORRECTION|EDITOR|SCORE|FINAL)\b/i;

/** Paragraphs with a name before a colon that make a transcript. */
const LEAST_NAMED = 3;

/**
 * The statements of a transcript: each paragraph that opens with a speaker's name holds the words of that speaker, up to its
 * end. Names in small letters before a colon count only where several paragraphs have them, one twice, one a person's.
 */
export function draftTurns(annotated: AnnotatedReport): StatementDraft[] {
  return readTurns(annotated).map(({ label, name, mark, said }): StatementDraft => {
    const asks = annotated.tokens[said[1]]!.text === "?";
    return {
      predicate: mark[0],
      cue: mark,
      source: label,
      sourceHead: headOfPhrase(annotated, name),
      content: [runSpan(annotated, ...said)],
      isTurn: true,
      quotations: [],
      addresseeHead: null,
      act: asks ? "request" : "assertion",
      medium: "interview",
      alleged: false,
      confidence: 0.8,
      producedBy: "statements/turn",
    };
  });
}

function readTurns(annotated: AnnotatedReport): Turn[] {
  const turns: Turn[] = [];
  const named: Turn[] = [];
  const { sentences, report } = annotated;
  sentences.forEach((sentence, index) => {
    if (sentences[index - 1]?.paragraph === sentence.paragraph) return;
    let last = index;
    while (sentences[last + 1]?.paragraph === sentence.paragraph) last++;
    const { start } = annotated.tokens[sentence.firstToken]!;
    const end = sentences[last]!.endToken;
    const text = report.text.slice(start, Math.min(start + 90, annotated.tokens[end - 1]!.end));
    const turnOf = (shape: RegExp): Turn | null => turnAt(annotated, shape.exec(text), start, end);
    const sure = turnOf(BRACKETED) ?? (saysSomething(annotated, sentence.firstToken, end) ? turnOf(CAPITALS) : null);
    if (sure !== null) turns.push(sure);
    else {
      const turn = turnOf(NAMED);
      if (turn !== null) named.push(turn);
    }
  });
  if (isTranscript(annotated, named)) turns.push(...named);
  return turns;
}

function turnAt(annotated: AnnotatedReport, match: RegExpExecArray | null, start: number, end: number): Turn | null {
  if (match === null) return null;
  const [whole, opening = "", label = "", mark = ""] = match;
  if (LABELS.test(label)) return null;
  const labelAt = start + opening.length;
  const markAt = firstTokenFrom(annotated, labelAt + label.length);
  const saidAt = firstTokenFrom(annotated, start + whole.length);
  const labelFirst = firstTokenFrom(annotated, labelAt);
  if (markAt <= labelFirst || saidAt <= markAt || saidAt >= end) return null;
  if (annotated.tokens[saidAt - 1]!.end > labelAt + label.length + mark.length) return null;
  const said: Turn["said"] = [saidAt, end - 1];
  const name: Turn["name"] = [labelFirst, markAt - 1];
  // Of "((Ann Ray)):" the colon is the mark, and all before it the label.
  if (saidAt - 1 > markAt && annotated.tokens[saidAt - 1]!.text === ":")
    return { label: [firstTokenFrom(annotated, start), saidAt - 2], name, mark: [saidAt - 1, saidAt - 1], said };
  return { label: name, name, mark: [markAt, saidAt - 1], said };
}

/** A label in capitals opens a transcript only before a sentence: "RUIZ: I never saw it.", not "PRICE: 5 crowns". */
function saysSomething({ upos }: AnnotatedReport, first: number, end: number): boolean {
  for (let token = first; token < end; token++) if (upos[token] === "VERB" || upos[token] === "AUX") return true;
  return false;
}

function isTranscript(annotated: AnnotatedReport, turns: readonly Turn[]): boolean {
  const labels = turns.map(({ name }) =>
    annotated.tokens
      .slice(name[0], name[1] + 1)
      .map(({ text }) => text)
      .join(" "),
  );
  const isPerson = ({ name: [first, last] }: Turn) =>
    annotated.names.some((name) => name.kind === "person" && name.firstToken >= first && name.endToken === last + 1);
  return turns.length >= LEAST_NAMED && new Set(labels).size < labels.length && turns.some(isPerson);
}
