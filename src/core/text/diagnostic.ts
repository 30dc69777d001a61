import type { Span } from "./span.ts";

/** What was odd about an article. `code` is stable kebab-case and listed in docs/reference/diagnostics.md. */
export interface Diagnostic {
  readonly code: string;
  readonly span: Span | null;
  readonly message: string;
}
