import type { Direction } from "./direction.ts";
import type { Mentions } from "./mentions.ts";
import type { Publication } from "./publication.ts";

/** What a time expression is put on the calendar with. */
export interface Bearings {
  readonly publication: Publication | null;
  readonly mentions: Mentions;
  /** True when the report puts the month first in numeric dates, false for the day; null when it does not show. */
  readonly monthFirst: boolean | null;
  /** Asked only where the words leave the direction open. */
  readonly direction: () => Direction;
}

export interface Resolved {
  readonly value: string | null;
  /** How the value was found, for a reader; null when the words say it all. */
  readonly inferred: string | null;
}

export const UNRESOLVED: Resolved = { value: null, inferred: null };
