import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testTextCases } from "../../../test/annotated-cases.ts";
import { readTaggedStory } from "../../../test/tagged-stories.ts";
import type { Speaker } from "../record/record.ts";
import { linkStory } from "./link-story.ts";
import type { Evidence, StoryRecord } from "./story-record.ts";

testTextCases("link/actors.txt", (text) =>
  link(text).actors.map(({ kind, name, members }) => {
    const joined = members.map(({ report, actor, reason }) => `${report}/${actor} ${reason}`);
    return `${kind} ${name}: ${joined.join("; ")}`;
  }),
);

testTextCases("link/statements.txt", (text) =>
  link(text).statements.map(({ evidence, renderings }) => [evidence, ...renderings].map(place).join(" = ")),
);

testTextCases("link/events.txt", (text) =>
  link(text).timeline.map(({ type, when, status, history, evidence, reasons }) =>
    [
      `${type} ${when?.bound ? `${when.bound} ` : ""}${when?.value ?? "undated"} ${history.map((one) => one.status).join(" → ") || status}`,
      evidence.map(place).join(" = "),
      ...reasons,
    ].join(" | "),
  ),
);

testTextCases("link/matters.txt", (text) =>
  link(text).matters.map(({ about, steps, missing }) =>
    [
      `${about}: ${steps.map(({ step, reason }) => `${step} (${reason})`).join(" → ")}`,
      ...missing.map(({ step, reason }) => `${step} missing, ${reason}`),
    ].join(" | "),
  ),
);

testTextCases("link/requests.txt", (text) => {
  const story = link(text);
  return story.requests.map(({ asker, asked, about, status, answers, reportsSince }) => {
    const replies = answers.map(({ kind, evidence, reason }) => `${kind} ${place(evidence)} (${reason})`);
    return `${name(story, asker)} → ${name(story, asked)}: ${about} | ${status} | ${replies.join("; ") || `none in ${reportsSince} reports since`}`;
  });
});

testTextCases("link/figures.txt", (text) => {
  const story = link(text);
  const series = story.figures.map(({ counts, values }) => {
    const given = values.map(({ words, giver }) => `${words} by ${giver ? name(story, giver) : "the report"}`);
    return `${counts}: ${given.join("; ")}`;
  });
  return [
    ...series,
    ...story.discrepancies.map(({ sides }) => `disagree: ${sides.map(({ label }) => label).join(" / ")}`),
  ];
});

testTextCases("link/changes.txt", (text) =>
  link(text).changes.map(
    ({ from, to, reason }) => `${from.act} ${place(from.evidence)} → ${to.act} ${place(to.evidence)} | ${reason}`,
  ),
);

testTextCases("link/discrepancies.txt", (text) =>
  link(text).discrepancies.map(
    ({ kind, sides, reason }) =>
      `${kind}: ${sides.map(({ label, evidence }) => `${label} (${evidence.report})`).join(" / ")} | ${reason}`,
  ),
);

for (const file of ["link/denied-claims.txt", "link/denied-claims-negative.txt"]) {
  testTextCases(file, (text) => {
    const story = link(text);
    return story.discrepancies
      .filter(({ kind }) => kind === "claim")
      .map(({ sides }) => sides.map(({ label, giver }) => `${giver && name(story, giver)}: ${label}`).join(" / "));
  });
}

testTextCases("link/updates.txt", (text) => {
  const story = link(text);
  return story.updates.map(({ series, giver, values }) => {
    const all = story.figures.find(({ id }) => id === series)?.values ?? [];
    return `${name(story, giver)}: ${values.map((at) => all[at]?.words).join(" → ")}`;
  });
});

testTextCases("link/comment-sought.txt", (text) => {
  const story = link(text);
  return story.commentSought.map(({ actor, later, reportsSince }) => {
    const said = later === null ? `nothing in ${reportsSince} reports since` : `later ${place(later.evidence)}`;
    return `${story.actors.find(({ id }) => id === actor)?.name ?? "nobody named"}: ${said}`;
  });
});

testTextCases("link/renderings.txt", (text) => {
  const story = link(text);
  return story.statements.flatMap(({ speaker, renderings }) =>
    renderings.map(
      (one) => `${name(story, speaker)} | ${one.speaker && name(story, one.speaker)} ${one.form}: ${place(one)}`,
    ),
  );
});

testTextCases("link/origins.txt", (text) =>
  link(text).origins.map(({ reports, outlets }) => `${reports.join(" = ")} (${outlets.join(", ")})`),
);

describe("linkStory(id, records)", () => {
  it("gives one record whatever the order of the reports", () => {
    const records = readTaggedStory(STORY);
    const expected = JSON.stringify(linkStory("st-01", records));
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        expect(JSON.stringify(linkStory("st-01", shuffled))).toBe(expected);
      }),
      { numRuns: 50 },
    );
  });

  it("numbers the versions of one URL and keeps them in one origin", () => {
    const { reports, origins } = link(STORY);
    expect(reports.map(({ id, revision }) => `${id} ${revision}`)).toEqual(["r-01 1", "r-02 1", "r-03 2", "r-04 1"]);
    expect(origins.map((origin) => origin.reports)).toEqual([["r-01"], ["r-02", "r-03"], ["r-04"]]);
  });

  it("puts undated reports last", () => {
    expect(link(STORY).reports.at(-1)?.publishedAt).toBeNull();
  });

  it("counts what repeats and what is new", () => {
    const { reports, news } = link(STORY);
    expect(reports[0]?.novelty.repeats).toBe(0);
    expect(reports[2]?.novelty.repeats).toBeGreaterThan(0);
    expect(news.length).toBeGreaterThan(0);
  });

  it("tells from which report on an event no longer stands on somebody's word alone", () => {
    const arrest =
      "{e1 arrest occurred 2031-05-12 - > Joan Pardoe at Fish Quay: arrested} {p Joan Pardoe: Joan Pardoe} at Fish Quay on Monday";
    const records = readTaggedStory(
      [
        "@ 2031-05-13 | Mercury",
        `{o Open Lathe: Open Lathe} said {s1 assertion Open Lathe: police ${arrest}}.`,
        "@ 2031-05-14 | Courant",
        `Police ${arrest}.`,
        "@ 2031-05-15 | Mercury",
        `Police ${arrest}.`,
      ].join("\n"),
    ).map((record) => ({
      ...record,
      events: record.events.map((event) => ({ ...event, accordingTo: record.statements[0]?.id ?? null })),
    }));
    const { timeline, statements } = linkStory("st-01", records);
    const [, second] = records;
    expect(timeline.map(({ history }) => history.map(({ accordingTo }) => accordingTo))).toEqual([
      [statements[0]?.id, null],
    ]);
    expect(timeline[0]?.history[1]?.report).toBe(second?.report.id);
  });

  it("hears what is new in a sentence of old words", () => {
    const { reports } = link(
      [
        "@ 2031-05-13 | Mercury",
        "{o Harbour Board: The harbour board} {e1 ruling occurred 2031-05-13 Harbour Board: banned} gatherings at the ferry steps on advice.",
        "@ 2031-05-14 | Courant",
        "{o Harbour Board: The harbour board} {e1 agreement occurred 2031-05-14 Harbour Board: agreed} to publish the advice on gatherings at the ferry steps.",
        "@ 2031-05-15 | Mercury",
        "On advice {o Harbour Board: the harbour board} {e1 ruling occurred 2031-05-13 Harbour Board: banned} gatherings at the ferry steps.",
      ].join("\n"),
    );
    expect(reports.map(({ novelty }) => [novelty.new, novelty.repeats])).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
  });

  it("takes no caption or post that is left in the text for news", () => {
    const { news } = link(
      [
        "@ 2031-05-13 | Mercury",
        "The council closed Fish Quay to lorries on Monday after four cranes fell into the harbour.",
        "",
        "Image copyright Mercury Image caption Four cranes fell into the harbour at Fish Quay on Monday",
        "",
        "Four cranes fell at Fish Quay, and the council closed it to lorries https://post.example/quay",
      ].join("\n"),
    );
    expect(news.map(({ evidence }) => evidence.exact)).toEqual([expect.stringMatching(/^The council closed/)]);
  });

  it("takes no line for news whose subject stands in the line before, and shows the others in their order", () => {
    const { news } = link(
      [
        "@ 2031-05-13 | Mercury",
        "A judge closed Fish Quay to lorries on Monday.",
        "She rejected a claim by Tidegate Power that four cranes were safe, and fined the Harbour Board £90,000.",
        "Marion Tregale asked the Harbour Board to move the four cranes to Cob Point.",
        "The Harbour Board said it would appeal against the closure of Fish Quay.",
      ].join("\n\n"),
    );
    expect(news.map(({ evidence }) => evidence.exact.split(" ").slice(0, 3).join(" "))).toEqual([
      "A judge closed",
      "Marion Tregale asked",
      "The Harbour Board",
    ]);
  });

  it("takes lines without a stop where a story has no others", () => {
    const { news } = link("@ 2031-05-13 | Mercury\nCouncil closes Fish Quay to lorries after cranes fall");
    expect(news).toHaveLength(1);
  });

  it("returns an empty record for no reports", () => {
    expect(linkStory("st-01", [])).toMatchObject({ title: "", reports: [], timeline: [], news: [] });
  });
});

function link(text: string): StoryRecord {
  return linkStory("st-01", readTaggedStory(text));
}

function place({ report, exact }: Evidence): string {
  return `${report} “${exact}”`;
}

function name(story: StoryRecord, speaker: Speaker): string {
  if (speaker.kind === "unnamed") return speaker.description || "nobody named";
  if (speaker.kind === "ambiguous") return speaker.candidates.join(" or ");
  return story.actors.find(({ id }) => id === speaker.actor)?.name ?? speaker.actor;
}

const STORY = `@ 2031-05-20 | Mercury | Pilot asks council to publish silt study
{p Marion Tregale: Marion Tregale} asked {o Lathe Council: Lathe Council} {s1 request Marion Tregale > Lathe Council: to publish the silt study of the harbour}. A {e1 protest planned 2031-05-24 Open Lathe at Fish Quay: march} by {o Open Lathe: Open Lathe} to Fish Quay is planned for Saturday.
@ 2031-05-25 | Courant | Thousands march in Lathemouth | https://courant.example/march
{n crowd 2000- e1: Thousands of people} joined the {e1 protest occurred 2031-05-24 Open Lathe at Fish Quay: march} of {o Open Lathe: Open Lathe} to Fish Quay. {o Saltshire Police: Saltshire Police} counted {s1 assertion Saltshire Police: {n crowd 1100-1100 s1 e1: 1,100}}.
@ 2031-05-26 | Courant | Thousands march in Lathemouth | https://courant.example/march
{n crowd 2000- e1: Thousands of people} joined the {e1 protest occurred 2031-05-24 Open Lathe at Fish Quay: march} of {o Open Lathe: Open Lathe} to Fish Quay. {o Saltshire Police: Saltshire Police} now say {s1 assertion Saltshire Police: {n crowd 1400-1400 s1 e1: 1,400}}.
@ | Envoy
{o Lathe Council: Lathe Council} refused {s1 refusal Lathe Council > Marion Tregale: to publish the silt study}, which {p Marion Tregale: Marion Tregale} wants.
`;
