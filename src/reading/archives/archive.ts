import { OnrecordError } from "../../errors.ts";

/** One file in an archive. `open` may be called once, before the next entry is asked for. */
export interface ArchiveEntry {
  readonly path: string;
  /** @throws OnrecordError "locked", "unreadable" or, while it is read, "archive-too-large". */
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
}

export interface MeterLimits {
  /** Bytes that everything in the archive may unpack to; 2 GB unless told. */
  readonly maxBytes?: number;
  readonly maxEntries?: number;
}

const DEFAULT_MAX_BYTES = 2_000_000_000;
const DEFAULT_MAX_ENTRIES = 100_000;

/** Counts what an archive unpacks to, archives inside it included, and stops one that grows without end. */
export class Meter {
  readonly #maxBytes: number;
  readonly #maxEntries: number;
  #bytes = 0;
  #entries = 0;

  constructor(limits: MeterLimits = {}) {
    this.#maxBytes = limits.maxBytes ?? DEFAULT_MAX_BYTES;
    this.#maxEntries = limits.maxEntries ?? DEFAULT_MAX_ENTRIES;
  }

  /** @throws OnrecordError "archive-too-large" */
  countEntry(): void {
    if (++this.#entries > this.#maxEntries) throw tooLarge(`holds more than ${this.#maxEntries} files`);
  }

  /** @throws OnrecordError "archive-too-large" */
  countBytes(count: number): void {
    this.#bytes += count;
    if (this.#bytes > this.#maxBytes) throw tooLarge(`unpacks to more than ${this.#maxBytes} bytes`);
  }

  /** The same chunks, counted. What the stream throws becomes "unreadable". */
  async *measure(stream: AsyncIterable<Uint8Array>, kind: string): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for await (const chunk of stream) {
        this.countBytes(chunk.length);
        yield chunk;
      }
    } catch (cause) {
      throw cause instanceof OnrecordError ? cause : archiveDamaged(kind, cause);
    }
  }
}

export function archiveDamaged(kind: string, cause: unknown): OnrecordError {
  const why = (cause instanceof Error ? cause.message : String(cause)).replace(/\.+$/, "");
  return new OnrecordError("unreadable", `The ${kind} is damaged: ${why}.`, { cause, next: "Get the file again." });
}

function tooLarge(what: string): OnrecordError {
  return new OnrecordError("archive-too-large", `The archive ${what}.`, {
    next: "If that is right, unpack it yourself and add the folder.",
  });
}
