import { describe, expect, it } from "vitest";
import { testTextCases } from "../../../../test/annotated-cases.ts";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import type { TimeExpression } from "../candidates.ts";
import { extractTimes } from "./times.ts";

const annotator = loadAnnotator();

for (const topic of [
  "weekdays",
  "dates",
  "years",
  "relative",
  "clock",
  "durations",
  "sets",
  "references",
  "holidays",
  "negative",
]) {
  testTextCases(`times/${topic}.txt`, async (text, title) => {
    const publishedAt = /\(published ([^)]+)\)/.exec(title)?.[1] ?? null;
    return (await timesOf(text, publishedAt)).map(
      ({ span, type, value }) => `${text.slice(span.start, span.end)} | ${type} | ${value}`,
    );
  });
}

describe("extractTimes(report)", () => {
  it("keeps what the words say apart from what was inferred", async () => {
    const [time] = await timesOf("They will march on Saturday.", "2025-09-05");
    expect(time).toMatchObject({
      stated: "XXXX-WXX-6",
      value: "2025-09-06",
      inferred: "the Saturday after publication on Friday 2025-09-05",
      range: { first: "2025-09-06", last: "2025-09-06" },
    });
  });

  it("infers nothing for a date that is stated in full", async () => {
    const [time] = await timesOf("It opened on 20 June 2025.", "2025-09-05");
    expect(time).toMatchObject({ stated: "2025-06-20", value: "2025-06-20", inferred: null });
  });

  it("gives the days that a month, a weekend and a quarter cover", async () => {
    const ranges = (
      await timesOf("It rained in July, over the weekend and in the first quarter of 2024.", "2025-09-05")
    ).map(({ range }) => range && `${range.first} ${range.last}`);
    expect(ranges).toEqual(["2025-07-01 2025-07-31", "2025-08-30 2025-08-31", "2024-01-01 2024-03-31"]);
  });

  it("takes the order of figures from the report's language", async () => {
    const annotated = await annotate("The lease began on 5/6/2024.", "2025-09-05");
    const values = ["en-GB", "en-US", "en"].map(
      (language) => extractTimes({ ...annotated, report: { ...annotated.report, language } })[0]?.value,
    );
    expect(values).toEqual(["2024-06-05", "2024-05-06", null]);
  });

  it("takes no word for the thousands of a number", async () => {
    expect((await timesOf("It lasted 20,six years.", "2025-02-03")).map(({ value }) => value)).toEqual(["P6Y"]);
  });

  it("returns spans in text order that do not overlap, whatever the text", async () => {
    const odd =
      "\u0000 Monday\ud83d 12th\ude00 of May\u2028June — 5/6/ ’80s 1,1,1,1 a a quarter to May 31, 31, 31 ".repeat(50);
    const times = await timesOf(odd, "2025-02-30");
    for (let i = 1; i < times.length; i++) expect(times[i - 1]!.span.end).toBeLessThanOrEqual(times[i]!.span.start);
  });
});

async function timesOf(text: string, publishedAt: string | null): Promise<TimeExpression[]> {
  return extractTimes(await annotate(text, publishedAt));
}

function annotate(text: string, publishedAt: string | null) {
  return annotateReport(segmentReport(readPlainText(text, { publishedAt })), annotator);
}
