import type { Speaker, Statement } from "../record/record.ts";
import type { Span } from "../text/span.ts";
import { dayNumber, dayOf } from "./calendar.ts";
import { contentWordsOf, looseWordsOf, plainWordsOf } from "./content-words.ts";
import { deedsAskedFor, deedsIn } from "./deeds.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { EventGroups } from "./link-events.ts";
import { namesOf } from "./names-of.ts";
import { shingleHashes } from "./shingles.ts";
import { speakerInReport } from "./speaker-in-report.ts";
import { type StorySource, sentenceAt } from "./story-reports.ts";
import { bagWithout, type StoryWords, uniteBags, type WordBag } from "./story-words.ts";

/** A statement of one report with what comparing needs. */
export interface StatementNode {
  readonly source: StorySource;
  readonly statement: Statement;
  readonly speaker: Speaker;
  /** Story actor, or null. */
  readonly addressee: string | null;
  /** Content words of the content. */
  readonly words: WordBag;
  /** Content words of the sentence that holds the cue and of the content. */
  readonly context: WordBag;
  /** The same without the names of who speaks and who is spoken to, which say nothing of what is said. */
  readonly matter: WordBag;
  /** The content in looser forms: the first letters of its words, so that "apologised" meets "apology". */
  readonly loose: WordBag;
  readonly numbers: WordBag;
  /** Numbers of three figures or more, which two statements seldom share by chance. */
  readonly bigNumbers: ReadonlySet<string>;
  /** Events of the story named by its cue ("banned"), and by its content. */
  readonly cueEvents: ReadonlySet<number>;
  readonly events: ReadonlySet<number>;
  /** Content words that the content denies: "appeal" of "would not appeal". */
  readonly denied: WordBag;
  /** The deeds that its cue and content name. */
  readonly deeds: ReadonlySet<string>;
  /** Verb of what is to be done, where the content is an infinitive: "publish" of "to publish the advice". */
  readonly verb: string | null;
  /** Runs of four words of the content. */
  readonly shingles: ReadonlySet<number>;
  /** Index of the sentence of the cue; -1 when it has none. */
  readonly sentence: number;
  /** When it was said, in days since 1970: by the words of the report, or where they give no day, by its own day. */
  readonly said: SaidOn | null;
  /** The cue looks back on an utterance: "had asked", "his request". */
  readonly looksBack: boolean;
}

export interface SaidOn {
  readonly from: number;
  readonly to: number;
  /** The report gives the day. */
  readonly isTold: boolean;
}

export function makeStatementNode(
  source: StorySource,
  statement: Statement,
  actors: ActorLinks,
  storyWords: StoryWords,
  events: EventGroups,
): StatementNode {
  const { text } = source.record.report;
  const content = statement.content.map((span) => text.slice(span.start, span.end)).join(" ");
  const found = plainWordsOf(content);
  const words = storyWords.bagOf(found);
  const anchor = statement.cue ?? statement.content[0] ?? statement.source;
  const sentence = anchor ? sentenceAt(source, anchor.start) : -1;
  const speaker = actors.speaker(source, speakerInReport(source, statement));
  const addressee = actors.of(source, statement.addressee);
  const context = uniteBags(words, storyWords.sentence(source, sentence));
  const parties: Speaker[] = addressee === null ? [speaker] : [speaker, { kind: "resolved", actor: addressee }];
  const cue = statement.cue ? text.slice(statement.cue.start, statement.cue.end) : "";
  return {
    source,
    statement,
    speaker,
    addressee,
    words,
    context,
    matter: bagWithout(context, namesOf(parties, actors, storyWords)),
    loose: storyWords.bagOf(looseWordsOf(found)),
    numbers: storyWords.bagOf(contentWordsOf(content).filter((word) => /\p{N}/u.test(word))),
    bigNumbers: new Set(found.filter((word) => /\p{N}{3}/u.test(word))),
    cueEvents: eventsWithin(source, statement.cue === null ? [] : [statement.cue], events),
    events: eventsWithin(source, statement.content, events),
    denied: storyWords.bagOf(deniedWords(content)),
    deeds: statement.act === "request" ? deedsAskedFor(content) : deedsIn(`${cue} ${content}`),
    verb: verbOf(content),
    shingles: shingleHashes(content, 4),
    sentence,
    said: saidOn(source, statement, LOOKS_BACK.test(cue)),
    looksBack: LOOKS_BACK.test(cue),
  };
}

/** Who reports a thing as news was told it that day or the day before. */
function saidOn({ dayNumber: own }: StorySource, { saidAt }: Statement, looksBack: boolean): SaidOn | null {
  const day = dayOf(saidAt);
  if (day !== null) return { from: dayNumber(day), to: dayNumber(day), isTold: true };
  if (saidAt !== null || own === null || looksBack) return null;
  return { from: own - 1, to: own, isTold: false };
}

const DENIED = /(?:\b(?:not|never|cannot|no longer)|n[’']t)\s+((?:[\p{L}’'-]+\s*){1,3})/giu;

/** The first content word behind each "not" or "never" that stands close: adverbs and auxiliaries between are passed over. */
function deniedWords(content: string): string[] {
  return [...content.matchAll(DENIED)].flatMap((match) => contentWordsOf(match[1]!).slice(0, 1));
}

function verbOf(content: string): string | null {
  const verb = /^to (\p{Ll}+)/u.exec(content)?.[1];
  return verb === undefined ? null : (contentWordsOf(verb)[0] ?? null);
}

function eventsWithin(source: StorySource, spans: readonly Span[], events: EventGroups): Set<number> {
  const found = new Set<number>();
  for (const { id, trigger, mentions } of source.record.events) {
    const named = [trigger, ...mentions].some((at) => spans.some((span) => at.start < span.end && span.start < at.end));
    const group = named ? events.of(source, id) : null;
    if (group !== null) found.add(group);
  }
  return found;
}

const LOOKS_BACK =
  /\bhad\b|^(?:\w+ )?(?:request|call|plea|appeal|demand|invitation|refusal|denial|claim|warning|promise|offer|decision|letter)s?$/i;
