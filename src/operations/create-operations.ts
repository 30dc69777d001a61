import { compareRevisions } from "../core/link/compare-revisions.ts";
import { OnrecordError } from "../errors.ts";
import { decodeBytes } from "../reading/decode-bytes.ts";
import { showPage } from "../reading/page/show-page.ts";
import { unpackBytes } from "../store/packing.ts";
import { engineName } from "../store/report-entry.ts";
import { collectDossier } from "./actor-dossier.ts";
import { type AddEffects, addReports, BATCH_REPORTS, BATCH_WAIT_MS, reanalyzeReport } from "./add-reports.ts";
import type { AnalysisPool } from "./analysis-pool.ts";
import { batchInTime } from "./batch-in-time.ts";
import { makeDecision, presentDecision } from "./decide.ts";
import { ENGINE } from "./engine.ts";
import { mapInOrder } from "./map-in-order.ts";
import type { Decision, Operations, Page, Proposal, Reanalysis, Watching } from "./operations.ts";
import { pollFeeds } from "./poll-feeds.ts";
import { isDecided, logRegroupings } from "./regroupings.ts";
import { noStory, readStory, refreshStories } from "./story-records.ts";

export interface OperationParts extends Omit<AddEffects, "pool"> {
  /** Makes the worker threads; called when the first report must be analysed, so that reading starts at once. */
  readonly openPool: () => AnalysisPool;
  /** Ends the connections to sites. */
  readonly closeFetcher?: () => PromiseLike<void>;
}

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;
/** How long a reader waits at most for story records that nobody has computed yet. */
const READER_BUDGET_MS = 500;

/** What a user can do, over one store. Closing it closes the store and ends the workers. */
export function createOperations(parts: OperationParts): Operations & Reanalysis & Watching {
  const { store } = parts;
  let opened: AnalysisPool | null = null;
  const openPool = () => {
    opened ??= parts.openPool();
    return opened;
  };
  return {
    async add(inputs, options) {
      const summary = await addReports(inputs, options, { ...parts, pool: openPool() });
      await refreshStories(store);
      await logRegroupings(store, summary.stories, parts.now().toISOString());
      return summary;
    },

    async pollFeeds(addresses, options) {
      const summary = await pollFeeds(addresses, options, { ...parts, pool: openPool() });
      await refreshStories(store);
      await logRegroupings(store, summary.stories, parts.now().toISOString());
      return summary;
    },

    async listFeeds() {
      const feeds = await store.listFeeds();
      return feeds.map(({ etag: _, lastModified: __, ...feed }) => feed);
    },

    forgetFeed: (address) => store.removeFeed(address),

    async reanalyze(options = {}) {
      const outdated = await store.listOutdated(engineName(ENGINE));
      const pool = openPool();
      const failed: { report: string; code: string; message: string }[] = [];
      let done = 0;
      const results = mapInOrder(outdated, pool.size * 2, async (report) => ({
        report,
        result: await reanalyzeReport(report, store, pool),
      }));
      for await (const batch of batchInTime(results, BATCH_REPORTS, BATCH_WAIT_MS)) {
        await store.replaceFindings(
          batch.flatMap(({ report, result }) => (result.kind === "entry" ? [{ report, entry: result.entry }] : [])),
        );
        for (const { report, result } of batch) {
          if (result.kind === "failed") {
            failed.push({ report, code: result.error.code, message: result.error.message });
          }
          done++;
          options.onProgress?.({ done, total: outdated.length, current: report });
        }
      }
      await refreshStories(store);
      return { reanalyzed: done - failed.length, failed };
    },

    async listStories(page) {
      const asked = storePage(page);
      const found = await store.listStories(asked);
      const stale = found.items.filter((story) => story.stale);
      if (stale.length === 0) return { ...found, items: found.items.map(withoutStale) };
      for (const story of stale) await readStory(store, story.id);
      const fresh = await store.listStories(asked);
      return { ...fresh, items: fresh.items.map(withoutStale) };
    },

    getStory: (id) => readStory(store, id),

    async getReport(id) {
      const found = await store.getReport(id);
      if (found === null) throw noReport(id);
      const { sha256, mediaType, byteLength, url, retrievedAt, path } = found.source;
      return { ...found, source: { sha256, mediaType, bytes: byteLength, url, retrievedAt, path } };
    },

    async getChanges(report, against) {
      const later = await store.getReport(report);
      if (later === null) throw noReport(report);
      const earlier = against ?? later.revisions[later.revisions.indexOf(report) - 1];
      if (earlier === undefined) return { report, against: null, changes: { fields: [], facts: [], sentences: [] } };
      if (!later.revisions.includes(earlier)) {
        throw new OnrecordError("not-found", `${earlier} is no version of ${report}.`, {
          next: `See its versions: onrecord report ${report}`,
        });
      }
      const before = await store.getReport(earlier);
      if (before === null) throw noReport(earlier);
      return { report, against: earlier, changes: compareRevisions(before.record, later.record) };
    },

    async getSource(report) {
      const found = await store.getSource(report);
      if (found === null) throw noReport(report);
      return { sha256: found.sha256, mediaType: found.mediaType, bytes: unpackBytes(found.packedBytes) };
    },

    async getPage(report, spans) {
      const [stored, source] = [await store.getReport(report), await store.getSource(report)];
      if (stored === null || source === null) throw noReport(report);
      if ((stored.record.report.places ?? []).length === 0) {
        throw new OnrecordError("not-found", "The report was not read from a page.", {
          next: "Give the address of its source instead: /api/reports/{report}/source.",
        });
      }
      const { text } = decodeBytes(unpackBytes(source.packedBytes), { contentType: source.mediaType });
      return showPage(text, stored.record.report, spans);
    },

    async listReports({ story, ...page }) {
      const list = await store.listReports({ ...storePage(page), ...(story === undefined ? {} : { story }) });
      // A story has at least one report.
      if (story !== undefined && list.items.length === 0 && page.after === undefined) throw noStory(story);
      return list;
    },

    async listActors({ story, ...page }) {
      if (story === undefined) await refreshStories(store, { budgetMs: READER_BUDGET_MS });
      else await readStory(store, story);
      return store.listActors({ ...storePage(page), ...(story === undefined ? {} : { story }) });
    },

    async getActor(story, actor) {
      return collectDossier(await readStory(store, story), actor);
    },

    async search({ q, kind, story, ...page }) {
      if (kind !== "report" && kind !== "statement") await refreshStories(store, { budgetMs: READER_BUDGET_MS });
      return store.search({
        q,
        ...storePage(page),
        ...(kind === undefined ? {} : { kind }),
        ...(story === undefined ? {} : { story }),
      });
    },

    async listProposals({ story }) {
      const decided = await store.listRegroupings();
      const wanted = (await store.listProposals()).filter(
        (one) => (story === undefined || one.stories.includes(story)) && !isDecided(one, decided),
      );
      const items: Proposal[] = [];
      for (const { id, kind, stories, parts: reports, reasons, proposedAt } of wanted) {
        const named = [];
        for (const one of stories) named.push({ id: one, title: (await readStory(store, one)).title });
        items.push({ id, kind, stories: named, parts: reports, reasons, proposedAt });
      }
      return { items, next: null };
    },

    async listDecisions({ story, ...page }) {
      const list = await store.listDecisions({ ...storePage(page), ...(story === undefined ? {} : { story }) });
      const items: Decision[] = [];
      for (const one of list.items) items.push(await presentDecision(store, one));
      return { items, next: list.next };
    },

    async decide(request) {
      return presentDecision(store, await makeDecision(store, request, parts.now()));
    },

    async [Symbol.asyncDispose]() {
      await opened?.[Symbol.asyncDispose]();
      await parts.closeFetcher?.();
      await store[Symbol.asyncDispose]();
    },
  };
}

function storePage({ limit = DEFAULT_LIMIT, after }: Page) {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new OnrecordError("usage", `A page holds 1 to ${MAX_LIMIT} rows, not ${limit}.`);
  }
  return { limit, ...(after === undefined ? {} : { after }) };
}

function withoutStale<T extends { readonly stale: boolean }>({ stale: _, ...summary }: T): Omit<T, "stale"> {
  return summary;
}

function noReport(id: string): OnrecordError {
  return new OnrecordError("not-found", `There is no report ${id} in the store.`, {
    next: "Find reports with: onrecord search WORDS   or list a story's: onrecord story ID",
  });
}
