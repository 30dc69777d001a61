import type { Settlement, StoryRecord } from "../../../src/core/link/story-record.ts";
import { OnrecordError } from "../../../src/errors.ts";
import type { Decision, DecisionRequest, Proposal } from "../../../src/operations/operations.ts";

const AT = "2032-04-20T08:30:00.000Z";

/** Decisions over one story, in memory: settlements hold, proposals go when they are answered, nothing is moved. */
export function fakeDesk(story: StoryRecord) {
  const decisions: Decision[] = [];
  const answered = new Set<string>();
  const proposals: readonly Proposal[] = [
    {
      id: "p-other",
      kind: "merge",
      stories: [
        { id: story.id, title: story.title },
        { id: "st-buoys", title: "Eleven buoys cut loose at Marrowby" },
      ],
      parts: [story.reports.map(({ id }) => id), ["r-9f01", "r-9f02"]],
      reasons: ["both tell of buoy, marrowby, quay", "likeness 0.29, 0.18 needed for one story", "1 days between them"],
      proposedAt: AT,
    },
  ];
  const standing = () => decisions.filter(({ kind, undoneBy }) => kind !== "undo" && undoneBy === null);
  return {
    decisions: (): Decision[] => decisions.toReversed(),
    proposals: (): Proposal[] => proposals.filter(({ id }) => !answered.has(id)),
    settled: (): Settlement[] =>
      standing().flatMap(({ kind, id, reason, by, at, about }) =>
        kind === "settle" ? [{ discrepancy: about, decision: id, reason, by, at }] : [],
      ),
    decide: (request: DecisionRequest): Decision => {
      const decision: Decision = {
        id: decisions.length + 1,
        kind: request.kind === "accept" ? "merge" : request.kind,
        at: AT,
        by: request.by,
        reason: request.reason,
        about: aboutOf(request),
        stories: [story.id],
        evidence: [],
        moved: [],
        standing: "stands",
        undoes: request.kind === "undo" ? request.decision : null,
        undoneBy: null,
      };
      if (request.kind === "settle" && !story.discrepancies.some(({ id }) => id === request.discrepancy)) {
        throw new OnrecordError("not-found", `There is no discrepancy ${request.discrepancy}.`);
      }
      if (request.kind === "accept" || request.kind === "reject") answered.add(request.proposal);
      if (request.kind === "undo") {
        const at = decisions.findIndex(({ id }) => id === request.decision);
        const before = decisions[at];
        if (before === undefined) throw new OnrecordError("not-found", `There is no decision ${request.decision}.`);
        decisions[at] = { ...before, standing: "undone", undoneBy: decision.id };
        if (before.kind === "reject" || before.kind === "merge") answered.clear();
      }
      decisions.push(decision);
      return decision;
    },
  };
}

function aboutOf(request: DecisionRequest): string {
  if (request.kind === "settle") return request.discrepancy;
  return request.kind === "accept" || request.kind === "reject" ? request.proposal : request.kind;
}
