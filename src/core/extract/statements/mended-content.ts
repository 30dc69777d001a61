import { firstTokenFrom } from "../../annotate/first-token-from.ts";
import type { AnnotatedReport } from "../../annotate/layers.ts";
import { subtreeOf } from "../../annotate/tree.ts";
import type { Span } from "../../text/span.ts";
import { type QuoteMap, runSpan, type TokenQuotation } from "./quote-map.ts";

type Run = readonly [number, number];

/**
 * Content without what the reporter tells behind a quotation that is over: what went on meanwhile, whom or what it was said of,
 * where; and the title of the programme it was said on.
 *
 * > | “We won,” Ray said as the band began to play. · “We won,” Ray said on Channel 9’s “Meet the Mayor.”
 *      ^^^^^^^^          ^^^^^^^^^^^^^^^^^^^^^^^^^^ no content                             ^^^^^^^^^^^^^^^^^
 */
export function withoutTail(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  content: readonly Span[],
  cue: Run,
  source: Run | null,
): readonly Span[] {
  const { sentenceOf } = annotated;
  const after = Math.max(cue[1], source?.[1] ?? -1);
  const before = Math.min(cue[0], source?.[0] ?? cue[0]);
  if (quotes.at[cue[0]] !== -1 || !content.some((span) => endsQuotation(annotated, quotes, span, before)))
    return content;
  return content.filter((span) => {
    const first = firstTokenFrom(annotated, span.start);
    if (first <= after || sentenceOf[first] !== sentenceOf[cue[0]]) return true;
    const quotation = quotes.outermost[quotes.at[first] ?? -1];
    return quotation === undefined ? !opensTail(annotated, first) : !isTitle(annotated, quotation);
  });
}

/**
 * Content without what belongs to another speaker: behind the comma that ends a relative clause, and before the "not" that sets
 * a claim against it.
 *
 * > | The report, which the army calls a forgery, said 340 had died.   £2m, not £5m, as the union claimed
 *                                      ^^^^^^^^^                                    ^^^
 */
export function withoutOthers(
  annotated: AnnotatedReport,
  content: readonly Span[],
  cue: Run,
  source: Run | null,
): readonly Span[] {
  return behindContrast(annotated, withinRelative(annotated, content, cue), cue, source);
}

function withinRelative(annotated: AnnotatedReport, content: readonly Span[], [first, last]: Run): readonly Span[] {
  const { deprels, heads, tokens } = annotated;
  const clause = Array.from({ length: last - first + 1 }, (_, i) => first + i).find(
    (token) => deprels[token] === "acl:relcl",
  );
  if (content.length < 2 || clause === undefined || heads[clause]! > clause) return content;
  const within = new Set(subtreeOf(annotated, clause));
  const kept = content.filter((span) => {
    const opens = firstTokenFrom(annotated, span.start);
    const isBehind = opens > last && !within.has(opens) && !within.has(heads[opens]!);
    return !(isBehind && tokens.slice(last, opens).some(({ text }) => text === ","));
  });
  return kept.length > 0 ? kept : content;
}

function behindContrast(
  { report, tokens }: AnnotatedReport,
  content: readonly Span[],
  [first]: Run,
  source: Run | null,
): readonly Span[] {
  const from = Math.min(first, source?.[0] ?? first);
  const isAs = tokens[from - 1]?.text.toLowerCase() === "as" || tokens[first - 1]?.text.toLowerCase() === "as";
  const [only, ...others] = content;
  if (!isAs || only === undefined || others.length > 0 || only.end > tokens[from]!.start) return content;
  const set = CONTRAST.exec(report.text.slice(only.start, only.end));
  return set === null ? content : [{ start: only.start + set.index + set[0].length, end: only.end }];
}

/** The last of them: what follows is what somebody else claims. */
const CONTRAST = /^(?:.*,? )?(?:not|rather than|instead of) (?=[^,]{1,60}$)/su;

/** Whether the span is one whole quotation before the token, closed by a mark of its own. */
function endsQuotation({ tokens }: AnnotatedReport, quotes: QuoteMap, { start, end }: Span, before: number): boolean {
  return quotes.outermost.some(({ first, last }) => {
    const isWhole = last < before && tokens[first]!.start === start && tokens[last]!.end === end;
    return isWhole && /^[,.!?]$/.test(tokens[last - 1]?.text ?? "");
  });
}

/** "as the band played", "about the bridge", "a point that he likes to make"; but not "that the bridge …" nor "would go". */
function opensTail({ tokens, upos }: AnnotatedReport, first: number): boolean {
  const word = tokens[first]!.text.toLowerCase();
  if (/^(?:as|while|when|after|before|until|and)$/.test(word)) return true;
  if (upos[first] === "DET") return tokens[first - 1]?.text === ",";
  return upos[first] === "ADP" && word !== "that";
}

/** "on Channel 9’s “Meet the Mayor”": capitals throughout behind an owner or a preposition. */
function isTitle({ tokens, upos }: AnnotatedReport, { first, last }: TokenQuotation): boolean {
  const before = first - 1;
  const isOwned =
    /^['’]s?$/.test(tokens[before]?.text ?? "") || upos[before] === "ADP" || WORKS.test(tokens[before]?.text ?? "");
  const words = tokens.slice(first + 1, last).filter((_, i) => upos[first + 1 + i] !== "PUNCT");
  const capitals = words.filter(({ text }) => /^\p{Lu}/u.test(text));
  return isOwned && capitals.length > 1 && words.every(({ text }) => /^\p{Lu}/u.test(text) || text.length <= 3);
}

const WORKS = /^(?:show|programme|program|series|podcast|book|film|movie|song|album|magazine)$/;

/**
 * Content that begins with its verb, with the subject that stands before it and belongs to nobody else.
 *
 * > | Their best claims, like that one, are refuted, they say.
 *      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * > | Time, Ray added, was on their side.
 *      ^^^^
 */
export function withSubject(
  annotated: AnnotatedReport,
  content: readonly Span[],
  cue: Run,
  source: Run | null,
): readonly Span[] {
  const { heads, deprels, upos, children, sentenceOf, tokens } = annotated;
  const [opening, ...others] = content;
  if (opening === undefined) return content;
  const first = firstTokenFrom(annotated, opening.start);
  if (sentenceOf[first] !== sentenceOf[cue[0]] || !/^(?:AUX|VERB)$/.test(upos[first] ?? "")) return content;
  const root = /^(?:aux|cop)/.test(deprels[first]!) ? heads[first]! : first;
  const subjectOf = (verb: number) =>
    verb < 0 ? undefined : children[verb]!.find((child) => /^nsubj/.test(deprels[child]!) && child < first);
  // "Ray will report in June, Quill told us": both are told's, as a parser has it.
  const shared = root < 0 || deprels[root] !== "ccomp" || heads[root]! < cue[0] ? undefined : subjectOf(heads[root]!);
  const subject = (root < 0 ? undefined : subjectOf(root)) ?? shared;
  const isTaken = (token: number) =>
    (token >= cue[0] && token <= cue[1]) || (source !== null && token >= source[0] && token <= source[1]);
  if (subject === undefined || deprels[root] === "acl:relcl" || isTaken(subject) || upos[subject] === "PRON")
    return content;
  if (describes(annotated, cue[0], subject) || describes(annotated, cue[1], subject)) return content;
  const from = subtreeOf(annotated, subject)[0]!;
  if (sentenceOf[from] !== sentenceOf[first] || upos[from] === "PUNCT") return content;
  let last = from;
  while (last + 1 < first && !isTaken(last + 1)) last++;
  if (isTaken(from) || last < subject) return content;
  if (last === first - 1) return [{ start: tokens[from]!.start, end: opening.end }, ...others];
  while (last > subject && upos[last] === "PUNCT") last--;
  return [runSpan(annotated, from, last), opening, ...others];
}

/** "the meeting that Ray asked for would be long": whether a cue only says which one is meant, and speaks in nobody's name. */
function describes({ heads, deprels }: AnnotatedReport, cue: number, subject: number): boolean {
  let isClause = false;
  for (let at = cue; at >= 0; at = heads[at]!) {
    if (at === subject) return isClause;
    isClause ||= deprels[at]!.startsWith("acl");
  }
  return false;
}
