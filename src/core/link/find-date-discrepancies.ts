import type { EventNode } from "./event-node.ts";
import { evidenceOf } from "./evidence.ts";
import { makeKeyIndex } from "./key-index.ts";
import type { EventLinks } from "./link-events.ts";
import type { StatementLinks } from "./link-statements.ts";
import type { Discrepancy, StoryEvent } from "./story-record.ts";
import { coverageOf, intersects, likenessOf, type StoryWords, sharedCount } from "./story-words.ts";

/** Days between two dates that may still be one event told wrongly by somebody. */
const MOST_DAYS = 3;
/** Likeness of the words around two events from which, with who did what to whom the same, they are one. */
const SAME_WORDS = 0.2;
/** Other events looked at closely for each. */
const MOST_CANDIDATES = 8;

/**
 * One event that two reports put on two days. Events are never joined over days that cannot both hold, so the two stand
 * apart in the timeline; they are shown as a discrepancy when everything but the day is the same: the type, the word,
 * who did it or had it done to them, and the words around it. Two days that one report tells of are two events.
 */
export function findDateDiscrepancies(
  events: EventLinks,
  statements: StatementLinks,
  words: StoryWords,
): Discrepancy[] {
  const dated = events.events.filter(({ when, status }) => isDay(when) && status === "occurred");
  const index = makeKeyIndex();
  const found: Discrepancy[] = [];
  for (const [at, event] of dated.entries()) {
    const nodes = events.nodes.get(event.id) ?? [];
    const keys = new Set(
      [`type ${event.type}`, ...event.participants.map(({ actor }) => `${event.type} ${actor}`)].map(words.numberOf),
    );
    for (const other of index.find(keys, MOST_CANDIDATES)) {
      const earlier = dated[other]!;
      if (areOne(nodes, events.nodes.get(earlier.id) ?? []))
        found.push(makeDiscrepancy(earlier, event, events, statements));
    }
    index.add(at, keys);
  }
  return found;
}

function isDay(when: StoryEvent["when"]): boolean {
  return when !== null && when.first === when.last;
}

function areOne(a: readonly EventNode[], b: readonly EventNode[]): boolean {
  const [first, second] = [a[0], b[0]];
  if (!first || !second || first.event.type !== second.event.type) return false;
  if (a.some(({ source }) => b.some((other) => other.source === source))) return false;
  const days = dayOf(a) === null || dayOf(b) === null ? null : Math.abs(dayOf(a)! - dayOf(b)!);
  if (days === null || days === 0 || days > MOST_DAYS) return false;
  return a.some((one) => b.some((other) => isAlike(one, other)));
}

function dayOf(nodes: readonly EventNode[]): number | null {
  return nodes.find(({ when }) => when !== null)?.when?.from ?? null;
}

function isAlike(a: EventNode, b: EventNode): boolean {
  if (a.moved || b.moved || a.general || b.general || sharedCount(a.trigger, b.trigger) === 0) return false;
  const patients = intersects(a.patients, b.patients);
  const agents = intersects(a.agents, b.agents);
  const places = intersects(a.places, b.places);
  if (!patients && !(agents && places)) return false;
  return likenessOf(a.near, b.near) >= SAME_WORDS || coverageOf(a.context, b.context) >= 2 * SAME_WORDS;
}

function makeDiscrepancy(a: StoryEvent, b: StoryEvent, events: EventLinks, statements: StatementLinks): Discrepancy {
  return {
    id: `d-${a.id}-${b.id}`,
    kind: "date",
    row: a.id,
    reason: "one event by its words and those who take part, on two days that cannot both hold",
    sides: [a, b].map((event) => {
      const node = (events.nodes.get(event.id) ?? []).find(({ when }) => when !== null)!;
      const { source } = node;
      const rests = statements.node(source, node.event.accordingTo);
      return {
        label: event.when!.first,
        giver: rests?.speaker ?? null,
        evidence: evidenceOf(source.record, node.event.id, [node.event.trigger]),
      };
    }),
  };
}
