import { htmlToText } from "./html-text.ts";

/** What the JSON-LD of a page says of its article, as printed. Lists are in page order. */
export interface JsonLdArticle {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publishedAt: readonly string[];
  readonly modifiedAt: readonly string[];
  /** When it says that the words, or a film, were made or uploaded: a date for want of a better one. */
  readonly createdAt: readonly string[];
  readonly publisher: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly body: string | null;
  readonly section: string | null;
  /** Whether it is a live report, and the entries that it lists. */
  readonly isLive: boolean;
  readonly updates: readonly JsonLdUpdate[];
  /** What it says of access without payment, or null. */
  readonly isFree: boolean | null;
}

/** An entry of a live report; `at` is as printed. */
export interface JsonLdUpdate {
  readonly at: string;
  readonly headline: string | null;
  readonly body: string | null;
}

export interface JsonLdReading {
  readonly articles: readonly JsonLdArticle[];
  /** Name of the site or organisation, where no article names its publisher. */
  readonly site: string | null;
  /** What it says of the page itself (Yoast's "WebPage"), for where no article is named. */
  readonly page: JsonLdArticle | null;
  /** Scripts that are no JSON even after their line ends inside strings are mended. */
  readonly broken: number;
}

type Node = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|BlogPosting|Posting|Report|LiveBlogPosting|Review|OpinionNews|AnalysisNews)$/;
const MOST_NODES = 2000;
const LONGEST_SCRIPT = 2_000_000;

/** Reads JSON-LD scripts: lists, `@graph`, references by `@id`, several articles, broken ones counted. */
export function readJsonLd(scripts: readonly string[]): JsonLdReading {
  const nodes: Node[] = [];
  let broken = 0;
  for (const script of scripts) {
    const parsed = parseScript(script);
    if (parsed === undefined) broken++;
    else collectNodes(parsed, nodes);
  }
  const byId = new Map<string, Node>();
  for (const node of nodes) {
    const id = node["@id"];
    if (typeof id === "string" && (!byId.has(id) || Object.keys(node).length > 1)) byId.set(id, node);
  }
  const articles = nodes
    .filter((node) => typesOf(node).some((type) => ARTICLE.test(type)))
    .map((node) => readArticle(node, byId));
  const site = nodes.find((node) => typesOf(node).some((type) => /^(?:WebSite|NewsMediaOrganization)$/.test(type)));
  const page = nodes.find(
    (node) =>
      typesOf(node).some((type) => /(?:WebPage|AboutPage|ItemPage|Recipe|QAPage|VideoObject)$/.test(type)) &&
      node["datePublished"] !== undefined,
  );
  return {
    page: page === undefined ? null : readArticle(page, byId),
    articles,
    site: site === undefined ? null : (textIn(site["name"]) ?? null),
    broken,
  };
}

function parseScript(script: string): unknown {
  if (script.length > LONGEST_SCRIPT) return undefined;
  const bare = withoutWrapping(script);
  if (bare === "") return [];
  for (const text of [bare, mended(bare)]) {
    try {
      return JSON.parse(text);
    } catch {
      // The second try is the mended text; a script that is broken after it is counted by the caller.
    }
  }
  return undefined;
}

/** Without the comment or CDATA marks that hide the script from old browsers. */
function withoutWrapping(script: string): string {
  let bare = script.trim().replace(/^(?:\/\*|\/\/)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*\/)?/, "");
  for (const mark of ["*/", "]]>", "-->", "//", "/*", ";"]) {
    bare = bare.trimEnd();
    if (bare.endsWith(mark)) bare = bare.slice(0, -mark.length);
  }
  return bare.trim();
}

/** Line ends and tabs inside strings, commas before a closing bracket, a semicolon at the end: what pages get wrong. */
function mended(json: string): string {
  return json
    .replace(/\p{Cc}+/gu, " ")
    .replace(/,\s*([}\]])/g, "$1")
    .replace(/;\s*$/, "");
}

/** All objects, outermost first, without recursion. */
function collectNodes(value: unknown, nodes: Node[]): void {
  const queue: unknown[] = [value];
  for (let at = 0; at < queue.length && nodes.length < MOST_NODES; at++) {
    const next = queue[at];
    if (Array.isArray(next)) {
      for (const one of next.slice(0, MOST_NODES)) queue.push(one);
    } else if (isNode(next)) {
      nodes.push(next);
      for (const one of Object.values(next)) if (typeof one === "object" && one !== null) queue.push(one);
    }
  }
}

function readArticle(node: Node, byId: ReadonlyMap<string, Node>): JsonLdArticle {
  const resolve = (value: unknown): unknown => {
    if (isNode(value) && typeof value["@id"] === "string" && value["name"] === undefined)
      return byId.get(value["@id"]) ?? value;
    return value;
  };
  const named = (value: unknown): string[] =>
    (Array.isArray(value) ? value : [value]).flatMap((one) => {
      const found = resolve(one);
      const name = isNode(found) ? textIn(found["name"]) : textIn(found);
      return name === undefined ? [] : [name];
    });
  const main = resolve(node["mainEntityOfPage"]);
  const url = textIn(node["url"]) ?? (isNode(main) ? textIn(main["@id"]) : textIn(main));
  return {
    headline: textIn(node["headline"]) ?? textIn(node["name"]) ?? null,
    authors: [...named(node["author"]), ...(node["author"] === undefined ? named(node["creator"]) : [])],
    publishedAt: texts(node["datePublished"]),
    modifiedAt: texts(node["dateModified"]),
    createdAt: [...texts(node["dateCreated"]), ...texts(node["uploadDate"])],
    publisher: named(node["publisher"])[0] ?? null,
    language: textIn(node["inLanguage"]) ?? null,
    url: url ?? null,
    body: typeof node["articleBody"] === "string" ? node["articleBody"] : null,
    section: textIn(node["articleSection"]) ?? null,
    isLive: typesOf(node).includes("LiveBlogPosting"),
    updates: updatesOf(node["liveBlogUpdate"], resolve),
    isFree: truthIn(node["isAccessibleForFree"]) ?? partlyFree(node["hasPart"]),
  };
}

const MOST_UPDATES = 1000;

function updatesOf(value: unknown, resolve: (value: unknown) => unknown): JsonLdUpdate[] {
  return (Array.isArray(value) ? value : [value]).slice(0, MOST_UPDATES).flatMap((one) => {
    const node = resolve(one);
    if (!isNode(node)) return [];
    const at = texts(node["datePublished"])[0] ?? texts(node["dateModified"])[0];
    const headline = textIn(node["headline"]) ?? textIn(node["name"]) ?? null;
    const body = textIn(node["articleBody"]) ?? textIn(node["text"]) ?? null;
    return at === undefined || (headline === null && body === null) ? [] : [{ at, headline, body }];
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function typesOf(node: Node): string[] {
  const type = node["@type"];
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === "string");
}

/** Dates as printed, numbers of seconds too. */
function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one) =>
    typeof one === "number" ? [String(one)] : (textIn(one) ?? []),
  );
}

/** A part of the page that is not free is the report's own words. */
function partlyFree(value: unknown): boolean | null {
  const parts = Array.isArray(value) ? value : [value];
  return parts.some((part) => isNode(part) && truthIn(part["isAccessibleForFree"]) === false) ? false : null;
}

/** A truth value, or the words for one that pages write instead. */
function truthIn(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return null;
  return /^true$/i.test(value) ? true : /^false$/i.test(value) ? false : null;
}

/** The words of a string, a list's first string, or a language-tagged value; markup and entities in them are read. */
function textIn(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const text = isNode(first) ? first["@value"] : first;
  if (typeof text !== "string") return undefined;
  const plain = htmlToText(text);
  return plain === "" ? undefined : plain;
}
