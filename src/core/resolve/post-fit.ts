import { OFFICE_FIELDS } from "../lexicons/nominals.ts";
import { PLACE_OF_ADJECTIVE } from "../lexicons/place-names.ts";
import type { Discourse } from "./discourse.ts";
import { caseOf } from "./documents.ts";
import type { NounPhrase } from "./noun-phrases.ts";
import type { Referent } from "./referent.ts";

/** "The finance minister" is not the prime minister told of before, but "the masked gunman" may be the gunman. */
export function isOfOtherKind({ modifiers, noun }: NounPhrase, known: Referent): boolean {
  const before = known.name.toLowerCase().split(/\s+/);
  const told = before.slice(0, before.indexOf(noun)).filter((word) => !DETERMINERS.test(word));
  return modifiers.length > 0 && told.length > 0 && !modifiers.some((word) => told.includes(word));
}

const DETERMINERS = /^(?:the|an?|this|that|these|those|one|another|his|her|its|their|our|my)$/;

/** "the prime minister" is the one of two ministers whose post is called that. */
export function ofSamePost(people: readonly Referent[], { modifiers, noun }: NounPhrase): readonly Referent[] {
  const post = [...modifiers, noun].join(" ");
  const same = people.filter(({ roles }) => roles.some(({ title }) => ` ${title.toLowerCase()}`.endsWith(` ${post}`)));
  return same.length > 0 ? same : people;
}

/** "the French president" is not one of whom the report only says that she is a president. */
export function fitsCountry({ annotated }: Discourse, { modifiers, noun }: NounPhrase, person: Referent): boolean {
  if (!POST_OF_STATE.test(noun)) return true;
  const adjective = modifiers.find((word) => PLACE_OF_ADJECTIVE.has(word));
  if (adjective === undefined) return true;
  const place = PLACE_OF_ADJECTIVE.get(adjective)!.toLowerCase();
  return person.roles.some(({ title, of, span }) => {
    // "US President Ann Ray": the country stands before the post.
    const before = annotated.report.text.slice(Math.max(0, span.start - BEFORE_POST), span.start);
    const role = `${before} ${title} ${of ?? ""}`.toLowerCase();
    return role.includes(adjective) || role.includes(place);
  });
}

/** Letters before a post in which its country may stand. */
const BEFORE_POST = 24;

/** "The prime minister" is not the interior minister told of before, nor is "the health secretary" one of state for trade. */
export function fitsField({ modifiers, noun }: NounPhrase, person: Referent): boolean {
  if (!/^(?:minister|secretary)$/.test(noun)) return true;
  const fields = modifiers.filter(
    (word) => OFFICE_FIELDS.has(word) || /^(?:prime|first|press|general|chief)$/.test(word),
  );
  const posts = person.roles
    .map(({ title, of }) => `${title} ${of ?? ""}`.toLowerCase())
    .filter((post) => post.includes(noun));
  if (fields.length === 0 || posts.length === 0) return true;
  return posts.some((post) => fields.some((field) => post.split(/\s+/).includes(field)));
}

/** What each country has its own of. */
const POST_OF_STATE = /^(?:president|minister|premier|chancellor|king|queen|leader|ambassador)$/;

/** "the mayor of Norwood" is not a mayor known to be of Southfield. */
export function fitsComplement(discourse: Discourse, phrase: NounPhrase, person: Referent): boolean {
  const { annotated } = discourse;
  const { children, deprels, tokens, upos } = annotated;
  const owners = children[phrase.head]!.filter(
    (child) =>
      (upos[child] === "PROPN" || upos[child] === "NOUN") &&
      (deprels[child] === "nmod:poss" ||
        deprels[child] === "compound" ||
        (deprels[child] === "nmod" && caseOf(annotated, child) === "of")),
  );
  if (owners.length === 0) return true;
  const roles = person.roles.filter((role) => role.title.toLowerCase().includes(phrase.noun));
  return owners.some((owner) => {
    const word = tokens[owner]!.text.toLowerCase();
    return roles.some((role) => `${role.title} ${role.of ?? ""}`.toLowerCase().includes(word));
  });
}
