import type { Style } from "./style.ts";

/** How wide prose is set at most; longer lines are hard to read. */
const MAX_WIDTH = 96;

/** Where text is set: how wide, and with what marks. */
export interface Page {
  readonly width: number;
  readonly style: Style;
}

export function makePage(columns: number, style: Style): Page {
  return { width: Math.max(40, Math.min(columns, MAX_WIDTH)), style };
}

/**
 * Makes words of a report safe to print: no control character reaches the terminal (an article could otherwise move the
 * cursor or retitle the window), nothing turns the direction of text around, and white space is one blank.
 */
export function printable(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu, "")
    .trim();
}

/** Breaks a line at blanks so that it fits; every line starts with `indent`, the first with `first` where given. */
export function wrap(text: string, page: Page, indent = "", first = indent): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(" ")) {
    if (!empty && widthOf(line) + 1 + widthOf(word) > page.width) {
      lines.push(line.trimEnd());
      line = indent;
      empty = true;
    }
    if (empty && word === "" && lines.length > 0) continue;
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  lines.push(line.trimEnd());
  return lines.join("\n");
}

/** A first cell wider than this part of the page stands on a line of its own. */
const WIDEST_CELL = 0.4;

/** Columns that line up, the last one free to run on. */
export function table(rows: readonly (readonly string[])[], page: Page, indent = ""): string {
  const widest = Math.floor(page.width * WIDEST_CELL);
  const stands = (row: readonly string[]) => row.length > 1 && widthOf(row[0]!) > widest;
  const widths: number[] = [];
  for (const row of rows) {
    row.slice(0, -1).forEach((cell, at) => {
      if (at > 0 || !stands(row)) widths[at] = Math.max(widths[at] ?? 0, widthOf(cell));
    });
  }
  return rows
    .flatMap((row) => {
      const above = stands(row) ? [wrap(row[0]!, page, `${indent}  `, indent)] : [];
      const own = stands(row) ? ["", ...row.slice(1)] : row;
      const cells = own.slice(0, -1).map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - widthOf(cell)));
      const lead = [indent + cells.join("  "), ""].join(cells.length > 0 ? "  " : "");
      return [...above, wrap(own.at(-1) ?? "", page, " ".repeat(widthOf(lead)), lead).trimEnd()];
    })
    .join("\n");
}

/** The start of a text, cut between words, with a sign that more follows. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1).replace(/\s+\S*$/u, "");
  return `${cut === "" ? text.slice(0, length - 1) : cut} …`;
}

/** Columns that a text takes, colour marks left out and a letter with its accents as one. */
export function widthOf(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character opens a colour mark.
  const plain = text.replace(/\x1b\[[\d;]*m/g, "");
  let width = 0;
  for (const character of plain) {
    if (/\p{M}/u.test(character)) continue;
    width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  }
  return width;
}

/** East Asian wide letters and emoji, in blocks. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff)
  );
}
