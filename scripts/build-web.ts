import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");

/** Where `startServer` finds the built web files. */
export const WEB_DIR = join(dist, "web");

/**
 * Builds the web files into `dist/web` unless they are what the sources give already. Several processes may call it at
 * once: each builds beside and moves the whole folder into place.
 */
export async function buildWeb(): Promise<void> {
  const wanted = sourceHash();
  const stamp = join(WEB_DIR, ".sources");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const { build } = await import("vite");
  const fresh = join(dist, `web-${process.pid}`);
  await build({
    configFile: join(root, "vite.config.ts"),
    root: join(root, "src/web"),
    logLevel: "warn",
    build: { outDir: fresh },
  });
  writeFileSync(join(fresh, ".sources"), wanted);
  mkdirSync(dist, { recursive: true });
  const old = join(dist, `web-old-${process.pid}`);
  if (existsSync(WEB_DIR)) renameSync(WEB_DIR, old);
  renameSync(fresh, WEB_DIR);
  rmSync(old, { recursive: true, force: true });
}

/** Of everything that the build reads: names and contents, in a fixed order. */
function sourceHash(): string {
  const hash = createHash("sha256");
  const files = [
    ...globSync("src/web/**/*.{ts,tsx,css,html,svg,js}", { cwd: root }),
    ...globSync("src/schema/*.ts", { cwd: root }),
    "vite.config.ts",
    "package-lock.json",
  ];
  for (const file of files.sort())
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb();
