import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Command, InvalidArgumentError } from "commander";
import type { Operations } from "../operations/operations.ts";
import { type DbOptions, dbOption, makeCommand, parseCount, withApp } from "./command.ts";
import type { CliEffects } from "./effects.ts";

export interface ServeOptions extends DbOptions {
  readonly port: number;
  readonly host: string;
  readonly open?: true;
  readonly readOnly?: true;
}

export const DEFAULT_PORT = 4680;
const LAST_PORT = 65_535;

const WEB_DIR = new URL("../../dist/web/", import.meta.url);

export function serveCommand(effects: CliEffects): Command {
  return addServeOptions(
    makeCommand("serve", "Show the store in a browser, and answer the HTTP API", [
      "serve",
      "serve --port 8080 --db council.db",
    ]),
  )
    .addOption(dbOption())
    .action((options: ServeOptions) =>
      withApp(effects, options, "read", (app) => serveUntilStopped(app, options, effects)),
    );
}

export function addServeOptions(command: Command): Command {
  return command
    .option("--port <port>", "port to listen on, 0 for any that is free", parsePort, DEFAULT_PORT)
    .option(
      "--host <host>",
      "address to listen on; others than this machine reach it only if you name one",
      "127.0.0.1",
    )
    .option("--read-only", "take no decisions from the pages or the API")
    .option("--open", "open it in the browser");
}

export async function serveUntilStopped(app: Operations, options: ServeOptions, effects: CliEffects): Promise<void> {
  const { startServer } = await import("../http/server.ts");
  const webDir = await findWebFiles();
  const server = await startServer({
    operations: app,
    port: options.port,
    host: options.host,
    readOnly: options.readOnly === true,
    ...(webDir === null ? {} : { webDir }),
  });
  await effects.write(`Onrecord is at ${server.url}\n`);
  if (webDir === null) effects.writeError("onrecord: the pages are not built; only the API answers. Run: npm start\n");
  effects.writeError("Press Ctrl+C to stop.\n");
  if (options.open === true) effects.openBrowser(server.url);
  await effects.untilStopped();
  await server.close();
}

/** The built pages; built now where the sources and the builder are at hand, as in a clone. */
async function findWebFiles(): Promise<string | null> {
  const builder = new URL("../../scripts/build-web.ts", import.meta.url);
  if (existsSync(builder) && existsSync(new URL("../../node_modules/vite", import.meta.url))) {
    const { buildWeb } = await import(builder.href);
    await buildWeb();
  }
  return existsSync(WEB_DIR) ? fileURLToPath(WEB_DIR) : null;
}

function parsePort(written: string): number {
  const port = written === "0" ? 0 : parseCount(written);
  if (port > LAST_PORT) throw new InvalidArgumentError(`A port is a number up to ${LAST_PORT}.`);
  return port;
}
