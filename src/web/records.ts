import type { z } from "zod";
import type {
  actorDossierSchema,
  decisionListSchema,
  decisionRequestSchema,
  errorBodySchema,
  proposalListSchema,
  reportChangesSchema,
  searchHitListSchema,
  storedReportSchema,
  storyListSchema,
} from "../schema/operations.ts";
import type { recordSchema, speakerSchema } from "../schema/record.ts";
import type { evidenceSchema, storyRecordSchema } from "../schema/story-record.ts";

/** What the API gives, by the public schemas; nothing else of the server is known here. */
export type StoryList = z.infer<typeof storyListSchema>;
export type StoryRecord = z.infer<typeof storyRecordSchema>;
export type StoredReport = z.infer<typeof storedReportSchema>;
export type ReportChanges = z.infer<typeof reportChangesSchema>;
export type ActorDossier = z.infer<typeof actorDossierSchema>;
export type SearchHitList = z.infer<typeof searchHitListSchema>;
export type SearchHit = SearchHitList["items"][number];
export type ApiError = z.infer<typeof errorBodySchema>["error"];

export type DecisionRequest = z.infer<typeof decisionRequestSchema>;
export type DecisionList = z.infer<typeof decisionListSchema>;
export type ProposalList = z.infer<typeof proposalListSchema>;

export type ReportRecord = z.infer<typeof recordSchema>;
export type Speaker = z.infer<typeof speakerSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type StoryStatement = StoryRecord["statements"][number];
export type StoryEvent = StoryRecord["timeline"][number];
export type StoryRequest = StoryRecord["requests"][number];
export type StoryActor = StoryRecord["actors"][number];
export type StoryReport = StoryRecord["reports"][number];
export type FigureSeries = StoryRecord["figures"][number];
export type Discrepancy = StoryRecord["discrepancies"][number];
export type StatementChange = StoryRecord["changes"][number];
export type FigureValue = FigureSeries["values"][number];

export interface Span {
  readonly start: number;
  readonly end: number;
}
