import type { AnnotatedReport } from "../annotate/layers.ts";
import { isGivenName } from "../lexicons/given-names.ts";
import { OF_BODY_WORDS, PLACE_DIRECTIONS } from "../lexicons/name-parts.ts";
import { KNOWN_PLACES } from "../lexicons/place-names.ts";
import { bareWord } from "../text/bare-word.ts";
import type { Capitals } from "./capitals.ts";
import { endOfLongName } from "./long-names.ts";
import { addMissedBodies, addMissedNames } from "./missed-names.ts";
import { splitName } from "./name-splitting.ts";
import {
  CALENDAR_WORDS,
  isKindOfOffice,
  isPossessiveMark,
  isRoleWord,
  isTitleWord,
  kindByParts,
  type RawName,
} from "./name-words.ts";
import { opensInVerb } from "./verb-names.ts";

/**
 * The annotator's names with their edges mended by what capitals and titles show, and names that it missed.
 *
 * > | Norwood Police Sir Mark Ashdown, said Defend Our Rivers, at Norwood Magistrates’ Court
 *     ^^^^^^^^^^^^^^     ^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function repairNames(annotated: AnnotatedReport, capitals: Capitals): RawName[] {
  const names: RawName[] = [];
  let end = 0;
  for (const name of annotated.names) {
    if (name.firstToken < end) continue;
    for (const part of splitName(annotated, name)) {
      const whole = extendRight(annotated, extendLeft(annotated, part, capitals, end), capitals);
      names.push({ ...whole, kind: kindByParts(annotated, whole) });
      end = whole.endToken;
    }
  }
  const own = names.filter((name) => !isCommonWord(annotated, name, capitals));
  const joined = joinPartners(annotated, joinGivenNames(annotated, joinNicknames(annotated, own)));
  const all = addMissedNames(annotated, addMissedBodies(annotated, joined, capitals), capitals);
  const whole = all.filter((name) => !isLegalForm(annotated, name)).map((name) => withPolice(annotated, name));
  return withOwners(annotated, whole).flatMap((name) => withoutStrays(annotated, name) ?? []);
}

/** "Meanwhile the | Echo", "told | NewsSix | Wednesday", "Reversing himself": words that no name has; null where none is left. */
function withoutStrays({ tokens, sentences, sentenceOf, lemmas }: AnnotatedReport, name: RawName): RawName | null {
  let { firstToken, endToken } = name;
  const isFirst = sentences[sentenceOf[firstToken]!]!.firstToken === firstToken;
  const next = tokens[endToken]?.text ?? "";
  if (
    isFirst &&
    endToken - firstToken === 1 &&
    /^\p{Lu}\p{Ll}+ing$/u.test(tokens[firstToken]!.text) &&
    OBJECT.test(next)
  )
    return null;
  if (isFirst && OPENER.test(tokens[firstToken]!.text) && endToken - firstToken > 1) {
    firstToken++;
    while (endToken - firstToken > 1 && /^(?:the|a|an|,)$/.test(tokens[firstToken]!.text)) firstToken++;
  }
  const last = tokens[endToken - 1]!.text;
  const isTold = [1, 2].some((back) => lemmas[firstToken - back] === "tell");
  if (endToken - firstToken > 1 && WEEKDAY.test(last) && (isTold || name.kind === "person")) endToken--;
  return firstToken === name.firstToken && endToken === name.endToken ? name : { ...name, firstToken, endToken };
}

const OPENER =
  /^(?:Meanwhile|Elsewhere|Earlier|Later|Today|Yesterday|Now|Then|Still|Instead|However|Moreover|Afterwards|Separately|Also|But|And)$/;
const OBJECT = /^(?:himself|herself|itself|themselves|his|her|its|their|the|a|an|to|that|from)$/;
const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** "the | Attorney General’s | Office", "St | Mary’s | Hospital": an institution that is called after whose it is. */
function withOwners(annotated: AnnotatedReport, names: readonly RawName[]): RawName[] {
  const { tokens, sentenceOf } = annotated;
  const isPart = (at: number, mark: number) =>
    sentenceOf[at] === sentenceOf[mark] && /^\p{Lu}/u.test(tokens[at]?.text ?? "") && !NO_OWNER.test(tokens[at]!.text);
  const grown = names.map((name) => {
    if (!INSTITUTION.test(tokens[name.endToken - 1]!.text)) return name;
    let first = name.firstToken;
    const mark = [first, first - 1].find((at) => isPossessiveMark(tokens[at]?.text));
    if (mark !== undefined) {
      first = mark;
      while (isPart(first - 1, mark)) first--;
      // "Ann Ray’s Office" is hers.
      const owner = names.find(({ firstToken, endToken }) => firstToken >= first && endToken === mark);
      const isWhole = owner !== undefined && owner.endToken - owner.firstToken > 1;
      if (first === mark || (isWhole && isGivenName(tokens[owner.firstToken]!.text))) return name;
    }
    const isSaint = first > 0 && /^(?:St|Saint)\.?$/.test(tokens[first - 1]!.text) && isPart(first - 1, first);
    if (isSaint) first--;
    return first === name.firstToken ? name : { ...name, firstToken: first, kind: "organisation" as const };
  });
  return grown.filter(
    (name) =>
      !grown.some((other) => other !== name && other.firstToken <= name.firstToken && name.endToken <= other.endToken),
  );
}

const NO_OWNER = /^(?:The|A|An|Its|His|Her|Their|Our|In|At|On|For|But|And|When|While|After|Before)$/;
const INSTITUTION =
  /^(?:Office|Department|Hospital|Hospice|Infirmary|School|College|Church|Cathedral|Primary|Academy|Bureau|Ombudsman)$/;

/** A lone word at the start of a sentence that the report also writes small ("Hotel"). */
function isCommonWord(annotated: AnnotatedReport, name: RawName, capitals: Capitals): boolean {
  const { firstToken } = name;
  if (name.endToken - firstToken > 1 || capitals.isMid[firstToken] === 1) return false;
  const small = annotated.tokens[firstToken]!.text.toLowerCase();
  if (isKindOfOffice(annotated, firstToken)) return true;
  return capitals.smallWords.has(small) && annotated.upos[firstToken] !== "PROPN";
}

/** "| Police | Scotland said": a force that is called after its place. */
function withPolice({ tokens, sentenceOf }: AnnotatedReport, name: RawName): RawName {
  const before = name.firstToken - 1;
  if (tokens[before]?.text !== "Police" || sentenceOf[before] !== sentenceOf[name.firstToken] || name.kind === "person")
    return name;
  return { firstToken: before, endToken: name.endToken, kind: "organisation" };
}

/** "Ltd" and "Norland" of "Outer Line (Norland) Ltd", cut off from their name, are no bodies of their own. */
function isLegalForm({ tokens }: AnnotatedReport, { firstToken, endToken }: RawName): boolean {
  if (endToken - firstToken === 1 && LEGAL_FORM.test(tokens[firstToken]!.text)) return true;
  const isInBrackets = tokens[firstToken - 1]?.text === "(" && tokens[endToken]?.text === ")";
  return isInBrackets && LEGAL_FORM.test(tokens[endToken + 1]?.text ?? "");
}

const LEGAL_FORM = /^(?:Ltd|Limited|Inc|Incorporated|plc|PLC|LLC|LLP|Corp|Co|GmbH|Pty|SA|AG|NV|BV)\.?$/;

/** "Donald" and "Trump", found apart side by side, are one person. */
function joinGivenNames(annotated: AnnotatedReport, names: readonly RawName[]): RawName[] {
  const joined: RawName[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    const isGiven =
      before !== undefined &&
      before.endToken === name.firstToken &&
      before.endToken - before.firstToken === 1 &&
      name.endToken - name.firstToken < 3 &&
      isGivenName(annotated.tokens[before.firstToken]!.text) &&
      annotated.sentenceOf[before.firstToken] === annotated.sentenceOf[name.firstToken];
    if (isGiven) joined[joined.length - 1] = { firstToken: before.firstToken, endToken: name.endToken, kind: "person" };
    else joined.push(name);
  }
  return joined;
}

/** "Barry “Bazza” Pell" is one person, whatever is found of the name. */
function joinNicknames(annotated: AnnotatedReport, names: readonly RawName[]): RawName[] {
  const { tokens, sentenceOf } = annotated;
  const whole: RawName[] = [];
  for (let open = 1; open + 3 < tokens.length; open++) {
    if (!/^[“"]$/.test(tokens[open]!.text) || !/^[”"]$/.test(tokens[open + 2]!.text)) continue;
    const isName = [open - 1, open + 1, open + 3].every((at) => /^\p{Lu}\p{Ll}/u.test(tokens[at]!.text));
    if (!isName || sentenceOf[open - 1] !== sentenceOf[open + 3] || !isGivenName(tokens[open - 1]!.text)) continue;
    whole.push({ firstToken: open - 1, endToken: open + 4, kind: "person" });
  }
  if (whole.length === 0) return [...names];
  const isFree = (name: RawName) =>
    !whole.some((one) => one.firstToken < name.endToken && name.firstToken < one.endToken);
  return [...names.filter(isFree), ...whole].sort((a, b) => a.firstToken - b.firstToken);
}

/** "Harth | & | Lowe" is one firm. */
function joinPartners({ tokens, sentenceOf }: AnnotatedReport, names: readonly RawName[]): RawName[] {
  const joined: RawName[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    const isFirm =
      before !== undefined &&
      before.endToken === name.firstToken - 1 &&
      tokens[before.endToken]!.text === "&" &&
      sentenceOf[before.firstToken] === sentenceOf[name.firstToken];
    if (isFirm)
      joined[joined.length - 1] = { firstToken: before.firstToken, endToken: name.endToken, kind: "organisation" };
    else joined.push(name);
  }
  return joined;
}

/** Takes in capitalised words that stand right before the name, where capitals mean names. */
function extendLeft(annotated: AnnotatedReport, name: RawName, capitals: Capitals, limit: number): RawName {
  const { tokens, upos, sentenceOf } = annotated;
  let { firstToken, kind } = name;
  while (firstToken > limit && sentenceOf[firstToken - 1] === sentenceOf[name.firstToken]) {
    if (firstToken - 2 >= limit && opensInVerb(annotated, firstToken, capitals)) {
      firstToken -= 2;
      kind = "organisation";
      continue;
    }
    const before = firstToken - 1;
    const word = tokens[before]!.text;
    const tag = upos[before]!;
    if (capitals.isCapital[before] !== 1 || isTitleWord(word) || isRoleWord(word) || word === "I") break;
    if (CALENDAR_WORDS.test(bareWord(word))) break;
    const isMid = capitals.isMid[before] === 1;
    // A name cannot begin in "Our": a capital at the start of the sentence then belongs to it.
    const startsSmall = firstToken < name.firstToken && (upos[firstToken] === "PRON" || upos[firstToken] === "ADP");
    const isFunctionWord = isMid && (tag === "PRON" || tag === "VERB" || tag === "ADV" || tag === "ADP");
    if (isFunctionWord || startsSmall) {
      kind = "organisation";
    } else if (kind === "place") {
      const isOfBody = isMid && BODY_NOUN.test(tokens[name.endToken]?.text ?? "");
      if (isOfBody) kind = "organisation";
      else if (!PLACE_DIRECTIONS.has(bareWord(word))) break;
    } else if (kind === "person") {
      const isPart = isGivenName(word) || /^\p{Lu}\.$/u.test(word);
      const isLone = name.endToken - name.firstToken === 1 && isMid && (tag === "PROPN" || tag === "NOUN");
      if (!isPart && !isLone && !isOwnAdjective(annotated, name, before, isMid)) break;
      if (!isPart) kind = "other";
    } else if ((!isMid || (tag !== "PROPN" && tag !== "NOUN")) && !isOwnAdjective(annotated, name, before, isMid))
      break;
    firstToken = before;
  }
  return { firstToken, endToken: name.endToken, kind };
}

/**
 * "Low Tide said", "members of Low Tide": a capitalised adjective of a name of one word belongs to it where grammar asks
 * for no capital, or where the report never writes the one without the other.
 */
function isOwnAdjective(annotated: AnnotatedReport, name: RawName, before: number, isMid: boolean): boolean {
  const { tokens, upos } = annotated;
  if (upos[before] !== "ADJ" || name.endToken - name.firstToken > 1 || name.firstToken !== before + 1) return false;
  const adjective = tokens[before]!.text;
  const noun = tokens[name.firstToken]!.text;
  if (
    ORIGIN.test(adjective) ||
    KNOWN_PLACES.has(adjective.toLowerCase()) ||
    adjective.includes("-") ||
    isGivenName(noun)
  )
    return false;
  if (isMid) return true;
  const held = tokens.flatMap(({ text }, at) => (text === noun ? [tokens[at - 1]?.text] : []));
  return held.length > 1 && held.every((word) => word === adjective);
}

/** "British", "Chinese", "Italian", "Former", "Late": whence or when, and no part of a name. */
const ORIGIN =
  /(?:ish|ese|ian|ean|can|man|ern)$|^(?:French|Dutch|Greek|Swiss|Welsh|Irish|Czech|Thai|Iraqi|Israeli|Saudi|Former|Late|Early|Last|Next|Other|Many|Several|Local|Senior|Deputy|Acting|Interim|New|Old)$/;

/** "the Bright Westmere party": words that call what stands before them a body. */
const BODY_NOUN = /^(?:party|movement|campaign|group|alliance|coalition|charity|union|network|foundation)$/;

/** "Department" takes in "of Transportation", "Committee" takes in "to Protect Journalists". */
function extendRight(annotated: AnnotatedReport, name: RawName, capitals: Capitals): RawName {
  const { tokens } = annotated;
  if (isGivenName(tokens[name.firstToken]!.text) || !OF_BODY_WORDS.has(bareWord(tokens[name.endToken - 1]!.text))) {
    return extendOverCampus(annotated, name);
  }
  const endToken = endOfLongName(annotated, name.endToken, capitals);
  return extendOverCampus(annotated, endToken === name.endToken ? name : { ...name, endToken, kind: "organisation" });
}

/** "University of California, San Diego" */
function extendOverCampus(annotated: AnnotatedReport, name: RawName): RawName {
  const { tokens } = annotated;
  const isUniversity = /^University$/.test(tokens[name.firstToken]!.text) && tokens[name.firstToken + 1]?.text === "of";
  if (!isUniversity || tokens[name.endToken]?.text !== ",") return name;
  for (const length of [3, 2, 1]) {
    const end = name.endToken + 1 + length;
    const place = tokens.slice(name.endToken + 1, end).map((token) => token.text.toLowerCase());
    if (KNOWN_PLACES.has(place.join(" "))) return { ...name, endToken: end, kind: "organisation" };
  }
  return name;
}
