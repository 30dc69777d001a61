import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { label } from "../format/labels.ts";
import type { ReportRecord, Span } from "../records.ts";
import { type Finding, KIND_NAMES } from "./findings.ts";
import { type Segment, segmentParagraph } from "./segments.ts";

interface TextProps {
  readonly record: ReportRecord;
  readonly findings: readonly Finding[];
  readonly lit: Finding | null;
  /** The finding that a press opened; `lit` may be one that is only pointed at. */
  readonly opened: Finding | null;
  /** Bare words that the address names. */
  readonly words: Span | null;
  readonly open: (finding: Finding) => void;
  readonly hover: (finding: Finding | null) => void;
}

/** The report as printed, every finding lit. The text is only ever put in as text. `head` gets the words of the headline. */
export function ReportText({
  head,
  ...props
}: TextProps & { readonly head: (headline: ComponentChildren) => ComponentChildren }) {
  const { record, findings, words } = props;
  const { report } = record;
  const paragraphs = useMemo(() => {
    const withWords = words === null ? findings : [...findings, bareWords(words)];
    return report.paragraphs.map((span) => ({
      span,
      furniture: furnitureAt(report, span),
      segments: segmentParagraph(span, withWords),
    }));
    // The span is made anew with each address
  }, [report, findings, words?.start, words?.end]);
  const text = ({ start, end }: Span) => report.text.slice(start, end);
  // A headline that stands in the text too is shown once, with its findings.
  const headline = paragraphs
    .slice(0, 3)
    .find(({ span }) => report.headline !== null && text(span).trim() === report.headline.trim());
  const lines = (segments: readonly Segment[]) =>
    segments.map((segment) => <SegmentWords key={segment.start} segment={segment} text={report.text} {...props} />);
  const elsewhere = report.furniture.flatMap((one) => ("text" in one ? [one] : []));
  return (
    <>
      {head(headline === undefined ? null : lines(headline.segments))}
      <div class="report-text" lang={report.language ?? undefined}>
        {paragraphs.map((paragraph) => {
          const { span, furniture, segments } = paragraph;
          if (paragraph === headline) return null;
          if (furniture === undefined) return <p key={span.start}>{lines(segments)}</p>;
          return (
            <p key={span.start} class="furniture">
              <span class="furniture-label">
                {label(furniture.kind)}: {furniture.reason}
              </span>
              {text(span)}
            </p>
          );
        })}
      </div>
      {elsewhere.length === 0 ? null : (
        <details class="elsewhere">
          <summary>Words from elsewhere on the page ({elsewhere.length})</summary>
          {elsewhere.map(({ text, kind, reason }) => (
            <p key={text} class="furniture">
              <span class="furniture-label">
                {label(kind)}: {reason}
              </span>
              {text}
            </p>
          ))}
        </details>
      )}
    </>
  );
}

interface SegmentProps extends Pick<TextProps, "lit" | "opened" | "open" | "hover"> {
  readonly segment: Segment;
  readonly text: string;
}

function SegmentWords({ segment, text, lit, opened, open, hover }: SegmentProps) {
  const { start, end, covers, opens } = segment;
  const words = text.slice(start, end);
  const inner = covers.findLast(({ finding }) => finding.kind !== "comment" || covers.length === 1);
  if (inner === undefined) return words;
  const own = covers.find(({ finding }) => finding === lit || finding.id === WORDS_ID);
  const kinds = new Set(
    covers.flatMap(({ finding, role }) => {
      if (role === "cue" || role === "source") return [`r-${role}`];
      return finding.doubt ? [`k-${finding.kind}`, `doubt-${finding.kind}`] : [`k-${finding.kind}`];
    }),
  );
  const names = `seg ${[...kinds].join(" ")}${own === undefined ? "" : ` lit lit-${own.role}`}`;
  const { finding } = inner;
  if (finding.id === WORDS_ID) return <mark class={names}>{words}</mark>;
  const shared = {
    class: names,
    onClick: () => {
      // Words that are being selected are not being asked about.
      if (window.getSelection()?.isCollapsed !== false) open(next(covers, opened));
    },
    onPointerEnter: (event: PointerEvent) => event.pointerType === "mouse" && hover(finding),
  };
  if (!opens) return <span {...shared}>{words}</span>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element would not break over lines as text does
    <span
      {...shared}
      role="button"
      tabIndex={0}
      aria-pressed={own !== undefined}
      aria-roledescription={KIND_NAMES[finding.kind][0].toLowerCase()}
      onFocus={(event) => event.currentTarget.matches(":focus-visible") && hover(finding)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        open(next(covers, opened));
      }}
    >
      {words}
    </span>
  );
}

/** The innermost finding; asked again, the one around it. */
function next(covers: Segment["covers"], opened: Finding | null): Finding {
  const at = covers.findIndex(({ finding }) => finding === opened);
  const cover = at > 0 ? covers[at - 1] : covers.at(-1);
  if (cover === undefined) throw new RangeError("A segment without findings was opened");
  return cover.finding;
}

const WORDS_ID = "words";

function bareWords(span: Span): Finding {
  return { id: WORDS_ID, kind: "quoted", doubt: false, spans: [{ ...span, role: "words" }] };
}

function furnitureAt(report: ReportRecord["report"], paragraph: Span) {
  for (const one of report.furniture) {
    if ("start" in one && one.start <= paragraph.start && paragraph.end <= one.end) return one;
  }
  return undefined;
}
