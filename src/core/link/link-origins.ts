import type { Span } from "../text/span.ts";
import { furnitureSpans } from "./report-body.ts";
import { containmentOf, shingleHashes } from "./shingles.ts";
import type { Origin } from "./story-record.ts";
import type { StorySource } from "./story-reports.ts";

/** Words in a shingle. True wire copies may share only a third of their runs of three words. */
const SHINGLE_WORDS = 3;
/** Words in a long run: rewriting breaks these, while a cut or re-led copy keeps them. */
const LONG_RUN_WORDS = 8;
/**
 * What the longer report must hold of the shorter, quotations left out: runs of three words, long runs, and runs of
 * three words of its first two fifths, so that what a site prints under every page makes no copy. Set between the copies
 * and the rest of the pairs judged in evals/copies (least of a copy: 0.28, 0.17, 0.26).
 */
const COPY_SHARE = 0.27;
const LONG_RUN_SHARE = 0.14;
const LEAD_SHARE = 0.15;
const LEAD = 0.4;
/** Share from which a copy of a copy is one of the origin, however little of the first is left in it. */
const COPY_OF_COPY = 0.5;
/** Reports of an origin that another is compared with: the earliest and the latest. */
const COMPARED = 4;
/** Numbers that differ argue against a copy: the shares must then be higher by this much. */
const OTHER_NUMBERS = 0.15;
/** Reports with fewer runs of words than this are too short to judge. */
const FEWEST_SHINGLES = 20;
/** A run of words in more origins than this is boilerplate and finds no candidates. */
const MOST_HOLDERS = 20;

/** One run of words in so many finds candidates; all of them judge. */
const SAMPLE = 4;

function isSampled(shingle: number): boolean {
  return shingle % SAMPLE === 0;
}

/** A report as it is compared. What only the few candidates need is read when first asked for. */
interface Copy {
  readonly source: StorySource;
  /** Runs of three words, quotations included: they find candidates. */
  readonly shingles: ReadonlySet<number>;
  readonly numbers: ReadonlySet<string>;
  own(): ReadonlySet<number>;
  longRuns(): ReadonlySet<number>;
  lead(): ReadonlySet<number>;
}

/**
 * Groups reports that carry the same copy. A report is compared with the earliest report of each origin; it joins by a
 * later one only when it keeps most of that. Versions of one URL share an origin whatever was rewritten.
 */
export function linkOrigins(sources: readonly StorySource[]): Origin[] {
  const origins: Copy[][] = [];
  const byUrl = new Map<string, Copy[]>();
  const numbers = new Map<Copy[], number>();
  const holders = new Map<number, number[]>();
  for (const source of sources) {
    const { url } = source.record.report;
    const copy = describe(source);
    const found = (url === null ? undefined : byUrl.get(url)) ?? findOrigin(copy, origins, holders);
    const origin = found ?? [];
    if (found === null) {
      numbers.set(origin, origins.length);
      origins.push(origin);
    }
    origin.push(copy);
    for (const shingle of copy.shingles) {
      if (isSampled(shingle)) hold(holders, shingle, numbers.get(origin)!);
    }
    if (url !== null && !byUrl.has(url)) byUrl.set(url, origin);
  }
  return origins.map((copies) => {
    const reports = copies.map(({ source }) => source);
    return {
      id: `o-${reports[0]!.mark}`,
      reports: reports.map(({ id }) => id),
      outlets: [...new Set(reports.flatMap(({ record }) => record.report.outlet ?? []))],
      credited: creditOf(reports),
    };
  });
}

function hold(holders: Map<number, number[]>, shingle: number, origin: number): void {
  const held = holders.get(shingle);
  if (!held) holders.set(shingle, [origin]);
  else if (held.length < MOST_HOLDERS && !held.includes(origin)) held.push(origin);
}

function describe(source: StorySource): Copy {
  const { record } = source;
  const { text } = record.report;
  const furniture = furnitureSpans(record);
  const quotes: Span[] = record.statements.filter(({ form }) => form === "direct").flatMap(({ content }) => content);
  const outside = [...furniture, ...quotes];
  return {
    source,
    shingles: shingleHashes(text, SHINGLE_WORDS, furniture),
    numbers: new Set(source.sentences.flatMap(({ words }) => words.filter((word) => /\p{N}/u.test(word)))),
    own: readOnce(() => shingleHashes(text, SHINGLE_WORDS, outside)),
    longRuns: readOnce(() => shingleHashes(text, LONG_RUN_WORDS, outside)),
    lead: readOnce(() => shingleHashes(text.slice(0, Math.ceil(text.length * LEAD)), SHINGLE_WORDS, outside)),
  };
}

function readOnce<T>(read: () => T): () => T {
  let held: { readonly value: T } | null = null;
  return () => {
    held ??= { value: read() };
    return held.value;
  };
}

function findOrigin(
  copy: Copy,
  origins: readonly Copy[][],
  holders: ReadonlyMap<number, readonly number[]>,
): Copy[] | null {
  if (copy.shingles.size < FEWEST_SHINGLES) return null;
  const hits = new Map<number, number>();
  for (const shingle of copy.shingles) {
    if (!isSampled(shingle)) continue;
    for (const origin of holders.get(shingle) ?? []) hits.set(origin, (hits.get(origin) ?? 0) + SAMPLE);
  }
  let best: { origin: Copy[]; share: number } | null = null;
  for (const [index, count] of [...hits].sort((a, b) => a[0] - b[0])) {
    const origin = origins[index]!;
    if (count / Math.min(copy.shingles.size, origin[0]!.shingles.size) < COPY_SHARE / 3) continue;
    const share = Math.max(
      shareOf(copy, origin[0]!, COPY_SHARE),
      ...origin
        .slice(1)
        .slice(1 - COMPARED)
        .map((other) => shareOf(copy, other, COPY_OF_COPY)),
    );
    if (share > 0 && (best === null || share > best.share)) best = { origin, share };
  }
  return best?.origin ?? null;
}

/** 0 when the two are no copies. */
function shareOf(a: Copy, b: Copy, bar: number): number {
  const numbers = a.numbers.size === 0 || b.numbers.size === 0 ? 1 : containmentOf(a.numbers, b.numbers);
  const doubt = numbers >= 0.5 ? 0 : OTHER_NUMBERS;
  if (containmentOf(a.shingles, b.shingles) < bar + doubt) return 0;
  const own = containmentOf(a.own(), b.own());
  if (own < bar + doubt || containmentOf(a.longRuns(), b.longRuns()) < LONG_RUN_SHARE + doubt) return 0;
  const [short, long] = a.shingles.size <= b.shingles.size ? [a, b] : [b, a];
  return shareIn(short.lead(), long.shingles) < LEAD_SHARE ? 0 : own;
}

function shareIn(part: ReadonlySet<number>, whole: ReadonlySet<number>): number {
  let held = 0;
  for (const shingle of part) if (whole.has(shingle)) held++;
  return part.size === 0 ? 0 : held / part.size;
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
