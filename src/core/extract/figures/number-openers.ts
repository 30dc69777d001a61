import type { AnnotatedReport } from "../../annotate/layers.ts";
import { FRACTIONS, PLURAL_SCALES, SCALES, SMALL_NUMBERS, VAGUE_AMOUNTS } from "../../lexicons/figure-number-words.ts";
import type { Sentence } from "../../segment/segmented-report.ts";
import type { Piece } from "./pieces.ts";

/** Words that only a number opens with. */
const STRONG: ReadonlySet<string> = new Set([
  ...SMALL_NUMBERS.keys(),
  ...SCALES.keys(),
  ...PLURAL_SCALES.keys(),
  ...FRACTIONS.keys(),
  ...[...VAGUE_AMOUNTS.keys()].map((words) => words.split(" ").at(-1)!),
  "numbers",
  "crowd",
]);
/** Words that open a number when one of the others follows within two words. */
const WEAK: ReadonlySet<string> = new Set(["a", "an", "the", "many", "large", "quite"]);

/** Cheap test of a whole sentence before it is cut into pieces: a digit, or a number word alone or in a compound. */
export function mayHoldNumber({ tokens }: AnnotatedReport, { firstToken, endToken }: Sentence): boolean {
  for (let token = firstToken; token < endToken; token++) {
    const { text } = tokens[token]!;
    const first = text.charCodeAt(0);
    if ((first >= 0x30 && first <= 0x39) || first > 0xbb) {
      if (/[\d½¼¾⅓⅔]/.test(text)) return true;
    }
    const word = text.toLowerCase();
    if (STRONG.has(word)) return true;
    if (
      text.length > 3 &&
      /[-–\d]/.test(text) &&
      (/\d/.test(text) || word.split(/[-–]/).some((part) => STRONG.has(part)))
    )
      return true;
  }
  return false;
}

/** Cheap test of one place before the readers. */
export function mayOpenNumber(pieces: readonly Piece[], at: number): boolean {
  const { text } = pieces[at]!;
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return true;
  if (STRONG.has(text)) return true;
  if (!WEAK.has(text)) return false;
  return STRONG.has(pieces[at + 1]?.text ?? "") || STRONG.has(pieces[at + 2]?.text ?? "");
}
