import { FEMALE_NAMES, MALE_NAMES } from "../lexicons/given-names.ts";
import { type Gender, NAME_PARTICLES, NAME_SUFFIXES } from "../lexicons/titles.ts";

export interface PersonName {
  /** Lower-case words without suffixes such as "Jr". */
  readonly words: readonly string[];
  readonly gender: Gender | null;
}

export function readPersonName(key: string): PersonName {
  const words = key.split(" ");
  while (words.length > 1 && NAME_SUFFIXES.has(words.at(-1)!.replace(/,$/, ""))) words.pop();
  return { words, gender: words.length > 1 ? genderOfGivenName(words[0]!) : null };
}

export function genderOfGivenName(name: string): Gender | null {
  const female = FEMALE_NAMES.has(name);
  const male = MALE_NAMES.has(name);
  if (female !== male) return female ? "female" : "male";
  const first = name.includes("-") ? name.slice(0, name.indexOf("-")) : "";
  return first === "" ? null : genderOfGivenName(first);
}

/** Whether two names of two words or more can be one person's: same first and last word, no clash between. */
export function sameFullName(a: PersonName, b: PersonName): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  const shortSurname = surnameOf(short);
  // "Podcaster Ann Ray" and "Ann Ray": a word that is no given name stands before the whole of the shorter name.
  if (short.length > 1 && long.length === short.length + 1 && short.every((word, i) => word === long[i + 1])) {
    return genderOfGivenName(long[0]!) === null;
  }
  if (surnameOf(long) !== shortSurname) return false;
  if (!sameGivenName(short[0]!, long[0]!)) return false;
  let at = 1;
  for (const middle of short.slice(1, -1)) {
    while (at < long.length - 1 && !sameGivenName(middle, long[at]!)) at++;
    if (at >= long.length - 1) return NAME_PARTICLES.has(middle) || long.length === short.length - 1;
    at++;
  }
  return true;
}

/**
 * How a shorter name can stand for a fuller one: by its surname ("Rowley", "von der Leyen"), by its first word ("Huda", "Xi"), or
 * not at all.
 */
export function shortNameFit(short: PersonName, full: PersonName): "surname" | "first" | null {
  const { words } = short;
  if (words.length >= full.words.length) return null;
  const tail = full.words.slice(-words.length);
  if (words.every((word, i) => bareParticle(word) === bareParticle(tail[i]!))) return "surname";
  if (words.length === 1 && words[0] === full.words[0] && words[0]!.length > 1) return "first";
  return null;
}

/** The last word, without an Arabic article joined by a hyphen: "al-Eryani" and "Eryani" are one name. */
export function surnameOf(words: readonly string[]): string {
  return bareParticle(words.at(-1)!);
}

function bareParticle(word: string): string {
  return word.replace(/^(?:al|el|ad|as|ash|an|at|ul)-/, "");
}

function sameGivenName(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length === 1 && long.startsWith(short);
}
