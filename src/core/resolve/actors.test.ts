import { describe, expect, it } from "vitest";
import { testTextCases } from "../../../test/annotated-cases.ts";
import { loadAnnotator } from "../../models/load.ts";
import { annotateReport } from "../annotate/annotate-report.ts";
import type { Candidates } from "../extract/candidates.ts";
import { extractStatements } from "../extract/statements/statements.ts";
import { readPlainText } from "../read/plain-text.ts";
import type { Speaker } from "../record/record.ts";
import { segmentReport } from "../segment/segment-report.ts";
import { textOf } from "../text/span.ts";
import { resolveActors } from "./actors.ts";

const annotator = loadAnnotator();

async function resolve(source: string) {
  const annotated = await annotateReport(segmentReport(readPlainText(source, {})), annotator);
  const { statements } = extractStatements(annotated);
  const candidates: Candidates = { statements, times: [], events: [], figures: [], requests: [], commentSought: [] };
  return { resolution: resolveActors(annotated, candidates), statements, text: annotated.report.text };
}

async function renderActors(source: string): Promise<string[]> {
  const { resolution, text } = await resolve(source);
  return resolution.actors.map(({ kind, name, aliases, roles, mentions }) => {
    const others = mentions.filter(({ form }) => form !== "name").map((mention) => textOf(text, mention));
    return [
      `${kind} | ${name}`,
      aliases.length > 0 ? `also ${aliases.join("; ")}` : "",
      ...roles.map(({ title, of }) => `role ${title}${of === null ? "" : ` / ${of}`}`),
      others.length > 0 ? `as ${others.join("; ")}` : "",
    ]
      .filter((part) => part !== "")
      .join(" | ");
  });
}

async function renderSpeakers(source: string): Promise<string[]> {
  const { resolution, statements, text } = await resolve(source);
  const name = (id: string) => resolution.actors.find((actor) => actor.id === id)!.name;
  const describeSpeaker = (speaker: Speaker): string => {
    if (speaker.kind === "resolved") return name(speaker.actor);
    return speaker.kind === "ambiguous" ? `? ${speaker.candidates.map(name).join(", ")}` : `~ ${speaker.description}`;
  };
  return statements.map((statement) => {
    const { source: words, sourceHead } = statement;
    const speaker =
      words === null || sourceHead === null ? "-" : describeSpeaker(resolution.speakerOf(sourceHead, words));
    const addressee = resolution.addresseeOf(statement);
    return `${words === null ? "-" : textOf(text, words)} | ${speaker}${addressee === null ? "" : ` | to ${name(addressee)}`}`;
  });
}

for (const topic of ["names", "negative"]) testTextCases(`actors/${topic}.txt`, renderActors);
for (const topic of ["pronouns", "negative"]) testTextCases(`speakers/${topic}.txt`, renderSpeakers);

describe("resolveActors(annotated, candidates)", () => {
  it("numbers actors in the order of first mention", async () => {
    const { actors } = (await resolve("Ann Ray met Paul Lund in Norwood. Vera Colman came too.")).resolution;
    expect(actors.map(({ id }) => id)).toEqual(actors.map((_, i) => `a${i + 1}`));
    const starts = actors.map(({ mentions }) => mentions[0]!.start);
    expect([...starts].sort((a, b) => a - b)).toEqual(starts);
  });

  it("answers for any token without throwing", async () => {
    const { resolution } = await resolve("“Odd,” he said (DOR). Sir. Mr. ’s The the");
    for (let head = -1; head < 40; head++) {
      expect(resolution.speakerOf(head, { start: 0, end: 3 }).kind).toBeTypeOf("string");
      resolution.actorOf(head);
    }
  });

  it("takes time in proportion to the text", async () => {
    const sentence = "Ann Ray told Paul Lund that the National Salvage Board (NSB) met him, and he said it was late. ";
    const long = await resolve(sentence.repeat(400));
    expect(long.resolution.actors.length).toBeGreaterThan(0);
  });
});
