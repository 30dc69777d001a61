import { BODY_KINDS } from "../lexicons/nominals.ts";
import type { Actor, ActorKind } from "../record/record.ts";
import { joinBodyNames } from "../resolve/body-names.ts";
import { nameKey } from "../resolve/name-keys.ts";
import { normaliseName } from "./content-words.ts";
import type { StorySource } from "./story-reports.ts";

/** An actor of one report with the names it is called by there; descriptions and pronouns are no names. */
export interface ActorMember {
  readonly source: StorySource;
  readonly actor: Actor;
  /** Comparison form → as written. */
  readonly names: ReadonlyMap<string, string>;
}

/** One actor of the story. The first member is the earliest. */
export interface ActorGroup {
  readonly members: { readonly member: ActorMember; readonly reason: string }[];
  readonly reports: Set<string>;
  readonly names: Map<string, string>;
  readonly kind: ActorKind;
}

/**
 * Joins the actors of the reports, surest first: full names; second names, acronyms and short forms of bodies; a
 * surname that one person of the story has; last, actors that a report only describes, when the description fits one
 * ("the council leader", "the university"). A short form or description that fits two is joined to neither. Two actors
 * of one report stay apart, and so do two persons with different first names.
 */
export function groupActors(sources: readonly StorySource[]): ActorGroup[] {
  const members = sources.flatMap((source) => source.record.actors.map((actor) => makeMember(source, actor)));
  const groups: ActorGroup[] = [];
  const byName = new Map<string, ActorGroup[]>();
  for (const member of members) if (member.names.size > 0) joinByName(member, groups, byName);
  joinBodies(groups);
  joinFirstWords(groups);
  joinSurnames(groups);
  const described = members.filter(({ names }) => names.size === 0);
  joinDescribed(described, groups);
  const held = groups.filter((group) => group.members.length > 0);
  for (const { members: joined } of held) joined.sort((a, b) => a.member.source.order - b.member.source.order);
  return held;
}

function makeMember(source: StorySource, actor: Actor): ActorMember {
  const { text } = source.record.report;
  const names = new Map<string, string>();
  for (const mention of actor.mentions) {
    if (mention.form !== "name") continue;
    const written = text.slice(mention.start, mention.end);
    const name = normaliseName(written);
    if (name !== "" && !names.has(name)) names.set(name, written);
  }
  const full = normaliseName(actor.name);
  if (names.size > 0 && full !== "") names.set(full, actor.name);
  return { source, actor, names };
}

function joinByName(member: ActorMember, groups: ActorGroup[], byName: Map<string, ActorGroup[]>): void {
  const key = fullNameKey(member.actor);
  const held = byName.get(key);
  const found = held?.find((group) => !group.reports.has(member.source.id));
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
  const full = normaliseName(name);
  if (kind === "person") {
    const words = full
      .split(" ")
      .filter((word, index, all) => index === 0 || index === all.length - 1 || word.length > 1);
    return words.length > 1 ? words.join(" ") : `${full}\tperson`;
  }
  return full.includes(" ") ? full : `${full}\t${kind === "place" ? "place" : "body"}`;
}

function makeGroup(member: ActorMember): ActorGroup {
  const group: ActorGroup = { members: [], reports: new Set(), names: new Map(), kind: member.actor.kind };
  addMember(group, member, "first named here");
  return group;
}

function addMember(group: ActorGroup, member: ActorMember, reason: string): void {
  group.members.push({ member, reason });
  group.reports.add(member.source.id);
  for (const [name, written] of member.names) if (!group.names.has(name)) group.names.set(name, written);
}

/** @returns false when they must stay apart. */
function mergeGroups(into: ActorGroup, from: ActorGroup, reason: string): boolean {
  if (into === from || from.members.length === 0 || into.members.length === 0) return false;
  for (const report of from.reports) if (into.reports.has(report)) return false;
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
        return { key, words, kind: group.kind === "place" ? ("place" as const) : ("organisation" as const) };
      }),
    );
  for (const [key, held] of byKey) {
    for (const other of held.slice(1)) if (isTelling(key)) mergeGroups(held[0]!, other, `also called “${key}”`);
  }
  const distinct = [...new Map(names.map((name) => [name.key, name])).values()];
  for (const [full, short] of joinBodyNames(distinct, [])) {
    const into = byKey.get(full)?.find(({ members }) => members.length > 0);
    const from = byKey.get(short)?.find(({ members }) => members.length > 0);
    if (into && from) mergeGroups(into, from, "second or short name of a body");
  }
}

/** "Tidegate" is Tidegate Power where the story knows no other Tidegate, neither a place nor a person. */
function joinFirstWords(groups: readonly ActorGroup[]): void {
  const byWord = new Map<string, Set<ActorGroup>>();
  for (const group of groups) {
    if (group.members.length === 0) continue;
    for (const name of group.names.keys()) {
      const words = name.split(" ");
      const word = group.kind === "person" ? words.at(-1)! : words[0]!;
      byWord.set(word, (byWord.get(word) ?? new Set()).add(group));
    }
  }
  for (const group of groups) {
    if (group.kind === "person" || group.kind === "place" || fullNames(group).length > 0) continue;
    for (const name of group.names.keys()) {
      const others = [...(byWord.get(name) ?? [])].filter((other) => other !== group && other.members.length > 0);
      if (others.length !== 1 || others[0]!.kind === "person" || others[0]!.kind === "place") continue;
      if (mergeGroups(others[0]!, group, "the only body with that short name")) break;
    }
  }
}

function isTelling(name: string): boolean {
  return name.includes(" ") && !/\p{N}/u.test(name);
}

function joinSurnames(groups: readonly ActorGroup[]): void {
  const bySurname = new Map<string, ActorGroup[]>();
  const people = groups.filter(({ kind }) => kind === "person");
  for (const group of people) {
    for (const surname of new Set(fullNames(group).map((name) => name.split(" ").at(-1)!))) {
      const held = bySurname.get(surname);
      if (held) held.push(group);
      else bySurname.set(surname, [group]);
    }
  }
  for (const group of people) {
    if (fullNames(group).length > 0 || group.members.length === 0) continue;
    const surname = [...group.names.keys()][0]!.split(" ").at(-1)!;
    const found = (bySurname.get(surname) ?? []).filter(({ members }) => members.length > 0);
    if (found.length === 1) mergeGroups(found[0]!, group, "the only one of that surname");
  }
}

function fullNames(group: ActorGroup): string[] {
  return [...group.names.keys()].filter((name) => name.includes(" "));
}

function joinDescribed(members: readonly ActorMember[], groups: ActorGroup[]): void {
  const roles = indexRoles(groups);
  const bodies = groups.filter(
    ({ kind, members: held }) => held.length > 0 && (kind === "organisation" || kind === "group"),
  );
  const heads = indexHeads(bodies);
  const byDescription = new Map<string, ActorGroup[]>();
  for (const member of members) {
    const description = normaliseName(member.actor.name);
    const target = isDefinite(member) ? (onlyOne(roles.get(description)) ?? findBody(description, heads)) : null;
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

function onlyOne(groups: ReadonlySet<ActorGroup> | undefined): ActorGroup | null {
  return groups?.size === 1 ? [...groups][0]! : null;
}

/** Role titles of the persons of the story, in comparison form. */
function indexRoles(groups: readonly ActorGroup[]): Map<string, Set<ActorGroup>> {
  const index = new Map<string, Set<ActorGroup>>();
  for (const group of groups) {
    for (const { member } of group.members) {
      for (const { title, of } of member.actor.roles) {
        for (const key of [normaliseName(title), ...(of === null ? [] : [normaliseName(`${title} of ${of}`)])]) {
          if (key !== "") index.set(key, (index.get(key) ?? new Set()).add(group));
        }
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

/** "The council", not "a council" or "his council". */
function isDefinite({ source, actor }: ActorMember): boolean {
  const { text } = source.record.report;
  return actor.mentions.some(
    ({ start }) =>
      /\bthe $/i.test(text.slice(Math.max(0, start - 4), start)) || /^the /i.test(text.slice(start, start + 4)),
  );
}
