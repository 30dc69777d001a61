import type { ComponentChildren } from "preact";

/** One part of the record under its heading. */
export function Section(props: {
  readonly id: string;
  readonly title: string;
  readonly note?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <section id={props.id} class="section" aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.note === undefined ? null : <p class="section-note">{props.note}</p>}
      {props.children}
    </section>
  );
}
