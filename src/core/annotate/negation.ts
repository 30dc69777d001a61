import type { AnnotatedReport } from "./layers.ts";

const NOT = /^(?:not|n['’]t|never)$/i;

/** Whether a word has a "not" or "never" of its own, wherever in its clause. */
export function isNegated({ children, tokens }: AnnotatedReport, token: number): boolean {
  return children[token]!.some((child) => NOT.test(tokens[child]!.text));
}
