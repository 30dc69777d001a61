import { isLowerCase } from "../text/char-class.ts";
import type { Sentence, Token } from "./segmented-report.ts";
import { endOfStop, isSentenceBoundary, isTerminator } from "./sentence-ends.ts";

/** The marks of a report that are quotation marks: where each opens and its part ends, and where closing ones stand. */
export interface MarkPositions {
  readonly openings: ReadonlyMap<number, number>;
  readonly closings: ReadonlySet<number>;
}

/** A quotation or bracket that is open; it blocks boundaries while the sentence it stands in goes on. */
interface Enclosure {
  readonly end: number;
  readonly blocksSentence: number;
}

const NOTHING = -1;

/**
 * Appends the sentences of one paragraph, whose tokens are `first` (included) to `endToken` (excluded), in linear time.
 *
 * A quotation or bracket inside a running sentence is not split. One that opens a sentence is, and so is one that ":" or
 * "," leads into and that brings its own full stop:
 *
 * > | Cards read: “I object. I stay”.      one sentence
 * > | She said: “I object. I stay.”        two
 */
export function segmentSentences(
  text: string,
  tokens: readonly Token[],
  first: number,
  endToken: number,
  paragraph: number,
  marks: MarkPositions,
  sentences: Sentence[],
): void {
  const brackets = pairBrackets(tokens, first, endToken);
  const open: Enclosure[] = [];
  let blocking = 0;
  let from = first;
  let index = first;
  while (index < endToken) {
    const token = tokens[index];
    if (token === undefined) break;
    for (let top = open.at(-1); top !== undefined && top.end <= token.start; top = open.at(-1)) {
      open.pop();
      if (top.blocksSentence === from) blocking--;
    }
    const quotationEnd = marks.openings.get(token.start);
    const end = quotationEnd ?? brackets.get(index);
    if (end !== undefined) {
      const isLed = quotationEnd !== undefined && isLedInto(text, tokens[index - 1], token, end);
      const blocksSentence = index > from && !isLed ? from : NOTHING;
      open.push({ end, blocksSentence });
      if (blocksSentence === from) blocking++;
    }
    if (!isTerminator(token.text)) {
      index++;
      continue;
    }
    const next = endOfStop(tokens, index, endToken, marks.closings);
    const following = tokens[next];
    if (next >= endToken || following === undefined) break;
    for (let top = open.at(-1); top !== undefined && top.end <= following.start; top = open.at(-1)) {
      open.pop();
      if (top.blocksSentence === from) blocking--;
    }
    if (blocking === 0 && isSentenceBoundary(text, tokens, from, index, next, endToken, marks)) {
      sentences.push(makeSentence(tokens, from, next, paragraph));
      from = next;
    }
    index = next;
  }
  if (from < endToken) sentences.push(makeSentence(tokens, from, endToken, paragraph));
}

function makeSentence(tokens: readonly Token[], firstToken: number, endToken: number, paragraph: number): Sentence {
  const start = tokens[firstToken]?.start ?? 0;
  return { start, end: tokens[endToken - 1]?.end ?? start, paragraph, firstToken, endToken };
}

/** Whether ":" or "," leads into a quotation with a capital that ends, with its own stop, where a sentence can end. */
function isLedInto(text: string, before: Token | undefined, mark: Token, end: number): boolean {
  if (before === undefined || (before.text !== ":" && before.text !== ",")) return false;
  if (isLowerCase(text, mark.end)) return false;
  let last = end - 1;
  while (last > mark.end && "”’\"'»“‘ ".includes(text[last] ?? "")) last--;
  if (!".?!…".includes(text[last] ?? "")) return false;
  const after = /[^ \n]/g;
  after.lastIndex = end;
  const next = after.exec(text)?.index ?? text.length;
  return next === text.length || (next > end && !isLowerCase(text, next));
}

/** For each opening bracket that is closed in the paragraph, by token index: where the closing one ends. */
function pairBrackets(tokens: readonly Token[], first: number, endToken: number): Map<number, number> {
  const ends = new Map<number, number>();
  const stack: number[] = [];
  for (let index = first; index < endToken; index++) {
    const token = tokens[index];
    if (token === undefined || token.text.length !== 1) continue;
    if (token.text === "(" || token.text === "[") stack.push(index);
    else if (token.text === ")" || token.text === "]") {
      const opener = stack.pop();
      if (opener !== undefined) ends.set(opener, token.end);
    }
  }
  return ends;
}
