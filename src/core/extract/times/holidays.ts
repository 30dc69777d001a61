import { HOLIDAYS, type HolidayRule } from "../../lexicons/time-holidays.ts";
import { readYearAfter } from "./dates.ts";
import type { Found } from "./meaning.ts";
import { pieceAt, wordAt } from "./numbers.ts";
import type { Piece } from "./pieces.ts";

interface HolidayName {
  readonly words: readonly string[];
  readonly rule: HolidayRule;
}

/** Holidays by the first word of their names, longest names first. */
const BY_FIRST_WORD: ReadonlyMap<string, readonly HolidayName[]> = indexHolidays();

/** A holiday by its name in capitals, with the year when it is given: "Christmas Day", "Thanksgiving 2024", "Easter week". */
export function readHoliday(pieces: readonly Piece[], at: number): Found | null {
  const { word, capital, kind } = pieceAt(pieces, at);
  const names = capital || kind === "digits" ? BY_FIRST_WORD.get(word) : undefined;
  const name = names?.find((one) => one.words.every((expected, index) => wordAt(pieces, at + index) === expected));
  if (name === undefined) return null;
  let end = at + name.words.length;
  if (!pieceAt(pieces, end - 1).capital && kind !== "digits") return null;
  const tail = wordAt(pieces, end);
  const as = tail === "week" ? "week" : tail === "weekend" ? "weekend" : "day";
  if (as !== "day") end++;
  const year = readYearAfter(pieces, end);
  return {
    start: at,
    end: year?.end ?? end,
    meaning: { kind: "holiday", rule: name.rule, year: year?.year ?? null, relation: null, as },
  };
}

function indexHolidays(): ReadonlyMap<string, readonly HolidayName[]> {
  const index = new Map<string, HolidayName[]>();
  for (const { names, rule } of HOLIDAYS) {
    for (const name of names) {
      const words = name.match(/[a-z]+|\d+|[^\sa-z\d]/g) ?? [];
      const first = words[0] ?? "";
      const same = index.get(first) ?? [];
      same.push({ words, rule });
      index.set(first, same);
    }
  }
  for (const same of index.values()) same.sort((a, b) => b.words.length - a.words.length);
  return index;
}
