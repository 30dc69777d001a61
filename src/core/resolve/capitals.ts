import type { AnnotatedReport } from "../annotate/layers.ts";
import { charClass, isLowerCase, isUpperCase, LETTER } from "../text/char-class.ts";

export interface Capitals {
  readonly isCapital: Uint8Array;
  /** A capital that grammar does not ask for: not at the start of a sentence or quotation, nor in a title-case line. */
  readonly isMid: Uint8Array;
  /** Every word that the report writes with a small first letter. */
  readonly smallWords: ReadonlySet<string>;
  /** Every word that it writes with a capital that grammar does not ask for. */
  readonly midWords: ReadonlySet<string>;
}

/** Where capitals stand, by token: 1 or 0. */
export function readCapitals(annotated: AnnotatedReport): Capitals {
  const { tokens, sentences } = annotated;
  const isCapital = new Uint8Array(tokens.length);
  const isMid = new Uint8Array(tokens.length);
  const smallWords = new Set<string>();
  const midWords = new Set<string>();
  for (const sentence of sentences) {
    let words = 0;
    let capitals = 0;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const { text } = tokens[i]!;
      if (charClass(text.charCodeAt(0)) !== LETTER) continue;
      words++;
      if (isUpperCase(text, 0)) {
        capitals++;
        isCapital[i] = 1;
      } else if (isLowerCase(text, 0)) smallWords.add(text);
    }
    if (words > 4 && capitals > words * 0.65) continue;
    let isStart = true;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const { text } = tokens[i]!;
      const isLetter = charClass(text.charCodeAt(0)) === LETTER;
      if (!isLetter && OPENING_MARKS.has(text)) isStart = true;
      else if (isLetter || /^\p{N}/u.test(text)) {
        if (isCapital[i] === 1 && !isStart) {
          isMid[i] = 1;
          midWords.add(text);
        }
        isStart = false;
      }
    }
  }
  return { isCapital, isMid, smallWords, midWords };
}

const OPENING_MARKS: ReadonlySet<string> = new Set([":", "“", '"', "‘", "(", "[", "•", "—", "–"]);
