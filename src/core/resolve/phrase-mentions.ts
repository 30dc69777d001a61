import type { AnnotatedReport } from "../annotate/layers.ts";
import { type Discourse, noteSeen } from "./discourse.ts";
import { countedHead, type NounPhrase } from "./noun-phrases.ts";
import type { Referent } from "./referent.ts";

/** Proper nouns and nationalities tell bodies apart ("the Israeli army"); "direct action" and "terrorist" do not. */
export function isCapitalised(annotated: AnnotatedReport, phrase: NounPhrase, word: string): boolean {
  for (let i = phrase.firstToken; i < phrase.head; i++) {
    if (annotated.tokens[i]!.text.toLowerCase() !== word) continue;
    return annotated.upos[i] === "PROPN" || /^\p{Lu}/u.test(annotated.tokens[i]!.text);
  }
  return false;
}

/** Referents of the kind that the report describes with this noun, anywhere in it. */
export function describedAs(discourse: Discourse, noun: string, kind: Referent["kind"]): readonly Referent[] {
  return (discourse.describedBy.get(noun) ?? []).filter((one) => one.kind === kind);
}

/** Notes that the phrase stands for the referent. */
export function mention(
  discourse: Discourse,
  phrase: NounPhrase,
  referent: Referent,
  how: Parameters<typeof noteSeen>[3] = {},
): void {
  const { annotated } = discourse;
  discourse.referenceAt.set(phrase.head, { kind: "referent", referent });
  noteSeen(discourse, phrase.head, referent, { plural: phrase.plural, ...how });
  const counted = countedHead(annotated, phrase.head);
  const end = counted > phrase.head ? counted + 1 : phrase.endToken;
  referent.mentions.push({
    start: annotated.tokens[phrase.firstToken]!.start,
    end: annotated.tokens[end - 1]!.end,
    form: "nominal",
  });
}
