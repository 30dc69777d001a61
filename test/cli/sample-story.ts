import type { Evidence, StoryRecord } from "../../src/core/link/story-record.ts";
import type { Record } from "../../src/core/record/record.ts";
import { recordOfText, spanOf } from "../records.ts";

/** One invented report with a row of every kind, built by hand so that the engine's findings do not matter. */
export const TEXT = [
  "Ferries to Skerry stop on Monday, the harbour board said.",
  "“We cannot sail without crews,” said Ada Ferro, the board’s chair.\n“The boats stay in harbour.”",
  "The union asked the board to reopen talks. The board refused.",
  "More than 200 people rallied. A man is alleged to have thrown paint.",
  "The mayor was asked for comment.",
  "READ MORE: Bees of \x1b[31mUpper Dale",
].join("\n");

const span = (words: string, occurrence = 1) => spanOf(TEXT, words, occurrence);

export const RECORD: Record = {
  ...recordOfText(TEXT, {
    id: "r-0000000000000001",
    url: "https://post.example/ferry",
    outlet: "Harbour Post",
    headline: "Ferries to stop",
    byline: ["Olin Marsh"],
    publishedAt: "2031-03-08",
    furniture: [
      { ...span("READ MORE: Bees of \x1b[31mUpper Dale"), kind: "read-more", reason: "begins with “read more”" },
      { text: "Sign up for our letter", kind: "newsletter", reason: "a box of the page" },
    ],
  }),
  timeExpressions: [
    {
      id: "t1",
      span: span("Monday"),
      type: "DATE",
      value: "2031-03-10",
      stated: "XXXX-WXX-1",
      inferred: "the Monday after publication",
      range: { first: "2031-03-10", last: "2031-03-10" },
    },
  ],
  actors: [
    {
      id: "a1",
      kind: "organisation",
      name: "harbour board",
      aliases: ["board"],
      roles: [],
      mentions: [{ ...span("harbour board"), form: "name" }],
    },
    {
      id: "a2",
      kind: "person",
      name: "Ada Ferro",
      aliases: [],
      roles: [{ title: "chair", of: "the board", span: span("the board’s chair") }],
      mentions: [{ ...span("Ada Ferro"), form: "name" }],
    },
    {
      id: "a3",
      kind: "group",
      name: "union",
      aliases: [],
      roles: [],
      mentions: [{ ...span("union"), form: "nominal" }],
    },
  ],
  statements: [
    statement("s1", [span("Ferries to Skerry stop on Monday")], "a1", span("said"), span("the harbour board")),
    {
      ...statement(
        "s2",
        [span("“We cannot sail without crews,”"), span("“The boats stay in harbour.”")],
        "a2",
        span("said", 2),
        span("Ada Ferro"),
      ),
      form: "direct",
      medium: "interview",
      saidAt: "2031-03-07",
    },
    {
      ...statement("s3", [span("refused")], "a1", span("refused"), span("The board", 1)),
      act: "refusal",
      within: "s2",
    },
    {
      ...statement("s4", [span("to have thrown paint")], "a1", span("is alleged"), null),
      speaker: { kind: "unnamed", description: "" },
      act: "allegation",
      alleged: true,
    },
    {
      ...statement("s5", [span("reopen talks")], "a3", span("asked"), span("The union")),
      speaker: { kind: "ambiguous", candidates: ["a1", "a3"] },
    },
  ],
  events: [
    {
      id: "e1",
      type: "strike",
      trigger: span("stop"),
      status: "planned",
      participants: [
        { role: "agent", actor: "a1", span: span("the harbour board") },
        { role: "patient", actor: null, span: span("Ferries") },
      ],
      place: { name: "Skerry", actor: null, span: span("Skerry") },
      places: [{ name: "Skerry", actor: null, span: span("Skerry") }],
      time: "t1",
      bound: null,
      until: null,
      accordingTo: "s1",
      mentions: [],
      producedBy: "sample",
    },
    {
      id: "e2",
      type: "attack",
      trigger: span("thrown"),
      status: "alleged",
      participants: [],
      place: null,
      places: [],
      time: null,
      bound: null,
      until: null,
      accordingTo: "s4",
      mentions: [],
      producedBy: "sample",
    },
  ],
  figures: [
    {
      id: "f1",
      span: span("More than 200 people"),
      min: 201,
      max: null,
      quantity: "min",
      unit: "person",
      counts: "crowd",
      event: null,
      accordingTo: null,
      producedBy: "sample",
    },
  ],
  requests: [
    {
      id: "q1",
      asker: { kind: "resolved", actor: "a3" },
      asked: { kind: "resolved", actor: "a1" },
      statement: "s5",
      span: span("asked the board to reopen talks"),
      about: span("reopen talks"),
      status: "refused",
      answers: [{ statement: "s3", kind: "refusal" }],
      producedBy: "sample",
    },
  ],
  commentSought: [
    { actor: null, asked: span("The mayor"), span: span("The mayor was asked for comment."), answered: false },
  ],
  quotedWords: [{ span: span("Bees"), kind: "scare-quotes" }],
  diagnostics: [{ code: "odd-mark", span: span("READ"), message: "A mark stands alone." }],
};

export const STORY: StoryRecord = {
  id: "st-0000000000000001",
  title: "Ferries to stop",
  reports: [
    {
      id: RECORD.report.id,
      url: "https://post.example/ferry",
      outlet: "Harbour Post",
      headline: "Ferries to stop",
      publishedAt: "2031-03-08",
      modifiedAt: null,
      revision: 1,
      origin: "o1",
      unread: false,
      novelty: { new: 7, repeats: 1, updates: 0 },
    },
  ],
  origins: [{ id: "o1", reports: [RECORD.report.id], outlets: ["Harbour Post"], credited: null }],
  actors: RECORD.actors.map((actor) => ({
    id: actor.id,
    kind: actor.kind,
    name: actor.name,
    aliases: actor.aliases,
    roles: actor.roles.map((role) => ({
      title: role.title,
      of: role.of,
      evidence: evidence("the board’s chair", null),
    })),
    members: [{ report: RECORD.report.id, actor: actor.id, reason: "same name" }],
    mentionCount: actor.mentions.length,
  })),
  statements: [
    {
      id: "s2-1",
      form: "direct",
      act: "assertion",
      medium: "interview",
      speaker: { kind: "resolved", actor: "a2" },
      addressee: null,
      saidAt: "2031-03-07",
      alleged: false,
      cue: "said",
      source: "Ada Ferro",
      evidence: evidence("“We cannot sail without crews,”", "s2"),
      renderings: [],
      reasons: [],
    },
    {
      id: "s3-1",
      form: "indirect",
      act: "refusal",
      medium: null,
      speaker: { kind: "resolved", actor: "a1" },
      addressee: "a3",
      saidAt: null,
      alleged: false,
      cue: "refused",
      source: "The board",
      evidence: evidence("The board refused.", "s3"),
      renderings: [],
      reasons: [],
    },
  ],
  timeline: [
    {
      id: "e1-1",
      type: "strike",
      label: "Ferries to Skerry stop",
      when: { first: "2031-03-10", last: "2031-03-10", value: "2031-03-10", bound: null },
      status: "planned",
      history: [{ report: RECORD.report.id, status: "planned", accordingTo: "s1-1", evidence: evidence("stop", "e1") }],
      participants: [{ role: "agent", actor: "a1" }],
      places: ["Skerry"],
      evidence: [evidence("stop", "e1")],
      reasons: [],
    },
    {
      id: "e2-1",
      type: "attack",
      label: "thrown paint",
      when: null,
      status: "alleged",
      history: [{ report: RECORD.report.id, status: "alleged", accordingTo: null, evidence: evidence("thrown", "e2") }],
      participants: [],
      places: [],
      evidence: [evidence("thrown", "e2")],
      reasons: [],
    },
  ],
  matters: [
    {
      id: "m1-1",
      about: "the strike",
      parties: ["a1", "a3"],
      steps: [{ event: "e1-1", step: "strike", reason: "same body" }],
      missing: [],
    },
  ],
  requests: [
    {
      id: "q1-1",
      asker: { kind: "resolved", actor: "a3" },
      asked: { kind: "resolved", actor: "a1" },
      about: "reopen talks",
      status: "refused",
      asks: [evidence("asked the board to reopen talks", "q1")],
      reasons: [],
      answers: [
        {
          kind: "refusal",
          speaker: { kind: "resolved", actor: "a1" },
          evidence: evidence("The board refused.", "s3"),
          reason: "same parties",
        },
      ],
      reportsSince: 0,
    },
    {
      id: "q2-1",
      asker: { kind: "unnamed", description: "" },
      asked: { kind: "ambiguous", candidates: ["a1", "a3"] },
      about: null,
      status: "open",
      asks: [evidence("was asked for comment", null)],
      reasons: [],
      answers: [],
      reportsSince: 0,
    },
  ],
  figures: [
    {
      id: "f1-1",
      counts: "crowd",
      unit: "person",
      event: "e1-1",
      label: "people who rallied",
      reasons: [],
      values: [
        {
          min: 201,
          max: null,
          quantity: "min",
          words: "More than 200 people",
          giver: null,
          report: RECORD.report.id,
          asOf: null,
          evidence: evidence("More than 200 people", "f1"),
        },
      ],
    },
  ],
  changes: [],
  discrepancies: [
    {
      id: "d1-1",
      kind: "figure",
      row: "f1-1",
      reason: "the ranges do not meet",
      sides: [
        { label: "More than 200 people", giver: null, evidence: evidence("More than 200 people", "f1") },
        { label: "crews", giver: { kind: "resolved", actor: "a1" }, evidence: evidence("crews", null) },
      ],
    },
    {
      id: "d2-1",
      kind: "claim",
      row: "s1-1",
      reason: "what one says, the other denies",
      sides: [
        {
          label: "We cannot sail without crews",
          giver: { kind: "resolved", actor: "a1" },
          evidence: evidence("We cannot sail without crews", "s1"),
        },
        {
          label: "The boats stay in harbour",
          giver: { kind: "unnamed", description: "the union" },
          evidence: evidence("The boats stay in harbour", null),
        },
      ],
    },
  ],
  updates: [],
  settled: [],
  commentSought: [
    {
      actor: null,
      asked: "The mayor",
      answered: false,
      evidence: evidence("The mayor was asked for comment.", null),
      later: null,
      reportsSince: 0,
    },
  ],
  news: [{ kind: "new", evidence: evidence("Ferries to Skerry stop on Monday, the harbour board said.", null) }],
};

function statement(
  id: string,
  content: Record["statements"][number]["content"],
  actor: string,
  cue: Record["statements"][number]["cue"],
  source: Record["statements"][number]["source"],
): Record["statements"][number] {
  return {
    id,
    form: "indirect",
    act: "assertion",
    content,
    cue,
    source,
    speaker: { kind: "resolved", actor },
    medium: null,
    addressee: null,
    saidAt: null,
    within: null,
    alleged: false,
    confidence: 1,
    producedBy: "sample",
  };
}

function evidence(words: string, row: string | null): Evidence {
  const { start, end } = span(words);
  return {
    report: "r-0000000000000001",
    row,
    spans: [{ start, end }],
    exact: words,
    prefix: TEXT.slice(Math.max(0, start - 32), start),
    suffix: TEXT.slice(end, end + 32),
  };
}
