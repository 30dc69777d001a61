import type { Diagnostic } from "../text/diagnostic.ts";
import { type Span, textOf } from "../text/span.ts";
import { type PrintedDate, readPrintedDate } from "./printed-date.ts";
import type { Furniture } from "./report.ts";

/** What the lines above the body say of the report. The headline stays part of the body; the other lines are furniture. */
export interface TopMatter {
  readonly headline: string | null;
  readonly byline: readonly string[];
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly furniture: readonly Furniture[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Lines above the body that are looked at; a text has few, and a wrong one would cost a paragraph. */
const TOP_LINES = 7;
const ENDS_WITH_STOP = /[.!…][”’"')\]]*$/;
const ENDS_OPEN = /[.!…:;,_–—-][”’"')\]]*$/;
const BYLINE = /^(?:By|BY|Words by|Story by|Report by|Reported by|Written by)\s+(?<names>\p{Lu}.{2,100})$/u;
const ROLE_BYLINE = /^(?:By|BY)\s+(?:our|a|an|the)\s+[\p{L}’' -]{3,60}$/u;
const DATE_LABEL =
  /^(?<label>(?:first\s+)?(?:published|posted|issued|created|date|written)|(?:last\s+)?(?:updated|modified|edited|revised))(?:\s+(?:on|at))?\s*[:|–—-]?\s+(?=.*\d)/iu;
/** What may stand beside the date of a line that is no more than a date, word by word: "Mon", "at", "BST". */
const BESIDE_DATE = /^(?:at|on|hrs?|uhr|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|[a-z]{2,4})?$/i;
const NAME =
  /^(?:\p{Lu}[\p{L}.’'-]*|de|da|di|du|van|von|der|den|la|le|el|al|bin|ibn|y)(?:\s+(?:\p{Lu}[\p{L}.’'-]*|de|da|di|du|van|von|der|den|la|le|el|al|bin|ibn|y)){1,4}$/u;

/** Reads headline, byline and dates off the first lines, each only where it stands alone and the body follows. */
export function readTopMatter(text: string, paragraphs: readonly Span[]): TopMatter {
  const bodyAt = paragraphs.findIndex((paragraph) => isBody(textOf(text, paragraph)));
  const top = paragraphs.slice(0, Math.min(Math.max(bodyAt, 0), TOP_LINES));
  const furniture: Furniture[] = [];
  const diagnostics: Diagnostic[] = [];
  const titles: string[] = [];
  let byline: readonly string[] = [];
  let publishedAt: string | null = null;
  let modifiedAt: string | null = null;
  for (const span of top) {
    const line = textOf(text, span);
    const names = readByline(line);
    if (names !== null) {
      byline = [...byline, ...names];
      furniture.push({ ...span, kind: "credit", reason: "A line above the report that says who wrote it." });
      continue;
    }
    const dated = readDateLine(line);
    if (dated !== null) {
      if (dated.date.kind !== "date") diagnostics.push(oddDate(span, dated.date.kind, line));
      else if (dated.isUpdate) modifiedAt ??= dated.date.value;
      else publishedAt ??= dated.date.value;
      furniture.push({
        ...span,
        kind: "other",
        reason: "A line above the report that says when it was published or changed.",
      });
      continue;
    }
    if (titles.length < 3) titles.push(line);
  }
  return { headline: chooseHeadline(titles), byline, publishedAt, modifiedAt, furniture, diagnostics };
}

/** A paragraph of running text: a sentence that is longer than a headline or follows none. */
function isBody(line: string): boolean {
  return line.length > 60 && (ENDS_WITH_STOP.test(line) || line.length > 200) && !DATE_LABEL.test(line);
}

function readByline(line: string): readonly string[] | null {
  if (line.length > 120 || ENDS_WITH_STOP.test(line)) return null;
  if (ROLE_BYLINE.test(line)) return [];
  const names = BYLINE.exec(line)?.groups?.["names"];
  return names === undefined ? null : namesIn(names);
}

/** Names as printed, without what follows a comma, bar or place ("Jane Roe and Al Fox in Marlbeck"); null when none is one. */
export function namesIn(names: string): readonly string[] | null {
  const found = names
    .replace(/\s+(?:in|at|for)\s+\p{Lu}.*$/u, "")
    .split(/\s*(?:,|;|\||·|•|\band\b|\bAND\b|&|\/)\s*/u)
    .map((name) => name.trim())
    .filter((name) => NAME.test(name) && !/\b(?:editor|correspondent|reporter|writer|staff|press|news)\b/i.test(name));
  return found.length === 0 ? null : found;
}

function readDateLine(line: string): { readonly date: PrintedDate; readonly isUpdate: boolean } | null {
  if (line.length > 100) return null;
  const label = DATE_LABEL.exec(line);
  const rest = label === null ? line : line.slice(label[0].length);
  const date = readPrintedDate(rest);
  if (date === null || !`${rest.slice(0, date.start)} ${rest.slice(date.end)}`.split(BETWEEN).every(isBesideDate))
    return null;
  return { date, isUpdate: /updated|modified|edited|revised/i.test(label?.groups?.["label"] ?? "") };
}

const BETWEEN = /[\s,.|·•–—:()-]+/u;

function isBesideDate(word: string): boolean {
  return BESIDE_DATE.test(word);
}

/** The first line above the body that reads like a headline; a kicker ("ANALYSIS") gives way to the line below it. */
function chooseHeadline(titles: readonly string[]): string | null {
  const [first, second] = titles.filter(isHeadlineLike).map((line) => line.replace(HEADING_MARKS, ""));
  if (first === undefined || titles[0]?.replace(HEADING_MARKS, "") !== first) return null;
  const isKicker = first.split(/\s+/).length <= 3 || (first === first.toUpperCase() && first.split(/\s+/).length <= 6);
  return isKicker && second !== undefined ? second : isKicker && first.split(/\s+/).length < 3 ? null : first;
}

/** Of a heading in Markdown. */
const HEADING_MARKS = /^#{1,6}\s+|\s+#+$/g;

function isHeadlineLike(line: string): boolean {
  return line.length <= 140 && !ENDS_OPEN.test(line) && /^[\p{Lu}\p{N}“‘"'*#£$€]/u.test(line) && /\p{L}{2}/u.test(line);
}

function oddDate(span: Span, kind: "ambiguous" | "impossible", line: string): Diagnostic {
  return kind === "ambiguous"
    ? { code: "ambiguous-date", span, message: `Day and month of "${line}" could be either way round.` }
    : { code: "impossible-date", span, message: `"${line}" is no date of the calendar.` };
}
