import type { Page } from "../layout.ts";

/** A heading with its rows under it; nothing when there are none, unless it must be said that there are none. */
export function section(title: string, rows: readonly string[], page: Page, none: string | null = null): string {
  if (rows.length === 0) return none === null ? "" : `${page.style.heading(title)}\n  ${none}`;
  return `${page.style.heading(title)}\n${rows.join("\n")}`;
}

/** Facts in one line, those that are missing left out. */
export function joinFacts(facts: readonly (string | null)[]): string {
  return facts.filter((fact) => fact !== null && fact !== "").join(" · ");
}

export function countOf(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** A speaker with the words of the cue: "Ada Ferro said", "according to Ada Ferro". */
export function saidBy(speaker: string, cue: string): string {
  return /^according to$/iu.test(cue.trim()) ? `according to ${speaker}` : `${speaker}${cue}`;
}

/** The words of a cue after a speaker's name; a transcript's mark after the name ("))", ":") says nothing more. */
export function cueWords(words: string): string {
  return /\p{L}/u.test(words) ? ` ${words}` : "";
}
