import { describe, expect, it } from "vitest";
import { WARCParser } from "warcio";
import { runCli, sampleOperations } from "../../test/cli/run-cli.ts";
import { RECORD, STORY, TEXT } from "../../test/cli/sample-story.ts";
import { readWarc } from "../reading/warc/read-warc.ts";
import { exportWarc } from "./export-warc.ts";

const NOW = new Date("2031-03-09T10:00:00.500Z");

async function* chunksOf(operations = sampleOperations()): AsyncGenerator<Uint8Array> {
  const listReports = async () => ({
    items: [RECORD.report, RECORD.report].map(({ id }) => ({
      id,
      story: STORY.id,
      url: null,
      outlet: null,
      headline: null,
      publishedAt: null,
      revision: 1,
      statements: 0,
    })),
    next: null,
  });
  const { sha256 } = await import("node:crypto").then(({ hash }) => ({ sha256: hash("sha256", TEXT, "hex") }));
  const getSource = async () => ({ sha256, mediaType: "text/plain", bytes: Buffer.from(TEXT) });
  yield* exportWarc({ ...operations, listReports, getSource }, STORY.id, NOW);
}

describe("exportWarc(operations, story, now)", () => {
  it("is read back by our own reader, each source once and whole", async () => {
    const found = [];
    for await (const record of readWarc(chunksOf(), true)) found.push(record);
    expect(found).toMatchObject([
      { kind: "record", type: "warcinfo", faults: [] },
      {
        kind: "record",
        type: "resource",
        url: "https://post.example/ferry",
        date: "2031-03-09T10:00:00Z",
        mediaType: "text/plain",
        faults: [],
      },
    ]);
    expect(found.map((record) => (record.kind === "record" ? Buffer.from(record.payload).toString() : ""))[1]).toBe(
      TEXT,
    );
  });

  it("is read back by warcio", async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of chunksOf()) chunks.push(chunk);
    const stream = (async function* () {
      yield Buffer.concat(chunks);
    })();
    const found: [string | null | undefined, string | null | undefined, string][] = [];
    for await (const record of new WARCParser(stream)) {
      found.push([record.warcType, record.warcTargetURI, await record.contentText()]);
    }
    expect(found.map(([type]) => type)).toEqual(["warcinfo", "resource"]);
    expect(found[1]).toEqual(["resource", "https://post.example/ferry", TEXT]);
  });

  it("refuses a source whose bytes are not those that were stored", async () => {
    const run = await runCli(["export", "--as", "warc"], {
      openApp: async () => ({
        ...sampleOperations(),
        listReports: async () => ({
          items: [
            {
              id: RECORD.report.id,
              story: STORY.id,
              url: null,
              outlet: null,
              headline: null,
              publishedAt: null,
              revision: 1,
              statements: 0,
            },
          ],
          next: null,
        }),
      }),
    });
    expect(run.code).toBe(1);
    expect(run.errors).toContain("is not what was stored");
  });
});
