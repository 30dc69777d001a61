import { type Span, textOf } from "../text/span.ts";
import { readPrintedDate } from "./printed-date.ts";

/** A note in which an outlet corrects its report. What the note does not say is null. */
export interface Correction {
  /** The whole note, as printed. */
  readonly text: string;
  /** Where it stands in the report's text; null where it stands beside it. */
  readonly span: Span | null;
  /** The day of the correction. */
  readonly at: string | null;
  /** The words of the note that give what the report had, and what it has now. */
  readonly was: string | null;
  readonly now: string | null;
}

const SHORTEST = 30;
const LONGEST = 1200;
/** A report with more is a list of corrections; reading each has its price. */
const MOST = 20;
const ITEM = String.raw`(?:article|story|report|post|page|piece|item|column|headline|caption|live\s?blog|graphic)`;
/** Before the note itself: a mark, or a line that says when. */
const LEAD = String.raw`^[\s*•▪●–—-]*(?:updated?\b[^.:]{0,40}[.:]\s+)?`;
const NOTES: readonly RegExp[] = [
  String.raw`(?:corrections?|clarifications?|amendments?)\b\s*(?:[:(—–-]|\d|and clarification|appended)`,
  String.raw`(?:editor[’']s note|note to readers)\s*[:(—–-]`,
  String.raw`(?:this|an earlier (?:version|headline)|a previous version|the (?:headline|caption)|a caption)\b.{0,80}\b(?:was|has been|have been|been|were) (?:amended|corrected|updated to correct|clarified|edited to|updated to reflect|changed)`,
  String.raw`(?:an?|one|the|some) (?:earlier|previous|prior|original|initial) versions? of this ${ITEM}\b`,
  String.raw`(?:an?|one) (?:earlier|previous) version\b.{0,30}\b(?:said|stated|gave|misspel|misstated|misidentified|misreported|wrongly|incorrectly|mistakenly)`,
  `(?:this|the) ${ITEM} (?:originally|previously|initially|incorrectly|wrongly|mistakenly) (?:said|stated|reported|gave|referred|described|named|identified|attributed)`,
].map((note) => new RegExp(`${LEAD}${note}`, "iu"));

/**
 * Finds the notes of correction among the paragraphs of a report and the lines `beside` it. What was said and what holds
 * now are taken only from forms that say so, word for word; a note that names neither ("misspelt the name of …") is kept
 * with null for both.
 *
 * > | An earlier version of this article said that 14 people were hurt. In fact, 12 people were hurt.
 *                                                ^^^^^^^^^^^^^^^^^^^ was      ^^^^^^^^^^^^^^^^^^^ now
 */
export function findCorrections(
  text: string,
  paragraphs: readonly Span[],
  beside: readonly string[] = [],
): readonly Correction[] {
  const lines = [
    ...paragraphs.map((span) => ({ words: textOf(text, span), span })),
    ...beside.map((words) => ({ words, span: null })),
  ];
  const found = new Map<string, Correction>();
  for (const { words, span } of lines) {
    if (found.size === MOST) break;
    if (words.length < SHORTEST || words.length > LONGEST || found.has(words)) continue;
    if (NOTES.some((note) => note.test(words))) found.set(words, readNote(words, span));
  }
  return [...found.values()];
}

function readNote(text: string, span: Span | null): Correction {
  const date = readPrintedDate(text);
  const at = date?.kind === "date" && /\b(?:on|updated|amended|corrected|[:(])\W*$/iu.test(text.slice(0, date.start));
  for (const form of FORMS) {
    const { was, now } = form.exec(text)?.groups ?? {};
    if (was !== undefined || now !== undefined)
      return { text, span, at: at ? date.value : null, was: was?.trim() ?? null, now: now?.trim() ?? null };
  }
  return { text, span, at: at ? date.value : null, was: null, now: null };
}

/** Words up to a semicolon or one of the marks, but for those inside numbers and after initials. No mark fits two ways. */
const part = (name: string, marks: string) =>
  String.raw`(?<${name}>(?:[^;${marks}]|(?<=\d)[${marks}](?=\d)|(?<=\b\p{Lu})\.){1,160}?)`;
const CLAUSE = ",.";
const SENTENCE = ".";
const SAID = "(?:said|stated|reported|gave|claimed|read)";
const WRONGLY = String.raw`(?:(?:incorrectly|wrongly|mistakenly|erroneously|originally|previously|initially)\s+)?`;
const END = String.raw`(?=[;.](?:\s|$)|\s*$)`;
const FACT = String.raw`(?:in fact,?|it (?:is|was)(?: in fact| actually)?|they (?:are|were)(?: in fact| actually)?|the correct [\p{L} -]{2,40} (?:is|was)|it should have (?:said|read|been))`;
/** The first that fits is taken. */
const FORMS: readonly RegExp[] = [
  // "It is $14,000, not $40,000, according to …"; "The person who fell is a man, not a woman as an earlier version said."
  String.raw`\b(?:is|was|are|were|should (?:have been|be|have read|read))\s+${part("now", CLAUSE)},\s+(?:and\s+)?not\s+${part("was", CLAUSE)}(?=,(?!\d)|\s+as\b|[;.](?:\s|$)|\s*$)`,
  // "… said 14 people instead of 12."
  String.raw`\b${SAID}\s+(?:that\s+)?${part("was", SENTENCE)}\s+(?:instead of|rather than)\s+${part("now", SENTENCE)}${END}`,
  // "… said that 14 people were hurt. In fact, 12 were."
  String.raw`\b${WRONGLY}${SAID}\s+(?:that\s+)?${part("was", SENTENCE)}[;.]\s+${FACT}\s+${part("now", SENTENCE)}${END}`,
  // "… was amended to say that 12 were hurt."
  String.raw`\b(?:amended|corrected|updated|edited|changed|clarified) to (?:say|show|state|reflect|clarify|make clear) that\s+${part("now", SENTENCE)}${END}`,
  // "… misspelt her name as Jane Pyke."
  String.raw`\b(?:misspel(?:t|led)|misidentified|misnamed|wrongly named|wrongly identified)\b[^;.]{0,80}?\bas\s+${part("was", SENTENCE)}${END}`,
  // "An earlier version said that 14 people were hurt."
  String.raw`\b(?:version|headline|caption|${ITEM})\b[^;.]{0,60}?\b${WRONGLY}${SAID}\s+(?:that\s+)?${part("was", SENTENCE)}${END}`,
].map((form) => new RegExp(form, "iu"));
