import type {
  EventStatus,
  EventType,
  Medium,
  StatementAct,
  TimeBound,
  TimeExpression,
} from "../src/core/extract/candidates.ts";
import type {
  Actor,
  ActorKind,
  Event,
  Figure,
  Record,
  Request,
  Speaker,
  Statement,
} from "../src/core/record/record.ts";
import type { Span } from "../src/core/text/span.ts";
import { recordOfText } from "./records.ts";

/**
 * Reads reports with their rows marked in the text, for tests of what links reports. A report opens with a line
 * `@ 2031-05-03 | Outlet | Headline | url` (any part may be blank). Marks are `{KIND ARGUMENTS: words}` and may nest:
 *
 * - `{o Open Lathe: the group}` a mention; `o` organisation, `p` person, `g` group, `l` place; a trailing `~` (`o~`)
 *   says that the words are a description and no name; `{p Ann Ray (leader of Town Council): Ms Ray}` adds a role
 * - `{s1 request Open Lathe > Town Council: to publish it}` a statement's content; `-` is nobody
 * - `{q s1: denied}` its cue, `{w s1: he}` the words for who says it
 * - `{e1 protest planned 2031-05-24 Open Lathe > Town Council at Fish Quay: march}` an event: day, agent, patient, place
 * - `{c Town Council: has been contacted}` comment sought and not given in the report
 * - `{t 2031-05-24T10.40: 10.40am}` a time expression of its own
 * - `{n crowd 200-300 s1 e1: about 250 people}` a figure, in statement s1, of event e1; "200-", "-300" are open
 *
 * Every request statement is a request row too.
 */
export function readTaggedStory(source: string): Record[] {
  return source
    .split(/^@ /m)
    .slice(1)
    .map((block, index) => {
      const end = block.indexOf("\n");
      const [published, outlet, headline, url] = block
        .slice(0, end)
        .split("|")
        .map((part) => part.trim() || null);
      return makeRecord(block.slice(end + 1).trim(), {
        id: `r-${String(index + 1).padStart(2, "0")}`,
        publishedAt: published ?? null,
        outlet: outlet ?? null,
        headline: headline ?? null,
        url: url ?? null,
      });
    });
}

interface Mark {
  readonly kind: string;
  readonly rest: string;
  readonly span: Span;
}

function makeRecord(tagged: string, report: Partial<Record["report"]> & { readonly id: string }): Record {
  const { text, marks } = readMarks(tagged);
  const base = recordOfText(text, report);
  const actors = readActors(marks, text);
  const idOf = (name: string | undefined) => actors.find((actor) => actor.name === name?.trim())?.id ?? null;
  const speaker = (name: string | undefined): Speaker => {
    const actor = idOf(name);
    return actor === null ? { kind: "unnamed", description: name?.trim() ?? "" } : { kind: "resolved", actor };
  };
  const statements = marks
    .filter(({ kind }) => /^s\d/.test(kind))
    .map((mark) => ({
      ...readStatement(mark, text, speaker, idOf),
      cue: marks.find(({ kind, rest }) => kind === "q" && rest === mark.kind)?.span ?? null,
      source: marks.find(({ kind, rest }) => kind === "w" && rest === mark.kind)?.span ?? null,
    }));
  const times: TimeExpression[] = marks
    .filter(({ kind }) => kind === "t")
    .map(({ rest, span }, index) => makeTime(`t${index + 1}`, rest, span));
  const events = marks.filter(({ kind }) => /^e\d/.test(kind)).map((mark) => readEvent(mark, times, idOf));
  return {
    ...base,
    actors,
    statements,
    events,
    timeExpressions: times,
    figures: marks.filter(({ kind }) => kind === "n").map(readFigure),
    requests: statements.filter(({ act }) => act === "request").map(readRequest),
    commentSought: marks
      .filter(({ kind }) => kind === "c")
      .map(({ rest, span }) => ({ actor: idOf(rest), asked: null, span, answered: false })),
  };
}

function readMarks(tagged: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  const open: { head: string; start: number }[] = [];
  let text = "";
  for (let at = 0; at < tagged.length; at++) {
    const head = tagged[at] === "{" ? /^\{([^:{}]+): /.exec(tagged.slice(at)) : null;
    if (head) {
      open.push({ head: head[1]!, start: text.length });
      at += head[0].length - 1;
    } else if (tagged[at] === "}") {
      const { head: written, start } = open.pop()!;
      const [kind = "", ...rest] = written.split(" ");
      marks.push({ kind, rest: rest.join(" "), span: { start, end: text.length } });
    } else {
      text += tagged[at];
    }
  }
  if (open.length > 0) throw new RangeError(`The mark {${open[0]!.head} is never closed`);
  return { text, marks: marks.sort((a, b) => a.span.start - b.span.start) };
}

const ACTOR_KINDS: { readonly [letter: string]: ActorKind } = {
  o: "organisation",
  p: "person",
  g: "group",
  l: "place",
};

function readActors(marks: readonly Mark[], text: string): Actor[] {
  const actors = new Map<
    string,
    { kind: ActorKind; mentions: Actor["mentions"][number][]; roles: Actor["roles"][number][] }
  >();
  for (const { kind, rest, span } of marks) {
    const letter = kind.replace("~", "");
    if (!(letter in ACTOR_KINDS)) continue;
    const [, name = rest, title, of] = /^(.*?)(?: \((.+?)(?: of (.+))?\))?$/.exec(rest) ?? [];
    const actor = actors.get(name) ?? { kind: ACTOR_KINDS[letter]!, mentions: [], roles: [] };
    actor.mentions.push({ ...span, form: kind.endsWith("~") ? "nominal" : "name" });
    if (title) actor.roles.push({ title, of: of ?? null, span });
    actors.set(name, actor);
  }
  return [...actors].map(([name, { kind, mentions, roles }], index) => ({
    id: `a${index + 1}`,
    kind,
    name,
    aliases: [...new Set(mentions.map(({ start, end }) => text.slice(start, end)))].filter((words) => words !== name),
    roles,
    mentions,
  }));
}

function readStatement(
  { kind, rest, span }: Mark,
  text: string,
  speaker: (name: string | undefined) => Speaker,
  idOf: (name: string | undefined) => string | null,
): Omit<Statement, "cue" | "source"> {
  const [, act = "assertion", name = "-", addressee, medium] =
    /^(\S+) ([^>@]+?)(?: > ([^@]+?))?(?: @(\S+))?$/.exec(rest) ?? [];
  return {
    id: kind,
    form: /^["“]/.test(text.slice(span.start)) ? "direct" : "indirect",
    act: act as StatementAct,
    content: [span],
    speaker: speaker(name),
    medium: (medium as Medium | undefined) ?? null,
    addressee: idOf(addressee),
    saidAt: null,
    within: null,
    alleged: act === "allegation",
    confidence: 1,
    producedBy: "test",
  };
}

function readEvent(
  { kind, rest, span }: Mark,
  times: TimeExpression[],
  idOf: (name: string | undefined) => string | null,
): Event {
  const [, type = "other", status = "occurred", bound, day, parties = "", place] =
    /^(\S+) (\S+)(?: (?:(before|by|after|since|about) )?(\d{4}[\d-]*))?((?: (?!at )[^>]+?)?(?: > .+?)?)(?: at (.+))?$/.exec(
      rest,
    ) ?? [];
  const [agent, patient] = parties.split(" > ");
  const time = day === undefined ? null : `t${times.length + 1}`;
  if (day !== undefined && time !== null) times.push(makeTime(time, day, span));
  const participants = (
    [
      ["agent", agent],
      ["patient", patient],
    ] as const
  ).flatMap(([role, name]) => {
    const actor = idOf(name);
    return actor === null ? [] : [{ role, actor, span }];
  });
  const where = place === undefined ? null : { name: place, actor: idOf(place), span };
  return {
    id: kind,
    type: type as EventType,
    trigger: span,
    status: status as EventStatus,
    participants,
    place: where,
    places: where ? [where] : [],
    time,
    bound: (bound as TimeBound | undefined) ?? null,
    until: null,
    accordingTo: null,
    mentions: [],
    producedBy: "test",
  };
}

function makeTime(id: string, value: string, span: Span): TimeExpression {
  if (value.includes("T")) {
    const day = value.slice(0, 10);
    const clock = value.replace(".", ":");
    return { id, span, type: "TIME", value: clock, stated: clock, inferred: null, range: { first: day, last: day } };
  }
  const last = value.length === 10 ? value : `${value}-${new Date(`${value}-01`).getUTCMonth() === 1 ? 28 : 30}`;
  const first = value.length === 10 ? value : `${value}-01`;
  return { id, span, type: "DATE", value, stated: value, inferred: null, range: { first, last } };
}

function readFigure({ rest, span }: Mark, index: number): Figure {
  const [counts = "other", range = "", ...rows] = rest.split(" ");
  const [low = "", high = low] = range.split("-");
  const row = (letter: string) => rows.find((one) => one.startsWith(letter)) ?? null;
  return {
    id: `f${index + 1}`,
    span,
    min: low === "" ? null : Number(low),
    max: high === "" ? null : Number(high),
    quantity: low === high ? "exact" : low === "" ? "max" : high === "" ? "min" : "range",
    unit: counts === "money" ? "GBP" : null,
    counts,
    event: row("e"),
    accordingTo: row("s"),
    producedBy: "test",
  };
}

function readRequest(statement: Statement): Request {
  const asked: Speaker =
    statement.addressee === null
      ? { kind: "unnamed", description: "" }
      : { kind: "resolved", actor: statement.addressee };
  return {
    id: statement.id.replace("s", "q"),
    asker: statement.speaker,
    asked,
    statement: statement.id,
    span: statement.content[0]!,
    about: statement.content[0]!,
    status: "open",
    answers: [],
    producedBy: "test",
  };
}
