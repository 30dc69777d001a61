import type { ActorKind, Speaker } from "../record/record.ts";
import type { ActorGroup } from "./actor-group.ts";
import { normaliseName } from "./content-words.ts";
import { describedInReport } from "./describe-in-report.ts";
import { evidenceOf } from "./evidence.ts";
import { findAffiliations } from "./find-affiliations.ts";
import { groupActors } from "./group-actors.ts";
import type { StoryActor } from "./story-record.ts";
import type { StorySource } from "./story-reports.ts";

/** The actors of a story, and who each report's actors are among them. */
export interface ActorLinks {
  /** By number of mentions, most first. */
  readonly actors: readonly StoryActor[];
  /** Story actor of an actor of one report; null for null. */
  of(source: StorySource, actor: string | null): string | null;
  speaker(source: StorySource, speaker: Speaker): Speaker;
  /** Kind of a story actor. */
  kindOf(actor: string): ActorKind | null;
  nameOf(actor: string): string | null;
  /** Story actors that an actor's reported roles place it in: a leader's council, a superintendent's force. */
  affiliations(actor: string): ReadonlySet<string>;
  /** The actor, whom it stands for, and whom those stand for: who can be meant when a report says that its side did a thing. */
  side(actor: string): ReadonlySet<string>;
}

export function linkActors(sources: readonly StorySource[]): ActorLinks {
  const ids = new Map<string, string>();
  const { groups, describer } = groupActors(sources);
  const idOf = (group: ActorGroup) => `${group.members[0]!.member.actor.id}-${group.members[0]!.member.source.mark}`;
  const actors = groups
    .map((group) => {
      const id = idOf(group);
      for (const { member } of group.members) ids.set(`${member.source.id}\t${member.actor.id}`, id);
      return makeActor(id, group);
    })
    .sort((a, b) => b.mentionCount - a.mentionCount || (a.id < b.id ? -1 : 1));
  const of = (source: StorySource, actor: string | null) =>
    actor === null ? null : (ids.get(`${source.id}\t${actor}`) ?? null);
  const find = (description: string) => {
    const group = describer.find(description);
    return group === null ? null : idOf(group);
  };
  const named = indexNames(actors);
  const findName = (written: string) => named.get(normaliseName(written.replace(TITLE, ""))) ?? null;
  const affiliations = findAffiliations(
    groups.map((group) => ({ id: idOf(group), group })),
    find,
    of,
  );
  const sides = findSides(affiliations);
  const kinds = new Map(actors.map(({ id, kind }) => [id, kind]));
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return {
    actors,
    of,
    speaker: (source, speaker) => mapSpeaker(source, speaker, (actor) => of(source, actor), find, findName),
    kindOf: (actor) => kinds.get(actor) ?? null,
    nameOf: (actor) => names.get(actor) ?? null,
    affiliations: (actor) => affiliations.get(actor) ?? NO_ACTORS,
    side: (actor) => sides.get(actor) ?? new Set([actor]),
  };
}

const TITLE = /^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|professor|prof|the)\.? (?=\p{Lu})/iu;

/** Actors by each of their names, and persons by their surname, where one alone goes by it. */
function indexNames(actors: readonly StoryActor[]): Map<string, string | null> {
  const index = new Map<string, string | null>();
  const add = (name: string, id: string) => {
    if (name !== "" && /^\p{Lu}/u.test(name)) {
      const key = normaliseName(name);
      index.set(key, index.has(key) && index.get(key) !== id ? null : id);
    }
  };
  for (const { id, kind, name, aliases } of actors) {
    for (const one of new Set([name, ...aliases])) add(one, id);
    if (kind === "person" && name.includes(" ")) add(name.split(" ").at(-1)!, id);
  }
  return index;
}

const NO_ACTORS: ReadonlySet<string> = new Set();

function findSides(affiliations: ReadonlyMap<string, ReadonlySet<string>>): Map<string, ReadonlySet<string>> {
  const sides = new Map<string, ReadonlySet<string>>();
  for (const [actor, bodies] of affiliations) {
    sides.set(
      actor,
      new Set([actor, ...bodies, ...[...bodies].flatMap((body) => [...(affiliations.get(body) ?? [])])]),
    );
  }
  return sides;
}

function mapSpeaker(
  source: StorySource,
  speaker: Speaker,
  of: (actor: string) => string | null,
  find: (description: string) => string | null,
  findName: (written: string) => string | null,
): Speaker {
  if (speaker.kind === "unnamed") {
    const known = /^the |^\p{Lu}[\p{L} ]*[’']s /iu.test(speaker.description)
      ? find(normaliseName(speaker.description))
      : null;
    const named = known === null ? findName(speaker.description) : null;
    if (named !== null) return { kind: "resolved", actor: named };
    const here = known === null ? describedInReport(source.record, speaker.description) : null;
    const actor = known ?? (here === null ? null : of(here));
    return actor === null ? speaker : { kind: "resolved", actor };
  }
  if (speaker.kind === "resolved") {
    const actor = of(speaker.actor);
    return actor === null ? { kind: "unnamed", description: speaker.actor } : { kind: "resolved", actor };
  }
  const candidates = [...new Set(speaker.candidates.flatMap((candidate) => of(candidate) ?? []))];
  return candidates.length === 1 ? { kind: "resolved", actor: candidates[0]! } : { kind: "ambiguous", candidates };
}

function makeActor(id: string, group: ActorGroup): StoryActor {
  const members = group.members.map(({ member }) => member);
  const named = members.filter(({ names }) => names.size > 0);
  const name = (named.length > 0 ? named : members)
    .map(({ actor }) => actor.name)
    .reduce((best, next) => (isFuller(next, best) ? next : best));
  const aliases = new Set(members.flatMap(({ actor }) => [actor.name, ...actor.aliases]));
  aliases.delete(name);
  return {
    id,
    kind: mostCommon(members.map(({ actor }) => actor.kind)),
    name,
    aliases: [...aliases],
    roles: rolesOf(group),
    members: group.members.map(({ member, reason }, index) => ({
      report: member.source.id,
      actor: member.actor.id,
      reason: index === 0 ? "first named here" : reason === "first named here" ? "same name" : reason,
    })),
    mentionCount: members.reduce((sum, { actor }) => sum + actor.mentions.length, 0),
  };
}

/** Each role once, with the words of the report that gives it first. */
function rolesOf(group: ActorGroup): StoryActor["roles"] {
  const roles = new Map<string, StoryActor["roles"][number]>();
  for (const { member } of group.members) {
    for (const { title, of, span } of member.actor.roles) {
      const key = `${title.toLowerCase()}\t${of ?? ""}`;
      if (roles.has(key)) continue;
      roles.set(key, { title, of, evidence: evidenceOf(member.source.record, member.actor.id, [span]) });
    }
  }
  return [...roles.values()];
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
