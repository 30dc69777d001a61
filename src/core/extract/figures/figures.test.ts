import { describe, expect, it } from "vitest";
import { testTextCases } from "../../../../test/annotated-cases.ts";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import { textOf } from "../../text/span.ts";
import { extractEvents } from "../events/events.ts";
import { extractStatements } from "../statements/statements.ts";
import { extractTimes } from "../times/times.ts";
import { extractFigures } from "./figures.ts";

const annotator = loadAnnotator();

async function figuresOf(source: string) {
  const annotated = await annotateReport(segmentReport(readPlainText(source)), annotator);
  const { statements } = extractStatements(annotated);
  const events = extractEvents(annotated, statements, extractTimes(annotated));
  const { text } = annotated.report;
  return { text, events, figures: extractFigures(annotated, statements, events) };
}

for (const topic of ["quantities", "kinds", "counts", "negative"]) {
  testTextCases(`figures/${topic}.txt`, async (source) => {
    const { text, events, figures } = await figuresOf(source);
    return figures.map((figure) => {
      const event = events.find(({ id }) => id === figure.event);
      return [
        textOf(text, figure.span),
        `${figure.min ?? ""}…${figure.max ?? ""} ${figure.quantity}`,
        figure.unit ?? "-",
        figure.counts,
        ...(event === undefined ? [] : [`of ${textOf(text, event.trigger)}`]),
        ...(figure.accordingTo === null ? [] : [`by ${figure.accordingTo}`]),
      ].join(" | ");
    });
  });
}

describe("extractFigures(annotated, statements, events)", () => {
  it("reads the same numbers however digits, signs and words are glued", async () => {
    for (const written of ["£3.5m", "£3.5 m", "£3.5 million", "£ 3.5 million"]) {
      const [figure] = (await figuresOf(`It cost ${written} to build.`)).figures;
      expect(figure).toMatchObject({ min: 3_500_000, max: 3_500_000, unit: "GBP", counts: "money" });
    }
  });

  it("gives ids in text order and spans that hold the words", async () => {
    const { text, figures } = await figuresOf("Ten men, 20 women and about 30 children met. 4% stayed.");
    expect(figures.map(({ id }) => id)).toEqual(["f1", "f2", "f3", "f4"]);
    for (const { span } of figures) expect(textOf(text, span).trim()).not.toBe("");
  });

  it("survives odd marks and endless numbers", async () => {
    for (const odd of ["\ud800 5 \udc00", "½½½ 1,,2..3", `${"9".repeat(5000)}`, "one ".repeat(3000), "$ £ € %"]) {
      await expect(figuresOf(odd)).resolves.toBeDefined();
    }
  });
});
