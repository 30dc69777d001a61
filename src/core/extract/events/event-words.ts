import type { AnnotatedReport, EventWords } from "../../annotate/layers.ts";
import type { Sentence } from "../../segment/segmented-report.ts";
import { headWithin } from "./grammar.ts";
import type { Trigger } from "./triggers.ts";

/** Triggers that the annotator finds by the words alone and no sense of the lexicon proposes: "the ferry foundered". */
export function triggersFromWords(
  annotated: AnnotatedReport,
  { firstToken, endToken }: Sentence,
  proposed: readonly Trigger[],
): Trigger[] {
  return wordsBetween(annotated, firstToken, endToken)
    .filter(({ first, end }) => !proposed.some((trigger) => first <= trigger.last && trigger.first < end))
    .map(({ first, end, type }) => {
      const head = headWithin(annotated, first, end);
      const isNoun = annotated.upos[head] === "NOUN" || annotated.upos[head] === "PROPN";
      return { first, last: end - 1, head, type, shape: isNoun ? "noun" : "verb", producedBy: FROM_WORDS };
    });
}

export const FROM_WORDS = "events/words";

/** How sure the annotator is that any of a trigger's words names an event; 0 where it sees none. */
export function confidenceOf(annotated: AnnotatedReport, { first, last }: Trigger): number {
  return Math.max(0, ...wordsBetween(annotated, first, last + 1).map(({ confidence }) => confidence));
}

/** Those that have a token from `first` to `end`, excluded. */
function wordsBetween({ eventWords }: AnnotatedReport, first: number, end: number): EventWords[] {
  const all = eventWords ?? [];
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.end <= first) low = middle + 1;
    else high = middle;
  }
  const found: EventWords[] = [];
  for (let at = low; at < all.length && all[at]!.first < end; at++) found.push(all[at]!);
  return found;
}
