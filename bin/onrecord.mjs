#!/usr/bin/env node
// Plain JavaScript on purpose: it runs on any Node from 20 on, before anything is installed, and hands over to the Node
// that the project brings when this one is too old.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const WANTED_MAJOR = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

// Installed as somebody's dependency, the packages lie further up and node_modules here is missing for good.
if (existsSync(join(root, "scripts", "ensure.mjs")) && !root.includes(`${join("node_modules", "onrecord")}`)) {
  const { ensureInstalled } = await import("../scripts/ensure.mjs");
  ensureInstalled();
}

if (Number(process.versions.node.split(".")[0]) >= WANTED_MAJOR) {
  keepCompiled();
  const { runAsProgram } = await import("../src/cli/main.ts");
  await runAsProgram(process.argv.slice(2));
} else {
  handOver(projectNode());
}

/** Keeps compiled code beside the packages: later starts, of worker threads too, take half the time. */
function keepCompiled() {
  const packages = join(root, "node_modules");
  if (process.env.NODE_COMPILE_CACHE !== undefined || !existsSync(packages)) return;
  const folder = join(packages, ".cache", "onrecord");
  // Worker threads read it from the environment; this thread is past that.
  process.env.NODE_COMPILE_CACHE = folder;
  module.enableCompileCache(folder);
}

function projectNode() {
  const file = process.platform === "win32" ? "node.exe" : "node";
  const places = [join(root, "node_modules", "node", "bin", file), join(root, "..", "node", "bin", file)];
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  process.stderr.write(
    `onrecord: Node ${WANTED_MAJOR} or newer is needed, and this is ${process.versions.node}.\n  → Run npm ci in ${root}, or install a newer Node.\n`,
  );
  process.exit(1);
}

/** Runs the same command with another Node: same streams, same signals, same exit code. */
function handOver(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // A terminal sends Ctrl+C to the child as well; other senders know only this process.
    process.on(signal, () => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on("error", (error) => {
    process.stderr.write(`onrecord: ${node} cannot be started: ${error.message}\n`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    process.exit(signal ? 128 + (constants.signals[signal] ?? 1) : (code ?? 1));
  });
}
