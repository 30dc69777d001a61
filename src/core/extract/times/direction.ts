import type { AnnotatedReport } from "../../annotate/layers.ts";
import { FORWARD_VERBS, UNPLANNED_EVENTS } from "../../lexicons/time-nouns.ts";

/** Which way from publication a date lies that does not say so, and how sure the words around it are. */
export interface Direction {
  readonly side: "past" | "future";
  /** 2: the verb it belongs to says so; 1: something near it does; 0: nothing does, and news looks back. */
  readonly strength: 0 | 1 | 2;
}

const UNKNOWN: Direction = { side: "past", strength: 0 };
/** A sentence's tree is climbed no further than this, so that odd trees cost little. */
const MAX_STEPS = 14;

/** Reads the direction of the time expression over tokens `first` to `last` from the clause it stands in. */
export function readDirection(annotated: AnnotatedReport, first: number, last: number): Direction {
  let token = headOf(annotated, first, last);
  let hint: Direction | null = hintOfPreposition(annotated, first);
  for (let step = 0; step < MAX_STEPS && token >= 0; step++) {
    const upos = annotated.upos[token];
    if (upos === "VERB" || upos === "AUX" || hasCopula(annotated, token)) {
      const found = directionOfVerb(annotated, token);
      if (found !== null) return combine(hint, found);
    } else if (hint === null && upos === "NOUN" && UNPLANNED_EVENTS.has(annotated.lemmas[token]!.toLowerCase())) {
      hint = { side: "past", strength: 2 };
    }
    token = annotated.heads[token]!;
  }
  return hint ?? UNKNOWN;
}

/** What stands nearest wins when it is sure; else the verb does. */
function combine(hint: Direction | null, verb: Direction): Direction {
  if (hint === null) return verb;
  if (hint.strength === 2 || verb.strength === 0) return hint;
  return verb.strength === 2 && hint.side !== verb.side ? { side: verb.side, strength: 1 } : verb;
}

/** The token of the expression that hangs outside it. */
function headOf(annotated: AnnotatedReport, first: number, last: number): number {
  for (let token = last; token >= first; token--) {
    const head = annotated.heads[token]!;
    if (head < first || head > last) return head < 0 ? token : head;
  }
  return -1;
}

function hintOfPreposition(annotated: AnnotatedReport, first: number): Direction | null {
  const before = wordOf(annotated, first - 1);
  const beforeThat = wordOf(annotated, first - 2);
  if (before === "since") return { side: "past", strength: 2 };
  if (before === "of" && beforeThat === "ahead") return { side: "future", strength: 2 };
  if (before === "until" || before === "till") return { side: "future", strength: 1 };
  if (before === "for" && ["scheduled", "planned", "set", "due", "slated", "called"].includes(beforeThat)) {
    return { side: "future", strength: 2 };
  }
  return null;
}

function hasCopula(annotated: AnnotatedReport, token: number): boolean {
  return annotated.children[token]!.some((child) => annotated.deprels[child] === "cop");
}

/** Tense and mood of a verb with its auxiliaries; null when it has none of its own (participles) and the next one up decides. */
function directionOfVerb(annotated: AnnotatedReport, token: number): Direction | null {
  const lemma = annotated.lemmas[token]!.toLowerCase();
  const xpos = annotated.xpos[token]!;
  let past = xpos === "VBD";
  let perfect = false;
  let present = xpos === "VBZ" || xpos === "VBP";
  let infinitive = false;
  let auxiliaries = 0;
  for (const child of annotated.children[token]!) {
    const deprel = annotated.deprels[child]!;
    const word = wordOf(annotated, child);
    if (deprel === "mark" && word === "to") infinitive = true;
    if (!deprel.startsWith("aux") && deprel !== "cop") continue;
    auxiliaries++;
    if (word === "to") infinitive = true;
    if (word === "will" || word === "shall" || word === "'ll" || word === "’ll" || word === "wo" || word === "ll") {
      // "will have caused" looks back.
      const have = annotated.children[token]!.some((other) => wordOf(annotated, other) === "have");
      return have ? { side: "past", strength: 1 } : { side: "future", strength: 2 };
    }
    if (["would", "could", "may", "might", "can", "should", "must"].includes(word)) {
      const have = annotated.children[token]!.some((other) => wordOf(annotated, other) === "have");
      return have ? { side: "past", strength: 1 } : { side: "future", strength: word === "would" ? 2 : 1 };
    }
    if (word === "had" || word === "have" || word === "has" || word === "'ve" || word === "’ve") perfect = true;
    else if (word === "was" || word === "were" || word === "did") past = true;
    else if (
      word === "is" ||
      word === "are" ||
      word === "am" ||
      word === "'s" ||
      word === "’s" ||
      word === "'re" ||
      word === "’re" ||
      word === "do" ||
      word === "does"
    )
      present = true;
  }
  const forward = FORWARD_VERBS.has(lemma);
  if (infinitive) return directionOfInfinitive(annotated, token);
  if (xpos === "VBN" && auxiliaries === 0)
    return forward ? { side: "future", strength: 1 } : { side: "past", strength: 1 };
  if (past || perfect) return { side: "past", strength: forward ? 0 : 2 };
  if (present) {
    if (xpos === "VBG") return { side: "future", strength: 1 };
    if (forward) return { side: "future", strength: 1 };
    return ["say", "tell", "report", "write", "show", "add"].includes(lemma)
      ? UNKNOWN
      : { side: "future", strength: 1 };
  }
  return null;
}

/** "plans to march on Saturday" looks ahead; "was forced to resign on Saturday" does not. */
function directionOfInfinitive(annotated: AnnotatedReport, token: number): Direction {
  const head = annotated.heads[token]!;
  if (head < 0) return { side: "future", strength: 1 };
  const upos = annotated.upos[head];
  if (upos !== "VERB" && upos !== "AUX") return { side: "future", strength: 1 };
  if (FORWARD_VERBS.has(annotated.lemmas[head]!.toLowerCase())) return { side: "future", strength: 2 };
  const above = directionOfVerb(annotated, head);
  if (above === null || above.side === "future") return { side: "future", strength: 1 };
  return { side: "past", strength: 1 };
}

function wordOf(annotated: AnnotatedReport, token: number): string {
  return annotated.tokens[token]?.text.toLowerCase() ?? "";
}
