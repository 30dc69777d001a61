import { ERROR_CODES, OnrecordError } from "../errors.ts";
import type { ErrorBody } from "../schema/operations.ts";

/**
 * The one place where an error becomes a response. Whatever is not an `OnrecordError` is a fault of ours: its words may
 * hold paths or article text, so the caller learns the code only.
 */
export function errorResponse(error: unknown): Response {
  const known = error instanceof OnrecordError ? error : unexpected();
  const body: ErrorBody = { error: { code: known.code, message: known.message, next: known.next } };
  return Response.json(body, { status: ERROR_CODES[known.code].status, headers: { "Cache-Control": "no-store" } });
}

function unexpected(): OnrecordError {
  return new OnrecordError("internal", "Onrecord met a fault of its own.", {
    next: "Look at the words that the server printed, and report them.",
  });
}
