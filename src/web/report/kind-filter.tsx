import { count } from "../format/numbers.ts";
import { FINDING_KINDS, type Finding, type FindingKind, KIND_NAMES } from "./findings.ts";

export function KindFilter(props: {
  readonly findings: readonly Finding[];
  readonly hidden: ReadonlySet<FindingKind>;
  readonly setHidden: (hidden: ReadonlySet<FindingKind>) => void;
}) {
  const { findings, hidden, setHidden } = props;
  const counts = Map.groupBy(findings, ({ kind }) => kind);
  const shown = findings.filter(({ kind }) => !hidden.has(kind)).length;
  return (
    <fieldset class="kinds">
      <legend>
        Findings{" "}
        <span class="filter-count" role="status">
          {shown === findings.length ? shown : `${shown} of ${findings.length} shown`}
        </span>
      </legend>
      {FINDING_KINDS.map((kind) => {
        const n = counts.get(kind)?.length ?? 0;
        return (
          <label
            key={kind}
            class={`chip kind-${kind}`}
            title={`${count(n, KIND_NAMES[kind][0].toLowerCase(), KIND_NAMES[kind][1].toLowerCase())}`}
          >
            <input
              type="checkbox"
              checked={!hidden.has(kind)}
              disabled={n === 0}
              onChange={(event) => {
                const next = new Set(hidden);
                if (event.currentTarget.checked) next.delete(kind);
                else next.add(kind);
                setHidden(next);
              }}
            />
            <span>
              {KIND_NAMES[kind][1]} <span class="count">{n}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
