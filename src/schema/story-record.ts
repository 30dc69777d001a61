import { z } from "zod";
import {
  actorKindSchema,
  answerKindSchema,
  eventStatusSchema,
  eventTypeSchema,
  figureQuantitySchema,
  mediumSchema,
  requestStatusSchema,
  spanSchema,
  speakerSchema,
  statementActSchema,
  statementFormSchema,
  timeBoundSchema,
} from "./record.ts";

/** The public shape of a story's record. Held equal to `core/link/story-record.ts` by `types.test.ts`. */

export const evidenceSchema = z
  .object({
    report: z.string(),
    row: z.string().nullable().meta({ description: "Id of the row in that report's record." }),
    spans: z.array(spanSchema).min(1),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
  })
  .meta({ id: "Evidence", description: "The words in one report that a row stands on." });

export const storyReportSchema = z
  .object({
    id: z.string(),
    url: z.string().nullable(),
    outlet: z.string().nullable(),
    headline: z.string().nullable(),
    publishedAt: z.string().nullable(),
    modifiedAt: z.string().nullable(),
    revision: z.int().min(1),
    origin: z.string(),
    unread: z.boolean().meta({ description: "Hardly a word of it is English, so that nothing was read out of it." }),
    novelty: z.object({ new: z.int().min(0), repeats: z.int().min(0), updates: z.int().min(0) }),
  })
  .meta({ id: "StoryReport" });

export const originSchema = z
  .object({
    id: z.string(),
    reports: z.array(z.string()),
    outlets: z.array(z.string()),
    credited: z.string().nullable(),
  })
  .meta({ id: "Origin", description: "Reports that carry the same copy." });

export const storyActorSchema = z
  .object({
    id: z.string(),
    kind: actorKindSchema,
    name: z.string(),
    aliases: z.array(z.string()),
    roles: z.array(z.object({ title: z.string(), of: z.string().nullable(), evidence: evidenceSchema })),
    members: z.array(z.object({ report: z.string(), actor: z.string(), reason: z.string() })),
    mentionCount: z.int().min(0),
  })
  .meta({ id: "StoryActor" });

export const renderingSchema = evidenceSchema
  .extend({ speaker: speakerSchema.nullable(), form: statementFormSchema.nullable() })
  .meta({ id: "Rendering", description: "How another report renders an utterance." });

export const storyStatementSchema = z
  .object({
    id: z.string(),
    form: statementFormSchema,
    act: statementActSchema,
    medium: mediumSchema.nullable(),
    speaker: speakerSchema,
    addressee: z.string().nullable(),
    saidAt: z.string().nullable(),
    alleged: z.boolean(),
    cue: z.string().nullable(),
    source: z.string().nullable(),
    evidence: evidenceSchema,
    renderings: z.array(renderingSchema),
    reasons: z.array(z.string()),
  })
  .meta({ id: "StoryStatement" });

export const storyEventSchema = z
  .object({
    id: z.string(),
    type: eventTypeSchema,
    label: z.string(),
    when: z
      .object({ first: z.string(), last: z.string(), value: z.string(), bound: timeBoundSchema.nullable() })
      .nullable()
      .meta({ description: "With a bound, first and last are the days of the time that bounds it." }),
    status: eventStatusSchema,
    history: z.array(
      z.object({
        report: z.string(),
        status: eventStatusSchema,
        accordingTo: z.string().nullable(),
        evidence: evidenceSchema,
      }),
    ),
    participants: z.array(z.object({ role: z.string(), actor: z.string() })),
    places: z.array(z.string()),
    evidence: z.array(evidenceSchema).min(1),
    reasons: z.array(z.string()),
  })
  .meta({ id: "StoryEvent" });

export const matterSchema = z
  .object({
    id: z.string(),
    about: z.string(),
    parties: z.array(z.string()),
    steps: z.array(z.object({ event: z.string(), step: eventTypeSchema, reason: z.string() })),
    missing: z.array(z.object({ step: eventTypeSchema, before: z.string(), reason: z.string() })),
  })
  .meta({ id: "Matter", description: "Linked steps of law over the same people, body or measure." });

export const storyRequestSchema = z
  .object({
    id: z.string(),
    asker: speakerSchema,
    asked: speakerSchema,
    about: z.string().nullable(),
    status: requestStatusSchema,
    asks: z.array(evidenceSchema).min(1),
    reasons: z.array(z.string()),
    answers: z.array(
      z.object({
        kind: z.enum([...answerKindSchema.options, "reply"]),
        speaker: speakerSchema,
        evidence: evidenceSchema,
        reason: z.string(),
      }),
    ),
    reportsSince: z.int().min(0),
  })
  .meta({ id: "StoryRequest" });

export const figureSeriesSchema = z
  .object({
    id: z.string(),
    counts: z.string(),
    unit: z.string().nullable(),
    event: z.string().nullable(),
    label: z.string(),
    values: z.array(
      z.object({
        min: z.number().nullable(),
        max: z.number().nullable(),
        quantity: figureQuantitySchema,
        words: z.string(),
        giver: speakerSchema.nullable(),
        report: z.string(),
        asOf: z.string().nullable(),
        evidence: evidenceSchema,
      }),
    ),
    reasons: z.array(z.string()),
  })
  .meta({ id: "FigureSeries" });

export const discrepancySchema = z
  .object({
    id: z.string(),
    kind: z.enum(["figure", "date", "time", "claim"]),
    row: z.string(),
    reason: z.string(),
    sides: z.array(z.object({ label: z.string(), giver: speakerSchema.nullable(), evidence: evidenceSchema })),
  })
  .meta({ id: "Discrepancy" });

const statementSideSchema = z.object({ statement: z.string(), act: statementActSchema, evidence: evidenceSchema });

export const statementChangeSchema = z
  .object({ speaker: speakerSchema, from: statementSideSchema, to: statementSideSchema, reason: z.string() })
  .meta({ id: "StatementChange", description: "What a speaker said of one thing and later said otherwise." });

export const figureUpdateSchema = z
  .object({
    series: z.string(),
    giver: speakerSchema,
    values: z
      .array(z.int().min(0))
      .meta({ description: "Indices of the series' values, in the order of the reports." }),
  })
  .meta({ id: "FigureUpdate", description: "One giver's figures for one thing, as they moved." });

export const settlementSchema = z
  .object({ discrepancy: z.string(), decision: z.int().min(1), reason: z.string(), by: z.string(), at: z.string() })
  .meta({ id: "Settlement", description: "A person's word that a discrepancy is settled." });

export const soughtCommentSchema = z
  .object({
    actor: z.string().nullable(),
    asked: z
      .string()
      .nullable()
      .meta({ description: "The report's words for whom was asked; null where it has none." }),
    answered: z.boolean().meta({ description: "In the same report." }),
    evidence: evidenceSchema,
    later: z
      .object({ statement: z.string(), evidence: evidenceSchema })
      .nullable()
      .meta({ description: "What the one asked is first reported to have said afterwards, in a later report." }),
    reportsSince: z.int().min(0),
  })
  .meta({ id: "SoughtComment", description: "Whom a report asked for comment." });

export const storyRecordSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    reports: z.array(storyReportSchema),
    origins: z.array(originSchema),
    actors: z.array(storyActorSchema),
    statements: z.array(storyStatementSchema),
    timeline: z.array(storyEventSchema),
    matters: z.array(matterSchema),
    requests: z.array(storyRequestSchema),
    figures: z.array(figureSeriesSchema),
    discrepancies: z.array(discrepancySchema),
    changes: z.array(statementChangeSchema),
    updates: z.array(figureUpdateSchema),
    settled: z.array(settlementSchema),
    commentSought: z.array(soughtCommentSchema),
    news: z.array(z.object({ kind: z.enum(["new", "updates"]), evidence: evidenceSchema })),
  })
  .meta({ id: "StoryRecord", description: "The record of one developing story over all its reports." });
