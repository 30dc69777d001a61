import { Command, InvalidArgumentError, Option } from "commander";
import type { Operations, Reanalysis, Watching } from "../operations/operations.ts";
import type { CliEffects } from "./effects.ts";
import { makePage, type Page } from "./layout.ts";
import { makeStyle } from "./style.ts";

/** A command with its examples under its help. */
export function makeCommand(name: string, summary: string, examples: readonly string[]): Command {
  const lines = examples.map((example) => `  $ onrecord ${example}`);
  return new Command(name).description(summary).addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
}

export function jsonOption(): Option {
  return new Option("--json", "print JSON for machines");
}

export function dbOption(): Option {
  return new Option("--db <path>", "the store (or set ONRECORD_DB; default ./onrecord.db)");
}

export function privateOption(): Option {
  return new Option("--allow-private", "fetch from private networks and this machine too");
}

export function limitOption(rows = 50): Option {
  return new Option("--limit <rows>", "rows to show").default(rows).argParser(parseCount);
}

export function parseCount(written: string): number {
  const count = Number(written);
  if (!/^\d{1,9}$/.test(written) || count < 1) throw new InvalidArgumentError("A whole number from 1 on is needed.");
  return count;
}

/** A day as events have it; anything else would silently leave every event out. */
export function parseDay(written: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(`${written}T00:00:00Z`));
  if (!isDay) throw new InvalidArgumentError("A day is needed, such as 2031-03-04.");
  return written;
}

export interface DbOptions {
  readonly db?: string;
  readonly allowPrivate?: true;
}

/** Runs `work` over the store that the options or the environment name. */
export async function withApp<T>(
  effects: CliEffects,
  options: DbOptions,
  access: "read" | "create",
  work: (app: Operations & Reanalysis & Watching) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  await using app = await effects.openApp(
    { db: options.db ?? effects.config.db, allowPrivate: options.allowPrivate ?? effects.config.allowPrivate },
    { create: access === "create", standardInput: effects.standardInput, ...(signal === undefined ? {} : { signal }) },
  );
  return await work(app);
}

export function outputPage(effects: CliEffects): Page {
  return makePage(effects.columns, makeStyle(effects.config.color ?? effects.outputIsTerminal));
}

export async function writeJson(effects: CliEffects, value: unknown): Promise<void> {
  await effects.write(`${JSON.stringify(value)}\n`);
}
