import { useEffect } from "preact/hooks";

/** Names the page in the window's title and in history. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? "Onrecord" : `${title} · Onrecord`;
  }, [title]);
}
