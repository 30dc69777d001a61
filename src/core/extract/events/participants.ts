import { behindDateline } from "../../annotate/dateline.ts";
import type { AnnotatedReport } from "../../annotate/layers.ts";
import { textOf } from "../../text/span.ts";
import type { EventCandidate, EventType, ParticipantRole } from "../candidates.ts";
import {
  agentOf,
  antecedentOf,
  childrenOf,
  firstDependent,
  headOf,
  isPassive,
  lemmaOf,
  patientOf,
  phraseSpan,
  prepositionOf,
  relationOf,
  subjectOf,
  withConjuncts,
  wordOf,
} from "./grammar.ts";
import { isPersonal, nameAt } from "./personal.ts";
import { isPlaceHead } from "./places.ts";
import type { Trigger } from "./triggers.ts";

type Participant = EventCandidate["participants"][number];
type Add = (role: ParticipantRole, head: number | null) => void;

/** Types whose grammatical subject has the event done to it: those who die or crash are no agents. */
const UNDERGONE: ReadonlySet<EventType> = new Set(["death", "injury", "accident", "disaster", "outbreak"]);
/** Types whose "X’s" names the one it is done to: "Ms Ray’s arrest". */
const DONE_TO: ReadonlySet<EventType> = new Set([
  "arrest",
  "verdict",
  "sentence",
  "release",
  "death",
  "injury",
  "rescue",
  "charge",
]);

/** Types whose "on" names what they are done to: "the ban on the group". */
const ABOUT_ON: ReadonlySet<EventType> = new Set(["law", "attack", "strike-military", "ruling", "sanction"]);

/** Verbs that only carry the noun that names the event: their subject is its agent. */
const LIGHT_VERBS = new Set(
  "hold stage organise organize plan make launch take attend join send issue give deliver bring file lodge lose win carry conduct lead call begin start host impose announce mount pursue proceed go continue publish write sign reach enter pass".split(
    " ",
  ),
);
/** Verbs whose subject has the event done to it: "faces charges". */
const UNDERGOING_VERBS = new Set("face suffer receive await undergo serve sustain".split(" "));

/** Who takes part, by the syntax of the trigger, in text order; each has the head of its noun phrase. */
export function participantsOf(
  annotated: AnnotatedReport,
  trigger: Trigger,
  timeTokens: ReadonlySet<number>,
): Participant[] {
  const found = new Map<number, Participant>();
  const add: Add = (role, head) => {
    if (head === null || isNobody(annotated, head) || head < behindDateline(annotated, annotated.sentenceOf[head]!))
      return;
    // "voted 14 to 9": how many, and not whom.
    if (trigger.type === "vote" && annotated.upos[head] === "NUM") return;
    for (const conjunct of withConjuncts(annotated, head)) {
      const token = namedAfter(annotated, conjunct);
      if (found.has(token) || token === trigger.head || timeTokens.has(token) || !isNominal(annotated, token)) continue;
      if (token >= trigger.first && token <= trigger.last) continue;
      found.set(token, { role, span: phraseSpan(annotated, token), head: token });
    }
  };
  if (trigger.shape === "verb") addOfVerb(annotated, trigger, add);
  else addOfNoun(annotated, trigger, add);
  return [...found.values()].sort((a, b) => a.head - b.head);
}

/** "not known how many people were hurt", "no staff were hurt": asked for or ruled out, nobody who takes part. */
function isNobody(annotated: AnnotatedReport, head: number): boolean {
  return /^(?:how (?:many|much)|which|what|whose|no) /i.test(
    textOf(annotated.report.text, phraseSpan(annotated, head)),
  );
}

/** "its co-founder Huda Ray": the name that follows a description at once is who takes part. */
function namedAfter(annotated: AnnotatedReport, token: number): number {
  if (annotated.upos[token] !== "NOUN") return token;
  const name = nameAt(annotated, token + 1);
  if (name === null || name.kind !== "person" || name.firstToken !== token + 1) return token;
  for (let at = name.firstToken; at < name.endToken; at++) {
    const head = headOf(annotated, at);
    if (head < name.firstToken || head >= name.endToken) return at;
  }
  return token;
}

function isNominal(annotated: AnnotatedReport, token: number): boolean {
  const upos = annotated.upos[token];
  if (upos !== "NOUN" && upos !== "PROPN" && upos !== "PRON" && upos !== "NUM" && upos !== "ADJ" && upos !== "DET")
    return false;
  return !/^(?:there|which|that|what|who|whom|it’s)$/.test(wordOf(annotated, token));
}

function addOfVerb(annotated: AnnotatedReport, trigger: Trigger, add: Add): void {
  const verb = trigger.head;
  const shot = shotDead(annotated, trigger);
  const patient = shot ?? patientOf(annotated, verb);
  const agent = isBereaved(annotated, trigger) ? null : (agentOf(annotated, verb) ?? responsibleFor(annotated, verb));
  if (trigger.type === "accident") addRunInto(annotated, verb, add);
  if (patient === null && UNDERGONE.has(trigger.type)) add("patient", agent);
  else add("agent", agent);
  add("patient", patient);
  for (let token = trigger.first; token <= trigger.last; token++) addObliques(annotated, token, add);
}

/** "shot dead | a farmer", where a parser loses the object. */
function shotDead(annotated: AnnotatedReport, { head, last }: Trigger): number | null {
  if (lemmaOf(annotated, head) !== "shoot" || wordOf(annotated, head + 1) !== "dead" || isPassive(annotated, head))
    return null;
  let token = Math.max(last, head + 1) + 1;
  let found: number | null = null;
  while (/^(?:DET|ADJ|NUM|NOUN|PROPN)$/.test(annotated.upos[token] ?? "")) {
    if (/^(?:NOUN|PROPN)$/.test(annotated.upos[token]!)) found = token;
    token++;
  }
  return found;
}

/** "lost his wife": who did so did nothing. */
function isBereaved(annotated: AnnotatedReport, { type, head }: Trigger): boolean {
  return type === "death" && lemmaOf(annotated, head) === "lose";
}

/** "ploughed into | a cyclist" */
function addRunInto(annotated: AnnotatedReport, verb: number, add: Add): void {
  for (const child of childrenOf(annotated, verb)) {
    if (
      relationOf(annotated, child) === "obl" &&
      prepositionOf(annotated, child) === "into" &&
      isPersonal(annotated, child)
    )
      add("patient", child);
  }
}

/** Phrases with a preposition that tells the role. */
function addObliques(annotated: AnnotatedReport, token: number, add: Add): void {
  for (const child of childrenOf(annotated, token)) {
    const relation = relationOf(annotated, child);
    if (relation === "iobj") add("patient", child);
    if (relation !== "obl" && relation !== "nmod") continue;
    switch (prepositionOf(annotated, child)) {
      case "by":
        // "voted by 143 to 38", "by 3%", "by six votes to two"
        if (annotated.upos[child] !== "NUM" && !MEASURE.test(lemmaOf(annotated, child))) add("agent", child);
        break;
      case "to":
        // "extradited to France", "sentenced to life"
        if (isPlaceHead(annotated, child) && MOVING.test(lemmaOf(annotated, token))) break;
        if (TERM.test(lemmaOf(annotated, child))) break;
        add(isForum(annotated, child) ? "forum" : "patient", child);
        break;
      case "against":
        add(isForum(annotated, child) ? "forum" : "patient", child);
        break;
      case "with":
        if (annotated.upos[child] === "PROPN" || annotated.upos[child] === "PRON") add("other", child);
        break;
      case "over":
      case "about":
        if (!isPlaceHead(annotated, child)) add("topic", child);
        break;
      case "at":
      case "before":
      case "in":
        if (isForum(annotated, child)) add("forum", child);
        break;
    }
  }
}

const MEASURE = /^(?:%|vote|margin|majority|point|percentage|percent|degree|show|hour|day|week|month|year)$/;
const MOVING = /^(?:extradite|deport|transfer|move|return|evacuate|relocate|expel|fly|bring|rush|airlift)$/;
const TERM = /^(?:life|death|year|month|day|imprisonment|term)$/;

const FORUM =
  /^(?:court|courts|tribunal|bench|jury|parliament|assembly|senate|congress|magistrate|magistrates|commission|council|judge)$/;

function isForum(annotated: AnnotatedReport, token: number): boolean {
  return FORUM.test(lemmaOf(annotated, token)) || /\b[Cc]ourt\b/.test(nameText(annotated, token));
}

function nameText(annotated: AnnotatedReport, token: number): string {
  const name = nameAt(annotated, token);
  return name === null ? "" : annotated.report.text.slice(name.start, name.end);
}

function addOfNoun(annotated: AnnotatedReport, trigger: Trigger, add: Add): void {
  const noun = trigger.head;
  for (const child of childrenOf(annotated, noun)) {
    const relation = relationOf(annotated, child);
    if (annotated.deprels[child] === "nmod:poss") {
      if (isForum(annotated, child)) add("forum", child);
      else if (!isPlaceHead(annotated, child)) add(DONE_TO.has(trigger.type) ? "patient" : "agent", child);
    } else if (relation === "compound" || relation === "amod") {
      const kind = nameAt(annotated, child)?.kind;
      if (kind !== undefined && kind !== "place") add(isForum(annotated, child) ? "forum" : "agent", child);
    } else if (relation === "nmod") {
      const preposition = prepositionOf(annotated, child);
      if (
        (preposition === "on" && !SHOWN_ON.test(lemmaOf(annotated, child)) && ABOUT_ON.has(trigger.type)) ||
        (preposition === "of" && !isPlaceHead(annotated, child))
      )
        add("patient", child);
    } else if (relation === "acl" && annotated.xpos[child] === "VBG") {
      addOfGrant(annotated, child, add);
    }
  }
  if (!childrenOf(annotated, noun).some((child) => child < noun)) addOfNeighbours(annotated, noun, add);
  const about = ABOUT_ON.has(trigger.type) ? phraseAfterOn(annotated, noun) : null;
  if (about !== null && !SHOWN_ON.test(lemmaOf(annotated, about))) add("patient", about);
  addObliques(annotated, noun, add);
  addOfLightVerb(annotated, trigger, add);
}

/** "the attack on camera", "on social media": where it is seen or when it was. */
const SHOWN_ON =
  /^(?:media|medium|camera|video|film|footage|television|tv|tape|screen|cctv|twitter|facebook|youtube|telegram|instagram|tiktok|eve|night|morning|afternoon|evening|day|weekend|anniversary)$/;

/** "the ban on Cold Forge was lifted": the phrase right after "on", whatever a parser ties it to. */
function phraseAfterOn(annotated: AnnotatedReport, noun: number): number | null {
  if (wordOf(annotated, noun + 1) !== "on") return null;
  let at = noun + 2;
  while (annotated.upos[at] === "DET" || annotated.upos[at] === "ADJ") at++;
  if (annotated.sentenceOf[at] !== annotated.sentenceOf[noun] || !/^(?:NOUN|PROPN)$/.test(annotated.upos[at] ?? ""))
    return null;
  for (
    let steps = 0;
    steps < 4 && ["flat", "compound"].includes(relationOf(annotated, at)) && headOf(annotated, at) > noun;
    steps++
  ) {
    at = headOf(annotated, at);
  }
  return at;
}

/** "the ruling allowing Ms Ray to proceed": those whom it lets or forbids. */
function addOfGrant(annotated: AnnotatedReport, clause: number, add: Add): void {
  const object = firstDependent(annotated, clause, "obj");
  if (object === null) return;
  add("patient", antecedentOf(annotated, object, clause));
  const apposition = firstDependent(annotated, object, "appos");
  if (apposition !== null) add("patient", apposition);
}

/** "the High Court ruling allowing …" where a parser gave the noun no words of its own: the name right before it. */
function addOfNeighbours(annotated: AnnotatedReport, noun: number, add: Add): void {
  const before = noun - 1;
  const name = before < 0 ? null : nameAt(annotated, before);
  if (name !== null) add(isForum(annotated, before) ? "forum" : "agent", before);
  if (annotated.xpos[noun + 1] === "VBG" && annotated.sentenceOf[noun + 1] === annotated.sentenceOf[noun])
    addOfGrant(annotated, noun + 1, add);
}

function addOfLightVerb(annotated: AnnotatedReport, trigger: Trigger, add: Add): void {
  const noun = trigger.head;
  const verb = headOf(annotated, noun);
  if (verb < 0 || annotated.upos[verb] !== "VERB") return;
  const relation = relationOf(annotated, noun);
  const lemma = lemmaOf(annotated, verb);
  const preposition = prepositionOf(annotated, noun);
  const carried =
    relation === "obj" ||
    (relation === "obl" && (preposition === "in" || preposition === "with" || preposition === "on"));
  if (lemma === "announce" && relation === "obj" && isOnlyTold(annotated, trigger, verb)) return;
  // "lost his wife in the crash": who loses somebody in it does not carry it.
  const isIn = relation === "obl" && (lemma === "lose" || lemma === "win");
  if (LIGHT_VERBS.has(lemma) && !isIn && (carried || relation === "nsubj")) {
    add("agent", relation === "nsubj" ? agentOf(annotated, verb) : subjectOf(annotated, verb));
    if (relation === "obj") addObliques(annotated, verb, add);
  } else if (UNDERGOING_VERBS.has(lemma) && relation === "obj") {
    add("patient", subjectOf(annotated, verb));
  }
}

/** Types that a person who announces them seldom does alone: a release, an arrest, a death. */
const TOLD: ReadonlySet<EventType> = new Set<EventType>([
  "publish",
  "launch",
  "arrest",
  "charge",
  "death",
  "injury",
  "attack",
  "accident",
  "disaster",
  "release",
  "outbreak",
  "rescue",
  "evacuation",
]);

/** "Ms Ray announced the arrest of two men": she tells of it; a body that announces its own deed did it. */
function isOnlyTold(annotated: AnnotatedReport, { head, type }: Trigger, verb: number): boolean {
  if (!TOLD.has(type) || childrenOf(annotated, head).some((child) => annotated.deprels[child] === "nmod:poss"))
    return false;
  const subject = subjectOf(annotated, verb);
  if (subject === null) return false;
  return (
    nameAt(annotated, namedAfter(annotated, subject))?.kind === "person" ||
    /^(?:he|she)$/.test(wordOf(annotated, subject))
  );
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
