import type { AnnotatedReport, NameKind } from "../annotate/layers.ts";
import { KNOWN_PLACES } from "../lexicons/place-names.ts";
import { PUBLIC_BODIES } from "../lexicons/public-bodies.ts";
import type { Capitals } from "./capitals.ts";
import { isTitleWord, type RawName } from "./name-words.ts";

interface KnownName {
  readonly words: readonly string[];
  readonly kind: NameKind;
}

/** Second names of public bodies, by first word. Words such as "Fed" that are also plain words need a capital letter. */
const BODIES_BY_FIRST_WORD = indexKnownNames(
  PUBLIC_BODIES.flatMap((body) =>
    [body.name, ...body.also].map((name) => ({
      words: name.split(/ (?!')|(?=['’]s? )/).map((word) => word.replace(/’/g, "'")),
      kind: body.kind ?? "organisation",
    })),
  ),
);

/**
 * Names of two words or more that the word list of public bodies knows, or that the report writes whole elsewhere, where no
 * longer name of the annotator holds them.
 */
export function findWholeNames(
  annotated: AnnotatedReport,
  words: readonly string[],
  raw: readonly RawName[],
): readonly RawName[] {
  const whole = new Map<string, KnownName>();
  for (const name of raw) {
    if (name.endToken - name.firstToken < 2) continue;
    const nameWords = words.slice(name.firstToken, name.endToken);
    whole.set(nameWords.join(" "), { words: nameWords, kind: name.kind });
  }
  const ownNames = indexKnownNames([...whole.values()]);
  const longer = new Map<number, RawName>();
  for (const name of raw) for (let i = name.firstToken; i < name.endToken; i++) longer.set(i, name);
  const none = new Uint8Array(annotated.tokens.length);
  const found: RawName[] = [];
  for (let i = 0; i < annotated.tokens.length; i++) {
    const known = longestMatch(annotated, words, i, none, ownNames);
    if (known === null || known.words.length < 2) continue;
    const end = i + known.words.length;
    const first = longer.get(i);
    const last = longer.get(end - 1);
    const isHeld = (name: RawName | undefined) => name !== undefined && name.endToken - name.firstToken > end - i;
    if (!isHeld(first) && !isHeld(last)) found.push({ firstToken: i, endToken: end, kind: known.kind });
    i = end - 1;
  }
  return found;
}

/** Further mentions of names that the report has elsewhere, or the word lists, where no name was found. Fills `taken`. */
export function findKnownNames(
  annotated: AnnotatedReport,
  words: readonly string[],
  capitals: Capitals,
  names: readonly RawName[],
  taken: Uint8Array,
): readonly RawName[] {
  const known = new Map<string, KnownName>();
  for (const name of names) {
    const nameWords = words.slice(name.firstToken, name.endToken);
    const surname = nameWords.at(-1)!;
    if (name.kind === "person" && nameWords.length > 1 && surname.length > 2 && /^\p{Lu}/u.test(surname)) {
      known.set(surname, { words: [surname], kind: "person" });
    }
    if (nameWords.length > 1 || surname.length > 3 || /^\p{Lu}{2,}$/u.test(surname)) {
      known.set(nameWords.join(" "), { words: nameWords, kind: name.kind });
    }
  }
  const ownNames = indexKnownNames([...known.values()]);
  const found: RawName[] = [];
  for (let i = 0; i < words.length; i++) {
    if (taken[i] === 1) continue;
    const match = longestMatch(annotated, words, i, taken, ownNames) ?? knownPlace(annotated, i);
    if (match === null) continue;
    const isName = isNameTagged(annotated, i) || !capitals.smallWords.has(words[i]!.toLowerCase());
    if (match.words.length === 1 && (!isName || isPartOfName(annotated, i))) continue;
    const endToken = i + match.words.length;
    taken.fill(1, i, endToken);
    found.push({ firstToken: i, endToken, kind: match.kind });
    i = endToken - 1;
  }
  return found;
}

function knownPlace(annotated: AnnotatedReport, i: number): KnownName | null {
  const { text } = annotated.tokens[i]!;
  const isPlace = /^\p{Lu}\p{Ll}/u.test(text) && KNOWN_PLACES.has(text.toLowerCase()) && annotated.upos[i] === "PROPN";
  return isPlace ? { words: [text], kind: "place" } : null;
}

/** Taggers know "WHO" as a pronoun; capitals throughout, or a noun's tag in mid-sentence, are enough for a known name. */
function isNameTagged(annotated: AnnotatedReport, i: number): boolean {
  const { upos, tokens } = annotated;
  const tag = upos[i];
  return tag === "PROPN" || tag === "NOUN" || tag === "X" || /^\p{Lu}{3,}$/u.test(tokens[i]!.text);
}

/** A capitalised neighbour makes a lone word part of some longer name that nobody knows. */
function isPartOfName(annotated: AnnotatedReport, i: number): boolean {
  const { tokens, upos, sentenceOf } = annotated;
  const after = tokens[i + 1];
  if (after !== undefined && sentenceOf[i + 1] === sentenceOf[i] && upos[i + 1] === "PROPN") return true;
  const before = tokens[i - 1];
  return (
    before !== undefined && sentenceOf[i - 1] === sentenceOf[i] && upos[i - 1] === "PROPN" && !isTitleWord(before.text)
  );
}

function longestMatch(
  annotated: AnnotatedReport,
  words: readonly string[],
  at: number,
  taken: Uint8Array,
  ownNames: ReadonlyMap<string, readonly KnownName[]>,
): KnownName | null {
  const { sentenceOf } = annotated;
  const word = words[at]!;
  const own = ownNames.get(word);
  const bodies = BODIES_BY_FIRST_WORD.get(word);
  if (own === undefined && bodies === undefined) return null;
  let best: KnownName | null = null;
  for (const list of [own, bodies]) {
    if (list === undefined) continue;
    for (const known of list) {
      if (best !== null && known.words.length <= best.words.length) continue;
      const matches = known.words.every(
        (one, offset) =>
          words[at + offset] === one && taken[at + offset] !== 1 && sentenceOf[at + offset] === sentenceOf[at],
      );
      if (matches) best = known;
    }
  }
  return best;
}

function indexKnownNames(names: readonly KnownName[]): ReadonlyMap<string, readonly KnownName[]> {
  const byFirstWord = new Map<string, KnownName[]>();
  for (const name of names) {
    const first = name.words[0]!;
    const list = byFirstWord.get(first);
    if (list === undefined) byFirstWord.set(first, [name]);
    else list.push(name);
  }
  return byFirstWord;
}
