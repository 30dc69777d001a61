import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { StatementDraft } from "./draft.ts";

/**
 * Sources without the marks that they begin with, and without a bracket that does not close in them.
 *
 * > | -- most of whom   "PELL:   Mr Ray (a view
 *        ^^^^^^^^^^^^    ^^^^    ^^^^^^
 */
export function tidySources({ tokens }: AnnotatedReport, drafts: readonly StatementDraft[]): StatementDraft[] {
  return drafts.map((draft) => {
    if (draft.source === null) return draft;
    let [first, last] = draft.source;
    const isOpen = !tokens.slice(first + 1, last + 1).some(({ text }) => QUOTE.test(text));
    while (first < last && (MARK.test(tokens[first]!.text) || (isOpen && QUOTE.test(tokens[first]!.text)))) first++;
    for (let token = first + 1, open = -1; token <= last; token++) {
      if (tokens[token]!.text === "(") open = token;
      else if (tokens[token]!.text === ")") open = -1;
      if (token === last && open > first && (draft.sourceHead ?? first) < open) last = open - 1;
    }
    return first === draft.source[0] && last === draft.source[1] ? draft : { ...draft, source: [first, last] };
  });
}

const MARK = /^[-–—:;,.*•|]+$/;
const QUOTE = /^(?:["“”«»„]|''|``)$/;
