import { useEffect, useState } from "preact/hooks";
import { actorAddress, reportAddress, storyAddress } from "../addresses.ts";
import { useApi } from "../api.ts";
import { formatPrinted } from "../format/dates.ts";
import { count } from "../format/numbers.ts";
import { reportName } from "../parts/report-name.ts";
import { Answered, Nothing } from "../parts/states.tsx";
import { useTitle } from "../parts/title.ts";
import type { SearchHit, SearchHitList } from "../records.ts";
import { amendPlace, type Place } from "../router.ts";

const KINDS = [
  ["", "Everything"],
  ["statement", "Statements"],
  ["report", "Reports"],
  ["actor", "Actors"],
] as const;

/** Searches while typing; the address keeps what is looked for. */
export function SearchPage({ place }: { readonly place: Place }) {
  const q = place.query.get("q") ?? "";
  const kind = place.query.get("kind") ?? "";
  const [typed, setTyped] = useState(q);
  useTitle(q === "" ? "Search" : `Search: ${q}`);
  useEffect(() => {
    if (typed.trim() === q) return;
    const timer = setTimeout(() => amendPlace(searchAddress(typed.trim(), kind)), 150);
    return () => clearTimeout(timer);
  }, [typed, q, kind]);
  return (
    <div class="page page-narrow">
      <h1>Search</h1>
      <form
        class="search"
        action="/search"
        onSubmit={(event) => {
          event.preventDefault();
          amendPlace(searchAddress(typed.trim(), kind));
        }}
      >
        <label class="search-field">
          <span class="unseen">Words to look for</span>
          <input
            type="search"
            name="q"
            value={typed}
            placeholder="Words, names, “exact phrases”"
            autocomplete="off"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <fieldset class="kinds">
          <legend class="unseen">Kind of result</legend>
          {KINDS.map(([value, name]) => (
            <label key={value} class="chip">
              <input
                type="radio"
                name="kind"
                value={value}
                checked={kind === value}
                onChange={() => amendPlace(searchAddress(typed.trim(), value))}
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      </form>
      {q === "" ? (
        <Nothing>Type a word or a name. Statements are found by their words, actors by any of their names.</Nothing>
      ) : (
        <Hits q={q} kind={kind} after={null} />
      )}
    </div>
  );
}

function Hits({ q, kind, after }: { readonly q: string; readonly kind: string; readonly after: string | null }) {
  const query = new URLSearchParams({ q, limit: "50" });
  if (kind !== "") query.set("kind", kind);
  if (after !== null) query.set("after", after);
  const answer = useApi<SearchHitList>(`/api/search?${query}`);
  const [more, setMore] = useState(false);
  return (
    <Answered answer={answer}>
      {({ items, next }) => (
        <>
          {after === null ? (
            <p class="filter-count" role="status">
              {items.length === 0
                ? "Nothing found"
                : next === null
                  ? count(items.length, "result")
                  : `The first ${items.length} results`}
            </p>
          ) : null}
          {items.length === 0 && after === null ? (
            <Nothing>No words like these are on record. Try fewer or other words.</Nothing>
          ) : null}
          <ol class="rows hits">
            {items.map((hit, index) => (
              // Two hits may lie in one row; nothing else tells them apart.
              // Hits have no id and are not re-ordered
              <Hit key={`${hit.report}/${hit.row}/${index}`} hit={hit} />
            ))}
          </ol>
          {next === null ? null : more ? (
            <Hits q={q} kind={kind} after={next} />
          ) : (
            <p class="show-more">
              <button type="button" onClick={() => setMore(true)}>
                Show more
              </button>{" "}
              <span class="muted">more are not shown</span>
            </p>
          )}
        </>
      )}
    </Answered>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const address = hitAddress(hit);
  return (
    <li class="row hit" data-href={address}>
      <p class="hit-title">
        <a href={address}>{hit.title || reportName(hit.outlet, hit.publishedAt)}</a>
      </p>
      {hit.text === hit.title ? null : (
        <p class="words">
          <Marked hit={hit} />
        </p>
      )}
      <p class="meta">
        {[
          hit.kind,
          hit.kind === "actor" ? hit.storyTitle : null,
          hit.outlet,
          hit.publishedAt === null ? null : formatPrinted(hit.publishedAt),
        ]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
    </li>
  );
}

function Marked({ hit: { text, matches } }: { readonly hit: SearchHit }) {
  const parts = [];
  let at = 0;
  for (const { start, end } of matches) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

function hitAddress({ kind, report, story, row }: SearchHit): string {
  if (kind === "actor" && story !== null && row !== null) return actorAddress(story, row);
  if (report !== null) return reportAddress(report, row ?? "");
  return story === null ? "/" : storyAddress(story);
}

function searchAddress(q: string, kind: string): string {
  const query = new URLSearchParams();
  if (q !== "") query.set("q", q);
  if (kind !== "") query.set("kind", kind);
  const search = query.toString();
  return search === "" ? "/search" : `/search?${search}`;
}
