import { annotateReport } from "./annotate/annotate-report.ts";
import type { AnnotatedReport, Annotator } from "./annotate/layers.ts";
import { PLAIN_WORDS } from "./annotate/plain-words.ts";
import type { Candidates } from "./extract/candidates.ts";
import { extractEvents } from "./extract/events/events.ts";
import { extractFigures } from "./extract/figures/figures.ts";
import { extractCommentSought } from "./extract/requests/comment-sought.ts";
import { extractRequests } from "./extract/requests/requests.ts";
import { extractStatements } from "./extract/statements/statements.ts";
import { extractTimes } from "./extract/times/times.ts";
import type { Report } from "./read/report.ts";
import type { Record } from "./record/record.ts";
import { recordReport } from "./record/record-report.ts";
import { resolveActors } from "./resolve/actors.ts";
import type { Resolution } from "./resolve/resolution.ts";
import { isUnread } from "./segment/language.ts";
import { segmentReport } from "./segment/segment-report.ts";

/** What the core is given from outside: the layers' maker, the engine's name for the record, and a hash. */
export interface Engine {
  readonly annotator: Annotator;
  readonly name: string;
  readonly version: string;
  /** Name and date of the model folder, for the record. */
  readonly model: string;
  /** SHA-256 of the UTF-8 bytes, 64 hex digits. */
  readonly sha256: (text: string) => string;
}

/** The whole way of one report, in order. Pure: the same report and engine give the same record, byte for byte. */
export async function analyzeReport(report: Report, engine: Engine): Promise<Record> {
  const segmented = segmentReport(report);
  const unread = isUnread(segmented.report.diagnostics);
  const annotated = await annotateReport(segmented, unread ? PLAIN_WORDS : engine.annotator);
  const { candidates, quotedWords } = unread ? NOTHING : extractCandidates(annotated);
  const resolution = unread ? NOBODY : resolveActors(annotated, candidates);
  return recordReport(annotated, candidates, quotedWords, resolution, engine);
}

/** What is found in a report in another language than English. */
const NOTHING: ReturnType<typeof extractCandidates> = {
  candidates: { statements: [], times: [], events: [], figures: [], requests: [], commentSought: [] },
  quotedWords: [],
};

const NOBODY: Resolution = {
  actors: [],
  speakerOf: () => ({ kind: "unnamed", description: "" }),
  actorOf: () => null,
  addresseeOf: () => null,
};

/** What extractors find, before it is known who is who. */
export function extractCandidates(annotated: AnnotatedReport) {
  const { statements, quotedWords } = extractStatements(annotated);
  const times = extractTimes(annotated);
  const events = extractEvents(annotated, statements, times);
  const candidates: Candidates = {
    statements,
    times,
    events,
    figures: extractFigures(annotated, statements, events),
    requests: extractRequests(annotated, statements),
    commentSought: extractCommentSought(annotated),
  };
  return { candidates, quotedWords };
}
