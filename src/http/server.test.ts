import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fakeOperations, STORY } from "../../test/browser/fake-operations.ts";
import { ERROR_CODES, type ErrorCode, OnrecordError } from "../errors.ts";
import { decisionSchema, errorBodySchema } from "../schema/operations.ts";
import { ROUTES } from "./routes.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { createHttpApp, startServer } from "./server.ts";

const operations = fakeOperations();
const app = createHttpApp(operations);
const get = (path: string, init?: RequestInit) =>
  app.request(path, { ...init, headers: { host: "127.0.0.1:4000", ...init?.headers } });

const SHOWING = ROUTES.filter(({ method }) => method === "GET");
const WRITING = ROUTES.filter(({ method }) => method === "POST").map(({ path }) => path);

const filled = (path: string) =>
  path.replace("{story}", STORY).replace("{actor}", "a5").replace("{report}", "r-0a11") +
  (path.endsWith("/search") ? "?q=plea" : "");
const missing = (path: string) =>
  path.replace("{story}", "none").replace("{actor}", "none").replace("{report}", "none") +
  (path.endsWith("/search") ? "?q=" : "");

describe("createHttpApp(operations)", () => {
  it.each(SHOWING.map((route) => [route.path, route] as const))(
    "%s answers with what its schema says",
    async (path, route) => {
      const response = await get(filled(path));
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toBe("no-cache");
      if (route.response === "bytes" || route.response === "html") return;
      const body: unknown = await response.json();
      const parsed = route.response.safeParse(body);
      expect(parsed.error?.issues ?? []).toEqual([]);
      expect(parsed.data).toEqual(body);
    },
  );

  const asked = SHOWING.map(({ path }) => path);
  const faulty = asked.filter((path) => missing(path) !== path);
  it("takes decisions, shows them, and takes them back", async () => {
    const desk = createHttpApp(fakeOperations());
    const decide = async (body: unknown) => {
      const headers = { host: "localhost", "content-type": "application/json" };
      const response = await desk.request("/api/decisions", { method: "POST", headers, body: JSON.stringify(body) });
      return { status: response.status, body: await response.json() };
    };
    const why = { reason: "the police counted again", by: "Ada" };
    const settled = await decide({ kind: "settle", story: STORY, discrepancy: "d-crowd", ...why });
    expect(settled.status).toBe(200);
    expect(decisionSchema.parse(settled.body)).toMatchObject({ kind: "settle", by: "Ada", standing: "stands" });
    const read = async (path: string) => (await desk.request(path, { headers: { host: "localhost" } })).json();
    expect(await read(`/api/stories/${STORY}`)).toMatchObject({ settled: [{ discrepancy: "d-crowd", by: "Ada" }] });
    await decide({ kind: "undo", decision: 1, ...why });
    expect(await read(`/api/stories/${STORY}`)).toMatchObject({ settled: [] });
    expect(await read("/api/decisions")).toMatchObject({ items: [{ kind: "undo" }, { standing: "undone" }] });
    expect((await decide({ kind: "settle", story: STORY, discrepancy: "d-crowd", by: "Ada" })).status).toBe(400);
    expect((await decide({ kind: "settle", story: STORY, discrepancy: "none", ...why })).status).toBe(404);
  });

  it.each([
    ["another site's page", { origin: "https://evil.example", "content-type": "application/json" }, {}, 403],
    [
      "a page of another site that names none",
      { "sec-fetch-site": "cross-site", "content-type": "application/json" },
      {},
      403,
    ],
    ["a form", { "content-type": "text/plain" }, {}, 400],
    ["a body that is not JSON", { "content-type": "application/json" }, {}, 400],
    ["a server that only shows", { "content-type": "application/json" }, { readOnly: true }, 403],
    ["a body beyond bounds", { "content-type": "application/json", "content-length": "9999999" }, {}, 413],
  ] as const)("refuses a decision of %s", async (_who, headers, options, status) => {
    const body = "{";
    const response = await createHttpApp(operations, options).request("http://127.0.0.1:4000/api/decisions", {
      method: "POST",
      headers: { host: "127.0.0.1:4000", ...headers },
      body,
    });
    expect(response.status).toBe(status);
    errorBodySchema.parse(await response.json());
  });

  it.each([
    ...faulty.map((path) => ["GET", missing(path), path.endsWith("/search") ? 400 : 404] as const),
    ...asked.flatMap((path) => (WRITING.includes(path) ? [] : [["POST", filled(path), 405] as const])),
    ...asked.map((path) => ["DELETE", filled(path), 405] as const),
    ["GET", "/api", 404],
    ["GET", "/api/", 404],
    ["GET", "/api/nothing", 404],
    ["GET", `/api/stories/${STORY}/nothing`, 404],
    ["GET", "/api/stories?limit=0", 400],
    ["GET", "/api/stories?limit=many", 400],
    ["GET", `/api/stories/${STORY}/statements?act=shouting`, 400],
    ["GET", `/api/stories/${STORY}/statements?after=unknown`, 400],
    ["GET", "/api/stories/%E0%A4%A", 404],
    ["GET", "/nowhere.png", 404],
    ["PUT", "/", 405],
  ] as const)("%s %s gives the one error shape", async (method, path, status) => {
    const response = await get(path, { method });
    expect(response.status).toBe(status);
    const { error } = errorBodySchema.parse(await response.json());
    expect(ERROR_CODES[error.code].status).toBe(status);
  });

  it.each(Object.keys(ERROR_CODES) as ErrorCode[])("gives %s the status of its code on every route", async (code) => {
    const failing = new Proxy(operations, {
      get: () => () => Promise.reject(new OnrecordError(code, "It failed.", { next: "Mend it." })),
    });
    for (const path of asked) {
      const response = await createHttpApp(failing).request(filled(path), { headers: { host: "localhost" } });
      expect(response.status).toBe(ERROR_CODES[code].status);
      expect(await response.json()).toEqual({ error: { code, message: "It failed.", next: "Mend it." } });
    }
  });

  it("keeps the words of an unforeseen fault to itself and tells the operator", async () => {
    const faults: unknown[] = [];
    const failing = new Proxy(operations, { get: () => () => Promise.reject(new Error("secret /path")) });
    const broken = createHttpApp(failing, { onFault: (fault) => faults.push(fault) });
    const response = await broken.request("/api/stories", { headers: { host: "localhost" } });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
    expect(faults).toHaveLength(1);
  });

  it("sends the security headers with every response, errors among them", async () => {
    for (const path of [...asked.map(filled), ...asked.map(missing), "/nowhere.png"]) {
      const { headers } = await get(path);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        if (path.endsWith("/page") && /^(?:Content-Security-Policy|X-Frame-Options)$/.test(name)) continue;
        if (path.endsWith("/source") && name === "Content-Security-Policy") continue;
        expect([path, name, headers.get(name)]).toEqual([path, name, value]);
      }
    }
  });

  it("gives source bytes as a download that runs nowhere, whatever they hold", async () => {
    const response = await get("/api/reports/r-0d45/source");
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="0d45000000000000.html"');
    expect(response.headers.get("content-security-policy")).toMatch(/^sandbox;/);
    expect(await response.text()).toContain("<script>alert(2)</script>");
  });

  it("shows the page of a report in a sandbox that loads nothing, with words lit", async () => {
    const response = await get("/api/reports/r-0d45/page?lit=0-3,9-12");
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
    expect(response.headers.get("x-frame-options")).toBe("SAMEORIGIN");
    expect(response.headers.get("x-lit-spans")).toBe("2");
    expect((await get("/api/reports/r-0d45/page?lit=3-,x")).status).toBe(400);
  });

  it.each([
    ["127.0.0.1:4000", 200],
    ["localhost:4000", 200],
    ["LOCALHOST", 200],
    ["[::1]:4000", 200],
    ["192.168.1.7:4000", 200],
    ["desk.example", 200],
    ["evil.example", 421],
    ["127.0.0.1.evil.example", 421],
    ["localhost.evil.example:4000", 421],
    ["[::1].evil.example", 421],
    ["", 421],
  ] as const)("a request for the host %j gets %d", async (host, status) => {
    const strict = createHttpApp(operations, { allowedHosts: ["desk.example"] });
    expect((await strict.request("/api/health", { headers: { host } })).status).toBe(status);
  });

  it("pages through a list to the last row", async () => {
    const seen: string[] = [];
    let after = "";
    for (let pages = 0; pages < 50; pages++) {
      const response = await get(`/api/stories/${STORY}/statements?limit=7${after}`);
      const { items, next } = (await response.json()) as { items: { id: string }[]; next: string | null };
      seen.push(...items.map(({ id }) => id));
      if (next === null) break;
      after = `&after=${encodeURIComponent(next)}`;
    }
    const { statements } = await operations.getStory(STORY);
    expect(seen).toEqual(statements.map(({ id }) => id));
  });

  it("filters statements by speaker, act and form", async () => {
    const response = await get(`/api/stories/${STORY}/statements?speaker=a4&form=direct&act=request`);
    const { items } = (await response.json()) as { items: { evidence: { report: string } }[] };
    expect(items.map(({ evidence }) => evidence.report)).toEqual(["r-0d44"]);
  });

  it("answers 304 when the reader has the same bytes", async () => {
    const first = await get("/api/stories");
    const tag = first.headers.get("etag") ?? "";
    const again = await get("/api/stories", { headers: { "if-none-match": tag } });
    expect(again.status).toBe(304);
  });

  it("describes every route in OpenAPI, each reference leading somewhere", async () => {
    const text = await (await get("/api/openapi.json")).text();
    const { paths, components } = JSON.parse(text) as { paths: object; components: { schemas: object } };
    expect(Object.keys(paths)).toEqual(asked);
    const names = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, name]) => name ?? "");
    expect(names.length).toBeGreaterThan(20);
    for (const name of names)
      expect(Object.keys(components.schemas)).toContain(name.replace("#/components/schemas/", ""));
  });

  it("is documented, route by route", () => {
    const reference = readFileSync(new URL("../../docs/reference/http.md", import.meta.url), "utf8");
    for (const path of [...asked, "/api/openapi.json"]) expect(reference).toContain(`\`${path}\``);
  });
});

describe("startServer(options)", () => {
  it("listens on this machine alone and says where", async () => {
    const server = await startServer({ operations, port: 0 });
    try {
      expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(await (await fetch(`${server.url}/api/health`)).json()).toEqual({ status: "ok" });
      const port = Number(new URL(server.url).port);
      await expect(startServer({ operations, port })).rejects.toMatchObject({ code: "port-in-use" });
    } finally {
      await server.close();
    }
  });
});
