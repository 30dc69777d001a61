import { z } from "zod";
import { ERROR_CODES } from "../errors.ts";
import { errorBodySchema } from "../schema/operations.ts";
import type { Route } from "./route.ts";

/** The OpenAPI 3.1 description of the routes. Its schemas are JSON Schema 2020-12, which zod gives as they are. */
export function describeRoutes(routes: readonly Route[]): object {
  const schemas: Record<string, unknown> = {};
  return {
    openapi: "3.1.0",
    info: {
      title: "Onrecord",
      version: "1",
      description:
        "The records of reports and stories, and what people decide about them. Every row carries the words it stands on. " +
        "Lists end with `next: null`; every error has the same shape.",
    },
    paths: Object.fromEntries(
      [...Map.groupBy(routes, ({ path }) => path)].map(([path, held]) => [
        path,
        Object.fromEntries(held.map((route) => [route.method.toLowerCase(), describeRoute(route, schemas)])),
      ]),
    ),
    components: { schemas },
  };
}

function describeRoute(route: Route, schemas: Record<string, unknown>): object {
  const { response } = route;
  return {
    summary: route.summary,
    parameters: [...parameters(route.params, "path"), ...parameters(route.query, "query")],
    ...(route.body === undefined
      ? {}
      : {
          requestBody: { required: true, content: { "application/json": { schema: jsonSchema(route.body, schemas) } } },
        }),
    responses: {
      "200": {
        description: "Done",
        content:
          response === "bytes"
            ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
            : response === "html"
              ? { "text/html": { schema: { type: "string" } } }
              : { "application/json": { schema: jsonSchema(response, schemas) } },
      },
      default: {
        description: `An error; \`code\` is one of ${Object.keys(ERROR_CODES).join(", ")}`,
        content: { "application/json": { schema: jsonSchema(errorBodySchema, schemas) } },
      },
    },
  };
}

function parameters(schema: z.ZodObject, place: "path" | "query"): object[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const json = z.toJSONSchema(z.object({ field: field as z.ZodType }), { io: "input" });
    const properties = json.properties as Record<string, { description?: string }>;
    const { description, ...rest } = properties.field ?? {};
    return {
      name,
      in: place,
      required: place === "path" || (json.required ?? []).includes("field"),
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
}

/** The schema with each named part moved to `components.schemas`, so that clients get one type a name. */
function jsonSchema(schema: z.ZodType, schemas: Record<string, unknown>): object {
  const { $defs, $schema: _dialect, id: _id, ...rest } = z.toJSONSchema(schema);
  for (const [name, definition] of Object.entries($defs ?? {})) schemas[name] = withComponentRefs(definition);
  const name = schema.meta()?.id;
  if (name === undefined) return withComponentRefs(rest);
  schemas[name] = withComponentRefs(rest);
  return { $ref: `#/components/schemas/${name}` };
}

function withComponentRefs(schema: object): object {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === "id" && typeof value === "string" ? undefined : value,
    ).replaceAll('"#/$defs/', '"#/components/schemas/'),
  );
}
