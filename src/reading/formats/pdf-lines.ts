/** A piece of text as a PDF places it: the lower left corner and the height of its font, in points. */
export interface PdfPiece {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Line {
  text: string;
  x: number;
  end: number;
  y: number;
  readonly height: number;
  readonly page: number;
}

export interface PdfText {
  readonly paragraphs: readonly string[];
  /** Lines at the top or foot of most pages, and page numbers; left out. */
  readonly runningLines: number;
}

/** Lines this near to a page's top or bottom line may be running heads. */
const EDGE_LINES = 2;
/** Of letters whose size is not told. */
const USUAL_HEIGHT = 10;

/**
 * Builds paragraphs of the pieces of each page, in the order in which the PDF shows them. A paragraph ends where the gap
 * between lines grows, the first line is set in, the size of the letters changes or a column ends with a full stop;
 * words divided at a line's end are joined.
 */
export function joinPdfPages(pages: readonly (readonly PdfPiece[])[]): PdfText {
  const byPage = pages.map((pieces, page) => linesOf(pieces, page));
  const running = runningLines(byPage);
  const lines = byPage.flat().filter((line) => !running.has(line));
  const gap = usualGap(lines);
  const left = new Map<number, number>();
  for (const line of lines) left.set(line.page, Math.min(left.get(line.page) ?? line.x, line.x));
  const paragraphs: string[] = [];
  let current = "";
  let before: Line | null = null;
  for (const line of lines) {
    if (before !== null && startsParagraph(before, line, gap, current)) {
      paragraphs.push(current);
      current = line.text;
    } else current = joinLines(current, line.text);
    before = line;
  }
  if (current !== "") paragraphs.push(current);
  return { paragraphs, runningLines: running.size };
}

function linesOf(pieces: readonly PdfPiece[], page: number): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  let height = USUAL_HEIGHT;
  for (const piece of pieces) {
    if (piece.str === "") continue;
    if (piece.height > 0) height = piece.height;
    const sameLine = line !== null && Math.abs(piece.y - line.y) < height * 0.5 && piece.x > line.end - height * 2;
    if (line !== null && sameLine) {
      const apart = piece.x - line.end > height * 0.15 && !/\s$/.test(line.text) && !/^\s/.test(piece.str);
      // A column's width apart is another column, and so another line.
      if (piece.x - line.end < height * 4 || piece.str.trim() === "") {
        line.text += (apart ? " " : "") + piece.str;
        line.end = piece.x + piece.width;
        continue;
      }
    }
    if (piece.str.trim() === "") continue;
    line = { text: piece.str, x: piece.x, end: piece.x + piece.width, y: piece.y, height, page };
    lines.push(line);
  }
  return lines.map((one) => ({ ...one, text: one.text.replace(/\s+/g, " ").trim() })).filter((one) => one.text !== "");
}

/** What stands at the edge of three pages or more but for its numbers, and numbers alone. */
function runningLines(pages: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const edges = pages.flatMap((lines) => [...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)]);
  const seen = new Map<string, Set<number>>();
  for (const line of edges) {
    const key = line.text.replace(/\d+/g, "#");
    seen.set(key, (seen.get(key) ?? new Set()).add(line.page));
  }
  return new Set(
    edges.filter((line) => {
      const key = line.text.replace(/\d+/g, "#");
      return (
        /^(?:page )?#(?: ?(?:of|\/) ?#)?$/i.test(key) ||
        (pages.length >= 3 && (seen.get(key)?.size ?? 0) >= pages.length * 0.6)
      );
    }),
  );
}

/** The distance of most lines from the one above. */
function usualGap(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before === undefined || before.page !== line.page || before.y <= line.y) return;
    const gap = Math.round((before.y - line.y) * 2) / 2;
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

function startsParagraph(before: Line, line: Line, gap: number, current: string): boolean {
  const ended = /[.!?:;”"’')\]]$/.test(current);
  const goesOn = /^\p{Ll}/u.test(line.text);
  if (Math.abs(before.height - line.height) > before.height * 0.15) return !goesOn || ended;
  if (before.page !== line.page || line.y > before.y) return ended || !goesOn;
  if (before.y - line.y > gap * 1.3 + 0.5) return !(goesOn && !ended);
  const setIn = line.x - before.x;
  return ended && setIn > line.height * 0.5 && setIn < line.height * 6;
}

/** "govern-" + "ment"; "well-" + "Known" keeps its hyphen. */
function joinLines(text: string, next: string): string {
  if (text === "") return next;
  if (/\p{Ll}[\u00ad]$/u.test(text) || (/\p{Ll}{2}-$/u.test(text) && /^\p{Ll}/u.test(next)))
    return text.slice(0, -1) + next;
  return `${text} ${next}`;
}
