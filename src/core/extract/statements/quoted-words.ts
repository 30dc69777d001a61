import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { QuotedWords } from "../../record/record.ts";
import { runSpan, type TokenQuotation } from "./quote-map.ts";

/**
 * What quoted words are when the report names nobody who says them. Whole sentences are kept as `unattributed`: somebody
 * said them, and the reader must look who.
 */
export function classifyQuotedWords(annotated: AnnotatedReport, loose: readonly TokenQuotation[]): QuotedWords[] {
  return loose.flatMap((quotation): QuotedWords[] => {
    const span = runSpan(annotated, quotation.first, quotation.last);
    const words = [];
    for (let token = quotation.first; token <= quotation.last; token++) {
      if (annotated.upos[token] !== "PUNCT") words.push(token);
    }
    if (words.length === 0) return [];
    const sentence = words.length > MOST_WORDS || isSentence(annotated, quotation, words);
    return [{ span, kind: sentence ? "unattributed" : kindOf(annotated, quotation, words) }];
  });
}

/** More words than a title, a slogan or a term has. */
const MOST_WORDS = 12;

/** A verb of its own and a stop inside the marks. */
function isSentence({ upos, tokens }: AnnotatedReport, { last }: TokenQuotation, words: readonly number[]): boolean {
  const stopped = /^[.,!?…]$/.test(tokens[last - 1]?.text ?? "");
  return stopped && words.length > 2 && words.some((token) => upos[token] === "VERB" || upos[token] === "AUX");
}

function kindOf(annotated: AnnotatedReport, quotation: TokenQuotation, words: readonly number[]): QuotedWords["kind"] {
  const texts = words.map((token) => annotated.tokens[token]!.text);
  const before = annotated.tokens[quotation.first - 1]?.text.toLowerCase() ?? "";
  if (/^(called|dubbed|nicknamed|named|known|as)$/.test(before)) return "term";
  const capitals = texts.filter((text) => /^\p{Lu}/u.test(text)).length;
  const nameBeside = annotated.upos[quotation.first - 1] === "PROPN" && annotated.upos[quotation.last + 1] === "PROPN";
  if (nameBeside && words.length <= 3) return "nickname";
  if (/^(chant|chanting|chants|chanted|slogan|slogans|shout|shouting|shouted)$/.test(before)) return "slogan";
  if (words.length > 1 && capitals / words.length >= 0.6) return "title";
  return "scare-quotes";
}
