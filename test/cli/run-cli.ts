import { type CliEffects, nodeEffects } from "../../src/cli/effects.ts";
import { main } from "../../src/cli/main.ts";
import { OnrecordError } from "../../src/errors.ts";
import { collectDossier } from "../../src/operations/actor-dossier.ts";
import type {
  AddSummary,
  Decision,
  Operations,
  Proposal,
  Reanalysis,
  Watching,
} from "../../src/operations/operations.ts";
import { RECORD, STORY, TEXT } from "./sample-story.ts";

export interface CliRun {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command line with a store that holds the sample story, 80 columns wide and without colour. */
export async function runCli(args: readonly string[], effects: Partial<CliEffects> = {}): Promise<CliRun> {
  let output = "";
  let errors = "";
  const code = await main(args, {
    ...nodeEffects(),
    config: { db: "sample.db", allowPrivate: false, color: null, by: null, model: "light" },
    userName: () => "ada",
    inputIsTerminal: true,
    outputIsTerminal: false,
    errorIsTerminal: false,
    columns: 80,
    openApp: async () => sampleOperations(),
    write: async (text) => {
      output += typeof text === "string" ? text : Buffer.from(text).toString();
    },
    writeError: (text) => {
      errors += text;
    },
    ...effects,
  });
  return { code, output, errors };
}

const PROPOSAL: Proposal = {
  id: "p-0123456789ab",
  kind: "merge",
  stories: [
    { id: STORY.id, title: STORY.title },
    { id: "st-0000000000000002", title: "Crews of Skerry strike" },
  ],
  parts: [["r-0000000000000001"], ["r-0000000000000002"]],
  reasons: ["both tell of ferry, skerry", "likeness 0.31, 0.18 needed for one story", "2 days between them"],
  proposedAt: "2031-03-09T08:00:00.000Z",
};

const DECISION: Decision = {
  id: 3,
  kind: "settle",
  at: "2031-03-09T09:00:00.000Z",
  by: "Ada Ferro",
  reason: "the board counted again",
  about: "More than 200 people / crews",
  stories: [STORY.id],
  evidence: [],
  moved: [],
  standing: "stands",
  undoes: null,
  undoneBy: null,
};

/** What `add` tells of one input that was added. */
export const SAMPLE_ADDED: AddSummary = {
  added: 1,
  revised: 0,
  quiet: 0,
  unchanged: 0,
  unread: 0,
  failed: [],
  warnings: [],
  passedOver: [],
  stories: [STORY.id],
};

export function sampleOperations(): Operations & Reanalysis & Watching {
  const story = async (id: string) => {
    if (id !== STORY.id) throw new OnrecordError("not-found", `There is no story ${id} in the store.`);
    return STORY;
  };
  const report = (id: string) => {
    if (id !== RECORD.report.id) throw new OnrecordError("not-found", `There is no report ${id} in the store.`);
  };
  return {
    add: async (inputs) => ({ ...SAMPLE_ADDED, added: inputs.length }),
    pollFeeds: async () => ({
      ...SAMPLE_ADDED,
      added: 2,
      feeds: [
        { url: "https://post.example/feed", title: "Harbour Post", status: "polled", newPages: 2, error: null },
        { url: "https://gull.example/rss", title: null, status: "failed", newPages: 0, error: "It did not answer." },
      ],
      nextPollAt: "2031-03-08T10:15:00.000Z",
    }),
    listFeeds: async () => [
      {
        url: "https://post.example/feed",
        title: "Harbour Post",
        polledAt: "2031-03-08T10:00:00.000Z",
        nextPollAt: "2031-03-08T10:15:00.000Z",
        failures: 0,
        lastError: null,
      },
    ],
    forgetFeed: async (address) => address === "https://post.example/feed",
    reanalyze: async () => ({ reanalyzed: 1, failed: [] }),
    listStories: async () => ({
      items: [
        {
          id: STORY.id,
          title: STORY.title,
          reportCount: 1,
          outlets: ["Harbour Post"],
          firstPublished: "2031-03-08",
          lastPublished: "2031-03-08",
          newSentences: 7,
          openRequests: 1,
          discrepancies: 2,
        },
      ],
      next: null,
    }),
    getStory: story,
    getReport: async (id) => {
      report(id);
      const source = {
        sha256: "0".repeat(64),
        mediaType: "text/plain",
        bytes: TEXT.length,
        url: null,
        retrievedAt: null,
        path: "ferry.txt",
      };
      return { record: RECORD, story: STORY.id, source, revisions: [id], quietChanges: null };
    },
    getChanges: async (id) => {
      report(id);
      const side = (row: string, words: string, says: string) => ({ row, span: { start: 0, end: 7 }, words, says });
      return {
        report: id,
        against: "r-0000000000000000",
        changes: {
          fields: [{ field: "headline", before: "Ferries may stop", after: "Ferries to stop" }],
          facts: [
            {
              change: "changed",
              kind: "figure",
              before: side("f1", "More than 100", "100– people"),
              after: side("f1", "More than 200", "200– people"),
            },
          ],
          sentences: [
            {
              change: "changed",
              bearing: "facts",
              before: { start: 0, end: 31, text: "More than 100 people rallied." },
              after: { start: 0, end: 31, text: "More than 200 people rallied." },
            },
            { change: "added", bearing: "style", before: null, after: { start: 32, end: 44, text: "It was cold." } },
          ],
        },
      };
    },
    listProposals: async () => ({ items: [PROPOSAL], next: null }),
    listDecisions: async () => ({ items: [DECISION], next: null }),
    decide: async (request) => {
      if (request.reason === "") throw new OnrecordError("usage", "A decision needs a reason.");
      const { reason, by } = request;
      return { ...DECISION, kind: request.kind === "accept" ? "merge" : request.kind, reason, by };
    },
    getSource: async (id) => {
      report(id);
      return { sha256: "0".repeat(64), mediaType: "text/plain", bytes: Buffer.from(TEXT) };
    },
    getPage: () => Promise.reject(new Error("not called by the command line")),
    listReports: async () => ({ items: [], next: null }),
    listActors: async () => ({
      items: STORY.actors.map(({ id, name, kind, mentionCount }) => ({
        id,
        story: STORY.id,
        name,
        kind,
        statements: 1,
        mentions: mentionCount,
      })),
      next: "o3",
    }),
    getActor: async (id, actor) => collectDossier(await story(id), actor),
    search: async ({ q }) => ({
      items:
        q === "nothing"
          ? []
          : [
              {
                kind: "report",
                report: RECORD.report.id,
                story: STORY.id,
                storyTitle: STORY.title,
                row: null,
                title: "Ferries to stop",
                text: "Ferries to Skerry stop on Monday, the harbour board said.",
                matches: [{ start: 0, end: 7 }],
                publishedAt: "2031-03-08",
                outlet: "Harbour Post",
              },
            ],
      next: null,
    }),
    [Symbol.asyncDispose]: async () => {},
  };
}
