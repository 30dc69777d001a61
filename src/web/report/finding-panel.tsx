import { reportAddress } from "../addresses.ts";
import type { ReportRecord, StoredReport } from "../records.ts";
import { FindingButton } from "./finding-button.tsx";
import { FindingFacts } from "./finding-facts.tsx";
import type { Finding } from "./findings.ts";

/** Explains the open finding, or lists all of them: the way in for whoever does not point at words. */
export function FindingPanel(props: {
  readonly stored: StoredReport;
  readonly findings: readonly Finding[];
  readonly finding: Finding | null;
  readonly pinned: boolean;
  readonly open: (finding: Finding | null) => void;
}) {
  const { stored, findings, finding, pinned, open } = props;
  if (finding === null) return <FindingList record={stored.record} findings={findings} open={open} />;
  const at = findings.indexOf(finding);
  const step = (by: number) => open(findings[(at + by + findings.length) % findings.length] ?? null);
  const around = findings.filter((other) => other !== finding && overlaps(other, finding));
  return (
    <section
      class={`finding kind-${finding.kind} ${pinned ? "pinned" : ""}`}
      aria-live={pinned ? "polite" : "off"}
      aria-label="Finding"
    >
      <div class="finding-bar">
        <button type="button" onClick={() => step(-1)} aria-label="Previous finding" title="Previous (k)">
          ‹
        </button>
        <span class="muted">
          {at + 1} of {findings.length}
        </span>
        <button type="button" onClick={() => step(1)} aria-label="Next finding" title="Next (j)">
          ›
        </button>
        <a class="permalink" href={reportAddress(stored.record.report.id, finding.id)} title="Link to this finding">
          #{finding.id}
        </a>
        <button type="button" class="close" onClick={() => open(null)} aria-label="Close" title="Close (Esc)">
          ×
        </button>
      </div>
      <FindingFacts stored={stored} finding={finding} findings={findings} open={open} />
      {around.length === 0 ? null : (
        <div class="around">
          <h3>In the same words</h3>
          <ul>
            {around.slice(0, 12).map((other) => (
              <li key={other.id}>
                <FindingButton record={stored.record} finding={other} open={open} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function FindingList(props: {
  readonly record: ReportRecord;
  readonly findings: readonly Finding[];
  readonly open: (finding: Finding) => void;
}) {
  const { record, findings, open } = props;
  return (
    <section class="finding-list" aria-label="All findings, in text order">
      <p class="hint">
        Point at lit words or choose a finding. <kbd>j</kbd> and <kbd>k</kbd> step through them, <kbd>Esc</kbd> closes.
      </p>
      {findings.length === 0 ? <p class="nothing">No finding of these kinds. Tick another kind above.</p> : null}
      <ol>
        {findings.map((finding) => (
          <li key={finding.id}>
            <FindingButton record={record} finding={finding} open={open} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function overlaps(a: Finding, b: Finding): boolean {
  return a.spans.some((x) => b.spans.some((y) => x.start < y.end && y.start < x.end));
}
