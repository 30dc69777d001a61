import { readPrintedDate } from "../../core/read/printed-date.ts";

/** When an entry of a live report was made: what its words state, and what the page's dates add to that. */
export interface EntryTime {
  /** ISO 8601 in the zone of the page, or as printed; null where it cannot be known. */
  readonly value: string | null;
  /** The printed words alone, with X for what they leave open ("XXXX-XX-XXT14:32"); null where they are no such time. */
  readonly stated: string | null;
  /** How the day was found, in words; null when nothing was added. */
  readonly inferred: string | null;
}

/** The dates that the page gives for itself. */
export interface PageDays {
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
}

const CLOCK_ALONE =
  /^\D{0,20}?(?<hour>[01]?\d|2[0-3])(?:[:.h](?<minute>[0-5]\d))?(?::[0-5]\d)?\s?(?<half>[ap]\.?m\.?)?(?:\s?\(?[A-Z]{1,4}\)?)?\D{0,3}$/i;

/**
 * The full times of entries, given in page order. A clock alone is of the day of publication where the page was not
 * changed on a later day and its entries run in one order; one step over midnight is the next day, where the page was
 * changed on that day. Else the day stays open: entries that are out of order tell nothing of it.
 */
export function timeEntries(printed: readonly string[], days: PageDays): readonly EntryTime[] {
  const clocks = printed.map((at) => (readPrintedDate(at) === null ? minutesIn(at) : null));
  const shifts = dayShifts(clocks, days);
  return printed.map((at, index) => {
    const full = readPrintedDate(at);
    if (full?.kind === "date") return { value: full.value, stated: full.value, inferred: null };
    const minutes = clocks[index] ?? null;
    if (minutes === null) return { value: null, stated: null, inferred: null };
    const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    const stated = `XXXX-XX-XXT${clock}`;
    const shift = shifts?.[index] ?? null;
    const day = localDay(days.publishedAt);
    if (shift === null || day === null) return { value: null, stated, inferred: null };
    const inferred =
      shift === 0
        ? `the day of publication, ${day}`
        : `the day after publication on ${day}, by the order of the entries`;
    return { value: `${addDays(day, shift)}T${clock}`, stated, inferred };
  });
}

/** For each clock 0 for the day of publication, 1 for the day after; null where the days cannot be told. */
function dayShifts(clocks: readonly (number | null)[], days: PageDays): readonly number[] | null {
  const [first, last] = [localDay(days.publishedAt), localDay(days.modifiedAt)];
  const known = clocks.filter((clock) => clock !== null);
  if (first === null || known.length < 2 || (days.modifiedAt !== null && last === null)) return null;
  const steps = known.slice(1).map((clock, index) => Math.sign(clock - (known[index] ?? clock)));
  const ups = steps.filter((step) => step > 0).length;
  const downs = steps.filter((step) => step < 0).length;
  // One step against the order is midnight; more are no order. With one step of each nobody knows which is which.
  const isNewestFirst = downs > ups;
  const midnights = Math.min(ups, downs);
  if (midnights > 1 || (midnights === 1 && ups === downs)) return null;
  const isLater = last !== null && last > first;
  if (midnights === 0) return isLater ? null : clocks.map(() => 0);
  if (last !== addDays(first, 1)) return null;
  let shift = isNewestFirst ? 1 : 0;
  let before: number | null = null;
  return clocks.map((clock) => {
    if (clock === null) return shift;
    if (before !== null && (isNewestFirst ? clock > before : clock < before)) shift = isNewestFirst ? 0 : 1;
    before = clock;
    return shift;
  });
}

/** Minutes since midnight of a clock time that stands alone, a label and a zone beside it; null for anything else. */
export function minutesIn(printed: string): number | null {
  const { hour, minute, half } = CLOCK_ALONE.exec(printed.trim())?.groups ?? {};
  if (hour === undefined || (minute === undefined && half === undefined)) return null;
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
  }
  return hours * 60 + Number(minute ?? 0);
}

/** The outlet's own day; null where a time in UTC leaves it open which day that was there. */
function localDay(date: string | null): string | null {
  if (date === null) return null;
  const hour = /T(\d{2}).*(?:Z|[+-]00:?00)$/.exec(date)?.[1];
  return hour !== undefined && (hour < "08" || hour >= "20") ? null : date.slice(0, 10);
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
