import type { AnnotatedReport, NameKind } from "../annotate/layers.ts";
import { FIRST_NAME_HONORIFICS, type Gender, HONORIFICS } from "../lexicons/titles.ts";
import { bareWord } from "../text/bare-word.ts";
import { readCapitals } from "./capitals.ts";
import { findKnownNames, findWholeNames } from "./known-names.ts";
import { nameKey } from "./name-keys.ts";
import { repairNames } from "./name-repair.ts";
import { isRoleWord, isTitleWord } from "./name-words.ts";
import { isKnownGivenName } from "./person-names.ts";

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
  const capitals = readCapitals(annotated);
  const raw = repairNames(annotated, capitals);
  const words = annotated.tokens.map(({ text }) => (text.includes("’") ? text.replace(/’/g, "'") : text));
  // Names known whole first: the annotator may have seen only half of one.
  for (const name of [...findWholeNames(annotated, words, raw), ...raw]) {
    const form = trimName(annotated, name.firstToken, name.endToken, name.kind);
    if (form === null || isTaken(taken, form.firstToken, form.endToken)) continue;
    take(taken, form);
    forms.push(form);
  }
  for (const name of findKnownNames(annotated, words, capitals, forms, taken)) {
    const form = trimName(annotated, name.firstToken, name.endToken, name.kind);
    if (form !== null) forms.push(form);
  }
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
      if (first === end - 2 && isKnownGivenName(bareWord(tokens[first]!.text))) break;
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
  // "Secretary of Justice Ann Ray": the word belongs to the post.
  if (tokens[titleToken - 1]?.text === "of" && isRoleWord(tokens[titleToken - 2]?.text ?? ""))
    titleToken = form.firstToken;
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
