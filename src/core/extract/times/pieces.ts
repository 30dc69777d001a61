import type { SegmentedReport } from "../../segment/segmented-report.ts";
import type { Span } from "../../text/span.ts";

/**
 * A run of letters, a run of digits, or one mark. Finer than a token, so that "mid-1996", "third-quarter", "9.30pm"
 * and "20–21" are read without knowing how they were tokenised.
 */
export interface Piece extends Span {
  /** Lower case; every apostrophe is ' and every dash -. A break between paragraphs is a mark of its own. */
  readonly word: string;
  readonly kind: "word" | "digits" | "mark" | "break";
  /** White space stands before it. */
  readonly blank: boolean;
  readonly capital: boolean;
  /** Index of the token that holds its start. */
  readonly token: number;
}

export const NO_PIECE: Piece = { start: 0, end: 0, word: "", kind: "break", blank: true, capital: false, token: -1 };

/** The pieces of everything that is in a sentence, in text order. */
export function splitPieces(report: SegmentedReport): Piece[] {
  const { text } = report.report;
  const pieces: Piece[] = [];
  let paragraph = -1;
  let token = 0;
  let position = 0;
  for (const sentence of report.sentences) {
    if (sentence.paragraph !== paragraph) {
      if (paragraph >= 0) pieces.push(NO_PIECE);
      paragraph = sentence.paragraph;
      position = sentence.start;
    }
    while (position < sentence.end) {
      const code = text.charCodeAt(position);
      if (isBlank(code)) {
        position++;
        continue;
      }
      while (token + 1 < report.tokens.length && report.tokens[token + 1]!.start <= position) token++;
      const kind = kindOf(code);
      let end = position + 1;
      if (kind !== "mark") while (end < sentence.end && kindOf(text.charCodeAt(end)) === kind) end++;
      pieces.push({
        start: position,
        end,
        word: kind === "word" ? text.slice(position, end).toLowerCase() : plainMark(text.slice(position, end)),
        kind,
        blank: position === 0 || isBlank(text.charCodeAt(position - 1)),
        capital: code >= 0x41 && code <= 0x5a,
        token,
      });
      position = end;
    }
  }
  return pieces;
}

function kindOf(code: number): "word" | "digits" | "mark" {
  if (code >= 0x30 && code <= 0x39) return "digits";
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return "word";
  // Letters of other scripts and accents; general punctuation (dashes, quotation marks) is U+2000 to U+2BFF.
  if (code >= 0xc0 && (code < 0x2000 || code > 0x2bff) && (code < 0x3000 || code > 0x303f)) return "word";
  return "mark";
}

function plainMark(mark: string): string {
  if (mark === "’" || mark === "‘" || mark === "`") return "'";
  if (mark === "–" || mark === "—" || mark === "‐" || mark === "‑" || mark === "−") return "-";
  return mark;
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x2009 || code === 0x202f || code === 0x200b || code === 0x3000;
}
