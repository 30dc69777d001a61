import type { Record } from "../record/record.ts";
import { isUnread } from "../segment/language.ts";
import { assessNovelty, type Novelty } from "./assess-novelty.ts";
import { chooseNews } from "./choose-news.ts";
import { chooseTitle } from "./choose-title.ts";
import { findChanges } from "./find-changes.ts";
import { findDateDiscrepancies } from "./find-date-discrepancies.ts";
import { findDeniedClaims } from "./find-denied-claims.ts";
import { findDiscrepancies } from "./find-discrepancies.ts";
import { findTimeDiscrepancies } from "./find-time-discrepancies.ts";
import { findUpdates } from "./find-updates.ts";
import { joinAskings } from "./join-askings.ts";
import { linkActors } from "./link-actors.ts";
import { linkCommentSought } from "./link-comment-sought.ts";
import { groupEvents, linkEvents } from "./link-events.ts";
import { linkFigures } from "./link-figures.ts";
import { linkMatters } from "./link-matters.ts";
import { LINK_MODELS, type LinkModels } from "./link-models.ts";
import { linkOrigins } from "./link-origins.ts";
import { groupAsks, linkRequests } from "./link-requests.ts";
import { linkStatements } from "./link-statements.ts";
import type { Origin, StoryRecord, StoryReport } from "./story-record.ts";
import { orderReports, type StorySource } from "./story-reports.ts";
import { weighWords } from "./story-words.ts";

/**
 * Builds the record of a story from the records of its reports. Pure, and the same for any order of `records`. Near
 * linear in the number of rows: rows are compared only with rows that share a key.
 */
export function linkStory(id: string, records: readonly Record[], models: LinkModels = LINK_MODELS): StoryRecord {
  const sources = orderReports(records);
  const words = weighWords(sources);
  const actors = linkActors(sources);
  const origins = linkOrigins(sources);
  const groups = groupEvents(sources, actors, words, models.events);
  const uttered = linkStatements(sources, actors, words, groups, models.statements);
  const asks = groupAsks(sources, actors, uttered, words, models.asks);
  const statements = joinAskings(uttered, asks);
  const events = linkEvents(groups, statements);
  const figures = linkFigures(sources, actors, events, statements, words, models.figures);
  const novelty = assessNovelty(sources, words);
  return {
    id,
    title: chooseTitle(sources),
    reports: sources.map((source) => makeReport(source, origins, novelty[source.order] ?? [])),
    origins,
    actors: actors.actors,
    statements: statements.statements,
    timeline: events.events,
    matters: linkMatters(events, actors, words, models.matters),
    requests: linkRequests(asks, sources, actors, statements, words, models.answers),
    figures: figures.series,
    discrepancies: [
      ...findDiscrepancies(figures),
      ...findDateDiscrepancies(events, statements, words),
      ...findTimeDiscrepancies(sources, actors, statements),
      ...findDeniedClaims(uttered),
    ],
    changes: findChanges(statements, words),
    updates: findUpdates(figures.series),
    settled: [],
    commentSought: linkCommentSought(sources, actors, statements.statements),
    news: chooseNews(sources, novelty, words),
  };
}

function makeReport(source: StorySource, origins: readonly Origin[], novelty: readonly Novelty[]): StoryReport {
  const { url, outlet, headline, publishedAt, modifiedAt } = source.record.report;
  const count = (kind: Novelty) => novelty.filter((one) => one === kind).length;
  return {
    id: source.id,
    url,
    outlet,
    headline,
    publishedAt,
    modifiedAt,
    revision: source.revision,
    origin: origins.find(({ reports }) => reports.includes(source.id))!.id,
    unread: isUnread(source.record.diagnostics),
    novelty: { new: count("new"), repeats: count("repeats"), updates: count("updates") },
  };
}
