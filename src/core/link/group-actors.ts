import { type Gender, HONORIFICS, NAME_SUFFIXES } from "../lexicons/titles.ts";
import type { Actor } from "../record/record.ts";
import { joinBodyNames } from "../resolve/body-names.ts";
import { nameKey } from "../resolve/name-keys.ts";
import { isTitleWord } from "../resolve/name-words.ts";
import type { ActorGroup, ActorMember } from "./actor-group.ts";
import { normaliseName } from "./content-words.ts";
import { type Describer, makeDescriber } from "./describe-actors.ts";
import type { StorySource } from "./story-reports.ts";

/**
 * Joins the actors of the reports, surest first: full names; second names, acronyms and short forms of bodies; a
 * surname or short name that fits one; last, actors that a report only describes, when the description fits one
 * ("the council leader", "the university"). A short form or description that fits two is joined to neither. Two actors
 * of one report stay apart, and so do two persons with different first names.
 */
export function groupActors(sources: readonly StorySource[]): {
  readonly groups: ActorGroup[];
  readonly describer: Describer;
} {
  const members = sources.flatMap((source) => source.record.actors.map((actor) => makeMember(source, actor)));
  const groups: ActorGroup[] = [];
  const byName = new Map<string, ActorGroup[]>();
  for (const member of members) if (member.names.size > 0) joinByName(member, groups, byName);
  joinBodies(groups);
  joinShortNames(groups);
  const describer = makeDescriber(groups.filter((group) => group.members.length > 0));
  const described = members.filter(({ names }) => names.size === 0);
  joinDescribed(described, groups, describer);
  const held = groups.filter((group) => group.members.length > 0);
  for (const { members: joined } of held) joined.sort((a, b) => a.member.source.order - b.member.source.order);
  return { groups: held, describer };
}

function makeMember(source: StorySource, actor: Actor): ActorMember {
  const { text } = source.record.report;
  const names = new Map<string, string>();
  const genders = new Set<Gender>();
  for (const mention of actor.mentions) {
    if (mention.form !== "name") continue;
    const written = text.slice(mention.start, mention.end);
    if (actor.kind === "person") {
      const gender = HONORIFICS.get(normaliseName(written).split(" ")[0]!);
      if (gender) genders.add(gender);
    }
    const name = comparableName(written, actor.kind);
    if (name !== "" && !names.has(name)) names.set(name, written);
  }
  const full = comparableName(actor.name, actor.kind);
  if (names.size > 0 && full !== "") names.set(full, actor.name);
  return { source, actor, names, genders };
}

/** A person's name without forms of address, ranks and letters behind it: "Mr Justice Pereira", "Ann Ray KC". */
function comparableName(written: string, kind: Actor["kind"]): string {
  const name = normaliseName(written);
  if (kind !== "person") return name;
  const words = name.split(" ");
  while (words.length > 1 && isTitleWord(words[0]!)) words.shift();
  while (words.length > 2 && NAME_SUFFIXES.has(words.at(-1)!)) words.pop();
  return words.join(" ");
}

/** "Mr Pell" and "Mrs Pell" are two. */
function gendersClash(one: ReadonlySet<Gender>, other: ReadonlySet<Gender>): boolean {
  return (one.has("female") && other.has("male")) || (one.has("male") && other.has("female"));
}

function joinByName(member: ActorMember, groups: ActorGroup[], byName: Map<string, ActorGroup[]>): void {
  const key = fullNameKey(member.actor);
  const held = byName.get(key);
  const found = held?.find(
    (group) => !group.reports.has(member.source.id) && !gendersClash(group.genders, member.genders),
  );
  if (found) {
    addMember(found, member, "same name");
    return;
  }
  const group = makeGroup(member);
  groups.push(group);
  if (held) held.push(group);
  else byName.set(key, [group]);
}

/** Names of one word are joined within a kind only: a Jordan may be a country. */
function fullNameKey({ name, kind }: Actor): string {
  const full = comparableName(name, kind);
  if (kind === "person") {
    const words = full
      .split(" ")
      .filter((word, index, all) => index === 0 || index === all.length - 1 || word.length > 1);
    return words.length > 1 ? words.join(" ") : `${full}\tperson`;
  }
  return full.includes(" ") ? full : `${full}\t${kind === "place" ? "place" : "body"}`;
}

function makeGroup(member: ActorMember): ActorGroup {
  const group: ActorGroup = {
    members: [],
    reports: new Set(),
    names: new Map(),
    genders: new Set(),
    kind: member.actor.kind,
  };
  addMember(group, member, "first named here");
  return group;
}

function addMember(group: ActorGroup, member: ActorMember, reason: string): void {
  group.members.push({ member, reason });
  group.reports.add(member.source.id);
  for (const gender of member.genders) group.genders.add(gender);
  for (const [name, written] of member.names) if (!group.names.has(name)) group.names.set(name, written);
}

/** @returns false when they must stay apart. */
function mergeGroups(into: ActorGroup, from: ActorGroup, reason: string): boolean {
  if (into === from || from.members.length === 0 || into.members.length === 0) return false;
  for (const report of from.reports) if (into.reports.has(report)) return false;
  if (gendersClash(into.genders, from.genders)) return false;
  for (const { member } of from.members.splice(0)) addMember(into, member, reason);
  return true;
}

/** "Scotland Yard" is the Metropolitan Police, "DOJ" Defend Our Juries, "Labour" the Labour Party. */
function joinBodies(groups: readonly ActorGroup[]): void {
  const byKey = new Map<string, ActorGroup[]>();
  const names = groups
    .filter(({ kind }) => kind !== "person")
    .flatMap((group) =>
      [...group.names.values()].map((written) => {
        const words = written
          .replace(/^(?:the|a|an) /i, "")
          .replace(/[’']s$/, "")
          .split(/\s+/);
        const key = nameKey(words);
        const held = byKey.get(key);
        if (!held) byKey.set(key, [group]);
        else if (!held.includes(group)) held.push(group);
        const kind = group.kind === "place" ? ("place" as const) : ("organisation" as const);
        return { key, words, kind, paragraph: 0 };
      }),
    );
  for (const [key, held] of byKey) {
    for (const other of held.slice(1)) if (isTelling(key)) mergeGroups(held[0]!, other, `also called “${key}”`);
  }
  // "Estuary Health Trust", cut by a reader from "Fells and Estuary Health Trust".
  for (const { key, words } of names) {
    const tail = words.indexOf("and");
    const rest = tail < 0 ? [] : words.slice(tail + 1);
    const from = rest.length < 3 ? undefined : byKey.get(nameKey(rest))?.find(({ members }) => members.length > 0);
    const into = byKey.get(key)?.find(({ members }) => members.length > 0);
    if (into && from) mergeGroups(into, from, "the end of a longer name");
  }
  const distinct = [...new Map(names.map((name) => [name.key, name])).values()];
  for (const [full, short] of joinBodyNames(distinct, [])) {
    const into = byKey.get(full)?.find(({ members }) => members.length > 0);
    // A report that gives both names holds the short one too, and others that give it alone are joined to it.
    for (const from of byKey.get(short) ?? []) if (into) mergeGroups(into, from, "second or short name of a body");
  }
}

/**
 * "Tidegate" is Tidegate Power, and "Lathe" Open Lathe, where the story has one longer name only that begins or ends so.
 * Readers of single reports often mistake the kind of such a name, so kinds need not agree; only places stand apart.
 */
function joinShortNames(groups: readonly ActorGroup[]): void {
  const byWord = new Map<string, Set<ActorGroup>>();
  for (const group of groups) {
    if (group.members.length === 0 || group.kind === "place") continue;
    for (const name of fullNames(group)) {
      const words = name.split(" ");
      for (const word of [words[0]!, words.at(-1)!]) byWord.set(word, (byWord.get(word) ?? new Set()).add(group));
    }
  }
  for (const group of groups) {
    if (group.members.length === 0 || group.kind === "place" || fullNames(group).length > 0) continue;
    for (const name of group.names.keys()) {
      const others = [...(byWord.get(name) ?? [])].filter((other) => other.members.length > 0);
      const [other] = others;
      if (others.length === 1 && mergeGroups(other!, group, "short for the one name that begins or ends so")) break;
    }
  }
}

function isTelling(name: string): boolean {
  return name.includes(" ") && !/\p{N}/u.test(name);
}

function fullNames(group: ActorGroup): string[] {
  return [...group.names.keys()].filter((name) => name.includes(" "));
}

function joinDescribed(members: readonly ActorMember[], groups: ActorGroup[], describer: Describer): void {
  const byDescription = new Map<string, ActorGroup[]>();
  const bodies = bodiesByName(groups);
  for (const member of members) {
    const description = normaliseName(member.actor.name);
    const target = isDefinite(member) ? (describer.find(description) ?? bodies.get(description) ?? null) : null;
    if (target && !target.reports.has(member.source.id)) {
      addMember(target, member, `“the ${description}” fits one of the story`);
      continue;
    }
    const key = `${member.actor.kind} ${description}`;
    const held = byDescription.get(key);
    const found = /\p{N}/u.test(description) ? undefined : held?.find(({ reports }) => !reports.has(member.source.id));
    if (found) {
      addMember(found, member, "same description");
      continue;
    }
    const group = makeGroup(member);
    groups.push(group);
    if (held) held.push(group);
    else byDescription.set(key, [group]);
  }
}

/** "The coastguard" is the Coastguard, where one body alone has that name. */
function bodiesByName(groups: readonly ActorGroup[]): ReadonlyMap<string, ActorGroup> {
  const found = new Map<string, ActorGroup | null>();
  for (const group of groups) {
    if (group.kind !== "organisation" || group.members.length === 0) continue;
    for (const name of group.names.keys()) found.set(name, found.has(name) ? null : group);
  }
  return new Map([...found].flatMap(([name, group]) => (group === null ? [] : [[name, group] as const])));
}

/** "The council", not "a council" or "his council". */
function isDefinite({ source, actor }: ActorMember): boolean {
  const { text } = source.record.report;
  return actor.mentions.some(
    ({ start }) =>
      /\bthe $/i.test(text.slice(Math.max(0, start - 4), start)) || /^the /i.test(text.slice(start, start + 4)),
  );
}
