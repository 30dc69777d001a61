import type { EventWords } from "../../core/annotate/layers.ts";
import { bestIndex } from "./attributions.ts";
import type { ReaderLabels } from "./labels.ts";
import type { Window } from "./windows.ts";

/** A word below this share is of no event; who reads events asks for more. */
const LEAST = 0.1;

/** Order is the model's: the types follow. */
const [OUTSIDE, FURTHER, TYPES] = [0, 1, 2] as const;

/**
 * Words of a window that may name an event; `shares` is (word, tag), each word's summing to 1. A word that goes on with the
 * one before, rather than beginning anew, is of the same event.
 */
export function readEventWords(
  shares: Float32Array,
  { sentenceOf, firstWord }: Pick<Window, "sentenceOf" | "firstWord">,
  { events: tags }: Pick<ReaderLabels, "events">,
): EventWords[] {
  const found: { first: number; end: number; type: EventWords["type"]; confidence: number }[] = [];
  sentenceOf.forEach((sentence, word) => {
    const row = word * tags.length;
    const confidence = 1 - shares[row + OUTSIDE]!;
    if (confidence < LEAST) return;
    const open = found.at(-1);
    const best = bestIndex(shares, row, tags.length, TYPES);
    const goesOn = open?.end === firstWord + word && sentenceOf[word - 1] === sentence;
    if (goesOn && shares[row + FURTHER]! > shares[row + best]!) {
      open.end++;
      open.confidence = Math.max(open.confidence, confidence);
      return;
    }
    // Tags from the first type on are types; one that is not likelier than all others together is left open.
    const type = shares[row + best]! < confidence / 2 ? "other" : (tags[best] as EventWords["type"]);
    found.push({ first: firstWord + word, end: firstWord + word + 1, type, confidence });
  });
  return found;
}
