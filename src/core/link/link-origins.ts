import type { Span } from "../text/span.ts";
import { furnitureSpans } from "./report-body.ts";
import { containmentOf, shingleHashes } from "./shingles.ts";
import type { Origin } from "./story-record.ts";
import type { StorySource } from "./story-reports.ts";

/** Words in a shingle. True wire copies may share only a third of their runs of three words. */
const SHINGLE_WORDS = 3;
/** Share of the shorter report's runs of words, quotations left out, that the other must hold. */
export const COPY_SHARE = 0.3;
/** The same, counted with quotations: a press conference alone does not make a copy. */
export const COPY_SHARE_WITH_QUOTES = 0.3;
/** Reports with fewer runs of words than this are too short to judge. */
const FEWEST_SHINGLES = 20;
/** A run of words in more origins than this is boilerplate and finds no candidates. */
const MOST_HOLDERS = 20;

/** One run of words in so many finds candidates; all of them judge. */
const SAMPLE = 4;

function isSampled(shingle: number): boolean {
  return shingle % SAMPLE === 0;
}

interface Copy {
  readonly reports: StorySource[];
  readonly shingles: ReadonlySet<number>;
  /** The same, quotations left out; read when first asked for. */
  own(): ReadonlySet<number>;
  readonly numbers: ReadonlySet<string>;
}

/**
 * Groups reports that carry the same copy. A report is compared with the earliest report of each origin, never with a
 * chain of copies. Versions of one URL share an origin whatever was rewritten.
 */
export function linkOrigins(sources: readonly StorySource[]): Origin[] {
  const origins: Copy[] = [];
  const byUrl = new Map<string, Copy>();
  const holders = new Map<number, number[]>();
  for (const source of sources) {
    const { url } = source.record.report;
    const sameUrl = url === null ? undefined : byUrl.get(url);
    if (sameUrl) {
      sameUrl.reports.push(source);
      continue;
    }
    const copy = describe(source);
    const found = findOrigin(copy, origins, holders);
    if (found) found.reports.push(source);
    else {
      for (const shingle of copy.shingles) {
        if (!isSampled(shingle)) continue;
        const held = holders.get(shingle);
        if (!held) holders.set(shingle, [origins.length]);
        else if (held.length < MOST_HOLDERS) held.push(origins.length);
      }
      origins.push(copy);
    }
    if (url !== null) byUrl.set(url, found ?? copy);
  }
  return origins.map(({ reports }) => ({
    id: `o-${reports[0]!.mark}`,
    reports: reports.map(({ id }) => id),
    outlets: [...new Set(reports.flatMap(({ record }) => record.report.outlet ?? []))],
    credited: creditOf(reports),
  }));
}

function describe(source: StorySource): Copy {
  const { record } = source;
  const furniture = furnitureSpans(record);
  const quotes: Span[] = record.statements.filter(({ form }) => form === "direct").flatMap(({ content }) => content);
  let own: ReadonlySet<number> | null = null;
  return {
    reports: [source],
    shingles: shingleHashes(record.report.text, SHINGLE_WORDS, furniture),
    own() {
      own ??= shingleHashes(record.report.text, SHINGLE_WORDS, [...furniture, ...quotes]);
      return own;
    },
    numbers: new Set(source.sentences.flatMap(({ words }) => words.filter((word) => /\p{N}/u.test(word)))),
  };
}

function findOrigin(
  copy: Copy,
  origins: readonly Copy[],
  holders: ReadonlyMap<number, readonly number[]>,
): Copy | null {
  if (copy.shingles.size < FEWEST_SHINGLES) return null;
  const hits = new Map<number, number>();
  for (const shingle of copy.shingles) {
    if (!isSampled(shingle)) continue;
    for (const origin of holders.get(shingle) ?? []) hits.set(origin, (hits.get(origin) ?? 0) + SAMPLE);
  }
  let best: { copy: Copy; share: number } | null = null;
  for (const [index, count] of [...hits].sort((a, b) => a[0] - b[0])) {
    const origin = origins[index]!;
    if (count / Math.min(copy.shingles.size, origin.shingles.size) < COPY_SHARE_WITH_QUOTES / 3) continue;
    const share = shareOf(copy, origin);
    if (share > 0 && (best === null || share > best.share)) best = { copy: origin, share };
  }
  return best?.copy ?? null;
}

/** 0 when the two are no copies. Numbers that the shorter has and the other lacks argue against. */
function shareOf(a: Copy, b: Copy): number {
  const whole = containmentOf(a.shingles, b.shingles);
  const own = containmentOf(a.own(), b.own());
  const numbers = a.numbers.size === 0 || b.numbers.size === 0 ? 1 : containmentOf(a.numbers, b.numbers);
  const doubt = numbers >= 0.5 ? 0 : 0.15;
  return whole >= COPY_SHARE_WITH_QUOTES + doubt && own >= COPY_SHARE + doubt ? own : 0;
}

const AGENCIES =
  /\b(?:Associated Press|Reuters|Agence France-Presse|PA Media|Press Association|AFP|UPI|Xinhua|DPA|ANSA|EFE|TASS|Kyodo)\b/;

/** The outlet or agency that a copy names as its maker. */
function creditOf(reports: readonly StorySource[]): string | null {
  const outlets = [...new Set(reports.flatMap(({ record }) => record.report.outlet ?? []))];
  for (const { record } of reports) {
    const { byline, outlet, text } = record.report;
    const edges = `${byline.join(" ")}\n${text.slice(0, 200)}\n${text.slice(-200)}`;
    const named = outlets.find((other) => other !== outlet && edges.includes(other)) ?? AGENCIES.exec(edges)?.[0];
    if (named) return named;
  }
  return null;
}
