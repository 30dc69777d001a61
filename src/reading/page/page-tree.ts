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

/** Words of an element, its descendants' included, as they stand; cut off after about `longest` code units. */
export function textContent(element: PageElement, longest: number): string {
  const parts: string[] = [];
  let length = 0;
  let seen = 0;
  for (const node of nodesOf(element)) {
    if (node.kind === "text") {
      parts.push(node.value.slice(0, longest));
      length += node.value.length;
    }
    if (length > longest || ++seen > MOST_SEEN) break;
  }
  return parts.join("");
}

/** Nodes in which a name or a date is looked for: what holds more is none. */
const MOST_SEEN = 1000;

/** Every node below `root` in page order. Costs what is taken of it, not what there is. */
export function* nodesOf(root: PageElement): Generator<PageNode> {
  const open: { readonly children: readonly PageNode[]; next: number }[] = [{ children: root.children, next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node = top.children[top.next++];
    if (node === undefined) open.pop();
    else {
      yield node;
      if (node.kind === "element") open.push({ children: node.children, next: 0 });
    }
  }
}

/** Every element below `root` in page order, itself first. */
export function* elementsOf(root: PageElement): Generator<PageElement> {
  yield root;
  for (const node of nodesOf(root)) if (node.kind === "element") yield node;
}

/** Longer ones are styles in disguise, and would be looked at again for every block below. */
const LONGEST_NAMES = 300;

/** Class and id, between blanks; "" where they are too long to tell anything. */
export function namesOf(element: PageElement): string {
  const { class: className, id } = element.attributes;
  if (className === undefined && id === undefined) return "";
  const names = ` ${className ?? ""} ${id ?? ""} `;
  return names.length > LONGEST_NAMES ? "" : names;
}
