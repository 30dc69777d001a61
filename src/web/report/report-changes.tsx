import { reportAddress } from "../addresses.ts";
import { useApi } from "../api.ts";
import { formatPrinted } from "../format/dates.ts";
import { capital } from "../format/labels.ts";
import type { ReportChanges, StoredReport } from "../records.ts";

type Changes = ReportChanges["changes"];

/** What this version says otherwise than the one before; nothing where there is no earlier one. */
export function ReportChangesSection({ stored }: { readonly stored: StoredReport }) {
  const { revisions, record } = stored;
  const isLater = revisions.indexOf(record.report.id) > 0;
  const answer = useApi<ReportChanges>(isLater ? `/api/reports/${encodeURIComponent(record.report.id)}/changes` : null);
  if (!isLater || answer.kind !== "done" || answer.value.against === null) return null;
  const { against, changes } = answer.value;
  const { fields, facts, sentences } = changes;
  const wording = sentences.filter(({ bearing }) => bearing === "style");
  return (
    <details class="changes" open={facts.length + fields.length > 0}>
      <summary>
        {countOf(facts.length + fields.length, "fact")} changed since the version before
        {wording.length === 0 ? "" : `, and the wording of ${countOf(wording.length, "sentence")}`}
      </summary>
      <p>
        <a href={reportAddress(against)}>The version before</a>
      </p>
      <ul>
        {fields.map(({ field, before, after }) => (
          <li key={field}>
            {FIELD_NAMES[field]}: <Sides before={fieldText(field, before)} after={fieldText(field, after)} />
          </li>
        ))}
        {facts.map(({ kind, before, after }) => (
          <li key={`${kind}/${before?.row}/${after?.row}`}>
            {capital(kind)}: <Sides before={sideText(before)} after={sideText(after)} />
          </li>
        ))}
      </ul>
      {wording.length === 0 ? null : (
        <>
          <h3>Wording alone</h3>
          <ul>
            {wording.map(({ before, after }) => (
              <li key={`${before?.start}/${after?.start}`}>
                <Sides before={before?.text ?? null} after={after?.text ?? null} />
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function countOf(count: number, what: string): string {
  return count === 0 ? `No ${what}` : `${count} ${what}${count === 1 ? "" : "s"}`;
}

const FIELD_NAMES = {
  headline: "Headline",
  byline: "Byline",
  outlet: "Outlet",
  publishedAt: "Published",
  modifiedAt: "Changed",
} as const;

/** Dates as they are shown everywhere else. */
function fieldText(field: keyof typeof FIELD_NAMES, value: string | null): string | null {
  return value !== null && (field === "publishedAt" || field === "modifiedAt") ? formatPrinted(value) : value;
}

function sideText(side: Changes["facts"][number]["before"]): string | null {
  return side === null ? null : `“${side.words}” (${side.says})`;
}

function Sides({ before, after }: { readonly before: string | null; readonly after: string | null }) {
  return (
    <>
      {before === null ? null : <del>{before}</del>} {after === null ? null : <ins>{after}</ins>}
    </>
  );
}
