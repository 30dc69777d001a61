import { GIVEN_AFTER, GIVEN_NOUNS, GIVING_PEOPLE, GIVING_VERBS } from "../lexicons/figure-givers.ts";
import type { Speaker } from "../record/record.ts";
import type { Span } from "../text/span.ts";
import { findSubject } from "./find-subject.ts";
import { type StorySource, sentenceAt } from "./story-reports.ts";

/**
 * Who gives a figure, by the words of its clause alone; null when they do not tell. It finds givers that no statement
 * holds, and tells two givers of one sentence apart.
 *
 * > | About 40 people were there, by the Courant’s count; the group claimed 90.
 *     ^^^^^^^^^^^^^^^              ^^^^^^^^^^^ giver
 */
export function findGiver(
  source: StorySource,
  figure: Span,
): { readonly giver: Speaker; readonly clause: Span } | null {
  const sentence = source.sentences[sentenceAt(source, figure.start)]?.span;
  if (sentence === undefined) return null;
  const clause = clauseOf(source, sentence, figure);
  const giver =
    giverBefore(source, clause, figure) ?? ownerBefore(source, clause, figure) ?? giverAfter(source, clause, figure);
  return giver === null ? null : { giver, clause };
}

/** Between marks, or "and", "but" with a subject of its own, that part what one giver says from what the next says. */
function clauseOf(source: StorySource, sentence: Span, figure: Span): Span {
  const { text } = source.record.report;
  let { start, end } = sentence;
  for (const match of text.slice(sentence.start, figure.start).matchAll(BREAK))
    start = sentence.start + match.index + match[0].length;
  start = joinedStart(text, start, figure.start);
  const next =
    /[;:—]\s|,? (?:and|but|while|whereas|though|although) (?:the |its |her |his |their |an? )?\p{L}[\p{L}’' ]{2,40},? (?:counted|reckoned|said|says|put|claimed|estimated|conceded)\b/u.exec(
      text.slice(figure.end, sentence.end),
    );
  if (next) end = figure.end + next.index;
  return { start, end };
}

/** "Scotland Yard reckoned at 900 and Plain Card put at 2,000": behind the "and" of two clauses, each with a verb that gives. */
function joinedStart(text: string, from: number, to: number): number {
  const written = text.slice(from, to);
  const joint = [...written.matchAll(JOINT)].findLast(({ index }) =>
    [written.slice(0, index), written.slice(index)].every((part) => GIVES.test(part)),
  );
  return joint ? from + joint.index + joint[0].length : from;
}

const JOINT = /\sand\s+(?=(?:the|its|his|her|their|an?)\s|\p{Lu})/gu;
const GIVING = `(?<![\\p{L}’'-])${GIVING_VERBS}(?![\\p{L}’'-])`;
const GIVES = new RegExp(GIVING, "iu");

const BREAK =
  /[;:—]\s+|,?\s(?:but|while|whereas|though|although)\s+|,\s+and\s+(?=(?:the|its|his|her|their|an?)\s|\p{Lu})/gu;

/** The most that may stand between the verb and its number: "put this morning’s turnout at". */
const LONGEST_REACH = 60;
const BEFORE = new RegExp(GIVING, "giu");

function giverBefore(source: StorySource, clause: Span, figure: Span): Speaker | null {
  const { text } = source.record.report;
  const written = text.slice(clause.start, figure.start);
  // "The data showed the existence of trillions": what is shown is no number.
  const found = [...written.matchAll(BEFORE)].findLast(
    ({ 0: verb, index }) => !/show/i.test(verb) || /^\s+(?:\p{L}+\s+)?$/u.test(written.slice(index + verb.length)),
  );
  if (!found) return null;
  const verb = { start: clause.start + found.index, end: clause.start + found.index + found[0].length };
  const between = text.slice(verb.end, figure.start);
  if (between.length > LONGEST_REACH || /[.,;:]|\b(?:that|who|which)\b/.test(between)) return null;
  if (TOLD_OF.test(text.slice(clause.start, verb.start))) return null;
  // "a report on 22,000 clients", "assaults recorded in the city": a noun, or what is told of the subject.
  if (/^\s+(?:of|on|in|into|by|from|for|during|since)\s/.test(between) && !/said$|says?$/i.test(found[0])) return null;
  if (/^ma[dk]/i.test(found[0]) && !/^\s+(?:\p{L}+\s+)?$/u.test(between)) return null;
  const words = text.slice(clause.start, verb.start);
  const subject = findSubject(source, clause, verb);
  // "The total reported casualties rose to 167".
  if (subject?.kind === "unnamed" && COUNTED.test(subject.description)) return null;
  return subject ?? describedAs(COLLECTIVE.exec(words) ?? CALLED.exec(words));
}

const COUNTED = /\b(?:totals?|numbers?|tolls?|counts?|figures?|tally|amounts?|sums?)$/iu;

/** "Local 88, which passed out the candles," of a clause whose subject no one of the report is known by. */
const CALLED = /^(\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}[\p{L}’'-]*|\d+|of|for|the)){1,5})(?:,[^,;]{2,60},)?\s+$/u;

const COLLECTIVE = new RegExp(`(?:^|[\\s,])(${GIVING_PEOPLE})\\s+$`, "iu");

function describedAs(found: RegExpExecArray | null): Speaker | null {
  return found ? { kind: "unnamed", description: found[1]! } : null;
}

/** "To claim", "is valued at": not what the subject gives. */
const TOLD_OF =
  /\b(?:to|is|was|are|were|be|been|being)\s+(?:(?:now|then|currently|officially|later|first|\p{L}+ly)\s+)?$/u;

const OWNED = new RegExp(`(?:[’']s?|\\bits|\\btheir|\\bhis|\\bher)\\s+${GIVEN_NOUNS}(?![\\p{L}’'-])`, "iu");
const COUNTED_BY = /\b(?:by|on|according to|going by)\s+(?:the\s+)?$/iu;

/** "Open Lathe’s own estimate, chalked on the wall, is £15,000", "the board’s receipt says 13,870", "the force’s count of 44". */
function ownerBefore(source: StorySource, clause: Span, figure: Span): Speaker | null {
  const { text } = source.record.report;
  const written = text.slice(clause.start, figure.start);
  const short = OWN.exec(written);
  if (short) {
    const owner = written.slice(0, short.index);
    return actorEndingAt(source, clause.start + short.index) ?? describedAs(DESCRIBED.exec(owner));
  }
  const found = OWNED.exec(written);
  if (!found) return null;
  const isOf = /^\s+of\s+$/u.test(written.slice(found.index + found[0].length));
  if (
    !isOf &&
    !/\b(?:is|was|are|were|ha[sd]|have|holds?|carries|says?|said|shows?|showed|gives?|gave|puts?|remains?|stands? at)\b/.test(
      written,
    )
  )
    return null;
  return (
    actorEndingAt(source, clause.start + found.index) ?? describedAs(DESCRIBED.exec(written.slice(0, found.index)))
  );
}

/** "The metro’s list has 352 households, the committee’s has 388". */
const OWN =
  /(?<=\p{L})[’']s?\s+(?:ha[sd]|is|was|says?|said|shows?|showed|gives?|gave)\s+(?:(?:only|about|around|nearer|over)\s+)?$/u;

/** "The custody service" of "the custody service’s figure is 19"; "the previous year’s" is nobody’s. */
const DESCRIBED =
  /(?:^|[\s,])((?:the|an?|its|his|her|their) (?:[\p{L}-]+ ){0,3}(?!(?:day|morning|night|week|weekend|month|quarter|season|year|decade)$)[\p{L}-]+)$/iu;

const AFTER = new RegExp(`,["”’']?\\s+(?:as\\s+)?([^,;:]{2,60}?)\\s+${GIVEN_AFTER}(?![\\p{L}’'-])`, "iu");

/** "…, by the operator’s reckoning", "…, the police now accept". */
function giverAfter(source: StorySource, clause: Span, figure: Span): Speaker | null {
  const { text } = source.record.report;
  const rest = text.slice(figure.end, clause.end);
  const owned = OWNED.exec(rest);
  if (owned) {
    const at = figure.end + owned.index;
    const owner = actorEndingAt(source, at);
    const first = owner === null ? -1 : mentionEndingAt(source, at)!.start;
    if (owner !== null && COUNTED_BY.test(text.slice(Math.max(figure.end, first - 16), first))) return owner;
  }
  // "Some 1,200 people by the police estimate, 2,000 by that of the council".
  const that = /^\s+by th(?:at|ose) of (?:the |an? )?/i.exec(rest);
  if (that) {
    const mention = mentionStartingAt(source, figure.end + that[0].length);
    if (mention !== null) return { kind: "resolved", actor: mention };
  }
  const named = AFTER.exec(rest);
  // "…, said her daughters wrote": what follows is what is said.
  if (
    !named ||
    !/^(?:$|["”’.,;:)]|\s+(?:on|in|at|last|this|yesterday|late|early|earlier)\b)/i.test(
      rest.slice(named.index + named[0].length),
    )
  )
    return null;
  const end = figure.end + named.index + named[0].indexOf(named[1]!) + named[1]!.length;
  return actorEndingAt(source, end) ?? describedAs(AFTERWARDS.exec(named[1]!));
}

/** "…, the police now accept". */
const AFTERWARDS = new RegExp(`^((?:the|an?) (?:[\\p{L}-]+ ){0,2}[\\p{L}-]+|${GIVING_PEOPLE})$`, "iu");

function mentionStartingAt(source: StorySource, start: number): string | null {
  const found = source.record.actors.find(({ mentions }) => mentions.some((one) => Math.abs(one.start - start) <= 4));
  return found?.id ?? null;
}

function actorEndingAt(source: StorySource, end: number): Speaker | null {
  const found = mentionEndingAt(source, end);
  return found === null ? null : { kind: "resolved", actor: found.actor };
}

function mentionEndingAt(source: StorySource, end: number): { readonly actor: string; readonly start: number } | null {
  let best: { actor: string; start: number } | null = null;
  for (const { id, mentions } of source.record.actors) {
    for (const mention of mentions) {
      if (Math.abs(mention.end - end) > 2 || mention.start >= end) continue;
      if (best === null || mention.start < best.start) best = { actor: id, start: mention.start };
    }
  }
  return best;
}
