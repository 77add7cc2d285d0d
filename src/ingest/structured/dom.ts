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
  return element.children.filter(isElement);
}

/** The local tag name, without namespace prefix; one that every object inherits (`constructor`) is marked, so that no table of names finds it. */
export function nameOf(element: Element): string {
  const name = element.name.replace(/^.*:/u, '');
  return name in Object.prototype ? `${name}-element` : name;
}

/** An attribute's value, '' where it is missing. */
export function attribute(element: Element, name: string): string {
  return element.attribs[name] ?? '';
}

/** The first child element of one of these names, or null. */
export function childNamed(element: Element, ...names: string[]): Element | null {
  return elementsOf(element).find((e) => names.includes(nameOf(e))) ?? null;
}

/** The first element of this name at any depth, or null. */
export function firstNamed(roots: readonly Element[], name: string): Element | null {
  for (const root of roots) {
    if (nameOf(root) === name) return root;
    const inside = firstNamed(elementsOf(root), name);
    if (inside) return inside;
  }
  return null;
}

/** All elements of this name at any depth, outermost only, in document order. */
export function allNamed(roots: readonly Element[], name: string): Element[] {
  return roots.flatMap((e) => (nameOf(e) === name ? [e] : allNamed(elementsOf(e), name)));
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

/** Text as blocks hold it: NFC, single spaces, no soft hyphens, zero-width characters or byte order marks. */
export function clean(text: string): string {
  if (isPlain(text)) return text.trim();
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** True for most lines of English law: nothing to normalise and no run of blanks. Four times faster than to normalise. */
function isPlain(text: string): boolean {
  return !/[^\x20-\x7e]| {2}/.test(text);
}

/** Like `clean`, but line feeds stay, with white space around them gone. */
export function cleanLines(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .split('\n')
    .map(clean)
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
