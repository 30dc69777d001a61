import type { DatabaseSync, StatementSync } from "node:sqlite";
import { LEAST_OF_BEST, MOST_CANDIDATES, storyIdOf } from "../../core/link/group-reports.ts";
import { placeReport, scoreStory } from "../../core/link/place-report.ts";
import {
  type DocumentFrequencies,
  lookupTerms,
  mergeSignatures,
  type StorySignature,
} from "../../core/link/signature.ts";
import { numberIn, textIn } from "./rows.ts";

/** Index rows read for one report, most telling terms first: bounds the cost in a large store. */
const MAX_INDEX_ROWS = 4000;
/** A term that more reports hold than this is hardly ever looked up, so it is no longer indexed. */
const MAX_INDEXED_REPORTS = 1000;
const MAX_CACHED_TERMS = 400_000;
const MAX_CACHED_STORIES = 4000;

export interface PlacedReport {
  /** Key of the story in the table `stories`. */
  readonly story: number;
  readonly storyId: string;
  readonly reasons: readonly string[];
}

interface CachedStory {
  readonly key: number;
  readonly signature: StorySignature;
}

/**
 * Finds the story of a report by an index of terms, and keeps that index. Used inside a write transaction only. What it
 * remembers between reports must be forgotten (`forget`) when the transaction fails or another process has written.
 */
export class StoryIndex {
  #counts = new Map<string, number>();
  #termKeys = new Map<string, number>();
  #stories = new Map<number, CachedStory>();
  readonly #readTerms: StatementSync;
  readonly #bumpTerms: StatementSync;
  readonly #findStories: StatementSync;
  readonly #readStories: StatementSync;
  readonly #addStory: StatementSync;
  readonly #writeStory: StatementSync;
  readonly #addStoryTerms: StatementSync;
  readonly #countReports: StatementSync;
  readonly #dropStoryTerms: StatementSync;
  readonly #emptyStory: StatementSync;
  readonly #findStory: StatementSync;

  constructor(db: DatabaseSync) {
    this.#readTerms = db.prepare("SELECT key, term, reports FROM terms WHERE term IN (SELECT value FROM json_each(?))");
    this.#bumpTerms = db.prepare(
      `INSERT INTO terms (term, reports) SELECT value, 1 FROM json_each(?) WHERE true
       ON CONFLICT (term) DO UPDATE SET reports = reports + 1 RETURNING key, term`,
    );
    this.#findStories = db.prepare(`
      SELECT story, count(*) AS shared FROM (
        SELECT value AS term FROM json_each(?)
      ) JOIN story_terms USING (term) GROUP BY story ORDER BY shared DESC, story DESC LIMIT ${MOST_CANDIDATES}
    `);
    this.#readStories = db.prepare(
      "SELECT key, signature FROM stories WHERE key IN (SELECT value FROM json_each(?)) AND signature <> ''",
    );
    this.#addStory = db.prepare(
      "INSERT INTO stories (id, version, title, report_count, signature) VALUES (?, 0, '', 0, '') RETURNING key",
    );
    this.#writeStory = db.prepare(
      `UPDATE stories SET signature = ?, report_count = ?, first_published = ?, last_published = ?,
         version = version + 1, title = CASE WHEN title = '' THEN ? ELSE title END WHERE key = ?`,
    );
    this.#addStoryTerms = db.prepare(
      "INSERT OR IGNORE INTO story_terms (term, story) SELECT value, ? FROM json_each(?)",
    );
    this.#dropStoryTerms = db.prepare("DELETE FROM story_terms WHERE story = ?");
    this.#emptyStory = db.prepare(
      `UPDATE stories SET report_count = 0, signature = '', version = version + 1, first_published = NULL,
         last_published = NULL WHERE key = ?`,
    );
    this.#findStory = db.prepare("SELECT key FROM stories WHERE id = ?");
    this.#countReports = db.prepare("SELECT coalesce(max(key), 0) AS count FROM reports");
  }

  forget(): void {
    this.#counts.clear();
    this.#termKeys.clear();
    this.#stories.clear();
  }

  /**
   * Finds or founds the story of a new report and counts the report's terms in.
   *
   * @param joined Key of the story that the report must join, because an earlier revision is in it.
   */
  place(report: StorySignature, title: string, joined: number | null): PlacedReport {
    if (this.#counts.size > MAX_CACHED_TERMS || this.#stories.size > MAX_CACHED_STORIES) this.forget();
    const frequencies = this.#frequenciesFor([report]);
    const placed = joined === null ? this.#choose(report, frequencies) : this.#revise(joined);
    const before = this.#story(placed.story);
    const after = before === null ? { ...report, id: placed.storyId } : mergeSignatures(before.signature, report);
    this.#write(placed.story, after, title);
    this.#bump(report.terms.map(([term]) => term));
    this.#addTerms(placed.story, report);
    return placed;
  }

  /** Writes a story's signature anew from those of all its reports, after one of them has changed. */
  rebuild(story: number, id: string, reports: readonly StorySignature[]): void {
    const [first, ...others] = reports;
    if (first === undefined) return;
    this.#dropStoryTerms.run(story);
    let signature: StorySignature = { ...first, id };
    for (const report of others) signature = mergeSignatures(signature, report);
    this.#write(story, signature, "");
    for (const report of reports) {
      this.#frequenciesFor([report]);
      this.#bump(report.terms.flatMap(([term]) => (this.#termKeys.has(term) ? [] : [term])));
      this.#addTerms(story, report);
    }
  }

  /** Forgets a story that has lost all its reports; its row stays, for what once named it. */
  clear(story: number): void {
    this.#stories.delete(story);
    this.#dropStoryTerms.run(story);
    this.#emptyStory.run(story);
  }

  /** Makes a story without reports, or finds the one of that id. */
  found(id: string): number {
    const row = this.#findStory.get(id) ?? this.#addStory.get(id);
    return numberIn(row, "key");
  }

  /** Ids of the stories that are as alike to this one as a report must be to join. */
  findAlike(story: number): string[] {
    const own = this.#story(story)?.signature;
    if (own === undefined) return [];
    const frequencies = this.#frequenciesFor([own]);
    return this.#candidatesOf(own, frequencies).flatMap(({ key, signature }) => {
      const { likeness, bar } = scoreStory(own, signature, frequencies);
      return key === story || likeness < bar ? [] : [signature.id];
    });
  }

  #choose(report: StorySignature, frequencies: DocumentFrequencies): PlacedReport {
    const candidates = this.#candidatesOf(report, frequencies);
    const placement = placeReport(
      report,
      candidates.map((candidate) => candidate.signature),
      frequencies,
    );
    const found = candidates.find((candidate) => candidate.signature.id === placement.story);
    if (found) return { story: found.key, storyId: found.signature.id, reasons: placement.reasons };
    const storyId = storyIdOf(report.id);
    return { story: numberIn(this.#addStory.get(storyId), "key"), storyId, reasons: placement.reasons };
  }

  #revise(story: number): PlacedReport {
    const cached = this.#story(story);
    if (cached === null) throw new RangeError(`Story ${story} has no signature`);
    return { story, storyId: cached.signature.id, reasons: ["a revision of a report in this story"] };
  }

  #candidatesOf(report: StorySignature, frequencies: DocumentFrequencies): CachedStory[] {
    const keys: number[] = [];
    let rows = 0;
    for (const term of lookupTerms(report, frequencies)) {
      const key = this.#termKeys.get(term);
      const held = frequencies.counts.get(term) ?? 0;
      if (key === undefined || rows + held > MAX_INDEX_ROWS) continue;
      keys.push(key);
      rows += held;
    }
    if (keys.length === 0) return [];
    const found = this.#findStories.all(JSON.stringify(keys));
    const most = found[0] === undefined ? 0 : numberIn(found[0], "shared");
    const likely = found.filter((row) => numberIn(row, "shared") >= most * LEAST_OF_BEST);
    return this.#storiesOf(likely.map((row) => numberIn(row, "story")));
  }

  #frequenciesFor(signatures: readonly StorySignature[]): DocumentFrequencies {
    this.#loadCounts(signatures);
    return { reports: numberIn(this.#countReports.get(), "count"), counts: this.#counts };
  }

  #loadCounts(signatures: readonly StorySignature[]): void {
    const missing = new Set<string>();
    for (const signature of signatures) {
      for (const [term] of signature.terms) if (!this.#counts.has(term)) missing.add(term);
    }
    if (missing.size > 0) {
      for (const term of missing) this.#counts.set(term, 0);
      for (const row of this.#readTerms.all(JSON.stringify([...missing]))) {
        const term = textIn(row, "term");
        this.#counts.set(term, numberIn(row, "reports"));
        this.#termKeys.set(term, numberIn(row, "key"));
      }
    }
  }

  #bump(terms: readonly string[]): void {
    for (const row of this.#bumpTerms.all(JSON.stringify(terms))) {
      const term = textIn(row, "term");
      this.#termKeys.set(term, numberIn(row, "key"));
      this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1);
    }
  }

  #addTerms(story: number, report: StorySignature): void {
    const keys = report.terms.flatMap(([term]) =>
      (this.#counts.get(term) ?? 0) <= MAX_INDEXED_REPORTS ? (this.#termKeys.get(term) ?? []) : [],
    );
    this.#addStoryTerms.run(story, JSON.stringify(keys));
  }

  #story(key: number): CachedStory | null {
    return this.#storiesOf([key])[0] ?? null;
  }

  /** Those that have reports, in the order of the keys. All that must be read is read at once. */
  #storiesOf(keys: readonly number[]): CachedStory[] {
    const missing = keys.filter((key) => !this.#stories.has(key));
    if (missing.length > 0) {
      const read = this.#readStories.all(JSON.stringify(missing)).map((row): CachedStory => {
        return { key: numberIn(row, "key"), signature: JSON.parse(textIn(row, "signature")) };
      });
      // Placing weighs the terms of every candidate, so their counts must be at hand.
      this.#loadCounts(read.map(({ signature }) => signature));
      for (const story of read) this.#stories.set(story.key, story);
    }
    return keys.flatMap((key) => this.#stories.get(key) ?? []);
  }

  #write(key: number, signature: StorySignature, title: string): void {
    this.#stories.set(key, { key, signature });
    const { reports, firstDay, lastDay } = signature;
    this.#writeStory.run(JSON.stringify(signature), reports, firstDay, lastDay, title, key);
  }
}
