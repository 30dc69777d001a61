import type { AnnotatedReport, NameKind } from "../annotate/layers.ts";
import { KNOWN_PLACES } from "../lexicons/place-names.ts";
import { PUBLIC_BODIES } from "../lexicons/public-bodies.ts";
import { FIRST_NAME_HONORIFICS, type Gender, HONORIFICS } from "../lexicons/titles.ts";
import { nameKey } from "./name-keys.ts";
import { repairNames } from "./name-repair.ts";
import { bareWord, isTitleWord, type RawName } from "./name-words.ts";
import { genderOfGivenName } from "./person-names.ts";

/** A name as it stands in the text, without article, title or possessive mark. */
export interface NameForm {
  readonly firstToken: number;
  readonly endToken: number;
  readonly kind: NameKind;
  /** Words in lower case without dots, joined by blanks: what two equal names share. */
  readonly key: string;
  /** First of the titles written before it ("Sir", "Detective Chief Superintendent"), or `firstToken`. */
  readonly titleToken: number;
  readonly gender: Gender | null;
  /** True after "Sir", "Prince" …, which go with a given name. */
  readonly byGivenName: boolean;
  /** True after "Mr", "Ms" …, which make the name a person's whatever the annotator says. */
  readonly addressed: boolean;
}

const PERSONAL_HONORIFICS: ReadonlySet<string> = new Set(
  "mr mrs ms miss mx sir dame dr prof professor mme mlle".split(" "),
);

/** The names of the report in text order, with those the annotator missed but the report or the word lists know. */
export function readNameForms(annotated: AnnotatedReport): readonly NameForm[] {
  const taken = new Uint8Array(annotated.tokens.length);
  const forms: NameForm[] = [];
  const raw = repairNames(annotated);
  // Names known whole first: the annotator may have seen only half of one.
  const whole = findWholeNames(annotated, raw);
  for (const name of [...whole, ...raw]) {
    const form = trimName(annotated, name.firstToken, name.endToken, name.kind);
    if (form === null || isTaken(taken, form.firstToken, form.endToken)) continue;
    take(taken, form);
    forms.push(form);
  }
  addKnownNames(annotated, forms, taken);
  forms.sort((a, b) => a.firstToken - b.firstToken);
  return forms.map((form, i) => withTitles(annotated, form, forms[i - 1]?.endToken ?? 0));
}

/** The form over these tokens, or null when nothing is left once titles and articles are cut. */
export function trimName(
  annotated: AnnotatedReport,
  firstToken: number,
  endToken: number,
  kind: NameKind,
): NameForm | null {
  const { tokens, upos } = annotated;
  let first = firstToken;
  let end = endToken;
  while (end > first && !/[\p{L}\p{N}.)!]$/u.test(tokens[end - 1]!.text)) end--;
  while (end > first && /^['’]s?$/.test(tokens[end - 1]!.text)) end--;
  while (first < end && (upos[first] === "DET" || !/^[\p{L}\p{N}(]/u.test(tokens[first]!.text))) first++;
  const nameStart = first;
  if (kind === "person") {
    while (first < end - 1 && isTitleWord(tokens[first]!.text)) {
      // "Dean Smith": a title that is somebody's given name.
      if (first === end - 2 && genderOfGivenName(bareWord(tokens[first]!.text)) !== null) break;
      first++;
    }
  }
  if (first >= end) return null;
  const words = tokens.slice(first, end).map((token) => token.text);
  return {
    firstToken: first,
    endToken: end,
    kind,
    key: nameKey(words),
    titleToken: Math.min(first, nameStart),
    gender: null,
    byGivenName: false,
    addressed: false,
  };
}

/** The form with the titles before it, which reach back to `limit` at most. */
function withTitles(annotated: AnnotatedReport, form: NameForm, limit: number): NameForm {
  const { tokens, sentenceOf } = annotated;
  let titleToken = form.titleToken;
  while (
    titleToken > limit &&
    sentenceOf[titleToken - 1] === sentenceOf[form.firstToken] &&
    isTitleWord(tokens[titleToken - 1]!.text) &&
    /^\p{Lu}/u.test(tokens[titleToken - 1]!.text)
  ) {
    titleToken--;
  }
  let { gender, byGivenName, addressed } = form;
  for (let i = titleToken; i < form.firstToken; i++) {
    const word = bareWord(tokens[i]!.text);
    gender = HONORIFICS.get(word) ?? gender;
    if (FIRST_NAME_HONORIFICS.has(word)) byGivenName = true;
    if (PERSONAL_HONORIFICS.has(word)) addressed = true;
  }
  return { ...form, titleToken, gender, byGivenName, addressed };
}

function isTaken(taken: Uint8Array, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (taken[i] === 1) return true;
  return false;
}

function take(taken: Uint8Array, form: NameForm): void {
  taken.fill(1, form.firstToken, form.endToken);
}

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
function findWholeNames(annotated: AnnotatedReport, raw: readonly RawName[]): readonly RawName[] {
  const whole = new Map<string, KnownName>();
  for (const name of raw) {
    if (name.endToken - name.firstToken < 2) continue;
    const words = annotated.tokens.slice(name.firstToken, name.endToken).map((token) => token.text.replace(/’/g, "'"));
    whole.set(words.join(" "), { words, kind: name.kind });
  }
  const ownNames = indexKnownNames([...whole.values()]);
  const longer = new Map<number, RawName>();
  for (const name of raw) for (let i = name.firstToken; i < name.endToken; i++) longer.set(i, name);
  const none = new Uint8Array(annotated.tokens.length);
  const found: RawName[] = [];
  for (let i = 0; i < annotated.tokens.length; i++) {
    const word = annotated.tokens[i]!.text.replace(/’/g, "'");
    const known = longestMatch(annotated, i, none, BODIES_BY_FIRST_WORD.get(word), ownNames.get(word));
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

function addKnownNames(annotated: AnnotatedReport, forms: NameForm[], taken: Uint8Array): void {
  const { tokens } = annotated;
  const kindsByKey = new Map<string, KnownName>();
  for (const form of forms) {
    const words = tokens.slice(form.firstToken, form.endToken).map((token) => token.text);
    if (form.kind === "person" && words.length > 1) {
      const surname = words.at(-1)!;
      if (surname.length > 2 && /^\p{Lu}/u.test(surname)) {
        kindsByKey.set(surname, { words: [surname], kind: "person" });
      }
    }
    if (words.length > 1 || words[0]!.length > 3 || /^\p{Lu}{2,}$/u.test(words[0]!))
      kindsByKey.set(words.join(" "), { words, kind: form.kind });
  }
  const ownNames = indexKnownNames([...kindsByKey.values()]);
  const smallWords = new Set(tokens.flatMap(({ text }) => (/^\p{Ll}/u.test(text) ? [text] : [])));
  for (let i = 0; i < tokens.length; i++) {
    if (taken[i] === 1) continue;
    const word = tokens[i]!.text.replace(/’/g, "'");
    const known =
      longestMatch(annotated, i, taken, ownNames.get(word), BODIES_BY_FIRST_WORD.get(word)) ?? knownPlace(annotated, i);
    if (known === null) continue;
    const single = known.words.length === 1;
    const isName = isNameTagged(annotated, i) || !smallWords.has(tokens[i]!.text.toLowerCase());
    if (single && (!isName || isPartOfName(annotated, i))) continue;
    const form = trimName(annotated, i, i + known.words.length, known.kind);
    if (form === null) continue;
    take(taken, form);
    forms.push(form);
    i = form.endToken - 1;
  }
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
  at: number,
  taken: Uint8Array,
  ...lists: readonly (readonly KnownName[] | undefined)[]
): KnownName | null {
  let best: KnownName | null = null;
  for (const list of lists) {
    for (const known of list ?? []) {
      if (best !== null && known.words.length <= best.words.length) continue;
      const matches = known.words.every(
        (word, offset) =>
          annotated.tokens[at + offset]?.text.replace(/’/g, "'") === word &&
          taken[at + offset] !== 1 &&
          annotated.sentenceOf[at + offset] === annotated.sentenceOf[at],
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
