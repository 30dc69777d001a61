import { storyAddress } from "../addresses.ts";
import { useApi } from "../api.ts";
import { formatPrinted } from "../format/dates.ts";
import { capital } from "../format/labels.ts";
import { count } from "../format/numbers.ts";
import { Badge } from "../parts/badge.tsx";
import { Decide } from "../parts/decide.tsx";
import { reportName } from "../parts/report-name.ts";
import { useStory } from "../parts/story-context.ts";
import type { DecisionList, ProposalList, StoryRecord } from "../records.ts";

/** Which reports make this story: what the engine proposes, and what people decided. */
export function Regrouping({ story }: { readonly story: StoryRecord }) {
  const query = new URLSearchParams({ story: story.id });
  const proposals = useApi<ProposalList>(`/api/proposals?${query}`);
  const decisions = useApi<DecisionList>(`/api/decisions?${query}`);
  return (
    <>
      {proposals.kind !== "done" || proposals.value.items.length === 0 ? null : (
        <div class="proposals">
          <h3>Proposed, for you to decide</h3>
          {proposals.value.items.map((proposal) => (
            <ProposalBox key={proposal.id} proposal={proposal} story={story.id} />
          ))}
        </div>
      )}
      {decisions.kind !== "done" || decisions.value.items.length === 0 ? null : (
        <details class="decisions">
          <summary>{count(decisions.value.items.length, "decision")} on this story</summary>
          <ol class="rows">
            {decisions.value.items.map((decision) => (
              <DecisionRow key={decision.id} decision={decision} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function ProposalBox({
  proposal,
  story,
}: {
  readonly proposal: ProposalList["items"][number];
  readonly story: string;
}) {
  const { reports } = useStory();
  const { id, kind, stories, parts, reasons } = proposal;
  const leaving = parts.slice(1).flat();
  return (
    <div id={id} class="proposal">
      {kind === "merge" ? (
        <p>
          This may be one story with{" "}
          {stories
            .filter((one) => one.id !== story)
            .map((one) => (
              <a key={one.id} href={storyAddress(one.id)}>
                {one.title}
              </a>
            ))}
          , {parts.map((part) => count(part.length, "report")).join(" and ")}.
        </p>
      ) : (
        <>
          <p>{capital(count(leaving.length, "report"))} may be a story of their own:</p>
          <ul>
            {leaving.slice(0, 10).map((report) => (
              <li key={report}>
                {reports.get(report)?.headline ?? reportName(reports.get(report)?.outlet ?? null, null)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="meta">Because {reasons.join("; ")}.</p>
      <Decide label={kind === "merge" ? "Merge them" : "Split it"} request={{ kind: "accept", proposal: id }} />{" "}
      <Decide label="Leave as it is" request={{ kind: "reject", proposal: id }} />
    </div>
  );
}

const DONE: Readonly<Record<string, string>> = {
  settle: "settled",
  merge: "merged",
  split: "split",
  reject: "turned down",
  undo: "taken back",
};

function DecisionRow({ decision }: { readonly decision: DecisionList["items"][number] }) {
  const { id, kind, at, by, reason, about, standing, undoneBy, moved } = decision;
  return (
    <li id={`decision-${id}`} class="row">
      <p class="statement-head">
        <Badge tone={standing === "stands" ? "good" : "doubt"}>{DONE[kind] ?? kind}</Badge> {about}
      </p>
      <p>{reason}</p>
      <p class="row-foot">
        <span>
          {id}, {by}, {formatPrinted(at)}
        </span>
        {moved.length === 0 ? null : <span>{count(moved.length, "report")} moved</span>}
        {undoneBy === null ? null : <span>taken back by {undoneBy}</span>}
        {standing === "orphan" ? <span>its words are no longer at odds, or not found</span> : null}
      </p>
      {kind === "undo" || undoneBy !== null ? null : (
        <Decide label="Take back" request={{ kind: "undo", decision: id }} />
      )}
    </li>
  );
}
