import type { Cell, ExportTable } from "./export-table.ts";

/**
 * RFC 4180 with CRLF. Text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises
 * for CSV injection: the words come from strangers' pages.
 *
 * @param mark Whether a byte order mark goes first, which Excel needs to see UTF-8.
 */
export function formatCsv({ columns, rows }: ExportTable, mark: boolean): string {
  const lines = [columns, ...rows].map((row) => row.map(formatCell).join(","));
  return `${mark ? "\uFEFF" : ""}${lines.join("\r\n")}\r\n`;
}

function formatCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = isFormula(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets skip blanks and control characters before they look; full-width forms count as well. */
function isFormula(text: string): boolean {
  return /^[\s\p{C}'"]*[=+\-@＝＋－＠|%]/u.test(text) || /^[\t\r\n]/.test(text);
}
