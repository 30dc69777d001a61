import { readFile } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";
import { OnrecordError } from "../errors.ts";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".map": "application/json",
};

/**
 * Serves the built web files. Names under `assets/` hold a hash of their content and may be kept for ever. A path
 * without an extension is a view of the web UI, which reads the path itself, and gets `index.html`.
 *
 * @throws OnrecordError `not-found`
 */
export async function serveStatic(webDir: string, path: string): Promise<Response> {
  const extension = extname(path);
  const file = extension === "" ? "index.html" : decode(path);
  const full = resolve(webDir, join(".", file));
  if (full !== webDir && !full.startsWith(resolve(webDir) + sep)) throw missing(path);
  const bytes = await readFile(full).catch(() => null);
  if (bytes === null) {
    if (extension !== "") throw missing(path);
    throw new OnrecordError("not-found", "The web pages are not built.", { next: "Run `npm start` once." });
  }
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": MEDIA_TYPES[extname(full)] ?? "application/octet-stream",
      "Cache-Control": file.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    },
  });
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw missing(path);
  }
}

function missing(path: string): OnrecordError {
  return new OnrecordError("not-found", `There is nothing at ${path.slice(0, 200)}.`, { next: "Start from /." });
}
