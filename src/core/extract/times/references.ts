import type { Found, Meaning } from "./meaning.ts";
import { pieceAt, wordAt } from "./numbers.ts";
import type { Piece } from "./pieces.ts";

type Reference = Extract<Meaning, { kind: "reference" }>["value"];

const SINGLE: ReadonlyMap<string, Reference> = new Map([
  ["now", "PRESENT_REF"],
  ["currently", "PRESENT_REF"],
  ["nowadays", "PRESENT_REF"],
  ["presently", "PRESENT_REF"],
  ["recently", "PAST_REF"],
  ["lately", "PAST_REF"],
  ["soon", "FUTURE_REF"],
  ["recent", "PAST_REF"],
  ["current", "PRESENT_REF"],
]);
const UNITS_IN_PLURAL: ReadonlySet<string> = new Set("days weeks months years decades quarters times".split(" "));

/** Words for the past, the present and the future as such: "now", "recently", "in recent years", "the future". */
export function readReference(pieces: readonly Piece[], at: number): Found | null {
  const { word } = pieceAt(pieces, at);
  if (word === "right" || word === "just") {
    return wordAt(pieces, at + 1) === "now" ? reference(at, at + 2, "PRESENT_REF") : null;
  }
  if (word === "more" || word === "most" || word === "very" || word === "as") {
    return wordAt(pieces, at + 1) === "recently" ? reference(at, at + 2, "PAST_REF") : null;
  }
  if (word === "at") return readAtPresent(pieces, at);
  if (word === "these") return wordAt(pieces, at + 1) === "days" ? reference(at, at + 2, "PRESENT_REF") : null;
  if (word === "the") return readArticle(pieces, at);
  if (word === "recent" || word === "past" || word === "coming" || word === "future") {
    const isUnit = UNITS_IN_PLURAL.has(wordAt(pieces, at + 1));
    if (isUnit) return reference(at, at + 2, word === "recent" || word === "past" ? "PAST_REF" : "FUTURE_REF");
  }
  if (word === "coming" || word === "past") return null;
  const value = SINGLE.get(word);
  if (value === undefined) return null;
  // "then-now", a name with "-soon"
  if (wordAt(pieces, at - 1) === "-" && !pieceAt(pieces, at).blank) return null;
  if ((word === "soon" || word === "recently") && wordAt(pieces, at - 1) === "as") return null;
  // "as soon as", "soon after he left": no time to come
  if (word === "soon" && /^(?:as|after|afterwards|afterward)$/.test(wordAt(pieces, at + 1))) return null;
  return reference(at, at + 1, value);
}

/** "at the moment", "at present", "at the present time" */
function readAtPresent(pieces: readonly Piece[], at: number): Found | null {
  if (wordAt(pieces, at + 1) === "present") return reference(at, at + 2, "PRESENT_REF");
  if (wordAt(pieces, at + 1) !== "the") return null;
  const word = wordAt(pieces, at + 2);
  if (word === "moment" && !["of", "when", "that"].includes(wordAt(pieces, at + 3)))
    return reference(at + 1, at + 3, "PRESENT_REF");
  return word === "present" && wordAt(pieces, at + 3) === "time" ? reference(at + 1, at + 4, "PRESENT_REF") : null;
}

function readArticle(pieces: readonly Piece[], at: number): Found | null {
  let next = at + 1;
  const word = wordAt(pieces, next);
  if ((word === "near" || word === "foreseeable" || word === "distant") && wordAt(pieces, next + 1) === "future") {
    return reference(at, next + 2, "FUTURE_REF");
  }
  if (word === "future" || word === "past") {
    next++;
    return reference(at, next, word === "future" ? "FUTURE_REF" : "PAST_REF");
  }
  if (["coming", "recent"].includes(word) && UNITS_IN_PLURAL.has(wordAt(pieces, next + 1))) {
    return reference(at, next + 2, word === "coming" ? "FUTURE_REF" : "PAST_REF");
  }
  return null;
}

function reference(start: number, end: number, value: Reference): Found {
  return { start, end, meaning: { kind: "reference", value } };
}
