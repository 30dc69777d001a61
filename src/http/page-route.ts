import { z } from "zod";
import { parse, type Route } from "./route.ts";
import { SHOWN_PAGE_HEADERS } from "./security-headers.ts";

/**
 * The page that a report was read from, to be shown in a frame: rewritten from its tree, so that no script, style,
 * address or form of it is left, and sent with a policy under which nothing runs and nothing is loaded.
 */
export function pageRoute(path: string, params: z.ZodObject<{ report: z.ZodString }>): Route {
  const query = z.object({
    lit: z
      .string()
      .regex(/^\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9}){0,99}$/)
      .optional()
      .meta({
        description:
          "Spans of the report's text whose words are lit, as in “12-40,55-60”; the first is `#lit`, and the report begins at `#report`.",
      }),
  });
  return {
    path,
    method: "GET",
    summary: "Gives the page that the report was read from, made safe, with words lit",
    params,
    query,
    response: "html",
    answer: async (operations, input) => {
      const { report } = parse(params, input.params, "address");
      const { lit } = parse(query, input.query, "query");
      const page = await operations.getPage(report, spansOf(lit ?? ""));
      return new Response(page.html, { headers: { ...SHOWN_PAGE_HEADERS, "X-Lit-Spans": String(page.lit) } });
    },
  };
}

function spansOf(lit: string): { start: number; end: number }[] {
  return lit.split(",").flatMap((one) => {
    const [start = 0, end = 0] = one.split("-").map(Number);
    return end > start ? [{ start, end }] : [];
  });
}
