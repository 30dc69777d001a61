/** A line of a stream, or the length of one that was too long to hold. */
export type StreamLine =
  | { readonly number: number; readonly line: string }
  | { readonly number: number; readonly tooLong: true };

const LINE_FEED = 10;

/**
 * Cuts bytes into lines of UTF-8, a list of lines for every chunk that completes some, so that a slow stream is not
 * held up. A line longer than `maxBytes` is passed over without being kept. The last line needs no line end.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<readonly StreamLine[], void, undefined> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const take = (): StreamLine => {
    number++;
    const line: StreamLine =
      length > maxBytes ? { number, tooLong: true } : { number, line: decodeLine(Buffer.concat(parts)) };
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const lines: StreamLine[] = [];
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, start);
      const part = chunk.subarray(start, end < 0 ? chunk.length : end);
      length += part.length;
      if (length > maxBytes) parts = [];
      else if (part.length > 0) parts.push(part);
      if (end < 0) break;
      lines.push(take());
      start = end + 1;
    }
    if (lines.length > 0) yield lines;
  }
  if (length > 0) yield [take()];
}

function decodeLine(bytes: Buffer): string {
  const line = bytes.toString("utf8");
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
