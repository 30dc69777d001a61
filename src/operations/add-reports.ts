import { hash } from "node:crypto";
import { OnrecordError } from "../errors.ts";
import type { FetchConditions, FetchedPage, NotModified } from "../fetching/fetch-page.ts";
import { unpackBytes } from "../store/packing.ts";
import type { ReportEntry } from "../store/report-entry.ts";
import type { Commit, GivenFields, Store } from "../store/store.ts";
import { type AnalysisResult, describeError, type TaskError, UNKNOWN_MEDIA_TYPE } from "./analysis-messages.ts";
import type { AnalysisPool } from "./analysis-pool.ts";
import { batchInTime } from "./batch-in-time.ts";
import { checkIsoDate } from "./iso-date.ts";
import { mapInOrder } from "./map-in-order.ts";
import { type InputDocument, type LinkedPage, type OpenedInput, openInput, type Part } from "./open-input.ts";
import type { AddOptions, AddSummary } from "./operations.ts";
import { expandInputs, type InputReference, mediaTypeOf, openFileStream } from "./read-input.ts";
import { Tally } from "./tally.ts";

/** What `add` needs of the world. */
export interface AddEffects {
  readonly store: Store;
  readonly pool: AnalysisPool;
  readonly fetchPage: (url: string, conditions?: FetchConditions) => Promise<FetchedPage | NotModified>;
  readonly standardInput: () => AsyncIterable<Uint8Array>;
  readonly now: () => Date;
}

/** One thing to read: an input as it was named, or a part of one that was opened. */
type Item = InputReference | Part;

/**
 * Reports that are stored in one transaction at most, and how long the first of them waits for others. What a crash can
 * cost is a second's work, done again the next time; a transaction each costs several times as much writing.
 */
export const BATCH_REPORTS = 64;
export const BATCH_WAIT_MS = 500;

/** A list of feeds names feeds, a feed names pages; a page may be an archive. */
const MAX_DEPTH = 4;

type Outcome =
  | { readonly kind: "known"; readonly report: string; readonly story: string; readonly fetched?: Fetched }
  | { readonly kind: "entry"; readonly entry: ReportEntry; readonly fetched?: Fetched }
  | { readonly kind: "parts"; readonly parts: AsyncIterable<Part> }
  | { readonly kind: "passed-over"; readonly reason: string }
  | { readonly kind: "warned"; readonly code: string; readonly message: string }
  | { readonly kind: "failed"; readonly error: Pick<TaskError, "code" | "message">; readonly fetched?: Fetched };

/** What is remembered of a page that was fetched, so that the next request for it can name its version. */
interface Fetched {
  readonly url: string;
  readonly given: GivenFields;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly fetchedAt: string;
}

/**
 * Adds inputs in their order, a few to a transaction: what was stored before a crash stays and is passed over the next
 * time. One bad input, or part of an archive, is noted and the rest go on; a store that is locked or full ends it.
 *
 * @throws OnrecordError "bad-date", "usage", and what the store throws.
 */
export async function addReports(
  inputs: readonly string[],
  options: AddOptions,
  effects: AddEffects,
): Promise<AddSummary> {
  const given = checkGiven(options);
  const references = await expandInputs(inputs);
  if (given.url !== undefined && references.length > 1) {
    throw new OnrecordError("usage", "--url is the address of one report, and several inputs were given.", {
      next: "Add them one by one, or write the address at the top of each text file (url: https://…).",
    });
  }
  const tally = new Tally();
  await addItems(references, given, options, effects, tally);
  return tally.summary();
}

/** Adds pages that are known by their addresses, as `addReports` does. */
export async function addPages(
  pages: readonly LinkedPage[],
  options: AddOptions,
  effects: AddEffects,
  tally: Tally,
): Promise<void> {
  await addItems(pages, checkGiven(options), options, effects, tally);
}

async function addItems(
  items: readonly Item[],
  given: GivenFields,
  options: AddOptions,
  effects: AddEffects,
  tally: Tally,
): Promise<void> {
  let total: number | null = items.filter(({ kind }) => kind !== "passed-over").length;
  const seen = new Set<string>();
  for await (const batch of batchInTime(outcomesOf(items, given, effects, seen, 0), BATCH_REPORTS, BATCH_WAIT_MS)) {
    const entries = batch.flatMap(({ outcome }) => (outcome.kind === "entry" ? [outcome.entry] : []));
    const commits = entries.length === 0 ? [] : await effects.store.commitReports(entries);
    let next = 0;
    for (const { item, outcome, isOpened } of batch) {
      const commit = outcome.kind === "entry" ? commits[next++] : undefined;
      // What was broken off is no failure.
      if (options.signal?.aborted === true && commit === undefined) continue;
      // How much an archive holds is not known before it is read.
      if (isOpened) total = null;
      else {
        await settle(item, outcome, commit ?? null, tally, effects.store);
        if (outcome.kind !== "passed-over") options.onProgress?.({ done: tally.done, total, current: nameOf(item) });
      }
    }
    if (options.signal?.aborted === true) return;
  }
}

/** Counts what became of an item, and remembers what was fetched for it. */
async function settle(item: Item, outcome: Outcome, commit: Commit | null, tally: Tally, store: Store): Promise<void> {
  let report: string | null = null;
  if (commit !== null) {
    report = commit.report;
    tally.addCommit(commit, outcome.kind === "entry" && outcome.entry.unread);
  } else if (outcome.kind === "known") {
    report = outcome.report;
    tally.addKnown(outcome.story);
  } else if (outcome.kind === "passed-over") tally.addPassedOver(nameOf(item), outcome.reason);
  else if (outcome.kind === "warned") tally.addWarning(nameOf(item), outcome.code, outcome.message);
  else if (outcome.kind === "failed") tally.addFailed(nameOf(item), outcome.error);
  if ("fetched" in outcome && outcome.fetched !== undefined) {
    const { url, given, etag, lastModified, fetchedAt } = outcome.fetched;
    await store.putFetch(url, given, { etag, lastModified, fetchedAt, report });
  }
}

interface ItemOutcome {
  readonly item: Item;
  readonly outcome: Outcome;
  /** Whether the item was an archive; what it held comes after it. */
  readonly isOpened: boolean;
}

/** What became of each item, in order; what an archive holds stands in its place. */
async function* outcomesOf(
  items: AsyncIterable<Item> | Iterable<Item>,
  given: GivenFields,
  effects: AddEffects,
  seen: Set<string>,
  depth: number,
): AsyncGenerator<ItemOutcome, void, undefined> {
  const prepared = mapInOrder(items, effects.pool.size * 3, async (item) => {
    if (item.kind === "url") {
      const isAgain = seen.has(item.url);
      seen.add(item.url);
      if (isAgain) return { item, outcome: { kind: "passed-over", reason: "a page named before" } as const };
    }
    return { item, outcome: await prepare(item, given, effects) };
  });
  for await (const { item, outcome } of prepared) {
    yield { item, outcome, isOpened: outcome.kind === "parts" };
    if (outcome.kind !== "parts") continue;
    try {
      if (depth >= MAX_DEPTH) throw new OnrecordError("archive-too-large", "Lists in lists are followed no further.");
      yield* outcomesOf(outcome.parts, given, effects, seen, depth + 1);
    } catch (error) {
      if (error instanceof OnrecordError && isAboutTheStore(error)) throw error;
      // The archive breaks off; what came before is kept.
      yield { item, outcome: { kind: "failed", error: describeError(error) }, isOpened: false };
    }
  }
}

/** A report whose findings must be computed anew: same bytes, same given fields, same id. */
export async function reanalyzeReport(
  report: string,
  store: Store,
  pool: AnalysisPool,
): Promise<Extract<AnalysisResult, { kind: "entry" | "failed" }>> {
  const failed = (error: unknown) => ({ kind: "failed", error: describeError(error) }) as const;
  const source = await store.getSource(report);
  if (source === null) return failed(new OnrecordError("not-found", `There is no report ${report}.`));
  const { packedBytes, given, byteLength: _, ...rest } = source;
  const task = { kind: "document", bytes: unpackBytes(packedBytes), ...rest, given, keepId: report } as const;
  const [result] = await pool.run([task]);
  return result === undefined || result.kind === "line" ? failed(new Error("no result")) : result;
}

async function prepare(item: Item, given: GivenFields, effects: AddEffects): Promise<Outcome> {
  if (item.kind === "left-out") return { kind: "failed", error: item };
  if (item.kind === "passed-over" || item.kind === "warned") return item;
  try {
    if (item.kind === "url") return await prepareUrl(item, given, effects);
    const opened = await openItem(item, effects);
    return opened.kind === "container" ? { kind: "parts", parts: opened.parts } : await analyze(opened, given, effects);
  } catch (error) {
    if (error instanceof OnrecordError && isAboutTheStore(error)) throw error;
    return { kind: "failed", error: describeError(error) };
  }
}

/** A page that is held already is asked for with its version, so that a site need not send it again. */
async function prepareUrl(
  { url, listedAt }: { readonly url: string; readonly listedAt?: string | null },
  given: GivenFields,
  effects: AddEffects,
): Promise<Outcome> {
  const known = await effects.store.getFetch(url, given);
  const conditions = known?.report == null ? {} : { etag: known.etag, lastModified: known.lastModified };
  const page = await effects.fetchPage(url, conditions);
  const fetchedAt = effects.now().toISOString();
  if (page.kind === "not-modified") {
    if (known?.report == null || known.story === null) {
      throw new OnrecordError("unreachable", `${url} could not be fetched: the site sent nothing.`);
    }
    const { report, story, etag, lastModified } = known;
    return { kind: "known", report, story, fetched: { url, given, etag, lastModified, fetchedAt } };
  }
  const { bytes, mediaType, etag, lastModified } = page;
  const chunks = once(bytes);
  const source = { mediaType, url: page.url, path: null, retrievedAt: fetchedAt, lastModified };
  const opened = await openInput({ ...source, name: url, chunks });
  if (opened.kind === "container") return { kind: "parts", parts: opened.parts };
  const fetched: Fetched = { url, given, etag, lastModified, fetchedAt };
  const outcome = await analyze(opened, given, effects, listedAt);
  return outcome.kind === "known" || outcome.kind === "entry" || outcome.kind === "failed"
    ? { ...outcome, fetched }
    : outcome;
}

async function analyze(
  document: InputDocument,
  given: GivenFields,
  effects: AddEffects,
  listedAt: string | null = null,
): Promise<Outcome> {
  const { bytes, mediaType, url, path, retrievedAt, lastModified = null } = document;
  const sha256 = hash("sha256", bytes, "hex");
  const address = given.url ?? url;
  const fields = address === null ? given : { ...given, url: address };
  const known = await effects.store.findReport(sha256, fields);
  if (known !== null) return { kind: "known", ...known };
  const task = {
    kind: "document",
    sha256,
    keepId: null,
    bytes,
    mediaType,
    url,
    path,
    retrievedAt,
    lastModified,
    given: fields,
    listedAt,
  } as const;
  const [result] = await effects.pool.run([task]);
  if (result?.kind === "entry" || result?.kind === "failed") return result;
  throw new Error("A worker gave no result.");
}

async function openItem(
  item: Exclude<Item, { kind: "left-out" | "passed-over" | "warned" | "url" }>,
  effects: AddEffects,
): Promise<OpenedInput> {
  switch (item.kind) {
    case "document":
      return item;
    case "file": {
      const { path } = item;
      const chunks = await openFileStream(path);
      return openInput({
        name: path,
        mediaType: mediaTypeOf(path),
        url: null,
        path,
        retrievedAt: null,
        chunks,
        file: path,
      });
    }
    case "stdin": {
      const unknown = { mediaType: UNKNOWN_MEDIA_TYPE, url: null, path: null, retrievedAt: null };
      return openInput({ ...unknown, name: "Standard input", chunks: effects.standardInput() });
    }
    case "missing":
      throw notThere(item.path);
  }
}

/** "file:///a.html" and "data:,x" look like addresses, and nothing is fetched from them. */
function notThere(path: string): OnrecordError {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(path)?.[1];
  if (scheme === undefined || scheme.length < 2) {
    return new OnrecordError("not-found", `There is no file or folder ${path}.`, {
      next: "Check the name and the folder.",
    });
  }
  return new OnrecordError("usage", `Only http and https addresses are fetched, not ${path.slice(0, 100)}.`, {
    next: scheme === "file" ? "Give the file by its path." : "Save what it holds as a file, and add that.",
  });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}

/** @throws OnrecordError "bad-date" */
export function checkGiven(options: AddOptions): GivenFields {
  const { published, url, outlet, format } = options;
  return {
    ...(published === undefined ? {} : { published: checkIsoDate(published) }),
    ...(url === undefined ? {} : { url }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(format === undefined || format === "auto" ? {} : { format }),
  };
}

function isAboutTheStore(error: OnrecordError): boolean {
  return error.code.startsWith("store-") || error.code === "disk-full";
}

function nameOf(item: Item): string {
  switch (item.kind) {
    case "url":
      return item.url;
    case "stdin":
      return "standard input";
    case "file":
    case "missing":
      return item.path;
    default:
      return item.name;
  }
}
