import type { z } from "zod";
import { parse, type Route } from "./route.ts";
import { SOURCE_CSP } from "./security-headers.ts";

/**
 * The bytes of a source document, as a download. They came from anywhere: they are never served under their own media
 * type (a saved page would run as ours) and never shown in place.
 */
export function sourceRoute(path: string, params: z.ZodObject<{ report: z.ZodString }>, query: z.ZodObject): Route {
  return {
    path,
    method: "GET",
    summary: "Gives the bytes that the report was read from, as a download",
    params,
    query,
    response: "bytes",
    answer: async (operations, input) => {
      const { report } = parse(params, input.params, "address");
      const source = await operations.getSource(report);
      // A copy, since the store may hand out a view of a larger buffer.
      return new Response(new Uint8Array(source.bytes), {
        headers: {
          "Content-Type": "application/octet-stream",
          "Content-Disposition": `attachment; filename="${source.sha256.slice(0, 16)}${extension(source.mediaType)}"`,
          "Content-Security-Policy": SOURCE_CSP,
          "X-Source-Media-Type": source.mediaType.replace(/[^\x20-\x7e]/g, "").slice(0, 100),
        },
      });
    },
  };
}

function extension(mediaType: string): string {
  if (mediaType.startsWith("text/html") || mediaType.includes("xhtml")) return ".html";
  return mediaType.startsWith("text/plain") ? ".txt" : ".bin";
}
