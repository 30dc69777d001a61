import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { Span } from "../../text/span.ts";
import type { EventCandidate, EventType, ParticipantRole } from "../candidates.ts";
import {
  agentOf,
  antecedentOf,
  childrenOf,
  firstDependent,
  headOf,
  lemmaOf,
  patientOf,
  phraseSpan,
  prepositionOf,
  relationOf,
  subjectOf,
  withConjuncts,
  wordOf,
} from "./grammar.ts";
import { nameAt } from "./personal.ts";
import { isPlaceHead } from "./places.ts";
import type { Trigger } from "./triggers.ts";

type Participant = EventCandidate["participants"][number];

/** Types whose grammatical subject has the event done to it: those who die, crash or are born by it are no agents. */
const UNDERGONE: ReadonlySet<EventType> = new Set(["death", "injury", "accident", "disaster", "outbreak"]);
const LIGHT_VERBS = new Set(
  "hold stage organise organize plan make launch take face attend join send issue give deliver bring file lose win have carry conduct lead call begin start see host impose announce mount pursue".split(
    " ",
  ),
);

/** Who takes part, by the syntax of the trigger; each is the head of a noun phrase. */
export function participantsOf(annotated: AnnotatedReport, trigger: Trigger): Participant[] {
  const found = new Map<number, Participant>();
  const add = (role: ParticipantRole, head: number | null): void => {
    if (head === null) return;
    for (const token of withConjuncts(annotated, head)) {
      if (found.has(token) || token === trigger.head || annotated.upos[token] === "VERB") continue;
      if (token >= trigger.first && token <= trigger.last) continue;
      if (wordOf(annotated, token) === "there" || wordOf(annotated, token) === "which") continue;
      found.set(token, { role, span: phraseSpan(annotated, token), head: token });
    }
  };
  if (trigger.shape === "verb") addOfVerb(annotated, trigger, add);
  else addOfNoun(annotated, trigger, add);
  return [...found.values()].sort((a, b) => a.head - b.head);
}

function addOfVerb(
  annotated: AnnotatedReport,
  trigger: Trigger,
  add: (role: ParticipantRole, head: number | null) => void,
): void {
  const verb = trigger.head;
  const patient = patientOf(annotated, verb);
  const agent = agentOf(annotated, verb) ?? responsibleFor(annotated, verb);
  if (patient === null && UNDERGONE.has(trigger.type)) add("patient", agent);
  else add("agent", agent);
  add("patient", patient);
  addObliques(annotated, verb, add);
}

function addObliques(
  annotated: AnnotatedReport,
  token: number,
  add: (role: ParticipantRole, head: number | null) => void,
): void {
  for (const child of childrenOf(annotated, token)) {
    const relation = relationOf(annotated, child);
    if (relation === "iobj") add("patient", child);
    if (relation !== "obl" && relation !== "nmod") continue;
    const preposition = prepositionOf(annotated, child);
    if (preposition === null) continue;
    if (isForum(annotated, child)) add("forum", child);
    else if (preposition === "by") add("agent", child);
    else if (preposition === "against" || preposition === "to")
      add("patient", isThing(annotated, child) ? child : child);
    else if (preposition === "with") add("other", child);
    else if ((preposition === "over" || preposition === "about") && nameAt(annotated, child)?.kind !== "place")
      add("topic", child);
  }
}

function isThing(annotated: AnnotatedReport, token: number): boolean {
  return annotated.upos[token] === "NOUN";
}

const COURT = /^(?:court|tribunal|bench|jury|parliament|assembly|senate|congress|commission|council)$/;

function isForum(annotated: AnnotatedReport, token: number): boolean {
  return COURT.test(lemmaOf(annotated, token)) || /\b[Cc]ourt\b/.test(nameText(annotated, token));
}

function nameText(annotated: AnnotatedReport, token: number): string {
  const name = nameAt(annotated, token);
  return name === null ? "" : annotated.report.text.slice(name.start, name.end);
}

function addOfNoun(
  annotated: AnnotatedReport,
  trigger: Trigger,
  add: (role: ParticipantRole, head: number | null) => void,
): void {
  const noun = trigger.head;
  for (const child of childrenOf(annotated, noun)) {
    const relation = relationOf(annotated, child);
    if (annotated.deprels[child] === "nmod:poss") {
      if (isForum(annotated, child)) add("forum", child);
      else if (!isPlaceHead(annotated, child))
        add(UNDERGONE.has(trigger.type) || trigger.type === "arrest" ? "patient" : "agent", child);
    } else if (
      relation === "compound" &&
      nameAt(annotated, child) !== null &&
      nameAt(annotated, child)!.kind !== "place"
    ) {
      add(isForum(annotated, child) ? "forum" : "agent", child);
    } else if (relation === "nmod") {
      const preposition = prepositionOf(annotated, child);
      if (preposition === "of" || preposition === "on") {
        if (!isPlaceHead(annotated, child) || preposition === "on") add("patient", child);
      }
    } else if (relation === "acl") {
      addOfDescribing(annotated, noun, child, add);
    }
  }
  addObliques(annotated, noun, add);
  const head = headOf(annotated, noun);
  if (
    head >= 0 &&
    annotated.upos[head] === "VERB" &&
    (relationOf(annotated, noun) === "obj" || LIGHT_VERBS.has(lemmaOf(annotated, head)))
  ) {
    if (LIGHT_VERBS.has(lemmaOf(annotated, head))) {
      add("agent", relationOf(annotated, noun) === "nsubj" ? agentOf(annotated, head) : subjectOf(annotated, head));
      addObliques(annotated, head, add);
    }
  }
}

/** "the ruling allowing Ms Ray to proceed": those whom the ruling lets or forbids. */
function addOfDescribing(
  annotated: AnnotatedReport,
  noun: number,
  clause: number,
  add: (role: ParticipantRole, head: number | null) => void,
): void {
  const object = firstDependent(annotated, clause, "obj");
  if (object !== null && annotated.xpos[clause] === "VBG") add("patient", antecedentOf(annotated, object, clause));
  void noun;
}

/** "claimed responsibility for an action in which two planes were damaged": the claimant is the agent of the damage. */
function responsibleFor(annotated: AnnotatedReport, verb: number): number | null {
  if (annotated.deprels[verb] !== "acl:relcl") return null;
  const deed = headOf(annotated, verb);
  const responsibility = deed < 0 ? -1 : headOf(annotated, deed);
  if (responsibility < 0) return null;
  const claim =
    lemmaOf(annotated, responsibility) === "responsibility" ? headOf(annotated, responsibility) : responsibility;
  if (claim < 0 || !/^(?:claim|admit|accept)$/.test(lemmaOf(annotated, claim))) return null;
  return subjectOf(annotated, claim);
}

export type { Span };
