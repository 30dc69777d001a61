import type { AnnotatedReport, NameKind } from "../annotate/layers.ts";
import { isGivenName } from "../lexicons/given-names.ts";
import { BODY_LAST_WORDS, LAW_LAST_WORDS, PLACE_FIRST_WORDS, PLACE_LAST_WORDS } from "../lexicons/name-parts.ts";
import { ROLE_NOUNS } from "../lexicons/roles.ts";
import { HONORIFICS, RANK_WORDS } from "../lexicons/titles.ts";
import { bareWord } from "../text/bare-word.ts";

/** A run of tokens that is a name. */
export interface RawName {
  readonly firstToken: number;
  readonly endToken: number;
  readonly kind: NameKind;
}

/** "Sir", "Detective", "Minister": stands before a name and is no part of it. */
export function isTitleWord(word: string): boolean {
  const bare = bareWord(word);
  return HONORIFICS.has(bare) || RANK_WORDS.has(bare);
}

export function isRoleWord(word: string): boolean {
  const bare = bareWord(word);
  return ROLE_NOUNS.has(bare) || RANK_WORDS.has(bare);
}

export function isPossessiveMark(word: string | undefined): boolean {
  return word !== undefined && /^['’]s?$/.test(word);
}

export function endsLikeBody(annotated: AnnotatedReport, name: RawName): boolean {
  return BODY_LAST_WORDS.has(bareWord(annotated.tokens[name.endToken - 1]!.text));
}

/** What the last or first word of a name says beats the annotator, unless a given name stands first. */
export function kindByParts(annotated: AnnotatedReport, name: RawName): NameKind {
  const { tokens } = annotated;
  if (name.endToken - name.firstToken < 2) return name.kind;
  const first = bareWord(tokens[name.firstToken]!.text);
  const last = bareWord(tokens[name.endToken - 1]!.text);
  if (LAW_LAST_WORDS.has(last) && name.endToken - name.firstToken > 2) return "other";
  // "Karl Marx Avenue" and "Bill Gates Foundation" begin in a given name and are nobody's.
  if (isGivenName(first) && name.kind === "person") {
    if (name.endToken - name.firstToken < 3) return "person";
    if (PLACE_LAST_WORDS.has(last)) return "place";
    return endsLikeBody(annotated, name) ? "organisation" : "person";
  }
  if (LAW_LAST_WORDS.has(last)) return "other";
  if (name.kind !== "person" && PLACE_FIRST_WORDS.has(first)) return "place";
  if (endsLikeBody(annotated, name)) return "organisation";
  if (PLACE_LAST_WORDS.has(last) && name.kind !== "organisation") return "place";
  return name.kind;
}

export const CALENDAR_WORDS =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|covid|coronavirus|internet)$/;

/** "Parish | council chairman Ann Ray": a capital of the sentence, and what kind of council. */
export function isKindOfOffice({ tokens, sentences, sentenceOf }: AnnotatedReport, token: number): boolean {
  if (sentences[sentenceOf[token]!]!.firstToken !== token) return false;
  return KINDS_OF_OFFICE.test(tokens[token]!.text) && OFFICES.test(tokens[token + 1]?.text ?? "");
}

const KINDS_OF_OFFICE = /^(?:Parish|Borough|County|City|Town|Village|District|Ward|State|School|Church|Local)$/;
const OFFICES = /^(?:council|councillor|councilor|school|hall|board|police|official|officer|leader|mayor|lawmaker)s?$/;
