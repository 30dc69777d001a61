import { BODY_DESIGNATORS } from "../lexicons/nominals.ts";
import { KNOWN_PLACES, PLACE_OF_ADJECTIVE } from "../lexicons/place-names.ts";
import { PUBLIC_BODIES } from "../lexicons/public-bodies.ts";
import { initialsOf, isAcronym, lettersOf } from "./initials.ts";
import { nameKey } from "./name-keys.ts";

/** A distinct name of a body or place in one report. */
export interface BodyName {
  readonly key: string;
  /** As first written. */
  readonly words: readonly string[];
  readonly kind: "organisation" | "place" | "other";
  /** Paragraph of its first mention, the same for all where names are of several reports. */
  readonly paragraph: number;
}

const BODY_OF_NAME: ReadonlyMap<string, string> = new Map(
  PUBLIC_BODIES.flatMap((body) => [body.name, ...body.also].map((name) => [keyOf(name), body.name] as const)),
);

const UNCERTAIN_NAMES: ReadonlyMap<string, readonly string[]> = uncertainNames();

/** Canonical name of a public body by any of its certain names, or null. */
export function publicBodyOf(key: string): string | null {
  return BODY_OF_NAME.get(key) ?? null;
}

export function isOwnNameOfBody(key: string): boolean {
  const body = BODY_OF_NAME.get(key);
  return body !== undefined && keyOf(body) === key;
}

/**
 * Pairs of keys that name one body: second names from the word list, an acronym with the only full name it can stand for, and
 * a short form of one fuller name. A short form that fits two names is joined to neither.
 */
export function joinBodyNames(
  names: readonly BodyName[],
  bracketed: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [...bracketed];
  const shortInBrackets = new Set(bracketed.map(([, short]) => short));
  pairs.push(...joinPublicBodies(names, shortInBrackets));
  const full = names.filter((name) => name.words.length > 1);
  const byWord = indexByWord(full);
  const byInitials = indexByInitials(full);
  for (const name of names) {
    if (shortInBrackets.has(name.key)) continue;
    const fits =
      name.words.length === 1 && isAcronym(name.words[0]!)
        ? (byInitials.get(lettersOf(name.words[0]!)) ?? [])
        : (byWord.get(name.key.split(" ").at(-1)!) ?? byWord.get(name.key.split(" ")[0]!) ?? []).filter((long) =>
            isShortFormOf(name, long),
          );
    const fuller = largestOf(fits);
    if (fuller !== null) pairs.push([fuller.key, name.key]);
  }
  return pairs;
}

function joinPublicBodies(
  names: readonly BodyName[],
  taken: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  const firstNames = new Map<string, BodyName>();
  for (const name of names) {
    const body = taken.has(name.key) ? undefined : BODY_OF_NAME.get(name.key);
    if (body === undefined) continue;
    const first = firstNames.get(body);
    if (first === undefined) firstNames.set(body, name);
    else pairs.push([first.key, name.key]);
  }
  for (const name of names) {
    if (taken.has(name.key) || BODY_OF_NAME.has(name.key)) continue;
    const present = (UNCERTAIN_NAMES.get(name.key) ?? []).flatMap((body) => firstNames.get(body) ?? []);
    if (present.length === 1 && !comesLate(present[0]!, name)) pairs.push([present[0]!.key, name.key]);
  }
  return pairs;
}

/** Paragraphs within which a report gives a body's whole name when it has begun with the short one. */
const SOON = 2;

/**
 * "The Senate", and only in passing at the end "the U.S. Senate": what a report calls by a bare name from the start is not
 * the body whose whole name comes long after.
 */
function comesLate(whole: BodyName, short: BodyName): boolean {
  return whole.paragraph > short.paragraph + SOON;
}

/** "Labour" of "Labour Party", "Supreme Court" of "US Supreme Court", "Oxford University" of "University of Oxford". */
function isShortFormOf(name: BodyName, long: BodyName): boolean {
  if (name.key === long.key || name.kind === "place" || long.kind === "place") return false;
  const short = name.key.split(" ");
  const full = long.key.split(" ");
  if (short.length > full.length) return false;
  if (short.every((word, i) => word === full[i])) {
    return full.slice(short.length).every((word) => BODY_DESIGNATORS.has(word) || word === "and" || word === "&");
  }
  // "Coast Guard" is no short form of "Control Centre of the Coast Guard".
  const dropped = full.at(-short.length - 1) ?? "";
  const isTail = short.length > 1 && short.every((word, i) => word === full[full.length - short.length + i]);
  if (isTail) {
    const isOfCountry = short.length + 1 === full.length && isCountryWord(dropped);
    return !/^(?:of|for|the|and|&|in|on|to)$|'s?$/.test(dropped) && !(isOfCountry && comesLate(long, name));
  }
  const fullContent = full.filter((word) => word !== "of" && word !== "the" && word !== "for");
  return (
    short.length > 1 &&
    fullContent.length === short.length &&
    full.length > short.length &&
    short.every((word) => fullContent.includes(word))
  );
}

function isCountryWord(word: string): boolean {
  return /^(?:us|uk|eu|un)$/.test(word) || KNOWN_PLACES.has(word) || PLACE_OF_ADJECTIVE.has(word);
}

/** The one fuller name, or the longest of several that are themselves short forms of it; else null. */
function largestOf(fits: readonly BodyName[]): BodyName | null {
  const sorted = [...fits].sort((a, b) => b.words.length - a.words.length);
  const longest = sorted[0];
  if (longest === undefined) return null;
  return sorted.every((one) => one === longest || isShortFormOf(one, longest)) ? longest : null;
}

function indexByInitials(names: readonly BodyName[]): ReadonlyMap<string, readonly BodyName[]> {
  const byInitials = new Map<string, BodyName[]>();
  for (const name of names) {
    if (isAcronym(name.words[0]!) && name.words.length < 3) continue;
    for (const initials of new Set(initialsOf(name.words))) {
      if (initials.length < 2) continue;
      const list = byInitials.get(initials);
      if (list === undefined) byInitials.set(initials, [name]);
      else list.push(name);
    }
  }
  return byInitials;
}

function indexByWord(names: readonly BodyName[]): ReadonlyMap<string, readonly BodyName[]> {
  const byWord = new Map<string, BodyName[]>();
  for (const name of names) {
    for (const word of new Set(name.key.split(" "))) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [name]);
      else if (list.length < 50) list.push(name);
    }
  }
  return byWord;
}

function keyOf(name: string): string {
  return nameKey(name.split(" ")).replace(/^the /, "");
}

function uncertainNames(): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const body of PUBLIC_BODIES) {
    for (const name of body.uncertain ?? []) {
      const key = keyOf(name);
      byName.set(key, [...(byName.get(key) ?? []), body.name]);
    }
  }
  return byName;
}
