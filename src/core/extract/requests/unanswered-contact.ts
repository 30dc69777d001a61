import type { AnnotatedReport } from "../../annotate/layers.ts";
import { isNegated } from "../../annotate/negation.ts";
import { childrenOf, isPassive, lemmaOf, prepositionOf, relationOf, subjectOf, wordOf } from "../events/grammar.ts";

/** Nouns for what a report asks for. */
export const COMMENT: ReadonlySet<string> = new Set([
  "comment",
  "response",
  "reaction",
  "statement",
  "reply",
  "interview",
]);

const CONTACT = /^(?:call|message|email|e-mail|mail|text|voicemail|letter|query)$/;

/** "did not return | calls |", "did not answer | emails | to its office": ours, unless somebody else’s. */
export function isContactedBy(annotated: AnnotatedReport, verb: number): boolean {
  const contact = childrenOf(annotated, verb).find(
    (child) =>
      child > verb && /^(?:obj|obl)/.test(annotated.deprels[child]!) && CONTACT.test(lemmaOf(annotated, child)),
  );
  if (contact === undefined || isPassive(annotated, verb)) return false;
  // "calls for help" are none of a reporter's.
  if (wordOf(annotated, contact + 1) === "for" && !COMMENT.has(lemmaOf(annotated, contact + 2))) return false;
  return !childrenOf(annotated, contact).some(
    (child) =>
      (annotated.deprels[child] === "nmod:poss" && !/^(?:our|my)$/.test(wordOf(annotated, child))) ||
      (prepositionOf(annotated, child) === "from" && annotated.upos[child] === "PRON"),
  );
}

/** "did not pick up the phone", "has not got back to us", "ignored three emails from the Echo", "hung up on us" */
export function isNotTaken(annotated: AnnotatedReport, verb: number): boolean {
  const rest = [1, 2, 3, 4].map((ahead) => wordOf(annotated, verb + ahead)).join(" ");
  switch (lemmaOf(annotated, verb)) {
    case "hang":
      return /^up on (?:us|me|a reporter|this)\b/.test(rest);
    case "ignore":
      return isContactedBy(annotated, verb) && childrenOf(annotated, verb).some((child) => isOurs(annotated, child));
    case "pick":
      return isUndone(annotated, verb) && /^up(?: [.;]| the (?:tele)?phone|$)/.test(rest.trimEnd());
    case "come":
      return isUndone(annotated, verb) && /^(?:to the (?:tele)?phone|back to (?:us|me|this))\b/.test(rest);
    default:
      return isUndone(annotated, verb) && /^back to (?:us|me|this)\b/.test(rest);
  }
}

/** "emails from the Echo", "our calls" */
function isOurs(annotated: AnnotatedReport, contact: number): boolean {
  return childrenOf(annotated, contact).some(
    (child) => prepositionOf(annotated, child) === "from" || /^(?:our|my)$/.test(wordOf(annotated, child)),
  );
}

/** "had no immediate comment", "offered no comment", "had nothing to say" */
export function hasNothingToSay(annotated: AnnotatedReport, verb: number): boolean {
  return childrenOf(annotated, verb).some((child) => {
    if (!annotated.deprels[child]!.startsWith("obj")) return false;
    if (lemmaOf(annotated, child) === "comment")
      return childrenOf(annotated, child).some((own) => wordOf(annotated, own) === "no");
    const isNothing = wordOf(annotated, child) === "nothing" && lemmaOf(annotated, verb) === "have";
    return isNothing && wordOf(annotated, child + 1) === "to" && /^(?:say|add)$/.test(wordOf(annotated, child + 2));
  });
}

export function hasWould(annotated: AnnotatedReport, verb: number): boolean {
  return childrenOf(annotated, verb).some((child) => /^(?:would|will|could|can|wo|ca)$/.test(wordOf(annotated, child)));
}

/** "said it would not comment", "we do not comment": words of its own, which are told as such. */
export function isSpoken(annotated: AnnotatedReport, verb: number): boolean {
  const subject = subjectOf(annotated, verb);
  return (
    /^(?:ccomp|xcomp)/.test(relationOf(annotated, verb)) ||
    subject === null ||
    /^(?:i|we)$/.test(wordOf(annotated, subject))
  );
}

/** "did not respond", "has yet to respond", "neither the firm nor its owner responded". */
export function isUndone(annotated: AnnotatedReport, verb: number): boolean {
  if (isNegated(annotated, verb)) return true;
  if (wordOf(annotated, verb - 1) === "to" && wordOf(annotated, verb - 2) === "yet") return true;
  const subject = subjectOf(annotated, verb);
  const before = subject === null ? [] : [1, 2, 3].map((back) => wordOf(annotated, subject - back));
  return before.includes("neither");
}
