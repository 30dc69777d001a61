import { describe, expect, it } from "vitest";
import { testTextCases } from "../../../../test/annotated-cases.ts";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import { textOf } from "../../text/span.ts";
import { extractStatements } from "../statements/statements.ts";
import { extractTimes } from "../times/times.ts";
import { extractEvents } from "./events.ts";

const annotator = loadAnnotator();

async function eventsOf(source: string, publishedAt: string | null) {
  const annotated = await annotateReport(segmentReport(readPlainText(source, { publishedAt })), annotator);
  const { statements } = extractStatements(annotated);
  const times = extractTimes(annotated);
  return { text: annotated.report.text, times, statements, events: extractEvents(annotated, statements, times) };
}

function publicationOf(title: string): string | null {
  return /\(published ([^)]+)\)/.exec(title)?.[1] ?? null;
}

for (const topic of ["types", "status", "negative"]) {
  testTextCases(`events/${topic}.txt`, async (source, title) => {
    const { text, events } = await eventsOf(source, publicationOf(title));
    return events.map(({ trigger, type, status }) => `${textOf(text, trigger)} | ${type} | ${status}`);
  });
}

testTextCases("events/places-and-times.txt", async (source, title) => {
  const { text, times, events } = await eventsOf(source, publicationOf(title));
  const timex = (wanted: string | null) => times.find(({ id }) => id === wanted)?.value ?? null;
  return events.map(({ trigger, places, time, bound, until, status }) => {
    const ends = [timex(time), timex(until)].filter((value) => value !== null);
    const value = `${bound === null ? "" : `${bound} `}${ends.join("/") || "-"}`;
    return `${textOf(text, trigger)} | ${status} | ${value} | ${places.map((place) => textOf(text, place)).join("; ") || "-"}`;
  });
});

testTextCases("events/participants.txt", async (source) => {
  const { text, events } = await eventsOf(source, null);
  return events.map(({ trigger, type, participants }) => {
    const roles = participants.map(({ role, span }) => `${role} ${textOf(text, span)}`);
    return [`${textOf(text, trigger)} | ${type}`, ...roles].join(" | ");
  });
});

describe("extractEvents(annotated, statements, times)", () => {
  it("rests what is said in a statement on that statement", async () => {
    const { events, statements } = await eventsOf("The police said two men were arrested in Oset.", null);
    expect(events).toHaveLength(1);
    expect(events[0]?.accordingTo).toBe(statements[0]?.id);
  });

  it("dates nothing without a time expression in the clause", async () => {
    const { events } = await eventsOf("It rained on Monday. Two men were arrested.", "2025-09-05");
    expect(events.map(({ time }) => time)).toEqual([null]);
  });

  it("survives odd marks and sentences without end", async () => {
    for (const odd of ["\ud800 arrested \udc00", "strike ".repeat(3000), "(((“‘arrest’”)))", "\u0000"]) {
      await expect(eventsOf(odd, null)).resolves.toBeDefined();
    }
  });
});
