import { describe, expect, it } from "vitest";
import { readTaggedStory } from "../../../test/tagged-stories.ts";
import type { Record, Statement } from "../record/record.ts";
import { speakerInReport } from "./speaker-in-report.ts";
import { orderReports } from "./story-reports.ts";

/** Whom the statement with the words as its source, or with none and the cue, is given to. */
function speakerOf(
  tagged: string,
  words: { readonly source?: string; readonly cue: string; readonly content?: string },
): string | null {
  const [record] = readTaggedStory(`@ 2031-05-20 | Mercury\n${tagged}`);
  if (record === undefined) return null;
  const { text } = record.report;
  const spanOf = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const statement: Statement = {
    id: "s9",
    form: "indirect",
    act: "assertion",
    content: words.content === undefined ? [] : [spanOf(words.content)],
    cue: spanOf(words.cue),
    source: words.source === undefined ? null : spanOf(words.source),
    speaker: { kind: "unnamed", description: words.source ?? "" },
    medium: null,
    addressee: null,
    saidAt: null,
    within: null,
    alleged: false,
    confidence: 1,
    producedBy: "test",
  };
  const [source] = orderReports([record]);
  return nameIn(record, source === undefined ? null : speakerInReport(source, statement));
}

function nameIn(record: Record, speaker: ReturnType<typeof speakerInReport> | null): string | null {
  return speaker?.kind === "resolved" ? (record.actors.find(({ id }) => id === speaker.actor)?.name ?? null) : null;
}

describe("speakerInReport(source, statement)", () => {
  it("takes the subject right before the cue, or before an insertion", () => {
    expect(speakerOf("{p Ann Ray: Ms Ray} called that a fantasy.", { cue: "called" })).toBe("Ann Ray");
    const inserted = "{o Garrow: Garrow}, which employs about 400 people, put the damage at £7m.";
    expect(speakerOf(inserted, { cue: "put" })).toBe("Garrow");
  });

  it("takes nobody where others speak, or who is spoken to", () => {
    expect(speakerOf("{p Ann Ray: Ms Ray} has been warned about it.", { cue: "warned" })).toBeNull();
    expect(speakerOf("A friend of {p Ann Ray: Ms Ray} called that a fantasy.", { cue: "called" })).toBeNull();
    expect(speakerOf("{l Garrow: Garrow} said so.", { cue: "said" })).toBeNull();
  });

  it("takes nobody of whom something is told", () => {
    const text = "{p Bo Lund: Lund} reportedly shot two people.";
    expect(speakerOf(text, { cue: "reportedly" })).toBeNull();
    const rumour = "{p Bo Lund: Lund} is said to have gone.";
    expect(speakerOf(rumour, { cue: "said", content: "Lund" })).toBeNull();
  });

  it("gives a document to whoever wrote it", () => {
    const of = "The preliminary report of the {o Quarry Board: Quarry Board} says so.";
    expect(speakerOf(of, { source: "The preliminary report of the Quarry Board", cue: "says" })).toBe("Quarry Board");
    const by = "The {o Quarry Board: board}’s first study says so.";
    expect(speakerOf(by, { source: "The board’s first study", cue: "says" })).toBe("Quarry Board");
    const seen = "A letter seen by the {o Quarry News: Quarry News} says so.";
    expect(speakerOf(seen, { source: "A letter seen by the Quarry News", cue: "says" })).toBeNull();
    const about = "A man at the {o Quarry Board: Quarry Board} says so.";
    expect(speakerOf(about, { source: "A man at the Quarry Board", cue: "says" })).toBeNull();
  });

  it("takes whom “who” stands for", () => {
    const text = "{p Bo Lund: Lund}, 71, who contends that he fell, went home.";
    expect(speakerOf(text, { source: "who", cue: "contends" })).toBe("Bo Lund");
  });

  it("takes the one body beside for its spokesman, and none of two", () => {
    const one = "The {o Garrow Police: police} denied it. It was not so, a spokesman said.";
    expect(speakerOf(one, { source: "a spokesman", cue: "said" })).toBe("Garrow Police");
    const two =
      "The {o Garrow Police: police} and the {o Garrow Council: council} denied it. It was not so, a spokesman said.";
    expect(speakerOf(two, { source: "a spokesman", cue: "said" })).toBeNull();
    const members = "Ann Ray of the {o Garrow Police: police} spoke. It was not so, a spokesman said.";
    expect(speakerOf(members, { source: "a spokesman", cue: "said" })).toBeNull();
    const told = "They will go when the {o Garrow Court: court} has ruled, a spokesman added.";
    expect(
      speakerOf(told, { source: "a spokesman", cue: "added", content: "They will go when the court has ruled" }),
    ).toBeNull();
    const other = "The {o Garrow Police: police} denied it. It was not so, a family spokesman said.";
    expect(speakerOf(other, { source: "a family spokesman", cue: "said" })).toBeNull();
  });

  it("passes over adverbs around a name", () => {
    const text = "Also Monday, {o Local 88: Local 88} of the union asked for it.";
    expect(speakerOf(text, { source: "Also Monday, Local 88", cue: "asked" })).toBe("Local 88");
  });
});
