import type { AnnotatedReport } from "../annotate/layers.ts";
import type { Candidates } from "../extract/candidates.ts";
import { INSTITUTION_NOUNS } from "../lexicons/nominals.ts";
import type { Actor, ActorKind, Speaker } from "../record/record.ts";
import type { Span } from "../text/span.ts";
import { addresseesOf } from "./addressees.ts";
import { readDiscourse } from "./anaphora.ts";
import { type Discourse, referenceOf, startDiscourse } from "./discourse.ts";
import { clusterNames } from "./name-clusters.ts";
import { isSpeaker } from "./nominals.ts";
import type { Reference, Referent } from "./referent.ts";
import type { Resolution } from "./resolution.ts";
import { readRoles } from "./roles.ts";

/**
 * Who is who in the report: joins names of one actor, reads roles, and follows descriptions and pronouns to whom they mean.
 *
 * Named actors are all listed; bodies and groups called by a common noun only when some candidate needs them.
 */
export function resolveActors(annotated: AnnotatedReport, candidates: Candidates): Resolution {
  const { mentions, referents } = clusterNames(annotated);
  for (const referent of referents) {
    if (referent.kind !== "organisation") continue;
    for (const form of referent.forms) {
      const last = form.slice(form.lastIndexOf(" ") + 1).toLowerCase();
      if (last !== form.toLowerCase() || /^\p{Lu}\p{Ll}/u.test(form)) referent.descriptors.add(last);
      // "Department for Culture", "Academy of Music"
      const head = /^(\p{Lu}\p{L}+) (?:of|for) /u.exec(form)?.[1]?.toLowerCase();
      if (head !== undefined && INSTITUTION_NOUNS.has(head)) referent.descriptors.add(head);
    }
  }
  const { describedAt } = readRoles(annotated, mentions);
  const discourse = startDiscourse(annotated, candidates, mentions, referents);
  readDiscourse(discourse, describedAt, candidates.statements);
  return assembleResolution(discourse, candidates);
}

function assembleResolution(discourse: Discourse, candidates: Candidates): Resolution {
  const { annotated, referenceAt } = discourse;
  const used = new Set<Referent>();
  for (const [head, span] of phrasesOf(candidates)) {
    for (const referent of referentsOf(discourse, referenceOf(discourse, head, span))) used.add(referent);
  }
  const actors: Actor[] = [];
  const idOf = new Map<Referent, string>();
  const listed = discourse.referents
    .filter((one) => isListed(one, used))
    .map((referent) => ({ referent, mentions: sortMentions(referent) }))
    .sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start || a.referent.index - b.referent.index);
  for (const { referent, mentions } of listed) {
    const id = `a${actors.length + 1}`;
    idOf.set(referent, id);
    actors.push({
      id,
      kind: kindOf(referent),
      name: referent.name,
      aliases: [...referent.forms].filter((form) => form !== referent.name),
      roles: referent.roles,
      mentions,
    });
  }
  const speakerOf = (head: number, span: Span): Speaker => {
    const reference = referenceOf(discourse, head, span);
    const words = annotated.report.text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
    return toSpeaker(discourse, reference, idOf, words);
  };
  return {
    actors,
    speakerOf,
    actorOf(head) {
      const speaker = toSpeaker(discourse, referenceAt.get(head), idOf, "");
      return speaker.kind === "resolved" ? speaker.actor : null;
    },
    addresseeOf(statement) {
      const isSpeaker = referentsOf(discourse, referenceOf(discourse, statement.sourceHead, statement.source));
      for (const reference of addresseesOf(discourse, statement)) {
        if (referentsOf(discourse, reference).some((one) => isSpeaker.includes(one))) continue;
        const addressee = toSpeaker(discourse, reference, idOf, "");
        if (addressee.kind === "resolved") return addressee.actor;
      }
      return null;
    },
  };
}

function toSpeaker(
  discourse: Discourse,
  reference: Reference | undefined,
  idOf: ReadonlyMap<Referent, string>,
  words: string,
): Speaker {
  if (reference === undefined) return { kind: "unnamed", description: words };
  if (reference.kind === "unnamed") return { kind: "unnamed", description: reference.description };
  const referents = referentsOf(discourse, reference);
  const ids = [...new Set(referents.flatMap((one) => idOf.get(one) ?? []))];
  const isSeveral = reference.kind === "ambiguous" || referents.length > 1;
  if (ids.length === 1 && !isSeveral) return { kind: "resolved", actor: ids[0]! };
  if (ids.length > 1) return { kind: "ambiguous", candidates: ids };
  const described = reference.kind === "referent" ? reference.referent.name : "";
  return { kind: "unnamed", description: described === "" ? words : described };
}

/** A document stands for who wrote it, people named side by side for each of them. */
function referentsOf(discourse: Discourse, reference: Reference | undefined): readonly Referent[] {
  if (reference === undefined || reference.kind === "unnamed") return [];
  const direct = reference.kind === "referent" ? [reference.referent] : reference.referents;
  return direct.flatMap((one) => {
    if (one.members.length > 0) return one.members;
    if (one.kind !== "document" || one.author < 0) return [one];
    const author = discourse.referenceAt.get(one.author);
    return author?.kind === "referent" && author.referent.kind !== "document" ? [author.referent] : [one];
  });
}

function isListed(referent: Referent, used: ReadonlySet<Referent>): boolean {
  if (referent.mentions.length === 0 || referent.members.length > 0) return false;
  if (referent.named && referent.kind !== "other") return true;
  return used.has(referent) && isSpeaker(referent) && !GENERIC_GROUPS.has(referent.name);
}

/** Words for anybody at all, which make no actor unless something more is said of them. */
const GENERIC_GROUPS: ReadonlySet<string> = new Set(
  "people persons men women children adults others members citizens users someone many some several few".split(" "),
);

function kindOf(referent: Referent): ActorKind {
  const { kind } = referent;
  return kind === "person" || kind === "group" || kind === "place" ? kind : "organisation";
}

function sortMentions(referent: Referent): Actor["mentions"] {
  const sorted = [...referent.mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((one, i) => i === 0 || one.start !== sorted[i - 1]!.start || one.end !== sorted[i - 1]!.end);
}

/** Every phrase that the record will ask about: head and words. */
function phrasesOf(candidates: Candidates): readonly (readonly [number | null, Span | null])[] {
  const phrases: (readonly [number | null, Span | null])[] = [];
  for (const one of candidates.statements) {
    phrases.push([one.sourceHead, one.source], [one.addresseeHead, one.addressee]);
  }
  for (const one of candidates.events) phrases.push(...one.participants.map(({ head, span }) => [head, span] as const));
  for (const one of candidates.requests) phrases.push([one.askerHead, one.asker], [one.askedHead, one.asked]);
  for (const one of candidates.commentSought) phrases.push([one.actorHead, one.actor]);
  return phrases;
}
