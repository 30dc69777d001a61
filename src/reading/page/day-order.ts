import type { PageBlocks } from "./page-blocks.ts";

/** How numeric dates are to be read: 03/05/2031 is the third of May, or the fifth of March. */
export type DayOrder = "day-first" | "month-first";

const MONTH_FIRST = /^(?:us|ph)$/;
/** English-speaking countries by code, also as the last part of a host ("uk", "com.au"). */
const DAY_FIRST = /^(?:gb|uk|ie|au|nz|in|za|ng|gh|ke|ug|tz|zw|pk|bd|lk|sg|my|hk|jm|tt|mt)$/;
const DAY_FIRST_TONGUES = /^(?:de|fr|es|it|pt|nl|da|nb|nn|no|pl|cs|sk|ru|uk|tr|el|ro|fi|sv|hr|sr|sl|bg|ca|gl|id|vi)$/;
/** Countries that write the day first in whatever language. */
const DAY_FIRST_HOSTS = /^(?:de|at|ch|fr|be|nl|es|it|pt|dk|no|fi|pl|cz|sk|ru|ua|tr|gr|ro|bg|br|mx|ar|cl|pe|eu)$/;
const NUMERIC = /(?<![\d./-])(\d{1,2})[/-](\d{1,2})[/-](?:19|20)\d{2}(?![\d/.-])/g;

/**
 * The order that the page's country tells: that of its declared language, of a tag in its address ("/en-gb/") and of
 * its host. Null where none of them does, or two of them differ.
 */
export function dayOrderOf(language: string | null, url: string | null): DayOrder | null {
  const orders = new Set<DayOrder>();
  const [, host = "", path = ""] = /^https?:\/\/([^/?#]+)([^?#]*)/i.exec(url?.slice(0, 500) ?? "") ?? [];
  const tags = [language ?? "", /\/([a-z]{2}[-_][a-z]{2})(?:\/|$)/i.exec(path)?.[1] ?? ""];
  for (const tag of tags) {
    const [, tongue, country] = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?$/i.exec(tag.toLowerCase()) ?? [];
    if (country !== undefined && MONTH_FIRST.test(country)) orders.add("month-first");
    else if ((country !== undefined && DAY_FIRST.test(country)) || DAY_FIRST_TONGUES.test(tongue ?? ""))
      orders.add("day-first");
  }
  const last = /\.([a-z]{2})(?::\d+)?$/i.exec(host)?.[1]?.toLowerCase() ?? "";
  if (MONTH_FIRST.test(last)) orders.add("month-first");
  else if (DAY_FIRST.test(last) || DAY_FIRST_HOSTS.test(last)) orders.add("day-first");
  const [order] = orders;
  return orders.size === 1 && order !== undefined ? order : null;
}

/** The order of the page's other numeric dates, where a number over 12 tells it and all that tell it agree. */
export function printedDayOrder(page: PageBlocks): DayOrder | null {
  let order: DayOrder | null = null;
  for (const { text } of page.blocks) {
    if (text.length > 2000) continue;
    for (const [, a, b] of text.matchAll(NUMERIC)) {
      const own: DayOrder | null = Number(a) > 12 ? "day-first" : Number(b) > 12 ? "month-first" : null;
      if (own === null) continue;
      if (order !== null && own !== order) return null;
      order = own;
    }
  }
  return order;
}

/** A printed line with the month of its first numeric date as a name, so that its clock time reads as before. */
export function inOrder(printed: string, order: DayOrder): string {
  return printed.replace(/(\d{1,2})[/-](\d{1,2})[/-](\d{4})/, (_, a: string, b: string, year: string) => {
    const [day, month] = order === "day-first" ? [a, b] : [b, a];
    return `${day} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
  });
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
