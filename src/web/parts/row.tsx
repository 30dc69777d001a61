import type { ComponentChildren } from "preact";

/**
 * One row of the record. A click anywhere in it goes where `href` says (see the router); for the keyboard the links
 * inside it do. `id` makes its permalink.
 */
export function Row(props: {
  readonly id: string;
  readonly href: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <li id={props.id} class={`row ${props.class ?? ""}`} data-href={props.href}>
      {props.children}
      <a
        class="permalink"
        href={`#${encodeURIComponent(props.id)}`}
        aria-label="Link to this row"
        title="Link to this row"
      >
        #
      </a>
    </li>
  );
}
