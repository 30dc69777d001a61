import { z } from "zod";
import type { Page } from "../operations/operations.ts";
import {
  actorDossierSchema,
  actorListSchema,
  decisionListSchema,
  decisionRequestSchema,
  decisionSchema,
  proposalListSchema,
  reportChangesSchema,
  reportListSchema,
  searchHitListSchema,
  searchKindSchema,
  storedReportSchema,
  storyListSchema,
} from "../schema/operations.ts";
import { statementActSchema, statementFormSchema } from "../schema/record.ts";
import {
  figureSeriesSchema,
  matterSchema,
  storyEventSchema,
  storyRecordSchema,
  storyRequestSchema,
  storyStatementSchema,
} from "../schema/story-record.ts";
import { pageOf } from "./page-of.ts";
import { pageRoute } from "./page-route.ts";
import { jsonRoute, postRoute, type Route } from "./route.ts";
import { sourceRoute } from "./source-route.ts";

const nothing = z.object({});
const id = z.string().min(1).max(200);
const story = z.object({ story: id });
const page = z.object({
  limit: z.coerce.number().int().min(1).max(500).optional().meta({ description: "Rows a page; 100 when left out." }),
  after: id.optional().meta({ description: "`next` of the page before." }),
});

/** Every address of the API, in the order of the reference. */
export const ROUTES: readonly Route[] = [
  jsonRoute("/api/health", {
    summary: "Says whether the server can read its store",
    params: nothing,
    query: nothing,
    response: z.object({ status: z.literal("ok") }).meta({ id: "Health" }),
    operation: async (operations) => {
      await operations.listStories({ limit: 1 });
      return { status: "ok" };
    },
  }),
  jsonRoute("/api/stories", {
    summary: "Lists the stories, the latest first",
    params: nothing,
    query: page,
    response: storyListSchema,
    operation: (operations, _params, query) => operations.listStories(present(query)),
  }),
  jsonRoute("/api/stories/{story}", {
    summary: "Gives the whole record of a story",
    params: story,
    query: nothing,
    response: storyRecordSchema,
    operation: (operations, params) => operations.getStory(params.story),
  }),
  jsonRoute("/api/stories/{story}/statements", {
    summary: "Lists who said what, by the order of the reports",
    params: story,
    query: page.extend({
      speaker: id.optional().meta({ description: "Id of an actor of the story." }),
      act: statementActSchema.optional(),
      form: statementFormSchema.optional(),
    }),
    response: listOf(storyStatementSchema, "StatementList"),
    operation: async (operations, params, { speaker, act, form, ...query }) => {
      const story = await operations.getStory(params.story);
      const wanted = story.statements.filter(
        (statement) =>
          (speaker === undefined || (statement.speaker.kind === "resolved" && statement.speaker.actor === speaker)) &&
          (act === undefined || statement.act === act) &&
          (form === undefined || statement.form === form),
      );
      return pageOf(story, wanted, present(query));
    },
  }),
  jsonRoute("/api/stories/{story}/timeline", {
    summary: "Lists the events by event time, undated ones last",
    params: story,
    query: page,
    response: listOf(storyEventSchema, "Timeline"),
    operation: async (operations, params, query) => {
      const story = await operations.getStory(params.story);
      return pageOf(story, story.timeline, present(query));
    },
  }),
  jsonRoute("/api/stories/{story}/requests", {
    summary: "Lists what was asked and how it was answered",
    params: story,
    query: page,
    response: listOf(storyRequestSchema, "RequestList"),
    operation: async (operations, params, query) => {
      const story = await operations.getStory(params.story);
      return pageOf(story, story.requests, present(query));
    },
  }),
  jsonRoute("/api/stories/{story}/figures", {
    summary: "Lists the figures, each with who gives it",
    params: story,
    query: page,
    response: listOf(figureSeriesSchema, "FigureList"),
    operation: async (operations, params, query) => {
      const story = await operations.getStory(params.story);
      return pageOf(story, story.figures, present(query));
    },
  }),
  jsonRoute("/api/stories/{story}/matters", {
    summary: "Lists the legal steps, matter by matter",
    params: story,
    query: page,
    response: listOf(matterSchema, "MatterList"),
    operation: async (operations, params, query) => {
      const story = await operations.getStory(params.story);
      return pageOf(story, story.matters, present(query));
    },
  }),
  jsonRoute("/api/stories/{story}/actors", {
    summary: "Lists the actors of a story",
    params: story,
    query: page,
    response: actorListSchema,
    operation: (operations, params, query) => operations.listActors({ ...present(query), story: params.story }),
  }),
  jsonRoute("/api/stories/{story}/actors/{actor}", {
    summary: "Gives everything the story holds on one actor",
    params: story.extend({ actor: id }),
    query: nothing,
    response: actorDossierSchema,
    operation: (operations, params) => operations.getActor(params.story, params.actor),
  }),
  jsonRoute("/api/reports", {
    summary: "Lists the reports, the latest first",
    params: nothing,
    query: page.extend({ story: id.optional() }),
    response: reportListSchema,
    operation: (operations, _params, { story, ...query }) =>
      operations.listReports({ ...present(query), ...(story === undefined ? {} : { story }) }),
  }),
  jsonRoute("/api/reports/{report}", {
    summary: "Gives the record of one report",
    params: z.object({ report: id }),
    query: nothing,
    response: storedReportSchema,
    operation: (operations, params) => operations.getReport(params.report),
  }),
  jsonRoute("/api/reports/{report}/changes", {
    summary: "Says what a report says otherwise than an earlier version of it",
    params: z.object({ report: id }),
    query: z.object({
      against: id.optional().meta({ description: "Id of the earlier version; the one before when left out." }),
    }),
    response: reportChangesSchema,
    operation: (operations, params, { against }) => operations.getChanges(params.report, against),
  }),
  jsonRoute("/api/proposals", {
    summary: "Lists the merges and splits of stories that are proposed and not decided",
    params: nothing,
    query: z.object({ story: id.optional() }),
    response: proposalListSchema,
    operation: (operations, _params, { story }) => operations.listProposals(story === undefined ? {} : { story }),
  }),
  jsonRoute("/api/decisions", {
    summary: "Lists what people decided, the latest first",
    params: nothing,
    query: page.extend({ story: id.optional() }),
    response: decisionListSchema,
    operation: (operations, _params, { story, ...query }) =>
      operations.listDecisions({ ...present(query), ...(story === undefined ? {} : { story }) }),
  }),
  postRoute("/api/decisions", {
    summary: "Decides: settles a discrepancy, merges or splits stories, answers a proposal, takes a decision back",
    body: decisionRequestSchema,
    response: decisionSchema,
    operation: (operations, body) => operations.decide(body),
  }),
  sourceRoute("/api/reports/{report}/source", z.object({ report: id }), nothing),
  pageRoute("/api/reports/{report}/page", z.object({ report: id })),
  jsonRoute("/api/search", {
    summary: "Finds words in reports, statements and the names of actors",
    params: nothing,
    query: page.extend({
      q: z.string().trim().min(1, "say what to look for").max(500),
      kind: searchKindSchema.optional(),
      story: id.optional(),
    }),
    response: searchHitListSchema,
    operation: (operations, _params, { q, kind, story, ...query }) =>
      operations.search({
        q,
        ...present(query),
        ...(kind === undefined ? {} : { kind }),
        ...(story === undefined ? {} : { story }),
      }),
  }),
];

/** Leaves out what was not given, as the operations' exact optional fields want it. */
function present(query: { limit?: number | undefined; after?: string | undefined }): Page {
  return {
    ...(query.limit === undefined ? {} : { limit: query.limit }),
    ...(query.after === undefined ? {} : { after: query.after }),
  };
}

function listOf(schema: z.ZodType, name: string) {
  const reportsRead = z
    .int()
    .min(0)
    .meta({ description: "Reports that were read: what is not listed was not found in them." });
  return z.object({ items: z.array(schema), next: z.string().nullable(), reportsRead }).meta({ id: name });
}
