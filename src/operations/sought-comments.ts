import type { Evidence, StoryRecord } from "../core/link/story-record.ts";

type Sought = StoryRecord["commentSought"][number];

/** All that the reports say of one who was asked for comment. */
export interface SoughtComment {
  /** Null where the report does not say who; such reports stand alone. */
  readonly actor: string | null;
  /** The report's words for whom was asked. */
  readonly asked: string | null;
  readonly outcome: "answered" | "declined" | "spoke-later" | "none";
  /** As reports word it, in their order; the same words of copies and later versions once. */
  readonly evidence: readonly Evidence[];
  readonly later: Sought["later"];
  /** Reports since the last that says so. */
  readonly reportsSince: number;
}

/** Whom reporters asked for comment, one row for each, as the latest report that says so leaves it. */
export function joinSoughtComments({ commentSought, reports }: StoryRecord): readonly SoughtComment[] {
  const originOf = new Map(reports.map(({ id, origin }) => [id, origin]));
  const byActor = Map.groupBy(commentSought, ({ actor, evidence }) => actor ?? `${evidence.report} ${evidence.exact}`);
  return [...byActor.values()].flatMap((rows) => {
    const last = rows.at(-1);
    if (last === undefined) return [];
    const told = new Map(
      rows.map(({ evidence }) => [JSON.stringify([evidence.exact, originOf.get(evidence.report)]), evidence]),
    );
    const { actor, asked, later, reportsSince } = last;
    return [{ actor, asked, outcome: outcomeOf(last), evidence: [...told.values()], later, reportsSince }];
  });
}

function outcomeOf({ answered, later, evidence }: Sought): SoughtComment["outcome"] {
  if (answered) return DECLINES.test(evidence.exact) ? "declined" : "answered";
  return later === null ? "none" : "spoke-later";
}

/** An answer all the same, but none to what was asked. */
const DECLINES = /\b(?:declin|refus)(?:ed|es|ing)\b|\b(?:would|will|could|did) not\b|\bno comment\b/i;
