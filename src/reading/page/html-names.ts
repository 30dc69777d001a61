/** Elements without content or end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = set(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr",
);

/** Elements whose words are never part of an article: programs, styles, templates, controls, embedded documents. */
export const DROPPED_ELEMENTS: ReadonlySet<string> = set(
  "script style template noscript iframe svg math object applet audio video canvas map select option textarea button dialog noembed noframes",
);

/** Elements that start and end a block of text. Table cells are none: the words of a row are read as one line. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = set(
  `address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
  h5 h6 head header hgroup hr html li main menu nav ol p pre section summary table tbody caption tfoot thead title tr ul`,
);

/** Start tags before which an open paragraph ends (HTML standard, "in body"). */
export const PARAGRAPH_ENDERS: ReadonlySet<string> = set(
  `address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hgroup hr li dd dt listing main menu nav ol p plaintext pre search section summary table ul xmp`,
);

/** Elements that an end tag inside them cannot reach beyond. */
export const SCOPE_ELEMENTS: ReadonlySet<string> = set("caption html table td th marquee object applet template");

/** Inline elements whose end tag may come after that of a block opened inside them. */
export const FORMATTING_ELEMENTS: ReadonlySet<string> = set("a b big code em font i nobr s small strike strong tt u");

/** Elements that stand in the head. */
export const HEAD_ELEMENTS: ReadonlySet<string> = set("base link meta noscript script style template title");

/** Elements that are words of a sentence. */
export const PHRASE_ELEMENTS: ReadonlySet<string> = set(
  "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var",
);

function set(names: string): ReadonlySet<string> {
  return new Set(names.trim().split(/\s+/));
}
