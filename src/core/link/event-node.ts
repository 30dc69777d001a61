import type { TimeBound } from "../extract/candidates.ts";
import { isOpenBound } from "../extract/events/time-bound.ts";
import type { Event, Record } from "../record/record.ts";
import type { Span } from "../text/span.ts";
import { dayNumber } from "./calendar.ts";
import { contentWordsOf, normaliseName } from "./content-words.ts";
import { papersIn } from "./deeds.ts";
import type { ActorLinks } from "./link-actors.ts";
import { COURT_STEPS, courtsIn, isNone, measureOf, stageOf, stepKindOf } from "./step-kind.ts";
import { type StorySource, sentenceAt } from "./story-reports.ts";
import { bagWithout, EMPTY_BAG, type StoryWords, type WordBag } from "./story-words.ts";

export interface EventTime {
  /** ISO days. */
  readonly first: string;
  readonly last: string;
  /** TIMEX3 value. */
  readonly value: string;
  readonly bound: TimeBound | null;
  /** First and last in days since 1970. */
  readonly from: number;
  readonly to: number;
}

/** An event of one report with what comparing needs. */
export interface EventNode {
  readonly source: StorySource;
  readonly event: Event;
  readonly trigger: WordBag;
  readonly when: EventTime | null;
  /** Time on one side of which it lies ("before Friday"), where no other is told: no day to compare. */
  readonly bounded: EventTime | null;
  /** Story actors by what they did: agents and patients apart, others together. */
  readonly agents: ReadonlySet<string>;
  readonly patients: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** The calendar time nearest to it in its sentence, found to date it or not. */
  readonly soft: EventTime | null;
  /** Content words close to the trigger: "the second ballot at Eastgate". */
  readonly near: WordBag;
  /** Content words of its sentence, the trigger left out. */
  readonly context: WordBag;
  readonly sentence: number;
  /** Named as known ("the march", "their strike"), not told as news. */
  readonly definite: boolean;
  /** Events of a kind at large ("previous demonstrations", "further strikes"), never one event. */
  readonly general: boolean;
  /** Its sentence says that it was put off or moved, so that another day is no other event. */
  readonly moved: boolean;
  /** How many people it was done to or by, where one exact number is told: "Fourteen people were arrested". */
  readonly count: number | null;
  /** What its words say of its kind, where two kinds are never one step; null where they leave it open. */
  readonly kind: string | null;
  /** Which of several its words say it is ("preliminary", "second"), and which measure an order is of. */
  readonly stage: string | null;
  readonly measure: string | null;
  /** Kinds of papers that the words around a publication name: a film, a report. */
  readonly papers: ReadonlySet<string>;
  /** The persons whom a step of a prosecution concerns: who pleads, is charged, released, sentenced. */
  readonly accused: ReadonlySet<string>;
  /** Levels of the courts that its clause names. */
  readonly courts: ReadonlySet<string>;
  /** Told not to have been: "nobody was arrested", "no hearing". */
  readonly none: boolean;
  /** Content words of what somebody was charged with, admitted or was found guilty of. */
  readonly offence: WordBag;
  /** The day by which it had happened: that of the report that tells of it as news. Null for what is still to come. */
  readonly toldBy: number | null;
}

export function makeEventNode(
  source: StorySource,
  event: Event,
  actors: ActorLinks,
  times: ReadonlyMap<string, Record["timeExpressions"][number]>,
  storyWords: StoryWords,
): EventNode {
  const { text } = source.record.report;
  const told = toldTime(event, times);
  const isOpen = isOpenBound(event.bound);
  const inRole = (...roles: string[]) =>
    new Set(
      event.participants.flatMap(({ role, actor }) => (roles.includes(role) ? (actors.of(source, actor) ?? []) : [])),
    );
  const sentence = sentenceAt(source, event.trigger.start);
  const trigger = storyWords.bagOf(contentWordsOf(text.slice(event.trigger.start, event.trigger.end)));
  const span = source.sentences[sentence]?.span ?? event.trigger;
  const before = text.slice(Math.max(0, event.trigger.start - 24), event.trigger.start);
  return {
    source,
    event,
    trigger,
    when: isOpen ? null : told,
    bounded: isOpen ? told : null,
    agents: inRole("agent"),
    patients: inRole("patient"),
    others: inRole("forum", "topic", "other"),
    places: new Set(event.places.map(({ name }) => normaliseName(name))),
    soft: softTime(event, span, times),
    near: bagWithout(storyWords.bagOf(wordsNear(text, event.trigger)), trigger),
    context: bagWithout(storyWords.sentence(source, sentence), trigger),
    sentence,
    definite: DEFINITE.test(before),
    general: GENERAL.test(before) && /s$/i.test(text.slice(event.trigger.start, event.trigger.end)),
    moved: isMovable(event) && MOVED.test(text.slice(span.start, span.end)),
    count: countOf(source, event),
    kind: stepKindOf(
      event.type,
      text.slice(event.trigger.start, event.trigger.end),
      text.slice(event.trigger.end, Math.min(span.end, event.trigger.end + 16)),
    ),
    stage: stageOf(before),
    measure: measureOf(text.slice(event.trigger.start, event.trigger.end), before),
    papers: event.type === "publish" ? papersIn(aroundTrigger(text, event.trigger, span)) : NONE,
    accused: accusedOf(event, inRole, actors),
    courts: COURT_STEPS.has(event.type) ? courtsIn(text.slice(span.start, span.end)) : NONE,
    none: isNone(before),
    offence: OFFENCE_STEPS.has(event.type) ? storyWords.bagOf(offenceAfter(text, event.trigger, span)) : EMPTY_BAG,
    toldBy: event.status === "occurred" && !DEFINITE.test(before) ? source.dayNumber : null,
  };
}

function accusedOf(
  { type }: Event,
  inRole: (...roles: string[]) => ReadonlySet<string>,
  actors: ActorLinks,
): ReadonlySet<string> {
  const role = type === "plea" ? "agent" : OF_ACCUSED.has(type) ? "patient" : null;
  return role === null ? NONE : new Set([...inRole(role)].filter((actor) => isAccusable(actors.kindOf(actor), type)));
}

/** A company can plead and be charged; it cannot be arrested. */
function isAccusable(kind: string | null, type: Event["type"]): boolean {
  return kind === "person" || (kind === "organisation" && type === "plea");
}

const OF_ACCUSED: ReadonlySet<Event["type"]> = new Set<Event["type"]>([
  "arrest",
  "charge",
  "release",
  "verdict",
  "sentence",
]);

/** The one exact number of people that the report ties to the event; null for none, or for two that differ. */
function countOf(source: StorySource, { id }: Event): number | null {
  const counts = new Set(
    source.record.figures
      .filter(({ event, quantity, min }) => event === id && quantity === "exact" && min !== null)
      .filter(({ counts: what }) => PEOPLE.has(what))
      .map(({ min }) => min),
  );
  const [only] = counts;
  return counts.size === 1 && only !== undefined ? only : null;
}

const PEOPLE: ReadonlySet<string> = new Set(["people", "arrested", "injured", "dead", "missing", "affected"]);

const OFFENCE_STEPS: ReadonlySet<Event["type"]> = new Set<Event["type"]>(["charge", "plea", "verdict", "sentence"]);

/** "charged with criminal damage over the flooding", "pleaded guilty to affray": what follows up to the next mark. */
function offenceAfter(text: string, trigger: Span, sentence: Span): string[] {
  const found = OFFENCE.exec(text.slice(trigger.end, sentence.end));
  return found === null ? [] : contentWordsOf(found[1]!);
}

const OFFENCE =
  /^(?: (?:guilty|yesterday|today|on \p{Lu}\p{Ll}+day))*,? (?:with|of|to|under|over|for) ([^.,;:()—]{3,80})/u;

const NONE: ReadonlySet<string> = new Set();

const DEFINITE = /\b(?:the|this|that|these|those|its|his|her|their|[’']s)(?:\s+[\p{L}’'-]+)?\s+$/iu;

const GENERAL =
  /\b(?:previous|earlier|past|recent|future|further|other|similar|such|more|many|several)\s+(?:[\p{L}-]+\s+)?$/iu;

/** "asked them to postpone it" moves nothing. */
const MOVED =
  /\b(?:postponed|(?<!\bto )put (?:off|back)|moved|rescheduled|delayed|deferred|brought forward|switched|will not now|(?:will|(?:agreed|decided|voted|had|has|have|forced) to) (?:postpone|put (?:off|back)|move|reschedule|delay|defer|bring forward))\b/i;

function toldTime(event: Event, times: ReadonlyMap<string, Record["timeExpressions"][number]>): EventTime | null {
  const time = event.time === null ? undefined : times.get(event.time);
  if (!time?.range || time.value === null) return null;
  const end = event.until === null ? undefined : times.get(event.until);
  if (!end?.range || end.value === null) return makeTime(time.range, time.value, event.bound);
  const stretch = { first: time.range.first, last: end.range.last };
  return makeTime(stretch, `${time.value}/${end.value}`, event.bound);
}

function makeTime(
  range: { readonly first: string; readonly last: string },
  value: string,
  bound: TimeBound | null = null,
): EventTime {
  return { ...range, value, bound, from: dayNumber(range.first), to: dayNumber(range.last) };
}

/** What already happened cannot be put off. */
function isMovable({ status }: Event): boolean {
  return status === "planned" || status === "cancelled" || status === "possible";
}

/** Code units before and after the trigger that count as close. */
const NEAR = 45;

function aroundTrigger(text: string, { start, end }: Span, sentence: Span): string {
  return text.slice(Math.max(sentence.start, start - NEAR), Math.min(sentence.end, end + NEAR));
}

function wordsNear(text: string, { start, end }: Span): string[] {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  return [...contentWordsOf(before.slice(before.search(/\s|$/))), ...contentWordsOf(after.replace(/\S*$/, ""))];
}

/** The calendar time nearest to the trigger in its sentence, whether or not it was found to date the event. */
function softTime(
  event: Event,
  sentence: Span,
  times: ReadonlyMap<string, Record["timeExpressions"][number]>,
): EventTime | null {
  let best: { when: EventTime; gap: number } | null = null;
  for (const { id, span, range, value } of times.values()) {
    if (id === event.time && isOpenBound(event.bound)) continue;
    if (range === null || value === null || span.start < sentence.start || span.end > sentence.end) continue;
    const gap =
      span.end <= event.trigger.start ? event.trigger.start - span.end : Math.max(0, span.start - event.trigger.end);
    if (best === null || gap < best.gap) best = { when: makeTime(range, value), gap };
  }
  return best?.when ?? null;
}
