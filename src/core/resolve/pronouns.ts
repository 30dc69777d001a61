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
      if (kind !== "person" && kind !== "individual" && !seen.human) return false;
      const gender = seen.human ? seen.gender : seen.referent.gender;
      return gender === null || gender === (pronoun === "he" ? "male" : "female");
    }
    case "it":
      return (
        kind === "organisation" ||
        kind === "body" ||
        kind === "place" ||
        kind === "document" ||
        kind === "other" ||
        kind === "thing"
      );
    case "they":
      return kind === "group" || kind === "organisation" || kind === "body" || kind === "things";
    default:
      return false;
  }
}
