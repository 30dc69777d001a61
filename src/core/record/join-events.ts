import type { AnnotatedReport } from "../annotate/layers.ts";
import type { EventCandidate, TimeExpression } from "../extract/candidates.ts";
import type { Resolution } from "../resolve/resolution.ts";

/** One event of the report with every candidate that names it, in text order. */
export interface JoinedEvent {
  readonly first: EventCandidate;
  readonly members: readonly EventCandidate[];
}

interface Group {
  readonly members: EventCandidate[];
  readonly actors: Set<string>;
  readonly places: Set<string>;
  readonly lemmas: Set<string>;
  range: { readonly first: string; readonly last: string } | null;
}

/** Groups looked at for each candidate; keeps the cost linear in long texts. */
const MOST_GROUPS = 24;

/**
 * Joins candidates that name one event: same type, nothing against it (another date, another place), and something for it:
 * a definite description ("the protest"), or the same people or body at the same trigger or date.
 */
export function joinEvents(
  annotated: AnnotatedReport,
  events: readonly EventCandidate[],
  times: readonly TimeExpression[],
  resolution: Resolution,
): readonly JoinedEvent[] {
  const rangeById = new Map(times.map((time) => [time.id, time.range]));
  const groupsByType = new Map<string, Group[]>();
  const all: Group[] = [];
  const ordered = [...events].sort((a, b) => a.trigger.start - b.trigger.start || b.trigger.end - a.trigger.end);
  for (const event of ordered) {
    const one = groupOf(annotated, event, rangeById, resolution);
    const groups = groupsByType.get(event.type) ?? [];
    const compatible = groups.slice(-MOST_GROUPS).filter((group) => isCompatible(group, one));
    const supported = compatible.filter((group) => isSupported(group, one));
    const definite = isDefinite(annotated, event);
    const before = groups.at(-1);
    const home =
      supported.length > 0
        ? supported.at(-1)
        : before !== undefined && isCarriedOn(annotated, before, one)
          ? before
          : definite && compatible.length === 1 && sharesLemma(compatible[0]!, one)
            ? compatible[0]
            : definite && compatible.length > 1
              ? onlyOne(compatible.filter((group) => sharesLemma(group, one)))
              : undefined;
    if (home === undefined) {
      groups.push(one);
      all.push(one);
      groupsByType.set(event.type, groups);
    } else {
      home.members.push(event);
      for (const actor of one.actors) home.actors.add(actor);
      for (const place of one.places) home.places.add(place);
      for (const lemma of one.lemmas) home.lemmas.add(lemma);
      home.range ??= one.range;
    }
  }
  return all.map((group) => ({ first: group.members[0]!, members: group.members }));
}

function groupOf(
  annotated: AnnotatedReport,
  event: EventCandidate,
  rangeById: ReadonlyMap<string, TimeExpression["range"]>,
  resolution: Resolution,
): Group {
  const actors = new Set<string>();
  for (const { head, span, role } of event.participants) {
    if (role === "place" || role === "forum") continue;
    const meant = resolution.speakerOf(head, span);
    if (meant.kind === "resolved") actors.add(meant.actor);
  }
  const places = new Set(
    event.places.map((place) => annotated.report.text.slice(place.start, place.end).toLowerCase()),
  );
  return {
    members: [event],
    actors,
    places,
    lemmas: new Set([stemOf(annotated.lemmas[event.triggerHead] ?? "")]),
    range: event.time === null ? null : (rangeById.get(event.time) ?? null),
  };
}

function isCompatible(a: Group, b: Group): boolean {
  if (a.range !== null && b.range !== null && (a.range.first > b.range.last || b.range.first > a.range.last))
    return false;
  if (a.places.size > 0 && b.places.size > 0 && ![...b.places].some((place) => a.places.has(place))) return false;
  const clash =
    (isUnreal(a.members[0]!) && b.members[0]!.status === "occurred") ||
    (isUnreal(b.members[0]!) && a.members[0]!.status === "occurred");
  return !clash;
}

/** "Denied" and "possible" are no second mention of something that took place. */
function isUnreal(event: EventCandidate): boolean {
  return event.status === "possible" || event.status === "denied";
}

function isSupported(a: Group, b: Group): boolean {
  const sharesActor = [...b.actors].some((actor) => a.actors.has(actor));
  const sameDay =
    a.range !== null && b.range !== null && a.range.first === b.range.first && a.range.last === b.range.last;
  const sharesPlace = [...b.places].some((place) => a.places.has(place));
  if (a.actors.size > 0 && b.actors.size > 0 && !sharesActor) return false;
  return (sameDay && (sharesActor || sharesPlace || sharesLemma(a, b))) || (sharesActor && sharesLemma(a, b));
}

/**
 * What the next words say of an occasion that lies ahead: when in one sentence and where in the next, and who else will
 * "take part", which names no occasion of its own.
 *
 * > | … at a rally on Saturday. Hundreds will join demonstrations in London, with plans for more to take part in Leeds.
 *          ^^^^^                                  ^^^^^^^^^^^^^^                                    ^^^^^^^^^
 */
function isCarriedOn(annotated: AnnotatedReport, before: Group, one: Group): boolean {
  const earlier = before.members.at(-1)!;
  const event = one.members[0]!;
  if (earlier.type !== "protest" || earlier.status !== "planned" || event.status !== "planned") return false;
  const gap = annotated.sentenceOf[event.triggerHead]! - annotated.sentenceOf[earlier.triggerHead]!;
  if (event.producedBy === "events/taking-part") return gap === 0 && one.range === null;
  if (gap !== 1 || (before.actors.size > 0 && one.actors.size > 0)) return false;
  const dated = before.range !== null && one.range === null;
  return dated && before.places.size === 0 && one.places.size > 0;
}

function sharesLemma(a: Group, b: Group): boolean {
  return [...b.lemmas].some((lemma) => a.lemmas.has(lemma));
}

function onlyOne(groups: readonly Group[]): Group | undefined {
  return groups.length === 1 ? groups[0] : undefined;
}

/** "the ban", "this attack", "their rally". */
function isDefinite(annotated: AnnotatedReport, event: EventCandidate): boolean {
  const { children, deprels, tokens, upos } = annotated;
  if (upos[event.triggerHead] !== "NOUN") return false;
  return children[event.triggerHead]!.some(
    (child) =>
      deprels[child] === "nmod:poss" ||
      (deprels[child] === "det" && /^(?:the|this|that|these|those)$/i.test(tokens[child]!.text)),
  );
}

/** Enough of a word to see that "banned" and "ban", "charged" and "charges" are one. */
/** Words for one deed of law. */
const SAME_DEED: ReadonlyMap<string, string> = new Map([
  ["proscribe", "ban"],
  ["proscription", "ban"],
  ["outlaw", "ban"],
  ["prohibit", "ban"],
  ["prohibition", "ban"],
]);

function stemOf(lemma: string): string {
  const word = SAME_DEED.get(lemma.toLowerCase()) ?? lemma.toLowerCase();
  const stem = word.replace(/(?:ations?|ments?|ions?|ings?|ers?|ed|es|s|e|al)$/, "");
  const undoubled = stem.replace(/([bdglmnprt])\1$/, "$1");
  return undoubled.length >= 3 ? undoubled : word;
}
