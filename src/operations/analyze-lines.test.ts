import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordSchema } from "../schema/record.ts";
import { type AnalysisPool, createAnalysisPool } from "./analysis-pool.ts";
import { analyzeJsonLines } from "./analyze-lines.ts";

const TEXT = "“The ferry stops on Monday,” said Ada Ferro, the harbour master, on Saturday.";

describe("analyzeJsonLines(chunks, pool)", () => {
  let pool: AnalysisPool;
  beforeAll(() => {
    pool = createAnalysisPool({ size: 2 });
  });
  afterAll(async () => {
    await pool[Symbol.asyncDispose]();
  });

  const analyze = async (lines: readonly (string | Uint8Array)[]): Promise<unknown[]> => {
    let output = "";
    for await (const block of analyzeJsonLines(bytesOf(lines), pool)) output += block;
    expect(output.endsWith("\n") || output === "").toBe(true);
    return output
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  };

  it("gives one record a line, with the line's id and fields", async () => {
    const line = {
      id: 7,
      text: TEXT,
      url: "https://post.example/a",
      publishedAt: "2031-03-10",
      headline: "Ferry",
      outlet: "Post",
    };
    const [found] = await analyze([`${JSON.stringify(line)}\n`]);
    const record = recordSchema.parse(found);
    expect(found).toMatchObject({ id: 7 });
    expect(record.report).toMatchObject({
      text: TEXT,
      headline: "Ferry",
      outlet: "Post",
      url: "https://post.example/a",
    });
    expect(record.statements[0]).toMatchObject({ form: "direct" });
    expect(record.timeExpressions.map(({ value }) => value)).toContain("2031-03-08");
  });

  it("keeps the order of many lines, long beside short, and says the same whichever worker had them", async () => {
    const lines = Array.from({ length: 120 }, (_, at) =>
      JSON.stringify({ id: at, text: TEXT.repeat(at % 13 === 0 ? 40 : 1) }),
    );
    const found = await analyze([lines.join("\n")]);
    expect(found.map((one) => idOf(one))).toEqual(lines.map((_line, at) => at));
    expect(JSON.stringify({ ...Object(found[1]), id: 0 })).toBe(JSON.stringify({ ...Object(found[119]), id: 0 }));
  });

  it.each([
    ["no JSON", "{nonsense", null, "bad-json"],
    ["a blank line", "", null, "bad-json"],
    ["a list", "[1, 2]", null, "bad-json"],
    ["no id", JSON.stringify({ text: TEXT }), null, "bad-json"],
    ["an id that is an object", JSON.stringify({ id: {}, text: TEXT }), null, "bad-json"],
    ["neither text nor html", JSON.stringify({ id: "a" }), "a", "bad-json"],
    ["text that is a number", JSON.stringify({ id: "a", text: 5 }), "a", "bad-json"],
    ["empty text", JSON.stringify({ id: "a", text: "" }), "a", "empty"],
    ["blank text", JSON.stringify({ id: "a", text: " \n\t" }), "a", "empty"],
    ["a page without words", JSON.stringify({ id: "a", html: "<html><body></body></html>" }), "a", /empty|no-article/],
    ["a date that is none", JSON.stringify({ id: "a", text: TEXT, publishedAt: "2031-02-30" }), "a", "bad-date"],
    ["bytes for text", JSON.stringify({ id: "a", text: "\0\x01\0\x02".repeat(50) }), "a", "binary"],
    ["text without end", JSON.stringify({ id: "a", text: `${TEXT} `.repeat(20_000) }), "a", "too-large"],
  ])("answers %s with an error in its place, and goes on", async (_, line, id, code) => {
    const good = (name: string) => JSON.stringify({ id: name, text: TEXT });
    const found = await analyze([`${good("before")}\n${line}\n${good("after")}\n`]);
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ id: "before", report: { text: TEXT } });
    expect(found[1]).toMatchObject({ id, error: { code: expect.stringMatching(code) } });
    expect(Object.keys(Object(found[1]))).toEqual(["id", "error"]);
    expect(found[2]).toMatchObject({ id: "after", report: { text: TEXT } });
  });

  it("reads pages as well as text", async () => {
    const html = `<html><head><title>Ferry stops</title></head><body><article><h1>Ferry stops</h1>${`<p>${TEXT}</p>`.repeat(5)}</article></body></html>`;
    const [found] = await analyze([JSON.stringify({ id: "page", html })]);
    expect(found).toMatchObject({ id: "page", report: { headline: "Ferry stops" } });
  });

  it("keeps lone surrogates and a stray NUL, and stands a byte order mark and bytes that are no UTF-8", async () => {
    const odd = `A \ud800 lone half and \0 here. ${TEXT}`;
    const found = await analyze([
      "\uFEFF",
      `${JSON.stringify({ id: 1, text: odd })}\n`,
      new Uint8Array([0xff, 0xfe, 10]),
    ]);
    expect(found[0]).toMatchObject({ id: 1, report: { text: odd } });
    expect(found[1]).toMatchObject({ id: null, error: { code: "bad-json" } });
  });

  it("gives nothing for nothing", async () => {
    expect(await analyze([])).toEqual([]);
  });

  it("answers a line as soon as it comes, while the stream stays open", async () => {
    async function* slow() {
      yield Buffer.from(`${JSON.stringify({ id: 1, text: TEXT })}\n`);
      await new Promise(() => {});
    }
    const blocks = analyzeJsonLines(slow(), pool);
    const first = await blocks.next();
    expect(JSON.parse(String(first.value))).toMatchObject({ id: 1 });
    void blocks.return();
  });
});

describe("createAnalysisPool(options)", () => {
  const worker = (body: string) =>
    new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads";${body}`)}`);
  const answer = `parentPort.on("message", (tasks) => parentPort.postMessage(tasks.map((task) => {
    if (task.line.includes("die")) process.exit(1);
    if (task.line.includes("throw")) throw new Error("out of memory");
    if (task.line.includes("hang")) for (;;);
    return { kind: "line", output: task.line };
  })));`;
  const task = (line: string) => ({ kind: "line", line, number: 1 }) as const;

  it("lets a task that kills its worker, throws or never ends fail alone", async () => {
    await using pool = createAnalysisPool({ size: 2, taskLimitMs: 1500, script: worker(answer) });
    const lines = ["a", '{"id":"x","die":1}', "b", "throw", "hang", "c"];
    const results = await pool.run(lines.map(task));
    const outputs = results.map((result) => (result.kind === "line" ? result.output : ""));
    expect([outputs[0], outputs[2], outputs[5]]).toEqual(["a", "b", "c"]);
    expect(JSON.parse(outputs[1] ?? "")).toMatchObject({ id: "x", error: { code: "internal" } });
    expect(outputs[3]).toContain("out of memory");
    expect(outputs[4]).toContain("longer than");
  });

  it("starts no thread once it is closed, and leaves nobody waiting", async () => {
    const pool = createAnalysisPool({ size: 1, script: worker(answer) });
    const runs = ["hang", "a", "b"].map((line) => pool.run([task(line)]));
    await pool[Symbol.asyncDispose]();
    const results = (await Promise.all([...runs, pool.run([task("late")])])).flat();
    expect(results.map((result) => (result.kind === "line" ? JSON.parse(result.output).error.code : ""))).toEqual(
      Array.from({ length: 4 }, () => "internal"),
    );
  });

  it("shares batches out and never starts more threads than it may", async () => {
    const script = worker(`import { threadId } from "node:worker_threads";
      parentPort.on("message", (tasks) => parentPort.postMessage(tasks.map(() => ({ kind: "line", output: String(threadId) }))));`);
    await using pool = createAnalysisPool({ size: 2, script });
    const results = await Promise.all(Array.from({ length: 20 }, () => pool.run([task("x")])));
    const threads = new Set(results.flat().map((result) => (result.kind === "line" ? result.output : "")));
    expect(threads.size).toBeLessThanOrEqual(2);
  });
});

function idOf(value: unknown): unknown {
  return Reflect.get(Object(value), "id");
}

async function* bytesOf(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}
