import type { z } from "zod";
import { OnrecordError } from "../errors.ts";
import type { Operations } from "../operations/operations.ts";

/** One address of the API: what it takes, the one operation behind it, and what it gives. */
export interface Route {
  /** As in OpenAPI: "/api/stories/{story}". */
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** Schema of the JSON body, "bytes" for a download, or "html" for a page to be shown. */
  readonly response: z.ZodType | "bytes" | "html";
  readonly answer: (operations: Operations, input: RouteInput) => Promise<Response>;
}

interface RouteInput {
  readonly params: Record<string, string>;
  readonly query: Record<string, string>;
}

interface JsonRouteParts<Params extends z.ZodObject, Query extends z.ZodObject> {
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly response: z.ZodType;
  readonly operation: (operations: Operations, params: z.infer<Params>, query: z.infer<Query>) => Promise<unknown>;
}

export function jsonRoute<Params extends z.ZodObject, Query extends z.ZodObject>(
  path: string,
  parts: JsonRouteParts<Params, Query>,
): Route {
  return {
    path,
    ...parts,
    answer: async (operations, input) => {
      const params = parse(parts.params, input.params, "address");
      const query = parse(parts.query, input.query, "query");
      return Response.json(await parts.operation(operations, params, query));
    },
  };
}

/** @throws OnrecordError `usage`, naming each field that is wrong */
export function parse<T extends z.ZodObject>(schema: T, values: Record<string, string>, what: string): z.infer<T> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".") || what}: ${issue.message}`);
  throw new OnrecordError("usage", `The ${what} is not as it should be. ${faults.join("; ")}`, {
    next: "See /api/openapi.json for what each address takes.",
  });
}
