import type { AnnotatedReport } from "../../annotate/layers.ts";
import {
  FAILING_VERBS,
  FULFILLED_VERBS,
  PLANNING_NOUNS,
  PLANNING_VERBS,
  RISKING_VERBS,
  UNCERTAIN_VERBS,
} from "../../lexicons/event-status-words.ts";
import type { EventStatus } from "../candidates.ts";
import { childrenOf, firstDependent, headOf, isPredicate, lemmaOf, relationOf, wordOf } from "./grammar.ts";
import { heldAs } from "./held-status.ts";
import { formOf, type VerbForm } from "./verb-form.ts";

/** Status that the verb's own form and its governors show; null when it is a plain past or present. */
export function verbStatus(annotated: AnnotatedReport, verb: number, depth: number): EventStatus | null {
  const form = formOf(annotated, verb);
  if (form.alleged) return "alleged";
  if (form.negated) return isToldNotTo(annotated, verb, form) ? "possible" : "denied";
  if (form.mark === "if" || form.mark === "unless" || form.mark === "whether") return "possible";
  if (form.mark === "before" && annotated.xpos[verb] === "VBG") return null;
  if (form.instead || isBeforeAnybody(annotated, verb, form)) return "possible";
  const relation = relationOf(annotated, verb);
  const head = headOf(annotated, verb);
  const awaited = isAwaited(annotated, head, form);
  if (awaited !== null) return awaited;
  if (isConditional(annotated, verb, form)) return "possible";
  // "hundreds would have died"
  if (form.would && form.perfect) return "possible";
  if (isYetTo(annotated, verb)) return "possible";
  if (form.future) return "planned";
  // "She would meet them on Friday, she said": the future of reported speech.
  if (form.would && (relation === "ccomp" || relation === "parataxis" || isFollowedBySaying(annotated, verb)))
    return "planned";
  if (form.modal || isDemanded(annotated, verb)) return "possible";
  if (form.infinitive && form.be) return "planned";
  if (head >= 0 && depth < 4) {
    const held = heldAs(annotated, verb, head, relation);
    if (held !== null) return held;
    if (relation === "xcomp" || (form.infinitive && (relation === "advcl" || relation === "ccomp")))
      return underVerb(annotated, verb, head, form, depth);
    // "stopped short of banning it"
    if (relation === "advcl" && lemmaOf(annotated, head) === "stop" && wordOf(annotated, head + 1) === "short")
      return underVerb(annotated, verb, head, form, depth);
    if (relation === "conj" && isPredicate(annotated, head) && form.bare && sameForm(annotated, verb, head))
      return verbStatus(annotated, head, depth + 1);
    if (relation === "acl" && form.infinitive) return underNoun(annotated, head);
    // "the chance of it bursting"
    const isGerund = annotated.xpos[verb] === "VBG" || wordOf(annotated, verb - 1) === "being";
    if (relation === "acl" && isGerund && /^(?:talk|idea|question|suggestion|thought)$/.test(lemmaOf(annotated, head)))
      return "possible";
    if (relation === "acl" && isGerund && CHANCES.test(lemmaOf(annotated, head))) return "possible";
    // "fans want the coach sacked"
    if (relation === "ccomp" && WANTING.test(lemmaOf(annotated, head)) && isWithoutTense(annotated, verb))
      return "possible";
    if (/^(?:ccomp|csubj|conj)/.test(relation) && isCountUnknown(annotated, verb, head)) return "possible";
    if (relation === "advcl" && annotated.xpos[verb] === "VBG" && annotated.upos[head] === "VERB")
      return verbStatus(annotated, head, depth + 1);
  }
  if (form.infinitive && !form.perfect && relation !== "root") return "possible";
  if (form.progressive) return "ongoing";
  return null;
}

/** "would go once the court had ruled", "will stay there until both have voted": it has not come to that. */
function isAwaited(annotated: AnnotatedReport, head: number, { mark, perfect }: VerbForm): EventStatus | null {
  if (!/^(?:once|until|till|when)$/.test(mark) || head < 0) return null;
  const above = formOf(annotated, head);
  if (!(above.would || above.future) || (mark === "when" && !perfect)) return null;
  return mark === "until" || mark === "till" ? "possible" : "planned";
}

/** "to act before somebody drowned": nobody has. */
function isBeforeAnybody(annotated: AnnotatedReport, verb: number, { mark }: VerbForm): boolean {
  const subject = mark === "before" ? firstDependent(annotated, verb, "nsubj") : null;
  return (
    subject !== null && /^(?:somebody|someone|anybody|anyone|anything|something)$/.test(wordOf(annotated, subject))
  );
}

/** "were told not to march": whether they did is open. */
function isToldNotTo(annotated: AnnotatedReport, verb: number, { infinitive }: VerbForm): boolean {
  const head = headOf(annotated, verb);
  const isUnder = head >= 0 && infinitive && /^(?:xcomp|ccomp|advcl)$/.test(relationOf(annotated, verb));
  return isUnder && TELLING_TO.test(lemmaOf(annotated, head));
}

const TELLING_TO =
  /^(?:tell|order|warn|urge|ask|advise|instruct|beg|plead|call|direct|command|encourage|remind|implore|want|request)$/;

/** "demanded that she | be | arrested": a bare "be" under no modal. */
export function isDemanded(annotated: AnnotatedReport, verb: number): boolean {
  const own = childrenOf(annotated, verb);
  return (
    /^(?:ccomp|xcomp)$/.test(relationOf(annotated, verb)) &&
    own.some((child) => wordOf(annotated, child) === "be" && /^(?:aux|cop)/.test(annotated.deprels[child]!)) &&
    !own.some((child) => annotated.xpos[child] === "MD" || wordOf(annotated, child) === "to")
  );
}

/** "If he finishes third, he wins", "he will resign if they ask": so only if. */
function isConditional(annotated: AnnotatedReport, verb: number, { future }: VerbForm): boolean {
  if (!future && !/^VB[PZ]$/.test(annotated.xpos[verb] ?? "")) return false;
  return childrenOf(annotated, verb).some((clause) => {
    // "If all goes well, it will …" is a plan.
    if (relationOf(annotated, clause) !== "advcl" || lemmaOf(annotated, clause) === "go") return false;
    const mark = childrenOf(annotated, clause).find((child) => relationOf(annotated, child) === "mark");
    return (
      mark !== undefined &&
      /^(?:if|unless)$/.test(wordOf(annotated, mark)) &&
      !/^(?:even|as)$/.test(wordOf(annotated, mark - 1))
    );
  });
}

/** "It was not known how many had been hurt": nobody, for all one knows; "unclear why he was arrested" says that he was. */
function isCountUnknown(annotated: AnnotatedReport, verb: number, above: number): boolean {
  const lemma = lemmaOf(annotated, above);
  const isOpen =
    /^(?:unclear|unknown|uncertain)$/.test(lemma) || (lemma === "know" && formOf(annotated, above).negated);
  if (!isOpen) return false;
  for (let token = above + 1; token < verb; token++)
    if (wordOf(annotated, token) === "how" && wordOf(annotated, token + 1) === "many") return true;
  return false;
}

const CHANCES = /^(?:chance|odds|odd|risk|threat|possibility|likelihood|prospect|danger|fear|hope)$/;

/** "has yet to vote", "has yet to be voted on" */
function isYetTo(annotated: AnnotatedReport, verb: number): boolean {
  let at = verb - 1;
  while (/^(?:be|have|been|\p{L}+ly)$/u.test(wordOf(annotated, at))) at--;
  return wordOf(annotated, at) === "to" && wordOf(annotated, at - 1) === "yet";
}

/** "The union would appeal, it said." */
function isFollowedBySaying(annotated: AnnotatedReport, verb: number): boolean {
  return childrenOf(annotated, verb).some(
    (child) =>
      relationOf(annotated, child) === "parataxis" &&
      /^(?:say|add|tell|announce|write)$/.test(lemmaOf(annotated, child)),
  );
}

/** Joined verbs share what stands before the first: "will march and sing", "were tried and jailed". */
function sameForm(annotated: AnnotatedReport, verb: number, head: number): boolean {
  return annotated.xpos[verb] === annotated.xpos[head];
}

/** "set to appeal", "threatened to strike", "refused to resign": the governing verb says whether it happens. */
function underVerb(
  annotated: AnnotatedReport,
  verb: number,
  head: number,
  form: VerbForm,
  depth: number,
): EventStatus | null {
  const lemma = lemmaOf(annotated, head);
  if (/^(?:accuse|allege|suspect)$/.test(lemma)) return "alleged";
  const upper = verbStatus(annotated, head, depth + 1);
  const negated = upper === "denied";
  if (FAILING_VERBS.has(lemma)) return negated ? upper : "denied";
  // "ruled out stepping down"
  if (lemma === "rule" && wordOf(annotated, head + 1) === "out") return negated ? "possible" : "denied";
  // "has until Friday to appeal", "had 28 days to appeal"; "had to appeal" is done.
  if (lemma === "have" && form.infinitive && verb > head + 2) return "possible";
  // "wants the charge dropped"
  if (WANTING.test(lemma) && /^(?:VB[DN]|JJ)$/.test(annotated.xpos[verb] ?? "") && isWithoutTense(annotated, verb))
    return "possible";
  if (UNCERTAIN_VERBS.has(lemma) && /^VB[DN]$/.test(annotated.xpos[verb] ?? "") && form.bare) return "possible";
  if (RISKING_VERBS.has(lemma) && annotated.xpos[verb] === "VBG" && upper === null) return "possible";
  if (!form.infinitive) return upper;
  // "was supposed to have been deported"
  if (form.perfect && lemma === "suppose") return "possible";
  // "is thought to have broken her ankle"
  if (form.perfect) return upper === "denied" ? "denied" : null;
  if (FULFILLED_VERBS.has(lemma) && lemma !== "go") return upper;
  if (negated) return "denied";
  if (lemma === "be") return "planned";
  if (lemma === "go" || PLANNING_VERBS.has(lemma))
    return upper === "possible" || upper === "alleged" ? upper : "planned";
  if (UNCERTAIN_VERBS.has(lemma)) return "possible";
  if (relationOf(annotated, verb) === "xcomp" && !(annotated.upos[head] === "VERB" || annotated.upos[head] === "ADJ"))
    return "planned";
  return upper === null ? "possible" : upper;
}

const WANTING = /^(?:want|like|need|demand)$/;

function isWithoutTense(annotated: AnnotatedReport, verb: number): boolean {
  return !childrenOf(annotated, verb).some(
    (child) => /^aux/.test(annotated.deprels[child]!) || wordOf(annotated, child) === "that",
  );
}

/** "plans to march", "a bid to oust him". */
function underNoun(annotated: AnnotatedReport, noun: number): EventStatus {
  const lemma = lemmaOf(annotated, noun);
  if (PLANNING_NOUNS.has(lemma) || lemma === "decision" || lemma === "agreement") return "planned";
  return "possible";
}
