import type { AnnotatedReport } from "../annotate/layers.ts";
import { PLACE_OF_ADJECTIVE } from "../lexicons/place-names.ts";
import { type Gender, HONORIFICS } from "../lexicons/titles.ts";
import { bareWord } from "../text/bare-word.ts";
import { readBracketedNames } from "./acronyms.ts";
import { ofOneGender, surnamesOfBothGenders } from "./address-genders.ts";
import { bearerMeant, type Place } from "./bearers.ts";
import { type BodyName, isOwnNameOfBody, joinBodyNames } from "./body-names.ts";
import { type NameForm, readNameForms } from "./name-forms.ts";
import { nameKey } from "./name-keys.ts";
import { settleKinds } from "./name-kinds.ts";
import {
  familyNamesOf,
  type PersonName,
  readPersonName,
  sameFullName,
  shortNameFit,
  surnameOf,
} from "./person-names.ts";
import { makeReferent, type Reference, type Referent } from "./referent.ts";
import { readToldNames } from "./told-names.ts";

/** Every name of the report with whom it names: one referent, or several that it could be. */
export interface NamedMention {
  readonly form: NameForm;
  readonly reference: Reference;
}

/** Joins names of one person, body or place. Two people with one surname are never joined on the surname alone. */
export function clusterNames(annotated: AnnotatedReport): {
  readonly mentions: readonly NamedMention[];
  readonly referents: Referent[];
} {
  const read = readNameForms(annotated);
  const { pairs, added } = readBracketedNames(annotated, read);
  // A full form found before a bracket takes in the parts that the annotator found of it.
  const whole = [...read.filter((form) => !added.some((one) => holds(one, form))), ...added];
  const forms = settleKinds(
    annotated,
    whole.filter((form) => !isOneOfMany(annotated, form)).sort((a, b) => a.firstToken - b.firstToken),
  );
  const referents: Referent[] = [];
  const people = clusterPeople(annotated, forms, referents);
  const bodies = clusterBodies(annotated, forms, [...pairs, ...readToldNames(annotated, forms)], referents);
  const mentions = forms.flatMap((form): NamedMention[] => {
    const reference = people.get(form) ?? bodies.get(form);
    return reference === undefined ? [] : [{ form, reference }];
  });
  return { mentions, referents };
}

/** "one Republican said", "a German told": somebody who is not named, and not the party or the country. */
function isOneOfMany({ tokens, heads, deprels }: AnnotatedReport, { firstToken, endToken }: NameForm): boolean {
  if (endToken - firstToken !== 1 || firstToken === 0) return false;
  const counts = /^(?:an?|one|another|every|each)$/i.test(tokens[firstToken - 1]!.text);
  if (!counts || heads[firstToken - 1] !== firstToken || /^(?:compound|amod|nmod:poss|flat)/.test(deprels[firstToken]!))
    return false;
  const word = tokens[firstToken]!.text.toLowerCase();
  return PLACE_OF_ADJECTIVE.has(word) || ONE_OF_A_PARTY.test(word);
}

const ONE_OF_A_PARTY =
  /^(?:republican|democrat|conservative|tory|liberal|socialist|communist|green|muslim|christian|catholic|protestant|jew|hindu|sikh|buddhist)$/;

function holds(outer: NameForm, inner: NameForm): boolean {
  return inner.firstToken < outer.endToken && outer.firstToken < inner.endToken;
}

/** Namesakes that a new name is compared with; keeps the cost linear in lists of names. */
const MOST_KIN = 100;

interface PersonCluster {
  readonly referent: Referent;
  readonly names: PersonName[];
  gender: Gender | null;
  readonly fullAt: Place[];
  readonly bareAt: number[];
  /** Titles that its full names stand behind: "General". */
  readonly titles: Set<string>;
}

function clusterPeople(
  annotated: AnnotatedReport,
  forms: readonly NameForm[],
  referents: Referent[],
): ReadonlyMap<NameForm, Reference> {
  const people = forms.filter((form) => form.kind === "person");
  const references = new Map<NameForm, Reference>();
  const placeOf = ({ firstToken }: NameForm): Place => ({
    token: firstToken,
    paragraph: annotated.sentences[annotated.sentenceOf[firstToken]!]!.paragraph,
  });
  const clusters: PersonCluster[] = [];
  const bySurname = new Map<string, PersonCluster[]>();
  const byFirst = new Map<string, PersonCluster[]>();
  const byKey = new Map<string, PersonCluster>();
  const long = [...people].filter((form) => form.key.includes(" ") && !isParticleName(form.key));
  // Longest first, so that "Ann Ray" meets "Ann B Ray" as a whole.
  long.sort((a, b) => b.key.split(" ").length - a.key.split(" ").length || a.firstToken - b.firstToken);
  for (const form of long) {
    let cluster = byKey.get(form.key);
    if (cluster === undefined) {
      const name = readPersonName(form.key);
      const surname = surnameOf(name.words);
      const namesakes = bySurname.get(surname) ?? [];
      const kin = new Set([...namesakes.slice(-MOST_KIN), ...(byFirst.get(name.words[0]!) ?? []).slice(-MOST_KIN)]);
      const fits = [...kin].filter((one) => one.names.every((other) => sameFullName(name, other)));
      cluster = fits.length === 1 ? fits[0]! : undefined;
      if (cluster === undefined) {
        cluster = makeCluster(referents, []);
        clusters.push(cluster);
        for (const word of familyNamesOf(name)) bySurname.set(word, [...(bySurname.get(word) ?? []), cluster]);
        const first = name.words[0]!;
        byFirst.set(first, [...(byFirst.get(first) ?? []), cluster]);
      }
      cluster.names.push(name);
      byKey.set(form.key, cluster);
    }
    cluster.gender = form.gender ?? cluster.gender ?? readPersonName(form.key).gender;
    cluster.fullAt.push(placeOf(form));
    cluster.titles.add(titleOf(annotated, form));
    references.set(form, { kind: "referent", referent: cluster.referent });
  }
  for (const { fullAt } of clusters) fullAt.sort((a, b) => a.token - b.token);
  const lone = new Map<string, PersonCluster>();
  const titled = new Set<Referent>();
  const ofBothGenders = surnamesOfBothGenders(people);
  for (const form of people) {
    if (references.has(form)) continue;
    const name = readPersonName(form.key);
    const agreeing = (cluster: PersonCluster) =>
      form.gender === null || cluster.gender === null || form.gender === cluster.gender;
    const namesakes = (bySurname.get(surnameOf(name.words)) ?? []).filter((one) =>
      one.names.some((full) => shortNameFit(name, full) === "surname"),
    );
    const isOpen = ofBothGenders.has(form.key);
    const isAddressed = isOpen && form.gender !== null;
    const own = lone.get(` ${form.key}`);
    const bySur = isAddressed
      ? ofOneGender(namesakes, form.gender)
      : isOpen
        ? namedByThen(namesakes, own, form)
        : namesakes.filter(agreeing);
    const isNew = isIntroduced(annotated, form);
    const byGiven = (byFirst.get(name.words[0]!) ?? []).filter(
      (one) => !isNew && agreeing(one) && one.names.some((full) => shortNameFit(name, full) === "first"),
    );
    const fits = form.byGivenName && byGiven.length > 0 ? byGiven : bySur.length > 0 ? bySur : byGiven;
    const one = fits.length === 1 ? fits[0]! : null;
    const title = titleOf(annotated, form);
    const titledSo = title === "" ? [] : fits.filter(({ titles }) => titles.has(title));
    const meant =
      fits.length > 1 && titledSo.length === 1
        ? titledSo[0]!
        : fits === bySur && fits.length > 1 && !isOpen
          ? bearerMeant(fits, placeOf(form))
          : one;
    if (fits.length > 1 && meant === null) {
      references.set(form, { kind: "ambiguous", referents: fits.map((one) => one.referent) });
      continue;
    }
    let cluster = meant;
    if (cluster === null) {
      const key = `${form.gender ?? ""} ${form.key}`;
      cluster = lone.get(key) ?? lone.get(` ${form.key}`) ?? null;
      if (cluster === null || (isAddressed && cluster.gender !== null && cluster.gender !== form.gender)) {
        cluster = makeCluster(referents, [name]);
        clusters.push(cluster);
        if (isAddressed) titled.add(cluster.referent);
      }
      lone.set(key, cluster);
      if (form.gender !== null && !lone.has(` ${form.key}`)) lone.set(` ${form.key}`, cluster);
    }
    cluster.gender ??= form.gender;
    cluster.bareAt.push(form.firstToken);
    references.set(form, { kind: "referent", referent: cluster.referent });
  }
  for (const cluster of clusters) cluster.referent.gender = cluster.gender;
  nameReferents(annotated, references);
  for (const referent of titled)
    referent.name = [...referent.forms].find((form) => form.includes(" ")) ?? referent.name;
  return references;
}

function clusterBodies(
  annotated: AnnotatedReport,
  forms: readonly NameForm[],
  bracketed: readonly (readonly [string, string])[],
  referents: Referent[],
): ReadonlyMap<NameForm, Reference> {
  const bodies = forms.filter((form) => form.kind !== "person");
  const names = new Map<string, BodyName>();
  for (const form of bodies) {
    if (names.has(form.key) || form.kind === "person") continue;
    const words = annotated.tokens.slice(form.firstToken, form.endToken).map((token) => token.text);
    const { paragraph } = annotated.sentences[annotated.sentenceOf[form.firstToken]!]!;
    names.set(form.key, { key: form.key, words, kind: form.kind, paragraph });
  }
  const parents = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    return root;
  };
  for (const [a, b] of joinBodyNames([...names.values()], bracketed)) {
    const [rootA, rootB] = [find(a), find(b)];
    if (rootA !== rootB) parents.set(rootB, rootA);
  }
  const byRoot = new Map<string, Referent>();
  const references = new Map<NameForm, Reference>();
  for (const form of bodies) {
    const root = find(form.key);
    let referent = byRoot.get(root);
    if (referent === undefined) {
      referent = makeReferent(referents.length, form.kind, "", true);
      referents.push(referent);
      byRoot.set(root, referent);
    }
    if (referent.kind === "other" || (referent.kind === "place" && form.kind === "organisation"))
      referent.kind = form.kind;
    references.set(form, { kind: "referent", referent });
  }
  nameReferents(annotated, references);
  return references;
}

/** "general" of "General Ray"; empty for none and for a form of address. */
function titleOf({ tokens }: AnnotatedReport, { titleToken, firstToken }: NameForm): string {
  const words = tokens.slice(titleToken, firstToken).map(({ text }) => bareWord(text));
  return words.filter((word) => !HONORIFICS.has(word)).join(" ");
}

/** "her daughters Maria, 6, and Eva, 4": a first name alone with an age is told of for the first time. */
function isIntroduced({ tokens }: AnnotatedReport, { firstToken, endToken, key }: NameForm): boolean {
  return (
    !key.includes(" ") &&
    firstToken === endToken - 1 &&
    tokens[endToken]?.text === "," &&
    /^\d{1,2}$/.test(tokens[endToken + 1]?.text ?? "")
  );
}

/** Whom a surname without "Mr" or "Ms" can mean where there is both a "Mr Ray" and a "Ms Ray": "President Ray" the first called so. */
function namedByThen(
  namesakes: readonly PersonCluster[],
  own: PersonCluster | undefined,
  { firstToken, titleToken }: NameForm,
): readonly PersonCluster[] {
  if (own !== undefined && titleToken < firstToken) return [own];
  const known = namesakes.filter(({ fullAt }) => fullAt.some(({ token }) => token < firstToken));
  if (own !== undefined) return [...known, own];
  return known.length > 0 || titleToken < firstToken ? known : namesakes;
}

function makeCluster(referents: Referent[], names: PersonName[]): PersonCluster {
  const referent = makeReferent(referents.length, "person", "", true);
  referents.push(referent);
  return { referent, names, gender: null, fullAt: [], bareAt: [], titles: new Set() };
}

/** "al-Zahran", "van der Meer": a surname that begins with small words is no full name. */
function isParticleName(key: string): boolean {
  return /^(?:van|von|de|del|della|di|da|dos|das|du|le|la|el|al|bin|ibn|ten|ter|der) /.test(key);
}

/** Gives each referent its forms as written, and the fullest of them as its name. */
function nameReferents(annotated: AnnotatedReport, references: ReadonlyMap<NameForm, Reference>): void {
  for (const [form, reference] of references) {
    if (reference.kind !== "referent") continue;
    const { referent } = reference;
    const { text } = annotated.report;
    const written = text
      .slice(annotated.tokens[form.firstToken]!.start, annotated.tokens[form.endToken - 1]!.end)
      .replace(/\s+/g, " ");
    const isTitled = form.titleToken < form.firstToken && form.kind === "person" && isWholeTitle(annotated, form);
    referent.forms.add(
      isTitled
        ? text
            .slice(annotated.tokens[form.titleToken]!.start, annotated.tokens[form.endToken - 1]!.end)
            .replace(/\s+/g, " ")
        : written,
    );
    if (referent.name === "" || rankName(written, form) > rankName(referent.name, null)) referent.name = written;
  }
}

/** False for "Secretary" of "Home Secretary", whose first word no list of titles holds. */
function isWholeTitle(annotated: AnnotatedReport, form: NameForm): boolean {
  const before = form.titleToken - 1;
  if (before < 0 || annotated.sentenceOf[before] !== annotated.sentenceOf[form.firstToken]) return true;
  return annotated.upos[before] !== "PROPN" && annotated.upos[before] !== "NOUN" && annotated.upos[before] !== "ADJ";
}

/** A body's own name before its second names; else more words before fewer. */
function rankName(name: string, form: NameForm | null): number {
  const key = form?.key ?? nameKey(name.split(" "));
  const words = key.split(" ").length;
  return words + (isOwnNameOfBody(key) ? 10 : 0);
}
