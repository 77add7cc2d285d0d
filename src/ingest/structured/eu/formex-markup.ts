import { attribute, type Element } from '../dom.js';
import { rawWords, wordsOf } from '../words.js';

const BLOCKS: ReadonlySet<string> = new Set([
  'P',
  'ALINEA',
  'LIST',
  'PARAG',
  'NP',
  'TBL',
  'ITEM',
  'ARTICLE',
  'DIVISION',
  'GR.SEQ',
  'CONSID',
  'TXT',
  'NO.P',
  'NO.PARAG',
  'TITLE',
  'CONTENTS',
  'ANNEX',
  'VISA',
  'GR.VISA',
  'QUOT.S',
  'SIGNATURE',
  'SIGNATORY',
]);

/** What is known of elements already: the walk asks of each again at every level above it. */
const blocky = new WeakMap<Element, boolean>();

/** True for an element that holds blocks, not only words. */
export function isBlocky(element: Element): boolean {
  if (element.elements.length === 0) return element.name === 'LIST' || element.name === 'TBL';
  const known = blocky.get(element);
  if (known !== undefined) return known;
  const found = holdsBlocks(element);
  blocky.set(element, found);
  return found;
}

function holdsBlocks(element: Element): boolean {
  return (
    element.name === 'LIST' ||
    element.name === 'TBL' ||
    element.elements.some((e) => BLOCKS.has(e.name) || (e.name !== 'NOTE' && isBlocky(e)))
  );
}

const WRAPPERS: ReadonlySet<string> = new Set(['NP', 'TXT', 'ALINEA', 'P']);

/** The pieces of a numbered unit: number, words, lists; wrappers are opened. */
export function flatten(element: Element): Element[] {
  const pieces: Element[] = [];
  open(element, pieces);
  return pieces;
}

function open(element: Element, pieces: Element[]): void {
  for (const e of element.elements) {
    if (WRAPPERS.has(e.name) && isBlocky(e)) open(e, pieces);
    else if (e.name !== 'NOTE') pieces.push(e);
  }
}

/** The words of an element, without its footnotes. */
export function words(element: Element): string {
  return wordsOf(element, quotes);
}

/** Quotation marks are empty elements that carry the code of their character. */
export function quotes(element: Element): string | null | undefined {
  const name = element.name;
  if (name === 'NOTE') return null;
  if (name !== 'QUOT.START' && name !== 'QUOT.END') return name === 'P' ? ` ${rawWords(element, quotes)} ` : undefined;
  const code = Number.parseInt(attribute(element, 'CODE'), 16);
  return Number.isFinite(code) ? String.fromCodePoint(code) : '"';
}
