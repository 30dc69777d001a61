import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { readWordsHash, reportAddress, sourceAddress, storyAddress } from "../addresses.ts";
import { useApi } from "../api.ts";
import { formatPrinted } from "../format/dates.ts";
import { formatNumber } from "../format/numbers.ts";
import { Badge } from "../parts/badge.tsx";
import { outletOf, reportName } from "../parts/report-name.ts";
import { Answered } from "../parts/states.tsx";
import { useTitle } from "../parts/title.ts";
import type { StoredReport } from "../records.ts";
import { amendPlace, type Place } from "../router.ts";
import { FindingPanel } from "./finding-panel.tsx";
import { type Finding, type FindingKind, findingsOf } from "./findings.ts";
import { KindFilter } from "./kind-filter.tsx";
import { OriginalPage } from "./original-page.tsx";
import { ReportChangesSection } from "./report-changes.tsx";
import { ReportText } from "./report-text.tsx";

export function ReportPage({ id, place }: { readonly id: string; readonly place: Place }) {
  const answer = useApi<StoredReport>(`/api/reports/${encodeURIComponent(id)}`);
  return <Answered answer={answer}>{(stored) => <Report stored={stored} place={place} />}</Answered>;
}

function Report({ stored, place }: { readonly stored: StoredReport; readonly place: Place }) {
  const { record } = stored;
  const { report } = record;
  useTitle(report.headline ?? reportName(report.outlet, report.publishedAt));
  const findings = useMemo(() => findingsOf(record), [record]);
  const [hidden, setHidden] = useState<ReadonlySet<FindingKind>>(new Set());
  const [hovered, setHovered] = useState<Finding | null>(null);
  const words = readWordsHash(place.hash);
  const named = findings.find(({ id }) => id === place.hash) ?? null;
  const shown = useMemo(
    () => findings.filter((finding) => !hidden.has(finding.kind) || finding === named),
    [findings, hidden, named],
  );
  const open = useCallback(
    (finding: Finding | null) => {
      setHovered(null);
      amendPlace(reportAddress(report.id, finding?.id ?? ""));
    },
    [report.id],
  );
  useSteps(shown, named, open);
  useWordsInView(place.hash);
  return (
    <div class={`page report-page ${named === null ? "" : "has-open"}`}>
      <article class="report">
        <ReportText
          record={record}
          findings={shown}
          lit={named ?? hovered}
          opened={named}
          words={words}
          open={open}
          hover={setHovered}
          head={(headline) => <ReportHead stored={stored} headline={headline} />}
        />
        {(report.places ?? []).length === 0 ? null : (
          <OriginalPage report={report.id} spans={named?.spans ?? (words === null ? [] : [words])} />
        )}
        <ReportFoot stored={stored} />
      </article>
      <aside class="panel" aria-label="Findings in this report">
        <KindFilter findings={findings} hidden={hidden} setHidden={setHidden} />
        <FindingPanel stored={stored} findings={shown} finding={named ?? hovered} pinned={named !== null} open={open} />
      </aside>
    </div>
  );
}

/** j and k (or the arrows, once a finding is open) step through the findings; Escape closes. */
function useSteps(
  findings: readonly Finding[],
  open: Finding | null,
  setOpen: (finding: Finding | null) => void,
): void {
  // Before the next key can come: a held key steps on from where the last press came to.
  useLayoutEffect(() => {
    const step = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest("input, select, textarea, summary") != null) return;
      if (event.key === "Escape" && open !== null) setOpen(null);
      const by = STEPS[event.key];
      if (by === undefined || findings.length === 0 || (event.key.startsWith("Arrow") && open === null)) return;
      event.preventDefault();
      const at = open === null ? (by > 0 ? -1 : findings.length) : findings.indexOf(open);
      setOpen(findings[(at + by + findings.length) % findings.length] ?? null);
    };
    document.addEventListener("keydown", step);
    return () => document.removeEventListener("keydown", step);
  }, [findings, open, setOpen]);
}

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowRight: 1, ArrowLeft: -1 };

/** Scrolls to the lit words unless they can be seen already. */
function useWordsInView(hash: string): void {
  useEffect(() => {
    if (hash === "") return;
    const frame = requestAnimationFrame(() => {
      const first = document.querySelector(".lit");
      if (first === null) return;
      const { top, bottom } = first.getBoundingClientRect();
      // A phone's panel lies over the lower half.
      const room = window.innerHeight * (window.innerWidth < 900 ? 0.45 : 0.9);
      if (top < 60 || bottom > room) first.scrollIntoView({ block: window.innerWidth < 900 ? "start" : "center" });
    });
    return () => cancelAnimationFrame(frame);
  }, [hash]);
}

/** `headline` when its words stand in the text and may hold findings. */
function ReportHead({ stored, headline }: { readonly stored: StoredReport; readonly headline: ComponentChildren }) {
  const { report } = stored.record;
  const { publishedAt, modifiedAt, outlet, byline } = report;
  return (
    <header class="report-head">
      {stored.story === null ? null : (
        <p class="crumb">
          <a href={storyAddress(stored.story)}>The story’s record</a>
        </p>
      )}
      {outletOf(report) === null ? null : <p class="outlet">{outletOf(report)}</p>}
      <h1 class={(report.headline?.length ?? 0) > 80 ? "long" : ""}>
        {headline ?? report.headline ?? reportName(outlet, publishedAt)}
      </h1>
      <p class="meta">
        {byline.length === 0 ? null : `${byline.join(", ")} · `}
        {publishedAt === null ? "undated" : <time dateTime={publishedAt}>{formatPrinted(publishedAt)}</time>}
        {modifiedAt === null || modifiedAt === publishedAt ? null : ` · changed ${formatPrinted(modifiedAt)}`}
      </p>
      {stored.record.diagnostics.some(({ code }) => code === "not-english") ? (
        <p>
          <Badge tone="doubt">not in English</Badge> Onrecord reads English alone: the words are kept and searched, and
          nothing is read out of them.
        </p>
      ) : null}
      <Versions stored={stored} />
      <ReportChangesSection stored={stored} />
    </header>
  );
}

function Versions({ stored }: { readonly stored: StoredReport }) {
  const { revisions, record } = stored;
  if (revisions.length < 2) return null;
  return (
    <nav class="versions" aria-label="Versions of this report">
      {revisions.map((id, index) =>
        id === record.report.id ? (
          <span key={id} aria-current="page">
            Version {index + 1}
          </span>
        ) : (
          <a key={id} href={reportAddress(id)}>
            Version {index + 1}
            {index === revisions.length - 1 ? " (latest)" : ""}
          </a>
        ),
      )}
    </nav>
  );
}

function ReportFoot({ stored }: { readonly stored: StoredReport }) {
  const { record, source } = stored;
  const { engine, report, diagnostics } = record;
  return (
    <footer class="report-foot">
      {diagnostics.length === 0 ? null : (
        <>
          <h2>What was odd</h2>
          <ul>
            {diagnostics.map(({ code, message, span }) => (
              <li key={`${code}/${span?.start}`}>
                {message} <code class="muted">{code}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Source</h2>
      <dl class="facts-list">
        {report.url === null ? null : (
          <>
            <dt>Address</dt>
            <dd>
              {webAddress(report.url) ? (
                <a href={report.url} rel="noreferrer noopener" target="_blank">
                  {report.url}
                </a>
              ) : (
                report.url
              )}
            </dd>
          </>
        )}
        <dt>Received</dt>
        <dd>
          {source.retrievedAt === null ? "" : `${formatPrinted(source.retrievedAt)}, `}
          {formatNumber(source.bytes)} bytes, {source.mediaType}.{" "}
          <a href={sourceAddress(report.id)} download>
            Download as received
          </a>
        </dd>
        <dt>SHA-256</dt>
        <dd>
          <code>{source.sha256}</code>
        </dd>
        <dt>Read by</dt>
        <dd>
          {engine.name} {engine.version}, {engine.model}
        </dd>
      </dl>
    </footer>
  );
}

/** A report's address is data: only http and https become links. */
function webAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
