import type { AnnotatedReport } from "../../annotate/layers.ts";
import { nameAt } from "../events/personal.ts";
import type { Amount } from "./amounts.ts";
import { isDash, type Piece } from "./pieces.ts";

const MONTHS =
  /^(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const NUMBERED_THING =
  /^(?:number|no\.?|nos\.?|nr\.?|piezometer|sensor|borehole|reactor|berth|pier|pump|turbine|category|article|section|clause|chapter|page|pages|paragraph|part|volume|vol\.?|issue|episode|season|flight|interstate|highway|route|road|junction|room|unit|block|platform|gate|line|bus|phase|stage|level|grade|tier|division|group|class|type|model|version|mark|proposition|prop|resolution|incident|case|act|rule|form|appendix|figure|fig\.?|table|item|lot|channel|radio|bbc|studio|formula|lap|round|inning|heat|bout|slide|apollo|boeing|airbus|covid|sars-cov|top|number-?)$/;
/** Books of law, which are cited by title and section: "18 U.S.C. § 241". */
const LAW_BOOK = /^\s(?:U\.? ?S\.? ?(?:C\b|Code\b|Reports\b)|C\.? ?F\.? ?R\b)/;
const STREET =
  /^(?:street|st|st\.|road|rd|avenue|ave|ave\.|lane|drive|square|terrace|boulevard|blvd|crescent|close|way|place|row|court)$/;
const ZONE = /^(?:am|pm|a\.m\.?|p\.m\.?|o'clock|utc|gmt|bst|est|edt|cet|ist|hrs|noon|midnight|hours)$/;

/**
 * True when the number is a date, a clock time, an ordinal, a score, an address, part of a name or a list number
 * (docs/reference/figures.md says which numbers are no figures).
 */
export function isNotFigure(annotated: AnnotatedReport, pieces: readonly Piece[], amount: Amount): boolean {
  const { low, high, numberFirst, numberEnd } = amount;
  const before = pieces[numberFirst - 1];
  const after = pieces[numberEnd];
  const first = pieces[numberFirst]!;
  const last = pieces[numberEnd - 1]!;
  // "cut to 4 and a half": a part of the number before it.
  if (
    low.kind === "fraction" &&
    pieces[amount.first - 1]?.text === "and" &&
    /^\d+$/.test(pieces[amount.first - 2]?.text ?? "")
  )
    return true;
  // "mum-of-four Dana Reid" tells who she is.
  if (isDash(before) && pieces[numberFirst - 2]?.text === "of" && isDash(pieces[numberFirst - 3])) return true;
  if (low.digits) {
    if (isEmergencyNumber(pieces, numberFirst, numberEnd)) return true;
    if (isSerial(pieces, amount) || isTelephone(pieces, numberFirst)) return true;
    if (after?.glued && /^(?:st|nd|rd|th|s|'s)$/.test(after.text)) return true;
    // "B52", "F-35", "G7", "A1": letters glued before; "10x", "3D": letters glued after that are no unit.
    if (first.glued && before !== undefined && /^\p{L}/u.test(before.text) && !isCurrencyLetters(before.text))
      return true;
    if (
      first.glued &&
      before !== undefined &&
      (isDash(before) || before.text === "/" || before.text === "_" || before.text === "#" || before.text === ":") &&
      numberFirst >= 2
    ) {
      if (pieces[numberFirst - 1]!.glued) return true;
    }
    if (before !== undefined && /^(?:#|№|§+)$/.test(before.text)) return true;
    const { end } = annotated.tokens[last.token]!;
    if (LAW_BOOK.test(annotated.report.text.slice(end, end + 20))) return true;
    if (isClock(pieces, numberFirst, numberEnd) || isEntryTime(annotated, pieces, numberFirst, numberEnd)) return true;
    if (isDate(pieces, amount)) return true;
    if (after?.glued && (after.text === "/" || after.text === "_")) return true;
  }
  if (high !== null && low.digits && isDash(pieces[low.end]) && isScore(pieces, amount)) return true;
  if (low.digits && after?.glued && /^\p{L}$/u.test(after.text) && !/^[mkpbg]$/.test(after.text)) return true;
  // "won 3-1": two numbers that face each other and are no range.
  if (
    low.digits &&
    high === null &&
    isDash(after) &&
    after?.glued &&
    /^\d{1,3}$/.test(pieces[numberEnd + 1]?.text ?? "") &&
    pieces[numberEnd + 1]!.glued
  )
    return true;
  if (high === null && isHour(annotated, first, last)) return true;
  if (isOneOrNone(pieces, amount) || isUnderNo(annotated, last) || pieces[amount.first - 1]?.text === "never")
    return true;
  if (isIdentifier(annotated, first, last)) return true;
  if (isSeparateName(annotated, first, last)) return true;
  if (before !== undefined && !first.glued && low.kind === "plain" && NUMBERED_THING.test(before.text)) {
    if (low.digits || isNumberedThing(annotated, before, last)) return true;
  }
  if (low.digits && amount.bound === null && high === null && isModel(annotated, before, last)) return true;
  if (after !== undefined && low.digits && isAddress(annotated, pieces, numberEnd)) return true;
  // List numbers: "1." or "1)" that open a paragraph.
  if (
    low.digits &&
    numberFirst === 0 &&
    (after?.text === ")" || (after?.text === "." && pieces.length === numberEnd + 1))
  )
    return true;
  return false;
}

/** "id=740602286523723776", "the 5.0 update", "a 4K TV", "1 in 10,000": numbers that number or name, and count nothing. */
function isSerial(pieces: readonly Piece[], { low, numberFirst, numberEnd }: Amount): boolean {
  const text = pieces[low.first]!.text;
  if (low.end === low.first + 1 && /^\d{12,}$/.test(text)) return true;
  const after = pieces[numberEnd]?.text ?? "";
  if (
    low.end === low.first + 1 &&
    /^\d+\.\d+$/.test(text) &&
    /^(?:update|version|release|firmware|patch|beta)$/.test(after)
  )
    return true;
  const last = pieces[numberEnd - 1]!.text;
  if (
    /^(?:k|4k|8k)$/.test(last) &&
    /^(?:tv|tvs|video|videos|display|displays|resolution|hdr|gaming|screen|screens|content)$/.test(after)
  )
    return true;
  return pieces[numberFirst - 1]?.text === "in" && /^(?:1|one)$/.test(pieces[numberFirst - 2]?.text ?? "");
}

/** "call 911", "a 999 operator": numbers that are dialled in need. */
function isEmergencyNumber(pieces: readonly Piece[], first: number, end: number): boolean {
  if (end !== first + 1 || !/^(?:911|999|112|111|101|000|100|988)$/.test(pieces[first]!.text)) return false;
  const caller =
    /^(?:calls?|called|calling|callers?|dial|dials|dialled|dialed|dialling|dialing|phone|phoned|ring|rang)$/;
  const takes =
    /^(?:calls?|callers?|operators?|dispatch|dispatchers?|centre|center|emergency|recordings?|tapes?|system)$/;
  return caller.test(pieces[first - 1]?.text ?? "") || takes.test(pieces[end]?.text ?? "");
}

/** "0207 946 0018", "+44 20 7946 0018": groups of digits of which the first is no number. */
function isTelephone(pieces: readonly Piece[], number: number): boolean {
  let first = number;
  while (number - first < MOST_GROUPS && /^\d+$/.test(pieces[first - 1]?.text ?? "")) first--;
  return /^0\d\d/.test(pieces[first]!.text) || (pieces[first - 1]?.text === "+" && /^\d+$/.test(pieces[first]!.text));
}

/** Groups of digits before one in a telephone number. */
const MOST_GROUPS = 5;

function isCurrencyLetters(text: string): boolean {
  return /^(?:us|usd|gbp|eur|sek|nok|dkk|chf|cad|aud|nzd|hkd|inr|rs\.?|r|jpy|cny|rmb)$/.test(text);
}

function isClock(pieces: readonly Piece[], first: number, end: number): boolean {
  const after = pieces[end];
  const before = pieces[first - 1];
  if (after?.text === ":" && after.glued && /^\d\d/.test(pieces[end + 1]?.text ?? "") && pieces[end + 1]!.glued)
    return true;
  if (before?.text === ":" && before.glued && pieces[first]!.glued && /^\d/.test(pieces[first - 2]?.text ?? ""))
    return true;
  if (after !== undefined && ZONE.test(after.text))
    return after.text !== "hours" || /^\d{4}$/.test(pieces[first]!.text);
  // "from 7 to 9 p.m.", "between 6 and 8pm"
  return (
    (after?.text === "to" || after?.text === "and" || isDash(after)) &&
    ZONE.test(pieces[end + 2]?.text ?? "") &&
    pieces[end + 2]!.text !== "hours"
  );
}

/** "17.42 Police have sealed off the square", "16.31: A third body": the time of an entry stands first in it. */
function isEntryTime(annotated: AnnotatedReport, pieces: readonly Piece[], first: number, end: number): boolean {
  if (first !== 0 || end !== 1 || !/^(?:[01]?\d|2[0-3])\.[0-5]\d$/.test(pieces[0]!.text)) return false;
  const next = pieces[1];
  if (next === undefined) return true;
  return /^(?::|-|–|—|\|)$/.test(next.text) || /^["“‘']?\p{Lu}/u.test(annotated.tokens[next.token]!.text);
}

/** "Not one bullet was fired", "this is about one man": no number is given. */
function isOneOrNone(pieces: readonly Piece[], { low, high, bound, first, numberFirst }: Amount): boolean {
  if (low.kind !== "plain" || low.digits || low.value !== 1 || high !== null) return false;
  if (isDash(pieces[numberFirst + 1]) && pieces[numberFirst + 2]?.text === "off") return true;
  return bound === "about" || /^(?:not|nor|never)$/.test(pieces[Math.min(first, numberFirst) - 1]?.text ?? "");
}

/** "There is no backlog of 200 scans": a number of what there is not. */
function isUnderNo({ heads, deprels, children, tokens, lemmas }: AnnotatedReport, last: Piece): boolean {
  const counted = heads[last.token] ?? -1;
  const held = counted < 0 || !/^nmod/.test(deprels[counted]!) ? -1 : heads[counted]!;
  if (held < 0 || !/^(?:backlog|list|shortage|queue|surplus|loss|debt|fine|bill|gap|group|stock)$/.test(lemmas[held]!))
    return false;
  return children[held]!.some((child) => deprels[child] === "det" && tokens[child]!.text.toLowerCase() === "no");
}

/** "at nine last night", "by six this morning". */
function isHour(annotated: AnnotatedReport, first: Piece, last: Piece): boolean {
  const { text } = annotated.report;
  const { start } = annotated.tokens[first.token]!;
  const { end } = annotated.tokens[last.token]!;
  // "called at two, she …"
  const isBare = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/i.test(text.slice(start, end));
  const lead = text.slice(Math.max(0, start - 40), start);
  // "put the number of dead at three."
  const isCount = /\b(?:number|toll|total|count|tally|figure|dead|put|stands?|stood|left|estimated?)\b/i.test(lead);
  if (isBare && !isCount && /(?:^|\s)at $/i.test(lead) && /^[,.;]/.test(text.slice(end, end + 1))) return true;
  return (
    /\b(?:at|by|until|till|before|after|from|since|around|about) $/i.test(text.slice(Math.max(0, start - 8), start)) &&
    /^ (?:last night|tonight|(?:this|yesterday|tomorrow|in the|(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?:morning|afternoon|evening|night))\b/i.test(
      text.slice(end, end + 24),
    )
  );
}

function isDate(pieces: readonly Piece[], amount: Amount): boolean {
  const { low, numberEnd } = amount;
  const numberFirst = low.first;
  if (low.kind !== "plain") return false;
  // "Jan. 16", with the stop of the month apart.
  const isStop = pieces[numberFirst - 1]?.text === "." && pieces[numberFirst - 1]!.glued;
  const before = pieces[numberFirst - (isStop ? 2 : 1)]?.text ?? "";
  const after = pieces[numberEnd]?.text ?? "";
  const bare = /^\d{1,2}$/.test(pieces[numberFirst]!.text);
  if (
    bare &&
    (MONTHS.test(before) || MONTHS.test(after) || (after === "of" && MONTHS.test(pieces[numberEnd + 1]?.text ?? "")))
  ) {
    // "3 may die": the verb, unless a day stands close by.
    if (
      after === "may" &&
      !/^(?:,|\d{4}|\.|at|in|[-–—(])$/.test(pieces[numberEnd + 1]?.text ?? "") &&
      !MONTHS.test(before)
    )
      return false;
    return true;
  }
  // "14 and 15 May", "between 5 and 8 October"
  if (
    bare &&
    amount.high === null &&
    (after === "and" || after === "or" || after === ",") &&
    /^\d{1,2}$/.test(pieces[numberEnd + 1]?.text ?? "") &&
    MONTHS.test(pieces[numberEnd + 2]?.text ?? "")
  )
    return true;
  if (
    bare &&
    (before === "and" || before === "or" || before === "," || isDash(pieces[numberFirst - 1])) &&
    /^\d{1,2}$/.test(pieces[numberFirst - 2]?.text ?? "") &&
    MONTHS.test(pieces[numberFirst - 3]?.text ?? "")
  )
    return true;
  return isYear(pieces, amount);
}

function isYear(pieces: readonly Piece[], amount: Amount): boolean {
  const { numberEnd, low, bound } = amount;
  const numberFirst = low.first;
  const text = pieces[numberFirst]!.text;
  if (!/^(?:1[5-9]|20)\d\d$/.test(text) || low.end !== numberFirst + 1) return false;
  const before = pieces[numberFirst - 1];
  if (/^[$£€¥₹]$/.test(before?.text ?? "")) return false;
  if (bound !== null && bound !== "about" && bound !== "nearly" && bound !== "exact") return false;
  if (amount.high !== null) return /^(?:1[5-9]|20)?\d\d$/.test(pieces[amount.high.first]!.text);
  const after = pieces[numberEnd]?.text ?? "";
  if (
    /^(?:in|since|of|until|till|by|during|from|early|late|mid|before|after|,|\()$/.test(before?.text ?? "") ||
    MONTHS.test(before?.text ?? "")
  ) {
    return !/^(?:people|persons|men|women|protesters|demonstrators|votes|homes|jobs|cases|%|percent)$/.test(after);
  }
  // "1900 people" counts; "the 2016 election" does not.
  return !/^\p{L}+s$|^people$|^men$|^women$|^children$|^%$/u.test(after) || before?.text === "the";
}

function isScore(pieces: readonly Piece[], amount: Amount): boolean {
  const { low, high, numberFirst } = amount;
  const link = pieces[low.end]!;
  if (!link.glued) return false;
  const after = pieces[amount.numberEnd];
  if (high!.value > 1000 || after === undefined) return false;
  // "by 3-1", "won 2–1", "a 4-2 win"
  const before = pieces[numberFirst - 1]?.text ?? "";
  return (
    /^(?:win|won|victory|defeat|lead|draw|beat|lost|triumph|up)$/.test(after.text) ||
    /^(?:won|beat|lost|drew|led|lead)$/.test(before)
  );
}

/** "Region 12", "round 3", "World War Two": the number names the noun before it. */
function isIdentifier(annotated: AnnotatedReport, first: Piece, last: Piece): boolean {
  const head = annotated.heads[last.token] ?? -1;
  if (head < 0 || head !== first.token - 1) return false;
  if (annotated.upos[head] !== "NOUN" && annotated.upos[head] !== "PROPN") return false;
  const relation = annotated.deprels[last.token] ?? "";
  if (relation === "nummod") return !/^(?:age|magnitude)$/i.test(annotated.lemmas[head] ?? "");
  return /^(?:flat|appos|nmod|dep)/.test(relation) && /^\p{Lu}/u.test(annotated.tokens[head]!.text);
}

/** Inside a longer name, but not at its start: a name that opens with the number is often a wrong cut ("Two Voyager planes"). */
function isSeparateName(annotated: AnnotatedReport, first: Piece, last: Piece): boolean {
  const name = nameAt(annotated, first.token);
  return (
    name !== null && name.endToken - name.firstToken > 1 && first.token > name.firstToken && last.token < name.endToken
  );
}

const NUMBERED_STEP =
  /^(?:category|chapter|section|part|volume|episode|season|phase|stage|level|grade|tier|division|number)$/;

/** "Flight Two", "phase two"; "a group of ten" has "of", and in "in phase two people left" the number counts people. */
function isNumberedThing(annotated: AnnotatedReport, before: Piece, last: Piece): boolean {
  if (/^\p{Lu}/u.test(annotated.tokens[before.token]!.text)) return true;
  const counts = annotated.deprels[last.token] === "nummod" && annotated.heads[last.token]! > last.token;
  return NUMBERED_STEP.test(before.text) && !counts;
}

/** "the 737 Max": digits before one thing's name are a part of it. */
function isModel(annotated: AnnotatedReport, before: Piece | undefined, last: Piece): boolean {
  const head = annotated.heads[last.token] ?? -1;
  return (
    /^(?:the|a|an|its|their)$/.test(before?.text ?? "") &&
    head === last.token + 1 &&
    annotated.xpos[head] === "NNP" &&
    /^(?:nummod|compound|flat|amod)/.test(annotated.deprels[last.token] ?? "")
  );
}

function isAddress(annotated: AnnotatedReport, pieces: readonly Piece[], end: number): boolean {
  const next = pieces[end];
  const second = pieces[end + 1];
  if (next === undefined || second === undefined || !/^\p{Lu}/u.test(annotated.tokens[next.token]!.text)) return false;
  return STREET.test(second.text) && /^\p{Lu}/u.test(annotated.tokens[second.token]!.text);
}
