const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** A TIMEX3 or ISO value as people write dates: "Sat 4 Oct 2031", "Jul 2031"; any other value as it is. */
export function describeWhen(value: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
  if (day) {
    const date = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])));
    const month = MONTHS[date.getUTCMonth()] ?? "";
    return `${DAYS[date.getUTCDay()] ?? ""} ${date.getUTCDate()} ${month} ${day[1]}`;
  }
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  return month ? `${MONTHS[Number(month[2]) - 1] ?? month[2]} ${month[1]}` : value;
}

/** A span of days: one day, or first and last. */
export function describeDays(first: string, last: string): string {
  return first === last ? describeWhen(first) : `${first} to ${last}`;
}
