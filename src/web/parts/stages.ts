import { useEffect, useState } from "preact/hooks";
import { currentPlace } from "../router.ts";

/**
 * How many of a long page's parts to render by now: the first ones at once, the next whenever the browser is idle, so
 * that the page answers from its first paint. All at once when the reader comes to a place further down.
 */
export function useStages(first: number, all: number): number {
  const [stage, setStage] = useState(() => (comesToPlace() ? all : first));
  useEffect(() => {
    if (stage >= all) return;
    const next = () => setStage((now) => now + 1);
    // Safari has no idle callback.
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(next, 0);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(next, { timeout: 100 });
    return () => cancelIdleCallback(idle);
  }, [stage, all]);
  return stage;
}

function comesToPlace(): boolean {
  const state: unknown = history.state;
  const scroll = typeof state === "object" && state !== null && "scroll" in state ? state.scroll : 0;
  return currentPlace().hash !== "" || (typeof scroll === "number" && scroll > 0);
}
