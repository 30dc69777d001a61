import type { FigureNode } from "./figure-fit.ts";
import { betweenOf, FEW_SENTENCES } from "./set-against.ts";
import { sentenceAt } from "./story-reports.ts";

/**
 * Whether a report counts two figures apart: "36 in Ayle and seven in Leith" are each some of those counted; after "on the
 * same night another blast hit" something else is counted, in "88 deaths in May 2019" at another time, and of "one person for
 * theft" and "three for trespass" each for a deed of their own.
 */
export function isElsewhere(a: FigureNode, b: FigureNode): boolean {
  if (a.source !== b.source) return false;
  if (isListed(a) || isListed(b)) return true;
  if (Math.abs(a.sentence - b.sentence) > FEW_SENTENCES) return false;
  return ELSEWHERE.test(betweenOf(a, b)) || isThen(a) !== isThen(b) || areForOtherThings(a, b);
}

const ELSEWHERE = /\b(?:another|separate|elsewhere|unrelated)\b/i;

function isThen({ source, figure: { span } }: FigureNode): boolean {
  return THEN.test(source.record.report.text.slice(span.end, span.end + 40));
}

const THEN =
  /^(?: \p{L}+){0,2} (?:in (?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|(?:19|20)\d\d)|last (?:week|month|year|season)|(?:a|the) (?:day|week|month|year) (?:before|earlier|ago)|previously)\b/u;

function isListed({ source, figure, sentence }: FigureNode): boolean {
  const others = source.record.figures.filter(
    ({ counts, span, accordingTo }) =>
      counts === figure.counts && accordingTo === figure.accordingTo && span !== figure.span,
  );
  return others.some(({ span }) => {
    if (sentenceAt(source, span.start) !== sentence) return false;
    const [first, second] = span.start < figure.span.start ? [span, figure.span] : [figure.span, span];
    const { text } = source.record.report;
    return LISTED.test(text.slice(first.end, second.start)) && PLACED.test(text.slice(second.end, second.end + 24));
  });
}

function areForOtherThings(a: FigureNode, b: FigureNode): boolean {
  const [one, other] = [a, b].map(({ source, figure: { span } }) =>
    FOR.exec(source.record.report.text.slice(span.end, span.end + 60))?.[1]?.toLowerCase(),
  );
  return one !== undefined && other !== undefined && one !== other;
}

const FOR = /^(?: \p{Ll}+)? (?:for|over|on suspicion of) ["“‘']?(\p{L}+)/u;

const PLACED = /^\s+(?:\p{Ll}+ )?(?:(?:in|at|from|on|near) (?:the )?\p{Lu}|(?:aged|between|over|under|above) \d)/u;
const LISTED = /^(?:(?! (?:but|by|while|whereas|say|says|said) )[^;:.]){0,40}(?:,| and|, and)\s+$/u;
