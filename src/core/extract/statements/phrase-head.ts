import type { AnnotatedReport } from "../../annotate/layers.ts";
import { isTiedToAnother } from "../../annotate/tied-names.ts";
import { HONORIFICS } from "../../lexicons/titles.ts";

/** "trade union Aslef general secretary Mick Whelan": a description that ends in a person's name is that person's. */
export function personNamedLast(annotated: AnnotatedReport, [first, last]: readonly [number, number]): number | null {
  const { names, tokens, upos } = annotated;
  const end = tokens[last]!.text === "," ? last : last + 1;
  const name = names.find(
    ({ firstToken, endToken, kind }) => kind === "person" && firstToken > first && endToken === end,
  );
  if (name === undefined) return null;
  for (let token = first; token < name.firstToken; token++) {
    if (/^(CCONJ|VERB)$/.test(upos[token]!) || /^(who|which|that)$/i.test(tokens[token]!.text)) return null;
  }
  if (isTiedToAnother(annotated, name.firstToken)) return null;
  // "aides to Mr Ray"
  let before = name.firstToken - 1;
  while (before > first && HONORIFICS.has(tokens[before]!.text.toLowerCase().replace(/\.$/, ""))) before--;
  return upos[before] === "DET" || isPreposition(tokens[before]!.text, upos[before]!) ? null : name.endToken - 1;
}

/** Taggers take the "to" of "aides to Ann Ray" for that of a verb now and then. */
function isPreposition(word: string, tag: string): boolean {
  return tag === "ADP" || word.toLowerCase() === "to";
}

/** The token of a phrase that hangs from outside it. */
export function headOfPhrase(annotated: AnnotatedReport, [first, last]: readonly [number, number]): number {
  for (let token = first; token <= last; token++) {
    const head = annotated.heads[token]!;
    if ((head < first || head > last) && /^(NOUN|PROPN|PRON|NUM)$/.test(annotated.upos[token]!)) return token;
  }
  return last;
}
