import { type Command, Option } from "commander";
import type { Engine } from "../core/pipeline.ts";
import type { Record } from "../core/record/record.ts";
import { OnrecordError } from "../errors.ts";
import type { GivenFields } from "../store/store.ts";
import { jsonOption, makeCommand, outputPage, privateOption, writeJson } from "./command.ts";
import type { CliEffects } from "./effects.ts";
import { printError } from "./report-error.ts";

interface AnalyzeOptions {
  readonly published?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly format: "auto" | "text" | "html";
  readonly json?: true;
  readonly jsonl?: true;
  readonly allowPrivate?: true;
}

export function analyzeCommand(effects: CliEffects): Command {
  return makeCommand("analyze", "Print the record of each report; nothing is stored", [
    "analyze article.html",
    "analyze notes.txt --published 2031-03-04 --outlet 'Harbour Post'",
    "analyze https://post.example/ferry --json",
    "analyze --jsonl < articles.jsonl > records.jsonl",
  ])
    .argument("[inputs...]", "files, addresses of pages, or - for standard input")
    .option("--published <date>", "when it was published, for inputs that do not say")
    .option("--url <url>", "where it was published")
    .option("--outlet <name>", "who published it")
    .addOption(formatOption())
    .addOption(privateOption())
    .addOption(jsonOption())
    .option("--jsonl", "a stream: one JSON object with id and text or html a line in, one record a line out")
    .action(async (inputs: string[], options: AnalyzeOptions) => {
      if (options.jsonl === true) return analyzeStream(inputs, effects);
      return analyzeInputs(inputs, options, effects);
    });
}

export function formatOption(): Option {
  return new Option("--format <format>", "what the input is").choices(["auto", "text", "html"]).default("auto");
}

async function analyzeStream(inputs: readonly string[], effects: CliEffects): Promise<void> {
  const { analyzeJsonLines } = await import("../operations/analyze-lines.ts");
  const { createAnalysisPool } = await import("../operations/analysis-pool.ts");
  const { openFileStream } = await import("../operations/read-input.ts");
  if (inputs.length === 0 && effects.inputIsTerminal) throw nothingGiven("onrecord analyze --jsonl < articles.jsonl");
  await using pool = createAnalysisPool();
  const chunks = (async function* () {
    for (const input of inputs.length === 0 ? ["-"] : inputs) {
      yield* input === "-" ? effects.standardInput() : await openFileStream(input);
    }
  })();
  for await (const lines of analyzeJsonLines(chunks, pool)) await effects.write(lines);
}

/** One input that cannot be read does not stop the others; the exit code tells. */
async function analyzeInputs(inputs: readonly string[], options: AnalyzeOptions, effects: CliEffects): Promise<void> {
  if (inputs.length === 0 && effects.inputIsTerminal) throw nothingGiven("onrecord analyze article.html");
  if (inputs.length > 1 && options.url !== undefined) {
    throw new OnrecordError("usage", "--url is the address of one report, and several inputs were given.");
  }
  const { checkIsoDate } = await import("../operations/iso-date.ts");
  const given: GivenFields = {
    ...(options.published === undefined ? {} : { published: checkIsoDate(options.published) }),
    ...(options.url === undefined ? {} : { url: options.url }),
    ...(options.outlet === undefined ? {} : { outlet: options.outlet }),
    ...(options.format === "auto" ? {} : { format: options.format }),
  };
  const { loadEngine } = await import("../operations/engine.ts");
  const engine = loadEngine();
  const { viewRecord } = await import("./views/record-view.ts");
  const page = outputPage(effects);
  const all = inputs.length === 0 ? ["-"] : inputs;
  const failures: unknown[] = [];
  let printed = 0;
  for (const input of all) {
    try {
      const record = await analyzeInput(input, given, engine, options, effects);
      if (options.json === true) await writeJson(effects, record);
      else await effects.write(`${printed > 0 ? `\n${"─".repeat(page.width)}\n\n` : ""}${viewRecord(record, page)}\n`);
      printed++;
    } catch (error) {
      failures.push(error);
      // The last failure is reported by whoever ends the command.
      if (all.length > 1) effects.writeError(printError(error, options.json === true).text);
    }
  }
  if (failures.length === 0) return;
  if (all.length === 1) throw failures[0];
  throw new OnrecordError("unreadable", `${failures.length} of ${all.length} inputs could not be analysed.`, {
    next: "See the messages above; the other records are complete.",
  });
}

async function analyzeInput(
  input: string,
  given: GivenFields,
  engine: Engine,
  options: AnalyzeOptions,
  effects: CliEffects,
): Promise<Record> {
  const { analyzeSource } = await import("../operations/analyze.ts");
  const { UNKNOWN_MEDIA_TYPE } = await import("../operations/analysis-messages.ts");
  const { readOptionsOf } = await import("../operations/analysis-tasks.ts");
  const { readFileInput, readStream } = await import("../operations/read-input.ts");
  const { isHttpUrl } = await import("../fetching/http-url.ts");
  if (input === "-") {
    const bytes = await readStream(effects.standardInput(), "Standard input");
    return analyzeSource(bytes, readOptionsOf(UNKNOWN_MEDIA_TYPE, given), engine);
  }
  if (isHttpUrl(input)) {
    const { createFetcher } = await import("../fetching/polite-fetcher.ts");
    const { ENGINE } = await import("../operations/engine.ts");
    const userAgent = `${ENGINE.name}/${ENGINE.version}`;
    await using fetcher = createFetcher({
      allowPrivate: options.allowPrivate ?? effects.config.allowPrivate,
      userAgent,
    });
    const page = await fetcher.fetch(input);
    if (page.kind === "not-modified") throw new OnrecordError("unreachable", `${input} sent nothing.`);
    return analyzeSource(page.bytes, readOptionsOf(page.mediaType, { url: page.url, ...given }), engine);
  }
  const { bytes, mediaType } = await readFileInput(input);
  return analyzeSource(bytes, readOptionsOf(mediaType, given), engine);
}

function nothingGiven(example: string): OnrecordError {
  return new OnrecordError("usage", "Nothing was given to analyse.", { next: `For example: ${example}` });
}
