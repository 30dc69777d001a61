import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { StatementDraft } from "./draft.ts";
import { mediumOf } from "./media.ts";
import type { QuoteMap } from "./quote-map.ts";
import { contentSpans, sentenceAround, sourceTokens } from "./spans.ts";

/**
 * > | The bridge is safe, according to the council.
 *     ^^^^^^^^^^^^^^^^^^ content
 *                         ^^^^^^^^^^^^ cue
 *                                      ^^^^^^^^^^^ source
 */
export function draftAccordingTo(annotated: AnnotatedReport, quotes: QuoteMap): StatementDraft[] {
  const drafts: StatementDraft[] = [];
  const { tokens } = annotated;
  for (let token = 0; token + 2 < tokens.length; token++) {
    if (tokens[token]!.text.toLowerCase() !== "according" || tokens[token + 1]!.text.toLowerCase() !== "to") continue;
    const cue = [token, token + 1] as const;
    const head = objectOf(annotated, token);
    if (head === null) continue;
    const source = sourceTokens(annotated, quotes, { head, how: "own" }, cue);
    if (source[0] <= cue[1]) source[0] = cue[1] + 1;
    source[1] = sourceEnd(annotated, source, head);
    const content = sentenceAround(annotated, quotes, token, source[1]);
    const spans = contentSpans(annotated, quotes, content, cue, source);
    if (spans.length === 0) continue;
    drafts.push({
      predicate: token,
      cue,
      source,
      sourceHead: head,
      content: spans,
      quotations: quotationsIn(quotes, content),
      addresseeHead: null,
      act: "assertion",
      medium: mediumOf(annotated, token, source, head, null),
      alleged: false,
      confidence: 0.95,
      producedBy: "statements/according-to",
    });
  }
  return drafts;
}

export function quotationsIn(quotes: QuoteMap, content: readonly number[]): number[] {
  const inside = new Set(content);
  return quotes.outermost.filter(({ first, last }) => inside.has(first) && inside.has(last)).map(({ index }) => index);
}

/** Only a person's name goes on past a comma ("Ann Ray, the mayor"); after others the comma ends the phrase. */
function sourceEnd(annotated: AnnotatedReport, [first, last]: readonly [number, number], head: number): number {
  const person = annotated.names.some(
    ({ firstToken, endToken, kind }) => kind === "person" && firstToken <= head && head < endToken,
  );
  if (person) return last;
  for (let token = first; token <= last; token++)
    if (annotated.tokens[token]!.text === "," && token > first) return token - 1;
  return last;
}

/** The noun that "according to" governs: where its two words hang, or the first noun head right of them. */
function objectOf(annotated: AnnotatedReport, according: number): number | null {
  const head = annotated.heads[according]!;
  if (head > according + 1 && annotated.sentenceOf[head] === annotated.sentenceOf[according]) return head;
  for (
    let token = according + 2;
    token < annotated.tokens.length && annotated.sentenceOf[token] === annotated.sentenceOf[according];
    token++
  ) {
    const above = annotated.heads[token]!;
    const nominal = /^(NOUN|PROPN|PRON|NUM)$/.test(annotated.upos[token]!);
    if (
      nominal &&
      (above <= according + 1 || !/^(compound|flat|nmod:poss|nummod|amod)$/.test(annotated.deprels[token]!))
    )
      return token;
  }
  return null;
}
