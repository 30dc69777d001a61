import type { AnnotatedReport } from "../../annotate/layers.ts";
import { subtreeOf } from "../../annotate/tree.ts";
import type { StatementDraft } from "./draft.ts";
import type { QuoteMap } from "./quote-map.ts";
import { contentSpans } from "./spans.ts";

const ADVERBS: ReadonlyMap<string, "assertion" | "allegation"> = new Map([
  ["reportedly", "assertion"],
  ["allegedly", "allegation"],
  ["supposedly", "assertion"],
  ["purportedly", "assertion"],
]);

/**
 * Hearsay that an adverb marks, with nobody named.
 *
 * > | The crash reportedly killed seven.
 *     ^^^^^^^^^            ^^^^^^^^^^^^ content
 *               ^^^^^^^^^^ cue
 */
export function draftHearsayAdverbs(annotated: AnnotatedReport, quotes: QuoteMap): StatementDraft[] {
  const drafts: StatementDraft[] = [];
  for (let token = 0; token < annotated.tokens.length; token++) {
    const act = ADVERBS.get(annotated.tokens[token]!.text.toLowerCase());
    if (act === undefined) continue;
    const head = annotated.heads[token]!;
    if (head < 0) continue;
    const clause =
      annotated.deprels[head] === "aux" || annotated.deprels[head] === "aux:pass" ? annotated.heads[head]! : head;
    const content = subtreeOf(annotated, clause, (child) => isOtherClause(annotated, clause, child));
    const relative = annotated.deprels[clause] === "acl:relcl";
    const kept = relative ? content.filter((one) => !/^(who|which|that)$/i.test(annotated.tokens[one]!.text)) : content;
    const spans = contentSpans(annotated, quotes, kept, [token, token], null);
    if (spans.length === 0) continue;
    drafts.push({
      predicate: token,
      cue: [token, token],
      source: null,
      sourceHead: null,
      content: spans,
      quotations: [],
      addresseeHead: null,
      act,
      medium: null,
      alleged: act === "allegation",
      confidence: 0.8,
      producedBy: "statements/hearsay-adverb",
    });
  }
  return drafts;
}

function isOtherClause(annotated: AnnotatedReport, clause: number, child: number): boolean {
  const deprel = annotated.deprels[child]!;
  if (annotated.heads[child] !== clause) return false;
  if (deprel === "conj") return annotated.children[child]!.some((one) => annotated.deprels[one]!.startsWith("nsubj"));
  return deprel === "cc" || deprel === "parataxis" || deprel === "mark" || deprel === "advcl";
}
