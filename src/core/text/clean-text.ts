const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029\f\v]/g;
const ODD_BLANKS = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const NO_WIDTH = /[\u200b\u2060\ufeff]/g;

/**
 * Brings line ends and blanks to one form and keeps every other character: line ends become "\n", odd blanks a space
 * each, blanks without width go, and so do those at line ends and around the text. Linear.
 */
export function cleanText(text: string): string {
  const plain = text.replace(LINE_ENDS, "\n").replace(ODD_BLANKS, " ").replace(NO_WIDTH, "");
  if (!plain.includes(" \n")) return trimBlankEnds(plain);
  // Not / +$/gm, which goes over a long run of blanks again from each of them.
  return trimBlankEnds(plain.split("\n").map(trimEnd).join("\n"));
}

function trimEnd(line: string): string {
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) === 0x20) end--;
  return end === line.length ? line : line.slice(0, end);
}

function trimBlankEnds(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpaceOrLineEnd(text.charCodeAt(start))) start++;
  while (end > start && isSpaceOrLineEnd(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isSpaceOrLineEnd(code: number): boolean {
  return code === 0x20 || code === 0x0a;
}
