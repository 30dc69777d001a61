import { isRealDay } from "./calendar.ts";
import type { Found } from "./meaning.ts";
import { isTight, pieceAt, wordAt } from "./numbers.ts";
import type { Piece } from "./pieces.ts";

/** "2025-10-03", "3/10/2025", "03.10.2025", "3-10-2025", "3/10/25". */
export function readNumericDate(pieces: readonly Piece[], at: number): Found | null {
  if (pieceAt(pieces, at).kind !== "digits") return null;
  const mark = wordAt(pieces, at + 1);
  if ((mark !== "-" && mark !== "/" && mark !== ".") || wordAt(pieces, at + 3) !== mark) return null;
  if (!isTight(pieces, at + 1, 4) || pieceAt(pieces, at + 2).kind !== "digits") return null;
  if (pieceAt(pieces, at + 4).kind !== "digits" || isJoinedOn(pieces, at)) return null;
  const [a, b, c] = [wordAt(pieces, at), wordAt(pieces, at + 2), wordAt(pieces, at + 4)];
  if (a.length === 4 && b.length <= 2 && c.length <= 2) {
    return isRealDay(Number(a), Number(b), Number(c))
      ? {
          start: at,
          end: at + 5,
          meaning: {
            kind: "month",
            year: { year: Number(a) },
            month: Number(b),
            day: Number(c),
            weekday: null,
            relation: null,
          },
        }
      : null;
  }
  if (a.length > 2 || b.length > 2 || (c.length !== 4 && c.length !== 2) || (c.length === 2 && mark !== "/"))
    return null;
  const first = Number(a);
  const second = Number(b);
  const year = c.length === 4 ? Number(c) : Number(c) < 70 ? 2000 + Number(c) : 1900 + Number(c);
  if (year < 1000 || (!isRealDay(year, second, first) && !isRealDay(year, first, second))) return null;
  return { start: at, end: at + 5, meaning: { kind: "numeric", first, second, year } };
}

/** A longer number on either side: a version, an address, a score. */
function isJoinedOn(pieces: readonly Piece[], at: number): boolean {
  const before = pieceAt(pieces, at - 1);
  if (!pieceAt(pieces, at).blank && at > 0 && (before.kind !== "mark" || "./-:$£€".includes(before.word))) return true;
  const after = pieceAt(pieces, at + 5);
  if (after.blank) return false;
  return (
    after.kind === "digits" ||
    ((after.word === "." || after.word === "/" || after.word === "-") && isTight(pieces, at + 5, 2))
  );
}
