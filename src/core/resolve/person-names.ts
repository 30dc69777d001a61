import { FEMALE_NAMES, MALE_NAMES, OPEN_NAMES } from "../lexicons/given-names.ts";
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
  const hyphen = name.indexOf("-");
  if (hyphen < 1) return null;
  // "Jean-Marie" is a man's name, though "Jean" goes with both and "Marie" is a woman's.
  if (name.startsWith("jean-")) return "male";
  return genderOfGivenName(name.slice(0, hyphen)) ?? genderOfGivenName(name.slice(name.lastIndexOf("-") + 1));
}

/** Whether a lower-case word is a given name of either gender, or of both. */
export function isKnownGivenName(name: string): boolean {
  return OPEN_NAMES.has(name) || genderOfGivenName(name) !== null;
}

/** Whether two names of two words or more can be one person's: same first and last word, no clash between. */
export function sameFullName(a: PersonName, b: PersonName): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  const shortSurname = surnameOf(short);
  const tail = long.slice(long.length - short.length);
  if (long.length > short.length && short.every((word, i) => word === tail[i])) {
    // "Rivera Santos" of "Thomas Rivera Santos", "Ann Ray" of "Podcaster Ann Ray"; but "Mary Ann Ray" is somebody else.
    return !isKnownGivenName(short[0]!) || !isKnownGivenName(long[0]!);
  }
  // "Pedro Rey" of "Pedro R. Rey Urrutia": the first of two family names.
  const isFirstFamilyName = long.length > short.length && long.indexOf(shortSurname) > 0 && isFamilyName(shortSurname);
  if (isFirstFamilyName && short.length === 2 && short[0] === long[0]) return true;
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
 * How a shorter name can stand for a fuller one: by its surname ("Ashdown", "van der Meer"), by its first word ("Huda", "Xi"), or
 * not at all.
 */
export function shortNameFit(short: PersonName, full: PersonName): "surname" | "first" | null {
  const { words } = short;
  if (words.length >= full.words.length) return null;
  const tail = full.words.slice(-words.length);
  if (words.every((word, i) => bareParticle(word) === bareParticle(tail[i]!))) return "surname";
  if (words.length > 1) return null;
  // The first of two family names: "Rosales" of "Ricardo Rosales Nevarez".
  if (full.words.slice(1).includes(words[0]!) && isFamilyName(words[0]!)) return "surname";
  return words[0] === full.words[0] && words[0]!.length > 1 ? "first" : null;
}

/** Words by which a lone family name can mean this person: the last, and any earlier one that is no given name. */
export function familyNamesOf(name: PersonName): ReadonlySet<string> {
  return new Set([...name.words.slice(1, -1).filter(isFamilyName), surnameOf(name.words)]);
}

function isFamilyName(word: string): boolean {
  return word.length > 2 && !isKnownGivenName(word) && !NAME_PARTICLES.has(word);
}

/** The last word, without an Arabic article joined by a hyphen: "al-Zahran" and "Zahran" are one name. */
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
