import type { Found } from "./meaning.ts";
import { wordAt } from "./numbers.ts";
import type { Piece } from "./pieces.ts";

const JOINTS: ReadonlySet<string> = new Set(["to", "-", "and", "or", "until", "till", "through", "&"]);
/** Joints between the two ends of a stretch of time. */
const SPANNING: ReadonlySet<string> = new Set(["to", "-", "until", "till", "through"]);

/**
 * Gives the earlier members of a list or range what only the last one says.
 *
 * > | between May and July 2024          May is of 2024
 * > | on Monday and Tuesday next week    Monday is of next week
 */
export function joinRanges(pieces: readonly Piece[], times: readonly Found[]): Found[] {
  const joined = [...times];
  let inList = false;
  for (let index = joined.length - 2; index >= 0; index--) {
    const first = joined[index]!;
    const second = joined[index + 1]!;
    const joint = jointOf(pieces, first, second);
    if (joint === null || (joint === "," && !inList)) {
      inList = false;
      continue;
    }
    inList = true;
    joined[index] = share(first, second);
  }
  return joined;
}

/** "month" for the two ends of "from August to October", "weekday" for those of "Wednesday through Friday". */
export function rangeKind(pieces: readonly Piece[], first: Found, second: Found): "month" | "weekday" | null {
  const { kind } = first.meaning;
  if (kind !== second.meaning.kind || (kind !== "month" && kind !== "weekday")) return null;
  return SPANNING.has(jointOf(pieces, first, second) ?? "") ? kind : null;
}

function jointOf(pieces: readonly Piece[], first: Found, second: Found): string | null {
  if (second.start - first.end > 2) return null;
  const joint = wordAt(pieces, first.end);
  if (second.start - first.end === 2 && wordAt(pieces, first.end + 1) !== "the") return null;
  return second.start > first.end && (JOINTS.has(joint) || joint === ",") ? joint : null;
}

function share(first: Found, second: Found): Found {
  const a = first.meaning;
  const b = second.meaning;
  if (a.kind === "month" && b.kind === "month" && a.year === null && a.relation === null && b.year !== null) {
    const year =
      "year" in b.year
        ? { year: b.year.year - (a.month > b.month ? 1 : 0) }
        : { shift: b.year.shift - (a.month > b.month ? 1 : 0) };
    return { ...first, meaning: { ...a, year } };
  }
  if (a.kind === "weekday" && b.kind === "weekday" && a.relation === null && a.weeks === null && b.weeks !== null) {
    return { ...first, meaning: { ...a, weeks: b.weeks } };
  }
  return first;
}
