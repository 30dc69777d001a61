import { OnrecordError } from "../errors.ts";

/** Whatever a request threw, as an error that says what to do next. */
export function explainFailure(error: unknown, address: string): unknown {
  if (error instanceof OnrecordError) return error;
  if (!(error instanceof Error)) return error;
  if (error.cause instanceof OnrecordError) return error.cause;
  if (error.name === "AbortError") return error;
  if (error.name === "TimeoutError" || /timeout/i.test(error.message)) {
    return unreachable(address, "it did not answer in time", error);
  }
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return unreachable(address, REASONS[code] ?? (error.message || code || "the connection failed"), error);
}

export function unreachable(address: string, why: string, cause?: unknown): OnrecordError {
  return new OnrecordError("unreachable", `${address.slice(0, 300)} could not be fetched: ${why}.`, {
    next: "Check the address and the network, or save the page in a browser and give the file.",
    ...(cause === undefined ? {} : { cause }),
  });
}

const REASONS: { readonly [code: string]: string } = {
  ENOTFOUND: "there is no site of that name",
  EAI_AGAIN: "names cannot be looked up; is there a network?",
  ECONNREFUSED: "the site refuses connections",
  ECONNRESET: "the connection broke",
  ENETUNREACH: "there is no network",
  EHOSTUNREACH: "the site cannot be reached",
  UND_ERR_SOCKET: "the connection broke",
  UND_ERR_HEADERS_OVERFLOW: "its headers are too long",
};
