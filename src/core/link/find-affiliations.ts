import type { Actor } from "../record/record.ts";
import type { ActorGroup } from "./actor-group.ts";
import { normaliseName } from "./content-words.ts";
import type { StorySource } from "./story-reports.ts";

/** A story actor before it has its public form. */
export interface GroupedActor {
  readonly id: string;
  readonly group: ActorGroup;
}

/**
 * Whom each actor stands for, by what the reports say of it: what a role is of ("chair of Open Lathe"), whose it is ("the
 * union’s general secretary", "its managing director"), whom a title names ("council leader"), whom somebody is
 * "for" ("Ann Ray, for the company,"). Bodies, and persons whom a spokesman or a lawyer speaks for.
 */
export function findAffiliations(
  actors: readonly GroupedActor[],
  find: (description: string) => string | null,
  of: (source: StorySource, actor: string) => string | null,
): Map<string, Set<string>> {
  const kinds = new Map(actors.map(({ id, group }) => [id, group.kind]));
  const bodies = indexBodies(actors);
  const edges = new Map<StorySource, MentionEdges>();
  const found = new Map<string, Set<string>>();
  // What "its" stands for is less sure than a name, and counts only where no name says it.
  const unsure = new Map<string, Set<string>>();
  const add = (actor: string, to: string | null, speaksFor: boolean, into = found) => {
    if (to === null || to === actor || kinds.get(to) === "place") return;
    if (kinds.get(to) === "person" && !speaksFor) return;
    into.set(actor, (into.get(actor) ?? new Set()).add(to));
  };
  for (const { id, group } of actors) {
    for (const { member } of group.members) {
      const { source, actor } = member;
      const held = edges.get(source) ?? readEdges(source);
      edges.set(source, held);
      for (const { title, of: whose, span } of actor.roles) {
        if (isOwner(source, span.end)) continue;
        const within = normaliseName(whose ?? title.split(" ").slice(0, -1).join(" "));
        const speaksFor = SPEAKING.test(title);
        add(id, within === "" ? null : (bodies.get(within) ?? find(within)), speaksFor);
        const owners = [ownerBefore(source, span.start, held), bodyAfter(source, span.end, held)];
        for (const one of owners) if (one !== null) add(id, of(source, one), speaksFor);
        const described = OWNED.exec(source.record.report.text.slice(Math.max(0, span.start - 40), span.start));
        if (described !== null) {
          const owner = normaliseName(described[1]!);
          add(id, bodies.get(owner) ?? find(owner) ?? bodies.get(`… ${owner}`) ?? null, speaksFor);
        }
        const meant = pronounBefore(source, span.start, held);
        if (meant !== null) add(id, of(source, meant), speaksFor, unsure);
      }
      if (group.kind !== "person") continue;
      for (const one of spokenFor(source, actor, held)) add(id, of(source, one), true);
    }
  }
  for (const [actor, bodies] of unsure) if (!found.has(actor)) found.set(actor, bodies);
  addByOffice(actors, found);
  return found;
}

/** "the committee’s" right before the role, whether or not the report has a mention there. */
const OWNED = /\bthe ((?:\p{L}+ )?\p{L}+)(?:[’']s|s[’'])\s+$/iu;

/** Offices that are held in one kind of body: a judge sits in a court, a vice-chancellor leads a university. */
const OFFICES: readonly (readonly [office: RegExp, body: RegExp])[] = [
  [/\b(?:judge|justice|magistrate|sheriff)\b/i, /\b(?:courts?|tribunal|magistrates)\b/i],
  [
    /\b(?:mayor|city manager|city clerk|city solicitor)\b/i,
    /\b(?:city hall|town hall|city council|town council|city|borough)\b/i,
  ],
  [/\b(?:councillor|councilman|councilwoman|council (?:president|leader|chair\p{L}*))\b/iu, /\bcouncil\b/i],
  [/\b(?:vice-chancellor|chancellor|provost|rector|registrar)\b/i, /\b(?:university|college|institute)\b/i],
  [
    /\b(?:superintendent|inspector|constable|sergeant|police chief|police commissioner)\b/i,
    /\b(?:police|constabulary|force)\b/i,
  ],
  [/\b(?:headteacher|headmaster|headmistress|principal)\b/i, /\b(?:school|academy|college)\b/i],
  [/\bbishop\b/i, /\b(?:diocese|church)\b/i],
  [
    /(?:^|; )(?:the )?prosecutors?(?:;|$)/i,
    /\b(?:CPS|prosecution service|procurator fiscal|district attorney[’']s office|public prosecutor[’']s office)\b/i,
  ],
];

/** Where the story has one body alone of the kind that an office is held in, whoever holds the office is of that body. */
function addByOffice(actors: readonly GroupedActor[], found: Map<string, Set<string>>): void {
  const named = actors.map(({ id, group }) => ({
    id,
    kind: group.kind,
    names: group.members.flatMap(({ member }) => [member.actor.name, ...member.actor.aliases]).join("; "),
    // "city manager of Ellery" is of Ellery alone.
    titles: group.members
      .flatMap(({ member }) => member.actor.roles.flatMap(({ title, of }) => (of === null ? [title] : [])))
      .join("; "),
  }));
  for (const [office, body] of OFFICES) {
    const bodies = named.filter(({ kind, names }) => kind === "organisation" && body.test(names));
    const [only] = bodies;
    if (only === undefined || bodies.length > 1) continue;
    for (const { id, kind, names, titles } of named) {
      if ((kind === "person" || kind === "group") && !found.has(id) && (office.test(titles) || office.test(names)))
        found.set(id, new Set([only.id]));
    }
  }
}

/** Roles that speak for a person as well as for a body. */
const SPEAKING =
  /(?:^|\s|-)(?:spokes\p{L}+|lawyer|barrister|solicitor|attorney|counsel|aide|advis[eo]r|agent|secretary)$/iu;

/** Bodies by their names, and behind "… " by the last word of them where one body alone ends so. */
function indexBodies(actors: readonly GroupedActor[]): Map<string, string> {
  const bodies = new Map<string, string>();
  const endings = new Map<string, Set<string>>();
  for (const { id, group } of actors) {
    if (group.kind === "person" || group.kind === "place") continue;
    for (const { member } of group.members) {
      for (const name of [member.actor.name, ...member.actor.aliases].map(normaliseName)) {
        if (!bodies.has(name)) bodies.set(name, id);
        const last = `… ${name.split(" ").at(-1)!}`;
        endings.set(last, (endings.get(last) ?? new Set()).add(id));
      }
    }
  }
  for (const [ending, [id, ...others]] of endings) if (id !== undefined && others.length === 0) bodies.set(ending, id);
  return bodies;
}

/** Actors of a report by where their mentions begin and end. */
interface MentionEdges {
  readonly starts: ReadonlyMap<number, string>;
  readonly ends: ReadonlyMap<number, string>;
}

function readEdges({ record }: StorySource): MentionEdges {
  const starts = new Map<number, string>();
  const ends = new Map<number, string>();
  for (const { id, mentions } of record.actors) {
    for (const { start, end } of mentions) {
      starts.set(start, id);
      ends.set(end, id);
    }
  }
  return { starts, ends };
}

/** "the mayor’s spokeswoman" read as a role says whose spokeswoman it is, not what its bearer is. */
function isOwner({ record }: StorySource, end: number): boolean {
  return /^[’']s?\s/.test(record.report.text.slice(end, end + 3));
}

/** "its", "her" right before the role. */
function pronounBefore({ record }: StorySource, start: number, { starts }: MentionEdges): string | null {
  const before = record.report.text.slice(Math.max(0, start - 12), start);
  const pronoun = /\b(?:its|his|her|their)\s+$/i.exec(before);
  return pronoun === null ? null : (starts.get(start - before.length + pronoun.index) ?? null);
}

/** "the union’s", "Wolebus" right before the role. */
function ownerBefore({ record }: StorySource, start: number, { ends }: MentionEdges): string | null {
  const before = record.report.text.slice(Math.max(0, start - 12), start);
  const mark = /(?:[’']s?)?(\s+)$/.exec(before);
  if (mark === null) return null;
  return ends.get(start - mark[0].length) ?? ends.get(start - mark[1]!.length) ?? null;
}

/** "of the company", "for Wolebus", "at the depot" right behind the role. */
function bodyAfter({ record }: StorySource, end: number, { starts }: MentionEdges): string | null {
  const after = /^\s+(?:of|for|at|with)\s+(?:the |an? )?/i.exec(record.report.text.slice(end, end + 16));
  if (after === null) return null;
  const at = end + after[0].length;
  return starts.get(at) ?? starts.get(end + after[0].replace(/(?:the |an? )$/i, "").length) ?? null;
}

/** "Ann Ray, for the company,", "Ann Ray, of Open Lathe,", "Ann Ray of the union": right behind a name. */
function spokenFor({ record }: StorySource, { mentions }: Actor, { starts }: MentionEdges): string[] {
  const { text } = record.report;
  return mentions.flatMap(({ end, form }) => {
    const after = form === "name" ? /^(?:, (?:for|of|from)| of) (?:the )?/.exec(text.slice(end, end + 14)) : null;
    if (after === null) return [];
    const at = end + after[0].length;
    return starts.get(at) ?? starts.get(end + after[0].replace(/the $/, "").length) ?? [];
  });
}
