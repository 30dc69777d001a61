import type { Quotation, Sentence, Token } from "./segmented-report.ts";

const NEVER_ENDS =
  /^(?:mr|mrs|ms|mx|messrs|dr|prof|st|rev|sgt|det|ch|supt|insp|gen|col|lt|capt|maj|cmdr|sen|rep|gov|hon|no|nos|vs|v)\.$/i;

/** Splits the tokens `first` to `end` of one paragraph into sentences. */
export function segmentSentences(
  tokens: readonly Token[],
  first: number,
  end: number,
  paragraph: number,
  quotations: readonly Quotation[],
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = first;
  for (let i = first; i < end; i++) {
    const token = tokens[i];
    if (token === undefined || !/[.?!…]$/.test(token.text) || NEVER_ENDS.test(token.text)) continue;
    let next = i + 1;
    while (
      next < end &&
      /^["”’')\]»?!]$/.test(tokens[next]?.text ?? "") &&
      tokens[next]?.start === tokens[next - 1]?.end
    )
      next++;
    const following = tokens[next];
    if (next < end && following !== undefined) {
      if (/^[\p{Ll}.,;:—–)-]/u.test(following.text)) continue;
      if (token.text.length > 1 && /^(?:\p{Lu}|(?:\p{Lu}\.)+)\.$/u.test(token.text)) continue;
      if (/^(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.$/i.test(token.text) && /^\d/.test(following.text)) continue;
      const around = quotations.find((q) => q.start < token.start && q.end > (tokens[next - 1]?.end ?? 0));
      if (around !== undefined && around.start > (tokens[from]?.start ?? 0)) continue;
    }
    sentences.push(makeSentence(tokens, from, next, paragraph));
    from = next;
    i = next - 1;
  }
  if (from < end) sentences.push(makeSentence(tokens, from, end, paragraph));
  return sentences;
}

function makeSentence(tokens: readonly Token[], firstToken: number, endToken: number, paragraph: number): Sentence {
  return {
    start: tokens[firstToken]?.start ?? 0,
    end: tokens[endToken - 1]?.end ?? 0,
    paragraph,
    firstToken,
    endToken,
  };
}
