import { z } from "zod";
import { ERROR_CODES, type ErrorCode } from "../errors.ts";
import { recordSchema, spanSchema } from "./record.ts";
import {
  evidenceSchema,
  figureSeriesSchema,
  storyActorSchema,
  storyEventSchema,
  storyRequestSchema,
  storyStatementSchema,
} from "./story-record.ts";

/** The public shapes of what `Operations` returns. Held equal to `operations/operations.ts` by `types.test.ts`. */

export const addSummarySchema = z
  .object({
    added: z.int().min(0),
    revised: z.int().min(0),
    quiet: z.int().min(0).meta({ description: "Pages that came with other bytes and read the same." }),
    unchanged: z.int().min(0),
    unread: z.int().min(0).meta({
      description: "Of the reports stored, those of which hardly a word is English: nothing was read out of them.",
    }),
    failed: z.array(
      z.object({ input: z.string(), code: z.string(), message: z.string(), next: z.string().nullable() }),
    ),
    warnings: z.array(z.object({ input: z.string(), code: z.string(), message: z.string() })),
    passedOver: z.array(z.object({ reason: z.string(), count: z.int().min(1), example: z.string() })),
    stories: z.array(z.string()),
  })
  .meta({ id: "AddSummary" });

export const storySummarySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    reportCount: z.int().min(0),
    outlets: z.array(z.string()),
    firstPublished: z.string().nullable(),
    lastPublished: z.string().nullable(),
    newSentences: z.int().min(0),
    openRequests: z.int().min(0),
    discrepancies: z.int().min(0),
  })
  .meta({ id: "StorySummary" });

export const reportSummarySchema = z
  .object({
    id: z.string(),
    story: z.string().nullable(),
    url: z.string().nullable(),
    outlet: z.string().nullable(),
    headline: z.string().nullable(),
    publishedAt: z.string().nullable(),
    revision: z.int().min(1),
    statements: z.int().min(0),
  })
  .meta({ id: "ReportSummary" });

export const storedReportSchema = z
  .object({
    record: recordSchema,
    story: z.string().nullable(),
    source: z.object({
      sha256: z.string(),
      mediaType: z.string(),
      bytes: z.int().min(0),
      url: z.string().nullable(),
      retrievedAt: z.string().nullable(),
      path: z.string().nullable(),
    }),
    revisions: z.array(z.string()),
    quietChanges: z
      .object({
        count: z.int().min(1),
        kept: z.int().min(0),
        lastSha256: z.string(),
        lastSeenAt: z.string().nullable(),
      })
      .nullable()
      .meta({ description: "How often the page came with other bytes that read the same." }),
  })
  .meta({ id: "StoredReport" });

const changeKindSchema = z.enum(["added", "removed", "changed"]);
const factSideSchema = z
  .object({
    row: z.string().meta({ description: "Id of the row in the record of that version." }),
    span: spanSchema,
    words: z.string(),
    says: z.string().meta({ description: "Speaker and act, status and date, amount and giver, or answer." }),
  })
  .meta({ id: "FactSide" });
const sentenceSideSchema = spanSchema.extend({ text: z.string() }).meta({ id: "SentenceSide" });

export const reportChangesSchema = z
  .object({
    report: z.string(),
    against: z.string().nullable(),
    changes: z.object({
      fields: z.array(
        z.object({
          field: z.enum(["headline", "byline", "outlet", "publishedAt", "modifiedAt"]),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
      facts: z.array(
        z.object({
          change: changeKindSchema,
          kind: z.enum(["statement", "event", "figure", "request"]),
          before: factSideSchema.nullable(),
          after: factSideSchema.nullable(),
        }),
      ),
      sentences: z.array(
        z.object({
          change: changeKindSchema,
          bearing: z.enum(["facts", "style"]),
          before: sentenceSideSchema.nullable(),
          after: sentenceSideSchema.nullable(),
        }),
      ),
    }),
  })
  .meta({ id: "ReportChanges" });

export const actorSummarySchema = z
  .object({
    id: z.string(),
    story: z.string(),
    name: z.string(),
    kind: z.string(),
    statements: z.int().min(0),
    mentions: z.int().min(0),
  })
  .meta({ id: "ActorSummary" });

export const actorDossierSchema = z
  .object({
    story: z.object({ id: z.string(), title: z.string() }),
    actor: storyActorSchema,
    statements: z.array(storyStatementSchema),
    requestsMade: z.array(storyRequestSchema),
    requestsReceived: z.array(storyRequestSchema),
    timeline: z.array(storyEventSchema),
    figuresGiven: z.array(figureSeriesSchema),
  })
  .meta({ id: "ActorDossier" });

export const searchKindSchema = z.enum(["report", "statement", "actor"]);

export const searchHitSchema = z
  .object({
    kind: searchKindSchema,
    report: z.string().nullable(),
    story: z.string().nullable(),
    storyTitle: z.string().nullable(),
    row: z.string().nullable(),
    title: z.string(),
    text: z.string().meta({ description: "Words around the match; never markup." }),
    matches: z.array(spanSchema).meta({ description: "The matches as ranges of `text`." }),
    publishedAt: z.string().nullable(),
    outlet: z.string().nullable(),
  })
  .meta({ id: "SearchHit" });

const decisionKindSchema = z.enum(["settle", "merge", "split", "reject", "undo"]);

export const proposalSchema = z
  .object({
    id: z.string(),
    kind: z.enum(["merge", "split"]),
    stories: z.array(z.object({ id: z.string(), title: z.string() })),
    parts: z.array(z.array(z.string())).meta({
      description: "Reports: of a merge those of each story, of a split those of each part, the part that stays first.",
    }),
    reasons: z.array(z.string()),
    proposedAt: z.string(),
  })
  .meta({ id: "Proposal", description: "A merge or split of stories that the engine proposes." });

export const decisionSchema = z
  .object({
    id: z.int().min(1),
    kind: decisionKindSchema,
    at: z.string(),
    by: z.string(),
    reason: z.string(),
    about: z.string(),
    stories: z.array(z.string()),
    evidence: z.array(evidenceSchema),
    moved: z.array(z.string()).meta({ description: "Ids of the reports that it moved." }),
    standing: z.enum(["stands", "undone", "orphan"]),
    undoes: z.int().nullable(),
    undoneBy: z.int().nullable(),
  })
  .meta({ id: "Decision", description: "What a person decided; kept for good, and undone by another." });

const why = {
  reason: z.string().trim().min(1, "say why").max(2000),
  by: z.string().trim().min(1, "say who decides").max(200),
};
const idSchema = z.string().min(1).max(200);

export const decisionRequestSchema = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("settle"), story: idSchema, discrepancy: idSchema, ...why }),
    z.object({ kind: z.literal("merge"), stories: z.array(idSchema).min(2).max(20), ...why }),
    z.object({ kind: z.literal("split"), story: idSchema, reports: z.array(idSchema).min(1).max(5000), ...why }),
    z.object({ kind: z.enum(["accept", "reject"]), proposal: idSchema, ...why }),
    z.object({ kind: z.literal("undo"), decision: z.int().min(1), ...why }),
  ])
  .meta({ id: "DecisionRequest" });

export const proposalListSchema = listOf(proposalSchema).meta({ id: "ProposalList" });
export const decisionListSchema = listOf(decisionSchema).meta({ id: "DecisionList" });

export const storyListSchema = listOf(storySummarySchema).meta({ id: "StoryList" });
export const reportListSchema = listOf(reportSummarySchema).meta({ id: "ReportList" });
export const actorListSchema = listOf(actorSummarySchema).meta({ id: "ActorList" });
export const searchHitListSchema = listOf(searchHitSchema).meta({ id: "SearchHitList" });

export const errorCodeSchema = z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]);

/** The one shape of every error, on the command line (`--json`) and over HTTP. */
export const errorBodySchema = z
  .object({ error: z.object({ code: errorCodeSchema, message: z.string(), next: z.string().nullable() }) })
  .meta({ id: "ErrorBody" });

export type ErrorBody = z.infer<typeof errorBodySchema>;

function listOf<T extends z.ZodType>(schema: T) {
  return z.object({
    items: z.array(schema),
    next: z.string().nullable().meta({ description: "The `after` of the following page; null on the last." }),
  });
}
