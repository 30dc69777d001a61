import { spawn } from "node:child_process";
import { once } from "node:events";
import { userInfo } from "node:os";
import type { Writable } from "node:stream";
import type { AppOptions } from "../app.ts";
import { type Config, readConfig } from "../config.ts";
import type { Operations, Reanalysis, Watching } from "../operations/operations.ts";

/** What a command may do to the world; tests give their own. */
export interface CliEffects {
  readonly config: Config;
  readonly standardInput: () => AsyncIterable<Uint8Array>;
  readonly inputIsTerminal: boolean;
  readonly outputIsTerminal: boolean;
  readonly errorIsTerminal: boolean;
  /** Columns of the terminal; 80 when the output is none. */
  readonly columns: number;
  /** Resolves when the reader has room again, so that a long output needs no memory. */
  readonly write: (text: string | Uint8Array) => Promise<void>;
  readonly writeError: (text: string) => void;
  readonly openApp: (
    config: Pick<Config, "db" | "allowPrivate">,
    options: AppOptions,
  ) => Promise<Operations & Reanalysis & Watching>;
  /** The name of who is logged in. */
  readonly userName: () => string;
  /** Shows an address in the user's browser; does nothing where there is none. */
  readonly openBrowser: (url: string) => void;
  /** Resolves when the user asks a running server to stop. */
  readonly untilStopped: () => Promise<void>;
}

export function nodeEffects(): CliEffects {
  return {
    config: readConfig(),
    standardInput: () => process.stdin,
    inputIsTerminal: process.stdin.isTTY === true,
    outputIsTerminal: process.stdout.isTTY === true,
    errorIsTerminal: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? 80,
    write: (text) => writeTo(process.stdout, text),
    writeError: (text) => process.stderr.write(text),
    // Most of the code hangs on it, and help, errors and a stream of lines need none of that.
    openApp: async (config, options) => (await import("../app.ts")).createApp(config, options),
    userName: readUserName,
    openBrowser,
    untilStopped: () =>
      new Promise((stop) => {
        process.once("SIGINT", () => stop());
        process.once("SIGTERM", () => stop());
      }),
  };
}

/** A process without an entry among the system's users has no name; the operation asks for one. */
function readUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return "";
  }
}

/** @throws the stream's error, also when it came with an earlier write */
async function writeTo(stream: Writable, text: string | Uint8Array): Promise<void> {
  if (stream.errored) throw stream.errored;
  if (!stream.write(text)) await once(stream, "drain");
}

function openBrowser(url: string): void {
  const [program, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["rundll32", "url.dll,FileProtocolHandler", url]
        : ["xdg-open", url];
  // A machine without a browser is no failure: the address is printed.
  spawn(program ?? "", args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
