// `npm test`: everything that must hold before a change lands, one step after the other. Names of steps as arguments
// run those alone: `npm test -- types lint`.
import { spawnSync } from "node:child_process";
import { root } from "./ensure.mjs";

const STEPS: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: "types", command: ["tsc", "--noEmit"] },
  { name: "core-types", command: ["tsc", "--noEmit", "-p", "src/core"] },
  { name: "lint", command: ["biome", "check", "--error-on-warnings"] },
  { name: "unused", command: ["knip"] },
  { name: "web", command: ["node", "scripts/build-web.ts"] },
  { name: "tests", command: ["vitest", "run"] },
  { name: "gate", command: ["node", "evals/main.ts", "--gate"] },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  process.stderr.write(`No such step: ${unknown.join(", ")}. Steps: ${STEPS.map(({ name }) => name).join(", ")}\n`);
  process.exit(2);
}

const failed: string[] = [];
const steps = STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
for (const { name, command } of steps) {
  process.stdout.write(`\n── ${name}: ${command.join(" ")}\n`);
  const [program = "", ...args] = command;
  const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) failed.push(name);
}
process.stdout.write(failed.length > 0 ? `\nFailed: ${failed.join(", ")}\n` : "\nAll steps passed.\n");
process.stdout.write(`${steps.length - failed.length} passed, ${failed.length} failed\n`);
process.exit(failed.length > 0 ? 1 : 0);
