import { SaxesParser } from 'saxes';

/** An element of an XML document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads well-formed XML with declared prefixes. @throws where it is neither. */
export function readXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (e) => {
    throw e;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, a]) => [key, (a as { value: string }).value]);
    const element: Element = { name, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const at = open.at(-1);
    if (at !== undefined) at.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [first] = root.children;
  if (first === undefined) throw new Error('no element');
  return first;
}

export function* all(element: Element): Iterable<Element> {
  yield element;
  for (const child of element.children) yield* all(child);
}
