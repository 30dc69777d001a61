import { ERROR_CODES, OnrecordError } from "../errors.ts";
import { printable } from "./layout.ts";

/** An error as printed on standard error, with the exit code it gives. */
export interface PrintedError {
  readonly text: string;
  readonly exitCode: 1 | 2;
}

export function printError(error: unknown, json: boolean): PrintedError {
  const { code, message, next } = describe(error);
  const exitCode = ERROR_CODES[code].exit;
  if (json) return { text: `${JSON.stringify({ error: { code, message, next } })}\n`, exitCode };
  const lines = [`onrecord: ${printable(message)}`];
  if (next !== null) lines.push(`  → ${next.split("\n").map(printableLine).join("\n")}`);
  // A fault of our own: where it happened helps whoever mends it.
  if (code === "internal" && error instanceof Error && !(error instanceof OnrecordError))
    lines.push((error.stack ?? "").split("\n").slice(1, 6).join("\n"));
  return { text: `${lines.join("\n")}\n`, exitCode };
}

/** Blanks that set a line in are kept. */
function printableLine(line: string): string {
  return `${/^ */.exec(line)?.[0] ?? ""}${printable(line)}`;
}

function describe(error: unknown): Pick<OnrecordError, "code" | "message" | "next"> {
  if (error instanceof OnrecordError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: "internal",
    message: `A fault in Onrecord itself: ${message}`,
    next: "Please report it, with the command and, if you may share it, the input.",
  };
}
