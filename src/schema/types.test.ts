import { describe, expect, it } from "vitest";
import type { z } from "zod";
import type { StoryRecord } from "../core/link/story-record.ts";
import type { Record as ReportRecord } from "../core/record/record.ts";
import type {
  ActorDossier,
  ActorSummary,
  AddSummary,
  Decision,
  DecisionRequest,
  List,
  Proposal,
  ReportChanges,
  ReportSummary,
  SearchHit,
  StoredReport,
  StorySummary,
} from "../operations/operations.ts";
import type * as operations from "./operations.ts";
import type { recordSchema } from "./record.ts";
import type { storyRecordSchema } from "./story-record.ts";

/** Intersections flattened and everything read-only, so that only the shapes themselves are compared. */
type Plain<T> = T extends readonly (infer U)[]
  ? readonly Plain<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Plain<T[K]> }
    : T;

type Same<A, B> = (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;

type Of<T extends z.ZodType> = z.infer<T>;

// A schema that drifts from the core's plain types makes one of these entries `false`, which does not compile.
const same: { [K in string]: true } = {
  record: true satisfies Same<Of<typeof recordSchema>, ReportRecord>,
  storyRecord: true satisfies Same<Of<typeof storyRecordSchema>, StoryRecord>,
  addSummary: true satisfies Same<Of<typeof operations.addSummarySchema>, AddSummary>,
  storyList: true satisfies Same<Of<typeof operations.storyListSchema>, List<StorySummary>>,
  reportList: true satisfies Same<Of<typeof operations.reportListSchema>, List<ReportSummary>>,
  actorList: true satisfies Same<Of<typeof operations.actorListSchema>, List<ActorSummary>>,
  searchHitList: true satisfies Same<Of<typeof operations.searchHitListSchema>, List<SearchHit>>,
  reportChanges: true satisfies Same<Of<typeof operations.reportChangesSchema>, ReportChanges>,
  storedReport: true satisfies Same<Of<typeof operations.storedReportSchema>, StoredReport>,
  proposalList: true satisfies Same<Of<typeof operations.proposalListSchema>, List<Proposal>>,
  decisionList: true satisfies Same<Of<typeof operations.decisionListSchema>, List<Decision>>,
  decisionRequest: true satisfies Of<typeof operations.decisionRequestSchema> extends DecisionRequest ? true : false,
  actorDossier: true satisfies Same<Of<typeof operations.actorDossierSchema>, ActorDossier>,
};

describe("the public schemas", () => {
  it("have the shapes of the core's plain types, both ways", () => {
    expect(Object.values(same).every(Boolean)).toBe(true);
  });
});
