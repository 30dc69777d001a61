import type { AnnotatedReport } from "../annotate/layers.ts";
import { OF_BODY_WORDS, PLACE_DIRECTIONS } from "../lexicons/name-parts.ts";
import { KNOWN_PLACES, PLACE_OF_ADJECTIVE } from "../lexicons/place-names.ts";
import { ROLE_NOUNS } from "../lexicons/roles.ts";
import { HONORIFICS, NAME_SUFFIXES } from "../lexicons/titles.ts";
import { publicBodyOf } from "./body-names.ts";
import { type Capitals, readCapitals } from "./capitals.ts";
import { addMissedBodies, addMissedNames } from "./missed-names.ts";
import { nameKey } from "./name-keys.ts";
import {
  bareWord,
  CALENDAR_WORDS,
  endsLikeBody,
  isGivenName,
  isRoleWord,
  isTitleWord,
  kindByParts,
  type RawName,
} from "./name-words.ts";

/**
 * The annotator's names with their edges mended by what capitals and titles show, and names that it missed.
 *
 * > | Metropolitan Police Sir Mark Rowley      said Defend Our Juries      at Westminster Magistrates’ Court
 *     ^^^^^^^^^^^^^^^^^^^ ^^^ ^^^^^^^^^^^           ^^^^^^^^^^^^^^^^^          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function repairNames(annotated: AnnotatedReport): RawName[] {
  const capitals = readCapitals(annotated);
  const names: RawName[] = [];
  let end = 0;
  for (const name of annotated.names) {
    if (name.firstToken < end) continue;
    for (const part of splitAtTitles(annotated, cutEnd(annotated, name))) {
      if (isNoName(annotated, part)) continue;
      const whole = extendRight(annotated, extendLeft(annotated, part, capitals, end), capitals);
      names.push({ ...whole, kind: kindByParts(annotated, whole) });
      end = whole.endToken;
    }
  }
  return addMissedNames(annotated, addMissedBodies(annotated, names, capitals), capitals);
}

/** "Israeli" or "President" alone. */
function isNoName(annotated: AnnotatedReport, name: RawName): boolean {
  if (name.endToken - name.firstToken !== 1) return name.endToken <= name.firstToken;
  const word = bareWord(annotated.tokens[name.firstToken]!.text);
  return (
    CALENDAR_WORDS.test(word) ||
    PLACE_OF_ADJECTIVE.has(word.replace(/s$/, "")) ||
    (isRoleWord(word) && !isGivenName(word))
  );
}

/** A verb in small letters ends a name ("State Department described"), and so does a post ("Acme CEO"). */
function cutEnd(annotated: AnnotatedReport, name: RawName): RawName {
  const { tokens, upos } = annotated;
  let end = name.endToken;
  for (let i = name.firstToken + 1; i < end; i++) {
    const isVerb = (upos[i] === "VERB" || upos[i] === "AUX") && /^\p{Ll}/u.test(tokens[i]!.text);
    if (isVerb || /^["“”«»()[\]:;]$/.test(tokens[i]!.text)) end = i;
  }
  while (name.kind !== "person" && end > name.firstToken + 1 && isRoleWord(tokens[end - 1]!.text)) end--;
  return { ...name, endToken: end };
}

/** "Metropolitan Police Sir Mark Rowley" is a body and a person; "Home Secretary Yvette Cooper" a title and a person. */
function splitAtTitles(annotated: AnnotatedReport, name: RawName): readonly RawName[] {
  const { tokens } = annotated;
  const { firstToken, endToken } = name;
  for (let i = endToken - 2; i >= firstToken; i--) {
    const word = bareWord(tokens[i]!.text);
    const next = bareWord(tokens[i + 1]!.text);
    // A trade is a title only before a given name: "Marine Traffic" and "Hunter Valley" are names.
    const isTitle = isTitleWord(word) || (isRoleWord(word) && isGivenName(next));
    if (!isTitle || NAME_SUFFIXES.has(next)) continue;
    if (i === firstToken && endToken - i === 2 && isGivenNameToo(word)) break;
    const isPerson = name.kind === "person" || (isGivenName(next) && endToken - i > 2);
    if (!isPerson && !(HONORIFICS.has(word) && i > firstToken)) continue;
    const person: RawName = { firstToken: i + 1, endToken, kind: "person" };
    let first = i;
    while (first > firstToken && isTitleWord(tokens[first - 1]!.text)) first--;
    const before: RawName = { firstToken, endToken: first, kind: "organisation" };
    return first > firstToken && endsLikeBody(annotated, before) ? [before, person] : [person];
  }
  // "for Iran Brian Hook", "to the United Nations Ann Ray": a country or body runs into a name.
  for (let i = firstToken + 1; i < endToken - 1; i++) {
    if (!isGivenName(tokens[i]!.text)) continue;
    const before = nameKey(tokens.slice(firstToken, i).map((token) => token.text));
    const isPlace = KNOWN_PLACES.has(before);
    if (!isPlace && publicBodyOf(before) === null) break;
    return [
      { firstToken, endToken: i, kind: isPlace ? "place" : "organisation" },
      { firstToken: i, endToken, kind: "person" },
    ];
  }
  return [name];
}

/** "Dean Smith" and "Earl Sweet" have a title for a given name. */
function isGivenNameToo(word: string): boolean {
  return isGivenName(word) || /^(?:dean|earl|duke|prince|king|judge|major|bishop|pope)$/.test(word);
}

/** Takes in capitalised words that stand right before the name, where capitals mean names. */
function extendLeft(annotated: AnnotatedReport, name: RawName, capitals: Capitals, limit: number): RawName {
  const { tokens, upos, sentenceOf } = annotated;
  let { firstToken, kind } = name;
  while (firstToken > limit && sentenceOf[firstToken - 1] === sentenceOf[name.firstToken]) {
    const before = firstToken - 1;
    const word = tokens[before]!.text;
    const tag = upos[before]!;
    if (capitals.isCapital[before] !== 1 || isTitleWord(word) || isRoleWord(word) || word === "I") break;
    const isMid = capitals.isMid[before] === 1;
    // A name cannot begin in "Our": a capital at the start of the sentence then belongs to it.
    const startsSmall = firstToken < name.firstToken && (upos[firstToken] === "PRON" || upos[firstToken] === "ADP");
    const isFunctionWord = isMid && (tag === "PRON" || tag === "VERB" || tag === "ADV" || tag === "ADP");
    if (isFunctionWord || startsSmall) {
      kind = "organisation";
    } else if (kind === "place") {
      if (!PLACE_DIRECTIONS.has(bareWord(word))) break;
    } else if (kind === "person") {
      const isPart = isGivenName(word) || /^\p{Lu}\.$/u.test(word);
      const isLone = name.endToken - name.firstToken === 1 && isMid && (tag === "PROPN" || tag === "NOUN");
      if (!isPart && !isLone) break;
      if (!isPart) kind = "other";
    } else if (!isMid || (tag !== "PROPN" && tag !== "NOUN")) break;
    firstToken = before;
  }
  return { firstToken, endToken: name.endToken, kind };
}

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

/** Where "of Public Works and Transport" ends, from the token after the body's first word; that token when it is no part. */
export function endOfLongName(annotated: AnnotatedReport, start: number, capitals: Capitals): number {
  const { tokens, sentenceOf } = annotated;
  const isLink = (i: number) => /^(?:of|for|on|to|and|the|&)$/.test(tokens[i]?.text ?? "");
  let end = start;
  while (end < tokens.length && end < start + 12 && sentenceOf[end] === sentenceOf[start - 1]) {
    let next = end;
    while (next < end + 2 && isLink(next)) next++;
    if (capitals.isMid[next] !== 1 || sentenceOf[next] !== sentenceOf[start - 1]) break;
    if (end === start && next === start) break;
    if (isTitleWord(tokens[next]!.text) && ROLE_NOUNS.has(bareWord(tokens[next]!.text))) break;
    end = next + 1;
  }
  return end;
}
