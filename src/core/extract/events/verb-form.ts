import type { AnnotatedReport } from "../../annotate/layers.ts";
import { HEARSAY_ADVERBS } from "../../lexicons/event-status-words.ts";
import { childrenOf, relationOf, wordOf } from "./grammar.ts";

/** Tense, mood and polarity of a verb, by its own form and the words around it. */
export interface VerbForm {
  readonly alleged: boolean;
  readonly negated: boolean;
  readonly future: boolean;
  readonly modal: boolean;
  readonly would: boolean;
  /** "is to": a form of "be" before an infinitive. */
  readonly be: boolean;
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly infinitive: boolean;
  /** "rather than marching", "instead of", "without". */
  readonly instead: boolean;
  /** No auxiliary or subject of its own. */
  readonly bare: boolean;
  readonly mark: string;
}

const MODALS = new Set(["may", "might", "could", "can", "should", "would", "must", "ca", "wo"]);
const BE_NOW = new Set(["is", "are", "am", "’s", "'s", "’re", "'re", "’m", "'m"]);

export function formOf(annotated: AnnotatedReport, verb: number): VerbForm {
  let alleged = false;
  let negated = false;
  let future = false;
  let modal = false;
  let would = false;
  let be = false;
  let perfect = false;
  let beNow = false;
  let been = false;
  let infinitive = annotated.xpos[verb] === "VB";
  let instead = false;
  let bare = true;
  let mark = "";
  for (const child of childrenOf(annotated, verb)) {
    const relation = relationOf(annotated, child);
    const word = wordOf(annotated, child);
    if (HEARSAY_ADVERBS.has(word)) alleged = true;
    // "nearly died": it did not come to that
    const falls = relation === "advmod" && child === verb - 1 && annotated.upos[verb] === "VERB";
    if (falls && /^(?:nearly|almost)$/.test(word)) negated = true;
    if (/^(?:possibly|potentially|perhaps|maybe|presumably)$/.test(word)) modal = true;
    // "pleaded not guilty" has been pleaded.
    const isPlea = wordOf(annotated, child + 1) === "guilty";
    if (
      isNegation(word) &&
      !isPlea &&
      (relation === "advmod" || relation === "det" || relation === "cc" || relation === "mark")
    )
      negated = true;
    if (relation === "nsubj" && hasNo(annotated, child)) negated = true;
    if (relation === "obj" && hasNo(annotated, child)) negated = true;
    if (isReplacing(annotated, child) || (word === "without" && relation !== "obl")) instead = true;
    if (relation === "mark") {
      if (word === "to") infinitive = true;
      // "about whether he was beaten"
      else if (word === "whether") mark = word;
      else mark ||= word;
    }
    if (relation === "nsubj") bare = false;
    if (relation !== "aux" && relation !== "cop") continue;
    bare = false;
    if (word === "will" || word === "shall" || word === "’ll" || word === "'ll") future = true;
    else if (word === "wo" || MODALS.has(word)) modal = true;
    else if (word === "been") been = true;
    else if (/^(?:is|are|was|were)$/.test(word)) be = true;
    else if (word === "being") beNow = beNow || annotated.xpos[verb] === "VBN";
    if (word === "would") would = true;
    if (/^(?:has|have|had|['’]ve|having)$/.test(word)) perfect = true;
    if (BE_NOW.has(word)) beNow = true;
  }
  if (isInCase(annotated, verb)) mark = "if";
  const gerund = annotated.xpos[verb] === "VBG";
  const progressive =
    (gerund && (beNow || (perfect && been))) ||
    (annotated.xpos[verb] === "VBN" && hasWord(annotated, verb, "being") && beNow && hasNow(annotated, verb));
  // "will" and the other auxiliaries already say that it is no bare infinitive.
  const isInfinitive = infinitive && !future && !modal && !hasDo(annotated, verb);
  return {
    alleged,
    negated,
    future,
    modal,
    would,
    be,
    perfect,
    progressive,
    infinitive: isInfinitive,
    instead,
    bare,
    mark,
  };
}

/** Tokens that a clause behind "in case" may hold before its verb. */
const IN_CASE_REACH = 8;

/** "in case it exploded", "lest it explode": read by the order of the words, for a parser seldom sees the clause. */
function isInCase(annotated: AnnotatedReport, verb: number): boolean {
  const { firstToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  for (let token = verb - 1; token >= Math.max(firstToken, verb - IN_CASE_REACH); token--) {
    const word = wordOf(annotated, token);
    if (word === "lest" || (word === "case" && wordOf(annotated, token - 1) === "in")) return true;
    if (annotated.upos[token] === "VERB" || annotated.upos[token] === "PUNCT") return false;
  }
  return false;
}

function hasNow(annotated: AnnotatedReport, verb: number): boolean {
  return childrenOf(annotated, verb).some((child) => BE_NOW.has(wordOf(annotated, child)));
}

function hasWord(annotated: AnnotatedReport, verb: number, word: string): boolean {
  return childrenOf(annotated, verb).some((child) => wordOf(annotated, child) === word);
}

function hasDo(annotated: AnnotatedReport, verb: number): boolean {
  return childrenOf(annotated, verb).some((child) => /^(?:do|does|did)$/.test(wordOf(annotated, child)));
}

/** "Rather than" and "instead of" set aside what follows; "but rather" and "instead, it" bring in what took place. */
function isReplacing(annotated: AnnotatedReport, token: number): boolean {
  const word = wordOf(annotated, token);
  const next = wordOf(annotated, token + 1);
  return (word === "rather" && next === "than") || (word === "instead" && next === "of");
}

function isNegation(word: string): boolean {
  return word === "not" || word === "n't" || word === "n’t" || word === "never" || word === "neither" || word === "nor";
}

export function hasNo(annotated: AnnotatedReport, noun: number): boolean {
  if (/^(?:nobody|none|nothing|neither)$/.test(wordOf(annotated, noun)) || /^no-?one$/.test(wordOf(annotated, noun)))
    return true;
  return childrenOf(annotated, noun).some(
    (child) =>
      (/^(?:no|neither)$/.test(wordOf(annotated, child)) && relationOf(annotated, child) === "det") ||
      // "not one prisoner", "not a single one"
      (/^(?:one|a)$/.test(wordOf(annotated, child)) && wordOf(annotated, child - 1) === "not"),
  );
}
