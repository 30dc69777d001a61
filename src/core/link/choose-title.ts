import { contentWordsOf } from "./content-words.ts";
import type { StorySource } from "./story-reports.ts";

/** The headline, or first sentence where no report has one, whose words most sentences of the story share. */
export function chooseTitle(sources: readonly StorySource[]): string {
  const counts = new Map<string, number>();
  for (const source of sources) {
    const words = new Set(source.sentences.flatMap((sentence) => [...sentence.words]));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const headlines = sources.flatMap(({ record }) => record.report.headline?.trim() || []);
  const candidates = headlines.length > 0 ? headlines : sources.flatMap(firstSentence);
  let best = { title: "", score: -1 };
  for (const title of candidates) {
    const words = new Set(contentWordsOf(title));
    const score = [...words].reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / Math.sqrt(words.size + 3);
    if (score > best.score) best = { title, score };
  }
  return best.title;
}

function firstSentence(source: StorySource): string[] {
  const first = source.sentences[0]?.span;
  return first ? [source.record.report.text.slice(first.start, first.end).trim()] : [];
}
