import type { AnnotatedReport } from "../../annotate/layers.ts";
import { TIME_UNITS } from "../../lexicons/figure-counted-nouns.ts";
import { SOUGHT_THINGS, UNCALLED_SUBJECTS } from "../../lexicons/request-words.ts";
import { type Span, textOf } from "../../text/span.ts";
import { childrenOf, firstDependent, headOf, lemmaOf, relationOf, subjectOf, wordOf } from "../events/grammar.ts";
import type { Ask } from "./asks.ts";
import { tokensWithin } from "./tokens-within.ts";

/**
 * Words that look like an ask and are none: a question, a try ("sought to calm them"), a meeting that is called, a call
 * by telephone, what somebody would ask if something came true, or what nobody asks.
 */
export function isNoAsk(annotated: AnnotatedReport, ask: Ask): boolean {
  if (isAskedByNobody(annotated, ask) || isQuestion(annotated, ask) || isAboutNothing(annotated, ask)) return true;
  const verb = tokensWithin(annotated, ask.cue).findLast((token) => annotated.upos[token] === "VERB");
  if (verb === undefined) return false;
  return isOtherSense(annotated, verb, ask) || isHypothetical(annotated, verb) || isUnasked(annotated, verb);
}

/** "an order that nobody asked for", "no resident has called for it" */
function isAskedByNobody(annotated: AnnotatedReport, { asker }: Ask): boolean {
  return (
    asker !== null && /^(?:nobody|no[ -]one|none|neither|no|few)\b/i.test(textOf(annotated.report.text, asker.span))
  );
}

/** "has not asked anybody to go", "never called for it" */
function isUnasked(annotated: AnnotatedReport, verb: number): boolean {
  return childrenOf(annotated, verb).some(
    (child) =>
      child < verb &&
      /^(?:not|n['’]t|never)$/.test(wordOf(annotated, child)) &&
      wordOf(annotated, child + 1) !== "only",
  );
}

/** "asked, “Who are you?”", "asked him a question", "asked about the deaths": somebody wants to know. */
function isQuestion(annotated: AnnotatedReport, { about, cue }: Ask): boolean {
  const asking = tokensWithin(annotated, cue).map((token) => wordOf(annotated, token));
  if (asking.at(-1) === "about") return true;
  if (about === null) return false;
  const words = textOf(annotated.report.text, about).replace(/^[\s'’‘"“”(]+/u, "");
  if (
    /^(?:(?:a|an|one|another|the|this|that|his|her|their|some|any|more)\s)?(?:[\p{L}-]+\s)?questions?\b/iu.test(words)
  )
    return true;
  if (/^(?:why|how|what|who|where|when|which)\b[^.!]*\?/iu.test(words)) return true;
  return /\?[\s'’"”]*$/u.test(words) && !/^(?:please|(?:can|could|will|would|won[’']t) you)\b/iu.test(words);
}

/** "requested it", "the things we asked them to do", "a plea that it had worked elsewhere": nothing to be done is told. */
function isAboutNothing(annotated: AnnotatedReport, { about }: Ask): boolean {
  if (about === null) return false;
  const words = textOf(annotated.report.text, about).trim();
  if (/^(?:it|this|that|so|to(?: do(?: so)?)?)$/i.test(words)) return true;
  // "Not everything we asked for is here"
  if (
    /^(?:not )?(?:everything|anything|something|nothing|all|what|much)(?: (?:that )?(?:we|i|they|he|she))?$/i.test(
      words,
    )
  )
    return true;
  if (!/^that\b/i.test(words)) return false;
  const tokens = tokensWithin(annotated, about);
  const finite = tokens.find((token) => /^(?:VBD|VBZ|MD)$/.test(annotated.xpos[token] ?? ""));
  return finite !== undefined && /^(?:had|was|were)$/.test(wordOf(annotated, finite));
}

/** A verb of asking in a sense that asks nobody. */
function isOtherSense(annotated: AnnotatedReport, verb: number, { about, cue }: Ask): boolean {
  switch (lemmaOf(annotated, verb)) {
    case "seek":
    case "bid":
      return isTrying(annotated, verb) || seeksForOneself(annotated, verb);
    case "call":
      return !callsFor(annotated, verb) || isUncalled(annotated, verb);
    case "press":
    case "push":
      // "pressed ahead with it", "pressing his attack that …"
      return !isForDeed(annotated, about, cue) || isUncalled(annotated, verb);
    case "encourage":
      return wordOf(annotated, subjectOf(annotated, verb) ?? verb) === "it" || isUncalled(annotated, verb);
    default:
      return false;
  }
}

/** "sought to calm them", "has sought for months to win them over" */
function isTrying(annotated: AnnotatedReport, verb: number): boolean {
  let next = verb + 1;
  while (next < verb + 5 && (/^(?:for|a|the)$/.test(wordOf(annotated, next)) || isTimeOrAdverb(annotated, next)))
    next++;
  return wordOf(annotated, next) === "to" && (annotated.xpos[next + 1] === "VB" || annotated.upos[next + 1] === "ADV");
}

/** "has sought a fleet of its own": what is sought is nothing that somebody else can give, and nobody is named to give it. */
function seeksForOneself(annotated: AnnotatedReport, verb: number): boolean {
  const object = firstDependent(annotated, verb, "obj");
  if (object === null || object < verb) return false;
  const { endToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  for (let token = verb + 1; token < endToken && token < verb + 20; token++) {
    if (wordOf(annotated, token) === "from") return false;
    if (
      SOUGHT_THINGS.has(lemmaOf(annotated, token)) ||
      annotated.upos[token] === "NUM" ||
      annotated.upos[token] === "SYM"
    )
      return false;
  }
  return true;
}

/** "called for", "called last week on", "called in a letter for"; not "called a meeting" and not "called her mother". */
function callsFor(annotated: AnnotatedReport, verb: number): boolean {
  const { endToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  const phrase = annotated.upos[verb + 1] === "ADP";
  for (let token = verb + 1; token < endToken && token < verb + 14; token++) {
    if (/^(?:for|on|upon)$/.test(wordOf(annotated, token))) {
      // "called on Monday for": the day is not who is called on.
      if (!isTimeOrAdverb(annotated, token + 1) || wordOf(annotated, token) === "for") return true;
      continue;
    }
    if (!phrase && !isTimeOrAdverb(annotated, token) && annotated.upos[token] !== "PUNCT") return false;
  }
  return false;
}

function isTimeOrAdverb(annotated: AnnotatedReport, token: number): boolean {
  const word = wordOf(annotated, token);
  return (
    annotated.upos[token] === "ADV" ||
    TIME_UNITS.has(lemmaOf(annotated, token)) ||
    /^(?:last|this|next|earlier|late|early|again|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|night|morning|afternoon|evening)$/.test(
      word,
    )
  );
}

/** "Forecasts call for rain", "the recipe calls for salt", "the size of the attack is pushing them to act". */
function isUncalled(annotated: AnnotatedReport, verb: number): boolean {
  const subject = subjectOf(annotated, verb);
  return subject !== null && UNCALLED_SUBJECTS.has(lemmaOf(annotated, subject));
}

/** Somebody is to act, or something is asked for: "pressed the minister to answer", "pushed for a vote". */
function isForDeed(annotated: AnnotatedReport, about: Span | null, cue: Span): boolean {
  if (/\b(?:for|on|upon)$/i.test(textOf(annotated.report.text, cue))) return true;
  if (about === null || !/^(?:not |him |her |them )?(?:to|for)\b/i.test(textOf(annotated.report.text, about)))
    return false;
  return !/\bthat\b/i.test(annotated.report.text.slice(cue.end, about.start));
}

/** Clauses above the asking that are looked at for what makes it a mere thought. */
const REACH = 3;

/** "if they ask him to go", "asked whether he would counsel her to …", "he would ask them to stay". */
function isHypothetical(annotated: AnnotatedReport, verb: number): boolean {
  const subject = subjectOf(annotated, verb);
  const own = subject !== null && /^(?:i|we)$/.test(wordOf(annotated, subject));
  if (!own && (wouldAsk(annotated, verb) || mayAsk(annotated, verb) || isLeftUndone(annotated, verb))) return true;
  let at = verb;
  for (let steps = 0; steps < REACH && at >= 0; steps++) {
    if (childrenOf(annotated, at).some((child) => child < verb && isOpening(annotated, child))) return true;
    if (!/^(?:xcomp|ccomp|conj|acl)$/.test(relationOf(annotated, at))) return false;
    at = headOf(annotated, at);
    if (at < 0 || annotated.upos[at] !== "VERB") return false;
  }
  return false;
}

/** "might ask the board", "could ask for more" */
function mayAsk(annotated: AnnotatedReport, verb: number): boolean {
  return childrenOf(annotated, verb).some(
    (child) => child < verb && annotated.xpos[child] === "MD" && /^(?:may|might|could)$/.test(wordOf(annotated, child)),
  );
}

/** "refused to ask the board", "is considering asking for help" */
function isLeftUndone(annotated: AnnotatedReport, verb: number): boolean {
  if (
    wordOf(annotated, verb - 1) === "to" &&
    /^(?:refus|declin|fail|forg[eo]t|neglect|hesitat)/.test(wordOf(annotated, verb - 2))
  )
    return true;
  if (relationOf(annotated, verb) !== "xcomp") return false;
  return /^(?:refuse|decline|fail|forget|neglect|omit|hesitate|avoid|consider|stop)$/.test(
    lemmaOf(annotated, headOf(annotated, verb)),
  );
}

function wouldAsk(annotated: AnnotatedReport, verb: number): boolean {
  if (lemmaOf(annotated, verb) === "like" || isAnnounced(annotated, verb)) return false;
  return childrenOf(annotated, verb).some(
    (child) => child < verb && /^(?:would|[’']d)$/.test(wordOf(annotated, child)) && annotated.xpos[child] === "MD",
  );
}

/** "She said on Friday that she would ask the court for it": what is announced, and no mere thought. */
function isAnnounced(annotated: AnnotatedReport, verb: number): boolean {
  const head = headOf(annotated, verb);
  if (head < 0 || relationOf(annotated, verb) !== "ccomp" || !ANNOUNCING.test(lemmaOf(annotated, head))) return false;
  const { firstToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  for (let token = firstToken; token < verb; token++) if (wordOf(annotated, token) === "if") return false;
  return true;
}

const ANNOUNCING = /^(?:say|announce|add|tell|confirm|state|declare|write)$/;

function isOpening(annotated: AnnotatedReport, child: number): boolean {
  return relationOf(annotated, child) === "mark" && /^(?:if|whether|unless|until)$/.test(wordOf(annotated, child));
}
