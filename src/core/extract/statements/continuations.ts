import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { StatementDraft } from "./draft.ts";
import { type QuoteMap, runSpan, type TokenQuotation } from "./quote-map.ts";

/**
 * Gives a quotation that stands as its own sentence, without a cue, to the statement right before it.
 *
 * > | “We will march,” Ann Ray said. “Nothing will stop us.”
 *     ^^^^^^^^^^^^^^^^                ^^^^^^^^^^^^^^^^^^^^^^^ both are content of one statement
 *
 * A quotation that opens a paragraph goes on only from a quotation that closes the paragraph before it, or from a
 * sentence there that quotes. Others stay without a speaker and leave a diagnostic.
 */
export function continueQuotations(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  drafts: readonly StatementDraft[],
): { drafts: StatementDraft[]; loose: TokenQuotation[] } {
  const grown = drafts.map((draft) => ({ ...draft, content: [...draft.content], quotations: [...draft.quotations] }));
  const owner = new Map<number, (typeof grown)[number]>();
  for (const draft of grown) {
    if (quotes.at[draft.predicate] !== -1) continue;
    for (const quotation of draft.quotations) owner.set(quotation, draft);
  }
  const loose: TokenQuotation[] = [];
  for (const quotation of quotes.outermost) {
    const { index, first } = quotation;
    if (owner.has(index) || isCovered(annotated, grown, quotation)) continue;
    const before = first - 1;
    const speaker =
      standsAlone(annotated, quotation) && before >= 0 && !isSubheading(annotated, quotation)
        ? speakerBefore(annotated, quotes, grown, owner, quotation)
        : null;
    if (speaker === null) {
      loose.push(quotation);
      continue;
    }
    speaker.content.push(...quotation.parts.map((part) => runSpan(annotated, part.first, part.last)));
    speaker.quotations.push(index);
    owner.set(index, speaker);
  }
  return { drafts: grown, loose };
}

/** Nothing but marks shares its sentences with the quotation. */
export function standsAlone(
  { sentences, sentenceOf, upos }: AnnotatedReport,
  { first, last }: TokenQuotation,
): boolean {
  for (let token = sentences[sentenceOf[first]!]!.firstToken; token < first; token++)
    if (upos[token] !== "PUNCT") return false;
  for (let token = last + 1; token < sentences[sentenceOf[last]!]!.endToken; token++)
    if (upos[token] !== "PUNCT") return false;
  return true;
}

/** "- ‘Will not quit’ -": a heading between paragraphs, as agencies print them. */
function isSubheading(annotated: AnnotatedReport, quotation: TokenQuotation): boolean {
  if (isCrosshead(annotated, quotation)) return true;
  const { sentences, sentenceOf, tokens } = annotated;
  const { first, last } = quotation;
  const { firstToken, endToken } = sentences[sentenceOf[first]!]!;
  const isDash = (token: number) => /^[-–—]+$/.test(tokens[token]!.text);
  return firstToken < first && last < endToken - 1 && isDash(firstToken) && isDash(endToken - 1);
}

/** Words of the longest line that is taken for a heading. */
const CROSSHEAD = 9;

/** ‘I was pushed’ alone in a paragraph, without a mark that ends it: a heading made of what somebody says further on. */
function isCrosshead({ sentences, sentenceOf, tokens }: AnnotatedReport, { first, last }: TokenQuotation): boolean {
  const sentence = sentenceOf[first]!;
  const { firstToken, endToken, paragraph } = sentences[sentence]!;
  const isWhole = first === firstToken && last === endToken - 1 && last - first - 1 <= CROSSHEAD;
  const isAlone = [sentence - 1, sentence + 1].every((at) => sentences[at]?.paragraph !== paragraph);
  return isWhole && isAlone && /^[\p{L}\d]/u.test(tokens[last - 1]?.text ?? ".");
}

function speakerBefore<D extends StatementDraft>(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  drafts: readonly D[],
  owner: ReadonlyMap<number, D>,
  quotation: TokenQuotation,
): D | null {
  const { sentences, sentenceOf } = annotated;
  const sentence = sentenceOf[quotation.first]!;
  const previous = sentences[sentence - 1];
  if (previous === undefined) return null;
  const sameParagraph = previous.paragraph === sentences[sentence]!.paragraph;
  const lastQuote = quotes.at[previous.endToken - 1] ?? -1;
  const quoting = lastQuote === -1 ? undefined : owner.get(lastQuote);
  if (quoting !== undefined) return quoting;
  const inPrevious = drafts.filter(
    (draft) =>
      sentenceOf[draft.predicate] === sentence - 1 && quotes.at[draft.predicate] === -1 && draft.source !== null,
  );
  if (sameParagraph) {
    const main =
      inPrevious.find((draft) => draft.quotations.length > 0) ??
      (inPrevious.length === 1 ? inPrevious[0] : inPrevious.find((draft) => isMainClause(annotated, draft.predicate)));
    return main ?? null;
  }
  if (previous.paragraph < sentences[sentence]!.paragraph - 1) return null;
  return inPrevious.find((draft) => draft.quotations.length > 0) ?? null;
}

function isMainClause(annotated: AnnotatedReport, predicate: number): boolean {
  const deprel = annotated.deprels[predicate]!;
  return deprel === "root" || deprel === "parataxis" || annotated.heads[predicate] === -1;
}

function isCovered(
  annotated: AnnotatedReport,
  drafts: readonly StatementDraft[],
  { first, last }: TokenQuotation,
): boolean {
  const start = annotated.tokens[first]!.start;
  const end = annotated.tokens[last]!.end;
  return drafts.some(({ content }) => content.some((span) => span.start < end && start < span.end));
}
