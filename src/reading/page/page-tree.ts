/** An element as read from a page. Offsets are UTF-16 code units of the decoded page. */
export interface PageElement {
  readonly kind: "element";
  readonly name: string;
  /** Attributes that the reader looks at, by lower-case name; the first of doubles. */
  readonly attributes: Attributes;
  readonly parent: PageElement | null;
  readonly children: PageNode[];
  /** Where its start tag starts and ends; both are where it was implied for an element without a tag. */
  readonly start: number;
  readonly openEnd: number;
  /** Where its end tag ends, or where it was closed without one. */
  end: number;
}

/** A run of text without tags or comments in it. `value` has entities decoded. */
export interface PageText {
  readonly kind: "text";
  readonly parent: PageElement;
  value: string;
  readonly start: number;
  end: number;
  /**
   * Where `value` and the page run apart: pairs of an offset in `value` and the offset in the page that it stands at, in
   * order; from each pair on they run in step. Null when they do throughout.
   */
  steps: number[] | null;
}

export type PageNode = PageElement | PageText;

export type Attributes = Readonly<Record<string, string>>;

export interface PageTree {
  readonly html: PageElement;
  readonly head: PageElement;
  readonly body: PageElement;
  readonly elements: number;
  /** JSON-LD scripts, in page order. */
  readonly jsonLd: readonly string[];
  /** Elements were nested too deeply, or too many, and the rest was read flat. */
  readonly isFlattened: boolean;
  /** The page ends before its closing tags. */
  readonly isUnfinished: boolean;
}

/** Where the character at `at` of a text node stands in the page; `at` may be its length. */
export function offsetInPage(text: PageText, at: number): number {
  const { steps } = text;
  // Behind a final entity the page is further on than the value.
  if (at >= text.value.length) return text.end;
  if (steps === null) return text.start + at;
  let low = 0;
  let high = steps.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((steps[2 * middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return Math.min(text.end, (steps[2 * low + 1] ?? text.start) + at - (steps[2 * low] ?? 0));
}

/** Words of an element, its descendants' included, as they stand. */
export function textContent(element: PageElement): string {
  const parts: string[] = [];
  const pending: PageNode[] = [...element.children].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === "text") parts.push(node.value);
    else for (let at = node.children.length - 1; at >= 0; at--) pending.push(node.children[at]!);
  }
  return parts.join("");
}

/** Every element below `root` in page order, itself first. */
export function* elementsOf(root: PageElement): Generator<PageElement> {
  const pending: PageElement[] = [root];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    yield element;
    for (let at = element.children.length - 1; at >= 0; at--) {
      const child = element.children[at];
      if (child?.kind === "element") pending.push(child);
    }
  }
}

/** Class and id, between blanks. */
export function namesOf(element: PageElement): string {
  const { class: className, id } = element.attributes;
  return className === undefined && id === undefined ? "" : ` ${className ?? ""} ${id ?? ""} `;
}
