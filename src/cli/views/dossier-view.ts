import type { StoryRecord } from "../../core/link/story-record.ts";
import type { ActorDossier } from "../../operations/operations.ts";
import { type Page, printable, wrap } from "../layout.ts";
import { countOf, joinFacts, section } from "./sections.ts";
import { onlySource, StoryView } from "./story-view.ts";

/** Everything that a story holds on one actor. */
export function viewDossier(dossier: ActorDossier, story: StoryRecord, page: Page): string {
  const { actor } = dossier;
  const view = new StoryView(story, page);
  const facts = joinFacts([
    actor.kind,
    ...actor.roles.map((role) => printable(role.of === null ? role.title : `${role.title}, ${role.of}`)),
    actor.aliases.length > 0 ? `also ${actor.aliases.map((alias) => `“${printable(alias)}”`).join(", ")}` : null,
    countOf(actor.mentionCount, "mention"),
  ]);
  return [
    [wrap(page.style.strong(printable(actor.name)), page), wrap(facts, page), ...onlySource(story, page)].join("\n"),
    section("Said", view.statements(dossier.statements), page, "Nothing that was found."),
    section("Asked for", view.requests(dossier.requestsMade), page),
    section("Was asked for", view.requests(dossier.requestsReceived), page),
    section("Took part in", view.timeline(dossier.timeline), page),
    section("Figures given", view.figures(dossier.figuresGiven), page),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
