import type { AnnotatedReport } from "../../annotate/layers.ts";
import { textOf } from "../../text/span.ts";
import type { StatementAct } from "../candidates.ts";
import type { StatementDraft } from "./draft.ts";

/** Verbs that put something forward, in the sense that who "did not" do so has not said it. */
const PUTTING_FORWARD =
  /^(?:say|claim|confirm|admit|acknowledge|concede|confess|allege|assert|announce|explain|disclose|reveal|specify|declare|deny|state|mention|accuse|blame|suggest|imply|insist|ask|call|urge|demand|request)$/;

const PUT_FORWARD: ReadonlySet<StatementAct> = new Set<StatementAct>([
  "assertion",
  "denial",
  "allegation",
  "admission",
  "agreement",
  "belief",
  "request",
  "no-comment",
]);

/**
 * Gives what nobody said no act of saying it: "did not claim that", "has yet to say that", "neither confirmed nor denied
 * that", "without admitting that", "no official would confirm that", "had no comment" are silence on it. Who "had not
 * asked" asks for nothing; who says "I have not asked" denies it.
 */
export function withholdActs(annotated: AnnotatedReport, drafts: readonly StatementDraft[]): StatementDraft[] {
  return drafts.flatMap((draft) => {
    if (saysNothing(annotated, draft)) return [{ ...draft, act: "no-comment", alleged: false }];
    if (!PUT_FORWARD.has(draft.act)) return [draft];
    const { tokens, lemmas } = annotated;
    const source = withNegation(annotated, draft.source);
    if (!PUTTING_FORWARD.test(lemmas[draft.predicate]!.toLowerCase())) return [{ ...draft, source }];
    if (!isUnsaid(annotated, draft.predicate) && !saysNobody(annotated, source)) return [{ ...draft, source }];
    const isOwn = source !== null && /^(?:i|we)$/i.test(tokens[source[0]]!.text);
    if (draft.act === "request" && !isOwn) return [];
    return [{ ...draft, source, act: isOwn ? "denial" : "no-comment", alleged: false }];
  });
}

/** "| Not | everyone is convinced": without its "not" the source is another. */
function withNegation({ tokens }: AnnotatedReport, source: StatementDraft["source"]): StatementDraft["source"] {
  if (source === null || !/^(?:not|hardly)$/i.test(tokens[source[0] - 1]?.text ?? "")) return source;
  return /^(?:every|all|everyone|everybody|anyone|anybody|many|a|one)$/i.test(tokens[source[0]]!.text)
    ? [source[0] - 1, source[1]]
    : source;
}

function saysNobody({ tokens }: AnnotatedReport, source: StatementDraft["source"]): boolean {
  return source !== null && /^(?:no|nobody|none|neither)$/i.test(tokens[source[0]]!.text);
}

/** By a "not" of its own, or by what stands right before it. */
function isUnsaid({ tokens, children, deprels, upos }: AnnotatedReport, predicate: number): boolean {
  const word = (token: number) => tokens[token]?.text.toLowerCase() ?? "";
  const isNegated = children[predicate]!.some(
    (child) =>
      child < predicate &&
      !upos.slice(child, predicate).includes("PUNCT") &&
      /^(?:not|n[’']t|never|neither|nor)$/.test(word(child)) &&
      /^(?:advmod|cc|cc:preconj)$/.test(deprels[child]!) &&
      !/^(?:only|just|merely|so)$/.test(word(child + 1)),
  );
  const before = [word(predicate - 2), word(predicate - 1)].join(" ");
  return isNegated || /(?:^| )(?:without|nor|neither)$|^yet to$|^short of$/.test(before);
}

/** "said it had no comment", “We do not comment on leaks”. */
function saysNothing({ report, lemmas }: AnnotatedReport, { content, predicate }: StatementDraft): boolean {
  const [first] = content;
  if (first === undefined) return false;
  const words = textOf(report.text, first);
  // "he said nothing of the pictures"
  if (content.length === 1 && /^(?:say|answer|reply)$/.test(lemmas[predicate]!) && SAID_NOTHING.test(words))
    return true;
  const isShort = words.length < NO_COMMENT_LENGTH;
  return NO_COMMENT.test(words.slice(0, NO_COMMENT_LENGTH)) || (isShort && (NONE.test(words) || NOTHING.test(words)));
}

/** Code units in which who says nothing has said so. */
const NO_COMMENT_LENGTH = 80;
const SAID_NOTHING = /^nothing(?: (?:about|on|of|more|further|at all|else|to)\b[^,;:]*)?[.,]?$/i;
const NONE = /\b(?:i|we|he|she|it|they) (?:have|has|had) no (?:\p{L}+ )?comments?\b[.,]?["”’']*$/iu;
/** “No comment.”, “I have nothing to say to you” are all that is said. */
const NOTHING =
  /^["“‘'](?:(?:sorry|i[’']m sorry|look),? )?(?:no comment|(?:(?:i|we)(?:[’']ve| have)(?: got)? )?(?:absolutely )?nothing (?:more |further |else )?to (?:say|add)(?: (?:to|about|on) (?:you|that|this|it))?(?: (?:today|now|at this (?:time|stage|point)))?)[.,!]?["”’']$/iu;
const NO_COMMENT =
  /^["“‘']?(?:that )?(?:it|he|she|they|we|i|the \p{L}+) (?:(?:has|have|had|would have) no (?:\p{L}+ )?comment|(?:do|does|did|will|would|could|can) ?(?:not|n[o’']t) (?:be able to )?comment|(?:was|were|is|are) (?:not able|unable) to comment)\b/iu;
