import { createHash } from "node:crypto";
import type { Record, RecordReport } from "../core/record/record.ts";

/**
 * A record with one statement by one actor, built without the engine: for the stores' conformance test, where what was
 * found in the text does not matter. The first line of `text` is `NAME: words`.
 */
export function sampleRecord(
  text: string,
  fields: Partial<Pick<RecordReport, "url" | "outlet" | "headline" | "publishedAt" | "modifiedAt">> = {},
): Record {
  const contentHash = createHash("sha256").update(text).digest("hex");
  const colon = text.indexOf(":");
  const lineEnd = text.includes("\n") ? text.indexOf("\n") : text.length;
  const name = { start: 0, end: colon };
  const words = { start: colon + 2, end: lineEnd };
  const id = createHash("sha256")
    .update(`${text}\n${fields.url ?? ""}`)
    .digest("hex")
    .slice(0, 16);
  return {
    engine: { name: "sample", version: "1", model: "none" },
    report: {
      id: `r-${id}`,
      url: null,
      outlet: null,
      headline: null,
      byline: [],
      publishedAt: null,
      modifiedAt: null,
      language: "en",
      contentHash,
      text,
      paragraphs: [{ start: 0, end: text.length }],
      furniture: [],
      ...fields,
    },
    sentences: [{ start: 0, end: lineEnd }],
    timeExpressions: [],
    actors: [
      {
        id: "a1",
        kind: "person",
        name: text.slice(name.start, name.end),
        aliases: [],
        roles: [],
        mentions: [{ ...name, form: "name" }],
      },
    ],
    statements: [
      {
        id: "s1",
        form: "direct",
        act: "assertion",
        content: [words],
        cue: null,
        source: name,
        speaker: { kind: "resolved", actor: "a1" },
        medium: null,
        addressee: null,
        saidAt: null,
        within: null,
        alleged: false,
        confidence: 1,
        producedBy: "sample",
      },
    ],
    events: [],
    figures: [],
    requests: [],
    commentSought: [],
    quotedWords: [],
    diagnostics: [],
  };
}
