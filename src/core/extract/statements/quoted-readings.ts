import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childOf, isUnder } from "../../annotate/tree.ts";
import { isReportingLemma } from "../../lexicons/acts.ts";
import { type Reading, type Subject, subjectOf } from "./predicates.ts";
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
    if (upos[token] === "VERB" && isFiniteVerb(annotated, token)) {
      const subject = speakerBeside(annotated, quotation, token, words);
      // A relative clause inside the speaker's name ("Ray, who leads the group, said") is passed over.
      const aside = isRelative(annotated, token);
      if (subject !== null && !aside && !/^[.;]$/.test(tokens[quotation.last + 1]?.text ?? "")) {
        const directly =
          words === 0 || subject.phrase !== undefined || onlyNominals(annotated, quotation.last + 1, subject.head);
        if (directly) return { ...quoted(annotated, token, quotation, "after", words), subject };
      }
      if (words > MAX_GAP) return null;
    }
    if (upos[token] !== "PUNCT") words++;
    if (words > 30 || (words === 0 && tokens[token]!.text === ".")) return null;
  }
  return null;
}

/**
 * The speaker of a cue after a quotation. The words between the two are the speaker ("…,” Lena Marsh, the secretary,
 * said), or, where there are none, the words after the cue (…,” said his neighbour, Ola Bright). The parse is believed
 * where it agrees.
 */
function speakerBeside(
  annotated: AnnotatedReport,
  quotation: TokenQuotation,
  verb: number,
  words: number,
): Subject | null {
  const parsed = subjectOf(annotated, verb);
  const outside =
    parsed !== null && parsed.how === "own" && (parsed.head > quotation.last || parsed.head < quotation.first);
  if (outside && (words === 0 ? parsed.head > verb : parsed.head < verb)) return parsed;
  if (!isReportingLemma(annotated.lemmas[verb]!)) return outside ? parsed : null;
  return words === 0 ? nounPhraseAfter(annotated, verb) : phraseBetween(annotated, quotation.last + 1, verb - 1);
}

function phraseBetween(annotated: AnnotatedReport, from: number, to: number): Subject | null {
  let first = from;
  while (first <= to && annotated.upos[first] === "PUNCT") first++;
  const head = nominalHead(annotated, first, to);
  if (head === null || !startsPhrase(annotated, first)) return null;
  for (let token = first; token <= to; token++) {
    // Another finite verb here means another clause, unless a relative pronoun or comma fences it.
    if (annotated.upos[token] === "VERB" && isFiniteVerb(annotated, token) && !isRelative(annotated, token))
      return null;
  }
  return { head, how: "own", phrase: [first, to] };
}

function nounPhraseAfter(annotated: AnnotatedReport, verb: number): Subject | null {
  const { endToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  const first = verb + 1;
  if (first >= endToken || !startsPhrase(annotated, first)) return null;
  let last = first;
  while (last + 1 < endToken && /^(DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(annotated.upos[last + 1]!)) last++;
  const head = nominalHead(annotated, first, last);
  const name =
    annotated.tokens[last + 1]?.text === ","
      ? annotated.names.find(({ firstToken, kind }) => firstToken === last + 2 && kind === "person")
      : undefined;
  if (name !== undefined) last = name.endToken - 1;
  return head === null ? null : { head, how: "own", phrase: [first, last] };
}

function startsPhrase({ upos, tokens }: AnnotatedReport, token: number): boolean {
  return /^(DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(upos[token] ?? "") || /^\p{Lu}/u.test(tokens[token]?.text ?? "");
}

/** The last noun before the first comma, which names or describes the speaker. */
function nominalHead({ upos, tokens }: AnnotatedReport, first: number, last: number): number | null {
  let head: number | null = null;
  for (let token = first; token <= last; token++) {
    if (tokens[token]!.text === "," || upos[token] === "ADP") break;
    if (/^(NOUN|PROPN|PRON)$/.test(upos[token]!)) head = token;
  }
  return head;
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
      if (
        !colon &&
        words === 0 &&
        isTitleLike(annotated, quotation) &&
        !/^(say|read|call|chant|shout|sing|tweet|write|declare|label|dub)$/.test(annotated.lemmas[token]!)
      )
        return null;
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

/** “The Drowned Orchard”: capitals throughout and no stop inside; a work, not words said. */
function isTitleLike({ tokens, upos }: AnnotatedReport, { first, last }: TokenQuotation): boolean {
  let capitals = 0;
  let words = 0;
  for (let token = first + 1; token < last; token++) {
    if (upos[token] === "PUNCT") {
      if (/^[.,!?]$/.test(tokens[token]!.text) && token === last - 1) return false;
      continue;
    }
    words++;
    if (/^[\p{Lu}\d]/u.test(tokens[token]!.text) || tokens[token]!.text.length <= 3) capitals++;
  }
  return words > 1 && words <= 10 && capitals === words;
}

function tiedByGrammar(annotated: AnnotatedReport, verb: number, quotation: TokenQuotation): boolean {
  const { first, last } = quotation.parts[0]!;
  for (let token = first; token <= last; token++) {
    const head = annotated.heads[token]!;
    if (head >= 0 && (head < first || head > last)) return isUnder(annotated, head, verb);
  }
  return false;
}

/** "Ray, who leads the group, said": the verb of a clause with its own relative pronoun. */
function isRelative(annotated: AnnotatedReport, verb: number): boolean {
  return annotated.children[verb]!.some(
    (child) => /^(who|which|that|whose)$/i.test(annotated.tokens[child]!.text) && annotated.upos[child] === "PRON",
  );
}

function isFiniteVerb(annotated: AnnotatedReport, verb: number): boolean {
  const xpos = annotated.xpos[verb];
  if (childOf(annotated, verb, "aux") !== null) return true;
  // Taggers take "said" after a name for a participle now and then.
  if (xpos === "VBN")
    return isReportingLemma(annotated.lemmas[verb]!) && childOf(annotated, verb, "aux:pass", "obl:agent") === null;
  return xpos !== "VBG" && xpos !== "VB";
}

/** "like" and "goes" are cues only in talk; news has "read" tagged as a noun now and then. */
function isSaysTag(annotated: AnnotatedReport, token: number): boolean {
  const text = annotated.tokens[token]!.text.toLowerCase();
  return text === "read" || text === "reads" || text === "reading";
}

/** Titles and names alone lead from the quotation to the subject: "…,” Ms Harrow said". */
function onlyNominals({ upos }: AnnotatedReport, from: number, to: number): boolean {
  for (let token = from; token <= to; token++)
    if (!/^(PUNCT|DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(upos[token]!)) return false;
  return true;
}
