import { useId, useState } from "preact/hooks";
import { sendDecision } from "../api.ts";
import type { ApiError, DecisionRequest } from "../records.ts";

type Asked<T> = T extends unknown ? Omit<T, "reason" | "by"> : never;

/** A button that opens a form for the reason and the name, and decides. */
export function Decide({ label, request }: { readonly label: string; readonly request: Asked<DecisionRequest> }) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <button type="button" class="decide-button" onClick={() => setOpen(true)}>
        {label}
      </button>
    );
  }
  return <DecideForm label={label} request={request} close={() => setOpen(false)} />;
}

function DecideForm(props: {
  readonly label: string;
  readonly request: Asked<DecisionRequest>;
  readonly close: () => void;
}) {
  const { label, request, close } = props;
  const id = useId();
  const [reason, setReason] = useState("");
  const [by, setBy] = useState(readName);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    keepName(by);
    const failure = await sendDecision({ ...request, reason, by });
    setBusy(false);
    setError(failure);
    if (failure === null) close();
  };
  return (
    <form class="decide" onSubmit={send}>
      <label class="field" for={`${id}-reason`}>
        <span>Why</span>
        <input
          id={`${id}-reason`}
          required
          maxLength={2000}
          value={reason}
          ref={focusOnce}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <label class="field" for={`${id}-by`}>
        <span>Your name</span>
        <input
          id={`${id}-by`}
          required
          maxLength={200}
          value={by}
          autoComplete="name"
          onInput={(event) => setBy(event.currentTarget.value)}
        />
      </label>
      <p class="decide-actions">
        <button type="submit" disabled={busy}>
          {label}
        </button>{" "}
        <button type="button" class="plain-button" onClick={close}>
          Cancel
        </button>
      </p>
      {error === null ? null : (
        <p class="decide-error" role="alert">
          {error.message} {error.next}
        </p>
      )}
    </form>
  );
}

/** The form opens where the button was, so the keyboard goes on in it. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}

function readName(): string {
  try {
    return localStorage.getItem("by") ?? "";
  } catch {
    return "";
  }
}

function keepName(name: string): void {
  try {
    localStorage.setItem("by", name);
  } catch {
    // Storage is closed to us: the name is asked for again.
  }
}
