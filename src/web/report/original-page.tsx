import { useState } from "preact/hooks";
import { pageAddress } from "../addresses.ts";
import type { Span } from "../records.ts";

/**
 * The page as received, on demand, in a frame where nothing runs or loads; `spans` are lit and the first is scrolled to.
 */
export function OriginalPage({ report, spans }: { readonly report: string; readonly spans: readonly Span[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="original-page" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>The page as received</summary>
      {isOpen ? (
        <>
          <p class="muted">
            Shown without its scripts, styles, pictures and links. The words of the report are dark, the rest is pale
            {spans.length > 0 ? "; the finding’s words are lit" : ""}.
          </p>
          <iframe title="The page as received" sandbox="" src={pageAddress(report, spans)} />
        </>
      ) : null}
    </details>
  );
}
