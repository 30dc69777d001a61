import { useEffect, useState } from "preact/hooks";

/** Where the reader is. `visit` grows with each change of path, so that a page can tell a new visit from a new hash. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
  /** Without "#". */
  readonly hash: string;
}

type Listener = (place: Place) => void;
const listeners = new Set<Listener>();

export function currentPlace(): Place {
  const { pathname, search, hash } = window.location;
  return { path: pathname, query: new URLSearchParams(search), hash: decodeHash(hash.slice(1)) };
}

export function usePlace(): Place {
  const [place, setPlace] = useState(currentPlace);
  useEffect(() => {
    listeners.add(setPlace);
    return () => {
      listeners.delete(setPlace);
    };
  }, []);
  return place;
}

/** Goes to an address of this site; the place left behind keeps its scroll position for "back". */
function goTo(address: string): void {
  history.replaceState({ scroll: window.scrollY }, "");
  history.pushState({ scroll: 0 }, "", address);
  const { hash, path } = currentPlace();
  tell();
  if (hash === "" && path !== lastPath) window.scrollTo(0, 0);
  lastPath = path;
}

/** Changes the address in place: for filters and the finding that is open, which "back" should not step through. */
export function amendPlace(address: string): void {
  history.replaceState(history.state, "", address);
  tell();
}

/**
 * Makes links and rows navigate without loading the page anew. A row says where it leads in `data-href`; a click that
 * selects words in it, or that meets a control inside it, stays there.
 */
export function listenForNavigation(): void {
  history.scrollRestoration = "manual";
  document.addEventListener("click", (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const target = event.target instanceof Element ? event.target : null;
    const drawn = target?.closest("svg a");
    if (drawn instanceof SVGAElement) {
      event.preventDefault();
      goTo(drawn.href.baseVal);
      return;
    }
    const link = target?.closest("a");
    if (link != null) {
      if (
        link.origin !== window.location.origin ||
        link.target !== "" ||
        link.hasAttribute("download") ||
        link.classList.contains("skip")
      )
        return;
      event.preventDefault();
      goTo(link.pathname + link.search + link.hash);
      return;
    }
    if (target === null || target.closest("button, input, select, summary, label") !== null) return;
    const address = target.closest("[data-href]")?.getAttribute("data-href");
    if (address != null && window.getSelection()?.isCollapsed !== false) goTo(address);
  });
  window.addEventListener("popstate", (event) => {
    lastPath = currentPlace().path;
    tell();
    const scroll = scrollOf(event.state);
    // Twice: the first frame renders, and the second knows the heights.
    if (scroll !== null) requestAnimationFrame(() => requestAnimationFrame(() => window.scrollTo(0, scroll)));
  });
}

let lastPath = typeof window === "undefined" ? "/" : window.location.pathname;

function tell(): void {
  const place = currentPlace();
  for (const listener of listeners) listener(place);
}

function scrollOf(state: unknown): number | null {
  return typeof state === "object" && state !== null && "scroll" in state && typeof state.scroll === "number"
    ? state.scroll
    : null;
}

function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
