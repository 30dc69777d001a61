import { z } from "zod";
import { OnrecordError } from "../errors.ts";
import type { Operations } from "../operations/operations.ts";

/** One address of the API: what it takes, the one operation behind it, and what it gives. */
export interface Route {
  /** POST for what changes something; the body is then JSON of the schema `body`. */
  readonly method: "GET" | "POST";
  readonly body?: z.ZodType;
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
  /** The text of the body. */
  readonly body?: string;
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
    method: "GET",
    ...parts,
    answer: async (operations, input) => {
      const params = parse(parts.params, input.params, "address");
      const query = parse(parts.query, input.query, "query");
      return Response.json(await parts.operation(operations, params, query));
    },
  };
}

interface PostRouteParts<Body extends z.ZodType> {
  readonly summary: string;
  readonly body: Body;
  readonly response: z.ZodType;
  readonly operation: (operations: Operations, body: z.infer<Body>) => Promise<unknown>;
}

/** An address that takes JSON and changes something. */
export function postRoute<Body extends z.ZodType>(path: string, parts: PostRouteParts<Body>): Route {
  const nothing = z.object({});
  return {
    path,
    method: "POST",
    params: nothing,
    query: nothing,
    ...parts,
    answer: async (operations, input) => {
      const parsed = parts.body.safeParse(readJson(input.body ?? ""));
      if (!parsed.success) throw faulty(parsed.error, "body");
      return Response.json(await parts.operation(operations, parsed.data));
    },
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OnrecordError("bad-json", "The body is not JSON.", { cause, next: "See /api/openapi.json." });
  }
}

/** @throws OnrecordError `usage`, naming each field that is wrong */
export function parse<T extends z.ZodObject>(schema: T, values: Record<string, string>, what: string): z.infer<T> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw faulty(parsed.error, what);
}

function faulty(error: z.ZodError, what: string): OnrecordError {
  const faults = error.issues.map((issue) => `${issue.path.join(".") || what}: ${issue.message}`);
  return new OnrecordError("usage", `The ${what} is not as it should be. ${faults.join("; ")}`, {
    next: "See /api/openapi.json for what each address takes.",
  });
}
