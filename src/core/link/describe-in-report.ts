import type { Actor, Record } from "../record/record.ts";
import { normaliseName } from "./content-words.ts";

/**
 * The one actor of a report whom words for its speaker describe where resolving left them open: "a London judge" opens a
 * report that goes on to name Mr Justice Harkness, "the club’s owner" one that names its owner. Null for none or several.
 */
export function describedInReport({ actors }: Record, description: string): string | null {
  if (OTHERS.test(description)) return null;
  const head = headOf(description);
  if (head === null) return null;
  const people = actors.filter(
    (actor) => actor.kind === "person" && holdsPost(actor, head) && !isOfOther(actor, head, description),
  );
  if (people.length > 0) return people.length === 1 ? people[0]!.id : null;
  // A body goes by the last word of its name: "the government’s vaccination agency".
  const bodies = actors.filter(
    ({ kind, name }) =>
      kind === "organisation" &&
      /\s/.test(name) &&
      normaliseName(name).split(" ").at(-1) === head &&
      !COURT_KIND.test(description),
  );
  return bodies.length === 1 && !hasNames(description) ? bodies[0]!.id : null;
}

/** Somebody else than whoever is named, or more than one. */
const OTHERS =
  /\b(?:former|ex|another|other|one of|two|three|four|five|several|some|many|second|third|new|previous|late|deputy|assistant|appeals?|retired|unnamed|unidentified|anonymous)\b/i;

/** The last word of the phrase, before what it is of: "owner" of "the owner of the Carrow Point Herons". */
function headOf(description: string): string | null {
  const phrase = /^(?:an?|the|his|her|its|their|our) (.+)$/i.exec(description.trim());
  if (phrase === null) return null;
  const own = phrase[1]!.split(/,| (?:of|for|at|in|on|who|whose|which|that|with|from) /)[0]!;
  const head = normaliseName(own).split(" ").at(-1) ?? "";
  // A chief is one of many kinds, and a reader may have cut the word short.
  return head === "" || head === "chief" || head.endsWith("s") ? null : head;
}

function holdsPost({ name, aliases, roles }: Actor, head: string): boolean {
  if (roles.some(({ title }) => normaliseName(title).split(" ").at(-1) === head)) return true;
  const titles = TITLES.get(head);
  const worn = [name, ...aliases, ...roles.map(({ title }) => title)];
  return titles !== undefined && worn.some((one) => titles.test(one));
}

/** "a sessions judge", "a county court": of one kind of court, and there is another. */
const COURT_KIND = /\b(?:sessions|magistrates[’']?|crown|family|supreme|lower|trial)\b/i;

/**
 * "The Chief Minister" is not the minister of works, "the president of the union" not the council’s: what the words say of the post
 * is none of what is known of it.
 */
function isOfOther({ roles, name, aliases }: Actor, head: string, description: string): boolean {
  if (head === "judge" && COURT_KIND.test(description)) return true;
  const posts = roles.filter(({ title }) => normaliseName(title).split(" ").at(-1) === head);
  const told = normaliseName(description)
    .split(" ")
    .filter((word) => word !== head && !FILLING.test(word));
  if (posts.length === 0 || told.length === 0) return false;
  const known = new Set(
    [name, ...aliases, ...posts.flatMap(({ title, of }) => [title, of ?? ""])].flatMap((one) =>
      normaliseName(one).split(" "),
    ),
  );
  known.delete(head);
  const isTold = posts.some(({ title, of }) => of !== null || /\s/.test(normaliseName(title)));
  return isTold && DISTINCT.test(head) && !told.some((word) => known.has(word));
}

const FILLING = /^(?:the|an?|of|for|at|in|on|to|and|his|her|its|their|our|local|own)$/;
/** Posts of which a story has more than one. */
const DISTINCT =
  /^(?:minister|secretary|president|chair|chairman|chairwoman|leader|attorney|director|officer|spokes\p{L}+)$/u;

/** Titles that stand before names of those who hold the post. */
const TITLES: ReadonlyMap<string, RegExp> = new Map([
  ["judge", /\b(?:judge|justice|recorder)\b/i],
  ["magistrate", /\b(?:magistrate|district judge)\b/i],
  ["coroner", /\bcoroner\b/i],
  ["mayor", /\bmayor\b/i],
  ["barrister", /\b(?:kc|qc|barrister)\b/i],
]);

/** Names within the description say whose it is, and another's agency is another agency. */
function hasNames(description: string): boolean {
  return /\p{Ll}\s+\p{Lu}/u.test(description);
}
