const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const DAY_MS = 86_400_000;

/**
 * Milliseconds since 1970 of an ISO date or date-time; a bare date stands for its first moment in UTC and a time without
 * an offset is read as UTC. Null for anything else.
 */
export function instantOf(iso: string | null): number | null {
  const parts = iso === null ? null : DATE.exec(iso.trim());
  if (!parts) return null;
  const [, year, month, day, hour = "0", minute = "0", second = "0", offset] = parts;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31 || Number.isNaN(date)) return null;
  return date + Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000 - offsetOf(offset);
}

/** The calendar day an ISO date or date-time is printed with (its own zone), or null. */
export function dayOf(iso: string | null): string | null {
  return instantOf(iso) === null || iso === null ? null : iso.trim().slice(0, 10);
}

/** Whole days from one ISO day to a later one; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1970 of an ISO day. */
export function dayNumber(day: string): number {
  return Math.round(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS);
}

function offsetOf(offset: string | undefined): number {
  if (!offset || /z/i.test(offset)) return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return (offset.startsWith("-") ? -minutes : minutes) * 60_000;
}
