import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../api.ts";
import type { ApiError } from "../records.ts";

/** Shows what the answer holds, or how far it is. */
export function Answered<T>(props: { readonly answer: Answer<T>; readonly children: (value: T) => ComponentChildren }) {
  const { answer } = props;
  if (answer.kind === "done") return <>{props.children(answer.value)}</>;
  return answer.kind === "failed" ? <Failure error={answer.error} retry={answer.retry} /> : <Loading />;
}

/** Silent for a moment, since most answers come at once. */
function Loading() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="state" role="status">
      {late ? <p class="muted">Reading the record …</p> : null}
    </div>
  );
}

export function Failure({ error, retry }: { readonly error: ApiError; readonly retry: () => void }) {
  // What is not there stays so, and a command line is of no use on a page.
  const isMissing = error.code === "not-found";
  return (
    <div class="state" role="alert">
      <h1>{isMissing ? "Not on record" : "This page could not be read"}</h1>
      <p>{error.message}</p>
      {error.next === null || isMissing ? null : <p class="muted">{error.next}</p>}
      <p class="state-actions">
        {isMissing ? null : (
          <button type="button" onClick={retry}>
            Try again
          </button>
        )}{" "}
        <a href="/">All stories</a> <a href="/search">Search</a>
      </p>
    </div>
  );
}

/** Nothing there: says so, and what would bring something. */
export function Nothing({ children }: { readonly children: ComponentChildren }) {
  return <p class="nothing">{children}</p>;
}
