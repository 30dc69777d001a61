import type { AnnotatedReport } from "../../annotate/layers.ts";
import { PUT_THINGS, SPOKEN_MODIFIERS, VESSELS_AND_PEOPLE, WORDS_THAT_HIT } from "../../lexicons/event-other-senses.ts";
import { JUDGES } from "../../lexicons/event-verbs.ts";
import type { EventType } from "../candidates.ts";
import {
  agentOf,
  childrenOf,
  firstDependent,
  headOf,
  isPassive,
  lemmaOf,
  patientOf,
  prepositionOf,
  relationOf,
  subjectOf,
  wordOf,
} from "./grammar.ts";
import { isPersonal, nameAt } from "./personal.ts";
import type { Trigger } from "./triggers.ts";

/**
 * True when the words stand in a sense that names no event of public life: "attacked her, calling her weak", "hurt its
 * name", "picked the boy up", "came under fire", "its appeal to voters", "they visit each year".
 */
export function isOtherSense(annotated: AnnotatedReport, trigger: Trigger): boolean {
  if (trigger.first !== trigger.last && trigger.producedBy === "events/phrase")
    return isOtherPhrase(annotated, trigger);
  if (isHabit(annotated, trigger) || isForbiddenKind(annotated, trigger)) return true;
  return trigger.shape === "verb" ? isOtherVerb(annotated, trigger) : isOtherNoun(annotated, trigger);
}

/** "put out the fire", "staff were let go", "took up the case": set phrases of two senses. */
function isOtherPhrase(annotated: AnnotatedReport, { first, head, type }: Trigger): boolean {
  const patient = patientOf(annotated, head) ?? patientOf(annotated, first);
  const lemma = patient === null ? "" : lemmaOf(annotated, patient);
  const words = annotated.lemmas.slice(first, first + 2).join(" ");
  if (words === "put out") return /^(?:fire|blaze|flame|inferno|bushfire|wildfire)$/.test(lemma);
  if (words === "let go") return type === "release" && EMPLOYED.test(lemma);
  // "She came down to the gate", "prices came down"
  if (words === "come down") {
    const fallen = subjectOf(annotated, first) ?? subjectOf(annotated, head);
    return fallen === null || isPersonal(annotated, fallen) || FALLING.test(lemmaOf(annotated, fallen));
  }
  return false;
}

/** What falls, or moves, and hurts nobody. */
const FALLING =
  /^(?:i|we|he|she|they|you|price|rate|cost|number|figure|level|inflation|tax|debt|fever|temperature|case|curtain|decision|verdict|word|order|line|rain|snow|resident|people|crowd|team|family)$/;

const EMPLOYED =
  /^(?:staff|worker|employee|teacher|journalist|reporter|executive|coach|manager|engineer|nurse|lecturer|director|people|job)$/;

/** "Time passed by". */
function isOfTime(annotated: AnnotatedReport, verb: number): boolean {
  const subject = subjectOf(annotated, verb);
  return subject !== null && /^(?:time|hour|day|week|month|year|moment)$/.test(lemmaOf(annotated, subject));
}

/** "The engine fired". */
function isOfThing(annotated: AnnotatedReport, verb: number): boolean {
  const subject = subjectOf(annotated, verb);
  return subject !== null && PUT_THINGS.has(lemmaOf(annotated, subject));
}

/** "Some visit regularly", "every crash teaches something", "each visit": no one event is told. */
function isHabit(annotated: AnnotatedReport, { head, shape, type }: Trigger): boolean {
  if (shape === "noun")
    return (
      !OF_LAW.has(type) &&
      childrenOf(annotated, head).some((child) => /^(?:each|every)$/.test(wordOf(annotated, child))) &&
      isUnderPresent(annotated, head)
    );
  if (!/^VB[PZ]$/.test(annotated.xpos[head] ?? "")) return false;
  return childrenOf(annotated, head).some((child) => HABIT.test(wordOf(annotated, child)));
}

/** "a ban on gatherings", "gatherings there are banned": what may not be held at large, and none that was held. */
function isForbiddenKind(annotated: AnnotatedReport, { head, shape }: Trigger): boolean {
  if (shape !== "noun" || annotated.xpos[head] !== "NNS") return false;
  const own = childrenOf(annotated, head);
  if (
    own.some(
      (child) => /^(?:det|nummod)$/.test(relationOf(annotated, child)) || annotated.deprels[child] === "nmod:poss",
    )
  )
    return false;
  const above = headOf(annotated, head);
  if (above < 0) return false;
  const lemma = lemmaOf(annotated, above);
  if (relationOf(annotated, head) === "nmod")
    return FORBIDDING_NOUNS.test(lemma) && /^(?:on|against|of)$/.test(prepositionOf(annotated, head) ?? "");
  if (FORBIDDING_VERBS.test(lemma)) return patientOf(annotated, above) === head;
  return relationOf(annotated, head) === "nsubj" && UNLAWFUL.test(lemma);
}

const FORBIDDING_NOUNS = /^(?:ban|order|prohibition|restriction|curb|moratorium|bar|injunction)$/;
const FORBIDDING_VERBS = /^(?:ban|bar|outlaw|prohibit|forbid|restrict|criminali[sz]e)$/;
const UNLAWFUL = /^(?:crime|offence|offense|illegal|unlawful)$/;

/** The verb above is of the present, or there is none. */
function isUnderPresent(annotated: AnnotatedReport, noun: number): boolean {
  let at = headOf(annotated, noun);
  for (let steps = 0; at >= 0 && steps < 6 && annotated.upos[at] !== "VERB"; steps++) at = headOf(annotated, at);
  if (at < 0 || annotated.upos[at] !== "VERB") return true;
  const hasAuxiliary = childrenOf(annotated, at).some((child) => relationOf(annotated, child) === "aux");
  return !hasAuxiliary && /^VB[PZ]?$/.test(annotated.xpos[at] ?? "");
}

/** "denied every charge": steps of law that are counted one by one. */
const OF_LAW: ReadonlySet<EventType> = new Set<EventType>([
  "charge",
  "plea",
  "verdict",
  "sentence",
  "ruling",
  "appeal",
  "lawsuit",
  "law",
  "arrest",
]);

const HABIT =
  /^(?:regularly|often|usually|routinely|frequently|typically|generally|sometimes|occasionally|always|rarely|seldom)$/;

/** "gave the occupiers until noon to quit", "notice to quit the building", "quit smoking" */
function isLeavingPlace(annotated: AnnotatedReport, verb: number, patient: number | null): boolean {
  const above = headOf(annotated, verb);
  if (above >= 0 && lemmaOf(annotated, above) === "notice") return true;
  const isGiven = above >= 0 && /^(?:give|tell|order)$/.test(lemmaOf(annotated, above));
  if (
    isGiven &&
    childrenOf(annotated, above).some((child) => /^(?:until|till|by)$/.test(prepositionOf(annotated, child) ?? ""))
  )
    return true;
  if (patient === null) return annotated.xpos[verb + 1] === "VBG";
  return annotated.xpos[patient] === "VBG" || PREMISES.test(lemmaOf(annotated, patient));
}

const PREMISES =
  /^(?:building|premise|premises|site|room|land|house|home|flat|camp|property|pool|square|area|scene|hall|field|farm|smoking|drinking|habit)$/;

/** Over whom somebody rules; a court rules on a matter, or that a thing is so. */
function isReign(annotated: AnnotatedReport, verb: number, patient: number | null): boolean {
  const ruler = subjectOf(annotated, verb);
  if (patient === null || isPassive(annotated, verb)) return false;
  if (childrenOf(annotated, verb).some((child) => /^[xc]comp$/.test(relationOf(annotated, child)))) return false;
  return ruler === null || !JUDGES.has(lemmaOf(annotated, ruler));
}

function isOtherVerb(annotated: AnnotatedReport, { head, type }: Trigger): boolean {
  const lemma = lemmaOf(annotated, head);
  const word = wordOf(annotated, head);
  const patient = patientOf(annotated, head);
  switch (lemma) {
    case "ram":
      // "ramped up", which a tagger takes for "rammed"
      return word.startsWith("ramp");
    case "pass":
      // "The march passed off without arrests", "time passed by"
      return isFollowedBy(annotated, head, /^off$/) || isOfTime(annotated, head);
    case "reserve":
      return type === "ruling";
    case "rule":
      // "ruled Zimbabwe for 37 years"
      return isReign(annotated, head, patient);
    case "attack":
    case "assault":
      return isSpoken(annotated, head, patient);
    case "hijack":
      return patient === null || isAbstract(annotated, patient);
    case "hurt":
    case "wound":
      return patient !== null && isAbstract(annotated, patient);
    case "shoot":
    case "fire":
      // "“If I leave, it’ll be in daylight,” he shot back."
      if (patient === null && wordOf(annotated, head + 1) === "back") return true;
      return (
        (patient === null ? isOfThing(annotated, head) : PUT_THINGS.has(lemmaOf(annotated, patient))) &&
        !isPassiveByForce(annotated, head)
      );
    case "pick":
      return (
        isFollowedBy(annotated, head, /^(?:up|out|off|apart|through|at|on)$/) ||
        (patient !== null && isUnnamedChild(annotated, patient))
      );
    case "name":
    case "choose":
    case "select":
      return type === "appoint" && wordOf(annotated, head + 1) === "in";
    case "succeed":
    case "replace": {
      const subject = isPassive(annotated, head) ? patient : subjectOf(annotated, head);
      return subject !== null && isAbstract(annotated, subject);
    }
    case "cite":
      return isPassive(annotated, head) ? isCitedAsSource(annotated, head) : !isCitedFor(annotated, head);
    case "dismiss":
    case "reject":
      return type === "ruling" && patient !== null && deniesWords(annotated, head, patient);
    case "hit":
    case "strike":
      if (isFollowedBy(annotated, head, /^off$/)) return true;
      return type === "accident" && isHitByWords(annotated, head);
    case "break":
      return type === "accident" && isFollowedBy(annotated, head, /^down$/) && isPersonalSubject(annotated, head);
    case "back":
      return isFollowedBy(annotated, head, /^(?:down|off|away|out|up)$/);
    case "kill":
    case "murder":
      return patient !== null && /^(?:us|me)$/.test(wordOf(annotated, patient)) && !isPassive(annotated, head);
    case "erupt": {
      const subject = subjectOf(annotated, head);
      return (
        subject !== null &&
        /^(?:row|anger|debate|scandal|crisis|dispute|laughter|applause|cheer|controversy|fury)$/.test(
          lemmaOf(annotated, subject),
        )
      );
    }
    case "burn":
      return isFollowedBy(annotated, head, /^through$/);
    case "collapse":
    case "crash": {
      const subject = subjectOf(annotated, head) ?? patient;
      return subject !== null && FALLING_APART.has(lemmaOf(annotated, subject));
    }
    case "come":
      return isFollowedBy(annotated, head, /^down$/) && isFollowedBy(annotated, head + 1, /^with$/);
    case "crush":
      return isBeaten(annotated, head, patient);
    case "spill":
      return (
        isFollowedBy(annotated, head, /^(?:over|out|into)$/) && (patient === null || isAbstract(annotated, patient))
      );
    case "steal":
      return (
        patient !== null &&
        /^(?:show|thunder|spotlight|headline|heart|scene|march|base)$/.test(lemmaOf(annotated, patient))
      );
    case "quit":
      return wordOf(annotated, head + 1) === "on" || isLeavingPlace(annotated, head, patient);
    case "win":
    case "lose":
      return type === "election" && isFollowedBy(annotated, head, /^over$/);
    case "charge":
      return isFollowedBy(annotated, head, /^up$/) || (type === "charge" && isPrice(annotated, head));
    case "appeal":
      return type === "appeal" && appealsToPeople(annotated, head);
    default:
      return false;
  }
}

function isPersonalSubject(annotated: AnnotatedReport, verb: number): boolean {
  const subject = subjectOf(annotated, verb);
  return subject !== null && isPersonal(annotated, subject);
}

/** "will charge £2 for parking" */
function isPrice(annotated: AnnotatedReport, verb: number): boolean {
  const words = annotated.tokens.slice(verb + 1, verb + 5).map(({ text }) => text);
  return /^(?:[\p{L}]+ ){0,2}(?:[£$€]|\d)/u.test(words.join(" ")) && !isPassive(annotated, verb);
}

/** What falls apart without a body that could be hurt. */
const FALLING_APART: ReadonlySet<string> = new Set(
  `talk negotiation ceasefire truce coalition government party currency market deal agreement economy price share stock bank company
  firm business regime trial case prosecution alliance marriage support confidence morale value system site server network website
  computer app vote majority campaign bid plan scheme project industry sector`.split(/\s+/),
);

/** What is tried out, and not tried. */
const TRIED_OUT =
  /^(?:drug|vaccine|treatment|therapy|technique|technology|device|system|scheme|software|method|medicine|pill|product|service|tool|app|procedure|test|version|design|approach|model|ticket|bus|train|scooter|bike|collection|route|lane|crossing|closure|service|opening)$/;

function isOtherNoun(annotated: AnnotatedReport, { head, type }: Trigger): boolean {
  const modifiers = childrenOf(annotated, head)
    .filter((child) => child < head && ["amod", "compound", "nmod"].includes(relationOf(annotated, child)))
    .map((child) => lemmaOf(annotated, child));
  const has = (lemmas: RegExp) => modifiers.some((lemma) => lemmas.test(lemma));
  switch (lemmaOf(annotated, head)) {
    case "attack":
    case "assault":
      return modifiers.some((lemma) => SPOKEN_MODIFIERS.has(lemma));
    case "indictment":
      return (
        modifiers.some((lemma) => SPOKEN_MODIFIERS.has(lemma)) || governs(annotated, head, /^(?:deliver|offer|read)$/)
      );
    case "fire":
      return prepositionOf(annotated, head) === "under" || governs(annotated, head, /^(?:draw|take|return|hold|open)$/);
    case "sentence":
      // "the first honest sentence in four weeks"; "the first sentence of six years" is one of a court.
      return (
        has(/^(?:first|second|last|opening|closing|honest|whole|complete|next|finished|spoken|written)$/) &&
        !isOfTerm(annotated, head)
      );
    case "arrest":
      return has(/^(?:respiratory|cardiac|heart)$/);
    case "crash":
      return has(/^(?:market|stock|price|bitcoin|currency|cryptocurrency|crypto|economic|financial|housing|flash)$/);
    case "trial":
      return (
        has(
          /^(?:clinical|drug|medical|pilot|field|vaccine|phase|randomi[sz]ed|early-stage|late-stage|human|safety|free|test|time)$/,
        ) || follows(annotated, head, "of", TRIED_OUT)
      );
    case "collapse":
      return follows(annotated, head, "of", new RegExp(`^(?:${[...FALLING_APART].join("|")})$`));
    case "accident":
      return wordOf(annotated, head + 1) === "and" && wordOf(annotated, head + 2) === "emergency";
    case "prosecution": {
      const verb = headOf(annotated, head);
      return (
        relationOf(annotated, head) === "nsubj" &&
        verb >= 0 &&
        /^(?:say|allege|claim|argue|call|tell|add|submit)$/.test(lemmaOf(annotated, verb))
      );
    }
    case "trip":
      return has(/^(?:round|ego|power|guilt)$/);
    case "damage":
      return wordOf(annotated, head) === "damages" && !isDone(annotated, head);
    case "conflict":
      return (
        has(/^(?:internal|inner|personal|potential|emotional)$/) ||
        follows(annotated, head, "of", /^interest$/) ||
        wordOf(annotated, head - 1) === "in"
      );
    case "claim":
    case "complaint": {
      const verb = headOf(annotated, head);
      return governs(annotated, head, /^(?:dismiss|reject)$/) && deniesWords(annotated, verb, head);
    }
    case "fight":
      return (
        ["for", "against", "over", "to"].includes(wordOf(annotated, head + 1)) ||
        has(/^(?:uphill|convention|floor|primary|title|legal|court)$/)
      );
    case "judgment":
    case "judgement":
      return type === "ruling" && isOnesOwnSense(annotated, head, modifiers);
    case "talk":
      return wordOf(annotated, head) === "talk";
    case "appeal":
      return (
        type === "appeal" &&
        (has(
          /^(?:online|public|urgent|charity|emergency|television|broad|popular|wide|enduring|crossover|universal|global|mainstream|sex)$/,
        ) ||
          appealsToPeople(annotated, head))
      );
    case "win":
    case "victory":
      return has(/^(?:prix|race|super|bowl|cup|league|game|title|match|season|playoff)$/);
    default:
      return false;
  }
}

/** "the first sentence of six years", "for fraud": a court’s. */
function isOfTerm(annotated: AnnotatedReport, noun: number): boolean {
  return childrenOf(annotated, noun).some(
    (child) => child > noun && /^(?:of|for|over|to|under)$/.test(prepositionOf(annotated, child) ?? ""),
  );
}

/** "attacked her record", "attacked him, calling him weak", "attacked her for saying so", "as naive" */
function isSpoken(annotated: AnnotatedReport, verb: number, patient: number | null): boolean {
  if (patient !== null && isAbstract(annotated, patient) && SPOKEN_OF.test(lemmaOf(annotated, patient))) return true;
  return childrenOf(annotated, verb).some((child) => {
    if (child < verb) return false;
    const relation = relationOf(annotated, child);
    if (relation === "advcl" && SAYING_IT.test(lemmaOf(annotated, child))) return true;
    if (
      relation === "advcl" &&
      prepositionOrMark(annotated, child) === "for" &&
      TAKING_SIDES.test(lemmaOf(annotated, child))
    )
      return true;
    return relation === "obl" && ["as", "over"].includes(prepositionOf(annotated, child) ?? "");
  });
}

function prepositionOrMark(annotated: AnnotatedReport, clause: number): string {
  const mark = firstDependent(annotated, clause, "mark", "case");
  return mark === null ? "" : wordOf(annotated, mark);
}

/** What a politician is attacked for: a headscarf may be what somebody is attacked for wearing. */
const TAKING_SIDES =
  /^(?:support|back|vote|oppose|fail|refuse|suggest|accept|say|call|take|propose|raise|flip|change|ignore|criticise|criticize|question|praise|defend|advocate|promote|endorse)$/;

const SAYING_IT = /^(?:call|say|accuse|blame|label|describe|brand|claim|argue|mock|denounce)$/;
const SPOKEN_OF =
  /^(?:record|plan|policy|proposal|idea|change|decision|law|bill|reform|position|stance|view|remark|comment|statement|speech|report|budget|deal|programme|program|idea|claim|argument|character|credibility|integrity|motive|problem|question|legacy|approach|strategy|agenda|system)$/;

/** A thing that can be neither wounded nor robbed: "the image", "our minds"; names and numbers are let be. */
function isAbstract(annotated: AnnotatedReport, token: number): boolean {
  if (annotated.upos[token] !== "NOUN" || isPersonal(annotated, token)) return false;
  return !VESSELS_AND_PEOPLE.has(lemmaOf(annotated, token)) && nameAt(annotated, token) === null;
}

function isFollowedBy(annotated: AnnotatedReport, verb: number, words: RegExp): boolean {
  return (
    childrenOf(annotated, verb).some(
      (child) =>
        child > verb &&
        child - verb < 6 &&
        relationOf(annotated, child) === "compound" &&
        words.test(wordOf(annotated, child)),
    ) || words.test(wordOf(annotated, verb + 1))
  );
}

function isPassiveByForce(annotated: AnnotatedReport, verb: number): boolean {
  const agent = isPassive(annotated, verb) ? agentOf(annotated, verb) : null;
  return agent !== null && isPersonal(annotated, agent);
}

/** "picked a young boy": nobody appoints a child. */
function isUnnamedChild(annotated: AnnotatedReport, patient: number): boolean {
  return /^(?:boy|girl|child|baby|toddler|infant)$/.test(lemmaOf(annotated, patient));
}

/** "an official cited by the Argus": quoted, and not charged. */
function isCitedAsSource(annotated: AnnotatedReport, verb: number): boolean {
  return (
    prepositionOfNext(annotated, verb) !== "for" &&
    (agentOf(annotated, verb) !== null || prepositionOfNext(annotated, verb) === "by")
  );
}

/** "cited three drivers for speeding"; who cites figures or officials charges nobody. */
function isCitedFor(annotated: AnnotatedReport, verb: number): boolean {
  return childrenOf(annotated, verb).some((child) => child > verb && prepositionOf(annotated, child) === "for");
}

/** "The minister dismissed the claim": said that it is not so, which no court has. */
function deniesWords(annotated: AnnotatedReport, verb: number, object: number): boolean {
  if (!/^(?:claim|charge|complaint|challenge)$/.test(lemmaOf(annotated, object))) return false;
  const subject = subjectOf(annotated, verb);
  return subject !== null && !isPassive(annotated, verb) && !DECIDING.has(lemmaOf(annotated, subject));
}

const DECIDING: ReadonlySet<string> = new Set([
  ...JUDGES,
  ..."ombudsman commission commissioner regulator board inspector watchdog authority".split(" "),
]);

function prepositionOfNext(annotated: AnnotatedReport, token: number): string {
  return wordOf(annotated, token + 1);
}

/** "hit with claims", "struck by criticism" */
function isHitByWords(annotated: AnnotatedReport, verb: number): boolean {
  return childrenOf(annotated, verb).some(
    (child) =>
      relationOf(annotated, child) === "obl" &&
      ["with", "by"].includes(prepositionOf(annotated, child) ?? "") &&
      WORDS_THAT_HIT.has(lemmaOf(annotated, child)),
  );
}

/** "crushed in Ayr", "crushed his rivals": beaten, or beats. */
function isBeaten(annotated: AnnotatedReport, verb: number, patient: number | null): boolean {
  if (isPassive(annotated, verb)) return false;
  const subject = subjectOf(annotated, verb);
  if (patient === null) return subject !== null && isPersonal(annotated, subject);
  return isAbstract(annotated, patient) || (subject !== null && isPersonal(annotated, subject));
}

/** "appeals to voters", "its appeal to the young": to no court. */
function appealsToPeople(annotated: AnnotatedReport, head: number): boolean {
  if (wordOf(annotated, head + 1) !== "to") return false;
  for (let token = head + 2; token < head + 10; token++) {
    if (annotated.sentenceOf[token] !== annotated.sentenceOf[head] || annotated.upos[token] === "PUNCT") break;
    if (COURTS.test(wordOf(annotated, token))) return false;
  }
  return true;
}

const COURTS =
  /^(?:court|courts|tribunal|judge|judges|justice|justices|bench|circuit|chamber|commission|council|lords|panel|board|inspectorate|ombudsman|authority|regulator|cas|minister|secretary|state)$/;

function governs(annotated: AnnotatedReport, noun: number, verbs: RegExp): boolean {
  const verb = headOf(annotated, noun);
  return verb >= 0 && relationOf(annotated, noun) === "obj" && verbs.test(lemmaOf(annotated, verb));
}

function follows(annotated: AnnotatedReport, noun: number, preposition: string, lemmas: RegExp): boolean {
  return childrenOf(annotated, noun).some(
    (child) => prepositionOf(annotated, child) === preposition && lemmas.test(lemmaOf(annotated, child)),
  );
}

/** "damages" that a storm did; those that are paid are money. */
function isDone(annotated: AnnotatedReport, noun: number): boolean {
  return governs(annotated, noun, /^(?:cause|do|suffer|sustain|inflict|repair|assess)$/);
}

/** "her judgment was poor", "use good judgment" */
function isOnesOwnSense(annotated: AnnotatedReport, noun: number, modifiers: readonly string[]): boolean {
  if (modifiers.some((lemma) => /^(?:good|bad|poor|sound|better|own|personal)$/.test(lemma))) return true;
  if (governs(annotated, noun, /^(?:use|exercise|question|trust|cloud|pass)$/)) return true;
  const owner = firstDependent(annotated, noun, "nmod");
  return (
    owner !== null &&
    annotated.deprels[owner] === "nmod:poss" &&
    /^(?:his|her|my|your|their|our)$/.test(wordOf(annotated, owner))
  );
}
