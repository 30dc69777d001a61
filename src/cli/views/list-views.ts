import type { ActorSummary, List, SearchHit, StoredReport, StorySummary } from "../../operations/operations.ts";
import { describeDays, describeWhen } from "../../operations/when-words.ts";
import { type Page, printable, shorten, table, wrap } from "../layout.ts";
import { countOf, joinFacts, section } from "./sections.ts";

export function viewStories(list: List<StorySummary>, page: Page): string {
  const { style } = page;
  if (list.items.length === 0) return "The store holds no story. Add reports with: onrecord add FILE…";
  const rows = list.items.map((story) => {
    const { firstPublished: first, lastPublished: last } = story;
    const facts = joinFacts([
      countOf(story.reportCount, "report"),
      story.outlets.length > 0 ? story.outlets.map(printable).join(", ") : null,
      first && last ? describeDays(first.slice(0, 10), last.slice(0, 10)) : "undated",
      story.openRequests > 0 ? countOf(story.openRequests, "open request") : null,
      story.discrepancies > 0 ? countOf(story.discrepancies, "discrepancy").replace("ys", "ies") : null,
    ]);
    const title = `${style.strong(printable(story.title))}  ${style.quiet(story.id)}`;
    return `${wrap(title, page, "  ", "")}\n${wrap(facts, page, "  ")}`;
  });
  return [...rows, ...more(list, page)].join("\n");
}

/** @param named Whether the story of each is told, because they are of several. */
export function viewActors(list: List<ActorSummary>, page: Page, named: "with-stories" | "of-one-story"): string {
  if (list.items.length === 0) return "No actor was found.";
  const rows = list.items.map((actor) => [
    page.style.strong(printable(actor.name)),
    actor.kind,
    countOf(actor.statements, "statement"),
    countOf(actor.mentions, "mention"),
    page.style.quiet(named === "with-stories" ? `${actor.story} ${actor.id}` : actor.id),
  ]);
  return [table(rows, page), ...more(list, page)].join("\n");
}

export function viewHits(list: List<SearchHit>, page: Page): string {
  const { style } = page;
  if (list.items.length === 0) return "Nothing was found.";
  const rows = list.items.map((hit) => {
    const facts = joinFacts([
      hit.kind,
      hit.kind === "actor" && hit.storyTitle !== null ? `in “${shorten(printable(hit.storyTitle), 60)}”` : null,
      hit.outlet === null ? null : printable(hit.outlet),
      hit.publishedAt === null ? null : describeWhen(hit.publishedAt),
      [hit.report, hit.kind === "actor" ? hit.story : null, hit.row].filter((id) => id !== null).join(" "),
    ]);
    const title = printable(hit.title) || "(no title)";
    return [
      wrap(`${style.strong(title)}  ${style.quiet(facts)}`, page, "  ", ""),
      ...(hit.text === hit.title ? [] : [wrap(lightMatches(hit, page), page, "    ")]),
    ].join("\n");
  });
  return [...rows, ...more(list, page)].join("\n");
}

/** What the store knows of a report besides its record. */
export function viewStoredFacts(stored: StoredReport, page: Page): string {
  const { source } = stored;
  const rows = [
    ["story", stored.story ?? "none"],
    ["source", `${source.mediaType}, ${source.bytes} bytes, SHA-256 ${source.sha256}`],
    ["from", printable(source.url ?? source.path ?? "standard input")],
    ["retrieved", source.retrievedAt ?? "not noted"],
    ["versions", stored.revisions.join(", ")],
    ...(stored.quietChanges === null ? [] : [["read the same", quietWords(stored.quietChanges)]]),
  ];
  return section("In the store", [table(rows, page, "  ")], page);
}

function quietWords({ count, kept, lastSeenAt }: NonNullable<StoredReport["quietChanges"]>): string {
  const times = count === 1 ? "once" : `${count} times`;
  const last = lastSeenAt === null ? "" : `, the last on ${lastSeenAt}`;
  return `the page came with other bytes ${times}${last}; the bytes of ${kept} kept`;
}

function lightMatches({ text, matches }: SearchHit, page: Page): string {
  let lit = "";
  let at = 0;
  for (const { start, end } of matches) {
    lit += `${plain(text.slice(at, start))}${page.style.strong(plain(text.slice(start, end)))}`;
    at = end;
  }
  return (lit + plain(text.slice(at))).trim();
}

/** Like `printable`, but blanks at the ends stay, so that pieces can be joined. */
function plain(text: string): string {
  const [before = "", after = ""] = [/^\s/u.test(text) ? " " : "", /\S\s$/u.test(text) ? " " : ""];
  return `${before}${printable(text)}${after}`;
}

function more(list: List<unknown>, page: Page): string[] {
  return list.next === null ? [] : ["", page.style.quiet(`More with: --after '${list.next}'`)];
}
