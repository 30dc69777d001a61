import { MOVED_WORDS } from "../../lexicons/event-status-words.ts";
import type { TimeBound, TimeExpression } from "../candidates.ts";

/** How a time dates an event: at it, on one side of it, or as the first end of a stretch. */
export interface BoundTime {
  readonly time: TimeExpression;
  readonly bound: TimeBound | null;
  /** The time with which the stretch ends. */
  readonly until: TimeExpression | null;
}

/** Whether it says no more than on which side of a time an event lies; what is done by a day is mostly done near it. */
export function isOpenBound(bound: TimeBound | null): boolean {
  return bound === "before" || bound === "after";
}

/** Code units before a time that are looked through for what bounds it. */
const REACH = 40;

/**
 * Reads what stands before a time that dates an event: the relations and signals of TimeML (BEFORE, AFTER, "since", "by") and the
 * APPROX of TIMEX3's `mod`.
 *
 * > | 43 people have died since March          They were shot before Friday          between 2019 and 2024
 *                           ^^^^^                            ^^^^^^                   ^^^^^^^      ^^^
 *                           since                            before                   until
 */
export function boundTime(text: string, time: TimeExpression, times: readonly TimeExpression[]): BoundTime {
  const stretch = stretchOf(text, time, times);
  if (stretch !== null) return { time: stretch[0], bound: null, until: stretch[1] };
  const before = text.slice(Math.max(0, time.span.start - REACH), time.span.start).replace(/.*[.!?\n]\s/su, "");
  if (ABOUT.test(before) || /^(?:about|around|circa|roughly) /i.test(text.slice(time.span.start, time.span.end)))
    return { time, bound: "about", until: null };
  // "after Monday’s blast", "before the May election": the time of the thing, and no bound.
  const isOfThing =
    /^(?:['’]s\b| (?!(?:and|or|but|when|while|as|in|on|at|by|to|the|a|an|of|for|that|who|which|said|after|before|with|from) )\p{Ll}{3,})/u;
  const bound = BOUNDS.find(({ words }) => words.test(before))?.bound ?? null;
  const isThing = bound !== "since" && bound !== null && isOfThing.test(text.slice(time.span.end, time.span.end + 24));
  return { time, bound: isThing ? null : bound, until: null };
}

/** "put off a vigil from Thursday to Sunday" holds it on one day. */
const MOVED = new RegExp(`\\b${MOVED_WORDS}\\b[^.;:]*from (?:the )?$`, "i");

const ABOUT =
  /\b(?:about|around|circa|approximately|roughly|(?:shortly|just|soon|moments|minutes) (?:before|after)) (?:the )?$/i;

const BOUNDS: readonly { readonly bound: TimeBound; readonly words: RegExp }[] = [
  { bound: "before", words: /\b(?:before|ahead of|prior to) (?:the )?$/i },
  { bound: "after", words: /\bafter (?:the )?$/i },
  { bound: "since", words: /\bsince (?:the )?(?:(?:beginning|start|end|middle) of )?(?:early |late |mid[- ])?$/i },
  {
    bound: "since",
    words:
      /\b(?:(?:effect|force|closed|shut|banned|strike|starting|beginning|running|as|open) (?:as )?from|with effect from|starting|beginning|effective) (?:on )?$/i,
  },
  { bound: "by", words: /\bby (?:the )?(?:(?:beginning|start|end|middle) of )?(?:early |late |mid[- ])?$/i },
  // "in the year to March"
  { bound: "by", words: /\b(?:year|months?|weeks?|quarter|season) (?:up )?to (?:the end of )?$/i },
];

/** The two ends of "between March and April", "from 2 to 5 May", "from Monday until Friday", whichever of them was found. */
function stretchOf(
  text: string,
  time: TimeExpression,
  times: readonly TimeExpression[],
): readonly [TimeExpression, TimeExpression] | null {
  const at = times.indexOf(time);
  for (const [first, last] of [
    [time, times[at + 1]],
    [times[at - 1], time],
  ] as const) {
    if (first?.range == null || last?.range == null || first.range.first > last.range.last) continue;
    const before = text.slice(Math.max(0, first.span.start - REACH), first.span.start);
    const joint = text.slice(first.span.end, last.span.start);
    const isBetween = /\bbetween (?:the )?$/i.test(before) && /^ and (?:the )?$/.test(joint);
    const isFrom =
      /\bfrom (?:the )?$/i.test(before) && /^ (?:to|until|till|through) (?:the )?$/.test(joint) && !MOVED.test(before);
    if (isBetween || isFrom) return [first, last];
  }
  return null;
}
