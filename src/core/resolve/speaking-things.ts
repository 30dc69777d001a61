import { bodyKeyOf } from "./bodies.ts";
import { addReferent, type Discourse, noteSeen } from "./discourse.ts";
import { describePhrase, type NounPhrase } from "./noun-phrases.ts";

/** What stands for those who govern it. */
const GOVERNED: ReadonlySet<string> = new Set(
  "county city town state district borough province country nation".split(" "),
);

/** Whether a noun for no person and no body known speaks, is spoken to or stands for those who govern. */
export function maySpeak({ annotated, sources, partners }: Discourse, { head }: NounPhrase, noun: string): boolean {
  const speaks = sources.has(head) || partners.has(head) || GOVERNED.has(noun);
  return speaks && annotated.upos[head] === "NOUN" && !SHOWN.test(noun);
}

/** Numbers of people answer one question, and things speak once; whom a report is about goes on. */
export const PASSING_BY = 0.5;

/** "The custody service disputes that", "the survey found": what speaks, is spoken to or governs may be the "it" that speaks next. */
export function readSpeakingThing(discourse: Discourse, phrase: NounPhrase): void {
  const { annotated, commonByKey } = discourse;
  const key = bodyKeyOf(annotated, phrase);
  const isKnowable = phrase.form === "definite" || phrase.form === "demonstrative";
  const known = isKnowable ? commonByKey.get(key) : undefined;
  const thing = known ?? addReferent(discourse, "body", describePhrase(annotated, phrase, true));
  commonByKey.set(key, thing);
  const factor = GOVERNED.has(phrase.noun) || discourse.partners.has(phrase.head) ? 1 : PASSING_BY;
  noteSeen(discourse, phrase.head, thing, {
    factor,
    human: AGENT_NOUN.test(phrase.noun) && !THING_NOUN.test(phrase.noun),
  });
}

/** What shows or holds words has no will of its own. */
const SHOWN =
  /^(?:measure|number|film|footage|video|tape|recording|photo|photograph|image|picture|map|page|model|run|test|figure|day|week|month|year|law|rule|study|paper|log|diary|receipt|tally|version|morning|night|evening|afternoon)$/;

/** "a bodyguard", "a fitter": by the end of the word. */
const AGENT_NOUN = /(?:er|or|ist|ian|guard|mate)$/;
const THING_NOUN =
  /(?:paper|letter|order|number|poster|computer|register|chapter|error|tower|water|power|weather|river|folder|banner|sticker|chamber|counter|meter|monitor|sensor|matter|tracker|sector|server|charter|newsletter)$/;
