import type { Speaker, Statement } from "../record/record.ts";
import { isWithin, type Span } from "../text/span.ts";
import { type StorySource, sentenceAt } from "./story-reports.ts";

/**
 * Who says a statement where resolving left it open and the words around settle it: the subject right before the cue,
 * whose document speaks, whom "who" stands for, whose quotation "we" stands in, whose spokesman it is. As in the record
 * where nothing does.
 */
export function speakerInReport(source: StorySource, statement: Statement): Speaker {
  const { speaker } = statement;
  if (speaker.kind !== "unnamed") return speaker;
  if (statement.source === null) return subjectBefore(source, statement) ?? speaker;
  const words = textOf(source, statement.source);
  if (/^who$/i.test(words)) return antecedentOf(source, statement.source) ?? speaker;
  if (/^(?:we|i)$/i.test(words)) return quotedSpeaker(source, statement) ?? speaker;
  if (SPOKESMAN.test(words)) return bodyAround(source, statement.source, statement) ?? speaker;
  return namedWithin(source, statement.source) ?? ownerOf(source, statement.source) ?? speaker;
}

/** "Also Monday, Local 88 of the union", "the board meanwhile": a mention with nothing but adverbs around it. */
function namedWithin(source: StorySource, span: Span): Speaker | null {
  const { text } = source.record.report;
  for (const { id, kind, mentions } of source.record.actors) {
    if (kind === "place") continue;
    for (const { start, end } of mentions) {
      if (start < span.start || end > span.end) continue;
      if (ADVERBS_BEFORE.test(text.slice(span.start, start)) && ADVERBS_AFTER.test(text.slice(end, span.end)))
        return { kind: "resolved", actor: id };
    }
  }
  return null;
}

const ADVERBS_BEFORE =
  /^(?:(?:also|meanwhile|later|earlier|and|but|on|then|\p{Ll}+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[, ]+)*(?:the )?$/iu;
const ADVERBS_AFTER = /^,?(?: (?:also|meanwhile|itself|himself|herself|later|then|too|again|now))*,?$/i;

/** "a spokesman", of a body that stands beside: "a spokesman for the force" says for whom by itself. */
const SPOKESMAN = /^(?:an?|its|their|the) spokes\p{L}+$/iu;

/** Papers that speak for whoever wrote them. */
const DOCUMENT =
  "(?:reports?|records?|letters?|statements?|replies|reply|study|survey|review|documents?|papers?|audit|analysis|model run|notices?|website|filings?|submissions?|releases?|posts?|minutes|figures|accounts|petition|leaflets?|memos?|emails?)";
const OWNED = new RegExp(`^[’']s? (?:[\\p{L}\\p{N}-]+ ){0,4}${DOCUMENT}\\b`, "iu");
const MADE = "(?: (?:written|signed|issued|published|compiled|prepared|produced|drafted|filed|lodged|made|sent))?";
/** Who has seen a paper did not write it. */
const OF = new RegExp(`\\b${DOCUMENT}(?:(?: [\\p{L}-]+){0,2} (?:of|from)|${MADE} by) (?:the )?$`, "iu");

/** "the board’s preliminary report", "records of the board". */
function ownerOf(source: StorySource, span: Span): Speaker | null {
  const { text } = source.record.report;
  for (const { id, kind, mentions } of source.record.actors) {
    if (kind === "place") continue;
    for (const one of mentions) {
      if (one.start < span.start || one.end > span.end) continue;
      if (OWNED.test(text.slice(one.end, span.end)) || OF.test(text.slice(span.start, one.start)))
        return { kind: "resolved", actor: id };
    }
  }
  return null;
}

/** "Spence, 71, who contends": the mention right before. */
function antecedentOf(source: StorySource, span: Span): Speaker | null {
  const { text } = source.record.report;
  return mentionThat(source, span.start, (end) => /^(?:,\s*\d{1,3})?,?\s*$/.test(text.slice(end, span.start)));
}

/**
 * "Thornax, which employs about 400 people, put the damage at …", "Ms Lasker called that a fantasy": the mention right
 * before the cue, or before an insertion that ends there. Of whom something is told is no speaker: "Lund reportedly left".
 */
function subjectBefore(source: StorySource, { cue, content }: Statement): Speaker | null {
  const { text } = source.record.report;
  if (cue === null || HEARSAY.test(text.slice(cue.start, cue.end))) return null;
  const sentence = source.sentences[sentenceAt(source, cue.start)]?.span;
  if (!sentence || PASSIVE.test(text.slice(Math.max(sentence.start, cue.start - 10), cue.end))) return null;
  const isTold = (end: number, start: number) => content.some((span) => isWithin({ start, end }, span));
  /** By the words of the sentence before the mention, and those between it and the cue. */
  const subjectThat = (fits: (before: string, between: string) => boolean) =>
    mentionThat(
      source,
      cue.start,
      (end, start) =>
        start >= sentence.start &&
        !isTold(end, start) &&
        fits(text.slice(sentence.start, start), text.slice(end, cue.start)),
    );
  return (
    subjectThat((before, between) => AUXILIARY.test(between) && !BEHIND.test(before)) ??
    subjectThat((before, between) => INSERTION.test(between) && ADVERBS_BEFORE.test(before))
  );
}

const INSERTION = /^, (?:who|which|whose) [^,;:“”"]+, (?:has |have |had |also |then )*$/i;

const HEARSAY = /ly$/i;
const PASSIVE = /\b(?:been|being|be|was|were|is|are)\b/i;
const AUXILIARY = /^\s+(?:(?:has|have|had|did|also|then|later|still|again|now|\p{Ll}+ly) )*$/u;
const BEHIND = /\b(?:of|for|to|by|in|on|at|with|from|against|about|over|than|as|and|or)\s+(?:the\s+|an?\s+)?$/i;

function mentionThat(
  source: StorySource,
  before: number,
  fits: (end: number, start: number) => boolean,
): Speaker | null {
  let best: { actor: string; end: number } | null = null;
  for (const { id, kind, mentions } of source.record.actors) {
    if (kind === "place") continue;
    for (const { start, end } of mentions) {
      if (end > before || before - end > FARTHEST || (best !== null && best.end >= end)) continue;
      if (fits(end, start)) best = { actor: id, end };
    }
  }
  return best === null ? null : { kind: "resolved", actor: best.actor };
}

/** Code units between a mention and what it is the subject of. */
const FARTHEST = 160;

/** "We ask for reasons", in a quotation: its speaker. */
function quotedSpeaker(source: StorySource, { within }: Statement): Speaker | null {
  const around = source.record.statements.find(({ id }) => id === within);
  return around !== undefined && around.form !== "indirect" && around.speaker.kind === "resolved"
    ? around.speaker
    : null;
}

/** The one body of this sentence up to the words, or else of the sentence before. */
function bodyAround(source: StorySource, span: Span, { content }: Statement): Speaker | null {
  const { text } = source.record.report;
  const at = sentenceAt(source, span.start);
  for (const index of [at, at - 1]) {
    const sentence = source.sentences[index]?.span;
    if (!sentence) continue;
    const bodies = source.record.actors.filter(
      ({ kind, mentions }) =>
        kind === "organisation" &&
        mentions.some(
          (one) =>
            one.start >= sentence.start &&
            one.end <= Math.min(sentence.end, span.start) &&
            // Whom the words are about, and where somebody else works, is not who speaks.
            !content.some((told) => isWithin(one, told)) &&
            !MEMBER_OF.test(text.slice(sentence.start, one.start)),
        ),
    );
    if (bodies.length === 1) return { kind: "resolved", actor: bodies[0]!.id };
    if (bodies.length > 1) return null;
  }
  return null;
}

const MEMBER_OF = /\b(?:of|for|from|at|with) (?:the )?$/i;

function textOf({ record }: StorySource, { start, end }: Span): string {
  return record.report.text.slice(start, end);
}
