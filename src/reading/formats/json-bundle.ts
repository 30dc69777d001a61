/** Items of a bundle beyond this are no collection of news. */
const MOST_ITEMS = 100_000;
const START = /^[\s\ufeffï»¿]*(?:\{\s*"(?:items|newsItems|results|data)"\s*:\s*)?\[\s*(?=\{)/;
const NINJS = /"(?:body_(?:x?html|text)|bodies|headlines|versioncreated|ninjs[^"]*)"\s*:/i;

/** Whether bytes begin as a list of ninjs items does: an array, or an object whose first field is one. */
export function isJsonBundle(head: Uint8Array): boolean {
  const latin = Buffer.from(head.subarray(0, 65_536)).toString("latin1");
  return START.test(latin) && NINJS.test(latin);
}

/**
 * Cuts a list of JSON objects into the bytes of each, as they stand, in order; what is broken is one item's fault. The
 * last is whole even where the list breaks off, or is as much of it as there is. Linear.
 */
export function splitJsonBundle(bytes: Uint8Array): readonly Uint8Array[] {
  const head = Buffer.from(bytes.subarray(0, 65_536)).toString("latin1");
  const items: Uint8Array[] = [];
  let depth = 0;
  let start = -1;
  let isQuoted = false;
  for (let at = START.exec(head)?.[0].length ?? 0; at < bytes.length && items.length < MOST_ITEMS; at++) {
    const byte = bytes[at];
    if (isQuoted) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isQuoted = false;
    } else if (byte === QUOTE) isQuoted = true;
    else if (byte === OPEN) {
      if (depth++ === 0) start = at;
    } else if (byte === CLOSE && depth > 0 && --depth === 0) {
      items.push(bytes.subarray(start, at + 1));
      start = -1;
    } else if (byte === END && depth === 0) return items;
  }
  if (start >= 0) items.push(bytes.subarray(start));
  return items;
}

const [QUOTE, BACKSLASH, OPEN, CLOSE, END] = [0x22, 0x5c, 0x7b, 0x7d, 0x5d];
