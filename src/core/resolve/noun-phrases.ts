import type { AnnotatedReport } from "../annotate/layers.ts";
import { PLACE_OF_ADJECTIVE } from "../lexicons/place-names.ts";
import type { Span } from "../text/span.ts";

/** What stands around a noun: enough to tell "the group" from "six people" from "a police spokesman". */
export interface NounPhrase {
  readonly head: number;
  readonly firstToken: number;
  readonly endToken: number;
  /** Singular of the head, lower case. */
  readonly noun: string;
  readonly plural: boolean;
  readonly form: "definite" | "demonstrative" | "possessed" | "indefinite" | "quantified" | "bare";
  /** Token that owns it ("Norwood Police’s letter"), or -1. */
  readonly possessor: number;
  /** Adjectives and nouns before the head, lower case, numbers and articles left out. */
  readonly modifiers: readonly string[];
  /** Those modifiers that are nouns and say what kind it is ("tourism" in "the tourism business"). */
  readonly classifiers: readonly string[];
  /** True for "the largest group", "the other company": one among several, not the one spoken of. */
  readonly isSelected: boolean;
}

/** Prepositions that belong to a number: "at least six people". */
const QUALIFIERS = /^(?:at (?:least|most)|(?:than|about|around|over|under|nearly|to|between) )/i;

const SELECTORS: ReadonlySet<string> = new Set(
  "same other first second third last next main only new different separate another rival similar".split(" "),
);

const DEFINITE: ReadonlySet<string> = new Set(["the"]);
const DEMONSTRATIVE: ReadonlySet<string> = new Set(["this", "that", "these", "those"]);
const INDEFINITE: ReadonlySet<string> = new Set(["a", "an", "another", "one"]);
const QUANTIFIERS: ReadonlySet<string> = new Set(
  "some many several few most all any no every each both more fewer numerous various other dozens hundreds thousands".split(
    " ",
  ),
);

/** Nouns that count or bundle the people named after "of": "hundreds of people", "a group of residents". */
const COUNTING_NOUNS: ReadonlySet<string> = new Set(
  `hundred thousand million dozen score ten number group crowd majority minority handful couple lot mob band gang team
   scores tens dozens hundreds thousands millions lots hordes throngs swarm throng section bulk half third quarter rest total pair trio`.split(
    /\s+/,
  ),
);

export function readNounPhrase(annotated: AnnotatedReport, head: number): NounPhrase {
  const { tokens, upos, xpos, deprels, children } = annotated;
  let firstToken = head;
  let form: NounPhrase["form"] | null = null;
  let possessor = -1;
  const modifiers: string[] = [];
  const classifiers: string[] = [];
  let isSelected = false;
  for (const child of children[head] ?? []) {
    if (child > head) continue;
    const deprel = deprels[child]!;
    const word = tokens[child]!.text.toLowerCase();
    const left = leftEdge(annotated, child);
    if (deprel === "det" || upos[child] === "DET") {
      if (DEFINITE.has(word)) form ??= "definite";
      else if (DEMONSTRATIVE.has(word)) form ??= "demonstrative";
      else if (INDEFINITE.has(word)) form ??= "indefinite";
      else form = "quantified";
    } else if (deprel === "nmod:poss") {
      possessor = child;
      form ??= "possessed";
    } else if (deprel === "nummod" || upos[child] === "NUM") {
      if (form === null || form === "indefinite") form = "quantified";
    } else if (deprel === "amod" && QUANTIFIERS.has(word)) {
      form ??= "quantified";
    } else if (deprel === "amod" || deprel === "compound" || deprel === "nmod:desc" || deprel === "flat") {
      modifiers.push(word);
      if (deprel === "compound" || upos[child] === "NOUN") classifiers.push(word);
      if (xpos[child] === "JJS" || SELECTORS.has(word)) isSelected = true;
    } else if (deprel !== "nmod" && deprel !== "advmod") {
      continue;
    }
    firstToken = Math.min(firstToken, left);
  }
  for (let i = head - 1; i >= firstToken; i--) {
    // A comma, quotation mark or preposition inside means that the parser ran two phrases into one.
    const isCase =
      upos[i] === "ADP" && deprels[i] === "case" && !QUALIFIERS.test(`${tokens[i]!.text} ${tokens[i + 1]!.text}`);
    if (/^[,;:()“”"«»]$/.test(tokens[i]!.text) || isCase) firstToken = i + 1;
  }
  const plural =
    /^NNP?S$/.test(xpos[head] ?? "") || (possibleUnmarkedPlural(tokens[head]!.text) && form !== "indefinite");
  return {
    head,
    firstToken,
    endToken: head + 1,
    noun: singularOf(annotated, head),
    plural,
    form: form ?? "bare",
    possessor,
    modifiers,
    classifiers,
    isSelected,
  };
}

/** The people noun that a counting noun counts ("people" in "hundreds of people"), or the head itself. */
export function countedHead(annotated: AnnotatedReport, head: number): number {
  const { tokens, deprels, children, upos } = annotated;
  const word = tokens[head]!.text.toLowerCase();
  if (!COUNTING_NOUNS.has(word) && upos[head] !== "NUM" && !QUANTIFIERS.has(word)) return head;
  for (const child of children[head] ?? []) {
    if (child < head || !deprels[child]!.startsWith("nmod") || upos[child] !== "NOUN") continue;
    if (children[child]!.some((one) => tokens[one]!.text.toLowerCase() === "of")) return child;
  }
  return head;
}

/** The words of the phrase with what it counts, without article. */
export function describePhrase(annotated: AnnotatedReport, phrase: NounPhrase, keepArticle: boolean): string {
  const { tokens, report, upos } = annotated;
  const counted = countedHead(annotated, phrase.head);
  const end = endOfComplement(annotated, counted > phrase.head ? counted + 1 : phrase.endToken);
  let first = phrase.firstToken;
  while (first < phrase.head && upos[first] === "PUNCT") first++;
  if (!keepArticle) {
    while (first < phrase.head && /^(?:the|a|an|this|that|these|those)$/i.test(tokens[first]!.text)) first++;
  }
  const words = report.text.slice(tokens[first]!.start, tokens[end - 1]!.end).replace(/\s+/g, " ");
  const lead = tokens[first]!.text.toLowerCase();
  const isName =
    upos[first] === "PROPN" ||
    /^\p{Lu}{2}/u.test(words) ||
    PLACE_OF_ADJECTIVE.has(lead) ||
    isPartOfName(annotated, first, phrase.head);
  return isName ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** "Costa Rican investigators", "New York couple": the next word has a capital too. "Two Londoners" opens with a number. */
function isPartOfName({ tokens, upos }: AnnotatedReport, first: number, head: number): boolean {
  if (first >= head || upos[first] === "NUM" || upos[first] === "DET" || upos[first] === "PRON") return false;
  return /^\p{Lu}\p{Ll}/u.test(tokens[first + 1]!.text);
}

/** "members of the House of Commons": an "of" phrase belongs to the description, up to the next verb or comma. */
function endOfComplement(annotated: AnnotatedReport, at: number): number {
  const { tokens, upos, sentenceOf } = annotated;
  if (tokens[at]?.text !== "of" || sentenceOf[at] !== sentenceOf[at - 1]) return at;
  let end = at + 1;
  while (end < tokens.length && end < at + 9 && sentenceOf[end] === sentenceOf[at]) {
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(upos[end]!) && tokens[end]!.text !== "of") break;
    end++;
  }
  while (end > at && !/^(?:NOUN|PROPN|NUM)$/.test(upos[end - 1]!)) end--;
  return end > at + 1 ? end : at;
}

/** Text span of tokens `first` to `end` (excluded). */
export function tokenSpan(annotated: AnnotatedReport, first: number, end: number): Span {
  return { start: annotated.tokens[first]!.start, end: annotated.tokens[end - 1]!.end };
}

/** Leftmost token of the subtree, looked for eight levels deep at most. */
function leftEdge(annotated: AnnotatedReport, token: number): number {
  let edge = token;
  for (let depth = 0; depth < 8; depth++) {
    const first = annotated.children[edge]?.[0];
    if (first === undefined || first >= edge) break;
    edge = first;
  }
  return edge;
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["men", "man"],
  ["women", "woman"],
  ["children", "child"],
  ["policemen", "policeman"],
  ["spokesmen", "spokesman"],
  ["spokeswomen", "spokeswoman"],
  ["spokespeople", "spokesperson"],
  ["firemen", "fireman"],
  ["fishermen", "fisherman"],
  ["businessmen", "businessman"],
  ["gunmen", "gunman"],
  ["passers-by", "passer-by"],
  ["media", "media"],
]);

function singularOf(annotated: AnnotatedReport, head: number): string {
  const word = annotated.tokens[head]!.text.toLowerCase();
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (!/^NNP?S$/.test(annotated.xpos[head] ?? "")) return word;
  const lemma = annotated.lemmas[head]?.toLowerCase();
  if (lemma !== undefined && lemma !== word && lemma !== "") return lemma;
  if (/[^s]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, "");
}

function possibleUnmarkedPlural(word: string): boolean {
  return /^(?:people|police|staff|personnel|crew|media|clergy|youth)$/i.test(word);
}
