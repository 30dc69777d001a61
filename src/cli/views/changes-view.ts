import type { ReportChanges } from "../../operations/operations.ts";
import { type Page, printable, wrap } from "../layout.ts";
import { section } from "./sections.ts";

type Changes = ReportChanges["changes"];
type Fact = Changes["facts"][number];
type Sentence = Changes["sentences"][number];

const SIGNS = { added: "+", removed: "−", changed: "~" } as const;

/** What a version says otherwise than an earlier one: facts first, wording last. */
export function viewChanges({ report, against, changes }: ReportChanges, page: Page): string {
  if (against === null) return `${report} is the first version; there is nothing to compare it with.`;
  const { fields, facts, sentences } = changes;
  if (fields.length + facts.length + sentences.length === 0) return `${report} says the same as ${against}.`;
  const style = sentences.filter(({ bearing }) => bearing === "style");
  const sections = [
    `${page.style.strong(report)} compared with ${against}`,
    ...part(
      "Headline, byline, dates",
      fields.map((field) => viewField(field, page)),
      page,
    ),
    ...part(
      "Facts",
      facts.map((fact) => viewFact(fact, page)),
      page,
    ),
    ...part(
      "Sentences with these facts",
      sentences.filter((one) => !style.includes(one)).map((one) => viewSentence(one, page)),
      page,
    ),
    ...part(
      "Wording alone",
      style.map((one) => viewSentence(one, page)),
      page,
    ),
  ];
  return sections.join("\n\n");
}

function part(title: string, lines: readonly string[], page: Page): string[] {
  return lines.length === 0 ? [] : [section(title, [...lines], page)];
}

function viewField({ field, before, after }: Changes["fields"][number], page: Page): string {
  return wrap(`${field}: ${printable(before ?? "none")} → ${printable(after ?? "none")}`, page, "    ", "  ");
}

function viewFact({ change, kind, before, after }: Fact, page: Page): string {
  const lines = [
    ...(before === null ? [] : [`  − ${kind} “${printable(before.words)}” (${printable(before.says)})`]),
    ...(after === null ? [] : [`  + ${kind} “${printable(after.words)}” (${printable(after.says)})`]),
  ];
  return [`${SIGNS[change]} ${change}`, ...lines.map((line) => wrap(line.trim(), page, "      ", "    "))]
    .join("\n")
    .replace(/^/, "  ");
}

function viewSentence({ change, before, after }: Sentence, page: Page): string {
  const lines = [
    ...(before === null ? [] : [`− ${printable(before.text)}`]),
    ...(after === null ? [] : [`+ ${printable(after.text)}`]),
  ];
  return [`  ${SIGNS[change]} ${change}`, ...lines.map((line) => wrap(line, page, "      ", "    "))].join("\n");
}
