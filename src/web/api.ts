import { useEffect, useState } from "preact/hooks";
import type { ApiError, DecisionRequest } from "./records.ts";

export type Answer<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "failed"; readonly error: ApiError; readonly retry: () => void };

/** The latest answers, so that "back" shows a page at once. */
const KEPT = 12;
const kept = new Map<string, { readonly tag: string | null; readonly value: unknown }>();

/** What an address of the API gives. A kept answer is shown at once and asked for again; null asks for nothing. */
export function useApi<T>(address: string | null): Answer<T> {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ address: string | null; answer: Answer<T> }>({
    address: null,
    answer: { kind: "loading" },
  });
  useEffect(() => {
    if (address === null) return;
    const abort = new AbortController();
    load<T>(address, abort.signal).then(
      (value) => setAnswer({ address, answer: { kind: "done", value } }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setAnswer({
          address,
          answer: { kind: "failed", error: toApiError(error), retry: () => setAttempt((n) => n + 1) },
        });
      },
    );
    const again = () => setAttempt((n) => n + 1);
    asking.add(again);
    return () => {
      asking.delete(again);
      abort.abort();
    };
  }, [address, attempt]);
  if (answer.address === address) return answer.answer;
  const known = address === null ? undefined : recall<T>(address);
  return known === undefined ? { kind: "loading" } : { kind: "done", value: known };
}

/** What asks anew for its answer when something was decided. */
const asking = new Set<() => void>();

/** Decides; whatever is shown is asked for again. Null when it was done. */
export async function sendDecision(request: DecisionRequest): Promise<ApiError | null> {
  try {
    const response = await fetch("/api/decisions", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(request),
    });
    if (!response.ok) {
      const { error }: { error: ApiError } = await response.json();
      return error;
    }
  } catch (error) {
    return toApiError(error);
  }
  for (const again of asking) again();
  return null;
}

class ApiFailure extends Error {
  readonly error: ApiError;
  constructor(error: ApiError) {
    super(error.message);
    this.error = error;
  }
}

async function load<T>(address: string, signal: AbortSignal): Promise<T> {
  const before = kept.get(address);
  const response = await fetch(address, { signal, headers: { Accept: "application/json" } });
  const tag = response.headers.get("etag");
  const known = recall<T>(address);
  // The same object for the same bytes: nothing is rendered again.
  if (known !== undefined && tag !== null && before?.tag === tag) return known;
  if (!response.ok) {
    kept.delete(address);
    const { error }: { error: ApiError } = await response.json();
    throw new ApiFailure(error);
  }
  const value: T = await response.json();
  kept.delete(address);
  kept.set(address, { tag, value });
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return value;
}

function recall<T>(address: string): T | undefined {
  const known: { readonly value: unknown } | undefined = kept.get(address);
  return known === undefined ? undefined : trust<T>(known.value);
}

/** Our own server answered by the schema that the type is made from. */
function trust<T>(value: unknown): T {
  return value as T;
}

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiFailure) return error.error;
  return {
    code: "unreachable",
    message: "The server does not answer.",
    next: "See whether `onrecord serve` (or `npm start`) still runs, then try again.",
  };
}
