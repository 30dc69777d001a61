import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { Span } from "../../text/span.ts";
import type { EventType } from "../candidates.ts";
import { carryingVerb } from "./clause-arguments.ts";
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
  wordOf,
} from "./grammar.ts";
import { nameAt } from "./personal.ts";
import type { Trigger } from "./triggers.ts";

const LOCATIVE = new Set(
  "in at near outside across on around inside along off throughout opposite through beside beneath from".split(" "),
);
/** Nouns whose "on" names what they are about: "the ban on the group", "an attack on the bank". */
const ABOUT_ON: ReadonlySet<EventType> = new Set([
  "law",
  "attack",
  "vote",
  "strike-military",
  "ruling",
  "sanction",
  "publish",
  "talks",
]);
const PLACE_NOUNS = new Set(
  `court square park street road avenue bridge station airport base hall hospital school university stadium prison
  embassy parliament capital city town village harbour harbor port quay market plant factory mine quarry church mosque
  synagogue temple cathedral hotel building site border coast beach island lake river valley county district province
  region headquarters house office depot camp palace gate centre center green mall club pub arena gym library museum
  motorway highway junction pier dam reservoir forest garden chapel kirk farm mill works yard terminal campus college`.split(
    /\s+/,
  ),
);

/** Words that name where it happened, in text order: phrases of place of the trigger, of its clause, of its noun. */
export function placesOf(annotated: AnnotatedReport, trigger: Trigger, known: ReadonlySet<string>): Span[] {
  const found = new Map<number, Span>();
  const add = (head: number, preposition: string): void => {
    const listed = preposition === "in" && isPlaceHead(annotated, head);
    for (const token of withConjuncts(annotated, head)) {
      // Names joined to a place are places, whatever they look like: "in Ayr, Derry and Kendall".
      const joined = listed && annotated.upos[token] === "PROPN" && nameAt(annotated, token)?.kind !== "organisation";
      if (joined || isPlaceHead(annotated, token) || isNamedSite(annotated, token, preposition))
        found.set(token, placeSpan(annotated, token));
      // "the square in Ayr": the wider place is said too.
      for (const child of childrenOf(annotated, token)) {
        const inner = prepositionOf(annotated, child) ?? "";
        if (relationOf(annotated, child) === "nmod" && LOCATIVE.has(inner) && isPlaceHead(annotated, child))
          found.set(child, placeSpan(annotated, child));
      }
    }
  };
  const skipOn = trigger.shape === "noun" && ABOUT_ON.has(trigger.type);
  for (let token = trigger.first; token <= trigger.last; token++) addAround(annotated, token, skipOn, add);
  if (trigger.head < trigger.first || trigger.head > trigger.last) addAround(annotated, trigger.head, skipOn, add);
  if (trigger.shape === "noun") {
    const noun = trigger.head;
    for (const place of placesBefore(annotated, noun, known)) found.set(place, placeSpan(annotated, place));
    for (const child of childrenOf(annotated, noun)) {
      // "the attack that took place in Manchester"
      if (relationOf(annotated, child) === "acl" && HAPPENING.has(lemmaOf(annotated, child)))
        addAround(annotated, child, false, add);
    }
    const carrying = carryingVerb(annotated, trigger);
    if (carrying !== null) addAround(annotated, carrying, false, add);
  } else if (found.size === 0) {
    addOfSubject(annotated, trigger.head, add);
  }
  return [...found.entries()].sort(([a], [b]) => a - b).map(([, span]) => span);
}

const HAPPENING = new Set(["take", "occur", "happen", "hold", "stage", "plan", "schedule", "begin", "start"]);

/** Words of the report's place names, for "the Ayr attack" where the short form was not seen to be a name. */
export function placeWords(annotated: AnnotatedReport): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { kind, firstToken, endToken } of annotated.names) {
    if (kind === "place" && endToken === firstToken + 1) words.add(annotated.tokens[firstToken]!.text);
  }
  return words;
}

function addAround(
  annotated: AnnotatedReport,
  token: number,
  skipOn: boolean,
  add: (head: number, preposition: string) => void,
): void {
  for (const child of childrenOf(annotated, token)) {
    const relation = relationOf(annotated, child);
    if (relation !== "obl" && relation !== "nmod") continue;
    const preposition = prepositionOf(annotated, child) ?? "";
    if (!LOCATIVE.has(preposition) || (skipOn && preposition === "on")) continue;
    add(child, preposition);
  }
}

/** "the Manchester synagogue attack", "London’s march" */
function placesBefore(annotated: AnnotatedReport, noun: number, known: ReadonlySet<string>): number[] {
  return childrenOf(annotated, noun).flatMap((child) => {
    if (child > noun) return [];
    const relation = relationOf(annotated, child);
    const possessive = annotated.deprels[child] === "nmod:poss";
    if (relation !== "compound" && !possessive && relation !== "amod") return [];
    const token = child;
    if (nameAt(annotated, token)?.kind === "place") return [token];
    return annotated.upos[token] === "PROPN" && known.has(annotated.tokens[token]!.text) ? [token] : [];
  });
}

/** "police forces in Ayr and Leith decided": where the deciders are, when no other place is given. */
function addOfSubject(
  annotated: AnnotatedReport,
  verb: number,
  add: (head: number, preposition: string) => void,
): void {
  const subject = subjectOf(annotated, verb);
  if (subject === null || annotated.upos[subject] === "DET") {
    const before = placeListBefore(annotated, verb);
    if (before !== null) add(before, "in");
    return;
  }
  for (const child of childrenOf(annotated, subject)) {
    if (relationOf(annotated, child) === "nmod" && prepositionOf(annotated, child) === "in") add(child, "in");
  }
}

/** "forces in Ayr and Leith had all decided" with its subject lost: the list of places that ends before the auxiliaries. */
function placeListBefore(annotated: AnnotatedReport, verb: number): number | null {
  let at = verb - 1;
  while (
    at > 0 &&
    (annotated.upos[at] === "AUX" ||
      annotated.upos[at] === "ADV" ||
      /^(?:had|has|have|all|both|each)$/.test(wordOf(annotated, at)))
  )
    at--;
  if (at < 0 || annotated.upos[at] !== "PROPN" || annotated.sentenceOf[at] !== annotated.sentenceOf[verb]) return null;
  for (let steps = 0; steps < 10 && ["conj", "flat", "compound"].includes(relationOf(annotated, at)); steps++)
    at = headOf(annotated, at);
  return prepositionOf(annotated, at) === "in" ? at : null;
}

export function isPlaceHead(annotated: AnnotatedReport, token: number): boolean {
  const name = nameAt(annotated, token);
  if (name !== null && name.kind === "place") return true;
  if (!PLACE_NOUNS.has(lemmaOf(annotated, token))) return false;
  return (
    annotated.upos[token] === "PROPN" || name !== null || firstDependent(annotated, token, "compound", "det") !== null
  );
}

/** "at RAF Brize Norton", "outside Thornax": a name that is no person's after a preposition that only takes places. */
function isNamedSite(annotated: AnnotatedReport, token: number, preposition: string): boolean {
  if (!/^(?:at|near|outside|inside|opposite)$/.test(preposition) || annotated.upos[token] !== "PROPN") return false;
  const name = nameAt(annotated, token);
  return name !== null && name.kind !== "person" && !/^(?:day|week|month|year)s?$/.test(wordOf(annotated, token));
}

function placeSpan(annotated: AnnotatedReport, token: number): Span {
  const name = nameAt(annotated, token);
  return name === null || headOf(annotated, token) === token
    ? phraseSpan(annotated, token)
    : { start: name.start, end: name.end };
}
