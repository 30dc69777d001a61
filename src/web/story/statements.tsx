import { useId, useMemo } from "preact/hooks";
import { capital, label } from "../format/labels.ts";
import { count, formatNumber } from "../format/numbers.ts";
import { ShowMore, useLimit } from "../parts/limited.tsx";
import { Section } from "../parts/section.tsx";
import { SpeakerName, speakerWords } from "../parts/speaker.tsx";
import { Nothing } from "../parts/states.tsx";
import { reportsRead, useStory } from "../parts/story-context.ts";
import type { StoryRecord, StoryStatement } from "../records.ts";
import { amendPlace, type Place } from "../router.ts";
import { isDoubtful, StatementRow } from "./statement-row.tsx";

const FIRST_ROWS = 25;
const idOf = ({ id }: StoryStatement) => id;

/** Who said what: filters live in the address, so that a narrowed view can be passed on. */
export function Statements({ story, place }: { readonly story: StoryRecord; readonly place: Place }) {
  const { actors, reports } = useStory();
  const filter = readFilter(place.query);
  const nameOf = (statement: StoryStatement) => speakerWords(statement.speaker, (actor) => actors.get(actor)?.name);
  const key = JSON.stringify(filter);
  // `key` stands for the filter
  const wanted = useMemo(() => {
    const matching = story.statements.filter((statement) => matches(statement, filter));
    if (filter.by === "speaker") return groupBySpeaker(matching, nameOf);
    const at = ({ evidence: { report } }: StoryStatement) =>
      reports.get(report)?.modifiedAt ?? reports.get(report)?.publishedAt ?? "";
    const sign = filter.by === "earliest" ? 1 : -1;
    // Stable: the statements of one report stay in text order.
    return matching.sort((a, b) => sign * (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
  }, [story, key]);
  const { shown, rest, showMore } = useLimit(wanted, FIRST_ROWS, idOf);
  const set = (name: string, value: string) => {
    const query = new URLSearchParams(place.query);
    if (value === "") query.delete(name);
    else query.set(name, value);
    const search = query.toString();
    amendPlace(place.path + (search === "" ? "" : `?${search}`));
  };
  return (
    <Section id="statements" title="Who said what" note="Words as printed; marks of quotation are the report’s own.">
      {story.statements.length === 0 ? (
        <Nothing>No statements were found in {reportsRead(story)}.</Nothing>
      ) : (
        <>
          <Filters story={story} filter={filter} set={set} />
          <p class="filter-count" role="status">
            {wanted.length === story.statements.length
              ? count(story.statements.length, "statement")
              : `${formatNumber(wanted.length)} of ${count(story.statements.length, "statement")}`}
          </p>
          {wanted.length === 0 ? <Nothing>No statement fits these filters. Widen one of them.</Nothing> : null}
          {filter.by === "speaker" ? (
            [...Map.groupBy(shown, nameOf)].map(([name, rows]) => (
              <div key={name} class="speaker-group">
                <h3>{rows[0] === undefined ? name : <SpeakerName speaker={rows[0].speaker} />}</h3>
                <StatementList statements={rows} />
              </div>
            ))
          ) : (
            <StatementList statements={shown} />
          )}
          <ShowMore rest={rest} showMore={showMore} noun="statement" />
        </>
      )}
    </Section>
  );
}

function StatementList({ statements }: { readonly statements: readonly StoryStatement[] }) {
  return (
    <ol class="rows">
      {statements.map((statement) => (
        <StatementRow key={statement.id} statement={statement} />
      ))}
    </ol>
  );
}

interface Filter {
  readonly speaker: string;
  readonly act: string;
  readonly form: string;
  /** Words that the statement must hold: with a speaker and the earliest first, what that one said of a thing over time. */
  readonly about: string;
  readonly doubt: boolean;
  readonly by: "latest" | "earliest" | "speaker";
}

const ORDERS = ["latest", "earliest", "speaker"] as const;

function readFilter(query: URLSearchParams): Filter {
  return {
    speaker: query.get("speaker") ?? "",
    act: query.get("act") ?? "",
    form: query.get("form") ?? "",
    about: query.get("about") ?? "",
    doubt: query.get("doubt") === "1",
    by: ORDERS.find((order) => order === query.get("by")) ?? "latest",
  };
}

function matches(statement: StoryStatement, { speaker, act, form, about, doubt }: Filter): boolean {
  const words = about.toLowerCase().split(/\s+/);
  const held = statement.evidence.exact.toLowerCase();
  return (
    words.every((word) => held.includes(word)) &&
    (speaker === "" || speakerKey(statement) === speaker) &&
    (act === "" || statement.act === act) &&
    (form === "" || statement.form === form) &&
    (!doubt || isDoubtful(statement))
  );
}

function Filters(props: {
  readonly story: StoryRecord;
  readonly filter: Filter;
  readonly set: (name: string, value: string) => void;
}) {
  const { story, filter, set } = props;
  const { actors } = useStory();
  const id = useId();
  const options = useMemo(
    () => ({
      speaker: tally(story.statements, speakerKey, (statement) =>
        statement.speaker.kind === "resolved"
          ? speakerWords(statement.speaker, (actor) => actors.get(actor)?.name)
          : UNSURE,
      ),
      act: tally(
        story.statements,
        ({ act }) => act,
        ({ act }) => capital(label(act)),
      ),
      form: tally(
        story.statements,
        ({ form }) => form,
        ({ form }) => capital(label(form)),
      ),
    }),
    [story, actors],
  );
  const choice = (name: "speaker" | "act" | "form", title: string, all: string) => (
    <label class="field">
      <span>{title}</span>
      <select name={name} value={filter[name]} onChange={(event) => set(name, event.currentTarget.value)}>
        <option value="">{all}</option>
        {options[name].map(([value, words, n]) => (
          <option key={value} value={value}>
            {words} ({n})
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <fieldset class="filters">
      <legend class="unseen">Narrow the statements</legend>
      {choice("speaker", "Speaker", "Everybody")}
      {choice("act", "Act", "Any act")}
      {choice("form", "Form", "Any form")}
      <label class="field">
        <span>With the words</span>
        <input
          type="search"
          name="about"
          value={filter.about}
          onChange={(event) => set("about", event.currentTarget.value.trim())}
        />
      </label>
      <label class="field">
        <span>Order</span>
        <select
          value={filter.by}
          onChange={(event) => set("by", event.currentTarget.value === "latest" ? "" : event.currentTarget.value)}
        >
          <option value="latest">Latest report first</option>
          <option value="earliest">Earliest report first</option>
          <option value="speaker">By speaker</option>
        </select>
      </label>
      <label class="check" for={`${id}-doubt`}>
        <input
          id={`${id}-doubt`}
          type="checkbox"
          checked={filter.doubt}
          onChange={(event) => set("doubt", event.currentTarget.checked ? "1" : "")}
        />{" "}
        Only allegations and unsure speakers
      </label>
    </fieldset>
  );
}

const UNSURE = "Unnamed or unclear";

function speakerKey({ speaker }: StoryStatement): string {
  return speaker.kind === "resolved" ? speaker.actor : "?";
}

/** Values with their words and counts, the commonest first. */
function tally(
  statements: readonly StoryStatement[],
  keyOf: (statement: StoryStatement) => string,
  wordsOf: (statement: StoryStatement) => string,
): (readonly [value: string, words: string, n: number])[] {
  const counts = new Map<string, { words: string; n: number }>();
  for (const statement of statements) {
    const value = keyOf(statement);
    const known = counts.get(value);
    if (known === undefined) counts.set(value, { words: wordsOf(statement), n: 1 });
    else known.n++;
  }
  return [...counts].map(([value, { words, n }]) => [value, words, n] as const).sort((a, b) => b[2] - a[2]);
}

function groupBySpeaker(
  statements: readonly StoryStatement[],
  nameOf: (statement: StoryStatement) => string,
): StoryStatement[] {
  return [...Map.groupBy(statements, nameOf).values()].sort((a, b) => b.length - a.length).flat();
}
