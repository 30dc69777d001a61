import { evidenceAddress } from "../addresses.ts";
import { formatShortDay } from "../format/dates.ts";
import type { Evidence } from "../records.ts";
import { useStory } from "./story-context.ts";

/** "Marrowby Packet, 9 Apr 2032": leads to the report with the words lit. */
export function EvidenceLink({ evidence }: { readonly evidence: Evidence }) {
  const report = useStory().reports.get(evidence.report);
  return (
    <a class="evidence" href={evidenceAddress(evidence)} title={report?.headline ?? evidence.report}>
      {report?.outlet ?? "source without a name"}
      {", "}
      {report?.publishedAt == null ? (
        "undated"
      ) : (
        <time dateTime={report.publishedAt}>{formatShortDay(report.publishedAt.slice(0, 10))}</time>
      )}
    </a>
  );
}

export function EvidenceLinks({
  evidence,
  shown = 3,
}: {
  readonly evidence: readonly Evidence[];
  readonly shown?: number;
}) {
  const rest = evidence.slice(shown);
  return (
    <span class="evidence-list">
      {evidence.slice(0, shown).map((one) => (
        <EvidenceLink key={`${one.report}/${one.row}/${one.spans[0]?.start}`} evidence={one} />
      ))}
      {rest.length === 0 ? null : (
        <details class="evidence-more">
          <summary>{rest.length} more</summary>
          {rest.map((one) => (
            <EvidenceLink key={`${one.report}/${one.row}/${one.spans[0]?.start}`} evidence={one} />
          ))}
        </details>
      )}
    </span>
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
