import { Command, CommanderError } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { OnrecordError } from "../errors.ts";
import { actorsCommand } from "./actors.ts";
import { addCommand } from "./add.ts";
import { analyzeCommand } from "./analyze.ts";
import { decisionsCommand } from "./decisions.ts";
import { demoCommand } from "./demo.ts";
import { doctorCommand } from "./doctor.ts";
import { type CliEffects, nodeEffects } from "./effects.ts";
import { exportCommand } from "./export.ts";
import { figuresCommand } from "./figures.ts";
import { mattersCommand } from "./matters.ts";
import { mergeCommand } from "./merge.ts";
import { proposalsCommand } from "./proposals.ts";
import { reanalyzeCommand } from "./reanalyze.ts";
import { reportCommand } from "./report.ts";
import { printError } from "./report-error.ts";
import { requestsCommand } from "./requests.ts";
import { searchCommand } from "./search.ts";
import { serveCommand } from "./serve.ts";
import { settleCommand } from "./settle.ts";
import { splitCommand } from "./split.ts";
import { statementsCommand } from "./statements.ts";
import { storiesCommand } from "./stories.ts";
import { storyCommand } from "./story.ts";
import { timelineCommand } from "./timeline.ts";
import { watchCommand } from "./watch.ts";

/** In the order of the help. */
const COMMANDS = [
  analyzeCommand,
  addCommand,
  watchCommand,
  storiesCommand,
  storyCommand,
  reportCommand,
  statementsCommand,
  timelineCommand,
  requestsCommand,
  figuresCommand,
  mattersCommand,
  actorsCommand,
  searchCommand,
  settleCommand,
  proposalsCommand,
  mergeCommand,
  splitCommand,
  decisionsCommand,
  exportCommand,
  serveCommand,
  demoCommand,
  reanalyzeCommand,
  doctorCommand,
];

/** The whole command line. */
export function makeProgram(effects: CliEffects): Command {
  const program = new Command("onrecord")
    .description("Turns news reports on a developing story into a record that can be checked.")
    .version(packageJson.version, "-V, --version", "print the version")
    .helpCommand("help [command]", "Explain a command");
  for (const make of COMMANDS) program.addCommand(make(effects));
  return program;
}

/** Runs one command line, without the program's name. Returns the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function main(args: readonly string[], effects: CliEffects = nodeEffects()): Promise<number> {
  const help: string[] = [];
  const program = makeProgram(effects);
  configure(
    program,
    (text) => help.push(text),
    () => {},
  );
  const json = args.includes("--json");
  try {
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) {
        await effects.write(help.join(""));
        return 0;
      }
      const command = program.commands.find((one) => one.name() === args[0])?.name() ?? null;
      const printed = printError(usageError(error, command), json);
      effects.writeError(printed.text);
      return 2;
    }
    // Whoever reads the output stopped early, as `head` does.
    if (isBrokenPipe(error)) return 0;
    const printed = printError(error, json);
    effects.writeError(printed.text);
    return printed.exitCode;
  }
}

/** Commander must neither print nor end the process by itself. */
function configure(command: Command, writeOut: (text: string) => void, writeErr: (text: string) => void): void {
  command
    .exitOverride()
    .configureOutput({ writeOut, writeErr, outputError: () => {} })
    .showSuggestionAfterError(true);
  for (const child of command.commands) configure(child, writeOut, writeErr);
}

function usageError(error: CommanderError, command: string | null): OnrecordError {
  if (error.code === "commander.help") {
    return new OnrecordError("usage", "A command is needed.", { next: "See: onrecord --help" });
  }
  const message = error.message.replace(/^error: /, "").replace(/\n\(/, " (");
  return new OnrecordError("usage", capitalise(message), {
    next: command === null ? "See: onrecord --help" : `See: onrecord ${command} --help`,
  });
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}

/** The whole program: sets the exit code. Errors of the output end the command with its next words. */
export async function runAsProgram(args: readonly string[]): Promise<void> {
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  process.exitCode = await main(args);
}

if (import.meta.main) await runAsProgram(process.argv.slice(2));
