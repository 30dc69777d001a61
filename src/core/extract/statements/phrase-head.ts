import type { AnnotatedReport } from "../../annotate/layers.ts";

/** "trade union Aslef general secretary Mick Whelan": a description that ends in a person's name is that person's. */
export function personNamedLast(
  { names, tokens, upos }: AnnotatedReport,
  [first, last]: readonly [number, number],
): number | null {
  const end = tokens[last]!.text === "," ? last : last + 1;
  const name = names.find(
    ({ firstToken, endToken, kind }) => kind === "person" && firstToken > first && endToken === end,
  );
  if (name === undefined) return null;
  for (let token = first; token < name.firstToken; token++) {
    if (/^(CCONJ|VERB)$/.test(upos[token]!) || /^(who|which|that)$/i.test(tokens[token]!.text)) return null;
  }
  return upos[name.firstToken - 1] === "ADP" || upos[name.firstToken - 1] === "DET" ? null : name.endToken - 1;
}

/** The token of a phrase that hangs from outside it. */
export function headOfPhrase(annotated: AnnotatedReport, [first, last]: readonly [number, number]): number {
  for (let token = first; token <= last; token++) {
    const head = annotated.heads[token]!;
    if ((head < first || head > last) && /^(NOUN|PROPN|PRON|NUM)$/.test(annotated.upos[token]!)) return token;
  }
  return last;
}
