import type { EventStatus } from "../extract/candidates.ts";
import { isOpenBound } from "../extract/events/time-bound.ts";
import type { Span } from "../text/span.ts";
import { normaliseName } from "./content-words.ts";
import {
  compareTimes,
  type EventFeature,
  eventFeatures,
  eventsClash,
  explainEvent,
  haveInCommon,
} from "./event-fit.ts";
import { type EventNode, type EventTime, makeEventNode } from "./event-node.ts";
import { evidenceOf } from "./evidence.ts";
import { type Fit, groupNodes, type NodeGroup } from "./group-nodes.ts";
import { makeKey } from "./key-index.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { StatementLinks } from "./link-statements.ts";
import { blendOf, likelihoodOf, type PairModel } from "./pair-model.ts";
import type { StoryEvent } from "./story-record.ts";
import { daysApart, type StorySource } from "./story-reports.ts";
import { type StoryWords, sharedCount } from "./story-words.ts";

export interface EventLinks {
  /** By event time; undated ones last, in the order of first report. */
  readonly events: readonly StoryEvent[];
  /** Nodes of each story event, by its id. */
  readonly nodes: ReadonlyMap<string, readonly EventNode[]>;
  of(source: StorySource, event: string | null): string | null;
}

/** Mentions of one event together, before anybody says on whose word it stands. */
export interface EventGroups {
  readonly groups: readonly NodeGroup<EventNode>[];
  /** Number of the group that holds an event of one report; null when it is not in the story. */
  of(source: StorySource, event: string): number | null;
}

export function groupEvents(
  sources: readonly StorySource[],
  actors: ActorLinks,
  words: StoryWords,
  model: PairModel<EventFeature>,
): EventGroups {
  const nodes = sources.flatMap((source) => {
    const times = new Map(source.record.timeExpressions.map((time) => [time.id, time]));
    return source.record.events.map((event) => makeEventNode(source, event, actors, times, words)).sort(compareAnchors);
  });
  const ofType = countTypes(nodes);
  const days = makeGroupDays();
  const groups = groupNodes(
    nodes,
    (node) => keysOf(node, words),
    (node, group) => fitGroup(node, group, ofType, days, model),
  );
  const numbers = new Map<string, number>();
  for (const [index, group] of groups.entries()) {
    for (const { source, event } of group.nodes) numbers.set(`${source.id}\t${event.id}`, index);
  }
  return { groups, of: (source, event) => numbers.get(`${source.id}\t${event}`) ?? null };
}

export function linkEvents({ groups }: EventGroups, statements: StatementLinks): EventLinks {
  const byId = new Map<string, readonly EventNode[]>();
  const ids = new Map<string, string>();
  const events = groups.map(({ nodes: members, reasons }) => {
    const story = makeEvent(members, reasons, statements);
    byId.set(story.id, members);
    for (const { source, event } of members) ids.set(`${source.id}\t${event.id}`, story.id);
    return story;
  });
  return {
    events: sortByTime(events),
    nodes: byId,
    of: (source, event) => ids.get(`${source.id}\t${event}`) ?? null,
  };
}

/** Within a report, dated mentions found groups first; what is named as known ("the march") joins last. */
function compareAnchors(a: EventNode, b: EventNode): number {
  return anchorRank(a) - anchorRank(b) || a.event.trigger.start - b.event.trigger.start;
}

function anchorRank(node: EventNode): number {
  return node.when !== null ? 0 : node.definite ? 2 : 1;
}

function keysOf(node: EventNode, words: StoryWords): number[] {
  const type = words.numberOf(`type ${node.event.type}`);
  const names = [...node.agents, ...node.patients, ...node.places];
  if (node.when) names.push(node.when.first);
  const keys = [...node.trigger.ids, ...node.context.ids, ...names.map(words.numberOf)].map((id) => makeKey(type, id));
  keys.push(type);
  return keys;
}

export function countTypes(nodes: readonly EventNode[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { event } of nodes) counts.set(event.type, (counts.get(event.type) ?? 0) + 1);
  return counts;
}

/** Members of a group that a mention is compared with: the first and the latest. */
const COMPARED = 4;

function fitGroup(
  node: EventNode,
  group: readonly EventNode[],
  ofType: ReadonlyMap<string, number>,
  days: GroupDays,
  model: PairModel<EventFeature>,
): Fit | null {
  if (node.general || node.event.type !== group[0]!.event.type || !daysAllow(node, days.of(group))) return null;
  if (isNewPlan(node, group.at(-1)!)) return null;
  const compared = group.length <= COMPARED ? group : [group[0]!, ...group.slice(1 - COMPARED)];
  if (compared.some((other) => eventsClash(other, node))) return null;
  if (node.event.type === "other" && !compared.some((other) => hasOwnName(other, node))) return null;
  const pairs = compared.map((other) => eventFeatures(other, node, ofType.get(node.event.type) ?? 1));
  const { score, best } = blendOf(pairs.map((features) => likelihoodOf(features, model)));
  if (!pairs.some(haveInCommon)) return null;
  return score < model.bar ? null : { score, reason: explainEvent(pairs[best]!) };
}

/** Events without a type of their own have nothing in common but the word for them, or the act of an office it names. */
function hasOwnName(a: EventNode, b: EventNode): boolean {
  return sharedCount(a.trigger, b.trigger) > 0 || (a.kind !== null && a.kind === b.kind);
}

/** Days from which a plan that is told as news ("a march") is another than the group's, unless its day says otherwise. */
const NEW_PLAN = 14;

function isNewPlan(node: EventNode, latest: EventNode): boolean {
  if (node.definite || (node.event.status !== "planned" && node.event.status !== "possible")) return false;
  if (node.when !== null && latest.when !== null) return false;
  return (daysApart(latest.source, node.source) ?? 0) > NEW_PLAN;
}

/** The days of a group as its reports left them. */
interface GroupDays {
  of(group: readonly EventNode[]): DaysSoFar;
}

interface DaysSoFar {
  /** Narrowest time given since the event was last moved. */
  readonly when: EventTime | null;
  /** The last word is that it was put off, so a later day may be its new one. */
  readonly moved: boolean;
}

/** Remembers each group's days, so that a long group is not read again for every mention. */
function makeGroupDays(): GroupDays {
  const known = new WeakMap<readonly EventNode[], DaysSoFar & { readonly read: number }>();
  return {
    of(group) {
      let { when, moved, read } = known.get(group) ?? { when: null, moved: false, read: 0 };
      for (; read < group.length; read++) {
        const node = group[read]!;
        const changed = when !== null && node.when !== null && compareTimes(when, node.when) === "differ";
        if (node.when !== null && (when === null || changed || lengthOf(node.when) < lengthOf(when))) when = node.when;
        moved = node.moved || (moved && !changed && node.event.status === "cancelled");
      }
      known.set(group, { when, moved, read });
      return { when, moved };
    },
  };
}

/** Two events on days that cannot both hold are two events, unless one was put off to the other's day. */
function daysAllow(node: EventNode, { when, moved }: DaysSoFar): boolean {
  // What had its day is not what a later report says was called off.
  const { dayNumber } = node.source;
  if (node.event.status === "cancelled" && when !== null && dayNumber !== null && when.to < dayNumber) return false;
  if (node.when === null || when === null || compareTimes(node.when, when) !== "differ") return true;
  return node.moved || (moved && node.when.first > when.last);
}

function makeEvent(members: readonly EventNode[], reasons: readonly string[], statements: StatementLinks): StoryEvent {
  const first = members[0]!;
  const when = whenOf(members);
  const history = historyOf(members, when, statements);
  const { status } = history.at(-1)!;
  const label = labelOf(members, status);
  return {
    id: `${first.event.id}-${first.source.mark}`,
    type: first.event.type,
    label: label.words,
    when,
    status,
    history,
    participants: participantsOf(members),
    places: placesOf(members),
    evidence: [label.member, ...members.filter((member) => member !== label.member)].map(({ source, event }) =>
      evidenceOf(source.record, event.id, [event.trigger, ...event.mentions]),
    ),
    reasons: [...new Set(reasons.filter((reason) => reason !== ""))],
  };
}

/** How far a status has come; an event that has come further is not set back by a report that knows less. */
const STATUS_RANK: { readonly [status in EventStatus]: number } = {
  possible: 0,
  alleged: 1,
  planned: 2,
  cancelled: 3,
  denied: 3,
  ongoing: 4,
  occurred: 5,
};

/**
 * One entry for each report that changes the status, the first report's included, and one for the first that tells in its
 * own voice what stood on somebody's word till then.
 */
function historyOf(
  members: readonly EventNode[],
  when: EventTime | null,
  statements: StatementLinks,
): StoryEvent["history"] {
  const byReport = new Map<StorySource, { readonly event: EventNode["event"]; readonly status: EventStatus }>();
  for (const { source, event } of members) {
    const held = byReport.get(source);
    const status = statusAsOf(source, event.status, when);
    const isFurther = !held || STATUS_RANK[status] > STATUS_RANK[held.status];
    const isOwnVoice = held?.status === status && held.event.accordingTo !== null && event.accordingTo === null;
    if (isFurther || isOwnVoice) byReport.set(source, { event, status });
  }
  const history: StoryEvent["history"][number][] = [];
  for (const [source, { event, status }] of byReport) {
    const before = history.at(-1);
    const accordingTo = statements.of(source, event.accordingTo);
    const isOwnVoice = before?.status === status && before.accordingTo !== null && accordingTo === null;
    const isChange = before === undefined || (before.status !== status && canFollow(before.status, status));
    if (!isChange && !isOwnVoice) continue;
    history.push({
      report: source.id,
      status,
      accordingTo,
      evidence: evidenceOf(source.record, event.id, [event.trigger]),
    });
  }
  return history;
}

/** A report cannot tell of what took place after it: then its plain words ("the march") name a plan. */
function statusAsOf(source: StorySource, status: EventStatus, when: EventTime | null): EventStatus {
  const published = source.record.report.publishedAt?.slice(0, 10);
  const ahead = when !== null && !isOpenBound(when.bound) && published !== undefined && when.first > published;
  return ahead && (status === "occurred" || status === "ongoing") ? "planned" : status;
}

function canFollow(before: EventStatus, after: EventStatus): boolean {
  if (before === "occurred") return after === "denied";
  if (before === "cancelled") return after === "planned" || after === "ongoing" || after === "occurred";
  return after === "cancelled" || after === "denied" || STATUS_RANK[after] > STATUS_RANK[before];
}

/** The latest report that gives the narrowest time: a plan that moved is dated by its new day. */
function whenOf(members: readonly EventNode[]): EventTime | null {
  let best: EventTime | null = null;
  for (const { when } of members) {
    if (when && (best === null || lengthOf(when) <= lengthOf(best))) best = when;
  }
  return best ?? members.find(({ bounded }) => bounded !== null)?.bounded ?? null;
}

function lengthOf({ first, last }: EventTime): number {
  return first === last ? 0 : first.slice(0, 7) === last.slice(0, 7) ? 1 : 2;
}

function participantsOf(members: readonly EventNode[]): StoryEvent["participants"] {
  const seen = new Map<string, { role: string; actor: string }>();
  for (const node of members) {
    for (const actor of node.agents) seen.set(`agent ${actor}`, { role: "agent", actor });
    for (const actor of node.patients) seen.set(`patient ${actor}`, { role: "patient", actor });
    for (const actor of node.others) seen.set(`other ${actor}`, { role: "other", actor });
  }
  return [...seen.values()];
}

function placesOf(members: readonly EventNode[]): string[] {
  const names = new Map<string, string>();
  for (const { event } of members) {
    for (const { name } of event.places) if (!names.has(normaliseName(name))) names.set(normaliseName(name), name);
  }
  return [...names.values()];
}

const LONGEST_LABEL = 90;

/**
 * The words from the first to the last of trigger, participants and place, where they fit a line, of a mention that has
 * the event as it stands now: what took place is not named "would challenge the ban".
 */
function labelOf(members: readonly EventNode[], status: EventStatus): { words: string; member: EventNode } {
  const asItStands = members.filter(({ event }) => event.status === status);
  let best = { words: "", parts: -1, member: members[0]! };
  for (const member of asItStands.length > 0 ? asItStands : members) {
    const { source, event } = member;
    const { text } = source.record.report;
    const around = [...event.participants, ...(event.place ? [event.place] : [])].map(({ span }) => span);
    let cover: Span = event.trigger;
    let parts = 0;
    for (const span of around.sort((a, b) => distance(a, event.trigger) - distance(b, event.trigger))) {
      const wider = { start: Math.min(cover.start, span.start), end: Math.max(cover.end, span.end) };
      if (wider.end - wider.start > LONGEST_LABEL || text.slice(wider.start, wider.end).includes("\n")) continue;
      cover = wider;
      parts++;
    }
    if (parts > best.parts) best = { words: text.slice(cover.start, cover.end), parts, member };
  }
  return best;
}

function distance(span: Span, from: Span): number {
  return span.end <= from.start ? from.start - span.end : Math.max(0, span.start - from.end);
}

function sortByTime(events: readonly StoryEvent[]): StoryEvent[] {
  return events
    .map((event, order) => ({ event, order }))
    .sort((a, b) => {
      const first = a.event.when?.first ?? "9999";
      const second = b.event.when?.first ?? "9999";
      return first < second ? -1 : first > second ? 1 : a.order - b.order;
    })
    .map(({ event }) => event);
}
