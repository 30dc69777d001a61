import type { Speaker } from "../record/record.ts";
import type { Span } from "../text/span.ts";
import type { StorySource } from "./story-reports.ts";

/** Words that put a mention behind a verb or a noun, so that it is no subject. */
const BEHIND =
  /\b(?:of|for|to|by|in|on|at|with|from|against|about|over|near|into|between|than|as)\s+(?:the\s+|an?\s+)?$/i;

const POSSESSIVE = /^(?:his|her|its|their|our|my)$/i;

const COMPARING = /\b(?:as|than)\s+(?:the\s+|an?\s+)?$/i;

/**
 * Who does what the cue says, by the mentions of the report alone: the last one before it in its clause that no
 * preposition governs, or the one that opens the clause when an insertion stands between ("Tidegate, asked whether …,
 * did not respond"). Null when the clause names nobody.
 */
export function findSubject(source: StorySource, sentence: Span, cue: Span): Speaker | null {
  const { text } = source.record.report;
  const opening = clauseStart(text, sentence.start, cue.start);
  return (
    subjectFrom(source, opening, cue) ?? (opening > sentence.start ? subjectFrom(source, sentence.start, cue) : null)
  );
}

function subjectFrom(source: StorySource, opening: number, cue: Span): Speaker | null {
  const { text } = source.record.report;
  const before = source.record.actors
    .flatMap((actor) => actor.mentions.map((mention) => ({ actor: actor.id, kind: actor.kind, ...mention })))
    .filter(({ start, end, kind }) => start >= opening && end <= cue.start && kind !== "place")
    .sort((a, b) => a.start - b.start);
  const free = before.filter(({ start, end }) => {
    const after = text.slice(end, end + 2);
    // "the mayor’s office", "his department": whose it is does nothing.
    if (/^[’']s/.test(after) || POSSESSIVE.test(text.slice(start, end))) return false;
    // "as the council had asked": a clause of its own opens there.
    const isOwnClause = COMPARING.test(text.slice(opening, start)) && /^\s*$/.test(text.slice(end, cue.start));
    return isOwnClause || !BEHIND.test(text.slice(opening, start));
  });
  const inserted = /,\s*$/.test(text.slice(opening, cue.start));
  const subject = inserted ? free[0] : free.at(-1);
  if (subject) return { kind: "resolved", actor: subject.actor };
  const words = text.slice(opening, cue.start).trim();
  const described = /^(?:the|his|her|its|their|an?)\s+[\p{L}’' -]{3,40}$/iu.exec(words);
  return described ? { kind: "unnamed", description: described[0] } : null;
}

/** After the last mark or conjunction that opens a clause with a subject of its own. */
function clauseStart(text: string, from: number, to: number): number {
  const before = text.slice(from, to);
  let start = 0;
  for (const match of before.matchAll(
    /[;:—]\s+|,\s+(?:and|but|while|whereas|though|although)\s+|\b(?:that|because)\s+/giu,
  )) {
    const rest = before.slice(match.index + match[0].length);
    if (/[\p{L}]/u.test(rest)) start = match.index + match[0].length;
  }
  return from + start;
}
