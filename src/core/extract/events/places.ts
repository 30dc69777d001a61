import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { Span } from "../../text/span.ts";
import {
  childrenOf,
  firstDependent,
  headOf,
  lemmaOf,
  phraseSpan,
  prepositionOf,
  relationOf,
  subjectOf,
  withConjuncts,
} from "./grammar.ts";
import { nameAt } from "./personal.ts";
import type { Trigger } from "./triggers.ts";

const LOCATIVE = new Set([
  "in",
  "at",
  "near",
  "outside",
  "across",
  "on",
  "around",
  "inside",
  "along",
  "off",
  "throughout",
  "opposite",
  "through",
  "beside",
]);
const PLACE_NOUNS =
  /^(?:court|square|park|street|road|avenue|bridge|station|airport|base|hall|hospital|school|university|stadium|prison|embassy|parliament|capital|city|town|village|harbour|harbor|port|quay|market|plant|factory|mine|quarry|church|mosque|synagogue|temple|cathedral|hotel|building|site|border|coast|beach|island|lake|river|valley|county|district|province|region|headquarters|house|office|depot|camp|palace|gate|centre|center|green|mall|club|pub|arena)$/;

/** Words that name where it happened, in text order: phrases of place of the trigger, of its light verb, of its clause. */
export function placesOf(annotated: AnnotatedReport, trigger: Trigger): Span[] {
  const found = new Map<number, Span>();
  const add = (head: number): void => {
    for (const token of withConjuncts(annotated, head)) {
      if (isPlaceHead(annotated, token)) found.set(token, placeSpan(annotated, token));
      // "Trafalgar Square in London": the wider place is said too.
      for (const child of childrenOf(annotated, token)) {
        if (
          relationOf(annotated, child) === "nmod" &&
          LOCATIVE.has(prepositionOf(annotated, child) ?? "") &&
          isPlaceHead(annotated, child)
        ) {
          found.set(child, placeSpan(annotated, child));
        }
      }
    }
  };
  addAround(annotated, trigger.head, add);
  for (let token = trigger.first; token <= trigger.last; token++)
    if (token !== trigger.head) addAround(annotated, token, add);
  if (trigger.shape === "noun") addOfNoun(annotated, trigger.head, add);
  else if (found.size === 0) addOfSubject(annotated, trigger.head, add);
  return [...found.entries()].sort(([a], [b]) => a - b).map(([, span]) => span);
}

function addAround(annotated: AnnotatedReport, token: number, add: (head: number) => void): void {
  for (const child of childrenOf(annotated, token)) {
    const relation = relationOf(annotated, child);
    if ((relation === "obl" || relation === "nmod") && LOCATIVE.has(prepositionOf(annotated, child) ?? "")) add(child);
    if (relation === "advmod" && lemmaOf(annotated, child) === "here") continue;
  }
}

function addOfNoun(annotated: AnnotatedReport, noun: number, add: (head: number) => void): void {
  for (const child of childrenOf(annotated, noun)) {
    const relation = relationOf(annotated, child);
    if (
      (relation === "compound" || annotated.deprels[child] === "nmod:poss") &&
      nameAt(annotated, child)?.kind === "place"
    )
      add(child);
    // "the attack that took place in Manchester"
    if (relation === "acl" && /^(?:take|occur|happen|hold|stage|plan|schedule)$/.test(lemmaOf(annotated, child)))
      addAround(annotated, child, add);
  }
  const head = headOf(annotated, noun);
  if (head >= 0 && annotated.upos[head] === "VERB" && ["obj", "nsubj", "obl"].includes(relationOf(annotated, noun))) {
    addAround(annotated, head, add);
  }
}

/** "police forces in Ayr and Leith decided": where the deciders are, when no other place is given. */
function addOfSubject(annotated: AnnotatedReport, verb: number, add: (head: number) => void): void {
  const subject = subjectOf(annotated, verb);
  if (subject === null) return;
  for (const child of childrenOf(annotated, subject)) {
    if (relationOf(annotated, child) === "nmod" && prepositionOf(annotated, child) === "in") add(child);
  }
}

export function isPlaceHead(annotated: AnnotatedReport, token: number): boolean {
  const name = nameAt(annotated, token);
  if (name !== null && name.kind === "place") return true;
  if (!PLACE_NOUNS.test(lemmaOf(annotated, token))) return false;
  return (
    annotated.upos[token] === "PROPN" || name !== null || firstDependent(annotated, token, "compound", "det") !== null
  );
}

function placeSpan(annotated: AnnotatedReport, token: number): Span {
  const name = nameAt(annotated, token);
  if (name !== null && name.endToken - 1 === token) return { start: name.start, end: name.end };
  return name !== null && name.kind === "place" ? { start: name.start, end: name.end } : phraseSpan(annotated, token);
}
