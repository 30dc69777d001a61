import { firstTokenFrom } from "../../annotate/first-token-from.ts";
import type { AnnotatedReport } from "../../annotate/layers.ts";
import { runsOf, subtreeOf } from "../../annotate/tree.ts";
import type { Span } from "../../text/span.ts";
import type { QuoteMap, TokenQuotation } from "./quote-map.ts";

/**
 * Content words as an annotator gives them, made to obey what is certain: a quotation outside of which the cue stands is
 * taken whole or not at all; words in other sentences than the cue's are content only when they are quoted; and a run
 * does not end in the middle of a phrase.
 */
export function obeyStructure(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  content: readonly number[],
  cue: readonly [number, number],
): number[] {
  const home = annotated.sentenceOf[cue[0]]!;
  const inside = new Set(content);
  const kept = new Set<number>();
  const judged = new Map<number, boolean>();
  for (const token of content) {
    const quotation = quotes.outermost[quotes.at[token]!];
    if (quotation === undefined || quotes.at[token] === quotes.at[cue[0]]) {
      if (annotated.sentenceOf[token] === home) kept.add(token);
      continue;
    }
    const taken = judged.get(quotation.index) ?? coversMost(annotated, nearestPart(annotated, quotation, cue), inside);
    judged.set(quotation.index, taken);
    if (taken) for (const { first, last } of quotation.parts) for (let at = first; at <= last; at++) kept.add(at);
  }
  const blocked = (token: number) => token >= cue[0] && token <= cue[1];
  for (const [first, last] of runsOf([...kept].sort((a, b) => a - b))) {
    let next = last + 1;
    const isFree = (token: number) => !blocked(token) && quotes.at[token] === quotes.at[last];
    while (endsInPhrase(annotated, next, last) && isFree(next)) kept.add(next++);
    const clause = restrictingClause(annotated, first, next);
    if (clause.every(isFree)) for (const token of clause) kept.add(token);
  }
  return [...kept].sort((a, b) => a - b);
}

/** Words from `next` on of a clause that says which one a noun of the run is ("the bill | that was read on Monday"). */
function restrictingClause(annotated: AnnotatedReport, first: number, next: number): readonly number[] {
  const { deprels, heads, sentenceOf, children, tokens, upos } = annotated;
  // "an action | in which two boats sank", whatever the tree hangs the clause on.
  const relative = tokens[next + 1];
  if (upos[next] === "ADP" && /^(?:which|whom)$/i.test(relative?.text ?? "") && (heads[next + 1] ?? -1) > next)
    return subtreeOf(annotated, heads[next + 1]!).filter((token) => token >= next);
  for (let token = next - 1; token >= first && sentenceOf[token] === sentenceOf[next]; token--) {
    for (const child of children[token]!) {
      // "responsibility | for the attack" goes on with the noun that ends the run.
      const goesOn = deprels[child] === "acl:relcl" || (deprels[child] === "nmod" && token === next - 1);
      if (child < next || !goesOn || heads[child] !== token) continue;
      const clause = subtreeOf(annotated, child);
      if (clause[0] === next) return clause;
    }
  }
  return [];
}

/** Whether content holds some but not all words of a quotation outside of which the cue stands. */
export function tearsQuotation(
  { tokens, upos }: AnnotatedReport,
  quotes: QuoteMap,
  content: readonly Span[],
  cue: readonly [number, number],
): boolean {
  return quotes.outermost.some(({ index, parts }) => {
    if (index === quotes.at[cue[0]]) return false;
    let held = false;
    let missing = false;
    for (const { first, last } of parts) {
      for (let token = first; token <= last; token++) {
        if (upos[token] === "PUNCT") continue;
        const { start, end } = tokens[token]!;
        if (content.some((span) => span.start <= start && end <= span.end)) held = true;
        else missing = true;
      }
    }
    return held && missing;
  });
}

/** The part of a quotation over paragraphs that stands nearest to the cue: what is said of it holds for the others. */
export function nearestPart(
  { sentences, sentenceOf }: AnnotatedReport,
  { parts }: TokenQuotation,
  cue: readonly [number, number],
): QuotationPart {
  const paragraphOf = (token: number) => sentences[sentenceOf[token]!]!.paragraph;
  const home = paragraphOf(cue[0]);
  const distance = ({ first }: QuotationPart) => Math.abs(paragraphOf(first) - home);
  return parts.reduce((best, part) => (distance(part) < distance(best) ? part : best));
}

/**
 * Content without the words that lead in to a whole quotation, which are the reporter's.
 *
 * > | Holding up a book, Ray said, “Who wrote this?”
 *      ^^^^^^^^^^^^^^^^^ no content
 */
export function withoutLeadIn(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  content: readonly Span[],
  cue: readonly [number, number],
  source: readonly [number, number] | null,
): readonly Span[] {
  const { tokens, sentenceOf, sentences, xpos, lemmas } = annotated;
  if (source === null || source[0] > cue[0]) return content;
  let next = cue[1] + 1;
  while (next < tokens.length && /^[,:]$/.test(tokens[next]!.text)) next++;
  const quotation = quotes.outermost[quotes.at[next] ?? -1];
  const home = sentenceOf[cue[0]]!;
  if (quotation === undefined || quotation.first !== next || quotes.at[cue[0]] !== -1) return content;
  if (sentenceOf[next] !== home || !/^\p{Lu}/u.test(tokens[next + 1]?.text ?? "")) return content;
  const { firstToken } = sentences[home]!;
  const leadsIn = ({ start, end }: Span) => {
    const first = firstTokenFrom(annotated, start);
    if (first < firstToken || end > tokens[source[0]]!.start || quotes.at[first] !== -1) return false;
    // "The pier is lost, Ray said: “…”" begins with what he said.
    return first > firstToken || /^VB[GN]$/.test(xpos[first]!) || lemmas[first] === "ask";
  };
  return content.filter((span) => !leadsIn(span));
}

type QuotationPart = TokenQuotation["parts"][number];

/** More than half of the words. */
function coversMost(annotated: AnnotatedReport, { first, last }: QuotationPart, content: ReadonlySet<number>): boolean {
  let words = 0;
  let covered = 0;
  for (let token = first; token <= last; token++) {
    if (annotated.upos[token] === "PUNCT") continue;
    words++;
    if (content.has(token)) covered++;
  }
  return covered * 2 > words;
}

const PHRASE = /^(det|amod|compound|flat|nummod|case|aux|aux:pass|cop|nmod:poss|fixed|compound:prt|obj|mark)$/;

/** Whether the word after a run belongs to a phrase that the run has begun. */
function endsInPhrase({ heads, deprels, sentenceOf }: AnnotatedReport, next: number, last: number): boolean {
  if (next >= heads.length || sentenceOf[next] !== sentenceOf[last]) return false;
  const opens = heads[last]! >= next && PHRASE.test(deprels[last]!);
  const continues = heads[next] === last && PHRASE.test(deprels[next]!);
  return opens || continues;
}
