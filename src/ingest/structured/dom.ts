import { load } from 'cheerio';

type AnyNode = ReturnType<typeof readNodes>[number];

/** One element of the publisher's markup. */
export type Element = Extract<AnyNode, { attribs: unknown }>;

/** The outermost elements of a document; XML unless `html`, which forgives unclosed tags. */
export function readElements(markup: string, html = false): Element[] {
  return readNodes(markup, html).filter(isElement);
}

function readNodes(markup: string, html: boolean) {
  const $ = html ? load(markup, { xml: { xmlMode: false, decodeEntities: true } }) : load(markup, { xml: true });
  return $.root().contents().toArray();
}

/** True for elements, false for text, comments and processing instructions. */
export function isElement(node: AnyNode): node is Element {
  return node.type === 'tag' || node.type === 'script' || node.type === 'style';
}

/** The child elements in order. */
export function elementsOf(element: Element): Element[] {
  const inside: Element[] = [];
  for (const child of element.children) if (isElement(child)) inside.push(child);
  return inside;
}

/** The local tag name, without namespace prefix; one that every object inherits (`constructor`) is marked, so that no table of names finds it. */
export function nameOf(element: Element): string {
  const known = NAMES.get(element.name);
  if (known !== undefined) return known;
  const name = element.name.replace(/^.*:/u, '');
  const safe = name in Object.prototype ? `${name}-element` : name;
  if (NAMES.size < MOST_NAMES) NAMES.set(element.name, safe);
  return safe;
}

/** Local names by tag, kept because every element is asked several times; a vocabulary has some hundred. */
const NAMES = new Map<string, string>();
const MOST_NAMES = 2000;

/** An attribute's value, '' where it is missing. */
export function attribute(element: Element, name: string): string {
  return element.attribs[name] ?? '';
}

/** The first child element of one of these names, or null. */
export function childNamed(element: Element, ...names: string[]): Element | null {
  for (const child of element.children) if (isElement(child) && names.includes(nameOf(child))) return child;
  return null;
}

/** The first element of this name at any depth, or null. */
export function firstNamed(roots: readonly Element[], name: string): Element | null {
  return firstAmong(roots, name);
}

function firstAmong(nodes: readonly AnyNode[], name: string): Element | null {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (nameOf(node) === name) return node;
    const inside = firstAmong(node.children, name);
    if (inside) return inside;
  }
  return null;
}

/** All elements of this name at any depth, outermost only, in document order. */
export function allNamed(roots: readonly Element[], name: string): Element[] {
  const found: Element[] = [];
  collect(roots, name, found);
  return found;
}

function collect(nodes: readonly AnyNode[], name: string, found: Element[]): void {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (nameOf(node) === name) found.push(node);
    else collect(node.children, name, found);
  }
}

/** What `wordsOf` puts in an element's place: null drops it, undefined reads its children. */
export type Instead = (element: Element) => string | null | undefined;

/** The words inside an element, cleaned. `instead` may drop or replace elements on the way. */
export function wordsOf(element: Element, instead: Instead = () => undefined): string {
  return clean(rawWords(element, instead));
}

/** The words inside an element with white space as it stands. */
export function rawWords(element: Element, instead: Instead = () => undefined): string {
  let text = '';
  for (const child of element.children) {
    if (child.type === 'text' || child.type === 'cdata') text += 'data' in child ? String(child.data) : '';
    else if (isElement(child)) {
      const other = instead(child);
      text += other === undefined ? rawWords(child, instead) : (other ?? '');
    }
  }
  return text;
}

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** Text as blocks hold it: NFC, single spaces, no soft hyphens, zero-width characters or byte order marks. */
export function clean(text: string): string {
  const words = text.trim();
  if (isPlain(words)) return words;
  const seen = isComposed(words) ? words : words.normalize('NFC').replace(INVISIBLE, '');
  return seen.replace(/\s+/g, ' ').trim();
}

/** True where nothing is to be normalised and no blanks run together. Several times faster than to normalise. */
function isPlain(text: string): boolean {
  return !/[^\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]| {2}/.test(text);
}

/** True where every letter is below the combining marks (U+0300) or punctuation, so that NFC changes nothing. */
function isComposed(text: string): boolean {
  return !/[^\t-\r\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u205e]/.test(text);
}

/** What `cleanLines` would change: letters to normalise, runs of blanks, blanks at a line's ends, two blank lines in a row. */
const UNTIDY = /[^\n\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]| [ \n]|\n(?: |\n\n)/;

/** Like `clean`, but line feeds stay, with white space around them gone. */
export function cleanLines(text: string): string {
  if (!UNTIDY.test(text)) return text.trim();
  const lined = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const seen = isComposed(lined) ? lined : lined.normalize('NFC').replace(INVISIBLE, '');
  return seen
    .replace(/[^\S\n ][^\S\n]*| [^\S\n]+/g, ' ')
    .replace(/ \n ?|\n /g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
