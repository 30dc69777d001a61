import type { Evidence, StoryRecord } from "../core/link/story-record.ts";
import { OnrecordError } from "../errors.ts";
import type { NewDecision, StoredDecision } from "../store/decision.ts";
import type { Store } from "../store/store.ts";
import type { Decision, DecisionRequest } from "./operations.ts";
import { logRegroupings } from "./regroupings.ts";
import { readStory } from "./story-records.ts";

const MOST_CHARACTERS = 2000;

/** Keeps what a person decides, does it, and brings what rests on it up to date. */
export async function makeDecision(store: Store, request: DecisionRequest, now: Date): Promise<StoredDecision> {
  const reason = checkWords(request.reason, "reason", "Say why: whoever reads it later will ask.");
  const author = checkWords(request.by, "name", "Say who decides.");
  const madeAt = now.toISOString();
  const decided = await planDecision(store, request);
  const decision = await store.decide({ ...BARE, ...decided, reason, author, madeAt });
  const touched = [...new Set(decision.moves.flatMap(({ from, to }) => [from, to]))];
  await withdrawProposals(store, touched, madeAt);
  for (const story of touched) {
    if ((await store.getStoryRecords(story)).records.length === 0) continue;
    await readStory(store, story);
    await logRegroupings(store, [story], madeAt);
  }
  await countOpen(store, decision);
  return decision;
}

/** What was proposed for stories whose reports have moved; what still holds is proposed anew. */
async function withdrawProposals(store: Store, stories: readonly string[], at: string): Promise<void> {
  if (stories.length === 0) return;
  const named = (await store.listProposals()).flatMap((one) => one.stories);
  for (const story of stories) await store.logProposals(story, named, [], at);
}

const BARE = { evidence: [], proposal: null, undoes: null, moves: [], parts: [], rejects: null } as const;

type Plan = Pick<NewDecision, "kind" | "stories" | "about"> & Partial<NewDecision>;

async function planDecision(store: Store, request: DecisionRequest): Promise<Plan> {
  switch (request.kind) {
    case "settle":
      return planSettling(await readStory(store, request.story), request.discrepancy);
    case "merge":
      return planMerge(store, request.stories);
    case "split":
      return planSplit(store, request.story, request.reports);
    case "accept":
    case "reject":
      return planAnswer(store, request.proposal, request.kind);
    case "undo":
      return planUndo(store, request.decision);
  }
}

function planSettling(story: StoryRecord, id: string): Plan {
  const found = story.discrepancies.find((one) => one.id === id);
  if (found === undefined) {
    throw new OnrecordError("not-found", `There is no discrepancy ${id} in the story ${story.id}.`, {
      next: `See them with: onrecord story ${story.id}`,
    });
  }
  if (story.settled.some(({ discrepancy }) => discrepancy === id)) {
    throw new OnrecordError("conflict", "That discrepancy is settled already.", {
      next: "Take the settlement back first: onrecord decisions --undo NUMBER",
    });
  }
  const evidence: readonly Evidence[] = found.sides.map((side) => side.evidence);
  return { kind: "settle", stories: [story.id], evidence, about: found.sides.map(({ label }) => label).join(" / ") };
}

async function planMerge(store: Store, ids: readonly string[], proposal: string | null = null): Promise<Plan> {
  const stories = [...new Set(ids)];
  const [into, ...others] = stories;
  if (into === undefined || others.length === 0) {
    throw new OnrecordError("usage", "A merge needs two stories.", { next: "Name them: onrecord merge STORY OTHER" });
  }
  const titles: string[] = [];
  const parts: string[][] = [];
  for (const id of stories) {
    const story = await readStory(store, id);
    titles.push(story.title);
    parts.push(story.reports.map((report) => report.id));
  }
  const moves = others.flatMap((from, at) => (parts[at + 1] ?? []).map((report) => ({ report, from, to: into })));
  return { kind: "merge", stories, about: titles.join(" + "), moves, parts, proposal };
}

async function planSplit(
  store: Store,
  id: string,
  leaving: readonly string[],
  proposal: string | null = null,
): Promise<Plan> {
  const story = await readStory(store, id);
  const going = new Set(leaving);
  const strange = leaving.find((report) => !story.reports.some((one) => one.id === report));
  if (strange !== undefined) {
    throw new OnrecordError("not-found", `The report ${strange} is not in the story ${id}.`, {
      next: `See its reports with: onrecord story ${id}`,
    });
  }
  const staying = story.reports.flatMap((report) => (going.has(report.id) ? [] : [report.id]));
  if (going.size === 0 || staying.length === 0) {
    throw new OnrecordError("usage", "A split takes some of a story's reports and leaves some.", {
      next: "Name the reports that are to stand apart: onrecord split STORY REPORT…",
    });
  }
  const to = await nameOfPart(store, [...going]);
  const first = story.reports.find((report) => going.has(report.id));
  return {
    kind: "split",
    stories: [id, to],
    about: `${first?.headline ?? first?.id ?? to} out of ${story.title}`,
    moves: [...going].map((report) => ({ report, from: id, to })),
    parts: [staying, [...going]],
    proposal,
  };
}

/** As a story is named that one of these reports founds; an id that holds reports is passed over. */
async function nameOfPart(store: Store, reports: readonly string[]): Promise<string> {
  for (const report of reports) {
    const id = `st-${report.replace(/^r-/, "")}`;
    if ((await store.getStoryRecords(id)).records.length === 0) return id;
  }
  // Only when each of them founded a story that others stand in now.
  let number = 2;
  for (;;) {
    const id = `st-${reports[0]?.replace(/^r-/, "")}-${number++}`;
    if ((await store.getStoryRecords(id)).records.length === 0) return id;
  }
}

async function planAnswer(store: Store, id: string, answer: "accept" | "reject"): Promise<Plan> {
  const proposal = await store.getProposal(id);
  if (proposal === null) {
    throw new OnrecordError("not-found", `There is no proposal ${id}.`, { next: "See them with: onrecord proposals" });
  }
  if (proposal.withdrawnAt !== null) {
    throw new OnrecordError("conflict", `The proposal ${id} was withdrawn: its stories have changed since.`, {
      next: "See what is proposed now: onrecord proposals",
    });
  }
  const { kind, stories, parts } = proposal;
  if (answer === "accept") {
    if (kind === "merge") return planMerge(store, stories, id);
    return planSplit(store, stories[0] ?? "", parts.slice(1).flat(), id);
  }
  const titles: string[] = [];
  for (const story of stories) titles.push((await readStory(store, story)).title);
  return { kind: "reject", rejects: kind, stories, parts, proposal: id, about: `${kind}: ${titles.join(" + ")}` };
}

async function planUndo(store: Store, key: number): Promise<Plan> {
  const before = await store.getDecision(key);
  if (before === null) {
    throw new OnrecordError("not-found", `There is no decision ${key}.`, { next: "See them with: onrecord decisions" });
  }
  if (before.kind === "undo") {
    throw new OnrecordError("usage", `Decision ${key} takes another back.`, {
      next: "To have that one again, make it again.",
    });
  }
  const moves = before.moves.map(({ report, from, to }) => ({ report, from: to, to: from }));
  return { kind: "undo", stories: before.stories, undoes: key, moves, about: before.about };
}

function checkWords(given: string, what: string, next: string): string {
  const words = given.trim();
  if (words !== "" && words.length <= MOST_CHARACTERS) return words;
  const message = words === "" ? `A decision needs a ${what}.` : `The ${what} is over ${MOST_CHARACTERS} characters.`;
  throw new OnrecordError("usage", message, { next });
}

/** Settling changes no report, so the story's record stands; only the list of stories counts otherwise. */
async function countOpen(store: Store, { kind, stories }: StoredDecision): Promise<void> {
  const [id] = stories;
  if (id === undefined || (kind !== "settle" && kind !== "undo")) return;
  if ((await store.getStoryRecords(id)).records.length === 0) return;
  const story = await readStory(store, id);
  await store.countDiscrepancies(id, story.discrepancies.length - story.settled.length);
}

/** Decisions as they are shown. Whether a settlement still finds its words is looked up in its story. */
export async function presentDecision(store: Store, stored: StoredDecision): Promise<Decision> {
  const { key, kind, madeAt, author, reason, about, stories, evidence, moves, undoes, undoneBy } = stored;
  const stands = undoneBy === null && (kind !== "settle" || (await findsItsWords(store, stored)));
  return {
    ...{ id: key, kind, at: madeAt, by: author, reason, about, stories, evidence, undoes, undoneBy },
    moved: moves.map(({ report }) => report),
    standing: undoneBy !== null ? "undone" : stands ? "stands" : "orphan",
  };
}

async function findsItsWords(store: Store, { key, evidence }: StoredDecision): Promise<boolean> {
  const report = evidence[0] === undefined ? null : await store.getReport(evidence[0].report);
  if (report === null) return false;
  const { settled } = await readStory(store, report.story);
  return settled.some(({ decision }) => decision === key);
}
