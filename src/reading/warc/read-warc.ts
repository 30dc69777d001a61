import { ByteReader } from "../archives/byte-reader.ts";
import { digestFits } from "./digests.ts";
import { readGzipMembers, type Segment } from "./gzip-members.ts";
import { readHttpMessage } from "./http-message.ts";
import type { WarcDamage, WarcRecord } from "./warc-record.ts";

/** Records over this are passed over without being held. */
const MAX_RECORD_BYTES = 20_000_000;
const MAX_LINE = 65_536;
const MAX_HEADERS = 500;
const NEXT_RECORD = Buffer.from("\r\n\r\nWARC/1.");
/** Address (which may hold blanks), server, date, media type and length; version 2 has more between. */
const ARC_LINE = /^([a-z][\w+.-]*:\S.*?) (\S+) (\d{12,18}) (\S+)(?: .*)? (\S+)$/i;

interface Head {
  readonly offset: number;
  readonly type: string;
  readonly url: string | null;
  readonly date: string | null;
  readonly contentType: string;
  /** Null when it is missing or no number. */
  readonly length: number | null;
  readonly blockDigest: string | null;
  readonly payloadDigest: string | null;
}

/** Whether bytes begin as a WARC or ARC does, unpacked. */
export function isWarc(head: Uint8Array): boolean {
  return /^(?:WARC\/\d\.\d|filedesc:\/\/)/.test(Buffer.from(head.subarray(0, 40)).toString("latin1"));
}

/**
 * The records of a WARC or ARC, packed member by member, packed whole or plain, in their order and as a stream: no more
 * than one record is held. What cannot be read is told with the reason, and reading goes on at the next record.
 */
export async function* readWarc(
  chunks: AsyncIterable<Uint8Array>,
  isPacked: boolean,
): AsyncGenerator<WarcRecord | WarcDamage, void, undefined> {
  const segments = isPacked ? readGzipMembers(chunks) : plainSegment(chunks);
  for await (const segment of segments) {
    yield* readSegment(segment);
    const damage = segment.damage();
    if (damage !== null)
      yield { kind: "damaged", offset: segment.offset, url: null, reason: `damaged packing: ${damage}` };
  }
}

async function* plainSegment(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Segment, void, undefined> {
  yield { offset: 0, chunks, damage: () => null };
}

async function* readSegment(segment: Segment): AsyncGenerator<WarcRecord | WarcDamage, void, undefined> {
  const reader = new ByteReader(segment.chunks);
  let strayFrom: number | null = null;
  for (;;) {
    const offset = reader.position;
    const line = await reader.readLine(MAX_LINE);
    const head = line.length === 0 ? null : await readHead(reader, textOf(line), offset);
    if (head === null && line.length > 0) {
      if (textOf(line) !== "" && strayFrom === null) strayFrom = offset;
      continue;
    }
    if (strayFrom !== null) {
      const reason = `${offset - strayFrom} bytes that are no record`;
      yield { kind: "damaged", offset: strayFrom, url: null, reason };
      strayFrom = null;
    }
    if (head === null) return;
    yield await readRecord(reader, head);
  }
}

/** The head of a record that begins with this line; null when none does. */
async function readHead(reader: ByteReader, line: string, offset: number): Promise<Head | null> {
  if (/^WARC\/\d\.\d/.test(line)) return readWarcHead(reader, offset);
  const arc = ARC_LINE.exec(line);
  if (arc === null) return null;
  const [, url = "", , date = "", contentType = "", length = ""] = arc;
  return {
    offset,
    type: "arc",
    url,
    date: arcDate(date),
    contentType,
    length: /^\d{1,15}$/.test(length) ? Number(length) : null,
    blockDigest: null,
    payloadDigest: null,
  };
}

async function readWarcHead(reader: ByteReader, offset: number): Promise<Head> {
  const headers = new Map<string, string>();
  for (let count = 0; count < MAX_HEADERS; count++) {
    const line = textOf(await reader.readLine(MAX_LINE));
    if (line === "") break;
    const [, name, value] = /^([^\s:]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value ?? "");
  }
  const length = headers.get("content-length") ?? "";
  return {
    offset,
    type: (headers.get("warc-type") ?? "").toLowerCase(),
    url: headers.get("warc-target-uri")?.replace(/^<(.*)>$/, "$1") ?? null,
    date: headers.get("warc-date") ?? null,
    contentType: headers.get("content-type") ?? "application/octet-stream",
    length: /^\d{1,15}$/.test(length) ? Number(length) : null,
    blockDigest: headers.get("warc-block-digest") ?? null,
    payloadDigest: headers.get("warc-payload-digest") ?? null,
  };
}

async function readRecord(reader: ByteReader, head: Head): Promise<WarcRecord | WarcDamage> {
  const { offset, url, length } = head;
  const damaged = (reason: string): WarcDamage => ({ kind: "damaged", offset, url, reason });
  if (length === null) return damaged("it does not say how long it is");
  if (length > MAX_RECORD_BYTES) {
    const found = await reader.skip(length);
    return damaged(found < length ? "it is cut short" : `it is larger than ${MAX_RECORD_BYTES} bytes`);
  }
  let block = Buffer.from(await reader.read(length));
  const faults: string[] = [];
  if (head.type !== "arc" && (block.length < length || !(await endsHere(reader)))) {
    // A length that is too large reaches into the next record.
    const next = block.indexOf(NEXT_RECORD);
    if (next >= 0) {
      reader.unread(block.subarray(next + 4));
      block = block.subarray(0, next);
      faults.push("it is shorter than it says");
    }
  }
  if (faults.length === 0 && block.length < length) {
    const cut = `it is cut short: ${block.length} of ${length} bytes`;
    if (block.length === 0) return damaged(cut);
    // Most of a page is better than none of it.
    faults.push(cut);
  }
  return { ...contentOf(head, block, faults), offset };
}

/** Whether the two line ends that close a record, or the end of the file, come next. */
async function endsHere(reader: ByteReader): Promise<boolean> {
  const next = await reader.read(4);
  reader.unread(next);
  return next.length === 0 || Buffer.from(next).toString("latin1") === "\r\n\r\n".slice(0, next.length);
}

function contentOf(head: Head, block: Buffer, faults: string[]): WarcRecord {
  const isHttp =
    head.type === "arc" ? /^https?:/i.test(head.url ?? "") : /^application\/http\b/i.test(head.contentType);
  const http = isHttp ? readHttpMessage(block, MAX_RECORD_BYTES) : null;
  const payloads = http === null ? [block] : [http.body, http.joined, http.payload];
  if (head.blockDigest !== null && digestFits(head.blockDigest, [block]) === false)
    faults.push("its digest does not fit");
  // A revisit names the digest of what it stands for, which is elsewhere.
  else if (
    head.type !== "revisit" &&
    head.payloadDigest !== null &&
    digestFits(head.payloadDigest, payloads) === false
  ) {
    faults.push("the digest of its payload does not fit");
  }
  return {
    kind: "record",
    offset: head.offset,
    type: head.type,
    url: head.url,
    date: head.date,
    mediaType: (http === null ? head.contentType : http.mediaType) ?? "text/html",
    status: http?.status ?? null,
    lastModified: http?.lastModified ?? null,
    payload: http?.payload ?? block,
    faults: [...faults, ...(http?.faults ?? [])],
  };
}

function textOf(line: Uint8Array): string {
  return Buffer.from(line).toString("utf8").trim();
}

/** "20140216050221" */
function arcDate(written: string): string | null {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?/.exec(written) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}T${hour}:${minute}:${second ?? "00"}Z`;
}
