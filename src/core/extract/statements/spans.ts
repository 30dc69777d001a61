import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childOf, runsOf, subtreeOf } from "../../annotate/tree.ts";
import type { Span } from "../../text/span.ts";
import type { Reading, Subject } from "./predicates.ts";
import { type QuoteMap, runSpan } from "./quote-map.ts";

const CUE_CHILDREN = new Set(["aux", "aux:pass", "cop", "neg", "advmod", "compound:prt", "mark"]);
/** Verbs that only carry another: the cue of "tried to persuade" starts at "tried". */
const CARRIERS = new Set([
  "try",
  "attempt",
  "seek",
  "continue",
  "decline",
  "refuse",
  "go",
  "begin",
  "start",
  "appear",
  "seem",
  "want",
  "intend",
  "plan",
  "agree",
  "be",
  "have",
  "need",
  "use",
  "come",
  "set",
  "expect",
  "threaten",
  "hope",
  "promise",
  "offer",
  "choose",
  "force",
  "ask",
  "urge",
]);

/**
 * The one contiguous phrase that signals the statement: the predicate with its auxiliaries, negation and adverbs, a
 * particle that belongs to it, and a colon right after it.
 *
 * > | They have repeatedly called for calm.
 *          ^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function cueTokens(
  annotated: AnnotatedReport,
  { predicate, particle, kind, subject }: Reading,
): [number, number] {
  let first = predicate;
  const upos = annotated.upos[predicate];
  if (upos === "NOUN") first = nounCueStart(annotated, predicate, subject);
  else {
    first = groupStart(annotated, predicate);
    const head = annotated.heads[predicate]!;
    const carried =
      annotated.deprels[predicate] === "xcomp" &&
      head >= 0 &&
      head < predicate &&
      CARRIERS.has(annotated.lemmas[head]!);
    if (carried && subject !== null && onlyLight(annotated, head + 1, first)) first = groupStart(annotated, head);
    const copula = childOf(annotated, predicate, "cop");
    if (copula !== null && copula < first && onlyLight(annotated, copula + 1, first))
      first = groupStart(annotated, copula);
  }
  let last = particle ?? predicate;
  const next = last + 1;
  if (annotated.deprels[next] === "compound:prt" && annotated.heads[next] === predicate) last = next;
  if (
    kind !== "inverted" &&
    annotated.tokens[last + 1]?.text === ":" &&
    annotated.sentenceOf[last + 1] === annotated.sentenceOf[last]
  )
    last++;
  return [first, last];
}

function groupStart(annotated: AnnotatedReport, verb: number): number {
  let first = verb;
  for (let token = verb - 1; token >= 0 && annotated.sentenceOf[token] === annotated.sentenceOf[verb]; token--) {
    const head = annotated.heads[token]!;
    const mine =
      head === verb ||
      (head >= first && head < verb) ||
      (head >= 0 && annotated.heads[head] === verb && annotated.upos[head] === "AUX");
    if (!mine || !CUE_CHILDREN.has(annotated.deprels[token]!) || annotated.deprels[token] === "mark") break;
    first = token;
  }
  return first;
}

function onlyLight(annotated: AnnotatedReport, first: number, end: number): boolean {
  for (let token = first; token < end; token++) {
    if (annotated.upos[token] !== "PART" && annotated.upos[token] !== "ADV" && annotated.upos[token] !== "AUX")
      return false;
  }
  return true;
}

function nounCueStart(annotated: AnnotatedReport, noun: number, subject: Subject | null): number {
  let first = noun;
  while (first > 0 && annotated.heads[first - 1] === noun && annotated.deprels[first - 1] === "amod") first--;
  if (subject?.how === "shared") {
    const verb = annotated.heads[noun]!;
    if (verb >= 0 && verb < noun && noun - verb <= 4) return groupStart(annotated, verb);
  }
  return first;
}

/**
 * The noun phrase that names the speaker, with titles and appositions and the comma that closes one, without
 * clauses set off by commas.
 */
export function sourceTokens(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  subject: Subject,
  cue: readonly [number, number],
): [number, number] {
  if (subject.phrase !== undefined) return [...subject.phrase];
  const { deprels, tokens } = annotated;
  const head = subject.head;
  const kept = subtreeOf(annotated, head, (child) => {
    const deprel = deprels[child]!;
    if (child >= cue[0] && child <= cue[1]) return true;
    if (deprel === "acl:relcl" || deprel === "acl") {
      return subject.how === "antecedent"
        ? child >= cue[0] - 1 || tokens[child - 1]?.text === "," || follows(annotated, head, child, cue[0])
        : commaBefore(annotated, child);
    }
    if (deprel === "case" && annotated.heads[child] === head) return true;
    return deprel === "parataxis" || deprel === "cc:preconj" || deprel === "discourse";
  }).filter((token) => (subject.how !== "antecedent" || token < cue[0]) && quotes.at[token] === quotes.at[head]);
  const run = runsOf(kept).find(([first, last]) => first <= head && head <= last) ?? [head, head];
  let [first, last] = run;
  first = fromHeadSegment(annotated, first, head);
  last = beforeDay(annotated, head, last);
  while (last > head && /^[,;:—–-]$/.test(tokens[last]!.text)) last--;
  while (first < head && (/^[,;:—–-]$/.test(tokens[first]!.text) || annotated.xpos[first] === "VBG")) first++;
  [first, last] = lastSegment(annotated, subject, cue, first, last);
  last = throughNouns(annotated, throughName(annotated, last, cue), cue);
  first = fromNameStart(annotated, quotes, first, cue);
  last = withNamedPerson(annotated, head, last, cue);
  const closed = tokens[last + 1]?.text === "," && tokens.slice(first, last).some((token) => token.text === ",");
  if (closed && hasApposition(annotated, head, last)) last++;
  return [first, last];
}

/** "Last April, the ministry said": what a comma sets off before the head is no part of the name. */
function fromHeadSegment({ tokens }: AnnotatedReport, first: number, head: number): number {
  for (let token = head; token > first; token--) if (tokens[token]!.text === ",") return token + 1;
  return first;
}

/** "a report on Saturday": the day belongs to the saying. */
function beforeDay({ tokens, upos }: AnnotatedReport, head: number, last: number): number {
  const dated =
    last - 2 >= head &&
    upos[last - 1] === "ADP" &&
    /^((mon|tues|wednes|thurs|fri|satur|sun)day)$/i.test(tokens[last]!.text);
  return dated ? last - 2 : last;
}

/** "Climate change, Mr Roe often says, is …": words before the comma open the content, and are no part of the name. */
function lastSegment(
  annotated: AnnotatedReport,
  subject: Subject,
  cue: readonly [number, number],
  first: number,
  last: number,
): [number, number] {
  const { tokens } = annotated;
  if (subject.how !== "own" || last !== cue[0] - 1 || tokens[cue[1] + 1]?.text !== ",") return [first, last];
  for (let token = last; token > first; token--) {
    if (tokens[token]!.text !== ",") continue;
    const named = annotated.names.some((name) => name.firstToken > token && name.endToken === last + 1);
    return named || annotated.upos[last] === "PRON" ? [token + 1, last] : [first, last];
  }
  return [first, last];
}

/** Nouns alone between the source and a cue right after it are the rest of its name: "Chief Constable Idris Vane said". */
function throughNouns({ upos, sentenceOf }: AnnotatedReport, last: number, cue: readonly [number, number]): number {
  if (cue[0] <= last || cue[0] - last > 8 || sentenceOf[last] !== sentenceOf[cue[0]]) return last;
  for (let token = last + 1; token < cue[0]; token++) if (!/^(PROPN|NOUN|ADJ)$/.test(upos[token]!)) return last;
  return cue[0] - 1;
}

/** "said the university’s chancellor, Ann Ray.": the name after the description is the speaker’s. */
function withNamedPerson(
  annotated: AnnotatedReport,
  head: number,
  last: number,
  cue: readonly [number, number],
): number {
  if (head < cue[0] || annotated.tokens[last + 1]?.text !== ",") return last;
  const name = annotated.names.find(({ firstToken, kind }) => firstToken === last + 2 && kind === "person");
  if (name === undefined || annotated.sentenceOf[name.firstToken] !== annotated.sentenceOf[head]) return last;
  const next = annotated.tokens[name.endToken]?.text;
  return next === "." || next === "," || next === undefined ? name.endToken - 1 : last;
}

/** A source that ends inside or right before a name takes the whole name. */
function throughName(annotated: AnnotatedReport, last: number, cue: readonly [number, number]): number {
  for (const name of annotated.names) {
    if (name.firstToken > last + 1) break;
    if (name.endToken - 1 > last && name.kind !== "place" && (cue[0] > name.endToken - 1 || cue[1] < name.firstToken)) {
      if (annotated.sentenceOf[name.firstToken] === annotated.sentenceOf[last]) return name.endToken - 1;
    }
  }
  return last;
}

/** A source that begins inside a name takes all of it, and the title or noun right before it. */
function fromNameStart(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  first: number,
  cue: readonly [number, number],
): number {
  const { names, upos, deprels, sentenceOf } = annotated;
  const name = names.find(({ firstToken, endToken }) => firstToken <= first && first < endToken);
  let start = name !== undefined && (name.endToken <= cue[0] || name.firstToken > cue[1]) ? name.firstToken : first;
  if (name === undefined && upos[first] !== "PROPN") return fromCapitals(annotated, quotes, first, cue);
  const joins = (token: number) =>
    sentenceOf[token] === sentenceOf[first] &&
    quotes.at[token] === quotes.at[first] &&
    (token < cue[0] || token > cue[1]) &&
    (upos[token] === "PROPN" ||
      (upos[token] === "NOUN" &&
        /^(compound|flat|appos|nsubj|root|nmod)$/.test(deprels[token]!) &&
        /^[\p{L}-]+$/u.test(annotated.tokens[token]!.text)));
  while (start > 0 && joins(start - 1) && !names.some(({ endToken, kind }) => endToken === start && kind === "place"))
    start--;
  while (
    start > 0 &&
    sentenceOf[start - 1] === sentenceOf[first] &&
    start < first &&
    /^(DET|ADJ)$/.test(upos[start - 1]!) &&
    (start - 1 > cue[1] || start - 1 < cue[0])
  )
    start--;
  return start;
}

/** "Organisers Defend Our Juries said": capitals that run up to the source belong to the name the tagger split. */
function fromCapitals(
  { tokens, upos, sentenceOf }: AnnotatedReport,
  quotes: QuoteMap,
  first: number,
  cue: readonly [number, number],
): number {
  const isCapital = (token: number) => /^\p{Lu}\p{Ll}/u.test(tokens[token]!.text);
  if (!isCapital(first)) return first;
  let start = first;
  while (
    start > 0 &&
    sentenceOf[start - 1] === sentenceOf[first] &&
    quotes.at[start - 1] === quotes.at[first] &&
    isCapital(start - 1) &&
    (start - 1 < cue[0] || start - 1 > cue[1]) &&
    /^(NOUN|VERB|ADJ|PROPN)$/.test(upos[start - 1]!)
  )
    start--;
  return start;
}

function follows(annotated: AnnotatedReport, head: number, child: number, cue: number): boolean {
  return child > head && child >= cue - 2 && annotated.sentenceOf[child] === annotated.sentenceOf[head];
}

function commaBefore(annotated: AnnotatedReport, clause: number): boolean {
  const first = subtreeOf(annotated, clause)[0]!;
  return annotated.tokens[first]?.text === "," || annotated.tokens[first - 1]?.text === ",";
}

function hasApposition(annotated: AnnotatedReport, head: number, last: number): boolean {
  return annotated.children[head]!.some((child) => annotated.deprels[child] === "appos" && child <= last);
}

/**
 * All of a sentence around a cue that stands between commas or at its end ("The tunnel, engineers said, was …"): what
 * comes before and after, without a part that a semicolon or the edge of a quotation sets off.
 */
export function sentenceAround(annotated: AnnotatedReport, quotes: QuoteMap, first: number, last: number): number[] {
  const { tokens, sentences, sentenceOf } = annotated;
  const { firstToken, endToken } = sentences[sentenceOf[first]!]!;
  const home = quotes.at[first];
  const reach = (token: number) => tokens[token]!.text !== ";" && (home === -1 || quotes.at[token] === home);
  const before: number[] = [];
  for (let token = first - 1; token >= firstToken && reach(token); token--) before.push(token);
  before.reverse();
  const after: number[] = [];
  for (let token = last + 1; token < endToken && reach(token); token++) after.push(token);
  while (before.length > 0 && /^(cc|mark)$/.test(annotated.deprels[before[0]!]!)) before.shift();
  return [...before, ...after];
}

/**
 * Content tokens → spans: runs without the marks at their edges, with whole quotations where a run holds most of one; each
 * paragraph's words by themselves.
 */
export function contentSpans(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  content: readonly number[],
  cue: readonly [number, number],
  source: readonly [number, number] | null,
  asides: Asides = "left out",
): Span[] {
  const free = withoutSayingTime(annotated, content, cue).filter(
    (token) => !within(token, cue) && !(source && within(token, source)),
  );
  const spans: Span[] = [];
  const bridged = bridgePunctuation(annotated, free, cue, source);
  const whole = asides === "kept" ? bridged : withoutAside(annotated, quotes, bridged);
  for (const run of runsOf(whole).flatMap((one) => byParagraph(annotated, one))) {
    const tidy = tidyRun(annotated, quotes, run);
    if (tidy !== null) spans.push(runSpan(annotated, ...tidy));
  }
  return spans;
}

function byParagraph(
  { sentences, sentenceOf }: AnnotatedReport,
  [first, last]: readonly [number, number],
): [number, number][] {
  const parts: [number, number][] = [];
  for (let start = first; start <= last; ) {
    const { paragraph } = sentences[sentenceOf[start]!]!;
    let end = start;
    while (end < last && sentences[sentenceOf[end + 1]!]!.paragraph === paragraph) end++;
    parts.push([start, end]);
    start = end + 1;
  }
  return parts;
}

/** What becomes of a clause at the end of reported speech (", which …") that may be the reporter's own background. */
export type Asides = "left out" | "kept";

/** Drops the reporter's own background at the end of reported speech: "…, which was banned in May". */
function withoutAside(annotated: AnnotatedReport, quotes: QuoteMap, tokens: readonly number[]): readonly number[] {
  const last = tokens.at(-1);
  if (last === undefined) return tokens;
  for (let i = tokens.length - 1; i > 1; i--) {
    const token = tokens[i]!;
    if (quotes.at[token] !== -1 || annotated.sentenceOf[token] !== annotated.sentenceOf[last]) return tokens;
    if (annotated.tokens[token]!.text === "," && /^(which|who|whose)$/.test(annotated.tokens[token + 1]?.text ?? ""))
      return tokens.slice(0, i);
    if (annotated.tokens[token]!.text === "," && annotated.deprels[token + 1] === "cc") return tokens;
  }
  return tokens;
}

const SAYING_TIME =
  /^(on|late|early|last|this|yesterday|today|tonight|earlier|later|morning|afternoon|evening|night|week|month|year|(mon|tues|wednes|thurs|fri|satur|sun)day)$/i;

/** "said yesterday morning the road …": time words right after the cue tell when it was said. */
function withoutSayingTime(
  annotated: AnnotatedReport,
  content: readonly number[],
  cue: readonly [number, number],
): readonly number[] {
  const at = content.indexOf(cue[1] + 1);
  if (at === -1) return content;
  let end = at;
  while (content[end] === cue[1] + 1 + (end - at) && SAYING_TIME.test(annotated.tokens[content[end]!]!.text)) end++;
  const words = content.slice(at, end).map((token) => annotated.tokens[token]!.text.toLowerCase());
  const dated = words.some((word) =>
    /day$|^(yesterday|today|tonight|earlier|later)$|^(morning|afternoon|evening|night|week|month|year)$/.test(word),
  );
  const next = annotated.tokens[content[end] ?? -1]?.text;
  // "said Monday would be a holiday": the day is what is talked about.
  if (
    !dated ||
    next === undefined ||
    annotated.upos[content[end]!] === "AUX" ||
    annotated.upos[content[end]!] === "VERB" ||
    next === "’s" ||
    next === "'s"
  )
    return content;
  return [...content.slice(0, at), ...content.slice(end)];
}

/** Marks between two content tokens belong to the content even where the parser hangs them elsewhere. */
function bridgePunctuation(
  annotated: AnnotatedReport,
  tokens: readonly number[],
  cue: readonly [number, number],
  source: readonly [number, number] | null,
): number[] {
  const bridged: number[] = [];
  for (const token of tokens) {
    const previous = bridged.at(-1);
    if (previous !== undefined && token - previous <= 3) {
      const gap = Array.from({ length: token - previous - 1 }, (_, i) => previous + 1 + i);
      if (
        gap.every(
          (inside) => annotated.upos[inside] === "PUNCT" && !within(inside, cue) && !(source && within(inside, source)),
        )
      )
        bridged.push(...gap);
    }
    bridged.push(token);
  }
  return bridged;
}

function within(token: number, [first, last]: readonly [number, number]): boolean {
  return token >= first && token <= last;
}

function tidyRun(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  run: readonly [number, number],
): [number, number] | null {
  let [first, last] = run;
  const { tokens } = annotated;
  const isEdge = (token: number) =>
    (annotated.upos[token] === "PUNCT" || /^[.,;:!?…–—-]+$/.test(tokens[token]!.text)) &&
    !isQuoteMark(tokens[token]!.text) &&
    !/^[([]|[)\]]$/.test(tokens[token]!.text);
  while (first <= last && isEdge(first)) first++;
  while (last >= first && isEdge(last)) last--;
  if (first > last) return null;
  [first, last] = alignToQuotation(annotated, quotes, first, last);
  if (first === last && isQuoteMark(tokens[first]!.text)) return null;
  if (onlyFunctionWords(annotated, first, last)) return null;
  return [first, last];
}

/** "that" opens a clause, but in "denied that" it is what was denied. */
function onlyFunctionWords(annotated: AnnotatedReport, first: number, last: number): boolean {
  const { upos, tokens, deprels, heads } = annotated;
  for (let token = first; token <= last; token++) {
    const isObject = deprels[token] === "obj" && heads[token]! < token;
    if (
      !/^(AUX|PUNCT|PART|CCONJ|SCONJ|DET|ADP)$/.test(upos[token]!) &&
      (isObject || !/^(which|who|that)$/i.test(tokens[token]!.text))
    )
      return false;
  }
  return true;
}

/** A run that takes in one end of a quotation and misses only marks at the other takes it whole; a stray mark is dropped. */
function alignToQuotation(annotated: AnnotatedReport, quotes: QuoteMap, first: number, last: number): [number, number] {
  const { tokens, upos } = annotated;
  const part = (token: number) => {
    const quotation = quotes.outermost[quotes.at[token] ?? -1];
    return quotation?.parts.find((one) => token >= one.first && token <= one.last);
  };
  const onlyMarks = (from: number, to: number) => {
    for (let token = from; token <= to; token++) if (upos[token] !== "PUNCT") return false;
    return true;
  };
  const atEnd = part(last);
  if (atEnd && last < atEnd.last && onlyMarks(last + 1, atEnd.last) && first <= atEnd.first + 1) last = atEnd.last;
  const atStart = part(first);
  if (atStart && first > atStart.first && onlyMarks(atStart.first, first - 1) && last >= atStart.last)
    first = atStart.first;
  if (atEnd && last < atEnd.last && first === atEnd.first && isQuoteMark(tokens[first]!.text)) first++;
  return [first, last];
}

export function isQuoteMark(text: string): boolean {
  return /^(["“”‘’'«»„‟]|``|'')$/.test(text);
}
