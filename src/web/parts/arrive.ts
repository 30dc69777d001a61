import { useEffect } from "preact/hooks";
import { usePlace } from "../router.ts";

/** Brings the row that the address names into view and marks it, once `ready`; rows may still be rendering for a while. */
export function useArrival(ready: boolean): void {
  const { hash, path } = usePlace();
  // Another page with the same hash is another arrival
  useEffect(() => {
    if (!ready || hash === "") return;
    let frame = 0;
    let tries = 0;
    const look = () => {
      const target = document.getElementById(hash);
      if (target === null) {
        if (++tries < 20) frame = requestAnimationFrame(look);
        return;
      }
      for (const before of document.querySelectorAll(".arrived")) before.classList.remove("arrived");
      target.classList.add("arrived");
      target.scrollIntoView({ block: target.tagName === "SECTION" ? "start" : "center" });
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [ready, hash, path]);
}
