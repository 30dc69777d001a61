import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);

describe("examples/export-briefing.ts", () => {
  it("prints the demo story as a briefing whose notes are all there", async () => {
    const program = fileURLToPath(new URL("../examples/export-briefing.ts", import.meta.url));
    const { stdout, stderr } = await run(process.execPath, [program], { maxBuffer: 20_000_000 });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^# /);
    const used = new Set([...stdout.matchAll(/\[\^(\d+)\](?!:)/g)].map((match) => match[1]));
    const defined = [...stdout.matchAll(/^\[\^(\d+)\]: /gm)].map((match) => match[1]);
    expect(used.size).toBeGreaterThan(20);
    expect(new Set(defined)).toEqual(used);
  }, 120_000);
});
