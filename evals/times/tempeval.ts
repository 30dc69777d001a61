import { readdirSync, readFileSync } from "node:fs";
import type { TimeExpression } from "../../src/core/extract/candidates.ts";
import { extractTimes } from "../../src/core/extract/times/times.ts";
import type { Span } from "../../src/core/text/span.ts";
import { annotateText } from "../engine.ts";

/** A TIMEX3 of the gold, with its place in the document's text. */
export interface GoldTime extends Span {
  readonly type: string;
  readonly value: string;
}

export interface TimeDocument {
  readonly name: string;
  readonly text: string;
  readonly publishedAt: string | null;
  readonly times: readonly GoldTime[];
}

const TIMEX = /<TIMEX3([^>]*)>([\s\S]*?)<\/TIMEX3>/g;

/** The TimeML files under a folder; the document creation time is the publication date and no expression of its own. */
export function readTimeDocuments(folder: string): TimeDocument[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".tml"))
    .sort()
    .map((name) => readTimeDocument(name, readFileSync(`${folder}/${name}`, "utf8")));
}

function readTimeDocument(name: string, source: string): TimeDocument {
  const created = [...source.matchAll(TIMEX)].find(([, attributes = ""]) => attributes.includes('"CREATION_TIME"'));
  const body = /<TEXT>([\s\S]*)<\/TEXT>/.exec(source)?.[1] ?? "";
  const times: GoldTime[] = [];
  let text = "";
  let open: { start: number; attributes: string } | null = null;
  for (const part of body.split(/(<[^>]*>)/)) {
    if (part.startsWith("<TIMEX3")) open = { start: text.length, attributes: part };
    else if (part === "</TIMEX3>" && open !== null) {
      if (!open.attributes.includes('"CREATION_TIME"')) {
        times.push({
          start: open.start,
          end: text.length,
          type: attributeOf(open.attributes, "type") ?? "",
          value: attributeOf(open.attributes, "value") ?? "",
        });
      }
      open = null;
    } else if (!part.startsWith("<")) text += plain(part);
  }
  const lead = text.length - text.trimStart().length;
  return {
    name,
    // Lines break inside sentences; blank lines part paragraphs.
    text: text.trim().replace(/(?<!\n)\n(?!\n)/g, " "),
    publishedAt: created === undefined ? null : (attributeOf(created[1] ?? "", "value") ?? null),
    times: times.map((time) => ({ ...time, start: time.start - lead, end: time.end - lead })),
  };
}

function attributeOf(attributes: string, name: string): string | null {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
}

function plain(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
}

/** Our times of a document. The text must come back unchanged from reading, or spans would not compare. */
export async function findTimes(document: TimeDocument): Promise<readonly TimeExpression[]> {
  const annotated = await annotateText(document.text, document.publishedAt);
  if (annotated.report.text !== document.text) throw new RangeError(`${document.name}: reading changed the text`);
  return extractTimes(annotated);
}

export interface TimeCounts {
  gold: number;
  system: number;
  strict: number;
  relaxed: number;
  value: number;
  type: number;
}

/** Matches one document as the TempEval-3 scorer does: each system span with the first gold span that it overlaps. */
export function countTimes(counts: TimeCounts, gold: readonly GoldTime[], system: readonly TimeExpression[]): void {
  counts.gold += gold.length;
  counts.system += system.length;
  const taken = new Set<GoldTime>();
  for (const time of system) {
    const exact = gold.find((one) => one.start === time.span.start && one.end === time.span.end);
    const match =
      exact ?? gold.find((one) => !taken.has(one) && one.start < time.span.end && time.span.start < one.end);
    if (match === undefined) continue;
    taken.add(match);
    if (exact !== undefined) counts.strict++;
    counts.relaxed++;
    if (match.type === time.type) counts.type++;
    if (match.value === time.value) counts.value++;
  }
}

/** F1, 0–100, of `hits` over both sides. */
export function timeF1(hits: number, { gold, system }: TimeCounts): number {
  return gold + system === 0 ? 0 : (200 * hits) / (gold + system);
}
