import type { AnnotatedReport } from "../../annotate/layers.ts";
import { MOVED_WORDS } from "../../lexicons/event-status-words.ts";
import {
  FORWARD_NOUNS,
  FORWARD_VERBS,
  IRREGULAR_PASTS,
  PLANNED_EVENTS,
  SCHEDULING_VERBS,
  UNPLANNED_EVENTS,
} from "../../lexicons/time-nouns.ts";

/** Which way from publication a date lies that does not say so, and how sure the words around it are. */
export interface Direction {
  readonly side: "past" | "future";
  /** 2: the verb it belongs to says so; 1: something near it does; 0: nothing does, and news looks back. */
  readonly strength: 0 | 1 | 2;
}

const UNKNOWN: Direction = { side: "past", strength: 0 };
/** Of what had been put on a day ("had planned a vote for Friday"), whatever the tenses around it. */
const EITHER: Direction = { side: "past", strength: 0 };
/** A sentence's tree is climbed no further than this, so that odd trees cost little. */
const MAX_STEPS = 14;
/** How many tokens on either side are looked at for a tense where the tree shows none. */
const WINDOW = 12;
const NOMINAL = /^(?:nsubj|obj|iobj|obl|nmod|compound|flat|appos)(?::|$)/;
/** In the present tense these tell of what has been said. */
const REPORTING: ReadonlySet<string> = new Set(["say", "tell", "report", "write", "show", "add"]);
const WAS: ReadonlySet<string> = new Set(["was", "were"]);
/** What is to be on a day. */
const DUE_ON: ReadonlySet<string> = new Set([
  "due",
  "scheduled",
  "rescheduled",
  "slated",
  "planned",
  "expected",
  "listed",
]);

/** What comes of a thing once it is over. */
const OUTCOMES: ReadonlySet<string> = new Set([
  "result",
  "results",
  "outcome",
  "aftermath",
  "wake",
  "winner",
  "winners",
]);

/** Reads the direction of the time expression over tokens `first` to `last` from the clause it stands in. */
export function readDirection(annotated: AnnotatedReport, first: number, last: number): Direction {
  const hint = hintOfPreposition(annotated, first);
  if (hint?.strength === 2) return hint;
  const scheduled = directionOfSchedule(annotated, first);
  if (scheduled !== null) return scheduled;
  const genitive = directionOfGenitive(annotated, last);
  if (genitive !== null) return genitive;
  // "October elections", "a Saturday rally": what is planned may lie on either side of its own clause's tense.
  const next = annotated.upos[last + 1] === "NOUN" && isPlanned(annotated, last + 1);
  // "the Jan. 16 blaze"
  if (isUnplanned(annotated, last + 1)) return { side: "past", strength: 2 };
  const climbed = climbToVerb(annotated, headOf(annotated, first, last), followsUnplanned(annotated, first));
  const isOpen = climbed === null || (climbed.strength === 0 && climbed !== EITHER);
  const verb = isOpen ? (nearestTense(annotated, first, last) ?? climbed) : climbed;
  if (verb === null) return hint ?? UNKNOWN;
  if (next && verb.side === "past") return { side: "past", strength: 0 };
  return hint === null ? verb : combine(hint, verb);
}

/** The first verb above that has a direction; an unplanned event met on the way up (an attack, a crash) lies in the past. */
function climbToVerb(annotated: AnnotatedReport, start: number, follows: boolean): Direction | null {
  let token = start;
  let event = follows;
  let things = 0;
  let planned = false;
  for (let step = 0; step < MAX_STEPS && token >= 0; step++) {
    const upos = annotated.upos[token];
    // A "verb" in the place of a noun ("attorneys sued") is one mistagged.
    const isVerb = (upos === "VERB" || upos === "AUX") && !NOMINAL.test(annotated.deprels[token]!);
    if (isVerb || hasCopula(annotated, token)) {
      const found = directionOfVerb(annotated, token, step, things);
      if (found !== null && event && found.side === "future") return { side: "past", strength: 1 };
      // "can win the election in November"
      if (found?.side === "future" && found.strength === 1 && planned && hasModal(annotated, token))
        return { side: "future", strength: 2 };
      if (found !== null) return found;
    } else if (isUnplanned(annotated, token)) event = true;
    else if (upos === "NOUN" && isPlanned(annotated, token)) planned = true;
    else if ((upos === "NOUN" || upos === "PROPN") && !isLength(annotated, token)) things++;
    token = annotated.heads[token]!;
  }
  return event ? { side: "past", strength: 2 } : null;
}

/** "runs for two days from Saturday" */
function isLength(annotated: AnnotatedReport, token: number): boolean {
  return /^(?:hour|day|night|week|month|year)s$/.test(wordOf(annotated, token));
}

function hasModal(annotated: AnnotatedReport, verb: number): boolean {
  return annotated.children[verb]!.some((child) => annotated.xpos[child] === "MD");
}

/** "to be postponed after the attack on Thursday": the day of the attack, whatever the tree hangs it on. */
function followsUnplanned(annotated: AnnotatedReport, first: number): boolean {
  const before = annotated.upos[first - 1] === "ADP" ? first - 2 : first - 1;
  return before >= 0 && isUnplanned(annotated, before);
}

function isUnplanned(annotated: AnnotatedReport, token: number): boolean {
  return annotated.upos[token] === "NOUN" && UNPLANNED_EVENTS.has(annotated.lemmas[token]?.toLowerCase() ?? "");
}

/**
 * "Wednesday's ruling" has been made; "Saturday's march" goes with its clause, unless that calls it off: what is told is
 * then mostly news of a day to come.
 */
function directionOfGenitive(annotated: AnnotatedReport, last: number): Direction | null {
  const mark = wordOf(annotated, last + 1);
  if (mark !== "'s" && mark !== "’s") return null;
  const end = Math.min(last + 6, annotated.tokens.length);
  for (let token = last + 2; token < end; token++) {
    // "Tuesday’s planned launch"
    if (DUE_ON.has(wordOf(annotated, token)) || /^(?:upcoming|forthcoming)$/.test(wordOf(annotated, token)))
      return { side: "future", strength: 2 };
    const upos = annotated.upos[token];
    if (upos !== "NOUN" && upos !== "PROPN") {
      if (upos === "ADJ" || upos === "NUM" || upos === "VERB" || upos === "PUNCT") continue;
      break;
    }
    if (isPlanned(annotated, token)) return isCalledOff(annotated, last) ? { side: "future", strength: 0 } : null;
  }
  return { side: "past", strength: 2 };
}

/** "Saturday’s sit-down was off", "Thursday’s debate, which the sponsor has dropped". */
function isCalledOff(annotated: AnnotatedReport, day: number): boolean {
  const sentence = annotated.sentences[annotated.sentenceOf[day] ?? -1];
  if (sentence === undefined) return false;
  const first = Math.max(sentence.firstToken, day - CALLED_OFF_REACH);
  return CALLED_OFF.test(spanOf(annotated, first, Math.min(sentence.endToken - 1, day + CALLED_OFF_REACH)));
}

/** Tokens on either side of the day. */
const CALLED_OFF_REACH = 12;
const CALLED_OFF =
  /\b(?:(?:is|are|was|were|called|calls|calling|call) off|off(?= :)|cancell?(?:ed|ing|s)?|dropped|scrapped|axed|shelved)\b/;

function isPlanned(annotated: AnnotatedReport, token: number): boolean {
  return (
    PLANNED_EVENTS.has(wordOf(annotated, token)) || PLANNED_EVENTS.has(annotated.lemmas[token]?.toLowerCase() ?? "")
  );
}

/**
 * The tense of the nearest word of the sentence that shows one by its form, for clauses whose tree is of no help.
 * Verbs without an ending of their own are left out.
 */
function nearestTense(annotated: AnnotatedReport, first: number, last: number): Direction | null {
  const sentence = annotated.sentences[annotated.sentenceOf[first] ?? -1];
  if (sentence === undefined) return null;
  for (let distance = 1; distance <= WINDOW; distance++) {
    for (const token of [first - distance, last + distance]) {
      if (token < sentence.firstToken || token >= sentence.endToken) continue;
      const word = wordOf(annotated, token);
      if (word === "will" || word === "shall" || word === "'ll" || word === "’ll")
        return { side: "future", strength: 1 };
      const xpos = annotated.xpos[token];
      if (
        xpos === "VBD" ||
        IRREGULAR_PASTS.has(word) ||
        word === "was" ||
        word === "were" ||
        word === "had" ||
        word === "did"
      ) {
        return { side: "past", strength: 1 };
      }
      if (word.length > 4 && word.endsWith("ed") && word !== "need" && xpos !== "JJ" && xpos !== "NNP") {
        return { side: "past", strength: 1 };
      }
    }
  }
  return null;
}

/** A sure verb wins over a sign of the preposition; where they differ, neither is sure any more. */
function combine(hint: Direction, verb: Direction): Direction {
  if (verb.strength === 0) return hint;
  return verb.strength === 2 && hint.side !== verb.side ? { side: verb.side, strength: 0 } : verb;
}

/** The token of the expression that hangs outside it. */
function headOf(annotated: AnnotatedReport, first: number, last: number): number {
  for (let token = last; token >= first; token--) {
    const head = annotated.heads[token]!;
    if (head < first || head > last)
      return head < 0 ? token : isMark(annotated, head) ? verbBefore(annotated, first) : head;
  }
  return -1;
}

function isMark(annotated: AnnotatedReport, token: number): boolean {
  return annotated.upos[token] === "PUNCT";
}

/** "would appear on 4 August." with the day tied to the full stop: the verb before it, no mark between; -1 for none. */
function verbBefore(annotated: AnnotatedReport, first: number): number {
  for (let token = first - 1; token >= Math.max(0, first - WINDOW); token--) {
    if (annotated.upos[token] === "VERB") return token;
    if (isMark(annotated, token) && wordOf(annotated, token) !== "'") return -1;
  }
  return -1;
}

function hintOfPreposition(annotated: AnnotatedReport, first: number): Direction | null {
  let at = first - 1;
  if (wordOf(annotated, at) === "the") at--;
  // "until at least Tuesday"
  if (wordOf(annotated, at) === "least" && wordOf(annotated, at - 1) === "at") at -= 2;
  const before = wordOf(annotated, at);
  const beforeThat = wordOf(annotated, at - 1);
  if (before === "as" && (beforeThat === "soon" || beforeThat === "early")) return { side: "future", strength: 2 };
  // "the results of Tuesday’s primaries will …"
  if (before === "of" && OUTCOMES.has(beforeThat)) return { side: "past", strength: 2 };
  if (before === "since") return { side: "past", strength: 2 };
  if (before === "of" && beforeThat === "ahead") return { side: "future", strength: 2 };
  if (
    before === "payable" ||
    before === "effective" ||
    before === "due" ||
    before === "starting" ||
    before === "beginning"
  ) {
    const isOpening = before === "starting" || before === "beginning";
    return { side: "future", strength: isOpening && !isOrderedBefore(annotated, at) ? 1 : 2 };
  }
  // "has until Monday to reply"
  if (before === "until" && /^(?:has|have)$/.test(beforeThat)) return { side: "future", strength: 2 };
  if (before === "until" || before === "till" || before === "by") return { side: "future", strength: 1 };
  return null;
}

/**
 * A verb that fixes days, standing close before, makes a day to come: "is due in court on Monday", "extended its deadline
 * until Tuesday". One that "was due" yesterday may have been due then.
 */
function directionOfSchedule(annotated: AnnotatedReport, first: number): Direction | null {
  const article = wordOf(annotated, first - 1) === "the" ? 1 : 0;
  const before = wordOf(annotated, first - 1 - article);
  const preposition = first - 1 - article;
  if (isCalledOccasion(annotated, preposition) || isAnnounced(annotated, preposition))
    return { side: "future", strength: 2 };
  if (/^(?:from|to)$/.test(before) && isMoved(annotated, preposition))
    return { side: "future", strength: before === "to" ? 2 : 1 };
  const isPreposition = ["until", "till", "to", "for", "on", "in", "by"].includes(before);
  if (!isPreposition && annotated.upos[first - 1 - article] !== "NOUN") return null;
  const until = before === "until" || before === "till";
  const fixing = isPreposition && before !== "on" && before !== "in";
  const sentence = annotated.sentences[annotated.sentenceOf[first] ?? -1];
  const from = Math.max(sentence?.firstToken ?? first, first - 10);
  for (let token = first - 1; token >= from; token--) {
    const word = wordOf(annotated, token);
    if (until && /^(?:given|gave|bailed|suspended|banned|barred)$/.test(word)) return { side: "future", strength: 2 };
    const isArranged = before === "for" && /^(?:organi[sz]ed|arranged|convened|called)$/.test(word);
    const isScheduling = fixing
      ? word === "due" || isArranged || isVerbOf(SCHEDULING_VERBS, annotated, token)
      : DUE_ON.has(word);
    // "set fire to", "set up": only "set for" and "set until" fix a day.
    if (!isScheduling || (word === "set" && before !== "for" && !until)) continue;
    const auxiliaries = [wordOf(annotated, token - 1), wordOf(annotated, token - 2)];
    if (auxiliaries.includes("had")) return null;
    return { side: "future", strength: auxiliaries.some((auxiliary) => WAS.has(auxiliary)) ? 1 : 2 };
  }
  return null;
}

/** Tokens between a call and the occasion that it is for: "called for a two-day general strike". */
const CALL_REACH = 6;

/** "has called a meeting | for Saturday", "called for a strike | on Wednesday": the day is that of what is to come. */
function isCalledOccasion(annotated: AnnotatedReport, preposition: number): boolean {
  const occasion = preposition - 1;
  if (!/^(?:on|for)$/.test(wordOf(annotated, preposition)) || !isPlanned(annotated, occasion)) return false;
  if (isSentTo(annotated, occasion)) return true;
  if (!/^\p{Lu}\p{Ll}+day$/u.test(annotated.tokens[preposition + 1]?.text ?? "")) return false;
  for (let token = occasion - 1; token >= Math.max(0, occasion - CALL_REACH); token--) {
    if (isMark(annotated, token)) return false;
    if (annotated.upos[token] !== "VERB") continue;
    return (
      /^(?:call|organi[sz]e|convene|propose)$/.test(annotated.lemmas[token]!) && wordOf(annotated, token - 1) !== "had"
    );
  }
  return false;
}

/** Tokens back to the verb of a day: "sent to Varley Crown Court for a hearing | on 9 January". */
const VERB_REACH = 10;

/** "ordered a single trial for both of them | starting 9 September". */
function isOrderedBefore(annotated: AnnotatedReport, opening: number): boolean {
  for (let token = opening - 1; token >= Math.max(0, opening - VERB_REACH); token--) {
    if (annotated.upos[token] === "PUNCT" && wordOf(annotated, token) !== ",") return false;
    if (annotated.upos[token] === "VERB")
      return /^(?:order|set|schedule|announce|plan|call|approve|impose|fix)$/.test(annotated.lemmas[token] ?? "");
  }
  return false;
}

/** "was sent to the Crown Court for a hearing | on 9 January", "bailed to return for a trial": the court will sit. */
function isSentTo(annotated: AnnotatedReport, occasion: number): boolean {
  let token = occasion - 1;
  while (token > 0 && ["DET", "ADJ", "NOUN"].includes(annotated.upos[token] ?? "")) token--;
  if (wordOf(annotated, token) !== "for") return false;
  for (let back = token - 1; back >= Math.max(0, token - VERB_REACH); back--) {
    if (isMark(annotated, back)) return false;
    if (annotated.upos[back] === "VERB")
      return /^(?:sent|remanded|committed|referred|bailed|listed|returned|summoned|ordered)$/.test(
        wordOf(annotated, back),
      );
  }
  return false;
}

/** "has announced a vigil on its playing field | on Saturday", "promised a rally": an occasion that is new is still to come. */
function isAnnounced(annotated: AnnotatedReport, preposition: number): boolean {
  if (!/^(?:on|for|at|from)$/.test(wordOf(annotated, preposition))) return false;
  let isNew = false;
  for (let token = preposition - 1; token >= Math.max(0, preposition - VERB_REACH); token--) {
    if (isMark(annotated, token)) return false;
    if (isPlanned(annotated, token)) {
      let opening = token - 1;
      while (opening > 0 && ["ADJ", "NOUN"].includes(annotated.upos[opening] ?? "")) opening--;
      isNew = /^an?$/.test(wordOf(annotated, opening));
    }
    if (annotated.upos[token] !== "VERB") continue;
    return isNew && ANNOUNCING.has(annotated.lemmas[token]!) && wordOf(annotated, token - 1) !== "had";
  }
  return false;
}

const ANNOUNCING: ReadonlySet<string> = new Set([
  "announce",
  "promise",
  "pledge",
  "plan",
  "propose",
  "threaten",
  "advertise",
]);

/** "brought forward from Sunday | to Saturday", "put back by five days, to 18 February". */
function isMoved(annotated: AnnotatedReport, preposition: number): boolean {
  return MOVED.test(spanOf(annotated, preposition - VERB_REACH, preposition - 1));
}

const MOVED = new RegExp(`\\b${MOVED_WORDS}\\b`);

function spanOf(annotated: AnnotatedReport, first: number, last: number): string {
  const words: string[] = [];
  for (let token = Math.max(0, first); token <= last; token++) words.push(wordOf(annotated, token));
  return words.join(" ");
}

function hasCopula(annotated: AnnotatedReport, token: number): boolean {
  return annotated.children[token]!.some((child) => annotated.deprels[child] === "cop");
}

/**
 * Tense and mood of a verb with its auxiliaries; `steps` is how far above the time expression it stands, `things` how many
 * nouns that name no planned event are between. Null when it has no tense of its own (participles), so that the next one
 * up decides.
 */
function directionOfVerb(annotated: AnnotatedReport, token: number, steps: number, things: number): Direction | null {
  const xpos = annotated.xpos[token]!;
  let past = xpos === "VBD" || (xpos !== "VBN" && IRREGULAR_PASTS.has(wordOf(annotated, token)));
  let perfect = false;
  let present = !past && (xpos === "VBZ" || xpos === "VBP");
  let infinitive = false;
  let isDue = false;
  let isSubjunctive = false;
  let auxiliaries = 0;
  for (const child of annotated.children[token]!) {
    const deprel = annotated.deprels[child]!;
    const word = wordOf(annotated, child);
    if (deprel === "mark" && word === "to") infinitive = true;
    if (!deprel.startsWith("aux") && deprel !== "cop") continue;
    auxiliaries++;
    if (word === "to") infinitive = true;
    if (word === "be") isSubjunctive = !infinitive && annotated.heads[token]! >= 0;
    if (word === "is" || word === "are") isDue = wordOf(annotated, child + 1) === "to";
    if (word === "will" || word === "shall" || word === "'ll" || word === "’ll" || word === "wo" || word === "ll") {
      return hasHave(annotated, token) ? { side: "past", strength: 1 } : { side: "future", strength: 2 };
    }
    // "on Tuesday his office would say only"
    if (
      word === "would" &&
      /^(?:say|comment|confirm|repeat|discuss|answer|elaborate|name|disclose|reveal)$/.test(annotated.lemmas[token]!)
    )
      return { side: "past", strength: 2 };
    if (["would", "could", "may", "might", "can", "should", "must"].includes(word)) {
      return hasHave(annotated, token)
        ? { side: "past", strength: 1 }
        : { side: "future", strength: word === "would" ? 2 : 1 };
    }
    if (word === "had" || word === "have" || word === "has" || word === "'ve" || word === "’ve") perfect = true;
    else if (word === "was" || word === "were" || word === "did") past = true;
    else if (
      word === "is" ||
      word === "are" ||
      word === "am" ||
      word === "'s" ||
      word === "’s" ||
      word === "'re" ||
      word === "’re" ||
      word === "do" ||
      word === "does"
    )
      present = true;
  }
  // "directed that it be joined to the others in February"
  if (isSubjunctive && isVerbOf(FORWARD_VERBS, annotated, annotated.heads[token]!))
    return { side: "future", strength: 2 };
  const forward = isVerbOf(FORWARD_VERBS, annotated, token);
  const scheduling = isVerbOf(SCHEDULING_VERBS, annotated, token);
  // "is to be heard on Thursday"
  if (infinitive && isDue) return { side: "future", strength: 2 };
  if (infinitive) return directionOfInfinitive(annotated, token);
  // “Ask me on Friday”
  const isImperative = xpos === "VB" && auxiliaries === 0 && annotated.deprels[token] === "root";
  if (isImperative && !annotated.children[token]!.some((child) => annotated.deprels[child]!.startsWith("nsubj")))
    return { side: "future", strength: 1 };
  // "adjourned on Friday" was so on it; "planned on Friday" will be.
  const isDoneOn = steps === 0 && PUTTING_OFF.has(annotated.lemmas[token]!);
  if (xpos === "VBN" && auxiliaries === 0) return { side: scheduling && !isDoneOn ? "future" : "past", strength: 1 };
  // The day of "agreed on Friday" is the verb's own; that of "agreed to a meeting on Friday" may be the meeting's.
  if ((past || perfect) && scheduling) return steps > 0 ? EITHER : UNKNOWN;
  if (past || perfect) return { side: "past", strength: forward && steps > 0 ? 1 : 2 };
  // "wrote on Monday requesting a seat at Wednesday's hearing"
  if (xpos === "VBG" && !present && forward && steps > 0) return { side: "future", strength: 1 };
  if (!present) return null;
  if (xpos === "VBG" || forward || scheduling) return { side: "future", strength: 1 };
  // "follows the decision in January": the date of a thing tells nothing of the verb's.
  if (things > 0 || isVerbOf(REPORTING, annotated, token)) return UNKNOWN;
  // A day that hangs on a verb of the present, or on its object, is on a timetable: "voters go to the polls on Thursday".
  return { side: "future", strength: steps <= 1 && annotated.upos[token] === "VERB" ? 2 : 1 };
}

/** Of the verbs that put a thing on a day, those whose "on" tells when that was done; "until" and "to" are read before. */
const PUTTING_OFF: ReadonlySet<string> = new Set([
  "adjourn",
  "postpone",
  "defer",
  "delay",
  "extend",
  "shelve",
  "reserve",
]);

/** "will have caused" looks back; "would petition a court to have him produced" does not. */
function hasHave(annotated: AnnotatedReport, verb: number): boolean {
  return annotated.children[verb]!.some((child) => child < verb && wordOf(annotated, child) === "have");
}

/** "plans to march on Saturday" looks ahead; "was forced to resign on Saturday" does not. */
function directionOfInfinitive(annotated: AnnotatedReport, token: number): Direction {
  const head = annotated.heads[token]!;
  if (head < 0) return { side: "future", strength: 1 };
  const upos = annotated.upos[head];
  if (upos !== "VERB" && upos !== "AUX") return { side: "future", strength: 1 };
  if (isVerbOf(FORWARD_VERBS, annotated, head)) {
    // "voted to close the school in August"
    if (/^(?:decide|vote|resolve)$/.test(annotated.lemmas[head]!)) return { side: "future", strength: 2 };
    // "He was expected to arrive on Monday", told on Tuesday, may have arrived.
    const told =
      annotated.xpos[head] === "VBD" || annotated.children[head]!.some((child) => WAS.has(wordOf(annotated, child)));
    return { side: "future", strength: told ? 1 : 2 };
  }
  if (annotated.children[head]!.some((child) => child > head && child < token && isForwardNoun(annotated, child)))
    return { side: "future", strength: 1 };
  const above = directionOfVerb(annotated, head, MAX_STEPS, 0);
  if (above === null || above.side === "future") return { side: "future", strength: 1 };
  return { side: "past", strength: 1 };
}

/** "refused a plea to postpone the march on Saturday": what was asked for was still to come. */
function isForwardNoun(annotated: AnnotatedReport, token: number): boolean {
  return annotated.upos[token] === "NOUN" && FORWARD_NOUNS.has(annotated.lemmas[token]!.toLowerCase());
}

/** By lemma, or by the word less its ending where the lemma is off. */
function isVerbOf(verbs: ReadonlySet<string>, annotated: AnnotatedReport, token: number): boolean {
  if (verbs.has(annotated.lemmas[token]!.toLowerCase())) return true;
  const word = wordOf(annotated, token);
  return word.endsWith("ed") && (verbs.has(word.slice(0, -1)) || verbs.has(word.slice(0, -2)));
}

function wordOf(annotated: AnnotatedReport, token: number): string {
  return annotated.tokens[token]?.text.toLowerCase() ?? "";
}
