import { behindDateline } from "../../annotate/dateline.ts";
import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { StatementDraft } from "./draft.ts";
import { headOfPhrase, personNamedLast } from "./phrase-head.ts";

/**
 * Sources without what leads in to them, without the marks that they begin with, and without a bracket that does not close in them.
 *
 * > | -- most of whom   "PELL:   Mr Ray (a view
 *        ^^^^^^^^^^^^    ^^^^    ^^^^^^
 */
export function tidySources(annotated: AnnotatedReport, drafts: readonly StatementDraft[]): StatementDraft[] {
  const { tokens } = annotated;
  return drafts.map((one) => {
    const draft = withoutOpener(annotated, one);
    if (draft.source === null) return draft;
    let [first, last] = draft.source;
    const isOpen = !tokens.slice(first + 1, last + 1).some(({ text }) => QUOTE.test(text));
    while (first < last && (MARK.test(tokens[first]!.text) || (isOpen && QUOTE.test(tokens[first]!.text)))) first++;
    for (let token = first + 1, open = -1; token <= last; token++) {
      if (tokens[token]!.text === "(") open = token;
      else if (tokens[token]!.text === ")") open = -1;
      if (token === last && open > first && (draft.sourceHead ?? first) < open) last = open - 1;
    }
    return first === draft.source[0] && last === draft.source[1] ? draft : { ...draft, source: [first, last] };
  });
}

/** "In | Marl, Ann Ray, who leads it", "Federally, senator Ann Ray", "Reversing himself, Ann Ray": she, without what leads in. */
function withoutOpener(annotated: AnnotatedReport, draft: StatementDraft): StatementDraft {
  const { tokens, upos, xpos, sentences, sentenceOf } = annotated;
  if (draft.source === null) return draft;
  const [first, last] = draft.source;
  // "PORT AVERILL — | Federal inspectors"
  const told = behindDateline(annotated, sentenceOf[first]!);
  if (first < told && told <= last) {
    const source = [told, last] as const;
    return { ...draft, source, sourceHead: personNamedLast(annotated, source) ?? headOfPhrase(annotated, source) };
  }
  const start = sentences[sentenceOf[first]!]!.firstToken;
  const comma = indexWithin(annotated, [first + 1, last - 1], /^,$/);
  if (comma === -1 || /^(?:who|which|whose|where|and)$/i.test(tokens[comma + 1]!.text)) return draft;
  const isPlace = first === start + 1 && upos[start] === "ADP" && PLACING.test(tokens[start]!.text);
  const isAdverb = first === start && comma === first + 1 && /^[A-Z][a-z]+ly$/.test(tokens[first]!.text);
  const isDeed = first === start && xpos[first] === "VBG";
  if (!isPlace && !((isAdverb || isDeed) && !isNameWithin(annotated, first, comma))) return draft;
  const source = [comma + 1, last] as const;
  const isLed = draft.sourceHead !== null && draft.sourceHead > comma;
  const sourceHead = isLed ? draft.sourceHead : (personNamedLast(annotated, source) ?? headOfPhrase(annotated, source));
  return { ...draft, source, sourceHead };
}

/** The first token of the run whose text fits, or -1. */
function indexWithin({ tokens }: AnnotatedReport, [first, last]: readonly [number, number], wording: RegExp): number {
  for (let token = first; token <= last; token++) if (wording.test(tokens[token]!.text)) return token;
  return -1;
}

/** "Ely, Ann Ray and Bo Pell" would be three. */
function isNameWithin({ names }: AnnotatedReport, first: number, comma: number): boolean {
  return names.some(({ firstToken, endToken, kind }) => kind === "person" && firstToken >= first && endToken <= comma);
}

const PLACING = /^(?:in|from|at|near|outside|inside|across|around|on|over|down|up)$/i;
const MARK = /^[-–—:;,.*•|]+$/;
const QUOTE = /^(?:["“”«»„]|''|``)$/;
