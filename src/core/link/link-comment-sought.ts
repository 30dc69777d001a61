import { textOf } from "../text/span.ts";
import { evidenceOf } from "./evidence.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { SoughtComment, StoryStatement } from "./story-record.ts";
import type { StorySource } from "./story-reports.ts";

/** Whom reports asked for comment, in the order of the reports, with the first words of theirs that a later report has. */
export function linkCommentSought(
  sources: readonly StorySource[],
  actors: ActorLinks,
  statements: readonly StoryStatement[],
): SoughtComment[] {
  const orderOf = new Map(sources.map(({ id, order }) => [id, order]));
  const spoken = firstWordsByActor(statements, orderOf);
  return sources.flatMap((source) =>
    source.record.commentSought.map(({ actor: mentioned, asked, answered, span }) => {
      const actor = actors.of(source, mentioned);
      const later =
        actor === null || answered ? undefined : spoken.get(actor)?.find(({ order }) => order > source.order);
      return {
        actor,
        asked: asked == null ? null : textOf(source.record.report.text, asked),
        answered,
        evidence: evidenceOf(source.record, null, [span]),
        later: later === undefined ? null : { statement: later.statement.id, evidence: later.statement.evidence },
        reportsSince: sources.length - 1 - source.order,
      };
    }),
  );
}

interface Spoken {
  readonly order: number;
  readonly statement: StoryStatement;
}

/** Words of each actor's own, by the order of the reports; that somebody would not comment is no comment. */
function firstWordsByActor(
  statements: readonly StoryStatement[],
  orderOf: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly Spoken[]> {
  const spoken = new Map<string, Spoken[]>();
  for (const statement of statements) {
    const { speaker, act, evidence } = statement;
    if (speaker.kind !== "resolved" || act === "no-comment" || act === "belief") continue;
    const held = spoken.get(speaker.actor) ?? [];
    held.push({ order: orderOf.get(evidence.report) ?? 0, statement });
    spoken.set(speaker.actor, held);
  }
  for (const held of spoken.values()) held.sort((a, b) => a.order - b.order);
  return spoken;
}
