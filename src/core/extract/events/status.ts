import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childOf } from "../../annotate/tree.ts";
import {
  ALLEGED_MODIFIERS,
  ALLEGING_NOUNS,
  CANCELLED_MODIFIERS,
  CANCELLING_VERBS,
  CARRYING_VERBS,
  CHARGING_VERBS,
  CLEARING_VERBS,
  DOUBTING_VERBS,
  FAILING_VERBS,
  FALSE_ADJECTIVES,
  FOILING_VERBS,
  FULFILLED_VERBS,
  HEARSAY_NOUNS,
  LASTING_NOUNS,
  ONGOING_MODIFIERS,
  PLANNED_MODIFIERS,
  PLANNING_NOUNS,
  PLANNING_VERBS,
  POSSIBLE_MODIFIERS,
  RISKING_VERBS,
  SCHEDULING_VERBS,
  UNCERTAIN_NOUNS,
  UNCERTAIN_VERBS,
} from "../../lexicons/event-status-words.ts";
import { textOf } from "../../text/span.ts";
import type { EventStatus, EventType, StatementCandidate, TimeExpression } from "../candidates.ts";
import {
  childrenOf,
  firstDependent,
  headOf,
  isPassive,
  isPredicate,
  lemmaOf,
  phraseSpan,
  prepositionOf,
  relationOf,
  subjectOf,
  wordOf,
} from "./grammar.ts";
import { isPersonal } from "./personal.ts";
import type { Trigger } from "./triggers.ts";
import { formOf, hasNo, type VerbForm } from "./verb-form.ts";

export interface ReadStatus {
  readonly status: EventStatus;
  /** False when nothing in the words says so and the status is only the usual one. */
  readonly shown: boolean;
}

/** The status of a trigger by tense, modals, negation and the words that plan, deny, doubt or call off. */
export function statusOf(
  annotated: AnnotatedReport,
  trigger: Trigger,
  time: TimeExpression | null,
  statement: StatementCandidate | null,
): ReadStatus {
  const read =
    trigger.shape === "verb"
      ? verbStatus(annotated, trigger.head, 0)
      : nounStatus(annotated, trigger.head, trigger.type);
  const status = read ?? "occurred";
  if (
    (status === "occurred" || status === "ongoing") &&
    !UNPLANNED.has(trigger.type) &&
    isAfterPublication(annotated, time)
  )
    return { status: "planned", shown: true };
  if (status === "occurred" && trigger.shape === "verb" && CALLING_OFF.has(lemmaOf(annotated, trigger.head))) {
    return { status: "cancelled", shown: true };
  }
  const known = trigger.shape === "noun" && isDefinite(annotated, trigger.head);
  if (
    status === "occurred" &&
    trigger.shape === "verb" &&
    (trigger.type === "attack" || isDeedOfSomebody(annotated, trigger.head)) &&
    isHearsay(annotated, trigger.head)
  )
    return { status: "alleged", shown: true };
  const isCharged = statement?.act === "allegation" || isOfProsecution(annotated, statement);
  if (status === "occurred" && isCharged && !known && isChargedWith(annotated, trigger))
    return { status: "alleged", shown: true };
  if (
    status === "occurred" &&
    trigger.shape === "verb" &&
    isWrongdoing(trigger) &&
    isBySuspect(annotated, trigger.head)
  )
    return { status: "alleged", shown: true };
  if ((status === "occurred" || status === "ongoing") && !known && isUnsaid(annotated, statement))
    return { status: "possible", shown: true };
  if (read === null && trigger.shape === "noun" && !known && isCalledFor(annotated, trigger.head))
    return { status: "possible", shown: true };
  if (
    read === null &&
    trigger.shape === "noun" &&
    LASTING_NOUNS.has(lemmaOf(annotated, trigger.head)) &&
    !isLongPast(annotated, time)
  ) {
    return { status: "ongoing", shown: false };
  }
  return { status, shown: read !== null || isBeforePublication(annotated, time) };
}

/** "would not confirm that it had shot him"; who would not say "who had shot him" takes it as known. */
function isUnsaid({ report }: AnnotatedReport, statement: StatementCandidate | null): boolean {
  const [first] = statement?.content ?? [];
  if (statement?.act !== "no-comment" || first === undefined) return false;
  return !/^[“"‘']?(?:who|whom|whose|why|how|where|when|what|which)\b/i.test(textOf(report.text, first));
}

/** Tokens that the call may stand before what it is for: "a call by the local MP, Farida Noakes, for a public inquiry". */
const CALL_REACH = 12;

/** "a call by the MP for an inquiry", whatever a parser makes of what stands between. */
function isCalledFor(annotated: AnnotatedReport, noun: number): boolean {
  const first = annotated.sentences[annotated.sentenceOf[noun]!]!.firstToken;
  const isFor = prepositionOf(annotated, noun) === "for" || isParticleFor(annotated, noun);
  for (let token = noun - 1; isFor && token >= Math.max(first, noun - CALL_REACH); token--) {
    if (annotated.upos[token] === "VERB")
      return /^(?:call|ask|push|campaign|press|plead|beg)$/.test(lemmaOf(annotated, token));
    if (
      annotated.upos[token] === "NOUN" &&
      /^(?:call|demand|request|plea|campaign|petition)$/.test(lemmaOf(annotated, token))
    )
      return true;
  }
  return false;
}

/** "called | for | a public inquiry", where a parser ties the "for" to the verb. */
function isParticleFor(annotated: AnnotatedReport, noun: number): boolean {
  let before = noun - 1;
  while (/^(?:DET|ADJ|NOUN|PROPN)$/.test(annotated.upos[before] ?? "")) before--;
  return wordOf(annotated, before) === "for";
}

/** Triggers that themselves say that something else does not take place. */
const CALLING_OFF: ReadonlySet<string> = new Set(["cancel", "scrap", "call"]);

/** Types that nobody puts on a calendar: a day ahead of publication is then a wrong reading of the day. */
const UNPLANNED: ReadonlySet<EventType> = new Set([
  "attack",
  "clash",
  "accident",
  "disaster",
  "death",
  "injury",
  "damage",
  "outbreak",
]);

const WRONGS: ReadonlySet<EventType> = new Set(["attack", "death", "damage", "injury", "clash"]);

function isWrongdoing({ type }: Trigger): boolean {
  return WRONGS.has(type);
}

/** What is charged, and not what its words take as known: "drew a pistol where the man fell", "before the board voted". */
function isChargedWith(annotated: AnnotatedReport, trigger: Trigger): boolean {
  if (trigger.shape === "noun") return isWrongdoing(trigger);
  const { head } = trigger;
  const mark = childrenOf(annotated, head).find((child) => child < head && BACKGROUND.test(wordOf(annotated, child)));
  const relation = annotated.deprels[head]!;
  if (mark !== undefined || relation === "acl:relcl") return false;
  return !(relation.startsWith("acl") && lemmaOf(annotated, headOf(annotated, head)) === "news");
}

const BACKGROUND = /^(?:before|after|when|while|where|since|because|once|as|who|which)$/;

/** What prosecutors, indictments and suits say is a charge, whatever verb they say it with. */
function isOfProsecution({ report }: AnnotatedReport, statement: StatementCandidate | null): boolean {
  return statement?.source != null && PROSECUTION.test(textOf(report.text, statement.source));
}

const PROSECUTION = /\b(?:prosecut(?:ors?|ion)|indictments?|lawsuits?|plaintiffs?|claimants?|charge sheet)\b/i;

/** "The alleged gunman killed three people": he did if he is the one. */
function isBySuspect(annotated: AnnotatedReport, verb: number): boolean {
  const agent = isPassive(annotated, verb) ? null : firstDependent(annotated, verb, "nsubj");
  return (
    agent !== null && childrenOf(annotated, agent).some((child) => ALLEGED_MODIFIERS.has(wordOf(annotated, child)))
  );
}

/** "A man is thought to have burned down | two barns": not so "a blast is reported to have killed twelve". */
function isDeedOfSomebody(annotated: AnnotatedReport, verb: number): boolean {
  const agent = subjectOf(annotated, verb);
  return agent !== null && childOf(annotated, verb, "obj") !== null && isPersonal(annotated, agent);
}

/** "Young men are said to have robbed him": a wrong on nobody’s word. */
function isHearsay(annotated: AnnotatedReport, verb: number): boolean {
  const head = headOf(annotated, verb);
  if (head < 0 || !/^(?:xcomp|ccomp)$/.test(relationOf(annotated, verb))) return false;
  // "came forward claiming to have been robbed"
  if (lemmaOf(annotated, head) === "claim") return true;
  if (!isPassive(annotated, head)) return false;
  return (
    HEARSAY.test(lemmaOf(annotated, head)) &&
    childrenOf(annotated, verb).some((child) => wordOf(annotated, child) === "have")
  );
}

const HEARSAY = /^(?:say|claim|rumou?r|report|believe|think|understand|presume)$/;

/** A year or month that was over when the report was printed. */
function isLongPast(annotated: AnnotatedReport, time: TimeExpression | null): boolean {
  return isBeforePublication(annotated, time) && /^\d{4}(?:-\d\d)?$/.test(time?.value ?? "");
}

function isBeforePublication(annotated: AnnotatedReport, time: TimeExpression | null): boolean {
  const published = annotated.report.publishedAt;
  return published !== null && time !== null && time.range !== null && time.range.last < published.slice(0, 10);
}

/**
 * A day ahead of publication that cannot be the event’s: nobody plans a crash, and "met" did not take place tomorrow. The
 * day was read wrongly or is something else’s.
 */
export function isImpossibleDay(
  annotated: AnnotatedReport,
  trigger: Trigger,
  time: TimeExpression | null,
  statement: StatementCandidate | null,
): boolean {
  if (!isAfterPublication(annotated, time)) return false;
  const isPast = trigger.shape === "verb" && annotated.xpos[trigger.head] === "VBD" && trigger.first === trigger.last;
  if (!isPast && !UNPLANNED.has(trigger.type)) return false;
  const { status } = statusOf(annotated, trigger, null, statement);
  return status === "occurred" || (status === "ongoing" && !isPast);
}

function isAfterPublication(annotated: AnnotatedReport, time: TimeExpression | null): boolean {
  const published = annotated.report.publishedAt;
  if (published === null || time === null || time.range === null) return false;
  return time.range.first > published.slice(0, 10);
}

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
    if (relation === "conj" && isPredicate(annotated, head) && form.bare && sameForm(annotated, verb, head))
      return verbStatus(annotated, head, depth + 1);
    if (relation === "acl" && form.infinitive) return underNoun(annotated, head, depth);
    // "the chance of it bursting"
    const isGerund = annotated.xpos[verb] === "VBG" || wordOf(annotated, verb - 1) === "being";
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
function isDemanded(annotated: AnnotatedReport, verb: number): boolean {
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

/** What the word above makes of a clause: "speculated that it had been hijacked", "suspected of killing", "rumours that". */
function heldAs(annotated: AnnotatedReport, verb: number, head: number, relation: string): EventStatus | null {
  const lemma = lemmaOf(annotated, head);
  if (lemma === "guilty") return wordOf(annotated, head - 1) === "not" ? "denied" : null;
  if (isUntrue(annotated, verb)) return "denied";
  const noun = nounOfThat(annotated, verb) ?? (isNoun(annotated, head) && relation === "acl" ? head : null);
  if (noun !== null) return heldByNoun(annotated, verb, noun);
  if (isNoun(annotated, head)) return null;
  if (
    /^(?:csubj|ccomp)/.test(relation) &&
    annotated.xpos[verb] !== "VB" &&
    FALSE_ADJECTIVES.has(wordOf(annotated, head))
  )
    return "denied";
  const isPast = /^(?:VB[DN]|JJ)$/.test(annotated.xpos[verb] ?? "");
  const isNext = relation === "advcl" && verb === head + 1;
  if (relation === "ccomp" || ((relation === "xcomp" || isNext) && isPast)) {
    // "is thought to have died in the fire" tells of a death; "is feared to have drowned" does not.
    const isThought = relation === "xcomp" && /^(?:think|believe|presume|assume|suppose)$/.test(lemma);
    if (DOUBTING_VERBS.has(lemma) && !(isThought && wordOf(annotated, verb - 1) === "have")) return "possible";
    if (lemma === "deny" || isSaidWrongly(annotated, head)) return "denied";
    if (/^(?:imply|insinuate)$/.test(lemma) || isUnconfirmedWord(annotated, head)) return "possible";
    // "claimed responsibility for an action in which planes were damaged"
    const claims = lemma === "claim" && childOf(annotated, head, "obj") === null;
    if (lemma === "allege" || claims) return "alleged";
  }
  if (annotated.xpos[verb] !== "VBG" || !/^(?:advcl|xcomp|obl)$/.test(relation)) return null;
  if (!childrenOf(annotated, verb).some((child) => /^(?:of|with|for|over)$/.test(wordOf(annotated, child))))
    return null;
  if (CLEARING_VERBS.has(lemma) || lemma === "innocent") return "denied";
  return CHARGING_VERBS.has(lemma) && !formOf(annotated, head).negated ? "alleged" : null;
}

/** "Unconfirmed reports suggest that" */
function isUnconfirmedWord(annotated: AnnotatedReport, saying: number): boolean {
  const subject = firstDependent(annotated, saying, "nsubj");
  return (
    subject !== null &&
    /\b(?:unconfirmed|unverified)\b/i.test(textOf(annotated.report.text, phraseSpan(annotated, subject)))
  );
}

/** "We reported that he had been jailed. This was incorrect." */
function isTakenBackNext({ report, sentences, sentenceOf }: AnnotatedReport, saying: number): boolean {
  const next = sentences[sentenceOf[saying]! + 1];
  if (next === undefined) return false;
  const words = textOf(report.text, next);
  return /^(?:In fact|This (?:was|is) (?:incorrect|wrong|not|untrue|an error)|That (?:was|is) (?:incorrect|wrong|not|untrue)|(?:It|He|She|They) (?:has|had|have|was|is|were|did) not\b)/.test(
    words,
  );
}

/** "It is not true that she was arrested", "it is wrong to say that she resigned" */
function isUntrue(annotated: AnnotatedReport, verb: number): boolean {
  const head = headOf(annotated, verb);
  const isSaid = /^(?:say|suggest|claim)$/.test(lemmaOf(annotated, head)) && wordOf(annotated, head - 1) === "to";
  const judged = isSaid ? headOf(annotated, head) : head;
  if (judged < 0 || !/^(?:ccomp|csubj)/.test(relationOf(annotated, verb))) return false;
  const word = wordOf(annotated, judged);
  if (isSaid && FALSE_ADJECTIVES.has(word)) return true;
  return (
    word === "true" &&
    childrenOf(annotated, judged).some((child) => /^(?:not|n['’]t|never)$/.test(wordOf(annotated, child)))
  );
}

/** "an earlier version wrongly said that" */
function isSaidWrongly(annotated: AnnotatedReport, saying: number): boolean {
  const subject = firstDependent(annotated, saying, "nsubj");
  const told = subject === null ? "" : textOf(annotated.report.text, phraseSpan(annotated, subject));
  if (/^we$/i.test(told) && isTakenBackNext(annotated, saying)) return true;
  if (
    /\b(?:earlier|previous|original) (?:version|edition|post|tweet|entry|alert|headline)\b|\b(?:hoax|fake|spoof)\b/i.test(
      told,
    )
  )
    return true;
  return childrenOf(annotated, saying).some((child) =>
    /^(?:incorrectly|wrongly|erroneously|falsely|mistakenly|inaccurately)$/.test(wordOf(annotated, child)),
  );
}

/** "rumours that he had resigned": the noun right before the "that" of the clause, whatever a parser hangs it on. */
function nounOfThat(annotated: AnnotatedReport, verb: number): number | null {
  const that = childrenOf(annotated, verb).find((child) => child < verb && wordOf(annotated, child) === "that");
  if (that === undefined || relationOf(annotated, that) !== "mark") return null;
  return isNoun(annotated, that - 1) ? that - 1 : null;
}

/** By either tag: "denied | claims | that it leaked". */
function isNoun(annotated: AnnotatedReport, token: number): boolean {
  return annotated.upos[token] === "NOUN" || /^NNS?$/.test(annotated.xpos[token] ?? "");
}

/** "on suspicion of stealing", "no evidence that he attacked", "dismissed reports that it had shelled the town". */
function heldByNoun(annotated: AnnotatedReport, verb: number, noun: number): EventStatus | null {
  const lemma = lemmaOf(annotated, noun);
  const above = headOf(annotated, noun);
  if (annotated.xpos[verb] === "VBG") {
    // "accused the rebels of shelling it": a parser may hang what they did on them.
    const isCharged =
      above >= 0 && CHARGING_VERBS.has(lemmaOf(annotated, above)) && wordOf(annotated, verb - 1) === "of";
    return ALLEGING_NOUNS.has(lemma) || isCharged ? "alleged" : null;
  }
  // "denied claims she had punched him"
  const isTensed =
    /^(?:VBD|VBZ|VBP)$/.test(annotated.xpos[verb] ?? "") ||
    childrenOf(annotated, verb).some((child) => /^(?:had|has|have|was|were|is)$/.test(wordOf(annotated, child)));
  const isClause =
    isTensed && firstDependent(annotated, verb, "nsubj") !== null && annotated.deprels[verb] !== "acl:relcl";
  if (!isClause && !childrenOf(annotated, verb).some((child) => wordOf(annotated, child) === "that")) return null;
  if (lemma === "impression" || isUnconfirmed(annotated, noun)) return "possible";
  const isStory = /^(?:report|idea|story|notion)$/.test(lemma);
  if (!isStory && !HEARSAY_NOUNS.has(lemma) && !ALLEGING_NOUNS.has(lemma)) return null;
  if (above >= 0 && (DISMISSING.test(lemmaOf(annotated, above)) || FALSE_ADJECTIVES.has(wordOf(annotated, above))))
    return "denied";
  if (ALLEGING_NOUNS.has(lemma)) return "alleged";
  if (isStory) return null;
  // "evidence that he attacked" says that he did; "no evidence" does not.
  return /^(?:evidence|proof|sign|indication)$/.test(lemma) && !hasNo(annotated, noun) ? null : "possible";
}

/** "unconfirmed reports that", "getting reports of" */
function isUnconfirmed(annotated: AnnotatedReport, noun: number): boolean {
  if (lemmaOf(annotated, noun) !== "report") return false;
  if (
    childrenOf(annotated, noun).some((child) =>
      /^(?:unconfirmed|unverified|conflicting|early|initial)$/.test(wordOf(annotated, child)),
    )
  )
    return true;
  return /^(?:get|receive|hear|see)$/.test(lemmaOf(annotated, headOf(annotated, noun)));
}

const DISMISSING = /^(?:dismiss|deny|reject|refute|rubbish|dispute|debunk|disprove)$/;

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
function underNoun(annotated: AnnotatedReport, noun: number, depth: number): EventStatus {
  const lemma = lemmaOf(annotated, noun);
  if (PLANNING_NOUNS.has(lemma) || lemma === "decision" || lemma === "agreement") return "planned";
  void depth;
  return "possible";
}

function nounStatus(annotated: AnnotatedReport, noun: number, type: EventType, depth: number = 0): EventStatus | null {
  const modified = modifierStatus(annotated, noun, type);
  if (modified === "planned") return whatBecame(annotated, noun, type);
  // "denied any attack"
  if (modified === "possible" && lemmaOf(annotated, headOf(annotated, noun)) === "deny") return "denied";
  if (modified !== null) return modified;
  const head = headOf(annotated, noun);
  if (head < 0) return null;
  const relation = relationOf(annotated, noun);
  if (relation === "conj") return depth < 8 ? nounStatus(annotated, head, type, depth + 1) : null;
  if (annotated.upos[head] === "VERB" || (annotated.upos[head] === "ADJ" && /^(?:nsubj|obl)$/.test(relation))) {
    return underPredicate(annotated, noun, head, relation, type);
  }
  // "Accidents could be on the verge of unfolding"
  if (relation === "nsubj" && !isDefinite(annotated, noun)) {
    const form = formOf(annotated, head);
    if (form.modal) return "possible";
    if (form.future) return "planned";
  }
  // "Thousands of deaths could be prevented": what is said of the number is said of them.
  if (relation === "nmod" && COUNTS.test(lemmaOf(annotated, head)) && prepositionOf(annotated, noun) === "of")
    return depth < 8 ? nounStatus(annotated, head, type, depth + 1) : null;
  if (relation === "nmod" || relation === "compound") return underNominal(annotated, noun, head, type);
  return null;
}

/** "The march planned for Saturday was called off", "the planned march never took place". */
function whatBecame(annotated: AnnotatedReport, noun: number, type: EventType): EventStatus {
  const verb = headOf(annotated, noun);
  if (verb < 0 || annotated.upos[verb] !== "VERB") return "planned";
  const relation = relationOf(annotated, noun);
  const status = underPredicate(annotated, noun, verb, relation, type);
  if (status === "cancelled" || status === "denied") return status;
  return relation === "nsubj" && comesToNothing(annotated, verb) ? "denied" : "planned";
}

/** "never took place", "did not go ahead" */
function comesToNothing(annotated: AnnotatedReport, verb: number): boolean {
  const lemma = lemmaOf(annotated, verb);
  const next = wordOf(annotated, verb + 1);
  const isOfIt =
    /^(?:happen|occur|materiali[sz]e)$/.test(lemma) ||
    (lemma === "take" && next === "place") ||
    (lemma === "go" && next === "ahead");
  return isOfIt && formOf(annotated, verb).negated;
}

const COUNTS =
  /^(?:hundred|thousand|million|dozen|score|number|majority|handful|series|wave|string|spate|day|night|week|weekend|month|round|hundreds|thousands|millions|dozens|scores)$/;

/** "ahead of elections", "in the run-up to a vote" */
function isAheadOf(annotated: AnnotatedReport, mark: number): boolean {
  const next = wordOf(annotated, mark + 1);
  const before = wordOf(annotated, mark - 1);
  switch (wordOf(annotated, mark)) {
    case "ahead":
      return next === "of";
    case "of":
      return before === "ahead";
    case "to":
      return before === "run-up";
    default:
      return false;
  }
}

function modifierStatus(annotated: AnnotatedReport, noun: number, type: EventType): EventStatus | null {
  for (const child of childrenOf(annotated, noun)) {
    const relation = relationOf(annotated, child);
    const word = wordOf(annotated, child);
    if (relation === "amod" || relation === "compound" || relation === "det") {
      if (ALLEGED_MODIFIERS.has(word)) return "alleged";
      if (PLANNED_MODIFIERS.has(word)) return "planned";
      if (POSSIBLE_MODIFIERS.has(word) && !(word === "any" && tookPlace(annotated, noun))) return "possible";
      if (ONGOING_MODIFIERS.has(word)) return "ongoing";
      if (CANCELLED_MODIFIERS.has(word)) return "cancelled";
      if (word === "no") return isUnderIf(annotated, noun) ? "possible" : "denied";
    }
    if (relation === "case" && word === "without") return "denied";
    if (relation === "case" && isAheadOf(annotated, child) && SCHEDULED_TYPES.has(type) && !isDefinite(annotated, noun))
      return "planned";
    if (relation === "case" && word === "pending") return "ongoing";
    if (relation === "case" && (word === "following" || word === "since" || word === "amid")) return "occurred";
    if (relation === "acl") {
      const lemma = lemmaOf(annotated, child);
      const described = formOf(annotated, child);
      if (described.alleged) return "alleged";
      if (CANCELLING_VERBS.has(lemma)) return described.infinitive ? "planned" : "cancelled";
      if (SCHEDULING_VERBS.has(lemma) && (isPassive(annotated, child) || annotated.xpos[child] === "VBN"))
        return "planned";
    }
  }
  return null;
}

/** "if no deal is reached" */
function isUnderIf(annotated: AnnotatedReport, noun: number): boolean {
  const verb = headOf(annotated, noun);
  return verb >= 0 && /^(?:if|unless|whether)$/.test(formOf(annotated, verb).mark);
}

/** "worse than any attack that struck the town" */
function tookPlace(annotated: AnnotatedReport, noun: number): boolean {
  return childrenOf(annotated, noun).some(
    (child) =>
      annotated.deprels[child] === "acl:relcl" &&
      annotated.xpos[child] === "VBD" &&
      /^(?:strike|hit|happen|occur|take|kill|injure|leave|plague|follow|shake|rock|claim)$/.test(
        lemmaOf(annotated, child),
      ),
  );
}

function underPredicate(
  annotated: AnnotatedReport,
  noun: number,
  verb: number,
  relation: string,
  type: EventType,
): EventStatus | null {
  const lemma = presentLemma(annotated, verb);
  const form = formOf(annotated, verb);
  const status = verbStatus(annotated, verb, 0);
  const core =
    relation === "obj" || relation === "nsubj" || (relation === "obl" && prepositionOf(annotated, noun) === "off");
  if (core && (CANCELLING_VERBS.has(lemma) || isCallingOff(annotated, verb, lemma))) {
    if (relation === "nsubj" && !isPassive(annotated, verb)) return null;
    // "asked that the charge be dropped": it has been brought.
    if (FILED.has(type) && status === "possible") return null;
    if (isDemanded(annotated, verb) || (status === "possible" && isPassive(annotated, verb))) return "planned";
    return status === null || form.perfect
      ? "cancelled"
      : status === "denied"
        ? "planned"
        : status === "possible"
          ? "planned"
          : "cancelled";
  }
  // "suspected of setting fire to it"
  if (lemma === "set" && relation === "obj" && /^(?:fire|light)$/.test(lemmaOf(annotated, noun))) return status;
  if (core && SCHEDULING_VERBS.has(lemma) && (relation === "obj" || isPassive(annotated, verb))) return "planned";
  if (core && lemma === "announce" && SCHEDULED_TYPES.has(type)) return "planned";
  if (relation === "obj" && UNCERTAIN_VERBS.has(lemma) && (DEMANDING.has(lemma) || !isDefinite(annotated, noun)))
    return "possible";
  const undergoes = relation === "obj" || (relation === "nsubj" && isPassive(annotated, verb));
  if (undergoes && FOILING_VERBS.has(lemma)) return status === null ? "denied" : status;
  if (undergoes && /^(?:suspect|fear|rumou?r)$/.test(lemma) && !isDefinite(annotated, noun)) return "possible";
  if (relation === "xcomp" && DOUBTING_VERBS.has(lemma)) return "possible";
  const definite = isDefinite(annotated, noun);
  if (undergoes && /^(?:avoid|prevent|escape|evade|rule|deny)$/.test(lemma)) {
    // Charges that somebody denies have been brought.
    if (definite || (lemma === "deny" && FILED.has(type))) return null;
    return status === "possible" || status === "planned" ? "possible" : "denied";
  }
  if (
    relation === "nsubj" &&
    (lemma === "continue" || lemma === "underway") &&
    /^VB[PZ]$/.test(annotated.xpos[verb] ?? "")
  )
    return "ongoing";
  const due = relation === "nsubj" ? DUE.get(wordOf(annotated, verb)) : undefined;
  if (due !== undefined) return due;
  // "a trial would answer that", "the launch would break a treaty"
  const isAhead = status === "possible" || status === "planned";
  if (relation === "nsubj" && form.would && !form.perfect && isAhead) {
    if (!definite) return "possible";
    if (type !== "strike" && SCHEDULED_TYPES.has(type) && !LASTING_NOUNS.has(lemmaOf(annotated, noun)))
      return "planned";
  }
  // "Applications will be heard in May" have been made.
  if (FILED.has(type) && /^(?:hear|consider|decide|review)$/.test(lemma)) return null;
  const faced = relation === "obj" && lemma === "face" ? FACED.get(type) : undefined;
  if (faced !== undefined && (status === null || status === "ongoing")) return faced;
  if (!definite && /^(?:if|unless|whether)$/.test(form.mark)) return "possible";
  // "After elections, we will …"
  if (!definite && form.future && SCHEDULED_TYPES.has(type) && prepositionOf(annotated, noun) === "after")
    return "planned";
  if (relation === "obl") return underOblique(annotated, noun, lemma, status, type);
  if (!core || (lemma === "make" && isMadeSo(annotated, verb, noun))) return null;
  // "accused of causing the deaths of six people": they died, whoever caused it.
  // "charged with breaking an order": it was made.
  if (status === "alleged" && CARRYING_VERBS.has(lemma) && (definite || lemma === "break")) return null;
  if (relation === "nsubj" && comesToNothing(annotated, verb)) return "denied";
  if (CARRYING_VERBS.has(lemma)) return status === "denied" && definite && relation === "nsubj" ? null : status;
  if (status === "ongoing") return definite ? null : status;
  // "Further charges may be laid"
  return definite || !undergoes ? null : status;
}

/** "postpones", which a tagger may leave as it is. */
function presentLemma(annotated: AnnotatedReport, verb: number): string {
  const lemma = lemmaOf(annotated, verb);
  return lemma.endsWith("s") && lemma === wordOf(annotated, verb) && CANCELLING_VERBS.has(lemma.slice(0, -1))
    ? lemma.slice(0, -1)
    : lemma;
}

/** "The decision is pending", "a strike is likely". */
const DUE: ReadonlyMap<string, EventStatus> = new Map<string, EventStatus>([
  ...["pending", "due", "imminent", "forthcoming"].map((word): [string, EventStatus] => [word, "planned"]),
  ...["loom", "looms", "looming"].map((word): [string, EventStatus] => [word, "planned"]),
  ...["likely", "likelier", "unlikely", "probable", "possible"].map((lemma): [string, EventStatus] => [
    lemma,
    "possible",
  ]),
]);

/** What is demanded has not come, be it "a" or "the resignation of the minister". */
const DEMANDING: ReadonlySet<string> = new Set(["demand", "request", "seek", "urge", "propose"]);

/** "Faces a life sentence", "faces trial": charges that somebody faces have been brought. */
const FACED: ReadonlyMap<EventType, EventStatus> = new Map([
  ["sentence", "possible"],
  ["sanction", "possible"],
  ["other", "possible"],
  ["hearing", "planned"],
]);

const FILED: ReadonlySet<EventType> = new Set(["lawsuit", "appeal", "charge"]);

/** "did not make the ballot unlawful" says something of the ballot, and not that there was none. */
function isMadeSo(annotated: AnnotatedReport, verb: number, noun: number): boolean {
  return childrenOf(annotated, verb).some((child) => child > noun && relationOf(annotated, child) === "xcomp");
}

const SCHEDULED_TYPES: ReadonlySet<EventType> = new Set([
  "protest",
  "strike",
  "election",
  "visit",
  "launch",
  "meeting",
  "talks",
  "vote",
  "hearing",
]);

/** Verbs that lay a wrong at somebody's door before a court has found it. */
const CHARGING: ReadonlySet<string> = new Set([...CHARGING_VERBS, "arrest", "try"]);

function underOblique(
  annotated: AnnotatedReport,
  noun: number,
  lemma: string,
  status: EventStatus | null,
  type: EventType,
): EventStatus | null {
  const preposition = prepositionOf(annotated, noun);
  if (preposition === "for" && (lemma === "call" || lemma === "ask" || lemma === "push" || lemma === "campaign"))
    return "possible";
  if (/^(?:for|against)$/.test(preposition ?? "") && /^(?:vote|ballot)$/.test(lemma)) return "possible";
  if (preposition === "of" && lemma === "warn") return "possible";
  if (preposition === "with" && lemma === "threaten") return "possible";
  // "a warrant was issued for his arrest"
  if (preposition === "for" && lemma === "issue") return "possible";
  // "bring drivers out on strike", "voted in favour of a strike"
  if (preposition === "on" && type === "strike" && (status === "possible" || status === "planned")) return status;
  if (preposition === "for" && (lemma === "run" || lemma === "prepare" || lemma === "plan" || lemma === "schedule"))
    return "planned";
  if (preposition === "for" && AWAITING.test(lemma) && SCHEDULED_TYPES.has(type) && status !== "denied")
    return "planned";
  if (preposition === "before" && status === "planned" && SCHEDULED_TYPES.has(type)) return "planned";
  if (preposition === "for" && RETURNING.test(lemma) && status !== null && status !== "denied") return "planned";
  // "asked them to return to talks", "is open to talks"
  if (preposition === "to" && !isDefinite(annotated, noun)) {
    if (/^(?:open|willing|ready|receptive|agreeable|averse)$/.test(lemma)) return "possible";
    if (/^(?:return|resume|go|come)$/.test(lemma) && (status === "possible" || status === "planned")) return status;
  }
  if (preposition === "on" && lemma === "vote") return status;
  const isOfWrong = preposition === "of" || preposition === "with" || preposition === "for";
  if (isOfWrong && CHARGING.has(lemma)) return isDefinite(annotated, noun) || !WRONGS.has(type) ? null : "alleged";
  if (preposition === "by" && !isDefinite(annotated, noun) && (status === "planned" || status === "possible"))
    return status;
  if (preposition !== "in" && preposition !== "to" && preposition !== "at" && preposition !== "with") return null;
  return CARRYING_VERBS.has(lemma) ? (status === "denied" ? null : status) : null;
}

/** "large crowds are expected for the launch" */
const AWAITING = /^(?:expect|brace|wait|await)$/;

/** "told them to come back in June for a full hearing" */
const RETURNING = /^(?:come|return|gather|meet|reconvene|travel|fly|go|head|arrive|leave|visit|convene|assemble|sit)$/;

/** "A charge of assault", "murder charges", "threat of a strike", "strike threat". */
function underNominal(annotated: AnnotatedReport, noun: number, head: number, type: EventType): EventStatus | null {
  const lemma = lemmaOf(annotated, head);
  const preposition = relationOf(annotated, noun) === "compound" ? "of" : prepositionOf(annotated, noun);
  if (ALLEGING_NOUNS.has(lemma) && preposition === "of")
    return isDefinite(annotated, noun) || (relationOf(annotated, noun) === "compound" && !WRONGS.has(type))
      ? null
      : "alleged";
  if (preposition !== "for" && preposition !== "of" && preposition !== "to" && preposition !== "against") return null;
  // "a request by the campaign for an order": the parser hangs the order on who asks.
  const above = headOf(annotated, head);
  if (preposition === "for" && /^(?:by|from)$/.test(prepositionOf(annotated, head) ?? "") && above >= 0) {
    if (UNCERTAIN_NOUNS.has(lemmaOf(annotated, above))) return "possible";
  }
  if (UNCERTAIN_NOUNS.has(lemma) && hasNo(annotated, head)) return "denied";
  // "waiting for possible victims of assault"
  if (childrenOf(annotated, head).some((child) => /^(?:possible|potential)$/.test(wordOf(annotated, child))))
    return "possible";
  if (preposition === "of" && isUnconfirmed(annotated, head)) return "possible";
  if (preposition === "of" && /^(?:favour|favor|support)$/.test(lemma) && !isDefinite(annotated, noun))
    return "possible";
  if (preposition === "for" && lemma === "warrant") return "possible";
  if (preposition === "to" && lemma === "right") return "possible";
  if (
    preposition === "against" &&
    /^(?:petition|campaign|protest|objection|case|plea)$/.test(lemma) &&
    PUT_TO.has(type)
  )
    return "possible";
  if (PLANNING_NOUNS.has(lemma)) return "planned";
  if (UNCERTAIN_NOUNS.has(lemma) || (preposition === "for" && /^(?:way|stage|door)$/.test(lemma))) return "possible";
  return null;
}

/** What may be planned and fought before it comes: a closure, a sale. */
const PUT_TO: ReadonlySet<EventType> = new Set<EventType>(["other", "law", "agreement"]);

function isCallingOff(annotated: AnnotatedReport, verb: number, lemma: string): boolean {
  if ((lemma === "call" || lemma === "put") && wordOf(annotated, verb + 1) === "off") return true;
  return (
    (lemma === "call" || lemma === "put") &&
    childrenOf(annotated, verb).some((child) => wordOf(annotated, child) === "off")
  );
}

/** "the rally", "that vote", "their strike", "September’s ballot": a mention of what was named or is known. */
export function isDefinite(annotated: AnnotatedReport, noun: number): boolean {
  return childrenOf(annotated, noun).some(
    (child) =>
      annotated.deprels[child] === "nmod:poss" || /^(?:the|this|that|these|those)$/.test(wordOf(annotated, child)),
  );
}
