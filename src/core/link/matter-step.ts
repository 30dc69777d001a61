import type { EventType } from "../extract/candidates.ts";
import { dayNumber } from "./calendar.ts";
import type { EventNode } from "./event-node.ts";
import type { EventLinks } from "./link-events.ts";
import type { PairFeatures } from "./pair-model.ts";
import type { StoryEvent } from "./story-record.ts";
import { coverageOf, EMPTY_BAG, intersects, uniteBags, type WordBag } from "./story-words.ts";

/** An event of law or administration with what placing it in a matter needs. */
export interface MatterStep {
  readonly event: StoryEvent;
  readonly nodes: readonly EventNode[];
  readonly parties: ReadonlySet<string>;
  readonly context: WordBag;
  readonly near: WordBag;
  /** Where it usually stands among the steps of one day. */
  readonly order: number;
  /** Whether it prosecutes, disputes or administers; read from the words around it where its type leaves it open. */
  readonly track: Track;
  /** Levels of the courts that its clauses name, and the persons it concerns. */
  readonly courts: ReadonlySet<string>;
  readonly accused: ReadonlySet<string>;
  /** Day number of the event as far as it is known, else of its first report; null when neither is dated. */
  readonly day: number | null;
  /** Day number on which it was known of: its own day, or that of the first report of what is still to come. */
  readonly known: number | null;
  /** It was still to come when it was first told of, and no report dates it. */
  readonly ahead: boolean;
}

type Track = "criminal" | "civil" | "either" | "administrative";

/** Steps of law and administration, with their usual order and whether they prosecute, dispute or may do either. */
export const STEP_TYPES: { readonly [type in EventType]?: { readonly order: number; readonly track: Track } } = {
  arrest: { order: 1, track: "criminal" },
  charge: { order: 2, track: "criminal" },
  release: { order: 7.5, track: "criminal" },
  law: { order: 3, track: "civil" },
  sanction: { order: 3, track: "either" },
  lawsuit: { order: 4, track: "civil" },
  hearing: { order: 5, track: "either" },
  plea: { order: 6, track: "criminal" },
  verdict: { order: 7, track: "criminal" },
  ruling: { order: 7, track: "civil" },
  sentence: { order: 8, track: "criminal" },
  appeal: { order: 9, track: "either" },
  vote: { order: 3, track: "administrative" },
  election: { order: 4, track: "administrative" },
  talks: { order: 2, track: "administrative" },
  agreement: { order: 6, track: "administrative" },
  appoint: { order: 6, track: "administrative" },
  publish: { order: 6, track: "administrative" },
  strike: { order: 5, track: "administrative" },
  other: { order: 2, track: "administrative" },
};

/** Who is charged first surrenders behind the charge; who is caught is charged behind the arrest. */
function orderOf({ type }: StoryEvent, nodes: readonly EventNode[]): number {
  const surrendered = ({ source, event }: EventNode) => SURRENDERED.test(wordsOf(source, event.trigger));
  if (type === "arrest" && nodes.some(surrendered)) return AFTER_CHARGE;
  return STEP_TYPES[type]?.order ?? 0;
}

const SURRENDERED = /^(?:surrender|turned (?:himself|herself|themselves)|gave (?:himself|herself|themselves))/i;
const AFTER_CHARGE = 2.5;

/** Of events without a type of their own, those that an office or a court takes: an inquiry opened, a petition filed. */
export function isStep({ type, status }: StoryEvent, nodes: readonly EventNode[]): boolean {
  if (!(type in STEP_TYPES) || status === "possible" || status === "denied") return false;
  return type !== "other" || nodes.some(({ source, event }) => OFFICIAL.test(wordsOf(source, event.trigger)));
}

const OFFICIAL =
  /\b(?:inquir(?:y|ies)|investigat\w+|probes?|petitions?|recall|notices?|recounts?|subpoena\w*|pardon\w*|consultation|review|audit)\b/i;

function wordsOf(
  { record }: EventNode["source"],
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return record.report.text.slice(start, end);
}

/** What usually comes next: the grammar of steps. */
const FOLLOWED_BY: { readonly [type in EventType]?: readonly EventType[] } = {
  arrest: ["charge", "release", "hearing"],
  release: ["charge", "hearing"],
  charge: ["arrest", "release", "hearing", "plea", "verdict"],
  hearing: ["ruling", "plea", "verdict", "sentence", "hearing", "publish"],
  plea: ["plea", "hearing", "verdict", "sentence"],
  verdict: ["sentence", "appeal"],
  sentence: ["appeal", "release"],
  law: ["lawsuit", "appeal", "hearing", "ruling"],
  lawsuit: ["hearing", "ruling"],
  ruling: ["appeal", "hearing", "ruling", "vote", "publish"],
  appeal: ["hearing", "ruling"],
  vote: ["lawsuit", "ruling", "agreement", "vote", "talks", "strike", "law"],
  election: ["appoint", "vote"],
  talks: ["talks", "agreement", "strike"],
  strike: ["talks", "strike", "agreement"],
  agreement: ["vote"],
  publish: ["hearing", "vote", "publish"],
  other: ["hearing", "publish", "ruling", "election"],
  sanction: ["appeal", "lawsuit", "hearing"],
};

/** What usually comes right before. */
export const PRECEDED_BY: ReadonlyMap<EventType, readonly EventType[]> = turnRound(FOLLOWED_BY);

function turnRound(next: typeof FOLLOWED_BY): Map<EventType, EventType[]> {
  const before = new Map<EventType, EventType[]>();
  for (const [type, followers] of Object.entries(next)) {
    for (const follower of followers) before.set(follower, [...(before.get(follower) ?? []), type as EventType]);
  }
  return before;
}

/** Mentions whose words stand for an event that many reports name. */
const MOST_NODES = 20;

const ANNOUNCED: ReadonlySet<EventType> = new Set<EventType>(["appeal", "lawsuit"]);

export function makeMatterStep(event: StoryEvent, events: EventLinks): MatterStep {
  const nodes = events.nodes.get(event.id) ?? [];
  const dated = nodes.filter(({ source }) => source.dayNumber !== null);
  // What was planned first has taken place by the report that says so.
  const done = dated.find(isDone);
  // An appeal or a suit is announced, and goes on from there.
  const first = ANNOUNCED.has(event.type) ? dated[0] : (done ?? dated[0]);
  const soft = event.when === null ? softTimeOf(done === undefined ? nodes : nodes.filter(isDone)) : null;
  const reported = soft?.from ?? first?.source.dayNumber ?? null;
  const day = dayOf(event, reported, done?.source.dayNumber ?? null);
  const told = dated[0]?.source.dayNumber ?? null;
  return {
    event,
    nodes,
    parties: new Set(event.participants.map(({ actor }) => actor)),
    order: orderOf(event, nodes),
    context: nodes
      .slice(0, MOST_NODES)
      .map((node) => node.context)
      .reduce(uniteBags, EMPTY_BAG),
    near: nodes
      .slice(0, MOST_NODES)
      .map((node) => uniteBags(node.near, node.trigger))
      .reduce(uniteBags, EMPTY_BAG),
    track: trackOf(event, nodes),
    courts: new Set(nodes.flatMap(({ courts }) => [...courts])),
    accused: new Set(nodes.flatMap(({ accused }) => [...accused])),
    day,
    known: day === null || told === null ? (day ?? told) : Math.min(day, told),
    ahead: event.when === null && soft === null && (event.status === "planned" || event.status === "possible"),
  };
}

function isDone({ event: { status } }: EventNode): boolean {
  return status === "occurred" || status === "ongoing";
}

/** Hearings, rulings and appeals are of either kind by their type; the words around them mostly tell. */
function trackOf({ type }: StoryEvent, nodes: readonly EventNode[]): Track {
  const own = STEP_TYPES[type]?.track ?? "either";
  const isOpen = type === "ruling" || (type === "charge" && nodes.every(isOfficeCharge));
  if (own !== "either" && !isOpen) return own;
  let criminal = 0;
  let civil = 0;
  for (const { source, sentence } of nodes.slice(0, MOST_NODES)) {
    const span = source.sentences[sentence]?.span;
    if (span === undefined) continue;
    const words = source.record.report.text.slice(span.start, span.end);
    criminal += words.match(PROSECUTING)?.length ?? 0;
    civil += words.match(DISPUTING)?.length ?? 0;
  }
  return criminal === civil ? own : criminal > civil ? "criminal" : "civil";
}

/** "accused of four breaches", "a notice of violation": what an inspectorate may say as well as a prosecutor. */
function isOfficeCharge({ source, event }: EventNode): boolean {
  return /^(?:accus|notice|cit)/i.test(wordsOf(source, event.trigger));
}

const PROSECUTING =
  /\b(?:trials?|tried|charged?|charges|counts?|prosecut\w+|defendants?|accused|magistrates?|crown court|plead\w*|pleas?|pled|bail|bond|guilty|arraign\w*|indict\w*|sentenc\w+|custody|remand\w*|jury|offen[cs]es?|convict\w*)\b/gi;
const DISPUTING =
  /\b(?:injunctions?|judicial review|applications?|applied|orders?|suits?|sued?|lawsuits?|challeng\w+|claimants?|plaintiffs?|bans?|high court|county court|petition\w*|unlawful|appeal\w*|class action|damages|licen[cs]\w+|inquiry)\b/gi;

/** Days before a report that its news may lie, by the time nearest to it. */
const NEWS_DAYS = 10;

/** The time nearest to the first mention that has one which its tense allows: shortly before its report, or after it. */
function softTimeOf(nodes: readonly EventNode[]): EventNode["soft"] {
  for (const { soft, source, event } of nodes) {
    if (soft === null || source.dayNumber === null) continue;
    const ahead = event.status === "planned" || event.status === "possible";
    const apart = soft.from - source.dayNumber;
    if (soft.to - soft.from <= 1 && (ahead ? apart >= 0 : apart <= 0 && apart >= -NEWS_DAYS)) return soft;
  }
  return null;
}

/**
 * Of a month or a week that is all that is known, the day nearest to the first report. `toldDone`: day of the report that told of
 * it as done.
 */
function dayOf({ when, status }: StoryEvent, reported: number | null, toldDone: number | null): number | null {
  if (when === null) return reported;
  const [from, to] = [dayNumber(when.first), dayNumber(when.last)];
  // An order "extended until December" was made when it was told of.
  const isOver = status === "occurred" || status === "ongoing";
  if (isOver && toldDone !== null && from > toldDone + 1) return toldDone;
  return to - from <= 1 || reported === null ? from : Math.max(from, Math.min(to, reported));
}

export type MatterFeature =
  | "parties"
  | "coverage"
  | "near"
  | "otherTrack"
  | "sameTrack"
  | "sameType"
  | "gap"
  | "beside"
  | "administrative"
  | "follows"
  | "against"
  | "followsParty"
  | "courtShared"
  | "accusedShared";

/**
 * What speaks for and against two steps, the earlier first, being of one matter.
 */
export function matterFeatures(a: MatterStep, b: MatterStep): PairFeatures<MatterFeature> {
  const flag = (held: boolean) => (held ? 1 : 0);
  const shared = [...a.parties].filter((actor) => b.parties.has(actor));
  const tracks = [a.track, b.track];
  return {
    parties: Math.min(3, shared.length),
    coverage: coverageOf(a.context, b.context),
    near: coverageOf(a.near, b.near),
    otherTrack: flag(tracks.includes("criminal") && tracks.includes("civil")),
    sameTrack: flag(tracks[0] === tracks[1] && tracks[0] !== "either"),
    sameType: flag(a.event.type === b.event.type),
    gap: a.known === null || b.known === null ? 0.5 : Math.min(2, Math.log2(1 + Math.abs(a.known - b.known)) / 5),
    beside: besideOf(a, b),
    follows: flag(FOLLOWED_BY[a.event.type]?.includes(b.event.type) ?? false),
    against: flag(a.order > b.order),
    courtShared: flag(intersects(a.courts, b.courts)),
    accusedShared: flag(intersects(a.accused, b.accused)),
    followsParty: flag(shared.length > 0 && (FOLLOWED_BY[a.event.type]?.includes(b.event.type) ?? false)),
    administrative: flag(tracks.includes("administrative") && tracks[0] !== tracks[1]),
  };
}

/** How near they are told in one report: 1 in one sentence, falling with the sentences between. */
function besideOf(a: MatterStep, b: MatterStep): number {
  let least = Number.POSITIVE_INFINITY;
  const bySource = new Map(b.nodes.slice(0, MOST_NODES).map((node) => [node.source, node.sentence]));
  for (const { source, sentence } of a.nodes.slice(0, MOST_NODES)) {
    const other = bySource.get(source);
    if (other !== undefined) least = Math.min(least, Math.abs(other - sentence));
  }
  return 1 / (1 + least);
}
