import { compareRevisions } from "../../src/core/link/compare-revisions.ts";
import type { StoryRecord } from "../../src/core/link/story-record.ts";
import type { Speaker } from "../../src/core/record/record.ts";
import { OnrecordError } from "../../src/errors.ts";
import type { Operations, SearchHit } from "../../src/operations/operations.ts";
import { fakeDesk } from "./story/fake-desk.ts";
import { type FakeReport, recordOf } from "./story/fake-record.ts";
import { fakeStory } from "./story/fake-story.ts";
import { REPORTS } from "./story/reports.ts";

export const STORY = "story-moorings";

/** Operations over one invented story of `copies` times seven reports, all in memory. */
export function fakeOperations(copies = 1): Operations {
  const reports = Array.from({ length: copies }, (_, copy) => REPORTS.map((report) => copyReport(report, copy))).flat();
  const story = fakeStory(STORY, "Anchoring ban off the Long Quay at Marrowby", reports);
  const reportsById = new Map(reports.map((report) => [report.id, report]));
  const findReport = (id: string) => reportsById.get(id) ?? notFound("report", id);
  const findStory = (id: string) => (id === STORY ? { ...story, settled: desk.settled() } : notFound("story", id));
  const desk = fakeDesk(story);
  return {
    add: () => Promise.reject(new OnrecordError("usage", "The invented story takes no reports.")),
    listStories: async () => ({ items: [summaryOf(story)], next: null }),
    getStory: async (id) => findStory(id),
    getReport: async (id) => {
      const report = findReport(id);
      const record = recordOf(report);
      const { revisionOf, revisedBy } = report;
      return {
        record,
        story: STORY,
        source: {
          sha256: record.report.contentHash,
          mediaType: "text/html; charset=utf-8",
          bytes: record.report.text.length,
          url: report.url,
          retrievedAt: null,
          path: null,
        },
        quietChanges: null,
        revisions: [
          ...(revisionOf === undefined ? [] : [revisionOf]),
          id,
          ...(revisedBy === undefined ? [] : [revisedBy]),
        ],
      };
    },
    getChanges: async (id, against) => {
      const report = findReport(id);
      const earlier = against ?? report.revisionOf;
      const changes =
        earlier === undefined
          ? { fields: [], facts: [], sentences: [] }
          : compareRevisions(recordOf(findReport(earlier)), recordOf(report));
      return { report: id, against: earlier ?? null, changes };
    },
    getSource: async (id) => {
      const { report } = recordOf(findReport(id));
      return { sha256: report.contentHash, mediaType: "text/html", bytes: new TextEncoder().encode(report.text) };
    },
    getPage: async (id, spans) => {
      const { text } = recordOf(findReport(id)).report;
      const [{ start, end } = { start: 0, end: 0 }] = spans;
      const [before, lit, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
      return {
        html: `<!doctype html><title>Page</title><p>${before}<mark id="lit">${lit}</mark>${after}</p>`,
        lit: spans.length,
      };
    },
    listReports: async () => ({
      items: story.reports.map(({ id, url, outlet, headline, publishedAt, revision }) => ({
        ...{ id, url, outlet, headline, publishedAt, revision },
        story: STORY,
        statements: 4,
      })),
      next: null,
    }),
    listActors: async ({ story: storyId = STORY }) => ({
      items: findStory(storyId).actors.map(({ id, kind, name, mentionCount }) => ({
        id,
        kind,
        name,
        story: STORY,
        mentions: mentionCount,
        statements: story.statements.filter(({ speaker }) => isActor(speaker, id)).length,
      })),
      next: null,
    }),
    getActor: async (storyId, id) => {
      const { title, actors, statements, requests, timeline, figures } = findStory(storyId);
      return {
        story: { id: storyId, title },
        actor: actors.find((actor) => actor.id === id) ?? notFound("actor", id),
        statements: statements.filter(({ speaker }) => isActor(speaker, id)),
        requestsMade: requests.filter(({ asker }) => isActor(asker, id)),
        requestsReceived: requests.filter(({ asked }) => isActor(asked, id)),
        timeline: timeline.filter(({ participants }) => participants.some(({ actor }) => actor === id)),
        figuresGiven: figures.filter(({ values }) => values.some(({ giver }) => giver !== null && isActor(giver, id))),
      };
    },
    listProposals: async () => ({ items: desk.proposals(), next: null }),
    listDecisions: async () => ({ items: desk.decisions(), next: null }),
    decide: async (request) => desk.decide(request),
    search: async ({ q, kind }) => ({ items: searchStory(story, q, kind), next: null }),
    [Symbol.asyncDispose]: async () => {},
  };
}

function copyReport(report: FakeReport, copy: number): FakeReport {
  if (copy === 0) return report;
  const rename = (id: string) => `${id}x${copy}`;
  const { copyOf, revisionOf, revisedBy, ...rest } = report;
  return {
    ...rest,
    id: `${report.id}x${copy}`,
    ...(copyOf === undefined ? {} : { copyOf: rename(copyOf) }),
    ...(revisionOf === undefined ? {} : { revisionOf: rename(revisionOf) }),
    ...(revisedBy === undefined ? {} : { revisedBy: rename(revisedBy) }),
    statements: Object.fromEntries(Object.entries(report.statements).map(([id, { sameAs: _, ...row }]) => [id, row])),
    events: Object.fromEntries(
      Object.entries(report.events).map(([id, row]) => [
        id,
        { ...row, key: copy % 4 === 0 ? row.key : `${row.key}-${copy}` },
      ]),
    ),
    figures: Object.fromEntries(
      Object.entries(report.figures).map(([id, row]) => [
        id,
        { ...row, key: copy % 4 === 0 ? row.key : `${row.key}-${copy}` },
      ]),
    ),
    requests: Object.fromEntries(
      Object.entries(report.requests).map(([id, row]) => [id, { ...row, key: `${row.key}-${copy}` }]),
    ),
  };
}

function summaryOf(story: StoryRecord) {
  const days = story.reports.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  return {
    id: story.id,
    title: story.title,
    reportCount: story.reports.length,
    outlets: [...new Set(story.reports.flatMap(({ outlet }) => outlet ?? []))],
    firstPublished: days[0] ?? null,
    lastPublished: days.at(-1) ?? null,
    newSentences: story.news.length,
    openRequests: story.requests.filter(({ status }) => status === "open").length,
    discrepancies: story.discrepancies.length,
  };
}

function searchStory(story: StoryRecord, q: string, kind: SearchHit["kind"] | undefined): SearchHit[] {
  const wanted = q.toLowerCase();
  const hits: SearchHit[] = [];
  const offer = (hit: Omit<SearchHit, "matches">) => {
    const at = hit.text.toLowerCase().indexOf(wanted);
    if (at >= 0 && (kind === undefined || hit.kind === kind)) {
      hits.push({ ...hit, matches: [{ start: at, end: at + wanted.length }] });
    }
  };
  const reports = new Map(story.reports.map((report) => [report.id, report]));
  for (const { id, name } of story.actors) {
    offer({
      kind: "actor",
      report: null,
      story: story.id,
      storyTitle: story.title,
      row: id,
      title: name,
      text: name,
      publishedAt: null,
      outlet: null,
    });
  }
  for (const { evidence } of story.statements) {
    const report = reports.get(evidence.report);
    offer({
      kind: "statement",
      report: evidence.report,
      story: story.id,
      storyTitle: story.title,
      row: evidence.row,
      title: report?.headline ?? "",
      text: evidence.exact,
      publishedAt: report?.publishedAt ?? null,
      outlet: report?.outlet ?? null,
    });
  }
  for (const { id, headline, outlet, publishedAt } of story.reports) {
    offer({
      kind: "report",
      report: id,
      story: story.id,
      storyTitle: story.title,
      row: null,
      title: headline ?? "",
      text: headline ?? "",
      publishedAt,
      outlet,
    });
  }
  return hits;
}

function isActor(speaker: Speaker, id: string): boolean {
  return speaker.kind === "resolved" && speaker.actor === id;
}

function notFound(what: string, id: string): never {
  throw new OnrecordError("not-found", `There is no ${what} ${id}.`, { next: `List them with \`onrecord ${what}s\`.` });
}
