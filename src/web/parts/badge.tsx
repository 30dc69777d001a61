import type { ComponentChildren } from "preact";

/** "doubt" for whatever is not established: it is drawn with a broken line, so that colour is not the only sign. */
export type Tone = "plain" | "doubt" | "good" | "bad" | "ahead";

export function Badge({ tone = "plain", children }: { readonly tone?: Tone; readonly children: ComponentChildren }) {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}

const STATUS_TONES: Readonly<Record<string, Tone>> = {
  occurred: "plain",
  ongoing: "plain",
  planned: "ahead",
  alleged: "doubt",
  possible: "doubt",
  denied: "doubt",
  cancelled: "bad",
  refused: "bad",
  agreed: "good",
  promised: "good",
  partly: "good",
  open: "doubt",
};

export function statusTone(status: string): Tone {
  return STATUS_TONES[status] ?? "plain";
}
