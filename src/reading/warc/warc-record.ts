/** A record of a web archive that could be read. */
export interface WarcRecord {
  readonly kind: "record";
  /** Of its first byte, in the unpacked file. */
  readonly offset: number;
  /** "response", "resource", "request" …; "arc" for records of ARC files. */
  readonly type: string;
  readonly url: string | null;
  /** When it was archived, ISO 8601. */
  readonly date: string | null;
  readonly mediaType: string;
  /** Of the HTTP answer; null for records without one. */
  readonly status: number | null;
  /** Its header of that name, as sent. */
  readonly lastModified: string | null;
  /** The words of the page: without HTTP headers, joined and unpacked. */
  readonly payload: Uint8Array;
  /** What is wrong with it though it can be read, such as a digest that does not fit. */
  readonly faults: readonly string[];
}

/** Bytes that could not be read as a record. */
export interface WarcDamage {
  readonly kind: "damaged";
  readonly offset: number;
  readonly url: string | null;
  readonly reason: string;
}
