import type { AnnotatedReport } from "../../annotate/layers.ts";
import { ALLEGING_NOUNS } from "../../lexicons/event-status-words.ts";
import { textOf } from "../../text/span.ts";
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

/**
 * Leaves out what only looks like speech: "That said, …", "I mean, …", "you know, …", "to say the least"; what somebody is
 * asked whether they say; and what is done to somebody by a body that speaks ("was summoned by the ministry", "faces charges that").
 */
export function dropSayings(annotated: AnnotatedReport, drafts: readonly StatementDraft[]): StatementDraft[] {
  const denied = drafts.filter(({ act, predicate }) => act === "denial" && annotated.lemmas[predicate] === "deny");
  return drafts.filter(
    (draft) =>
      !isSaying(annotated, draft.predicate) &&
      !isOpenQuestion(annotated, draft) &&
      !isAskedOfThem(annotated, draft) &&
      !isDeed(annotated, draft) &&
      !isOfNobody(annotated, draft) &&
      !isDeniedByThem(annotated, draft, denied),
  );
}

/** "asked him to | confirm | that he had gone": who is asked to say a thing has not said it. */
function isAskedOfThem({ heads, deprels, lemmas, tokens }: AnnotatedReport, { predicate }: StatementDraft): boolean {
  const verb = heads[predicate]!;
  const isInfinitive = /^(?:xcomp|ccomp|advcl)$/.test(deprels[predicate]!) && tokens[predicate - 1]?.text === "to";
  return (
    isInfinitive &&
    verb >= 0 &&
    /^(?:ask|urge|press|pressure|invite|challenge|beg|implore|call|instruct)$/.test(lemmas[verb]!)
  );
}

/** "any suggestion that she knew", "has not been charged with": nothing is put forward, by nobody. */
function isOfNobody(
  { children, deprels, tokens, lemmas, upos }: AnnotatedReport,
  { predicate, source, act }: StatementDraft,
): boolean {
  if (source !== null) return false;
  const own = (wording: RegExp, relation: RegExp) =>
    children[predicate]!.some((child) => relation.test(deprels[child]!) && wording.test(tokens[child]!.text));
  if (upos[predicate] === "NOUN") return own(/^(?:any|no)$/i, /^det$/);
  return (
    act === "allegation" && /^(?:charge|accuse)$/.test(lemmas[predicate]!) && own(/^(?:not|n['’]t|never)$/i, /^advmod$/)
  );
}

/** "denied that it is planning a strike": what they deny saying, they do not say. */
function isDeniedByThem(
  { tokens, upos }: AnnotatedReport,
  { predicate, sourceHead, quotations }: StatementDraft,
  denied: readonly StatementDraft[],
): boolean {
  if (quotations.length > 0 || sourceHead === null || upos[sourceHead] !== "PRON") return false;
  const { start, end } = tokens[predicate]!;
  return denied.some(
    (one) =>
      one.predicate !== predicate &&
      one.quotations.length === 0 &&
      one.content.some((span) => span.start <= start && end <= span.end),
  );
}

/** "asked if she could confirm that …", "if it is found that …" */
function isOpenQuestion(annotated: AnnotatedReport, { predicate, cue, quotations }: StatementDraft): boolean {
  const { children, tokens, deprels, upos } = annotated;
  if (quotations.length > 0) return false;
  // "could confirm reports that": the verb of the cue, whichever word of it leads.
  let verb = cue[0];
  while (verb < cue[1] && upos[verb] !== "VERB") verb++;
  return [predicate, verb].some((token) =>
    children[token]!.some(
      (child) =>
        child < token &&
        deprels[child] === "mark" &&
        /^(?:whether|if)$/i.test(tokens[child]!.text) &&
        !/^(?:as|even)$/i.test(tokens[child - 1]?.text ?? ""),
    ),
  );
}

function isDeed(annotated: AnnotatedReport, { predicate, sourceHead, content, act }: StatementDraft): boolean {
  const { lemmas, heads, deprels, tokens, report } = annotated;
  const lemma = lemmas[predicate]!;
  const [first] = content;
  if (lemma === "face" && first !== undefined)
    return /^(?:the |new |further |several )?(?:charges?|accusations?|allegations?|claims?)\b/i.test(
      textOf(report.text, first),
    );
  // "on charges that she | siphoned | millions"
  const noun = heads[predicate]!;
  if (act === "allegation" && noun >= 0 && deprels[predicate]!.startsWith("acl") && ALLEGING_NOUNS.has(lemmas[noun]!))
    return sourceHead !== null && heads[sourceHead] === predicate && deprels[sourceHead]!.startsWith("nsubj");
  const isDone = /^(?:summon|question|threaten|interview|grill|detain|contact|approach)$/.test(lemma);
  const patient = annotated.children[predicate]!.find((child) => deprels[child] === "nsubj:pass");
  if (!isDone || patient === undefined || content.length !== 1 || first === undefined) return false;
  return first.end < tokens[predicate]!.start && first.end >= tokens[patient]!.end;
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
