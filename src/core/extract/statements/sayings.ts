import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { StatementDraft } from "./draft.ts";

/** Set phrases in which nobody says, knows or means anything; the speech word stands between the bars. */
const SAYINGS: readonly (readonly [before: RegExp, word: RegExp, after: RegExp])[] = [
  [/(?:^|[,.;–—] )(?:this|that) $/, /^said$/, /^,/],
  [/\bhaving $/, /^said$/, /^(?:this|that)\b/],
  [/\bneedless to $|\bthat is to $|\bstrange to $/, /^say$/, /^/],
  [/\bto $/, /^say$/, /^(?:the least|nothing of)\b/],
  [/\bnot to $/, /^mention$/, /^/],
  [/\bso to $/, /^speak$/, /^/],
  [/\blet ['’]s $|\blet us $/, /^say$/, /^/],
  [/(?:^|[,.;–—] |\band |\bwell , )i $/, /^mean$/, /^(?!to\b|by\b|that\b|it\b|this\b|business\b)/],
  [/\byou $/, /^know$/, /^,/],
];

/** Leaves out what only looks like speech: "That said, …", "I mean, …", "you know, …", "to say the least". */
export function dropSayings(annotated: AnnotatedReport, drafts: readonly StatementDraft[]): StatementDraft[] {
  return drafts.filter(({ predicate }) => !isSaying(annotated, predicate));
}

function isSaying({ tokens, sentences, sentenceOf }: AnnotatedReport, predicate: number): boolean {
  const word = tokens[predicate]!.text.toLowerCase();
  if (!/^(?:said|say|mention|speak|mean|know)$/.test(word)) return false;
  const { firstToken, endToken } = sentences[sentenceOf[predicate]!]!;
  const words = (from: number, to: number) =>
    tokens
      .slice(Math.max(firstToken, from), Math.min(endToken, to))
      .map(({ text }) => text.toLowerCase())
      .join(" ");
  const before = `${words(predicate - 4, predicate)} `;
  const after = words(predicate + 1, predicate + 4);
  return SAYINGS.some(([left, own, right]) => own.test(word) && left.test(before) && right.test(after));
}
