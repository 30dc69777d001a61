/** Elements without content or end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = set(
  "area base basefont br col embed frame hr img input link meta param source track wbr keygen isindex",
);

/** Elements whose words are never part of an article: programs, styles, templates, controls, embedded documents. */
export const DROPPED_ELEMENTS: ReadonlySet<string> = set(
  "script style template noscript iframe svg math object applet audio video canvas map select option textarea button dialog noembed noframes",
);

/** Elements that start and end a block of text. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = set(
  `address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
  h5 h6 head header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th thead title tr ul`,
);

/** Elements that their next sibling ends where no end tag does. */
export const SELF_ENDING_ELEMENTS: ReadonlySet<string> = set("p li dd dt tr td th option");

/** Elements around an article that hold navigation and the like. */
export const SIDE_ELEMENTS: ReadonlySet<string> = set("nav aside footer form menu");

function set(names: string): ReadonlySet<string> {
  return new Set(names.split(/\s+/));
}
