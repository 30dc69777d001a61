import type { Seen } from "./salience.ts";

export type PronounClass = "he" | "she" | "it" | "they" | "speaker" | "addressee" | "relative";

const CLASSES: ReadonlyMap<string, PronounClass> = new Map<string, PronounClass>([
  ...["he", "him", "his", "himself"].map((word): [string, PronounClass] => [word, "he"]),
  ...["she", "her", "hers", "herself"].map((word): [string, PronounClass] => [word, "she"]),
  ...["it", "its", "itself"].map((word): [string, PronounClass] => [word, "it"]),
  ...["they", "them", "their", "theirs", "themselves"].map((word): [string, PronounClass] => [word, "they"]),
  ...["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"].map((word): [string, PronounClass] => [
    word,
    "speaker",
  ]),
  ...["you", "your", "yours", "yourself", "yourselves"].map((word): [string, PronounClass] => [word, "addressee"]),
  ...["who", "whom", "which", "that", "whose"].map((word): [string, PronounClass] => [word, "relative"]),
]);

export function pronounClassOf(word: string): PronounClass | null {
  return CLASSES.get(word.toLowerCase()) ?? null;
}

/** Whether the pronoun can stand for what was mentioned: person, number, gender. An unknown gender agrees with both. */
export function agrees(pronoun: PronounClass, seen: Seen): boolean {
  const { kind } = seen.referent;
  switch (pronoun) {
    case "he":
    case "she": {
      if (kind === "things") return false;
      if (kind !== "person" && kind !== "individual" && !couldBePerson(seen) && !seen.human) return false;
      const gender = seen.human ? seen.gender : seen.referent.gender;
      return gender === null || gender === (pronoun === "he" ? "male" : "female");
    }
    case "it":
      if (seen.plural) return false;
      return (
        kind === "organisation" ||
        kind === "body" ||
        kind === "place" ||
        kind === "document" ||
        kind === "other" ||
        kind === "thing"
      );
    case "they":
      return kind === "group" || kind === "organisation" || kind === "body" || kind === "other" || kind === "things";
    default:
      return false;
  }
}

/** How readily the pronoun is taken to mean it: known gender before unknown, bodies and groups before names of open kind. */
export function preference(pronoun: PronounClass, seen: Seen): number {
  const { kind, gender } = seen.referent;
  if (kind === "other") return pronoun === "he" || pronoun === "she" ? 0.25 : 0.6;
  // An unnamed person passes by; people with names are talked about.
  if (kind === "individual") return seen.isSource ? 0.9 : 0.6;
  if (pronoun === "he" || pronoun === "she") return gender === null && seen.gender === null ? 0.75 : 1;
  if (pronoun === "they") return kind === "organisation" ? 0.8 : 1;
  if (pronoun === "it") return kind === "place" ? 0.7 : 1;
  return 1;
}

/** A name of open kind that is written as people's names are: "Beyoncé", not "SARS-CoV-2". */
function couldBePerson({ referent }: Seen): boolean {
  return referent.kind === "other" && /^\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’-]+){0,2}$/u.test(referent.name);
}
