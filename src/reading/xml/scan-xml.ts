import { Tokenizer } from "htmlparser2";

export interface XmlAttributes {
  readonly [name: string]: string;
}

export interface XmlVisitor {
  /** Names are in lower case with their prefix cut off; `prefix` is "" for none. */
  readonly open: (name: string, attributes: XmlAttributes, prefix: string) => void;
  readonly close: (name: string) => void;
  /** Character data, entities of XML resolved; one run may come in several pieces. */
  readonly text: (text: string) => void;
}

/** Elements nest no deeper than this for the visitor; what is deeper keeps its words. */
const DEEPEST = 256;

/**
 * Walks over XML as it is found in the wild, in time linear in its length: unclosed elements are closed with the one
 * that holds them, stray end tags are passed over, CDATA is text. Entities that a document defines itself are never
 * expanded, nothing is loaded, and every element that is opened is closed.
 */
export function scanXml(xml: string, visitor: XmlVisitor): void {
  const stack: string[] = [];
  let tooDeep = 0;
  let tag = "";
  let attributes: Record<string, string> = {};
  let attributeName = "";
  let attributeParts: string[] = [];
  const open = (isEmpty: boolean) => {
    const [prefix, name] = splitName(tag);
    if (stack.length >= DEEPEST) {
      if (!isEmpty) tooDeep++;
      return;
    }
    visitor.open(name, attributes, prefix);
    if (isEmpty) visitor.close(name);
    else stack.push(name);
  };
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      ontext: (start, end) => visitor.text(xml.slice(start, end)),
      ontextentity: (codePoint) => visitor.text(characterOf(codePoint)),
      oncdata: (start, end, cut) => visitor.text(xml.slice(start, Math.max(start, end - cut))),
      onopentagname: (start, end) => {
        tag = xml.slice(start, end);
        attributes = {};
      },
      onattribname: (start, end) => {
        attributeName = xml.slice(start, end).toLowerCase();
        attributeParts = [];
      },
      onattribdata: (start, end) => {
        attributeParts.push(xml.slice(start, end));
      },
      onattribentity: (codePoint) => {
        attributeParts.push(characterOf(codePoint));
      },
      onattribend: () => {
        if (!Object.hasOwn(attributes, attributeName)) attributes[attributeName] = attributeParts.join("");
      },
      onopentagend: () => open(false),
      onselfclosingtag: () => open(true),
      onclosetag: (start, end) => {
        const [, name] = splitName(xml.slice(start, end));
        if (tooDeep > 0) {
          tooDeep--;
          return;
        }
        // The depth is bounded, and so is this search.
        const at = stack.lastIndexOf(name);
        if (at < 0) return;
        for (const closed of stack.splice(at).reverse()) visitor.close(closed);
      },
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {
        for (const closed of stack.splice(0).reverse()) visitor.close(closed);
      },
    },
  );
  tokenizer.write(xml);
  tokenizer.end();
}

/**
 * The name of the first element, in lower case without its prefix, or null. Comments, declarations and an internal
 * subset before it are passed over.
 */
export function rootElement(xml: string): string | null {
  const at = /^[\s\ufeff]*/.exec(xml)?.[0].length ?? 0;
  let rest = xml.slice(at);
  for (let steps = 0; steps < 200; steps++) {
    const name = /^<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)/.exec(rest)?.[1];
    if (name !== undefined) return name.toLowerCase();
    const skipped = /^<!--[\s\S]*?-->\s*|^<\?[\s\S]*?\?>\s*|^<![^[>]*(?:\[[\s\S]*?\]\s*)?>\s*/.exec(rest)?.[0];
    if (skipped === undefined || skipped === "") return null;
    rest = rest.slice(skipped.length);
  }
  return null;
}

function splitName(name: string): readonly [prefix: string, name: string] {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", name.toLowerCase()] : [name.slice(0, colon), name.slice(colon + 1).toLowerCase()];
}

function characterOf(codePoint: number): string {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : "\ufffd";
}
