import type { AnnotatedReport, NameKind } from "../annotate/layers.ts";
import { FEMALE_NAMES, MALE_NAMES } from "../lexicons/given-names.ts";
import { BODY_LAST_WORDS, PLACE_FIRST_WORDS, PLACE_LAST_WORDS } from "../lexicons/name-parts.ts";
import { ROLE_NOUNS } from "../lexicons/roles.ts";
import { HONORIFICS, NAME_SUFFIXES, RANK_WORDS } from "../lexicons/titles.ts";

export interface RawName {
  readonly firstToken: number;
  readonly endToken: number;
  readonly kind: NameKind;
}

/**
 * The annotator's names with their edges mended by what capitals and titles show, and bodies that it missed.
 *
 * > | Metropolitan Police Sir Mark Rowley      said Defend Our Juries      at Westminster Magistrates’ Court
 *     ^^^^^^^^^^^^^^^^^^^ ^^^ ^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function repairNames(annotated: AnnotatedReport): RawName[] {
  const capitals = readCapitals(annotated);
  const names: RawName[] = [];
  let end = 0;
  for (const name of annotated.names) {
    if (name.firstToken < end) continue;
    for (const part of splitAtTitles(annotated, name)) {
      const whole = extendOverCapitals(annotated, part, capitals, end);
      names.push({ ...whole, kind: kindByParts(annotated, whole) });
      end = whole.endToken;
    }
  }
  return addMissedBodies(annotated, names, capitals);
}

/** "Metropolitan Police Sir Mark Rowley" is a body and a person; "Home Secretary Yvette Cooper" a title and a person. */
function splitAtTitles(annotated: AnnotatedReport, name: RawName): readonly RawName[] {
  const { tokens } = annotated;
  for (let i = name.endToken - 2; i >= name.firstToken; i--) {
    const word = lower(tokens[i]!.text);
    const isTitle = HONORIFICS.has(word) || RANK_WORDS.has(word) || ROLE_NOUNS.has(word);
    if (!isTitle || NAME_SUFFIXES.has(lower(tokens[i + 1]!.text))) continue;
    const next = lower(tokens[i + 1]!.text);
    const isGivenName = FEMALE_NAMES.has(next) || MALE_NAMES.has(next);
    if (i === name.firstToken && isGivenNameToo(word) && name.endToken - i === 2) break;
    if (
      name.kind === "person" ||
      (isGivenName && name.endToken - i > 2) ||
      (HONORIFICS.has(word) && i > name.firstToken)
    ) {
      const person: RawName = { firstToken: i + 1, endToken: name.endToken, kind: "person" };
      let first = i;
      while (first > name.firstToken && isTitleWord(tokens[first - 1]!.text)) first--;
      const before: RawName = { firstToken: name.firstToken, endToken: first, kind: "organisation" };
      const isBody = first > name.firstToken && isBodyName(annotated, before);
      return isBody ? [before, person] : [person];
    }
  }
  return [name];
}

/** "Dean Smith" and "Earl Sweet" have a title for a given name. */
function isGivenNameToo(word: string): boolean {
  return (
    MALE_NAMES.has(word) ||
    FEMALE_NAMES.has(word) ||
    /^(?:dean|earl|duke|prince|king|judge|major|bishop|pope)$/.test(word)
  );
}

/** Takes in capitalised words that stand right before the name, where capitals mean names. */
function extendOverCapitals(annotated: AnnotatedReport, name: RawName, capitals: Capitals, limit: number): RawName {
  const { tokens, upos, sentenceOf } = annotated;
  let first = name.firstToken;
  let kind = name.kind;
  while (
    first - 1 >= limit &&
    capitals.isMid[first - 1] === 1 &&
    sentenceOf[first - 1] === sentenceOf[name.firstToken]
  ) {
    const word = tokens[first - 1]!.text;
    const tag = upos[first - 1]!;
    if (isTitleWord(word) || ROLE_NOUNS.has(lower(word)) || word === "I") break;
    const isFunctionWord = tag === "PRON" || tag === "VERB" || tag === "ADV" || (tag === "ADP" && first - 1 > limit);
    if (kind === "person") {
      const isGivenName = FEMALE_NAMES.has(lower(word)) || MALE_NAMES.has(lower(word)) || /^\p{Lu}\.$/u.test(word);
      if (!isGivenName && !isFunctionWord) break;
      if (isFunctionWord) kind = "organisation";
    } else if (kind === "place") {
      if (!isFunctionWord) break;
      kind = "organisation";
    } else if (tag !== "PROPN" && tag !== "NOUN" && !isFunctionWord) break;
    first--;
  }
  // A name cannot begin in "Our": the capital at the start of the sentence belongs to it.
  const before = first - 1;
  const startsSmall = first < name.firstToken && (upos[first] === "PRON" || upos[first] === "ADP");
  if (startsSmall && before >= limit && capitals.isCapital[before] === 1 && sentenceOf[before] === sentenceOf[first])
    first--;
  return { firstToken: first, endToken: name.endToken, kind };
}

/** What the last or first word of a name says beats the annotator, unless a given name stands first. */
function kindByParts(annotated: AnnotatedReport, name: RawName): NameKind {
  const { tokens } = annotated;
  if (name.endToken - name.firstToken < 2) return name.kind;
  const first = lower(tokens[name.firstToken]!.text);
  const last = lower(tokens[name.endToken - 1]!.text);
  const isGivenName = FEMALE_NAMES.has(first) || MALE_NAMES.has(first);
  if (isGivenName && name.kind === "person") return "person";
  if (name.kind !== "person" && PLACE_FIRST_WORDS.has(first)) return "place";
  if (isBodyName(annotated, name)) return "organisation";
  if (PLACE_LAST_WORDS.has(last) && name.kind !== "organisation") return "place";
  return name.kind;
}

function isBodyName(annotated: AnnotatedReport, name: RawName): boolean {
  return BODY_LAST_WORDS.has(lower(annotated.tokens[name.endToken - 1]!.text));
}

/** Runs of capitalised words that end in a body's last word: "Westminster Magistrates’ Court", "Ministry of Public Works". */
function addMissedBodies(annotated: AnnotatedReport, names: readonly RawName[], capitals: Capitals): RawName[] {
  const { tokens, sentenceOf, upos } = annotated;
  const covered = new Map<number, RawName>();
  for (const name of names) for (let i = name.firstToken; i < name.endToken; i++) covered.set(i, name);
  const added: RawName[] = [];
  const replaced = new Set<RawName>();
  for (let i = 1; i < tokens.length; i++) {
    if (capitals.isCapital[i] !== 1 || !BODY_LAST_WORDS.has(lower(tokens[i]!.text))) continue;
    if (capitals.isMid[i] !== 1 || isCapitalRunOn(annotated, capitals, i)) continue;
    let first = i;
    while (first > 0 && sentenceOf[first - 1] === sentenceOf[i]) {
      const before = first - 1;
      if (
        capitals.isCapital[before] === 1 &&
        (capitals.isMid[before] === 1 || upos[before] === "PROPN" || upos[before] === "ADJ")
      ) {
        first = before;
      } else if (
        /^(?:of|for|and|&|['’]s?)$/.test(tokens[before]!.text) &&
        before > 0 &&
        capitals.isCapital[before - 1] === 1 &&
        (tokens[before]!.text !== "and" || upos[i] === "PROPN") &&
        (capitals.isMid[before - 1] === 1 || upos[before - 1] === "PROPN")
      ) {
        first = before - 1;
      } else break;
    }
    while (first < i && (upos[first] === "DET" || isTitleWord(tokens[first]!.text))) first++;
    if (first === i) continue;
    const inside = new Set<RawName>();
    for (let at = first; at <= i; at++) {
      const name = covered.get(at);
      if (name !== undefined) inside.add(name);
    }
    // A name that reaches past the run, a person, or "X’s Y" with a body before: leave what the annotator found.
    if ([...inside].some((name) => name.firstToken < first || name.endToken > i + 1 || name.kind === "person"))
      continue;
    if ([...inside].some((name) => name.firstToken === first && name.endToken === i + 1)) continue;
    if (
      [...inside].some(
        (name) => isPossessive(tokens[name.endToken]?.text) && name.endToken <= i && isBodyName(annotated, name),
      )
    )
      continue;
    for (const name of inside) replaced.add(name);
    added.push({ firstToken: first, endToken: i + 1, kind: "organisation" });
  }
  return [...names.filter((name) => !replaced.has(name)), ...added].sort((a, b) => a.firstToken - b.firstToken);
}

function isPossessive(word: string | undefined): boolean {
  return word !== undefined && /^['’]s?$/.test(word);
}

function isCapitalRunOn(annotated: AnnotatedReport, capitals: Capitals, i: number): boolean {
  return capitals.isCapital[i + 1] === 1 && annotated.sentenceOf[i + 1] === annotated.sentenceOf[i];
}

interface Capitals {
  readonly isCapital: Uint8Array;
  /** A capital that grammar does not ask for: not at the start of a sentence or quotation, nor in a title-case line. */
  readonly isMid: Uint8Array;
}

function readCapitals(annotated: AnnotatedReport): Capitals {
  const { tokens, sentences } = annotated;
  const isCapital = new Uint8Array(tokens.length);
  const isMid = new Uint8Array(tokens.length);
  for (const sentence of sentences) {
    let words = 0;
    let capitals = 0;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const { text } = tokens[i]!;
      if (!/^\p{L}/u.test(text)) continue;
      words++;
      if (!/^\p{Lu}/u.test(text)) continue;
      capitals++;
      isCapital[i] = 1;
    }
    if (words > 4 && capitals > words * 0.65) continue;
    let isStart = true;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const { text } = tokens[i]!;
      if (/^[:“"‘([•—–]$/.test(text)) isStart = true;
      else if (/^[\p{L}\p{N}]/u.test(text)) {
        if (isCapital[i] === 1 && !isStart) isMid[i] = 1;
        isStart = false;
      }
    }
  }
  return { isCapital, isMid };
}

function isTitleWord(word: string): boolean {
  const bare = lower(word);
  return HONORIFICS.has(bare) || RANK_WORDS.has(bare);
}

function lower(word: string): string {
  return word.toLowerCase().replace(/\.$/, "");
}
