import type { SegmentedReport } from "../segment/segmented-report.ts";
import type { AnnotatedReport, Annotators, NameMention, SentenceName, SentenceSyntax, Upos } from "./layers.ts";

/**
 * Asks the annotators for the layers of each sentence and joins them into layers of the whole report: heads become
 * report-wide token indices and names get spans of the text.
 *
 * @throws RangeError when an annotator returns a layer that does not fit the sentence it was given.
 */
export function annotateReport(segmented: SegmentedReport, annotators: Annotators): AnnotatedReport {
  const upos: Upos[] = [];
  const xpos: string[] = [];
  const lemmas: string[] = [];
  const heads: number[] = [];
  const deprels: string[] = [];
  const sentenceOf: number[] = [];
  const names: NameMention[] = [];
  segmented.sentences.forEach((sentence, index) => {
    const { firstToken, endToken } = sentence;
    const words = segmented.tokens.slice(firstToken, endToken).map((token) => token.text);
    const syntax = annotators.syntax.annotateSyntax(words);
    checkSyntax(syntax, words.length);
    for (let i = 0; i < words.length; i++) {
      const head = syntax.heads[i]!;
      upos.push(syntax.upos[i]!);
      xpos.push(syntax.xpos[i]!);
      lemmas.push(syntax.lemmas[i]!);
      heads.push(head < 0 ? -1 : head + firstToken);
      deprels.push(syntax.deprels[i]!);
      sentenceOf.push(index);
    }
    for (const name of annotators.names.annotateNames(words, syntax)) {
      names.push(nameMention(segmented, firstToken, words.length, name));
    }
  });
  return { ...segmented, upos, xpos, lemmas, heads, deprels, children: childrenOf(heads), sentenceOf, names };
}

function checkSyntax(syntax: SentenceSyntax, length: number): void {
  for (const layer of [syntax.upos, syntax.xpos, syntax.lemmas, syntax.heads, syntax.deprels]) {
    if (layer.length !== length) {
      throw new RangeError(`A layer of ${layer.length} entries does not fit a sentence of ${length} tokens`);
    }
  }
}

function nameMention(segmented: SegmentedReport, offset: number, length: number, name: SentenceName): NameMention {
  if (name.firstToken < 0 || name.endToken <= name.firstToken || name.endToken > length) {
    throw new RangeError(`Name ${name.firstToken}–${name.endToken} is outside a sentence of ${length} tokens`);
  }
  const firstToken = name.firstToken + offset;
  const endToken = name.endToken + offset;
  return {
    start: segmented.tokens[firstToken]!.start,
    end: segmented.tokens[endToken - 1]!.end,
    firstToken,
    endToken,
    kind: name.kind,
  };
}

/** Every token's children in text order, because tokens are visited in text order. */
function childrenOf(heads: readonly number[]): number[][] {
  const children: number[][] = heads.map(() => []);
  heads.forEach((head, token) => {
    if (head >= 0) children[head]!.push(token);
  });
  return children;
}
