import { firstTokenFrom } from "../../annotate/first-token-from.ts";
import type { AnnotatedReport } from "../../annotate/layers.ts";
import { FUNCTION_WORDS } from "../../lexicons/function-words.ts";
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
const CAPITALS = /^()(\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]+){0,4} ?)(:)\s+(?=[\p{L}\p{N}])/u;
const NAMED = /^()(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3} ?)(:)\s+(?=[\p{L}\p{N}])/u;

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
  const capital: Turn[] = [];
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
    const bracketed = turnOf(BRACKETED);
    const inCapitals =
      bracketed === null && saysSomething(annotated, sentence.firstToken, end) ? turnOf(CAPITALS) : null;
    if (bracketed !== null) turns.push(bracketed);
    else if (inCapitals !== null) capital.push(inCapitals);
    else {
      const turn = turnOf(NAMED);
      if (turn !== null && hasLetters(annotated, turn.said)) named.push(turn);
    }
  });
  turns.push(...ofSpeakers(annotated, capital));
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

/** "Ray: 547." counts votes. */
function hasLetters({ tokens }: AnnotatedReport, [first, last]: readonly [number, number]): boolean {
  return tokens.slice(first, last + 1).some(({ text }) => /\p{L}{2}/u.test(text));
}

/**
 * Turns whose label in capitals names a speaker: one that comes again, whose last word is also in a person's name, or behind whom
 * somebody says "I" or "you". "DRIVER OF THE DAY:" and "COMPETITION:" head a paragraph.
 */
function ofSpeakers(annotated: AnnotatedReport, turns: readonly Turn[]): readonly Turn[] {
  const { tokens, names } = annotated;
  const labels = turns.map(({ name: [first, last] }) =>
    tokens.slice(first, last + 1).map(({ text }) => text.toLowerCase()),
  );
  const times = new Map<string, number>();
  for (const label of labels) times.set(label.join(" "), (times.get(label.join(" ")) ?? 0) + 1);
  const speaksInPerson = ({ said: [first, last] }: Turn) =>
    tokens.slice(first, last + 1).some(({ text }) => /^(?:I|we|you|my|our|me|us|your)$/i.test(text));
  const heads = new Set(turns.flatMap(({ name: [first, last] }) => [first, last]));
  const persons = new Set(
    names
      .filter(({ kind, firstToken }) => kind === "person" && !heads.has(firstToken))
      .flatMap(({ firstToken, endToken }) => tokens.slice(firstToken, endToken).map(({ text }) => text.toLowerCase())),
  );
  return turns.filter(({ name: [first, last] }, i) => {
    const label = labels[i]!;
    if (label.some((word) => FUNCTION_WORDS.has(word))) return false;
    const isSeen = names.some(
      ({ kind, firstToken, endToken }) => kind === "person" && firstToken >= first && endToken === last + 1,
    );
    return isSeen || times.get(label.join(" "))! > 1 || persons.has(label.at(-1)!) || speaksInPerson(turns[i]!);
  });
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
