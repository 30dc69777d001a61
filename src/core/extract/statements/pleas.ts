import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childrenOf, subtreeOf } from "../../annotate/tree.ts";
import type { StatementAct } from "../candidates.ts";
import type { StatementDraft } from "./draft.ts";
import { lemmaOfCase, subjectOf } from "./predicates.ts";
import type { QuoteMap } from "./quote-map.ts";
import { contentSpans, cueTokens, sourceTokens } from "./spans.ts";

/** How a plea is marked: what follows it may be another's deed ("before Judge Ray, who sentenced him"). */
export const PLEA = "statements/plea";

/**
 * Pleas in court, and charges that are denied or admitted.
 *
 * > | Two men pleaded not guilty to arson.          | Both denied the charges.
 *             ^^^^^^^^^^^^^^^^^^ cue                        ^^^^^^ cue
 *                                ^^^^^^^^ content ("not guilty" itself where no charge follows)
 */
export function draftPleas(annotated: AnnotatedReport, quotes: QuoteMap): StatementDraft[] {
  return [...draftGuilt(annotated, quotes), ...draftAnsweredCharges(annotated, quotes)];
}

const ANSWERS: ReadonlyMap<string, StatementAct> = new Map([
  ["deny", "denial"],
  ["admit", "admission"],
]);
const CHARGES = /^(charge|count|offence|offense|allegation|accusation|wrongdoing)$/;

function draftAnsweredCharges(annotated: AnnotatedReport, quotes: QuoteMap): StatementDraft[] {
  const { lemmas, upos } = annotated;
  return lemmas.flatMap((lemma, verb): StatementDraft[] => {
    const act = upos[verb] === "VERB" ? ANSWERS.get(lemma) : undefined;
    const object = act === undefined ? undefined : childrenOf(annotated, verb, "obj").find((child) => child > verb);
    if (act === undefined || object === undefined || !CHARGES.test(lemmas[object]!)) return [];
    const subject = subjectOf(annotated, verb);
    const content = subtreeOf(annotated, object);
    const cue = cueTokens(annotated, {
      predicate: verb,
      kind: "object",
      content,
      particle: null,
      subject,
      addressee: null,
    });
    const source = subject === null ? null : sourceTokens(annotated, quotes, subject, cue);
    const spans = contentSpans(annotated, quotes, content, cue, source);
    if (spans.length === 0) return [];
    const draft = { predicate: verb, cue, source, sourceHead: subject?.head ?? null, content: spans, quotations: [] };
    const rest = { addresseeHead: null, act, medium: null, alleged: false, confidence: 0.8 };
    return [{ ...draft, ...rest, producedBy: PLEA }];
  });
}

const PLEADING: ReadonlySet<string> = new Set(["plead", "pleads", "pleaded", "pled", "pleading"]);

function draftGuilt(annotated: AnnotatedReport, quotes: QuoteMap): StatementDraft[] {
  const drafts: StatementDraft[] = [];
  const { lemmas, tokens, sentenceOf } = annotated;
  for (let verb = 0; verb + 1 < tokens.length; verb++) {
    if (lemmas[verb] !== "plead" && !PLEADING.has(tokens[verb]!.text.toLowerCase())) continue;
    const negated = tokens[verb + 1]!.text.toLowerCase() === "not";
    const guilty = verb + (negated ? 2 : 1);
    if (tokens[guilty]?.text.toLowerCase() !== "guilty" || sentenceOf[guilty] !== sentenceOf[verb]) continue;
    const subject = subjectOf(annotated, verb);
    const group = cueTokens(annotated, {
      predicate: verb,
      kind: "object",
      content: [],
      particle: null,
      subject,
      addressee: null,
    });
    const charge = [verb, guilty]
      .flatMap((head) => childrenOf(annotated, head, "obl", "nmod", "advcl", "xcomp"))
      .find(
        (child) =>
          child > guilty &&
          (lemmaOfCase(annotated, child) === "to" || tokens[subtreeOf(annotated, child)[0]!]!.text === "to"),
      );
    const withCharge =
      charge === undefined
        ? []
        : contentSpans(annotated, quotes, subtreeOf(annotated, charge), [group[0], guilty], null);
    const content = withCharge.length > 0 ? withCharge : [{ start: tokens[verb + 1]!.start, end: tokens[guilty]!.end }];
    const cue: [number, number] = [group[0], withCharge.length > 0 ? guilty : verb];
    const source = subject === null ? null : sourceTokens(annotated, quotes, subject, cue);
    drafts.push({
      predicate: verb,
      cue,
      source,
      sourceHead: subject?.head ?? null,
      content,
      quotations: [],
      addresseeHead: null,
      act: negated ? "denial" : "admission",
      medium: "court",
      alleged: false,
      confidence: 0.9,
      producedBy: PLEA,
    });
  }
  return drafts;
}
