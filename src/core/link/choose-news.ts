import { textOf } from "../text/span.ts";
import type { Novelty } from "./assess-novelty.ts";
import { evidenceOf } from "./evidence.ts";
import type { StoryRecord } from "./story-record.ts";
import type { StorySource } from "./story-reports.ts";
import type { StoryWords } from "./story-words.ts";

const FEWEST_LINES = 3;
const MOST_LINES = 7;
/** Reports back from the latest that news lines may come from. */
const LATEST_REPORTS = 3;

/**
 * "What is new" in three to seven lines, the reports' own sentences: new or updating ones of the latest dated reports,
 * those that hold statements, events and figures before others; as shown, the latest report first and each in the order
 * of its text.
 */
export function chooseNews(
  sources: readonly StorySource[],
  novelty: readonly (readonly Novelty[])[],
  words: StoryWords,
): StoryRecord["news"] {
  const dated = sources.filter(({ day }) => day !== null);
  const latest = (dated.length > 0 ? dated : sources).slice(-LATEST_REPORTS).reverse();
  const found = latest.flatMap((source, age) =>
    source.sentences.flatMap((sentence, index) => {
      const kind = novelty[source.order]?.[index];
      if (kind === undefined || kind === "repeats" || sentence.words.length < 4) return [];
      const rows = countRows(source, sentence.span.start, sentence.span.end);
      const score = Math.sqrt(words.sentence(source, index).total) + 1.5 * rows - 0.25 * index - 3 * age;
      return [{ kind, score, source, span: sentence.span }];
    }),
  );
  const wordsOf = ({ source, span }: (typeof found)[number]) => textOf(source.record.report.text, span);
  const whole = orElse(
    found.filter((line) => isToldInFull(wordsOf(line))),
    found,
    1,
  );
  const lines = orElse(
    whole.filter((line) => !POINTS_BACK.test(wordsOf(line))),
    whole,
    FEWEST_LINES,
  );
  lines.sort((a, b) => b.score - a.score || a.source.order - b.source.order || a.span.start - b.span.start);
  const wanted = Math.max(FEWEST_LINES, Math.min(MOST_LINES, Math.ceil(found.length / 3)));
  return firstOfEach(lines, wordsOf)
    .slice(0, wanted)
    .sort((a, b) => b.source.order - a.source.order || a.span.start - b.span.start)
    .map(({ kind, source, span }) => ({ kind, evidence: evidenceOf(source.record, null, [span]) }));
}

/** A sentence that a report prints twice, under its headline and in its text, is one line. */
function firstOfEach<T>(lines: readonly T[], wordsOf: (line: T) => string): T[] {
  const told = new Set<string>();
  return lines.filter((line) => {
    const words = (
      wordsOf(line)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).join(" ");
    if (told.has(words)) return false;
    told.add(words);
    return true;
  });
}

/** "She rejected a claim": among lines of other sentences it would be read as somebody else's. */
const POINTS_BACK = /^["'“‘(]?(?:he|she|they|it|that|this|these|those|his|her|their|its|both|neither|such)\b/i;

function orElse<T>(some: readonly T[], all: readonly T[], fewest: number): T[] {
  return [...(some.length >= fewest ? some : all)];
}

/** A sentence that comes to its end: what a caption, a box or a post has left in the text mostly does not. */
function isToldInFull(words: string): boolean {
  return /[.!?…]["'”’»)\]]*$/u.test(words.trim()) && !/\bhttps?:\/\//i.test(words);
}

function countRows(source: StorySource, start: number, end: number): number {
  const { statements, events, figures } = source.record;
  const within = (at: number | undefined) => at !== undefined && at >= start && at < end;
  let rows = 0;
  if (statements.some(({ content, cue }) => within((cue ?? content[0])?.start))) rows++;
  if (events.some(({ trigger }) => within(trigger.start))) rows++;
  if (figures.some(({ span }) => within(span.start))) rows++;
  return rows;
}
