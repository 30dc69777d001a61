import type { Decision, List, Proposal } from "../../operations/operations.ts";
import { type Page, printable, wrap } from "../layout.ts";
import { countOf, joinFacts } from "./sections.ts";

const DONE: { readonly [kind in Decision["kind"]]: string } = {
  settle: "settled",
  merge: "merged",
  split: "split",
  reject: "turned down",
  undo: "taken back",
};

export function viewDecision(decision: Decision, page: Page): string {
  const { style } = page;
  const { id, kind, at, by, about, reason, standing, undoneBy, undoes, moved, stories } = decision;
  const state =
    standing === "undone"
      ? `taken back by ${undoneBy}`
      : standing === "orphan"
        ? "its words are no longer at odds, or not found"
        : null;
  const facts = joinFacts([
    at.slice(0, 16).replace("T", " "),
    `by ${printable(by)}`,
    moved.length === 0 ? null : `${countOf(moved.length, "report")} moved`,
    stories.join(", "),
    state,
  ]);
  const what = `${DONE[kind]}${undoes === null ? "" : ` decision ${undoes}`}`;
  return [
    wrap(`${style.strong(`${id}  ${what}`)}  ${printable(about)}`, page, "    ", ""),
    wrap(`because: ${printable(reason)}`, page, "    "),
    wrap(style.quiet(facts), page, "    "),
  ].join("\n");
}

export function viewDecisions(list: List<Decision>, page: Page): string {
  if (list.items.length === 0) return "Nothing was decided.";
  const rows = list.items.map((decision) => viewDecision(decision, page));
  return [...rows, ...(list.next === null ? [] : ["", page.style.quiet(`More with: --after '${list.next}'`)])].join(
    "\n",
  );
}

export function viewProposals(list: List<Proposal>, page: Page): string {
  if (list.items.length === 0) return "No merge or split of stories is proposed.";
  const rows = list.items.map(({ id, kind, stories, parts, reasons }) => {
    const sizes = parts.map((part) => countOf(part.length, "report")).join(" + ");
    const names = stories.map((story) => `${printable(story.title)} (${story.id})`).join("  +  ");
    return [
      wrap(`${page.style.strong(`${id}  ${kind}`)}  ${names}`, page, "    ", ""),
      wrap(`${sizes}: ${reasons.map(printable).join("; ")}`, page, "    "),
      ...(kind === "split" ? [wrap(page.style.quiet(`apart: ${parts.slice(1).flat().join(", ")}`), page, "    ")] : []),
    ].join("\n");
  });
  const how = "Decide with: onrecord proposals --accept ID --reason WHY or --reject ID --reason WHY";
  return [...rows, "", page.style.quiet(how)].join("\n");
}
