import { readdirSync, readFileSync } from "node:fs";
import type { TimelineEntry } from "./score-timeline.ts";

export interface TaskReport {
  readonly id: string;
  readonly text: string;
  /** ISO day from the line under the headline, or null. */
  readonly publishedAt: string | null;
  readonly headline: string;
  /** Sentence number and word of the token at an offset, or null between tokens. */
  tokenAt(offset: number): { readonly sentence: number; readonly word: string } | null;
}

export interface TaskTimeline {
  readonly entity: string;
  readonly entries: readonly TimelineEntry[];
}

export function readTaskReports(folder: string): TaskReport[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".xml"))
    .sort()
    .map((name) => readReport(readFileSync(`${folder}/${name}`, "utf8"), name));
}

/** Lines of "place, date, events"; every event is its own entry. */
export function readTaskTimelines(folder: string): TaskTimeline[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const [entity = "", ...lines] = readFileSync(`${folder}/${name}`, "utf8").trim().split("\n");
      const entries = lines.flatMap((line) => {
        const [place = "0", date = "", ...events] = line.trim().split(/\s+/);
        return events.map((event) => ({ event, date, place: Number(place) }));
      });
      return { entity: entity.trim(), entries };
    });
}

const TOKEN = /<token number="\d+" sentence="(\d+)" t_id="\d+">([^<]*)<\/token>/g;

function readReport(xml: string, name: string): TaskReport {
  const tokens: { start: number; end: number; sentence: number; word: string }[] = [];
  let text = "";
  let last = 0;
  for (const [, number = "0", written = ""] of xml.matchAll(TOKEN)) {
    const sentence = Number(number);
    const word = written
      .replaceAll("&amp;", "&")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">");
    if (text !== "") text += sentence !== last ? (last <= 1 ? "\n\n" : " ") : joins(text, word) ? "" : " ";
    tokens.push({ start: text.length, end: text.length + word.length, sentence, word });
    text += word;
    last = sentence;
  }
  const dateLine = tokens.filter(({ sentence }) => sentence === 1).map(({ word }) => word);
  return {
    id: /^\d+/.exec(name)?.[0] ?? name,
    text,
    publishedAt: isoDay(dateLine.join(" ")),
    headline: text.split("\n")[0] ?? "",
    tokenAt: (offset) => tokens.find(({ start, end }) => offset >= start && offset < end) ?? null,
  };
}

/** Tokens are parted by blanks in the data; marks and endings belong to the word before. */
function joins(text: string, word: string): boolean {
  return /^(?:[.,;:!?)\]%]|'s|’s|n't|n’t|'re|'ve|'ll)$/.test(word) || /[([$£]$/.test(text);
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

function isoDay(line: string): string | null {
  const [, month = "", day = "", year = ""] = /([A-Z][a-z]+) (\d{1,2}) ?,? (\d{4})/.exec(line) ?? [];
  const at = MONTHS.indexOf(month);
  return at < 0 ? null : `${year}-${String(at + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
