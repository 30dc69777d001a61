import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { etag } from "hono/etag";
import { OnrecordError } from "../errors.ts";
import type { Operations } from "../operations/operations.ts";
import { errorResponse } from "./error-response.ts";
import { checkHost } from "./host-check.ts";
import { describeRoutes } from "./openapi.ts";
import { ROUTES } from "./routes.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { serveStatic } from "./static-files.ts";
import { readBody, refused } from "./writing.ts";

export interface HttpOptions {
  /** Folder with the built web files; without it only the API answers. */
  readonly webDir?: string;
  /** Host names to answer for, besides addresses and localhost. */
  readonly allowedHosts?: readonly string[];
  /** Whether decisions are refused. */
  readonly readOnly?: boolean;
  /** Told of every error that is not the caller's. */
  readonly onFault?: (error: unknown) => void;
}

export interface ServerOptions extends HttpOptions {
  readonly operations: Operations;
  /** 0 for any free port. */
  readonly port: number;
  /** 127.0.0.1 when left out: nobody else on the network can reach it. */
  readonly host?: string;
}

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The API and the web files as one handler of requests, without a network. Only decisions are written. */
export function createHttpApp(operations: Operations, options: HttpOptions = {}): Hono {
  const { webDir, allowedHosts = [], onFault } = options;
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  });
  app.use(async (context, next) => {
    checkHost(context.req.header("host"), allowedHosts);
    const { method, path } = context.req;
    if (method !== "GET" && method !== "HEAD") {
      if (!ROUTES.some((route) => route.method === method && route.path === path)) throw wrongMethod(method);
      if (options.readOnly === true) throw refused("The server only shows.", "Start it without --read-only.");
    }
    await next();
  });
  app.use("/api/*", async (context, next) => {
    await next();
    if (!context.res.headers.has("Cache-Control")) context.res.headers.set("Cache-Control", "no-cache");
  });
  app.use("/api/*", etag());
  for (const route of ROUTES) {
    const path = route.path.replace(/\{(\w+)\}/g, ":$1");
    if (route.method === "GET") {
      app.get(path, (context) => route.answer(operations, { params: context.req.param(), query: context.req.query() }));
    } else {
      app.post(path, async (context) =>
        route.answer(operations, { params: {}, query: {}, body: await readBody(context.req.raw) }),
      );
    }
  }
  const description = describeRoutes(ROUTES);
  app.get("/api/openapi.json", () => Response.json(description));
  app.get("*", (context) => {
    const { path } = context.req;
    if (webDir === undefined || path === "/api" || path.startsWith("/api/")) throw noSuchAddress(path);
    return serveStatic(webDir, path);
  });
  app.onError((error) => {
    if (!(error instanceof OnrecordError)) onFault?.(error);
    return errorResponse(error);
  });
  return app;
}

/** @throws OnrecordError `port-in-use` */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { operations, port, host = "127.0.0.1" } = options;
  const app = createHttpApp(operations, {
    onFault: (error) => process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`),
    ...options,
    allowedHosts: [host, ...(options.allowedHosts ?? [])],
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((listening, failed) => {
    server.once("error", (cause: NodeJS.ErrnoException) => failed(listenError(cause, host, port)));
    server.listen(port, host, listening);
  });
  const address = server.address();
  const actualPort = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${actualPort}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

function listenError(cause: NodeJS.ErrnoException, host: string, port: number): unknown {
  if (cause.code !== "EADDRINUSE") return cause;
  return new OnrecordError("port-in-use", `Another program listens on ${host}:${port}.`, {
    cause,
    next: "Choose another with --port, or end that program.",
  });
}

function noSuchAddress(path: string): OnrecordError {
  return new OnrecordError("not-found", `There is nothing at ${path.slice(0, 200)}.`, {
    next: "See /api/openapi.json for every address of the API.",
  });
}

function wrongMethod(method: string): OnrecordError {
  return new OnrecordError("wrong-method", `${method} is not possible at this address.`, {
    next: "See /api/openapi.json. To add reports, run `onrecord add`.",
  });
}
