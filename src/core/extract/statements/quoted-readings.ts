import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childOf, isUnder } from "../../annotate/tree.ts";
import { type Reading, subjectOf } from "./predicates.ts";
import type { QuoteMap, TokenQuotation } from "./quote-map.ts";

/** A reading whose content is one or more whole quotations beside the predicate. */
export interface QuotedReading extends Reading {
  readonly quotations: readonly number[];
  /** Where the cue stands: after the quotation (“…,” she said), before it (She said: “…”), or grammar alone ties them. */
  readonly side: "after" | "before" | "grammar";
  /** Words that stand between cue and quotation, marks left out. */
  readonly gap: number;
}

const MAX_GAP = 14;

/** Verbs that stand beside a quotation as its cue may. One verb may take the quotations on both of its sides. */
export function readQuotedPredicates(annotated: AnnotatedReport, quotes: QuoteMap): QuotedReading[] {
  const byVerb = new Map<number, QuotedReading>();
  for (const quotation of quotes.outermost) {
    for (const found of [verbAfter(annotated, quotes, quotation), verbBefore(annotated, quotes, quotation)]) {
      if (found === null) continue;
      const earlier = byVerb.get(found.predicate);
      byVerb.set(
        found.predicate,
        earlier
          ? {
              ...earlier,
              quotations: [...earlier.quotations, quotation.index],
              content: [...earlier.content, ...found.content],
            }
          : found,
      );
    }
  }
  return [...byVerb.values()];
}

/** “…,” said Ann Ray · “…,” Ann Ray, the mayor, said · “…” – Ann Ray said */
function verbAfter(annotated: AnnotatedReport, quotes: QuoteMap, quotation: TokenQuotation): QuotedReading | null {
  const { sentenceOf, upos, tokens } = annotated;
  let words = 0;
  for (
    let token = quotation.last + 1;
    token < tokens.length && sentenceOf[token] === sentenceOf[quotation.last];
    token++
  ) {
    if (quotes.at[token] !== -1) return null;
    if (upos[token] === "VERB" && isFinite(annotated, token)) {
      const subject = subjectOf(annotated, token);
      const mine =
        subject !== null && subject.how === "own" && (subject.head > quotation.last || subject.head < quotation.first);
      // A relative clause inside the speaker's name ("Ray, who leads the group, said") is passed over.
      if (
        mine &&
        !annotated.deprels[token]!.startsWith("acl") &&
        !/^[.;]$/.test(tokens[quotation.last + 1]?.text ?? "")
      ) {
        const directly =
          words === 0 || wordsBetween(annotated, quotation.last, subjectStart(annotated, subject.head)) === 0;
        if (directly) return quoted(annotated, token, quotation, "after", words);
      }
      if (words > MAX_GAP) return null;
    }
    if (upos[token] !== "PUNCT") words++;
    if (words > 30 || (words === 0 && tokens[token]!.text === ".")) return null;
  }
  return null;
}

/** Ann Ray said: “…” · Ray told the paper that “…” · a banner reading “…” */
function verbBefore(annotated: AnnotatedReport, quotes: QuoteMap, quotation: TokenQuotation): QuotedReading | null {
  const { sentenceOf, upos, tokens } = annotated;
  const before = quotation.first - 1;
  if (before < 0) return null;
  const colon = tokens[before]!.text === ":";
  // A colon may end its own sentence when the quotation opens the next paragraph.
  if (sentenceOf[before] !== sentenceOf[quotation.first] && !colon) return null;
  let words = 0;
  for (let token = before; token >= 0 && sentenceOf[token] === sentenceOf[before]; token--) {
    if (quotes.at[token] !== -1 && quotes.at[token] !== quotation.index) return null;
    if (upos[token] === "VERB" || isSaysTag(annotated, token)) {
      const relative = annotated.deprels[token] === "acl:relcl" && !colon && words > 0;
      if (words <= 1 || colon || tiedByGrammar(annotated, token, quotation)) {
        if (!relative || words === 0)
          return quoted(annotated, token, quotation, words <= 1 || colon ? "before" : "grammar", words);
      }
      if (!colon) return null;
    }
    if (upos[token] !== "PUNCT") words++;
    if (words > 40) return null;
  }
  return null;
}

function quoted(
  annotated: AnnotatedReport,
  predicate: number,
  quotation: TokenQuotation,
  side: QuotedReading["side"],
  gap: number,
): QuotedReading {
  const object = childOf(annotated, predicate, "iobj", "obj");
  const outside = object !== null && (object < quotation.first || object > quotation.last) ? object : null;
  const content = quotation.parts.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  );
  return {
    predicate,
    kind: "bare",
    content,
    particle: null,
    subject: subjectOf(annotated, predicate),
    addressee: outside,
    quotations: [quotation.index],
    side,
    gap,
  };
}

function tiedByGrammar(annotated: AnnotatedReport, verb: number, quotation: TokenQuotation): boolean {
  const { first, last } = quotation.parts[0]!;
  for (let token = first; token <= last; token++) {
    const head = annotated.heads[token]!;
    if (head >= 0 && (head < first || head > last)) return isUnder(annotated, head, verb);
  }
  return false;
}

function isFinite(annotated: AnnotatedReport, verb: number): boolean {
  const xpos = annotated.xpos[verb];
  return xpos !== "VBG" && xpos !== "VB"
    ? xpos !== "VBN" || childOf(annotated, verb, "aux") !== null
    : childOf(annotated, verb, "aux") !== null;
}

/** "like" and "goes" are cues only in talk; news has "read" tagged as a noun now and then. */
function isSaysTag(annotated: AnnotatedReport, token: number): boolean {
  const text = annotated.tokens[token]!.text.toLowerCase();
  return text === "read" || text === "reads" || text === "reading";
}

function subjectStart(annotated: AnnotatedReport, head: number): number {
  let start = head;
  for (const child of annotated.children[head]!) if (child < start) start = child;
  return start;
}

function wordsBetween(annotated: AnnotatedReport, after: number, before: number): number {
  let words = 0;
  for (let token = after + 1; token < before; token++) if (annotated.upos[token] !== "PUNCT") words++;
  return words;
}
