/** Reads a stream of chunks by counts and lines. Holds no more than one chunk and what was asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #buffer: Uint8Array = new Uint8Array(0);
  #position = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** How many bytes were read. */
  get position(): number {
    return this.#position;
  }

  /** Puts bytes back, to be read again before all others. */
  unread(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#buffer = this.#buffer.length === 0 ? bytes : Buffer.concat([bytes, this.#buffer]);
    this.#position -= bytes.length;
  }

  /** Up to `count` bytes without a wait for more than the first; empty at the end. */
  async readSome(count: number): Promise<Uint8Array> {
    if (!(await this.#fill())) return new Uint8Array(0);
    return this.#take(Math.min(count, this.#buffer.length));
  }

  /** `count` bytes, or fewer at the end. */
  async read(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let left = count;
    while (left > 0) {
      const part = await this.readSome(left);
      if (part.length === 0) break;
      parts.push(part);
      left -= part.length;
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  }

  /** Passes over `count` bytes; returns how many there were. */
  async skip(count: number): Promise<number> {
    let left = count;
    while (left > 0) {
      const part = await this.readSome(left);
      if (part.length === 0) break;
      left -= part.length;
    }
    return count - left;
  }

  /** A line with its end, cut at `maxBytes`; empty at the end of the stream. */
  async readLine(maxBytes: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let length = 0;
    while (length < maxBytes && (await this.#fill())) {
      const end = this.#buffer.indexOf(10);
      const part = this.#take(Math.min(end < 0 ? this.#buffer.length : end + 1, maxBytes - length));
      parts.push(part);
      length += part.length;
      if (part.at(-1) === 10) break;
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  }

  async #fill(): Promise<boolean> {
    while (this.#buffer.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (done === true) return false;
      this.#buffer = value;
    }
    return true;
  }

  #take(count: number): Uint8Array {
    const part = this.#buffer.subarray(0, count);
    this.#buffer = this.#buffer.subarray(count);
    this.#position += count;
    return part;
  }
}
