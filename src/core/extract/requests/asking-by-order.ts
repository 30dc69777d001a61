import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { Span } from "../../text/span.ts";
import { lemmaOf, phraseSpan, spanOfTokens, wordOf } from "../events/grammar.ts";
import type { Party } from "./parties.ts";

/** Whom a verb asks to do what, by the order of the words alone. */
export interface OrderedAsk {
  readonly asked: Party;
  readonly about: Span;
}

/** Verbs whose object is to act, and the preposition before it where they need one. */
const CONTROL: ReadonlyMap<string, ReadonlySet<string> | null> = new Map<string, ReadonlySet<string> | null>([
  ...["ask", "urge", "beg", "implore", "press", "petition", "invite", "lobby", "challenge", "entreat", "beseech"].map(
    (verb) => [verb, null] as const,
  ),
  ...["exhort", "tell", "instruct", "summon", "push", "pressure"].map((verb) => [verb, null] as const),
  ["call", new Set(["on", "upon"])],
  ["appeal", new Set(["to"])],
  ["plead", new Set(["with"])],
]);

/** Tokens between the asking verb and what is asked for. */
const LONGEST_PARTY = 26;

/**
 * "urged residents of the two streets, who have heard nothing, to boil their water": whoever stands right behind the verb
 * is asked, up to "to" and a bare verb, whatever the parser made of the clauses between. Null where the words between
 * are no party, or hold a clause that no relative opens.
 */
export function readByOrder(annotated: AnnotatedReport, verb: number): OrderedAsk | null {
  const prepositions = CONTROL.get(lemmaOf(annotated, verb));
  if (prepositions === undefined) return null;
  const { endToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  let first = verb + 1;
  if (prepositions !== null) {
    while (first < endToken && first <= verb + 3 && !prepositions.has(wordOf(annotated, first))) first++;
    if (!prepositions.has(wordOf(annotated, first))) return null;
    first++;
  }
  while (annotated.upos[first] === "ADV") first++;
  if (!/^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(annotated.upos[first] ?? "")) return null;
  const last = Math.min(endToken - 1, first + LONGEST_PARTY);
  const mark =
    markBefore(annotated, first, last) ??
    (FOR_THINGS.has(lemmaOf(annotated, verb)) ? forBefore(annotated, first, last) : null);
  if (mark === null) return null;
  const head = headWithin(annotated, first, mark);
  if (head === null) return null;
  return {
    asked: { span: phraseSpan(annotated, head), head },
    about: spanOfTokens(annotated, mark, endOfDeed(annotated, mark, endToken)),
  };
}

/** The "to" of "to" and a bare verb; null when another clause stands before it. */
function markBefore(annotated: AnnotatedReport, first: number, last: number): number | null {
  let relative = false;
  for (let token = first; token < last; token++) {
    const word = wordOf(annotated, token);
    // "I ask you, in writing since the telephone has failed, to give us the film"
    if (word === ",") {
      const close = closingComma(annotated, token, last);
      if (close !== null && wordOf(annotated, close + 1) === "to" && isBareVerb(annotated, close + 2)) return close + 1;
    }
    if (/^[;:“”"—–]$/.test(word)) return null;
    // "pressing his claim that she is not fit to be mayor"
    if (word === "that" && !/^(?:VERB|AUX)$/.test(annotated.upos[token + 1] ?? "")) return null;
    if (/^(?:who|which|that|whose|whom)$/.test(word)) relative = true;
    if (word === "to" && token > first && isBareVerb(annotated, token + 1)) return token;
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(annotated.xpos[token] ?? "") && !relative) return null;
  }
  return null;
}

function closingComma(annotated: AnnotatedReport, comma: number, last: number): number | null {
  for (let token = comma + 1; token < last; token++) {
    const word = wordOf(annotated, token);
    if (word === ",") return token;
    if (/^[;:“”"—–]$/.test(word)) return null;
  }
  return null;
}

/** Verbs that also ask somebody for a thing: "asked the firm at noon for the log". */
const FOR_THINGS = new Set(["ask", "beg", "press", "petition", "lobby", "push"]);

/** The "for" of what is asked for, behind the one asked and at most a time: "him at noon for the log". */
function forBefore(annotated: AnnotatedReport, first: number, last: number): number | null {
  for (let token = first; token < last; token++) {
    const word = wordOf(annotated, token);
    if (/^[,;:“”"—–]$/.test(word) || annotated.upos[token] === "VERB") return null;
    // "the shadow secretary for health", "the member for Ellery"
    if (word === "for") {
      return token === first || POSTS.test(wordOf(annotated, token - 1)) ? null : token;
    }
  }
  return null;
}

const POSTS =
  /^(?:minister|secretary|member|spokes\p{L}+|commissioner|mp|candidate|director|officer|agent|campaigner)s?$/u;

function isBareVerb(annotated: AnnotatedReport, token: number): boolean {
  const at = annotated.upos[token] === "ADV" ? token + 1 : token;
  return annotated.xpos[at] === "VB";
}

/** The last noun of the first phrase: "anyone" of "anyone who …", "minister" of "the minister, Ann Ray,". */
export function headWithin(annotated: AnnotatedReport, first: number, end: number): number | null {
  let head: number | null = null;
  for (let token = first; token < end; token++) {
    const upos = annotated.upos[token] ?? "";
    if (/^(?:NOUN|PROPN|PRON)$/.test(upos)) {
      if (upos === "PRON" && head !== null) break;
      head = token;
      if (upos === "PRON" && !/^(?:its|his|her|their|our|my|your)$/.test(wordOf(annotated, token))) break;
    } else if (head !== null && !(upos === "PART" && /^[’']s?$/.test(wordOf(annotated, token)))) break;
    else if (upos === "VERB" && annotated.xpos[token] !== "VBN" && annotated.xpos[token] !== "VBG") return null;
  }
  return head;
}

/** Up to the mark that ends the clause: a comma before a new clause, a dash, a semicolon, a closing quotation mark. */
export function endOfDeed(annotated: AnnotatedReport, from: number, endToken: number): number {
  let token = from + 1;
  for (; token < endToken; token++) {
    const word = wordOf(annotated, token);
    if (/^[;:—–.!?”"]$/.test(word)) break;
    // "It is the families who want it read,' she said": a single mark closes too.
    if (word === "," && /^['’]$/.test(wordOf(annotated, token + 1))) break;
    if (
      word === "," &&
      /^(?:and|but|who|which|while|though|after|as|a|the|he|she|they|it)$/.test(wordOf(annotated, token + 1))
    )
      break;
    if (word === "," && annotated.xpos[token + 1] === "VBG") break;
    if (word === "only" && wordOf(annotated, token + 1) === "that") break;
  }
  return token;
}
