import { type Command, Option } from "commander";
import { OnrecordError } from "../errors.ts";
import { EXPORT_TABLES, type ExportTableName } from "../operations/export-table.ts";
import { type DbOptions, dbOption, jsonOption, makeCommand, withApp } from "./command.ts";
import type { CliEffects } from "./effects.ts";
import { chooseStory } from "./story-argument.ts";

const FORMATS = ["json", "csv", "md", "warc"] as const;

interface ExportOptions extends DbOptions {
  readonly format: (typeof FORMATS)[number];
  readonly table: ExportTableName;
  readonly bom?: true;
  readonly as?: (typeof FORMATS)[number];
  readonly output?: string;
  readonly json?: true;
}

export function exportCommand(effects: CliEffects): Command {
  return makeCommand(
    "export",
    "Write a story as JSON, CSV, a Markdown briefing with footnotes, or its sources as a web archive",
    [
      "export --format md > briefing.md",
      "export st-4f0c --format csv --table statements --bom --output statements.csv",
      "export --format json --output story.json",
      "export --format warc --output story.warc.gz",
    ],
  )
    .argument("[story]", "id of the story, or its beginning; not needed when there is one story")
    .addOption(
      new Option("--format <format>", "what to write; warc: the sources as they were received, as a web archive")
        .choices(FORMATS)
        .default("md"),
    )
    .addOption(new Option("--table <table>", "which rows, for CSV").choices(EXPORT_TABLES).default("statements"))
    .option("--bom", "begin a CSV with a byte order mark, so that Excel reads it as UTF-8")
    .addOption(new Option("--as <format>", "the same as --format").choices(FORMATS))
    .option("--output <file>", "write to this file, which must not exist yet")
    .addOption(dbOption())
    .addOption(jsonOption().hideHelp())
    .action(async (given: string | undefined, options: ExportOptions) => {
      const format = options.json === true ? "json" : (options.as ?? options.format);
      if (format === "warc") {
        if (options.output === undefined && effects.outputIsTerminal) throw notForTerminal();
        return writeWarc(given, options, effects);
      }
      const { formatExport, readStoryForExport } = await import("../operations/export-story.ts");
      const story = await withApp(effects, options, "read", async (app) =>
        readStoryForExport(app, await chooseStory(app, given)),
      );
      const text = formatExport(
        story,
        format === "csv" ? { format, table: options.table, mark: options.bom === true } : { format },
      );
      if (options.output === undefined) return effects.write(text);
      await writeNewFile(options.output, [text]);
    });
}

async function writeWarc(given: string | undefined, options: ExportOptions, effects: CliEffects): Promise<void> {
  const { exportWarc } = await import("../operations/export-warc.ts");
  await withApp(effects, options, "read", async (app) => {
    const records = exportWarc(app, await chooseStory(app, given), new Date());
    if (options.output !== undefined) return writeNewFile(options.output, records);
    for await (const record of records) await effects.write(record);
  });
}

function notForTerminal(): OnrecordError {
  return new OnrecordError("usage", "A web archive is packed and no text for a terminal.", {
    next: "Name a file: --output story.warc.gz",
  });
}

/** Never over a file that is there, and never half: it is moved into place when it is whole. */
async function writeNewFile(path: string, parts: AsyncIterable<Uint8Array> | Iterable<string>): Promise<void> {
  const { link, rm, writeFile } = await import("node:fs/promises");
  const partial = `${path}.partial-${process.pid}`;
  try {
    await writeFile(partial, parts, { flag: "wx" });
    await link(partial, path);
  } catch (cause) {
    if (cause instanceof OnrecordError) throw cause;
    const code = cause instanceof Error && "code" in cause ? cause.code : null;
    if (code === "EEXIST") {
      throw new OnrecordError("unreadable", `${path} exists already.`, { cause, next: "Name another file." });
    }
    if (code === "ENOSPC") {
      throw new OnrecordError("disk-full", `There is no room for ${path}.`, { cause, next: "Free some space." });
    }
    throw new OnrecordError("unreadable", `${path} cannot be written.`, { cause, next: "Check the folder." });
  } finally {
    await rm(partial, { force: true });
  }
}
