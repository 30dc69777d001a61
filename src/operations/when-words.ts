import type { StoryEvent } from "../core/link/story-record.ts";
import { PARTS_OF_DAY, timexInWords } from "../core/text/timex-words.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** A TIMEX3 or ISO value as people write dates: "Sat 4 Oct 2031, night", "Jul 2031"; what it does not know as it is. */
export function describeWhen(value: string): string {
  const day = readDay(value);
  if (day !== null) {
    const part = PARTS_OF_DAY[value.slice(11)];
    return `${day.weekday} ${day.date} ${day.month} ${day.year}${part === undefined ? "" : `, ${part}`}`;
  }
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  if (month !== null) return `${MONTHS[Number(month[2]) - 1] ?? month[2]} ${month[1]}`;
  return timexInWords(value, describeDay) ?? value;
}

/** A day with the clock time that is printed with it: "Sat 4 Oct 2031, 14:30". No time zone is changed. */
export function describePrinted(value: string): string {
  const clock = /T(?!00:00(?::00)?(?:[^:\d]|$))(\d\d:\d\d)/.exec(value)?.[1];
  return clock === undefined ? describeWhen(value) : `${describeWhen(value)}, ${clock}`;
}

/** The same without the day of the week, for a line that names many: "4 Oct 2031". */
export function describeDay(value: string): string {
  const day = readDay(value);
  return day === null ? value : `${day.date} ${day.month} ${day.year}`;
}

/** A span of days, with what first and last share said once: "4–9 Oct 2031", "28 Sep – 9 Oct 2031"; one day as such. */
export function describeDays(first: string, last: string): string {
  const [from, to] = [readDay(first), readDay(last)];
  if (first === last || from === null || to === null) return describeWhen(first);
  const end = `${to.date} ${to.month} ${to.year}`;
  if (from.year !== to.year) return `${from.date} ${from.month} ${from.year} – ${end}`;
  return from.month === to.month ? `${from.date}–${end}` : `${from.date} ${from.month} – ${end}`;
}

/** The time of an event: a day, a month or year as far as it is known, the days between which it lies, or what bounds it. */
export function describeEventTime({ first, last, value, bound }: NonNullable<StoryEvent["when"]>): string {
  const isWhole = /^\d{4}(?:-\d{2})?$/.test(value);
  const days = first === last ? describeWhen(first) : isWhole ? describeWhen(value) : describeDays(first, last);
  // "about 2 pm" on a day that is certain
  return bound === null || (bound === "about" && value.includes("T")) ? days : `${bound} ${days}`;
}

function readDay(value: string) {
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
  if (day === null) return null;
  const date = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])));
  return {
    weekday: DAYS[date.getUTCDay()] ?? "",
    date: date.getUTCDate(),
    month: MONTHS[date.getUTCMonth()] ?? "",
    year: day[1] ?? "",
  };
}
