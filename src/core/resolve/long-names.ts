import type { AnnotatedReport } from "../annotate/layers.ts";
import { OF_BODY_WORDS } from "../lexicons/name-parts.ts";
import { ROLE_NOUNS } from "../lexicons/roles.ts";
import { bareWord } from "../text/bare-word.ts";
import type { Capitals } from "./capitals.ts";
import { CALENDAR_WORDS, isTitleWord } from "./name-words.ts";

/** Where "of Public Works and Transport" ends, from the token after the body's first word; that token when it is no part. */
export function endOfLongName(annotated: AnnotatedReport, start: number, capitals: Capitals): number {
  const { tokens, sentenceOf } = annotated;
  const isLink = (i: number) => /^(?:of|for|on|to|and|the|&)$/.test(tokens[i]?.text ?? "");
  let end = start;
  while (end < tokens.length && end < start + 12 && sentenceOf[end] === sentenceOf[start - 1]) {
    let next = end;
    while (next < end + 2 && isLink(next)) next++;
    if (capitals.isMid[next] !== 1 || sentenceOf[next] !== sentenceOf[start - 1]) break;
    if (CALENDAR_WORDS.test(bareWord(tokens[next]!.text))) break;
    if (tokens[next - 1]!.text === "and" && OF_BODY_WORDS.has(bareWord(tokens[next]!.text))) break;
    if (end === start && !/^(?:of|for|on|to)$/.test(tokens[start]!.text)) break;
    if (isTitleWord(tokens[next]!.text) && ROLE_NOUNS.has(bareWord(tokens[next]!.text))) break;
    end = next + 1;
  }
  return end;
}
