import { ROLE_NOUNS } from "../lexicons/roles.ts";
import { HONORIFICS } from "../lexicons/titles.ts";
import { bareWord } from "../text/bare-word.ts";
import type { AnnotatedReport } from "./layers.ts";
import { isPersonNoun, isRank } from "./person-nouns.ts";

/** Tokens before a name that are looked through for the noun that its bearer is tied to. */
const FARTHEST = 14;

/**
 * Whether a person's name belongs to whom the noun before is tied to, or may do so.
 *
 * > | an aide to former minister Ann Ray         relatives of the driver, Bo Quill,         the father of the girl, Amy Hill,
 *                              ^^^^^^^                                   ^^^^^^^^                                   ^^^^^^^^
 * > | not: the head of the union, Ann Ray,       minister of information Ann Ray            the mother of Ann Ray, Eve Ray,
 */
export function isTiedToAnother(annotated: AnnotatedReport, nameStart: number): boolean {
  const { tokens, upos, xpos, sentenceOf } = annotated;
  let start = nameStart;
  while (isTitle(tokens[start - 1]?.text ?? "")) start--;
  const isApposed = tokens[start - 1]?.text === ",";
  const inner = isApposed ? start - 2 : start - 1;
  let tie = inner;
  while (tie > start - FARTHEST && sentenceOf[tie] === sentenceOf[nameStart] && isWithinPhrase(annotated, tie)) tie--;
  if (sentenceOf[tie] !== sentenceOf[nameStart] || !TIE.test(tokens[tie]?.text ?? "")) return false;
  // "one of the residents, Ann Ray,": she is the one, unless that one is tied to somebody in turn.
  if (/^(?:one|two|some|both)$/i.test(tokens[tie - 1]?.text ?? "") && xpos[inner] === "NNS")
    return TIE.test(tokens[tie - 2]?.text ?? "");
  const noun = tokens[tie - 1]?.text.toLowerCase() === "close" ? tie - 2 : tie - 1;
  const isSeveral = isPluralOfPerson(tokens[noun]?.text ?? "");
  if (upos[noun] !== "NOUN" && !isSeveral) return false;
  // "Relatives of" somebody are not one person.
  if (xpos[noun] === "NNS" || isSeveral) return true;
  if (!isApposed && (start < nameStart || inner === tie || isPersonNoun(annotated, inner))) return true;
  if (!isPersonNoun(annotated, noun) && !TIED_NOUNS.test(tokens[noun]!.text)) return false;
  return inner > tie && xpos[inner] !== "NNS" && isPersonNoun(annotated, inner);
}

const TIE = /^(?:of|to|for|with|about)$/i;

/** "Aides": a tagger takes it for a name where a sentence begins with it. */
function isPluralOfPerson(word: string): boolean {
  const singular = word.toLowerCase().replace(/ies$/, "y").replace(/s$/, "");
  return singular !== word.toLowerCase() && (ROLE_NOUNS.has(singular) || TIED_NOUNS.test(singular));
}

/** Nouns for one person that only say whose. */
const TIED_NOUNS =
  /^(?:relative|friend|ally|associate|colleague|supporter|bodyguard|source|follower|confidante?|rival)$/i;

function isTitle(word: string): boolean {
  return HONORIFICS.has(bareWord(word)) || (/^\p{Lu}/u.test(word) && isRank(word));
}

function isWithinPhrase({ upos, xpos, deprels, tokens }: AnnotatedReport, at: number): boolean {
  const word = tokens[at]?.text ?? "";
  if (TIE.test(word) || /^[,;:.()]$/.test(word)) return false;
  if (deprels[at] === "amod") return true;
  return /^(?:NOUN|ADJ|DET|NUM|PROPN)$/.test(upos[at] ?? "") || /^(?:VBN|VBG|PRP\$|HYPH|POS|,)$/.test(xpos[at] ?? "");
}
