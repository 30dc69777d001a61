import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SETTINGS } from "../config.ts";
import { ERROR_CODES } from "../errors.ts";
import { nodeEffects } from "./effects.ts";
import { makeProgram } from "./main.ts";

const read = (page: string) => readFileSync(new URL(`../../docs/reference/${page}.md`, import.meta.url), "utf8");

describe("docs/reference", () => {
  it("names every command with all its options, and no other", () => {
    const page = read("cli");
    const commands = makeProgram(nodeEffects()).commands.filter((command) => command.name() !== "help");
    const headings = [...page.matchAll(/^## onrecord (\S+)/gm)].map((match) => match[1]);
    expect(headings).toEqual(commands.map((command) => command.name()));
    const missing = commands.flatMap((command) => {
      const part = page.split(new RegExp(`^## onrecord ${command.name()}\\b`, "m"))[1]?.split(/^## /m)[0] ?? "";
      return command.options
        .filter((option) => !option.hidden && !part.includes(`\`${option.flags}\``))
        .map((option) => `${command.name()} ${option.flags}`);
    });
    expect(missing).toEqual([]);
  });

  it("names every error code with its exit code and status", () => {
    const page = read("errors");
    const missing = Object.entries(ERROR_CODES)
      .filter(([code, { exit, status }]) => !page.includes(`| \`${code}\` | ${exit} | ${status} | `))
      .map(([code]) => code);
    expect(missing).toEqual([]);
  });

  it("names every setting", () => {
    const page = read("configuration");
    expect(Object.keys(SETTINGS).filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
  });
});
