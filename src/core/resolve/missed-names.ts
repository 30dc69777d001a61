import type { AnnotatedReport } from "../annotate/layers.ts";
import { isGivenName } from "../lexicons/given-names.ts";
import { BODY_LAST_WORDS, OF_BODY_WORDS } from "../lexicons/name-parts.ts";
import { BODY_KINDS, COMMON_BODIES, OPEN_BODY_NOUNS, PEOPLE_NOUNS } from "../lexicons/nominals.ts";
import { KNOWN_PLACES, PLACE_OF_ADJECTIVE } from "../lexicons/place-names.ts";
import { ROLE_NOUNS, ROLE_SHIFTERS } from "../lexicons/roles.ts";
import { bareWord } from "../text/bare-word.ts";
import type { Capitals } from "./capitals.ts";
import { endOfLongName } from "./long-names.ts";
import {
  CALENDAR_WORDS,
  endsLikeBody,
  isKindOfOffice,
  isPossessiveMark,
  isRoleWord,
  isTitleWord,
  kindByParts,
  type RawName,
} from "./name-words.ts";
import { opensInVerb } from "./verb-names.ts";

/** Runs of capitalised words that end or begin in a body's word: "Norwood Magistrates’ Court", "Ministry of Public Works". */
export function addMissedBodies(annotated: AnnotatedReport, names: readonly RawName[], capitals: Capitals): RawName[] {
  const nameAt = new Map<number, RawName>();
  for (const name of names) for (let i = name.firstToken; i < name.endToken; i++) nameAt.set(i, name);
  const added: RawName[] = [];
  const replaced = new Set<RawName>();
  for (let i = 0; i < annotated.tokens.length; i++) {
    const body = bodyEndingAt(annotated, i, capitals) ?? bodyStartingAt(annotated, i, capitals);
    if (body === null) continue;
    const inside = new Set<RawName>();
    for (let at = body.firstToken; at < body.endToken; at++) {
      const name = nameAt.get(at);
      if (name !== undefined) inside.add(name);
    }
    if ([...inside].some((name) => staysAsFound(annotated, name, body))) continue;
    for (const name of inside) replaced.add(name);
    added.push(body);
    i = body.endToken - 1;
  }
  return [...names.filter((name) => !replaced.has(name)), ...added].sort((a, b) => a.firstToken - b.firstToken);
}

/** A name that reaches past the run or is the run, a person by given name, and the owner in "Acme Group’s Office". */
function staysAsFound(annotated: AnnotatedReport, name: RawName, body: RawName): boolean {
  if (name.firstToken < body.firstToken || name.endToken > body.endToken) return true;
  if (name.firstToken === body.firstToken && name.endToken === body.endToken) return true;
  const isPerson = name.endToken - name.firstToken > 1 && isGivenName(annotated.tokens[name.firstToken]!.text);
  const isOwner = isPossessiveMark(annotated.tokens[name.endToken]?.text) && name.endToken < body.endToken;
  return isPerson || (isOwner && endsLikeBody(annotated, name));
}

function bodyEndingAt(annotated: AnnotatedReport, i: number, capitals: Capitals): RawName | null {
  const { tokens, sentenceOf, upos } = annotated;
  if (capitals.isMid[i] !== 1 || !BODY_LAST_WORDS.has(bareWord(tokens[i]!.text))) return null;
  if (capitals.isCapital[i + 1] === 1 && sentenceOf[i + 1] === sentenceOf[i]) return null;
  const isNamePart = (at: number) =>
    capitals.isCapital[at] === 1 && (capitals.isMid[at] === 1 || upos[at] === "PROPN" || upos[at] === "ADJ");
  let first = i;
  while (first > 0 && first > i - 10 && sentenceOf[first - 1] === sentenceOf[i]) {
    if (isNamePart(first - 1)) first--;
    else if (/^(?:of|for|&)$/.test(tokens[first - 1]!.text) && first > 1 && isNamePart(first - 2)) first -= 2;
    // "Magistrates’ Court", "Sheriff’s Office", but not "Thailand’s Army".
    else if (
      isPossessiveMark(tokens[first - 1]!.text) &&
      first > 1 &&
      isNamePart(first - 2) &&
      ownsByTrade(annotated, first - 2)
    ) {
      first -= 2;
    }
    // "Search and Rescue Agency", but not "Israel and Acme Group": what stands before "and" must be no name by itself.
    else if (
      tokens[first - 1]!.text === "and" &&
      first > 1 &&
      isNamePart(first - 2) &&
      isOpenEnded(annotated, first - 2)
    )
      first -= 2;
    else break;
  }
  while (first < i && (upos[first] === "DET" || isTitleWord(tokens[first]!.text))) first++;
  return first === i ? null : { firstToken: first, endToken: i + 1, kind: "organisation" };
}

function ownsByTrade(annotated: AnnotatedReport, i: number): boolean {
  const word = bareWord(annotated.tokens[i]!.text);
  const singular = word.replace(/s$/, "");
  const isSaint = /^(?:st|saint)$/.test(bareWord(annotated.tokens[i - 1]?.text ?? ""));
  return (
    isSaint ||
    isRoleWord(singular) ||
    isTitleWord(singular) ||
    PEOPLE_NOUNS.has(singular) ||
    /^(?:men|women|children|people)$/.test(word)
  );
}

function isOpenEnded(annotated: AnnotatedReport, i: number): boolean {
  const { tokens, upos } = annotated;
  const word = bareWord(tokens[i]!.text);
  const isWhole = BODY_LAST_WORDS.has(word) || KNOWN_PLACES.has(word) || isGivenName(word) || isRoleWord(word);
  return !isWhole && (upos[i] === "NOUN" || /^\p{Lu}/u.test(tokens[i - 1]?.text ?? "") || isAbstract(word));
}

/** "Health", "Safety": a public concern rather than a name. */
function isAbstract(word: string): boolean {
  return /(?:th|ty|ing|ment|tion|ics|ce|ure|rts?|ies|drug|food|fire|search|rescue|law|trade|labou?r|work|pensions|housing|customs|forest|wildlife)$/.test(
    word,
  );
}

function bodyStartingAt(annotated: AnnotatedReport, i: number, capitals: Capitals): RawName | null {
  const { tokens, sentenceOf } = annotated;
  if (capitals.isMid[i] !== 1 || !OF_BODY_WORDS.has(bareWord(tokens[i]!.text))) return null;
  if (!/^(?:of|for|on|to)$/.test(tokens[i + 1]?.text ?? "") || sentenceOf[i + 1] !== sentenceOf[i]) return null;
  const endToken = endOfLongName(annotated, i + 1, capitals);
  return endToken === i + 1 ? null : { firstToken: i, endToken, kind: "organisation" };
}

/** Proper nouns in no name: whoever they are, they can be spoken of again. Their kind is open unless a given name leads. */
export function addMissedNames(annotated: AnnotatedReport, names: readonly RawName[], capitals: Capitals): RawName[] {
  const { tokens, sentenceOf } = annotated;
  const isFree = makeIsFree(annotated, names, capitals);
  const added: RawName[] = [];
  const grown = new Map<RawName, RawName>();
  const endingAt = new Map(names.map((name) => [name.endToken, name]));
  for (let i = 0; i < tokens.length; i++) {
    if (!isFree(i)) continue;
    let end = i + 1;
    while (end < tokens.length && end < i + 7 && isFree(end) && sentenceOf[end] === sentenceOf[i]) end++;
    const name = nameWithin(annotated, i, end);
    const before = name === null ? undefined : endingAt.get(name.firstToken);
    if (name !== null && name.firstToken === i && opensInVerb(annotated, i, capitals))
      added.push({ ...name, firstToken: i - 2, kind: "organisation" });
    else if (name !== null && name.endToken - name.firstToken > 1) added.push(name);
    else if (name !== null && before !== undefined && sentenceOf[i - 1] === sentenceOf[i])
      grown.set(before, {
        ...before,
        endToken: name.endToken,
        kind: before.kind === "place" ? "organisation" : before.kind,
      });
    else if (name !== null) added.push({ ...name, firstToken: startOfCapitals(annotated, name.firstToken, capitals) });
    i = end - 1;
  }
  return [...names.map((name) => grown.get(name) ?? name), ...added].sort((a, b) => a.firstToken - b.firstToken);
}

/** "Trade Outlook": a word left over after capitals that grammar does not ask for is a name with them. */
function startOfCapitals({ tokens, upos, sentenceOf }: AnnotatedReport, token: number, capitals: Capitals): number {
  const belongs = (at: number) =>
    capitals.isMid[at] === 1 &&
    sentenceOf[at] === sentenceOf[token] &&
    /^(?:NOUN|PROPN|ADJ)$/.test(upos[at]!) &&
    !isTitleWord(tokens[at]!.text) &&
    !isRoleWord(tokens[at]!.text) &&
    !CALENDAR_WORDS.test(bareWord(tokens[at]!.text));
  let first = token;
  while (first > 0 && first > token - 4 && belongs(first - 1)) first--;
  return first;
}

/** Which tokens are proper nouns that no name holds, by tag or by a capital that grammar does not ask for. */
function makeIsFree(annotated: AnnotatedReport, names: readonly RawName[], capitals: Capitals): (i: number) => boolean {
  const { tokens, upos } = annotated;
  const covered = new Uint8Array(tokens.length);
  for (const name of names) covered.fill(1, name.firstToken, name.endToken);
  return (i) => {
    const { text } = tokens[i]!;
    if (covered[i] === 1 || /^Nos?\.$/.test(text)) return false;
    const isCapital = capitals.isCapital[i] === 1;
    if (!isCapital) return upos[i] === "PROPN" && /^(?:al|el|bin|von|van|de)(?:-[\p{L}-]+)?$/u.test(text);
    if (!/^\p{L}[\p{L}\p{N}.'’&-]*$/u.test(text)) return false;
    if (upos[i] === "PROPN") return true;
    if (upos[i] === "NUM") return /^\p{Lu}{2,}\p{N}*$/u.test(text);
    const isMid = capitals.isMid[i] === 1;
    // "Defend Our Rivers": a small word with a capital between two others.
    if (isMid && isInTitleCase(annotated, i, capitals)) return true;
    if (upos[i] !== "NOUN" && upos[i] !== "X") return false;
    const small = text.toLowerCase();
    if (isCommonNoun(small)) return false;
    return isMid || (capitals.midWords.has(text) && !capitals.smallWords.has(small));
  };
}

function isInTitleCase(annotated: AnnotatedReport, i: number, capitals: Capitals): boolean {
  const { upos, tokens } = annotated;
  const isSmallWord = (at: number) => /^(?:PRON|DET|ADP|VERB|ADV)$/.test(upos[at] ?? "") && tokens[at]!.text !== "I";
  const isMid = (at: number) => capitals.isMid[at] === 1;
  const joins = (at: number) => isMid(at) && isSmallWord(at) && isMid(at - 1) && isMid(at + 1);
  return joins(i) || (isMid(i + 1) && joins(i + 1)) || (i > 0 && joins(i - 1));
}

/** The name in a run of free tokens, once titles and posts are cut; null when nothing is left that can be one. */
function nameWithin(annotated: AnnotatedReport, start: number, end: number): RawName | null {
  const { tokens } = annotated;
  let first = start;
  for (let at = end - 2; at >= start; at--) {
    const isTitle =
      isTitleWord(tokens[at]!.text) || (isRoleWord(tokens[at]!.text) && isGivenName(tokens[at + 1]!.text));
    if (!isTitle) continue;
    first = at + 1;
    break;
  }
  // "Minister of Information Ann Ray": a given name inside the run, or two words that end it.
  const isPost = tokens[first - 1]?.text === "of" && isRoleWord(tokens[first - 2]?.text ?? "");
  for (let at = first + 1; at < end - 1; at++) {
    if (isGivenName(tokens[at]!.text) || (isPost && at === end - 2)) {
      first = at;
      break;
    }
  }
  while (end > first + 1 && isRoleWord(tokens[end - 1]!.text)) end--;
  const words = end - first;
  const lead = bareWord(tokens[first]!.text);
  if (words > 5) return null;
  // "Home" of "Home Secretary Ann Ray" is no name.
  const next = tokens[end];
  const opensTitle =
    next !== undefined && /^\p{Lu}/u.test(next.text) && (isTitleWord(next.text) || isRoleWord(next.text));
  if (opensTitle && !KNOWN_PLACES.has(lead) && !/^\p{Lu}{2,}$/u.test(tokens[first]!.text) && words === 1) return null;
  if (words === 1) {
    const isWord =
      isKindOfOffice(annotated, first) ||
      ROLE_SHIFTERS.has(lead) ||
      isCommonNoun(lead) ||
      isTitleWord(lead) ||
      CALENDAR_WORDS.test(lead) ||
      lead.length < 2;
    if (isWord || PLACE_OF_ADJECTIVE.has(lead.replace(/s$/, ""))) return null;
  }
  const isPerson = words > 1 && (isGivenName(lead) || (isPost && words === 2));
  const name: RawName = { firstToken: first, endToken: end, kind: isPerson ? "person" : "other" };
  return { ...name, kind: isPerson ? "person" : kindByParts(annotated, name) };
}

/** "Government", "Protesters": capitals do not make these a name. */
function isCommonNoun(word: string): boolean {
  const singular = word.replace(/s$/, "");
  return (
    COMMON_BODIES.has(word) ||
    BODY_KINDS.has(word) ||
    OPEN_BODY_NOUNS.has(word) ||
    PEOPLE_NOUNS.has(singular) ||
    ROLE_NOUNS.has(singular)
  );
}
