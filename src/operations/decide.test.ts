import { describe, expect, it } from "vitest";
import { readTaggedStory } from "../../test/tagged-stories.ts";
import { linkStory } from "../core/link/link-story.ts";
import type { StoredDecision } from "../store/decision.ts";
import { packBytes } from "../store/packing.ts";
import { makeReportEntry } from "../store/report-entry.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import type { Store } from "../store/store.ts";
import { makeDecision, presentDecision } from "./decide.ts";
import type { DecisionRequest } from "./operations.ts";
import { isDecided, logRegroupings } from "./regroupings.ts";
import { applySettlements } from "./settlements.ts";
import { readStory } from "./story-records.ts";

const CROWD = `@ 2031-05-25 | Courant | Thousands march in Lathemouth
{n crowd 2000- e1: Thousands of people} joined the {e1 protest occurred 2031-05-24 Open Lathe at Fish Quay: march} of {o Open Lathe: Open Lathe} to Fish Quay. {o Saltshire Police: Saltshire Police} counted {s1 assertion Saltshire Police: {n crowd 1100-1100 s1 e1: 1,100}}. {o Open Lathe: Open Lathe} claimed {s2 assertion Open Lathe: {n crowd 3000-3000 s2 e1: 3,000}}.
@ 2031-05-26 | Mercury | After the march in Lathemouth
{o Open Lathe: Open Lathe} will march to Fish Quay in Lathemouth again, it said after thousands joined the {e1 protest occurred 2031-05-24 Open Lathe at Fish Quay: march} that {o Saltshire Police: Saltshire Police} had watched.
@ 2031-05-27 | Envoy | Open Lathe plans another march to Fish Quay
{o Open Lathe: Open Lathe} plans another march to Fish Quay in Lathemouth, and {o Saltshire Police: Saltshire Police} will watch.
`;

const BARE = {
  ...{ kind: "undo", author: "ada", madeAt: "2031-06-01T09:00:00Z", reason: "x", stories: [], evidence: [], about: "" },
  ...{ proposal: null, undoes: null, moves: [], parts: [], rejects: null },
} as const;

const NOW = new Date("2031-06-01T09:00:00Z");

describe("makeDecision(store, request, now)", () => {
  it("settles a discrepancy and takes that back", async () => {
    await using store = await storeOf(CROWD);
    const story = await onlyStory(store);
    const [discrepancy] = (await readStory(store, story)).discrepancies;
    const made = await decide(store, { kind: "settle", story, discrepancy: discrepancy?.id ?? "" });
    expect(made).toMatchObject({
      kind: "settle",
      about: "Thousands of people / 1,100 / 3,000",
      standing: "stands",
      by: "Ada",
    });
    expect((await readStory(store, story)).settled).toMatchObject([{ discrepancy: discrepancy?.id, by: "Ada" }]);
    expect((await store.listStories({ limit: 1 })).items[0]?.discrepancies).toBe(0);
    await expect(decide(store, { kind: "settle", story, discrepancy: discrepancy?.id ?? "" })).rejects.toMatchObject({
      code: "conflict",
    });
    await decide(store, { kind: "undo", decision: made.id });
    expect((await readStory(store, story)).settled).toEqual([]);
    expect((await store.listStories({ limit: 1 })).items[0]?.discrepancies).toBe(1);
    await expect(decide(store, { kind: "undo", decision: made.id })).rejects.toMatchObject({ code: "conflict" });
    await expect(decide(store, { kind: "undo", decision: 2 })).rejects.toMatchObject({ code: "usage" });
    await expect(decide(store, { kind: "undo", decision: 99 })).rejects.toMatchObject({ code: "not-found" });
  });

  it("sets reports apart, joins them again, and proposes nothing that was decided", async () => {
    await using store = await storeOf(CROWD);
    const story = await onlyStory(store);
    const reports = (await readStory(store, story)).reports.map(({ id }) => id);
    const split = await decide(store, { kind: "split", story, reports: reports.slice(1) });
    const [, apart = ""] = split.stories;
    expect((await readStory(store, apart)).reports.map(({ id }) => id)).toEqual(reports.slice(1));
    await logRegroupings(store, [story, apart], NOW.toISOString());
    expect(await store.listProposals()).toEqual([]);

    await decide(store, { kind: "undo", decision: split.id });
    expect((await readStory(store, story)).reports).toHaveLength(reports.length);
    const again = await decide(store, { kind: "split", story, reports: reports.slice(1) });
    expect(again.stories).toEqual(split.stories);
    const merged = await decide(store, { kind: "merge", stories: [story, apart] });
    await expect(readStory(store, apart)).rejects.toMatchObject({ message: expect.stringContaining("merged into") });
    await expect(decide(store, { kind: "undo", decision: again.id })).rejects.toMatchObject({ code: "conflict" });
    await decide(store, { kind: "undo", decision: merged.id });
    await decide(store, { kind: "undo", decision: again.id });
    expect((await readStory(store, story)).reports).toHaveLength(reports.length);
  });

  it("takes up and turns down what is proposed", async () => {
    await using store = await storeOf(CROWD);
    const story = await onlyStory(store);
    const reports = (await readStory(store, story)).reports.map(({ id }) => id);
    const split = await decide(store, { kind: "split", story, reports: reports.slice(1) });
    await decide(store, { kind: "undo", decision: split.id });
    // As if the reports had come in an order that left them apart.
    const moves = reports.slice(1).map((report) => ({ report, from: story, to: "st-late" }));
    await store.decide({ ...BARE, kind: "undo", moves });
    await logRegroupings(store, ["st-late"], NOW.toISOString());
    const [proposal] = await store.listProposals();
    expect(proposal).toMatchObject({
      kind: "merge",
      reasons: expect.arrayContaining([expect.stringContaining("tell")]),
    });
    const id = proposal?.id ?? "";
    const rejected = await decide(store, { kind: "reject", proposal: id });
    await logRegroupings(store, ["st-late", story], NOW.toISOString());
    expect(await store.listProposals()).toEqual([]);
    await decide(store, { kind: "undo", decision: rejected.id });
    await logRegroupings(store, ["st-late"], NOW.toISOString());
    const accepted = await decide(store, { kind: "accept", proposal: id });
    expect(accepted).toMatchObject({ kind: "merge", moved: { length: accepted.moved.length } });
    expect((await store.listStories({ limit: 9 })).items).toHaveLength(1);
    expect(await store.listProposals()).toEqual([]);
    await expect(decide(store, { kind: "accept", proposal: id })).rejects.toMatchObject({ code: "conflict" });
  });

  it.each([
    [{ kind: "settle", story: "st-none", discrepancy: "d" }, "not-found"],
    [{ kind: "merge", stories: ["st-none"] }, "usage"],
    [{ kind: "accept", proposal: "p-none" }, "not-found"],
  ] as const)("refuses %j", async (request, code) => {
    await using store = await openSqliteStore({ location: ":memory:", create: true });
    await expect(decide(store, request)).rejects.toMatchObject({ code });
  });

  it("needs a reason and a name", async () => {
    await using store = await openSqliteStore({ location: ":memory:", create: true });
    const request = { kind: "merge", stories: ["a", "b"], reason: " ", by: "Ada" } as const;
    await expect(makeDecision(store, request, NOW)).rejects.toMatchObject({ code: "usage" });
    await expect(makeDecision(store, { ...request, reason: "one", by: "" }, NOW)).rejects.toMatchObject({
      code: "usage",
    });
  });
});

describe("applySettlements(story, settlements)", () => {
  const story = linkStory("st-01", readTaggedStory(CROWD));
  const evidence = story.discrepancies[0]?.sides.map((side) => side.evidence) ?? [];
  const made: StoredDecision = { ...BARE, kind: "settle", key: 7, undoneBy: null, evidence };
  const shift = (by: number) =>
    evidence.map((one) => ({
      ...one,
      spans: one.spans.map(({ start, end }) => ({ start: start + by, end: end + by })),
    }));

  it("finds the words again after other ids and other places", () => {
    const renamed = { ...story, discrepancies: story.discrepancies.map((one) => ({ ...one, id: "d-new" })) };
    expect(applySettlements(renamed, [{ ...made, evidence: shift(4) }]).settled).toMatchObject([
      { discrepancy: "d-new" },
    ]);
  });

  it("settles nothing when a side has come since, or the words are gone", () => {
    const [first] = evidence;
    expect(applySettlements(story, [{ ...made, evidence: evidence.slice(1) }]).settled).toEqual([]);
    expect(applySettlements(story, [{ ...made, evidence: [first!, { ...first!, exact: "4,000" }] }]).settled).toEqual(
      [],
    );
  });
});

describe("isDecided(proposal, decisions)", () => {
  const proposal = {
    id: "p",
    kind: "merge",
    stories: ["a", "b"],
    parts: [["r1", "r2"], ["r3"]],
    reasons: [],
    proposedAt: "",
  } as const;
  const decision = (kind: "merge" | "split" | "reject", parts: string[][]): StoredDecision => ({
    ...{ ...BARE, kind, parts, key: 1, undoneBy: null },
    rejects: kind === "reject" ? "merge" : null,
  });

  it("holds for reports that a person has set apart, though others have come since", () => {
    expect(isDecided(proposal, [decision("split", [["r1"], ["r3"]])])).toBe(true);
    expect(isDecided(proposal, [decision("reject", [["r1"], ["r3", "r9"]])])).toBe(true);
  });

  it("does not hold for other reports, nor for what a person has joined", () => {
    expect(isDecided(proposal, [decision("split", [["r1"], ["r8"]])])).toBe(false);
    expect(isDecided(proposal, [decision("merge", [["r1"], ["r3"]])])).toBe(false);
  });
});

type Asked<T> = T extends unknown ? Omit<T, "reason" | "by"> : never;

async function decide(store: Store, request: Asked<DecisionRequest>) {
  return presentDecision(store, await makeDecision(store, { ...request, reason: "seen", by: "Ada" }, NOW));
}

async function storeOf(text: string): Promise<Store> {
  const store = await openSqliteStore({ location: ":memory:", create: true });
  for (const record of readTaggedStory(text)) {
    const bytes = Buffer.from(record.report.text);
    const { id } = record.report;
    const source = {
      sha256: id,
      mediaType: "text/plain",
      url: null,
      path: null,
      retrievedAt: null,
      lastModified: null,
      byteLength: 1,
    };
    await store.commitReport(makeReportEntry({ ...source, packedBytes: packBytes(bytes) }, {}, record));
  }
  return store;
}

async function onlyStory(store: Store): Promise<string> {
  const { items } = await store.listStories({ limit: 9 });
  expect(items).toHaveLength(1);
  await readStory(store, items[0]?.id ?? "");
  return items[0]?.id ?? "";
}
