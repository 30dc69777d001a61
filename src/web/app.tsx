import { useEffect, useRef } from "preact/hooks";
import { ActorPage } from "./actor/actor-page.tsx";
import { ActorsPage } from "./actor/actors-page.tsx";
import { Failure } from "./parts/states.tsx";
import { ThemeToggle } from "./parts/theme-toggle.tsx";
import { ReportPage } from "./report/report-page.tsx";
import { type Place, usePlace } from "./router.ts";
import { SearchPage } from "./search/search-page.tsx";
import { StoriesPage } from "./stories/stories-page.tsx";
import { StoryPage } from "./story/story-page.tsx";

export function App() {
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  const firstVisit = useRef(true);
  // A new path is what moves the focus
  useEffect(() => {
    // A screen reader hears the new page from its top; the first page is read as any page is.
    if (firstVisit.current) firstVisit.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [place.path]);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the record
      </a>
      <header class="site">
        <a class="site-name" href="/">
          Onrecord
        </a>
        <nav aria-label="Site">
          <a href="/" aria-current={place.path === "/" ? "page" : undefined}>
            Stories
          </a>
          <a href="/search" aria-current={place.path === "/search" ? "page" : undefined}>
            Search
          </a>
        </nav>
        <ThemeToggle />
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Page place={place} key={place.path} />
      </main>
    </>
  );
}

function Page({ place }: { readonly place: Place }) {
  const [first, second, third, fourth, ...rest] = place.path.split("/").slice(1).map(decodePart);
  if (rest.length === 0) {
    if (first === "" && second === undefined) return <StoriesPage />;
    if (first === "search" && second === undefined) return <SearchPage place={place} />;
    if (first === "reports" && second && third === undefined) return <ReportPage id={second} place={place} />;
    if (first === "stories" && second && third === undefined) return <StoryPage id={second} place={place} />;
    if (first === "stories" && second && third === "actors") {
      return fourth ? <ActorPage story={second} actor={fourth} /> : <ActorsPage story={second} place={place} />;
    }
  }
  const error = {
    code: "not-found" as const,
    message: "There is no page at this address.",
    next: "Start from the list of stories.",
  };
  return <Failure error={error} retry={() => window.location.reload()} />;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
