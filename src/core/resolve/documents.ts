import type { AnnotatedReport } from "../annotate/layers.ts";
import { actOfLemma } from "../lexicons/acts.ts";
import { AUTHORING_VERBS } from "../lexicons/nominals.ts";

/** Tokens that name who wrote a document and who it went to, -1 where its sentence names nobody. */
export interface Correspondence {
  readonly author: number;
  readonly recipient: number;
}

/**
 * Reads who sent or wrote the document, from its own phrase and from the verb it hangs on.
 *
 * > | DOR said it has sent a letter to Sir Mark
 *              ^^ author               ^^^^^^^^ recipient
 * > | In a letter to the mayor, Ray said …
 *                        ^^^^^  ^^^ author
 */
export function readCorrespondence(annotated: AnnotatedReport, document: number): Correspondence {
  const { heads, deprels, children, lemmas, upos } = annotated;
  let author = -1;
  let recipient = -1;
  for (const child of children[document] ?? []) {
    if (deprels[child] === "nmod:poss") author = child;
    else if (deprels[child]!.startsWith("nmod")) {
      const preposition = caseOf(annotated, child);
      if ((preposition === "from" || (preposition === "by" && !isHandled(annotated, document, child))) && author < 0)
        author = child;
      else if (preposition === "to") recipient = child;
      // "a letter of response to Norwood Police"
      else if (preposition === "of" || preposition === "in") {
        const nested = children[child]!.find(
          (one) => deprels[one]!.startsWith("nmod") && caseOf(annotated, one) === "to",
        );
        if (nested !== undefined && recipient < 0) recipient = nested;
      }
    } else if (deprels[child] === "acl:relcl" && AUTHORING_VERBS.has(lemmas[child]!)) {
      // "a letter that the residents sent to the council"
      const own = children[child]!.find(
        (one) => deprels[one] === "nsubj" && !/^(?:that|which|who)$/.test(lemmas[one]!),
      );
      const to = children[child]!.find((one) => deprels[one]!.startsWith("obl") && caseOf(annotated, one) === "to");
      if (own !== undefined && author < 0) author = own;
      if (to !== undefined && recipient < 0) recipient = to;
    } else if (deprels[child] === "acl" && lemmas[child] !== undefined) {
      const agent = children[child]!.find((one) => deprels[one] === "obl:agent" || caseOf(annotated, one) === "by");
      const isPassedOn = PASSED_ON.test(lemmas[document]!) && PASSING.test(lemmas[child]!);
      if (agent !== undefined && AUTHORING_VERBS.has(lemmas[child]!) && author < 0 && !isPassedOn) author = agent;
      const to = children[child]!.find((one) => deprels[one]!.startsWith("obl") && caseOf(annotated, one) === "to");
      if (to !== undefined && recipient < 0) recipient = to;
    }
  }
  const verb = heads[document] ?? -1;
  if (verb < 0 || upos[verb] !== "VERB") return { author, recipient };
  const deprel = deprels[document]!;
  const sends = deprel === "obj" && AUTHORING_VERBS.has(lemmas[verb]!);
  // Who sees something in a report did not write it.
  const carries =
    deprel.startsWith("obl") &&
    /^(?:in|via|through|by|on)$/.test(caseOf(annotated, document)) &&
    actOfLemma(lemmas[verb]!) !== "belief";
  if (author < 0 && (sends || carries)) author = subjectOf(annotated, verb);
  if (author < 0 && deprel === "nsubj:pass" && AUTHORING_VERBS.has(lemmas[verb]!)) {
    author =
      children[verb]!.find(
        (one) => deprels[one] === "obl:agent" || (deprels[one] === "obl" && caseOf(annotated, one) === "by"),
      ) ?? -1;
  }
  if (recipient < 0 && (sends || deprel === "nsubj:pass")) {
    recipient =
      children[verb]!.find(
        (one) => deprels[one] === "iobj" || (deprels[one]!.startsWith("obl") && caseOf(annotated, one) === "to"),
      ) ?? -1;
  }
  return { author, recipient };
}

/** "a letter seen | by the Post": who saw it did not write it, wherever a parser hangs the "by". */
function isHandled({ upos, lemmas, tokens }: AnnotatedReport, document: number, agent: number): boolean {
  for (let at = agent - 1; at > document; at--) {
    if (tokens[at]!.text.toLowerCase() !== "by") continue;
    return upos[at - 1] === "VERB" && !AUTHORING_VERBS.has(lemmas[at - 1]!);
  }
  return false;
}

/** "an email released by the court" need not be the court's. */
const PASSED_ON =
  /^(?:email|e-mail|letter|memo|memorandum|message|note|transcript|recording|video|document|tweet|diary)$/;
const PASSING = /^(?:release|publish|circulate|distribute|compile)$/;

/** Subject of the verb, or of the verb it continues ("has written and sent", "wants to send"); -1 when there is none. */
export function subjectOf(annotated: AnnotatedReport, verb: number): number {
  const { heads, deprels, children } = annotated;
  let at = verb;
  for (let depth = 0; depth < 4 && at >= 0; depth++) {
    const subject = children[at]!.find((child) => deprels[child] === "nsubj");
    if (subject !== undefined) return subject;
    if (deprels[at] !== "conj" && deprels[at] !== "xcomp" && deprels[at] !== "advcl") return -1;
    at = heads[at]!;
  }
  return -1;
}

/** The preposition of a phrase, lower case, or "". */
export function caseOf(annotated: AnnotatedReport, token: number): string {
  const { deprels, children, tokens } = annotated;
  const marker = children[token]?.find((child) => deprels[child] === "case" && child < token);
  return marker === undefined ? "" : tokens[marker]!.text.toLowerCase();
}
