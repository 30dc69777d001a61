// Plain JavaScript on purpose: it runs on any Node from 20 on, before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const WANTED_MAJOR = 24;

/** Installs the dependencies when they are missing or older than the lock file. */
export function ensureInstalled() {
  const lock = join(root, "package-lock.json");
  const installed = join(root, "node_modules", ".package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs && existsSync(newerNode())) return;
  process.stderr.write("Installing dependencies (once) …\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const run = (command, loglevel) =>
    spawnSync(npm, [command, "--no-fund", "--no-audit", `--loglevel=${loglevel}`], {
      cwd: root,
      // npm's own words go to stderr, so that the output of a command stays clean.
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
    }).status;
  // A lock file that npm finds out of step stops `npm ci` with a page of reasons; installing still works.
  const status = run("ci", "silent") === 0 ? 0 : run("install", "error");
  if (status !== 0) {
    process.stderr.write(
      "npm could not install them; see its words above. Check the network and run the same command again.\n",
    );
    process.exit(1);
  }
}

/** The Node that the project brings through the npm package `node`. */
export function newerNode() {
  return join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
}

/** This Node when it is new enough, else the one the project brings. */
export function nodeForProject() {
  return Number(process.versions.node.split(".")[0]) >= WANTED_MAJOR ? process.execPath : newerNode();
}

/** Runs a script of the project with the right Node and ends this process with its exit code. */
export function runWithProjectNode(script, args) {
  const { status, signal } = spawnSync(nodeForProject(), [join(root, script), ...args], {
    stdio: "inherit",
    env: {
      ...process.env,
      PATH: `${join(root, "node_modules", ".bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`,
    },
  });
  process.exit(signal ? 1 : (status ?? 1));
}
