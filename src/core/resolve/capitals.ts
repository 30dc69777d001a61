import type { AnnotatedReport } from "../annotate/layers.ts";

export interface Capitals {
  readonly isCapital: Uint8Array;
  /** A capital that grammar does not ask for: not at the start of a sentence or quotation, nor in a title-case line. */
  readonly isMid: Uint8Array;
  /** Every word that the report writes with a small first letter. */
  readonly smallWords: ReadonlySet<string>;
}

/** Where capitals stand, by token: 1 or 0. */
export function readCapitals(annotated: AnnotatedReport): Capitals {
  const { tokens, sentences } = annotated;
  const isCapital = new Uint8Array(tokens.length);
  const isMid = new Uint8Array(tokens.length);
  for (const sentence of sentences) {
    let words = 0;
    let capitals = 0;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const { text } = tokens[i]!;
      if (!/^\p{L}/u.test(text)) continue;
      words++;
      if (!/^\p{Lu}/u.test(text)) continue;
      capitals++;
      isCapital[i] = 1;
    }
    if (words > 4 && capitals > words * 0.65) continue;
    let isStart = true;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const { text } = tokens[i]!;
      if (/^[:“"‘([•—–]$/.test(text)) isStart = true;
      else if (/^[\p{L}\p{N}]/u.test(text)) {
        if (isCapital[i] === 1 && !isStart) isMid[i] = 1;
        isStart = false;
      }
    }
  }
  const smallWords = new Set(tokens.flatMap(({ text }) => (/^\p{Ll}/u.test(text) ? [text] : [])));
  return { isCapital, isMid, smallWords };
}
