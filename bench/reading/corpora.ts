import { findData } from "../../evals/data.ts";
import { type FundusPage, readFundusPages } from "../../evals/reading/fundus-pages.ts";
import { readTrafilaturaPages, type TrafilaturaPage } from "../../evals/reading/trafilatura-pages.ts";
import { decodeBytes } from "../../src/reading/decode-bytes.ts";

interface Decoded {
  readonly html: string;
  readonly url: string;
}

/** Every so many pages of a set are taken: the slow readers need seconds for some. */
const EVERY = 3;

/** A third of the development pages, decoded; none where they do not lie beside the checkout. */
export function corpora(): {
  readonly segmented: readonly (TrafilaturaPage & Decoded)[];
  readonly bodied: readonly (FundusPage & Decoded)[];
} {
  const segmented = findData("reading/trafilatura-english");
  const bodied = findData("reading/fundus");
  return {
    segmented:
      segmented === null
        ? []
        : [...readTrafilaturaPages(segmented)].filter(isTaken).map((page) => decoded(page, page.url)),
    bodied: bodied === null ? [] : [...readFundusPages(bodied)].filter(isTaken).map((page) => decoded(page, "")),
  };
}

function isTaken(_: unknown, index: number): boolean {
  return index % EVERY === 0;
}

function decoded<Page extends { readonly bytes: Uint8Array }>(page: Page, url: string): Page & Decoded {
  return { ...page, html: decodeBytes(page.bytes).text, url: /^https?:/.test(url) ? url : "https://page.example/" };
}
