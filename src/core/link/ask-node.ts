import { ASKED_BEFORE, QUESTION_PUT, QUESTION_TO, QUESTION_TOLD } from "../lexicons/reply-words.ts";
import type { Request, Speaker } from "../record/record.ts";
import { isWithin, type Span, textOf } from "../text/span.ts";
import { contentWordsOf, looseWordsOf, plainWordsOf } from "./content-words.ts";
import { deedsAskedFor } from "./deeds.ts";
import { findSubject } from "./find-subject.ts";
import type { ActorLinks } from "./link-actors.ts";
import { namesOf } from "./names-of.ts";
import { speakerInReport } from "./speaker-in-report.ts";
import { type StorySource, sentenceAt } from "./story-reports.ts";
import { bagWithout, EMPTY_BAG, type StoryWords, uniteBags, type WordBag } from "./story-words.ts";

/** A request of one report, or words that only point back to one ("as the council had asked"), ready to compare. */
export interface AskNode {
  readonly source: StorySource;
  /** Null for words that only point back, and for a question that the report itself put. */
  readonly request: Request | null;
  readonly kind: "request" | "pointer" | "question";
  readonly span: Span;
  /** What is asked for, in the report's words; null where it does not say. */
  readonly about: Span | null;
  readonly asker: Speaker;
  readonly asked: Speaker;
  /** Content words of what is asked for. */
  readonly words: WordBag;
  readonly loose: WordBag;
  /** The same and those of the sentence. */
  readonly context: WordBag;
  /** Its context without the names of who asks and who is asked, which say nothing of what is asked for. */
  readonly matter: WordBag;
  /** What is asked to be done, and sums of money asked for. */
  readonly deeds: ReadonlySet<string>;
  readonly sums: ReadonlySet<string>;
  readonly sentence: number;
  readonly looksBack: boolean;
}

const NOBODY: Speaker = { kind: "unnamed", description: "" };
const LOOKS_BACK = /\b(?:had|has|have)\b|\b(?:request|call|plea|appeal|demand|invitation|petition|letter)s?\b/i;
const POINTERS = ASKED_BEFORE.map((wording) => new RegExp(`(?<![\\p{L}])(?:${wording})(?![\\p{L}])`, "giu"));
const QUESTION = new RegExp(`(?<![\\p{L}])${QUESTION_PUT}(?![\\p{L}])`, "giu");

const TOLD_QUESTIONS = [QUESTION_TOLD, QUESTION_TO].map((wording) => new RegExp(`(?<![\\p{L}])${wording}`, "giu"));

/** The askings of a report in the order of its text. */
export function findAsks(source: StorySource, actors: ActorLinks, words: StoryWords): AskNode[] {
  const told = source.record.requests.map((request) => nodeOfRequest(source, request, actors, words));
  const taken = told.map(({ span }) => span);
  const bare = source.sentences.flatMap(({ span }, sentence) => [
    ...TOLD_QUESTIONS.flatMap((pattern) => toldQuestions(source, span, sentence, pattern, taken, actors, words)),
    ...bareAsks(source, span, sentence, QUESTION, "question", taken, actors, words),
    ...POINTERS.flatMap((pattern) => bareAsks(source, span, sentence, pattern, "pointer", taken, actors, words)),
  ]);
  return [...told, ...bare]
    .sort((a, b) => a.span.start - b.span.start)
    .map((node) => ({ ...node, matter: bagWithout(node.context, namesOf([node.asker, node.asked], actors, words)) }));
}

function nodeOfRequest(source: StorySource, request: Request, actors: ActorLinks, words: StoryWords): AskNode {
  const { text } = source.record.report;
  const found = request.about === null ? [] : plainWordsOf(text.slice(request.about.start, request.about.end));
  const own = words.bagOf(found);
  const sentence = sentenceAt(source, request.span.start);
  const asker = actors.speaker(source, askerOf(source, request));
  const asked = actors.speaker(source, askedOf(source, request));
  return {
    source,
    request,
    kind: "request",
    span: request.span,
    about: request.about,
    asker,
    asked: isOne(asker, asked) ? NOBODY : asked,
    words: own,
    loose: words.bagOf(looseWordsOf(found)),
    context: uniteBags(own, words.sentence(source, sentence)),
    ...askedFor(text, request.about),
    sentence,
    matter: EMPTY_BAG,
    looksBack: LOOKS_BACK.test(text.slice(request.span.start, request.span.end)),
  };
}

function askedFor(text: string, about: Span | null): Pick<AskNode, "deeds" | "sums"> {
  const words = about === null ? "" : textOf(text, about);
  return { deeds: deedsAskedFor(words), sums: new Set(words.match(SUM)?.map((sum) => sum.replace(/,/g, ""))) };
}

const SUM = /[$£€]\d[\d,.]*(?:\s?(?:m|bn|million|billion|k)\b)?/giu;

/** Nobody asks themselves: one of the two was read amiss. */
function isOne(asker: Speaker, asked: Speaker): boolean {
  return asker.kind === "resolved" && asked.kind === "resolved" && asker.actor === asked.actor;
}

/** "We ask you to wait", in a quotation: its speaker asks. */
function askerOf(source: StorySource, { asker, span, statement }: Request): Speaker {
  const { record } = source;
  if (asker.kind !== "unnamed") return asker;
  const stated = record.statements.find(({ id }) => id === statement);
  // A quotation that asks is said by its speaker, but its asking may be another's: only what asks as a whole counts.
  if (stated?.act === "request") return speakerInReport(source, stated);
  if (!/^(?:we|i)$/i.test(asker.description)) return asker;
  const around = record.statements.filter(
    ({ form, content, speaker }) =>
      form !== "indirect" && speaker.kind === "resolved" && content.some((one) => isWithin(span, one)),
  );
  return around[0]?.speaker ?? asker;
}

/** "has asked Professor Helen Strand to have …": whom the mention right behind the asking word names. */
function askedOf(source: StorySource, request: Request): Speaker {
  if (request.asked.kind === "resolved") return request.asked;
  const { text } = source.record.report;
  const found = ASKING.exec(text.slice(request.span.start, request.span.end));
  if (found === null) return request.asked;
  const at = request.span.start + found.index + found[0].length;
  let best: { actor: string; start: number } | null = null;
  for (const { id, mentions } of source.record.actors) {
    for (const { start, end } of mentions) {
      if (start < at || start > at + FARTHEST_ASKED || end > request.span.end) continue;
      if (!/^(?:the |an? |its |his |her |their )?(?:\p{Lu}[\p{L}.]+ |\p{Ll}+ ){0,2}$/u.test(text.slice(at, start)))
        continue;
      if (/\b(?:to|for|that)\b/.test(text.slice(at, start))) continue;
      // Who wants a thing done does not name who is to do it.
      if (/^(?:wants?|wanted) /i.test(found[0]) && !/^,?\s+to\b/.test(text.slice(end, end + 5))) continue;
      if (best === null || start < best.start) best = { actor: id, start };
    }
  }
  return best === null ? request.asked : { kind: "resolved", actor: best.actor };
}

/** Code units between the asking word and the one asked: a title, an article. */
const FARTHEST_ASKED = 28;
const ASKING =
  /\b(?:asked|asking|asks?|urged|urging|urges|called (?:up)?on|calling (?:up)?on|calls (?:up)?on|begged|invited|challenged|pressed|appealed to|appealing to|pleaded with|wrote to|written to|writing to|petitioned|lobbied|implored|told|wants?|wanted) /iu;

function bareAsks(
  source: StorySource,
  within: Span,
  sentence: number,
  pattern: RegExp,
  kind: "pointer" | "question",
  taken: Span[],
  actors: ActorLinks,
  words: StoryWords,
): AskNode[] {
  const { text } = source.record.report;
  const written = text.slice(within.start, within.end);
  return [...written.matchAll(pattern)].flatMap((match): AskNode[] => {
    const span = { start: within.start + match.index, end: within.start + match.index + match[0].trimEnd().length };
    if (taken.some((one) => one.start < span.end && span.start < one.end)) return [];
    if (kind === "question" && isInterrogation(text.slice(within.start, span.start), match[0])) return [];
    const party =
      kind === "question"
        ? askedInSentence(source, within, span)
        : (askerAfter(source, span) ?? askerBefore(source, within, span));
    if (party === null) return [];
    taken.push(span);
    const about = kind === "question" ? questionAfter(text, span, within) : askedAfter(text, span, within);
    const after = about === null ? [] : contentWordsOf(text.slice(span.end, about.end));
    return [
      {
        source,
        request: null,
        kind,
        span,
        about,
        asker: kind === "question" ? (askerBy(source, span, actors) ?? NOBODY) : actors.speaker(source, party),
        asked: kind === "question" ? actors.speaker(source, party) : NOBODY,
        words: after.length === 0 ? EMPTY_BAG : words.bagOf(after),
        loose: words.bagOf(looseWordsOf(after)),
        context: words.sentence(source, sentence),
        ...askedFor(text, about),
        sentence,
        matter: EMPTY_BAG,
        looksBack: kind === "pointer",
      },
    ];
  });
}

/** "is being questioned about", "questioned by detectives about": what police do with a suspect is no asking of the report. */
function isInterrogation(before: string, words: string): boolean {
  return (
    /^questioned\b/i.test(words) &&
    (/\bbeing\s*$/i.test(before) ||
      /\bby (?:the )?(?:police|detectives|officers|investigators|prosecutors|agents|customs)\b/i.test(words))
  );
}

/** "Garside wanted to know who the others were": the subject right before asks. */
function toldQuestions(
  source: StorySource,
  within: Span,
  sentence: number,
  pattern: RegExp,
  taken: Span[],
  actors: ActorLinks,
  words: StoryWords,
): AskNode[] {
  const { text } = source.record.report;
  return [...text.slice(within.start, within.end).matchAll(pattern)].flatMap((match): AskNode[] => {
    const span = { start: within.start + match.index, end: within.start + match.index + match[0].trimEnd().length };
    // "Tidegate, asked whether …", "when asked if": whoever is named was asked.
    const before = text.slice(within.start, span.start).trimEnd();
    const asked = mentionWithin(source, span);
    const isShort = asked === null && !/\bto\b/.test(match[0]);
    if (before === "" || /\b(?:was|were|been|being|be|is|are|when|if|not)$/i.test(before)) return [];
    if (isShort && /(?:[,;:—–“"]|\band)$/i.test(before)) return [];
    if (taken.some((one) => one.start < span.end && span.start < one.end)) return [];
    const party = findSubject(source, within, span);
    if (party === null) return [];
    taken.push(span);
    const about = questionAfter(text, span, within);
    const found = contentWordsOf(text.slice(span.end, about.end));
    return [
      {
        source,
        request: null,
        kind: "question",
        span,
        about,
        asker: actors.speaker(source, party),
        asked: asked === null ? NOBODY : actors.speaker(source, asked),
        words: words.bagOf(found),
        loose: words.bagOf(looseWordsOf(found)),
        context: words.sentence(source, sentence),
        ...askedFor(text, about),
        sentence,
        matter: EMPTY_BAG,
        looksBack: false,
      },
    ];
  });
}

/** Whom the words name: "the firm" of "asked the firm why". */
function mentionWithin({ record }: StorySource, { start, end }: Span): Speaker | null {
  for (const { id, mentions } of record.actors) {
    if (mentions.some((one) => one.start > start && one.end <= end)) return { kind: "resolved", actor: id };
  }
  return null;
}

/** "about the ship", "why it sank": from the word that opens it, with which the asking's own words end, to the next comma. */
function questionAfter(text: string, { start, end }: Span, within: Span): Span {
  const comma = text.indexOf(",", end);
  const opening = OPENS_QUESTION.exec(text.slice(start, end));
  const last = text.slice(end, comma < 0 || comma > within.end ? within.end : comma).replace(/[\s.?!”"’']+$/u, "");
  return { start: opening === null ? end : start + opening.index, end: end + last.length };
}

/** What words that point back to an asking say of it: "for the log" of "her request for the log"; null where they say nothing. */
function askedAfter(text: string, { start, end }: Span, within: Span): Span | null {
  const isFor = /\bfor$/i.test(text.slice(start, end));
  const rest = /^\s+[^,.;:!?”"–—]+/u.exec(text.slice(end, within.end))?.[0] ?? "";
  if (!isFor && !/^\s+(?:for|to|that)\s/i.test(rest)) return null;
  const words = rest.trimEnd();
  return words === "" ? null : { start: end + (rest.length - rest.trimStart().length), end: end + words.length };
}

const OPENS_QUESTION = /(?:about|over|on|if|whether|why|how|who|whom|whose|what|which|when|where)$/i;

/** "asked by Ann Ray, the lead investigator, where …" */
function askerBy(source: StorySource, span: Span, actors: ActorLinks): Speaker | null {
  if (!/\bby\b/i.test(source.record.report.text.slice(span.start, span.end))) return null;
  const found = mentionWithin(source, span);
  return found === null ? null : actors.speaker(source, found);
}

/** "a call by the local MP", "a request from the group". */
function askerAfter(source: StorySource, span: Span): Speaker | null {
  const { text } = source.record.report;
  const by = /^\s+(?:by|from)\s+(?:the\s+|an?\s+)?/i.exec(text.slice(span.end, span.end + 24));
  if (!by) return null;
  const at = span.end + by[0].length;
  for (const actor of source.record.actors) {
    if (actor.mentions.some(({ start, end }) => start <= at + 24 && end > at && !/[.,;]/.test(text.slice(at, start))))
      return { kind: "resolved", actor: actor.id };
  }
  return null;
}

/** "the council’s request", "she had asked". */
function askerBefore(source: StorySource, sentence: Span, span: Span): Speaker | null {
  const { text } = source.record.report;
  const owned = /(?:[’']s|s[’'])\s+(?:[\p{L}-]+\s+)?$/u.exec(text.slice(sentence.start, span.start));
  if (owned) {
    const end = sentence.start + owned.index;
    for (const actor of source.record.actors) {
      if (actor.mentions.some((one) => one.end >= end && one.end <= end + 2))
        return { kind: "resolved", actor: actor.id };
    }
  }
  return /^\p{L}+$/u.test(text.slice(span.start, span.end)) && !owned
    ? possessor(source, span)
    : findSubject(source, sentence, span);
}

/** "her request", "their plea". */
function possessor(source: StorySource, span: Span): Speaker | null {
  const before = /\b(?:his|her|its|their)\s+(?:[\p{L}-]+\s+)?$/iu.exec(
    source.record.report.text.slice(Math.max(0, span.start - 30), span.start),
  );
  if (!before) return null;
  const at = Math.max(0, span.start - 30) + before.index;
  for (const actor of source.record.actors) {
    if (actor.mentions.some(({ start }) => start === at)) return { kind: "resolved", actor: actor.id };
  }
  return null;
}

/** "Tidegate, asked whether …", and "Asked whether …, the mayor would not say". */
function askedInSentence(source: StorySource, sentence: Span, span: Span): Speaker | null {
  const before = findSubject(source, sentence, span);
  if (before !== null) return before;
  const { text } = source.record.report;
  const comma = text.indexOf(",", span.end);
  if (comma < 0 || comma >= sentence.end) return null;
  const mentions = source.record.actors
    .flatMap((actor) => actor.mentions.map(({ start }) => ({ actor: actor.id, start })))
    .filter(({ start }) => start > comma && start < sentence.end)
    .sort((a, b) => a.start - b.start);
  return mentions[0] ? { kind: "resolved", actor: mentions[0].actor } : null;
}
