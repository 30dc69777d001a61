import type { ComponentChildren } from "preact";
import type { ReportRecord } from "../records.ts";
import { type Finding, KIND_NAMES } from "./findings.ts";

/** Opens a finding: its kind and its first words, or other words given. */
export function FindingButton(props: {
  readonly record: ReportRecord;
  readonly finding: Finding;
  readonly open: (finding: Finding) => void;
  readonly children?: ComponentChildren;
}) {
  const { record, finding, open } = props;
  return (
    <button type="button" class={`finding-button kind-${finding.kind}`} onClick={() => open(finding)}>
      <span class="finding-kind">{KIND_NAMES[finding.kind][0]}</span>{" "}
      <span class="words">{props.children ?? firstWords(record, finding)}</span>
    </button>
  );
}

function firstWords(record: ReportRecord, finding: Finding): string {
  const span = finding.spans.find(({ role }) => role === "words") ?? finding.spans[0];
  if (span === undefined) return "";
  const words = record.report.text.slice(span.start, span.end);
  return words.length <= 90 ? words : `${words.slice(0, 88).replace(/\s+\S*$/u, "")} …`;
}
