import { type AnalysisTask, formatLineError } from "./analysis-messages.ts";
import type { AnalysisPool } from "./analysis-pool.ts";
import { mapInOrder } from "./map-in-order.ts";
import { readLines, type StreamLine } from "./read-lines.ts";

/** Enough to make a message between threads cheap, few enough to share out evenly. The first batches are smaller. */
const BATCH_LINES = 8;
const BATCH_LENGTH = 256_000;
const MAX_LINE_BYTES = 20_000_000;

/**
 * Analyses a stream of JSON lines: `{"id", "text"|"html", "url"?, "publishedAt"?, "headline"?, "outlet"?}` each. Yields
 * blocks of whole output lines, one line for every input line and in their order: the record with its id, or
 * `{"id", "error": {code, message}}`. Memory does not grow with the stream: nothing is read while output waits.
 */
export async function* analyzeJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  pool: AnalysisPool,
): AsyncGenerator<string, void, undefined> {
  yield* mapInOrder(batchLines(readLines(chunks, MAX_LINE_BYTES)), pool.size * 3, (batch) => analyzeBatch(batch, pool));
}

async function* batchLines(lists: AsyncIterable<readonly StreamLine[]>): AsyncGenerator<readonly StreamLine[]> {
  // A worker's first reports take ten times as long, and the first record should not wait for eight of them.
  let most = 1;
  for await (const lines of lists) {
    let batch: StreamLine[] = [];
    let length = 0;
    for (const line of lines) {
      batch.push(line);
      length += "line" in line ? line.line.length : 0;
      if (batch.length < most && length < BATCH_LENGTH) continue;
      yield batch;
      most = Math.min(BATCH_LINES, most * 2);
      batch = [];
      length = 0;
    }
    if (batch.length > 0) yield batch;
  }
}

async function analyzeBatch(batch: readonly StreamLine[], pool: AnalysisPool): Promise<string> {
  const tasks = batch.flatMap((line): AnalysisTask[] =>
    "line" in line ? [{ kind: "line", line: line.line, number: line.number }] : [],
  );
  const results = tasks.length === 0 ? [] : await pool.run(tasks);
  let next = 0;
  const outputs = batch.map((line) => {
    if ("tooLong" in line) {
      const message = `Line ${line.number} is over the limit of ${MAX_LINE_BYTES} bytes.`;
      return formatLineError(null, { code: "too-large", message });
    }
    const result = results[next++];
    return result?.kind === "line" ? result.output : formatLineError(null, { code: "internal", message: "No result." });
  });
  return `${outputs.join("\n")}\n`;
}
