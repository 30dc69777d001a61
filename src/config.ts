import { OnrecordError } from "./errors.ts";

/** Settings from the environment. The only reader of it; documented in docs/reference/configuration.md. */
export interface Config {
  /** Where the store is, unless --db says otherwise. */
  readonly db: string;
  /** Whether pages may be fetched from private networks. */
  readonly allowPrivate: boolean;
  /** True or false when the environment asks for colour or forbids it; null when the terminal decides. */
  readonly color: boolean | null;
  /** The name that decisions are kept under; null for that of who is logged in. */
  readonly by: string | null;
  /** Which model reads reports: the language model or the quick linear one; null for the first where it can run. */
  readonly model: "light" | "reader" | null;
}

export const SETTINGS = {
  ONRECORD_DB: "Path of the store. Default: ./onrecord.db",
  ONRECORD_ALLOW_PRIVATE: "1 to let pages be fetched from private, loopback and link-local addresses.",
  ONRECORD_BY: "Who decides, unless --by says otherwise. Default: the name of who is logged in.",
  ONRECORD_MODEL: "reader or light: the model that reads reports. Default: reader where it can run, else light.",
  NO_COLOR: "Any value turns colour off (https://no-color.org).",
  FORCE_COLOR: "Any value but 0 turns colour on where the output is no terminal.",
} as const;

type Environment = { readonly [name: string]: string | undefined };

export function readConfig(environment: Environment = process.env): Config {
  const value = (name: keyof typeof SETTINGS) => environment[name] || null;
  const model = value("ONRECORD_MODEL");
  if (model !== null && model !== "light" && model !== "reader") {
    throw new OnrecordError("usage", `ONRECORD_MODEL is "${model}"; the models are light and reader.`, {
      next: "Set it to one of them, or unset it.",
    });
  }
  const forced = value("FORCE_COLOR");
  return {
    db: value("ONRECORD_DB") ?? "./onrecord.db",
    allowPrivate: value("ONRECORD_ALLOW_PRIVATE") === "1",
    by: value("ONRECORD_BY"),
    color: value("NO_COLOR") !== null ? false : forced === null ? null : forced !== "0",
    model,
  };
}
