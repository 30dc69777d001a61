import { useEffect, useState } from "preact/hooks";
import { count } from "../format/numbers.ts";
import { usePlace } from "../router.ts";

/**
 * The first rows of a long list, as many as a reader takes in, with the way to the rest. The row that the address names
 * is always among them.
 */
export function useLimit<T>(rows: readonly T[], first: number, idOf: (row: T) => string) {
  const [limit, setLimit] = useState(first);
  const { hash } = usePlace();
  useEffect(() => {
    if (hash === "") return;
    const index = rows.findIndex((row) => idOf(row) === hash);
    if (index >= 0) setLimit((now) => Math.max(now, index + 1));
  }, [hash, rows, idOf]);
  return {
    shown: rows.length <= limit ? rows : rows.slice(0, limit),
    rest: Math.max(0, rows.length - limit),
    showMore: () => setLimit((now) => now + Math.max(first, 100)),
  };
}

export function ShowMore({
  rest,
  showMore,
  noun,
}: {
  readonly rest: number;
  readonly showMore: () => void;
  readonly noun: string;
}) {
  if (rest === 0) return null;
  return (
    <p class="show-more">
      <button type="button" onClick={showMore}>
        Show more
      </button>{" "}
      <span class="muted">{count(rest, `${noun} is`, `${noun}s are`)} not shown</span>
    </p>
  );
}
