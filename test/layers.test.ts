import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../src/", import.meta.url));

/** Inside core a stage may import those before it; pipeline.ts alone knows all. */
const CORE = ["lexicons", "text", "read", "segment", "annotate", "extract", "resolve", "record", "link"];
/** Contracts that earlier stages share with later ones, as types. */
const SHARED_TYPES = new Set(["core/record/record.ts", "core/extract/candidates.ts"]);
const OUTSIDE: { readonly [folder: string]: readonly string[] } = {
  core: ["core"],
  schema: ["schema", "core", "operations", "errors.ts"],
  models: ["models", "core", "errors.ts"],
  reading: ["reading", "core", "errors.ts"],
  fetching: ["fetching", "errors.ts"],
  store: ["store", "core", "errors.ts"],
  operations: ["operations", "core", "schema", "models", "reading", "fetching", "store", "errors.ts", "config.ts"],
  http: ["http", "core", "schema", "operations", "errors.ts"],
  cli: [
    "cli",
    "core",
    "schema",
    "operations",
    "http",
    "models",
    "fetching",
    "store",
    "errors.ts",
    "config.ts",
    "app.ts",
  ],
  web: ["web", "schema", "core", "operations"],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), "utf8");
  return [...source.matchAll(/^\s*(import|export)(\s+type)?\b[^"';]*?from\s+"(\.[^"]+)"/gm)].map(
    ([, , type, path = ""]) => ({
      from: file,
      to: relative(root, join(root, dirname(file), path)),
      typeOnly: type !== undefined,
    }),
  );
}

const files = globSync("**/*.{ts,tsx}", { cwd: root }).filter((file) => !/\.(test|conformance)\.tsx?$/.test(file));
const imports = files.flatMap(importsOf);

describe("the layers of src", () => {
  it("lets a stage of the core import earlier stages only", () => {
    const wrong = imports.filter(({ from, to }) => {
      const a = CORE.indexOf(from.split("/")[1] ?? "");
      const b = CORE.indexOf(to.split("/")[1] ?? "");
      return (
        from.startsWith("core/") &&
        from !== "core/pipeline.ts" &&
        to.startsWith("core/") &&
        !SHARED_TYPES.has(to) &&
        a !== -1 &&
        b > a
      );
    });
    expect(wrong).toEqual([]);
  });

  it("lets each folder import only what its row names", () => {
    const wrong = imports.filter(({ from, to }) => {
      const folder = from.split("/")[0] ?? "";
      const target = to.split("/")[0] ?? "";
      return from.includes("/") && target !== ".." && !OUTSIDE[folder]?.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  it("lets the web pages import types and ways to write words alone from elsewhere", () => {
    expect(
      imports.filter(
        ({ from, to, typeOnly }) =>
          from.startsWith("web/") && !to.startsWith("web/") && !to.startsWith("core/text/") && !typeOnly,
      ),
    ).toEqual([]);
  });

  it("has no import cycle between files", () => {
    expect(findCycle(imports.filter(({ typeOnly }) => !typeOnly))).toBeNull();
  });

  it("keeps clock, locale and randomness out of the core", () => {
    const wrong = files.filter(
      (file) =>
        file.startsWith("core/") &&
        /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\btoLocale/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(wrong).toEqual([]);
  });
});

function findCycle(edges: readonly Import[]): string | null {
  const next = Map.groupBy(edges, ({ from }) => from);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(" → ");
    if (done.has(file)) return null;
    for (const { to } of next.get(file) ?? []) {
      const cycle = visit(to, [...path, file]);
      if (cycle !== null) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const cycle = visit(file, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
