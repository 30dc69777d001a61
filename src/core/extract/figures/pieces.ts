import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { Sentence } from "../../segment/segmented-report.ts";
import type { Span } from "../../text/span.ts";

/**
 * A stretch of one token: a run of digits, a run of letters, or a single mark. Numbers are read from pieces, so that
 * "14-day", "£3.5m" and "50%" read the same however a tokenizer cuts them.
 */
export interface Piece extends Span {
  /** Lower-case words; curly apostrophes made straight. */
  readonly text: string;
  /** Report-wide index of the token it is part of. */
  readonly token: number;
  /** True when nothing stands between it and the piece before. */
  readonly glued: boolean;
}

const PIECE = /\d+(?:,\d{2,3})*(?:\.\d+)?|[\p{L}\p{M}]+(?:[.'’][\p{L}\p{M}]+)*|[^\s]/gu;

export function cutPieces(annotated: AnnotatedReport, sentence: Sentence): Piece[] {
  const pieces: Piece[] = [];
  let end = -1;
  for (let token = sentence.firstToken; token < sentence.endToken; token++) {
    const { text, start } = annotated.tokens[token]!;
    // By hand and not by matchAll, which makes a new expression for every token.
    PIECE.lastIndex = 0;
    for (let match = PIECE.exec(text); match !== null; match = PIECE.exec(text)) {
      const from = start + match.index;
      const words = match[0].toLowerCase();
      const to = from + match[0].length;
      pieces.push({
        start: from,
        end: to,
        text: words.includes("’") ? words.replaceAll("’", "'") : words,
        token,
        glued: from === end,
      });
      end = to;
    }
  }
  return pieces;
}

export function isDash(piece: Piece | undefined): boolean {
  return piece !== undefined && (piece.text === "-" || piece.text === "–" || piece.text === "‑" || piece.text === "‐");
}
