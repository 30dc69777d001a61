import { hash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { OnrecordError } from "../errors.ts";
import { base32 } from "../reading/warc/digests.ts";
import { ENGINE } from "./engine.ts";
import type { Operations, StoredReport } from "./operations.ts";

/**
 * The source documents of a story as a WARC 1.1, packed record by record, one at a time: each as it was received, with its
 * address, time and digest. What came from a file has an address of the kind file: and the time of the export.
 *
 * @throws OnrecordError "not-found"
 */
export async function* exportWarc(
  operations: Operations,
  story: string,
  now: Date,
): AsyncGenerator<Uint8Array, void, undefined> {
  const date = isoSeconds(now.toISOString());
  const software = `software: ${ENGINE.name}/${ENGINE.version}\r\nformat: WARC File Format 1.1\r\ndescription: sources of the story ${story}\r\n`;
  yield writeRecord(
    { "WARC-Type": "warcinfo", "WARC-Date": date, "Content-Type": "application/warc-fields" },
    Buffer.from(software),
  );
  const written = new Set<string>();
  let after: string | undefined;
  do {
    const list = await operations.listReports({ story, ...(after === undefined ? {} : { after }) });
    for (const { id } of list.items) {
      const { source, record } = await operations.getReport(id);
      const address = addressOf(source, record.report.url);
      const key = `${address} ${source.sha256}`;
      if (written.has(key)) continue;
      written.add(key);
      const { bytes, sha256 } = await operations.getSource(id);
      const digest = hash("sha256", bytes, "buffer");
      if (digest.toString("hex") !== sha256) {
        throw new OnrecordError("store-damaged", `The source of ${id} is not what was stored.`, {
          next: "Restore the store from a copy.",
        });
      }
      yield writeRecord(
        {
          "WARC-Type": "resource",
          "WARC-Target-URI": address,
          "WARC-Date": source.retrievedAt === null ? date : isoSeconds(source.retrievedAt),
          "WARC-Payload-Digest": `sha256:${base32(digest)}`,
          "Content-Type": headerValue(source.mediaType),
        },
        bytes,
      );
    }
    after = list.next ?? undefined;
  } while (after !== undefined);
}

function writeRecord(headers: { readonly [name: string]: string }, block: Uint8Array): Uint8Array {
  const digest = `sha256:${base32(hash("sha256", block, "buffer"))}`;
  const id = recordId(`${JSON.stringify(headers)} ${digest}`);
  const lines = Object.entries({
    ...headers,
    "WARC-Record-ID": id,
    "WARC-Block-Digest": digest,
    "Content-Length": String(block.length),
  });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return gzipSync(Buffer.concat([Buffer.from(`WARC/1.1\r\n${head}\r\n`), block, Buffer.from("\r\n\r\n")]));
}

/** The same record has the same id each time. */
function recordId(words: string): string {
  const digits = hash("sha256", words, "hex");
  const variant = ((Number.parseInt(digits[16] ?? "0", 16) & 3) | 8).toString(16);
  return `<urn:uuid:${digits.slice(0, 8)}-${digits.slice(8, 12)}-5${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}>`;
}

function addressOf({ url, path, sha256 }: StoredReport["source"], given: string | null): string {
  const known = url ?? given;
  if (known !== null && URL.canParse(known)) return new URL(known).href;
  if (path === null) return `urn:sha256:${sha256}`;
  // Where it lies on the disk of whoever exports is nobody's business.
  return `file:///${encodeURI(path.split(/[\\/]/).at(-1) ?? "").replace(/[?#]/g, encodeURIComponent)}`;
}

function headerValue(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, "").trim() || "application/octet-stream";
}

function isoSeconds(time: string): string {
  return time.replace(/\.\d+Z$/, "Z");
}
