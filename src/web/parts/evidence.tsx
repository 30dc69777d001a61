import { useState } from "preact/hooks";
import { evidenceAddress } from "../addresses.ts";
import { count } from "../format/numbers.ts";
import type { Evidence } from "../records.ts";
import { outletOf, reportName } from "./report-name.ts";
import { useStory } from "./story-context.ts";

/** "Marrowby Packet, 9 Apr 2032": leads to the report with the words lit. */
export function EvidenceLink({ evidence }: { readonly evidence: Evidence }) {
  const report = useStory().reports.get(evidence.report);
  return (
    <a class="evidence" href={evidenceAddress(evidence)} title={report?.headline ?? undefined}>
      {reportName(outletOf(report), report?.publishedAt ?? null)}
      {report !== undefined && report.revision > 1 ? `, version ${report.revision}` : null}
    </a>
  );
}

/** Each report once; further places in the same report as numbers after it. */
export function EvidenceLinks({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const [all, setAll] = useState(false);
  const reports = [...Map.groupBy(evidence, ({ report }) => report)];
  const rest = all ? 0 : reports.length - FIRST_REPORTS;
  return (
    <span class="evidence-list">
      {reports.slice(0, all ? reports.length : FIRST_REPORTS).map(([report, places]) => (
        <ReportEvidence key={report} places={places} />
      ))}
      {rest <= 0 ? null : (
        <button type="button" class="plain-button" onClick={() => setAll(true)}>
          {count(rest, "more report")}
        </button>
      )}
    </span>
  );
}

const FIRST_REPORTS = 3;

function ReportEvidence({ places }: { readonly places: readonly Evidence[] }) {
  const [first, ...others] = places;
  if (first === undefined) return null;
  return (
    <span>
      <EvidenceLink evidence={first} />
      {others.length === 0 ? null : (
        <span class="again-lead" aria-hidden="true">
          {" "}
          also at
        </span>
      )}
      {others.slice(0, 8).map((evidence, index) => (
        <a
          key={`${evidence.row}/${evidence.spans[0]?.start}`}
          class="evidence again"
          href={evidenceAddress(evidence)}
          title={evidence.exact}
        >
          <span class="unseen">again, place </span>
          {index + 2}
        </a>
      ))}
    </span>
  );
}

/** Some words around the evidence, for a label that says little by itself; of several places the first. */
export function Context({ evidence }: { readonly evidence: Evidence }) {
  const { prefix, spans } = evidence;
  const exact = partsOf(evidence)[0] ?? evidence.exact;
  const suffix = spans.length > 1 ? "" : evidence.suffix;
  // The ends may lie within words, which are dropped.
  const before = prefix.slice(prefix.search(/\s/) + 1).replace(/^.*\n/s, "");
  const after = suffix.replace(/\n.*$/s, "").replace(/\s\S*$/, "");
  return (
    <q class="context">
      {before === "" ? null : `… ${before}`}
      <b>{exact}</b>
      {after === "" ? (spans.length > 1 ? " …" : null) : `${after} …`}
    </q>
  );
}

/** The words as printed, with nothing added: marks of quotation are the report's own. */
export function Quoted({ evidence }: { readonly evidence: Evidence }) {
  return (
    <blockquote class="words">
      {partsOf(evidence).map((words, index) => (
        <p key={evidence.spans[index]?.start}>{words}</p>
      ))}
    </blockquote>
  );
}

/** The words span by span; `exact` joins them with " … ". */
function partsOf({ exact, spans }: Evidence): readonly string[] {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(exact.slice(at, at + end - start));
    at += end - start + JOINT.length;
  }
  return parts.join(JOINT) === exact ? parts : [exact];
}

const JOINT = " … ";
