import { BODY_KINDS } from "../lexicons/nominals.ts";
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
      onlyOne(roles.get(LONG_TITLE.exec(description)?.[1] ?? "")),
  };
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
  const kinds = BODY_KINDS.get(words.at(-1)!);
  if (!kinds) return null;
  const fitting = new Set([...kinds].flatMap((kind) => [...(heads.get(kind) ?? [])]));
  const rest = words.slice(0, -1);
  return onlyOne(new Set([...fitting].filter((group) => rest.every((word) => heads.get(word)?.has(group)))));
}

function onlyOne(groups: ReadonlySet<ActorGroup> | undefined): ActorGroup | null {
  return groups?.size === 1 ? [...groups][0]! : null;
}
