const PUBLISHED =
  /"(?:date_?published|published?(?:_?(?:date|at|time|on))|publication_?(?:date|time)|first_?published?(?:_?(?:date|at|time))?|pub_?date)"\s*:\s*"(?<printed>(?:19|20)\d{2}-\d{2}-\d{2}[^"\\]{0,30})"/gi;
/** A page whose scripts hold more dates is a list. */
const MOST_DATES = 20;

/**
 * The publication date in the data that a page carries for its scripts, where nothing else dates it and all such dates
 * are of one day: they may be those of other stories too. As printed, or null.
 */
export function readScriptDate(html: string): string | null {
  const days = new Set<string>();
  let first: string | null = null;
  let seen = 0;
  for (const match of html.matchAll(PUBLISHED)) {
    const printed = match.groups?.["printed"] ?? "";
    first ??= printed;
    days.add(printed.slice(0, 10));
    if (days.size > 1 || ++seen > MOST_DATES) return null;
  }
  return first;
}
