import type { Actor, ActorKind, Speaker } from "../record/record.ts";
import { normaliseName } from "./content-words.ts";
import { evidenceOf } from "./evidence.ts";
import type { StoryActor } from "./story-record.ts";
import type { StorySource } from "./story-reports.ts";

/** The actors of a story, and who each report's actors are among them. */
export interface ActorLinks {
  readonly actors: readonly StoryActor[];
  /** Story actor of an actor of one report; null for null. */
  of(source: StorySource, actor: string | null): string | null;
  speaker(source: StorySource, speaker: Speaker): Speaker;
  /** Story actors that an actor's reported roles place it in: a leader's council, a superintendent's force. */
  affiliations(actor: string): ReadonlySet<string>;
}

interface Member {
  readonly source: StorySource;
  readonly actor: Actor;
  readonly name: string;
  /** Names it is called by, in comparison form; descriptions and pronouns are left out. */
  readonly names: ReadonlySet<string>;
}

interface Cluster {
  readonly members: { readonly member: Member; readonly reason: string }[];
  readonly reports: Set<string>;
  readonly names: Set<string>;
  kind: ActorKind;
}

/**
 * Joins the actors of the reports: first by full name, then by a name that another is also called by, then by the
 * initials in capitals, last by a surname or short form that only one actor of the story answers to. Two actors of one
 * report stay apart, and so do two persons whose first names differ.
 */
export function linkActors(sources: readonly StorySource[]): ActorLinks {
  const members = sources.flatMap((source) => source.record.actors.map((actor) => makeMember(source, actor)));
  const clusters: Cluster[] = [];
  const byName = new Map<string, Cluster[]>();
  for (const member of members) joinByName(member, clusters, byName);
  joinByAlias(clusters);
  joinByInitials(clusters);
  joinShortForms(clusters);
  return makeLinks(
    sources,
    clusters.filter((cluster) => cluster.members.length > 0),
  );
}

function makeMember(source: StorySource, actor: Actor): Member {
  const { text } = source.record.report;
  const names = new Set<string>();
  for (const mention of actor.mentions) {
    if (mention.form === "name") names.add(normaliseName(text.slice(mention.start, mention.end)));
  }
  const name = normaliseName(actor.name);
  if (names.size > 0 || !isDescription(actor)) names.add(name);
  names.delete("");
  return { source, actor, name, names };
}

/** A group that is only described ("protesters", "six people") has no name to join by but its description. */
function isDescription(actor: Actor): boolean {
  return actor.kind === "group" || !/\p{Lu}/u.test(actor.name);
}

function joinByName(member: Member, clusters: Cluster[], byName: Map<string, Cluster[]>): void {
  const key = nameKey(member);
  const found = byName.get(key)?.find((cluster) => canHold(cluster, member));
  if (found && !/\p{N}/u.test(member.name)) {
    addMember(found, member, member.names.size > 0 ? "same name" : "same description");
    return;
  }
  const cluster: Cluster = { members: [], reports: new Set(), names: new Set(), kind: member.actor.kind };
  addMember(cluster, member, "first named here");
  clusters.push(cluster);
  byName.set(key, [...(byName.get(key) ?? []), cluster]);
}

/** One-word names are joined within a kind only: a Jordan may be a country. */
function nameKey(member: Member): string {
  return member.name.includes(" ") ? member.name : `${member.name}\t${broadKind(member.actor.kind)}`;
}

function broadKind(kind: ActorKind): string {
  return kind === "group" ? "organisation" : kind;
}

function canHold(cluster: Cluster, member: Member): boolean {
  return !cluster.reports.has(member.source.id);
}

function addMember(cluster: Cluster, member: Member, reason: string): void {
  cluster.members.push({ member, reason });
  cluster.reports.add(member.source.id);
  for (const name of member.names) cluster.names.add(name);
}

function joinByAlias(clusters: Cluster[]): void {
  const holders = indexBy(clusters, (cluster) => [...cluster.names].filter(isTellingName));
  for (const cluster of clusters) {
    if (cluster.members.length === 0) continue;
    for (const name of [...cluster.names].filter(isTellingName)) {
      const others = (holders.get(name) ?? []).filter((other) => other !== cluster && other.members.length > 0);
      for (const other of others) {
        if (sameKind(cluster, other)) merge(cluster, other, `both called “${surfaceOf(other, name)}”`);
      }
    }
  }
}

function joinByInitials(clusters: Cluster[]): void {
  const acronyms = indexBy(clusters, (cluster) => [...cluster.names].filter((name) => isAcronym(cluster, name)));
  for (const cluster of clusters) {
    if (cluster.members.length === 0 || cluster.kind === "person" || cluster.kind === "place") continue;
    const initials = new Set([...cluster.names].flatMap(initialsOf));
    for (const letters of initials) {
      const others = (acronyms.get(letters) ?? []).filter((other) => other !== cluster && other.members.length > 0);
      if (others.length === 1 && others[0]!.kind !== "person") {
        merge(cluster, others[0]!, `initials ${letters.toUpperCase()}`);
      }
    }
  }
}

/** "Tregale" is Marion Tregale, and "Tidegate" Tidegate Power, when the story knows only one. */
function joinShortForms(clusters: Cluster[]): void {
  const longForms = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    if (cluster.members.length === 0) continue;
    for (const short of new Set(fullNames(cluster).flatMap((name) => shortForms(cluster.kind, name)))) {
      longForms.set(short, [...(longForms.get(short) ?? []), cluster]);
    }
  }
  for (const cluster of clusters) {
    if (cluster.members.length === 0 || cluster.names.size === 0 || fullNames(cluster).length > 0) continue;
    const [name] = cluster.names;
    const found = (longForms.get(name!) ?? []).filter((other) => other.members.length > 0 && sameKind(cluster, other));
    if (cluster.names.size === 1 && found.length === 1) {
      const reason = cluster.kind === "person" ? "the only one of that surname" : "the only one with that short name";
      merge(found[0]!, cluster, reason);
    }
  }
}

function merge(into: Cluster, from: Cluster, reason: string): void {
  if (into === from || [...from.reports].some((report) => into.reports.has(report)) || namesClash(into, from)) return;
  const moved = from.members.splice(0);
  for (const { member } of moved) addMember(into, member, reason);
}

/** Two persons with one surname and different first names. */
function namesClash(a: Cluster, b: Cluster): boolean {
  if (a.kind !== "person" || b.kind !== "person") return false;
  for (const first of fullNames(a)) {
    for (const second of fullNames(b)) {
      if (!firstNamesAgree(first.split(" ")[0]!, second.split(" ")[0]!)) return true;
    }
  }
  return false;
}

function firstNamesAgree(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

function fullNames(cluster: Cluster): string[] {
  return [...cluster.names].filter((name) => name.includes(" "));
}

function shortForms(kind: ActorKind, name: string): string[] {
  const words = name.split(" ");
  return kind === "person" ? [words.at(-1)!] : kind === "place" ? [] : [words[0]!];
}

function isTellingName(name: string): boolean {
  return name.includes(" ") && !/\p{N}/u.test(name);
}

function isAcronym(cluster: Cluster, name: string): boolean {
  return /^\p{L}{2,6}$/u.test(name) && /^[\p{Lu}.]+$/u.test(surfaceOf(cluster, name));
}

function initialsOf(name: string): string[] {
  const words = name.split(" ");
  if (words.length < 2) return [];
  const all = words.map((word) => word[0]).join("");
  const major = words.filter((word) => !/^(?:of|the|for|and|in|on|de|du)$/.test(word)).map((word) => word[0]);
  return [all, major.join("")].filter((letters) => letters.length >= 2);
}

function surfaceOf(cluster: Cluster, name: string): string {
  for (const { member } of cluster.members) {
    const { text } = member.source.record.report;
    for (const mention of member.actor.mentions) {
      const surface = text.slice(mention.start, mention.end);
      if (mention.form === "name" && normaliseName(surface) === name) return surface;
    }
  }
  return name;
}

function sameKind(a: Cluster, b: Cluster): boolean {
  return broadKind(a.kind) === broadKind(b.kind);
}

function indexBy(
  clusters: readonly Cluster[],
  keysOf: (cluster: Cluster) => readonly string[],
): Map<string, Cluster[]> {
  const index = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    for (const key of keysOf(cluster)) {
      const held = index.get(key);
      if (held) held.push(cluster);
      else index.set(key, [cluster]);
    }
  }
  return index;
}

function makeLinks(sources: readonly StorySource[], clusters: readonly Cluster[]): ActorLinks {
  const ids = new Map<string, string>();
  const actors = clusters
    .map((cluster) => {
      cluster.members.sort((a, b) => a.member.source.order - b.member.source.order);
      const first = cluster.members[0]!.member;
      const id = `${first.actor.id}-${first.source.mark}`;
      for (const { member } of cluster.members) ids.set(`${member.source.id}\t${member.actor.id}`, id);
      return makeActor(id, cluster);
    })
    .sort((a, b) => b.mentionCount - a.mentionCount || (a.id < b.id ? -1 : 1));
  const of = (source: StorySource, actor: string | null) =>
    actor === null ? null : (ids.get(`${source.id}\t${actor}`) ?? null);
  const affiliations = findAffiliations(sources, actors, of);
  return {
    actors,
    of,
    speaker: (source, speaker) => mapSpeaker(speaker, (actor) => of(source, actor)),
    affiliations: (actor) => affiliations.get(actor) ?? NO_ACTORS,
  };
}

const NO_ACTORS: ReadonlySet<string> = new Set();

function mapSpeaker(speaker: Speaker, of: (actor: string) => string | null): Speaker {
  if (speaker.kind === "unnamed") return speaker;
  if (speaker.kind === "resolved") {
    const actor = of(speaker.actor);
    return actor === null ? { kind: "unnamed", description: speaker.actor } : { kind: "resolved", actor };
  }
  const candidates = [...new Set(speaker.candidates.flatMap((candidate) => of(candidate) ?? []))];
  return candidates.length === 1 ? { kind: "resolved", actor: candidates[0]! } : { kind: "ambiguous", candidates };
}

function makeActor(id: string, cluster: Cluster): StoryActor {
  const members = cluster.members.map(({ member }) => member);
  const name = members.map(({ actor }) => actor.name).reduce((best, next) => (isFuller(next, best) ? next : best));
  const aliases = new Set(members.flatMap(({ actor }) => [actor.name, ...actor.aliases]));
  aliases.delete(name);
  const roles = new Map(
    members
      .flatMap(({ source, actor }) =>
        actor.roles.map((role) => {
          const key = `${role.title.toLowerCase()}\t${role.of ?? ""}`;
          return [
            key,
            { title: role.title, of: role.of, evidence: evidenceOf(source.record, actor.id, [role.span]) },
          ] as const;
        }),
      )
      .reverse(),
  );
  return {
    id,
    kind: mostCommon(members.map(({ actor }) => actor.kind)),
    name,
    aliases: [...aliases],
    roles: [...roles.values()].reverse(),
    members: cluster.members.map(({ member, reason }, index) => ({
      report: member.source.id,
      actor: member.actor.id,
      reason: index === 0 ? "first named here" : reason === "first named here" ? "same name" : reason,
    })),
    mentionCount: members.reduce((sum, { actor }) => sum + actor.mentions.length, 0),
  };
}

function isFuller(a: string, b: string): boolean {
  const first = a.split(" ").length;
  const second = b.split(" ").length;
  return first > second || (first === second && a.length > b.length);
}

function mostCommon<T>(values: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function findAffiliations(
  sources: readonly StorySource[],
  actors: readonly StoryActor[],
  of: (source: StorySource, actor: string | null) => string | null,
): Map<string, Set<string>> {
  const bodies = new Map<string, string>();
  for (const actor of actors) {
    if (actor.kind === "person" || actor.kind === "place") continue;
    for (const name of [actor.name, ...actor.aliases]) {
      if (!bodies.has(normaliseName(name))) bodies.set(normaliseName(name), actor.id);
    }
  }
  const found = new Map<string, Set<string>>();
  for (const source of sources) {
    for (const actor of source.record.actors) {
      const id = of(source, actor.id);
      if (id === null) continue;
      for (const role of actor.roles) {
        const body = bodies.get(normaliseName(role.of ?? ""));
        if (body === undefined || body === id) continue;
        found.set(id, (found.get(id) ?? new Set()).add(body));
      }
    }
  }
  return found;
}
