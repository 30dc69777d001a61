import type { AnnotatedReport } from "../annotate/layers.ts";
import { isGivenName } from "../lexicons/given-names.ts";
import {
  BODY_LAST_WORDS,
  LEADING_WORDS,
  OF_BODY_WORDS,
  PERSON_PREFIXES,
  PLACE_LAST_WORDS,
} from "../lexicons/name-parts.ts";
import { UNNAMED_SOURCE_NOUNS } from "../lexicons/nominals.ts";
import { KNOWN_PLACES, PLACE_OF_ADJECTIVE } from "../lexicons/place-names.ts";
import { ROLE_SHIFTERS } from "../lexicons/roles.ts";
import { HONORIFICS, NAME_SUFFIXES, PERSONAL_RANKS } from "../lexicons/titles.ts";
import { bareWord } from "../text/bare-word.ts";
import { publicBodyOf } from "./body-names.ts";
import { nameKey } from "./name-keys.ts";
import { CALENDAR_WORDS, endsLikeBody, isRoleWord, isTitleWord, type RawName } from "./name-words.ts";

/** What is left of an annotator's name when words that are no part of it are cut: none, one or two names. */
export function splitName(annotated: AnnotatedReport, name: RawName): readonly RawName[] {
  const cut = cutStart(annotated, cutEnd(annotated, name));
  if (cut.endToken <= cut.firstToken) return [];
  return splitAtAnd(annotated, cut)
    .flatMap((part) => splitAtTitles(annotated, part))
    .filter((part) => !isNoName(annotated, part));
}

/** "Israeli", "President", "Catholic" or "US-built" alone. */
function isNoName(annotated: AnnotatedReport, name: RawName): boolean {
  const { tokens, upos } = annotated;
  if (name.endToken <= name.firstToken) return true;
  // "Deputy Emergency Situations Minister Ann Ray": what stands between a title and a name is part of the title.
  if (opensTitle(annotated, name)) return true;
  const words = tokens.slice(name.firstToken, name.endToken).map((token) => bareWord(token.text));
  if (words.every((word) => NOT_NAMES.test(word)) || PLACE_OF_ADJECTIVE.has(words.join(""))) return true;
  // "Member of Parliament" is a post.
  if (words.length > 2 && words[1] === "of" && isRoleWord(words[0]!)) return true;
  if (words.length > 1) return false;
  const [word = ""] = words;
  return (
    CALENDAR_WORDS.test(word) ||
    (ROLE_SHIFTERS.has(word) && /^\p{Ll}/u.test(tokens[name.endToken]?.text ?? "")) ||
    PLACE_OF_ADJECTIVE.has(word.replace(/s$/, "")) ||
    (isRoleWord(word) && !isGivenName(word)) ||
    UNNAMED_SOURCE_NOUNS.has(word.replace(/s$/, "")) ||
    /^(?:ADP|DET|PRON|SCONJ|CCONJ|AUX)$/.test(upos[name.firstToken]!) ||
    (upos[name.firstToken] !== "PROPN" &&
      /-(?:\p{Ll}+ed|built|led|born|run|made|style|era|only|wide|speaking|owned)$/u.test(word))
  );
}

const NOT_NAMES =
  /^(?:roman|catholic|muslim|christian|jewish|sunni|shia|shiite|islamic|islamist|protestant|hindu|buddhist|orthodox|anglican|democrat|republican|lgbt|lgbtq|latina|latino|hispanic|black|white|no|who|what|when|where|why|how|it|they|we|he|she|this|that|these|there|here)$/;

function opensTitle(annotated: AnnotatedReport, name: RawName): boolean {
  const { tokens, sentenceOf } = annotated;
  const next = tokens[name.endToken];
  if (next === undefined || sentenceOf[name.endToken] !== sentenceOf[name.firstToken]) return false;
  if (!/^\p{Lu}/u.test(next.text) || !isTitleWord(next.text)) return false;
  const isAcronym = name.endToken - name.firstToken === 1 && /^\p{Lu}[\p{Lu}.]+$/u.test(tokens[name.firstToken]!.text);
  const key = nameKey(tokens.slice(name.firstToken, name.endToken).map((token) => token.text));
  return !isAcronym && !KNOWN_PLACES.has(key) && !endsLikeBody(annotated, name) && publicBodyOf(key) === null;
}

/** A verb or preposition in small letters ends a name ("State Department described"), and so does a post ("Acme CEO"). */
function cutEnd(annotated: AnnotatedReport, name: RawName): RawName {
  const { tokens, upos } = annotated;
  let end = name.endToken;
  let isLong = false;
  for (let i = name.firstToken; i < end; i++) {
    const { text } = tokens[i]!;
    if (OF_BODY_WORDS.has(bareWord(text))) isLong = true;
    const isVerb = (upos[i] === "VERB" || upos[i] === "AUX") && /^\p{Ll}/u.test(text);
    const isDated =
      /^(?:on|in|since|until|from)$/.test(text) && CALENDAR_WORDS.test(bareWord(tokens[i + 1]?.text ?? ""));
    const isLink =
      !isLong && /^(?:on|in|at|by|with|from|as|that|who|which|after|before|against|over|when|to)$/.test(text);
    if (i > name.firstToken && (isVerb || isLink || isDated || /^["“”«»()[\]:;]$/.test(text))) end = i;
  }
  while (name.kind !== "person" && end > name.firstToken + 1 && isRoleWord(tokens[end - 1]!.text)) end--;
  // "Ray demurred": a past tense that the annotator takes for the end of a name.
  const isSmall = ({ text }: { readonly text: string }, tag: string) =>
    /^\p{Ll}/u.test(text) && (tag !== "PROPN" || /^\p{Ll}{3,}ed$/u.test(text));
  while (end > name.firstToken + 1 && isSmall(tokens[end - 1]!, upos[end - 1]!)) end--;
  // "Ann Ray QC"
  while (end > name.firstToken + 2 && POST_NOMINALS.test(tokens[end - 1]!.text)) end--;
  return { ...name, endToken: end };
}

const POST_NOMINALS = /^(?:QC|KC|MP|MSP|MEP|MBE|OBE|CBE|KBE|PhD|MD)$/;

/** "Former CIA" is the CIA. */
function cutStart(annotated: AnnotatedReport, name: RawName): RawName {
  const { tokens } = annotated;
  let { firstToken } = name;
  while (firstToken < name.endToken - 1) {
    const word = bareWord(tokens[firstToken]!.text);
    const isLoose =
      LEADING_WORDS.has(word) || WEEKDAY.test(word) || (name.kind === "person" && PERSON_PREFIXES.has(word));
    if (!isLoose && !/^\P{L}+$/u.test(word)) break;
    firstToken++;
  }
  return { ...name, firstToken };
}

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** "Center for Biological Diversity and Center for Food Safety" are two. */
function splitAtAnd(annotated: AnnotatedReport, name: RawName): readonly RawName[] {
  const { tokens } = annotated;
  for (let i = name.firstToken + 1; i < name.endToken - 1; i++) {
    if (tokens[i]!.text !== "and") continue;
    const before = bareWord(tokens[i - 1]!.text);
    const next = tokens[i + 1]!.text === "the" ? i + 2 : i + 1;
    const rest = tokens.slice(next, name.endToken).map((token) => bareWord(token.text));
    const isWhole =
      BODY_LAST_WORDS.has(before) && rest.some((word) => BODY_LAST_WORDS.has(word) || OF_BODY_WORDS.has(word));
    if (rest.length === 0 || (!isWhole && !OF_BODY_WORDS.has(rest[0]!))) continue;
    return [{ ...name, endToken: i }, ...splitAtAnd(annotated, { ...name, firstToken: next })];
  }
  return [name];
}

/** "Norwood Police Sir Mark Ashdown" is a body and a person; "Home Secretary Vera Colman" a title and a person. */
function splitAtTitles(annotated: AnnotatedReport, name: RawName): readonly RawName[] {
  const { tokens } = annotated;
  const { firstToken, endToken } = name;
  const isFixed = endsLikeBody(annotated, name) || PLACE_LAST_WORDS.has(bareWord(tokens[endToken - 1]!.text));
  for (let i = endToken - 2; i >= firstToken; i--) {
    const word = bareWord(tokens[i]!.text);
    const next = bareWord(tokens[i + 1]!.text);
    // A trade is a title only before a given name: "Marine Traffic" and "Hunter Valley" are names.
    const isTitle = isTitleWord(word) || (isRoleWord(word) && isGivenName(next));
    if (!isTitle || NAME_SUFFIXES.has(next) || !/^\p{Lu}/u.test(tokens[i + 1]!.text)) continue;
    if (i === firstToken && endToken - i === 2 && isGivenNameToo(word)) break;
    const isPerson =
      (name.kind === "person" && !isFixed) ||
      (isGivenName(next) && endToken - i > 2) ||
      (!isFixed && PERSONAL_RANKS.has(word)) ||
      (!isFixed && HONORIFICS.has(word) && i > firstToken);
    if (!isPerson) continue;
    return withOwner(annotated, name, i + 1, i);
  }
  // "for Norland Brian Ode", "to the United Nations Ann Ray": a country or body runs into a name.
  for (let i = firstToken + 1; i < endToken - 1; i++) {
    if (!isGivenName(tokens[i]!.text)) continue;
    const before = nameKey(tokens.slice(firstToken, i).map((token) => token.text));
    const isPlace = KNOWN_PLACES.has(before);
    const isBody =
      publicBodyOf(before) !== null || (i - firstToken > 1 && BODY_LAST_WORDS.has(bareWord(tokens[i - 1]!.text)));
    const isPost = tokens.slice(firstToken, i).some(({ text }) => isTitleWord(text) || isRoleWord(text));
    if (isPost) return [{ firstToken: i, endToken, kind: "person" }];
    if (!isPlace && !isBody) break;
    return [
      { firstToken, endToken: i, kind: isPlace ? "place" : "organisation" },
      { firstToken: i, endToken, kind: "person" },
    ];
  }
  return [name];
}

/** The person from `start` on, and the body before the title when there is one. */
function withOwner(annotated: AnnotatedReport, name: RawName, start: number, title: number): readonly RawName[] {
  const person: RawName = { firstToken: start, endToken: name.endToken, kind: "person" };
  let end = title;
  while (end > name.firstToken && isRoleWord(annotated.tokens[end - 1]!.text)) end--;
  const owner: RawName = { firstToken: name.firstToken, endToken: end, kind: "organisation" };
  return end > name.firstToken && endsLikeBody(annotated, owner) ? [owner, person] : [person];
}

/** "Dean Smith" and "Earl Sweet" have a title for a given name. */
function isGivenNameToo(word: string): boolean {
  return isGivenName(word) || /^(?:dean|earl|duke|prince|king|judge|major|bishop|pope)$/.test(word);
}
