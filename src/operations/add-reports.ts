import { hash } from "node:crypto";
import { OnrecordError } from "../errors.ts";
import { unpackBytes } from "../store/packing.ts";
import type { ReportEntry } from "../store/report-entry.ts";
import type { Commit, GivenFields, Store } from "../store/store.ts";
import type { AnalysisPool } from "./analysis-pool.ts";
import { describeError, type TaskError } from "./analysis-tasks.ts";
import type { FetchedPage } from "./fetch-page.ts";
import { checkIsoDate } from "./iso-date.ts";
import { mapInOrder } from "./map-in-order.ts";
import type { AddOptions, AddSummary } from "./operations.ts";
import { expandInputs, type InputReference, readFileInput, readStream } from "./read-input.ts";

/** What `add` needs of the world. */
export interface AddEffects {
  readonly store: Store;
  readonly pool: AnalysisPool;
  readonly fetchPage: (url: string) => Promise<FetchedPage>;
  readonly standardInput: () => AsyncIterable<Uint8Array>;
  readonly now: () => Date;
}

type Prepared =
  | { readonly kind: "known"; readonly report: string; readonly story: string }
  | { readonly kind: "entry"; readonly entry: ReportEntry }
  | { readonly kind: "failed"; readonly error: TaskError };

/**
 * Adds inputs in their order, one transaction each: what was stored before a crash stays and is passed over the next
 * time. One bad input is noted and the rest go on; a store that is locked or full ends it.
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
  const counts = { added: 0, revised: 0, unchanged: 0 };
  const failed: { input: string; code: string; message: string }[] = [];
  const stories = new Set<string>();
  let done = 0;
  const prepared = mapInOrder(references, effects.pool.size * 3, async (reference) => ({
    reference,
    outcome: await prepare(reference, given, effects),
  }));
  for await (const { reference, outcome } of prepared) {
    const input = nameOf(reference);
    if (outcome.kind === "failed") {
      failed.push({ input, code: outcome.error.code, message: outcome.error.message });
    } else {
      const commit = outcome.kind === "known" ? null : await effects.store.commitReport(outcome.entry);
      counts[countFor(commit)]++;
      stories.add(commit?.story ?? (outcome.kind === "known" ? outcome.story : ""));
    }
    done++;
    options.onProgress?.({ done, total: references.length, current: input });
  }
  return { ...counts, failed, stories: [...stories] };
}

/** A report whose findings must be computed anew: same bytes, same given fields, same id. */
export async function reanalyzeReport(report: string, store: Store, pool: AnalysisPool): Promise<TaskError | null> {
  const source = await store.getSource(report);
  if (source === null) return describeError(new OnrecordError("not-found", `There is no report ${report}.`));
  const { packedBytes, given, byteLength: _, ...rest } = source;
  const task = { kind: "document", bytes: unpackBytes(packedBytes), ...rest, given, keepId: report } as const;
  const [result] = await pool.run([task]);
  if (result?.kind === "entry") {
    await store.replaceFindings(report, result.entry);
    return null;
  }
  return result?.kind === "failed" ? result.error : describeError(new Error("no result"));
}

async function prepare(reference: InputReference, given: GivenFields, effects: AddEffects): Promise<Prepared> {
  try {
    const input = await readReference(reference, given, effects);
    const sha256 = hash("sha256", input.bytes, "hex");
    const known = await effects.store.findReport(sha256, input.given);
    if (known !== null) return { kind: "known", ...known };
    const [result] = await effects.pool.run([{ kind: "document", sha256, keepId: null, ...input }]);
    if (result?.kind === "entry" || result?.kind === "failed") return result;
    throw new Error("A worker gave no result.");
  } catch (error) {
    if (error instanceof OnrecordError && isAboutTheStore(error)) throw error;
    return { kind: "failed", error: describeError(error) };
  }
}

async function readReference(reference: InputReference, given: GivenFields, effects: AddEffects) {
  const nowhere = { url: null, path: null, retrievedAt: null, given };
  switch (reference.kind) {
    case "url": {
      const page = await effects.fetchPage(reference.url);
      const retrievedAt = effects.now().toISOString();
      const url = given.url ?? page.url;
      return { ...page, ...nowhere, url: page.url, retrievedAt, given: { ...given, url } };
    }
    case "file":
      return { ...nowhere, ...(await readFileInput(reference.path)), path: reference.path };
    case "stdin": {
      const bytes = await readStream(effects.standardInput(), "Standard input");
      return { ...nowhere, bytes, mediaType: "application/octet-stream", path: null };
    }
    case "missing":
      throw new OnrecordError("not-found", `There is no file or folder ${reference.path}.`);
  }
}

function checkGiven(options: AddOptions): GivenFields {
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

function countFor(commit: Commit | null): "added" | "revised" | "unchanged" {
  if (commit === null) return "unchanged";
  return commit.kind === "updated" ? "revised" : commit.kind;
}

function nameOf(reference: InputReference): string {
  return reference.kind === "url" ? reference.url : reference.kind === "stdin" ? "standard input" : reference.path;
}
