import { BODY_KINDS, INSTITUTION_NOUNS } from "../lexicons/nominals.ts";
import type { ActorGroup } from "./actor-group.ts";
import { normaliseName } from "./content-words.ts";

/** Finds the one actor of a story that a definite description fits. */
export interface Describer {
  /** By a description in comparison form, without article: "council leader", "university"; null for none or several. */
  find(description: string): ActorGroup | null;
}

export function makeDescriber(groups: readonly ActorGroup[]): Describer {
  const roles = indexRoles(groups);
  const heads = indexHeads(groups.filter(({ kind }) => kind === "organisation" || kind === "group"));
  return {
    find: (description) =>
      onlyOne(roles.get(withoutArticles(description))) ??
      findBody(description, heads) ??
      findBody(description.replace(NEARBY, ""), heads) ??
      findOwned(description, roles) ??
      onlyOne(roles.get(LONG_TITLE.exec(description)?.[1] ?? "")),
  };
}

/** "Ballarook’s vice-chancellor": the one who holds the post at a body of that name. */
function findOwned(description: string, roles: ReadonlyMap<string, ReadonlySet<ActorGroup>>): ActorGroup | null {
  const words = description.split(" ");
  for (let at = 1; at < words.length; at++) {
    const [owner, post] = [words.slice(0, at).join(" "), words.slice(at).join(" ")];
    const isOf = ({ members }: ActorGroup) =>
      members.some(({ member }) =>
        member.actor.roles.some(({ title, of }) => normaliseName(title) === post && of !== null && isWithin(owner, of)),
      );
    const found = onlyOne(new Set([...(roles.get(post) ?? [])].filter(isOf)));
    if (found !== null) return found;
  }
  return null;
}

function isWithin(owner: string, body: string): boolean {
  return ` ${normaliseName(body)} `.includes(` ${owner} `);
}

/** "the local health unit", "the county’s police": words that only say it is of here. */
const NEARBY = /^(?:local|county|city|town|borough|country|region)(?: |[’']s )/;

/** "chief constable of Saltshire": a title of two words tells whose it is by itself, where one person alone has it. */
const LONG_TITLE = /^(\p{L}+ \p{L}+) of (?:the )?[\p{L} ]+$/u;

/** "owner of the harbour" and "owner of harbour" are one. */
function withoutArticles(description: string): string {
  return description.replace(/ (?:the|an?) /g, " ");
}

/** Titles of the persons of the story, in comparison form: "council leader", "chair of open lathe". */
function indexRoles(groups: readonly ActorGroup[]): Map<string, Set<ActorGroup>> {
  const index = new Map<string, Set<ActorGroup>>();
  for (const group of groups) {
    for (const { member } of group.members) {
      for (const { title, of } of member.actor.roles) {
        const bare = normaliseName(title);
        const keys = of === null ? [bare] : [bare, `${bare} of ${withoutArticles(normaliseName(of))}`];
        for (const key of keys)
          if (key !== "" && key !== "chief") index.set(key, (index.get(key) ?? new Set()).add(group));
      }
    }
  }
  return index;
}

/** Named bodies by each word of their names. */
function indexHeads(bodies: readonly ActorGroup[]): Map<string, Set<ActorGroup>> {
  const index = new Map<string, Set<ActorGroup>>();
  for (const group of bodies) {
    for (const name of group.names.keys()) {
      for (const word of name.split(" ")) index.set(word, (index.get(word) ?? new Set()).add(group));
    }
  }
  return index;
}

/** The one body whose name holds every word of the description, whose last word must be a kind of body. */
function findBody(description: string, heads: ReadonlyMap<string, ReadonlySet<ActorGroup>>): ActorGroup | null {
  const words = description.split(" ");
  const noun = words.at(-1)!;
  const kinds = BODY_KINDS.get(noun) ?? (INSTITUTION_NOUNS.has(noun) ? [noun] : null);
  if (kinds === null) return null;
  const fitting = new Set([...kinds].flatMap((kind) => [...(heads.get(kind) ?? [])].filter(isOfKind(noun, kind))));
  const rest = words.slice(0, -1);
  return onlyOne(new Set([...fitting].filter((group) => rest.every((word) => heads.get(word)?.has(group)))));
}

/** "Marl City" is a club; the City Council is none. */
function isOfKind(noun: string, kind: string): (group: ActorGroup) => boolean {
  return ({ names }) => !ENDING.has(noun) || [...names.keys()].some((name) => name.split(" ").at(-1) === kind);
}

/** Nouns for bodies whose names end in what tells it. */
const ENDING: ReadonlySet<string> = new Set(["club", "team", "paper", "newspaper"]);

function onlyOne(groups: ReadonlySet<ActorGroup> | undefined): ActorGroup | null {
  return groups?.size === 1 ? [...groups][0]! : null;
}
