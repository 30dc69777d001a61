import { daysBetween } from "./calendar.ts";
import { type DocumentFrequencies, NO_FREQUENCIES, type StorySignature, termImportance } from "./signature.ts";

/** Likeness from which a report published on the days of a story is one of its reports. */
export const SAME_STORY = 0.18;
/** The bar rises with the days between: by this much for every doubling of (1 + days). */
export const GAP_STEP = 0.01;
/** Without a date nothing supports the words, so they must be as alike as over a long gap. */
export const UNDATED_GAP_DAYS = 30;

export interface StoryScore {
  /** 0 to 1: cosine of the weighted terms. */
  readonly likeness: number;
  /** What `likeness` must reach, given the days between. */
  readonly bar: number;
  /** Days between the report and the story's nearest report; null when either is undated. */
  readonly gap: number | null;
  /** Terms that speak most for joining, heaviest first. */
  readonly shared: readonly string[];
}

export interface Placement {
  /** The story to join, or null for a story of its own. */
  readonly story: string | null;
  readonly score: StoryScore | null;
  readonly reasons: readonly string[];
}

/** Cost: the number of terms of the two signatures. */
export function scoreStory(
  report: StorySignature,
  story: StorySignature,
  frequencies: DocumentFrequencies = NO_FREQUENCIES,
): StoryScore {
  return scorerOf(report, frequencies)(story);
}

/** What is the same for every candidate is worked out once. */
function scorerOf(report: StorySignature, frequencies: DocumentFrequencies): (story: StorySignature) => StoryScore {
  const importances = new Map<string, number>();
  const importanceOf = (term: string) => {
    let importance = importances.get(term);
    if (importance === undefined) {
      importance = termImportance(term, frequencies);
      importances.set(term, importance);
    }
    return importance;
  };
  const weights = new Map<string, number>();
  let reportNorm = 0;
  for (const [term, weight] of report.terms) {
    const own = weight * importanceOf(term);
    weights.set(term, own);
    reportNorm += own * own;
  }
  return (story) => {
    const shared: [string, number][] = [];
    let dot = 0;
    let storyNorm = 0;
    for (const [term, weight] of story.terms) {
      const theirs = (weight / story.reports) * importanceOf(term);
      storyNorm += theirs * theirs;
      const own = weights.get(term);
      if (own === undefined || theirs === 0) continue;
      dot += own * theirs;
      shared.push([term, own * theirs]);
    }
    const likeness = dot === 0 ? 0 : dot / Math.sqrt(reportNorm * storyNorm);
    const gap = gapBetween(report, story);
    shared.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return { likeness, bar: barAt(gap), gap, shared: shared.slice(0, 6).map(([term]) => term) };
  };
}

/**
 * Finds the story that a report belongs to among candidates that a store found by `lookupTerms`. Ties go to the story
 * with the lesser id, so that the order of the candidates does not matter.
 */
export function placeReport(
  report: StorySignature,
  candidates: readonly StorySignature[],
  frequencies: DocumentFrequencies = NO_FREQUENCIES,
): Placement {
  const scoreOf = scorerOf(report, frequencies);
  let best: { story: string; score: StoryScore } | null = null;
  for (const candidate of candidates) {
    const score = scoreOf(candidate);
    if (score.likeness < score.bar) continue;
    const lead = best === null ? 1 : margin(score) - margin(best.score);
    if (best === null || lead > 0 || (lead === 0 && candidate.id < best.story)) best = { story: candidate.id, score };
  }
  if (best === null) return { story: null, score: null, reasons: ["no story shares enough of its names and words"] };
  return { story: best.story, score: best.score, reasons: explain(best.score) };
}

function margin(score: StoryScore): number {
  return score.likeness - score.bar;
}

function barAt(gap: number | null): number {
  return SAME_STORY + GAP_STEP * Math.log2(1 + (gap ?? UNDATED_GAP_DAYS));
}

function gapBetween(report: StorySignature, story: StorySignature): number | null {
  if (report.firstDay === null || report.lastDay === null || story.firstDay === null || story.lastDay === null)
    return null;
  return Math.max(0, daysBetween(story.lastDay, report.firstDay), daysBetween(report.lastDay, story.firstDay));
}

function explain(score: StoryScore): string[] {
  const when = score.gap === null ? "no date to compare" : score.gap === 0 ? "same days" : `${score.gap} days apart`;
  return [
    `shares ${score.shared.join(", ")}`,
    when,
    `likeness ${score.likeness.toFixed(2)} of ${score.bar.toFixed(2)} needed`,
  ];
}
