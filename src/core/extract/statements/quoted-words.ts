import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { QuotedWords } from "../../record/record.ts";
import { runSpan, type TokenQuotation } from "./quote-map.ts";

/** What quoted words are when nobody says them. A whole quoted sentence is left to the diagnostics. */
export function classifyQuotedWords(annotated: AnnotatedReport, loose: readonly TokenQuotation[]): QuotedWords[] {
  return loose.flatMap((quotation): QuotedWords[] => {
    const span = runSpan(annotated, quotation.first, quotation.last);
    const words = [];
    for (let token = quotation.first; token <= quotation.last; token++)
      if (annotated.upos[token] !== "PUNCT") words.push(token);
    if (words.length === 0 || words.length > 12) return [];
    return [{ span, kind: kindOf(annotated, quotation, words) }];
  });
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
