import type { StoryStatement } from "../records.ts";

/**
 * The report's own words for who said it and how. Words that stand side by side before or after what was said are given
 * as they stand ("said Ada Ferro"); others with a sign that something lies between ("the board … warned").
 */
export function attributionWords({ source, cue, evidence }: Pick<StoryStatement, "source" | "cue" | "evidence">) {
  // A transcript's mark after the name says nothing.
  const said = cue !== null && /\p{L}/u.test(cue) ? cue : null;
  if (source === null || said === null) return source ?? said;
  const before = evidence.prefix.trimEnd();
  const after = evidence.suffix.replace(/^[^\p{L}\p{N}]+/u, "").trimEnd();
  for (const joined of [`${source} ${said}`, `${said} ${source}`]) {
    // Of longer words the surroundings hold a part only.
    if (before.endsWith(joined) || (before.length > said.length && joined.endsWith(before))) return joined;
    if (after.startsWith(joined) || (after.length > said.length && joined.startsWith(after))) return joined;
  }
  return `${source} … ${said}`;
}
