import { z } from "zod";

/** The public shape of one report's record. Held equal to `core/record/record.ts` by `types.test.ts`. */

export const spanSchema = z
  .object({ start: z.int().min(0), end: z.int().min(1) })
  .meta({ id: "Span", description: "Half-open range in UTF-16 code units of `report.text`." });

export const furnitureKindSchema = z.enum([
  "related",
  "caption",
  "newsletter",
  "read-more",
  "share",
  "author-box",
  "advertisement",
  "comment",
  "credit",
  "heading",
  "other",
]);

export const furnitureSchema = z
  .union([
    spanSchema.extend({ kind: furnitureKindSchema, reason: z.string() }),
    z.object({ text: z.string(), kind: furnitureKindSchema, reason: z.string() }),
  ])
  .meta({
    id: "Furniture",
    description: "Words that are no part of the report: a span of its text, or words found elsewhere on the page.",
  });

export const diagnosticSchema = z
  .object({ code: z.string(), span: spanSchema.nullable(), message: z.string() })
  .meta({ id: "Diagnostic", description: "What was odd about an article." });

export const timeExpressionSchema = z
  .object({
    id: z.string(),
    span: spanSchema,
    type: z.enum(["DATE", "TIME", "DURATION", "SET"]),
    value: z.string().nullable().meta({ description: "TIMEX3 value; null when it cannot be known." }),
    stated: z.string().nullable().meta({ description: "What the words say, X for what they leave open." }),
    inferred: z.string().nullable().meta({ description: "What was added from the publication date, in words." }),
    range: z
      .object({ first: z.string(), last: z.string() })
      .nullable()
      .meta({ description: "First and last day that the value covers." }),
  })
  .meta({ id: "TimeExpression" });

export const actorKindSchema = z.enum(["person", "organisation", "group", "place"]);

export const actorSchema = z
  .object({
    id: z.string(),
    kind: actorKindSchema,
    name: z.string(),
    aliases: z.array(z.string()),
    roles: z.array(z.object({ title: z.string(), of: z.string().nullable(), span: spanSchema })),
    mentions: z.array(spanSchema.extend({ form: z.enum(["name", "nominal", "pronoun"]) })),
  })
  .meta({ id: "Actor" });

export const speakerSchema = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("resolved"), actor: z.string() }),
    z.object({ kind: z.literal("ambiguous"), candidates: z.array(z.string()) }),
    z.object({ kind: z.literal("unnamed"), description: z.string() }),
  ])
  .meta({ id: "Speaker", description: "The actor behind the words, several that it may be, or a description." });

export const statementFormSchema = z.enum(["direct", "indirect", "mixed"]);

export const statementActSchema = z.enum([
  "assertion",
  "request",
  "denial",
  "refusal",
  "agreement",
  "promise",
  "ruling",
  "allegation",
  "admission",
  "belief",
  "no-comment",
]);

export const mediumSchema = z.enum([
  "letter",
  "court",
  "spokesperson",
  "interview",
  "statement",
  "social",
  "report",
  "speech",
  "sign",
  "broadcast",
  "press-conference",
]);

export const statementSchema = z
  .object({
    id: z.string(),
    form: statementFormSchema,
    act: statementActSchema,
    content: z.array(spanSchema).min(1),
    cue: spanSchema.nullable(),
    source: spanSchema.nullable(),
    speaker: speakerSchema,
    medium: mediumSchema.nullable(),
    addressee: z.string().nullable(),
    saidAt: z.string().nullable(),
    within: z.string().nullable().meta({ description: "Id of the statement that this one is nested in." }),
    alleged: z.boolean(),
    confidence: z.number().min(0).max(1),
    producedBy: z.string(),
  })
  .meta({ id: "Statement" });

export const eventTypeSchema = z.enum([
  "protest",
  "strike",
  "attack",
  "clash",
  "arrest",
  "charge",
  "hearing",
  "plea",
  "verdict",
  "sentence",
  "ruling",
  "appeal",
  "lawsuit",
  "law",
  "vote",
  "election",
  "appoint",
  "resign",
  "agreement",
  "meeting",
  "talks",
  "visit",
  "accident",
  "disaster",
  "death",
  "injury",
  "damage",
  "evacuation",
  "rescue",
  "search",
  "release",
  "publish",
  "award",
  "launch",
  "outbreak",
  "sanction",
  "strike-military",
  "ceasefire",
  "letter",
  "other",
]);

export const eventStatusSchema = z.enum([
  "occurred",
  "planned",
  "ongoing",
  "alleged",
  "denied",
  "cancelled",
  "possible",
]);

const placeSchema = z.object({ name: z.string(), actor: z.string().nullable(), span: spanSchema });

export const timeBoundSchema = z.enum(["before", "by", "after", "since", "about"]);

export const eventSchema = z
  .object({
    id: z.string(),
    type: eventTypeSchema,
    trigger: spanSchema,
    status: eventStatusSchema,
    participants: z.array(
      z.object({
        role: z.enum(["agent", "patient", "forum", "topic", "place", "other"]),
        actor: z.string().nullable(),
        span: spanSchema,
      }),
    ),
    place: placeSchema.nullable(),
    places: z.array(placeSchema),
    time: z.string().nullable().meta({ description: "Id of a time expression of this report." }),
    bound: timeBoundSchema
      .nullable()
      .meta({ description: "How the time bounds the event; null where it is told to be at that time, or within it." }),
    until: z
      .string()
      .nullable()
      .meta({ description: "Id of the time expression with which a stretch ends that begins with `time`." }),
    accordingTo: z.string().nullable().meta({ description: "Id of the statement that the event rests on." }),
    mentions: z.array(spanSchema),
    producedBy: z.string(),
  })
  .meta({ id: "Event" });

export const figureQuantitySchema = z.enum(["exact", "min", "max", "about", "range", "vague"]);

export const figureSchema = z
  .object({
    id: z.string(),
    span: spanSchema,
    min: z.number().nullable(),
    max: z.number().nullable(),
    quantity: figureQuantitySchema,
    unit: z.string().nullable(),
    counts: z.string(),
    event: z.string().nullable(),
    accordingTo: z.string().nullable(),
    producedBy: z.string(),
  })
  .meta({ id: "Figure" });

export const answerKindSchema = z.enum(["refusal", "agreement", "partial", "promise", "no-comment"]);

export const requestStatusSchema = z.enum(["refused", "agreed", "partly", "promised", "open"]);

export const requestSchema = z
  .object({
    id: z.string(),
    asker: speakerSchema,
    asked: speakerSchema,
    statement: z.string().nullable(),
    span: spanSchema,
    about: spanSchema.nullable(),
    status: requestStatusSchema,
    answers: z.array(z.object({ statement: z.string(), kind: answerKindSchema })),
    producedBy: z.string(),
  })
  .meta({ id: "Request" });

export const commentSoughtSchema = z
  .object({
    actor: z.string().nullable(),
    asked: spanSchema.nullable().meta({ description: "The words for whom was asked; null where the report has none." }),
    span: spanSchema,
    answered: z.boolean(),
  })
  .meta({ id: "CommentSought" });

export const quotedWordsSchema = z
  .object({ span: spanSchema, kind: z.enum(["title", "slogan", "scare-quotes", "nickname", "term", "unattributed"]) })
  .meta({ id: "QuotedWords", description: "Quoted words that nobody says." });

const fieldSourceSchema = z
  .enum(["given", "json-ld", "meta", "time-element", "visible-text", "url", "script", "http-header"])
  .meta({ id: "FieldSource", description: "Where a field of the report was read." });

const fieldNameSchema = z.enum([
  "url",
  "outlet",
  "headline",
  "byline",
  "publishedAt",
  "modifiedAt",
  "language",
  "standfirst",
  "section",
  "dateline",
  "wire",
  "isPaywalled",
]);

const reportBlockSchema = spanSchema
  .extend({
    kind: z.enum(["heading", "list-item", "quote", "row", "preformatted", "entry"]),
    level: z.int().min(1).max(6).exactOptional().meta({ description: "Of a heading." }),
    at: z.string().exactOptional().meta({ description: "When an entry of a live report was made, as printed." }),
    from: fieldSourceSchema.exactOptional().meta({ description: "Where the time of an entry was read." }),
    time: z
      .object({
        value: z.string().nullable().meta({ description: "With the day that was inferred; null when unknown." }),
        stated: z.string().nullable().meta({ description: "What the words say alone, X for what they leave open." }),
        inferred: z.string().nullable().meta({ description: "How the day was found; null when nothing was added." }),
      })
      .exactOptional()
      .meta({ description: "When an entry was made, as a date." }),
  })
  .meta({
    id: "ReportBlock",
    description: "A paragraph that is more than running text, or the paragraphs of one entry of a live report.",
  });

const sourcePlaceSchema = spanSchema
  .extend({
    xpath: z.string().meta({ description: "Of the text node that the paragraph starts in." }),
    offset: z.int().min(0).meta({ description: "In that text node, in UTF-16 code units." }),
    endXpath: z.string(),
    endOffset: z.int().min(0),
    bytes: z.object({ start: z.int().min(0), end: z.int().min(0) }).meta({ description: "In the source document." }),
  })
  .meta({ id: "SourcePlace", description: "Where a paragraph stands in the source document." });

const correctionSchema = z
  .object({
    text: z.string().meta({ description: "The whole note, as printed." }),
    span: spanSchema.nullable().meta({ description: "Null where it stands beside the report's text." }),
    at: z.string().nullable().meta({ description: "The day of the correction." }),
    was: z.string().nullable().meta({ description: "The words of the note that give what the report had." }),
    now: z.string().nullable().meta({ description: "The words of the note that give what it has now." }),
  })
  .meta({
    id: "Correction",
    description: "A note in which an outlet corrects its report; null for what it does not say.",
  });

export const recordReportSchema = z
  .object({
    id: z.string(),
    url: z.string().nullable(),
    outlet: z.string().nullable(),
    headline: z.string().nullable(),
    byline: z.array(z.string()),
    publishedAt: z.string().nullable(),
    modifiedAt: z.string().nullable(),
    language: z.string().nullable(),
    contentHash: z.string(),
    text: z.string(),
    paragraphs: z.array(spanSchema),
    furniture: z.array(furnitureSchema),
    sources: z
      .partialRecord(fieldNameSchema, fieldSourceSchema)
      .exactOptional()
      .meta({ description: "Where each field was read." }),
    canonicalUrl: z.string().nullable().exactOptional(),
    standfirst: z.string().nullable().exactOptional(),
    section: z.string().nullable().exactOptional(),
    dateline: z.string().nullable().exactOptional(),
    wire: z.string().nullable().exactOptional().meta({ description: "The agency whose copy it says it is." }),
    isPaywalled: z.boolean().nullable().exactOptional(),
    corrections: z.array(correctionSchema).exactOptional(),
    blocks: z.array(reportBlockSchema).exactOptional(),
    places: z.array(sourcePlaceSchema).exactOptional(),
  })
  .meta({ id: "RecordReport" });

export const recordSchema = z
  .object({
    engine: z.object({ name: z.string(), version: z.string(), model: z.string() }),
    report: recordReportSchema,
    sentences: z.array(spanSchema),
    timeExpressions: z.array(timeExpressionSchema),
    actors: z.array(actorSchema),
    statements: z.array(statementSchema),
    events: z.array(eventSchema),
    figures: z.array(figureSchema),
    requests: z.array(requestSchema),
    commentSought: z.array(commentSoughtSchema),
    quotedWords: z.array(quotedWordsSchema),
    diagnostics: z.array(diagnosticSchema),
  })
  .meta({ id: "Record", description: "The record of one report. Every row points at words of `report.text`." });
