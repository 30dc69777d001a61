import type { SegmentedReport } from "../segment/segmented-report.ts";
import { childrenOf } from "./children-of.ts";
import type {
  AnnotatedReport,
  Annotator,
  Attribution,
  ContentOdds,
  EventWords,
  NameMention,
  ReportLayers,
  SentenceName,
  SentenceSyntax,
  Upos,
  WordSentence,
} from "./layers.ts";
import { findPhrasalNames, type TokenRange } from "./phrasal-names.ts";
import { withToldKinds } from "./told-kinds.ts";

/**
 * Asks the annotator for the layers of each sentence and joins them into layers of the whole report: heads become
 * report-wide token indices and names get spans of the text.
 *
 * @throws RangeError when the annotator returns a layer that does not fit the sentence it was given.
 */
export async function annotateReport(segmented: SegmentedReport, annotator: Annotator): Promise<AnnotatedReport> {
  const phrasal = findPhrasalNames(segmented);
  let next = 0;
  const joined = segmented.sentences.map(({ firstToken, endToken, paragraph }) => {
    const ranges: TokenRange[] = [];
    while (next < phrasal.length && phrasal[next]!.firstToken < endToken) ranges.push(phrasal[next++]!);
    const whole = segmented.tokens.slice(firstToken, endToken).map((token) => token.text);
    return { whole, ranges, firstToken, paragraph, ...joinWords(whole, ranges, firstToken) };
  });
  const read = await annotator.annotate(joined);
  const layers = { ...read, sentences: withToldKinds(joined, read.sentences) };
  return joinLayers(segmented, joined, layers);
}

/** A sentence before and after its phrasal names were joined. */
interface JoinedSentence extends WordSentence {
  readonly whole: readonly string[];
  readonly ranges: readonly TokenRange[];
  readonly firstToken: number;
  /** The first token of each word within the sentence, and the end. */
  readonly starts: readonly number[];
}

function joinLayers(
  segmented: SegmentedReport,
  joined: readonly JoinedSentence[],
  layers: ReportLayers,
): AnnotatedReport {
  const columns: TokenColumns = { upos: [], xpos: [], lemmas: [], heads: [], deprels: [], sentenceOf: [] };
  const names: NameMention[] = [];
  if (layers.sentences.length !== joined.length)
    throw new RangeError(`Layers of ${layers.sentences.length} sentences do not fit a report of ${joined.length}`);
  joined.forEach(({ words, whole, ranges, firstToken, starts }, index) => {
    const { syntax, names: found } = layers.sentences[index]!;
    checkSyntax(syntax, words.length);
    appendSyntax(columns, ranges.length === 0 ? syntax : spreadSyntax(syntax, starts, whole), firstToken, index);
    const spread = found.map((name) => spreadName(name, starts));
    for (const name of withJoinedNames(spread, ranges, firstToken)) {
      names.push(nameMention(segmented, firstToken, whole.length, name));
    }
  });
  const tokensOf = tokensOfWords(joined);
  const attributions = layers.attributions && spreadAttributions(layers.attributions, tokensOf);
  const eventWords = layers.eventWords && spreadEventWords(layers.eventWords, tokensOf);
  // Written out, not spread: objects of one shape keep the compiled code of all that reads them valid.
  const { report, tokens, sentences, quotations } = segmented;
  return {
    report,
    tokens,
    sentences,
    quotations,
    upos: columns.upos,
    xpos: columns.xpos,
    lemmas: columns.lemmas,
    heads: columns.heads,
    deprels: columns.deprels,
    children: childrenOf(columns.heads),
    sentenceOf: columns.sentenceOf,
    names,
    attributions,
    eventWords,
  };
}

/** The syntax of all tokens so far, an entry a token. */
interface TokenColumns {
  readonly upos: Upos[];
  readonly xpos: string[];
  readonly lemmas: string[];
  readonly heads: number[];
  readonly deprels: string[];
  readonly sentenceOf: number[];
}

function appendSyntax(columns: TokenColumns, syntax: SentenceSyntax, firstToken: number, sentence: number): void {
  const { upos, xpos, lemmas, heads, deprels } = syntax;
  for (let i = 0; i < upos.length; i++) {
    const head = heads[i]!;
    columns.upos.push(upos[i]!);
    columns.xpos.push(xpos[i]!);
    columns.lemmas.push(lemmas[i]!);
    columns.heads.push(head < 0 ? -1 : head + firstToken);
    columns.deprels.push(deprels[i]!);
    columns.sentenceOf.push(sentence);
  }
}

/** Log odds of an edge within a word. */
const NEVER = -10;

/** The tokens of each word of the report; null where each word is one token. */
function tokensOfWords(joined: readonly JoinedSentence[]): readonly (readonly number[])[] | null {
  if (joined.every(({ ranges }) => ranges.length === 0)) return null;
  return joined.flatMap(({ words, starts, firstToken }) =>
    words.map((_, word) =>
      Array.from({ length: starts[word + 1]! - starts[word]! }, (_, i) => firstToken + starts[word]! + i),
    ),
  );
}

function spreadEventWords(
  events: readonly EventWords[],
  tokensOf: readonly (readonly number[])[] | null,
): readonly EventWords[] {
  if (tokensOf === null) return events;
  return events.map((one) => ({ ...one, first: tokensOf[one.first]![0]!, end: tokensOf[one.end - 1]!.at(-1)! + 1 }));
}

function spreadAttributions(
  attributions: readonly Attribution[],
  tokensOf: readonly (readonly number[])[] | null,
): readonly Attribution[] {
  if (tokensOf === null) return attributions;
  const spread = (words: readonly number[]) => words.flatMap((word) => tokensOf[word]!);
  const spreadOdds = ({ first, inside, begins, ends }: ContentOdds): ContentOdds => {
    const tokens = (odds: readonly number[], counts: (token: number, last: number) => boolean) =>
      odds.flatMap((value, i) =>
        tokensOf[first + i]!.map((_, token, all) => (counts(token, all.length - 1) ? value : NEVER)),
      );
    return {
      first: tokensOf[first]?.[0] ?? 0,
      inside: tokens(inside, () => true),
      begins: tokens(begins, (token) => token === 0),
      ends: tokens(ends, (token, last) => token === last),
    };
  };
  return attributions.map((one) => ({
    ...one,
    cue: spread(one.cue),
    source: spread(one.source),
    content: spread(one.content),
    addressee: spread(one.addressee),
    contentOdds: spreadOdds(one.contentOdds),
  }));
}

/** The words of a sentence with each phrasal name as one word; `starts` gives the first token of each, and the end. */
function joinWords(
  whole: readonly string[],
  joined: readonly TokenRange[],
  offset: number,
): { words: readonly string[]; starts: readonly number[] } {
  if (joined.length === 0) return { words: whole, starts: Array.from({ length: whole.length + 1 }, (_, i) => i) };
  const words: string[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const { firstToken, endToken } of joined) {
    for (; at < firstToken - offset; at++) {
      starts.push(at);
      words.push(whole[at]!);
    }
    starts.push(at);
    words.push(whole.slice(at, endToken - offset).join("-"));
    at = endToken - offset;
  }
  for (; at < whole.length; at++) {
    starts.push(at);
    words.push(whole[at]!);
  }
  return { words, starts: [...starts, whole.length] };
}

/** Gives the tokens of a joined word their own syntax: the first takes its place, the others hang from it as `flat`. */
function spreadSyntax(short: SentenceSyntax, starts: readonly number[], whole: readonly string[]): SentenceSyntax {
  const upos: Upos[] = [];
  const xpos: string[] = [];
  const lemmas: string[] = [];
  const heads: number[] = [];
  const deprels: string[] = [];
  short.upos.forEach((tag, word) => {
    const start = starts[word]!;
    const isJoined = starts[word + 1]! - start > 1;
    for (let token = start; token < starts[word + 1]!; token++) {
      const isFirst = token === start;
      upos.push(isJoined ? "PROPN" : tag);
      xpos.push(isJoined ? "NNP" : short.xpos[word]!);
      lemmas.push(isJoined ? whole[token]! : short.lemmas[word]!);
      heads.push(isFirst ? (short.heads[word]! < 0 ? -1 : starts[short.heads[word]!]!) : start);
      deprels.push(isFirst ? short.deprels[word]! : "flat");
    }
  });
  return { upos, xpos, lemmas, heads, deprels };
}

function spreadName(name: SentenceName, starts: readonly number[]): SentenceName {
  return { firstToken: starts[name.firstToken]!, endToken: starts[name.endToken]!, kind: name.kind };
}

/** Phrasal names are bodies; what the name finder made of them, or of words around them, gives way. */
function withJoinedNames(
  found: readonly SentenceName[],
  joined: readonly TokenRange[],
  offset: number,
): readonly SentenceName[] {
  if (joined.length === 0) return found;
  const own = joined.map(
    ({ firstToken, endToken }): SentenceName => ({
      firstToken: firstToken - offset,
      endToken: endToken - offset,
      kind: "organisation",
    }),
  );
  const others = found.filter(
    (name) => !own.some((one) => name.firstToken < one.endToken && one.firstToken < name.endToken),
  );
  return [...own, ...others].sort((a, b) => a.firstToken - b.firstToken);
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
