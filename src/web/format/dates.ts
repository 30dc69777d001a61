import { PARTS_OF_DAY, timexInWords } from "../../core/text/timex-words.ts";
import type { StoryEvent } from "../records.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
/** "2032-04-11" → "Sunday 11 April 2032"; what is no full date comes back as it is. */
function formatDay(iso: string): string {
  const day = readDay(iso);
  return day === null ? iso : `${DAYS[day.weekday]} ${day.date} ${MONTHS[day.month - 1]} ${day.year}`;
}

/** "2032-04-11" → "Sun 11 April", under a heading that names the year. */
export function formatDayInMonth(iso: string): string {
  const day = readDay(iso);
  return day === null ? iso : `${DAYS[day.weekday]?.slice(0, 3)} ${day.date} ${MONTHS[day.month - 1]}`;
}

/** "2032-04-11" → "11 Apr 2032" */
export function formatShortDay(iso: string): string {
  const day = readDay(iso);
  return day === null ? iso : `${day.date} ${MONTHS[day.month - 1]?.slice(0, 3)} ${day.year}`;
}

/** A publication date with the time of day as printed: no time zone is changed. Midnight to the second is no time of day. */
export function formatPrinted(iso: string): string {
  const time = /T(?!00:00(?::00)?(?:[^:\d]|$))(\d\d:\d\d)/.exec(iso)?.[1];
  return time === undefined ? formatShortDay(iso.slice(0, 10)) : `${formatShortDay(iso.slice(0, 10))}, ${time}`;
}

/** A TIMEX3 value for people: "2032-W15" → "week of 5 April 2032". An unknown form comes back as it is. */
export function formatTimex(value: string): string {
  const day = /^(\d{4}-\d\d-\d\d)(?:T(.+))?$/.exec(value);
  if (day?.[1] !== undefined) {
    const part = day[2];
    if (part === undefined) return formatDay(day[1]);
    return `${formatDay(day[1])}, ${PARTS_OF_DAY[part] ?? part}`;
  }
  const month = /^(\d{4})-(\d\d)$/.exec(value);
  if (month !== null && MONTHS[Number(month[2]) - 1] !== undefined)
    return `${MONTHS[Number(month[2]) - 1]} ${month[1]}`;
  return timexInWords(value, formatShortDay) ?? value;
}

/** The time of an event with what bounds it: "since March 2032", "before Friday 2 April 2032", "2–5 May 2032" for a stretch. */
export function formatEventTime({ first, last, value, bound }: NonNullable<StoryEvent["when"]>): string {
  const days = value.includes("/") ? formatRange(first, last) : formatTimex(value);
  return bound === null ? days : `${bound} ${days}`;
}

/** "11–13 April 2032", "29 April – 2 May 2032": two days with what they share said once. */
export function formatRange(first: string, last: string): string {
  const from = readDay(first);
  const to = readDay(last);
  if (from === null || to === null || first === last) return formatShortDay(first);
  const end = `${to.date} ${MONTHS[to.month - 1]} ${to.year}`;
  if (from.year !== to.year) return `${from.date} ${MONTHS[from.month - 1]} ${from.year} – ${end}`;
  return from.month === to.month ? `${from.date}–${end}` : `${from.date} ${MONTHS[from.month - 1]} – ${end}`;
}

/** "4–6 Feb 2018", "5 Jan – 6 Feb 2018": the same, short. */
export function formatShortRange(first: string, last: string): string {
  return formatRange(first, last).replace(/\p{L}{4,}/gu, (month) => month.slice(0, 3));
}

/** A heading that is no surer than the dates below it: "April 2032" for a stretch within that month, else "2032". */
export function formatStretch(first: string, last: string): string {
  const from = readDay(first);
  const to = readDay(last);
  if (from === null || to === null) return first.slice(0, 7);
  if (from.year !== to.year) return `${from.year}–${to.year}`;
  return from.month === to.month ? `${MONTHS[from.month - 1]} ${from.year}` : `${from.year}`;
}

function readDay(iso: string) {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  if (match === null) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (MONTHS[month - 1] === undefined) return null;
  return { year, month, date, weekday: new Date(Date.UTC(year, month - 1, date)).getUTCDay() };
}
