import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childOf } from "../../annotate/tree.ts";
import { actOfLemma, PHRASAL_ACTS } from "../../lexicons/acts.ts";
import type { StatementAct } from "../candidates.ts";
import type { Reading } from "./predicates.ts";
import { mayBe } from "./settled-acts.ts";

const REFUSING_CARRIERS = new Set(["refuse", "decline"]);
const ASKING_VERBS = new Set(["tell", "instruct", "want", "expect", "warn", "challenge"]);
const SAYING_WHEN_CLAUSE = new Set([
  "agree",
  "accept",
  "suggest",
  "plead",
  "decide",
  "insist",
  "propose",
  "recommend",
  "find",
  "learn",
  "announce",
  "estimate",
  "conclude",
  "determine",
]);

/** What a statement does, from the cue word, its negation, and the shape of its content. */
export function actOfReading(annotated: AnnotatedReport, reading: Reading): StatementAct {
  const { predicate, kind, addressee, content, subject } = reading;
  const lemma = annotated.lemmas[predicate]!.toLowerCase();
  const head = annotated.heads[predicate]!;
  const carrier = annotated.deprels[predicate] === "xcomp" && head >= 0 ? annotated.lemmas[head]! : "";
  const phrasal = phrasalAct(annotated, predicate);
  if (phrasal !== null) return phrasal;
  if (REFUSING_CARRIERS.has(carrier)) return lemma === "comment" ? "no-comment" : "refusal";
  if ((carrier === "say" || carrier === "tell") && lemma === "say") return "assertion";
  // "called the vote a betrayal" names; it asks for nothing.
  if (lemma === "call" && kind !== "infinitive" && kind !== "prepositional") return "assertion";
  if (lemma === "claim" && content.some((token) => annotated.lemmas[token] === "responsibility")) return "admission";
  if (lemma === "plead") {
    const words = content.map((token) => annotated.lemmas[token]);
    if (words.includes("guilty")) return words.includes("not") ? "denial" : "admission";
  }
  if (kind === "infinitive") {
    if (ASKING_VERBS.has(lemma) && addressee !== null) return "request";
    if (lemma === "claim" || lemma === "profess" || lemma === "report") return "assertion";
    if (lemma === "agree") return "promise";
    if (lemma === "want" || lemma === "hope" || lemma === "wish" || lemma === "expect" || lemma === "like")
      return "promise";
  }
  if ((kind === "clause" || kind === "inverted" || kind === "bare") && SAYING_WHEN_CLAUSE.has(lemma)) {
    return lemma === "decide"
      ? "ruling"
      : lemma === "recommend" || lemma === "propose"
        ? "request"
        : lemma === "agree" || lemma === "accept"
          ? "agreement"
          : lemma === "find" || lemma === "conclude" || lemma === "determine"
            ? "assertion"
            : "assertion";
  }
  if (
    (lemma === "say" || lemma === "add" || lemma === "tell" || lemma === "announce") &&
    kind === "clause" &&
    undertakes(annotated, content, subject?.head ?? null)
  )
    return "promise";
  if (lemma === "find" && kind === "passive") return "ruling";
  if (lemma === "charge" || (lemma === "accuse" && kind !== "infinitive")) return "allegation";
  const negated = annotated.children[predicate]!.some(
    (child) =>
      annotated.lemmas[child] === "not" || annotated.lemmas[child] === "n't" || annotated.lemmas[child] === "never",
  );
  const act = actOfLemma(lemma);
  if (negated && (act === "agreement" || act === "promise") && childOf(annotated, predicate, "aux") !== null)
    return "refusal";
  return act;
}

/** What a verb does together with its particle ("turned down", "threw out"); null where the two report nothing. */
export function phrasalAct(annotated: AnnotatedReport, predicate: number): StatementAct | null {
  const particle = childOf(annotated, predicate, "compound:prt");
  if (particle === null) return null;
  return PHRASAL_ACTS.get(`${annotated.lemmas[predicate]!} ${annotated.tokens[particle]!.text}`.toLowerCase()) ?? null;
}

/** "said they will attend": a speaker who says what they themselves will do. */
function undertakes(annotated: AnnotatedReport, content: readonly number[], speaker: number | null): boolean {
  const words = content.slice(0, 4).map((token) => annotated.tokens[token]!.text.toLowerCase());
  const start = words[0] === "that" ? 1 : 0;
  const who = words[start] ?? "";
  if (!/^(they|he|she|it|we|i)$/.test(who) || !/^(will|would|'ll|’ll|wo)$/.test(words[start + 1] ?? "")) return false;
  return !/^(be|have)$/.test(words[start + 2] ?? "") && (speaker === null || mayBe(annotated, speaker, who));
}
