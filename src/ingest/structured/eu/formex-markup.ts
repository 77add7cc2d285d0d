import { attribute, clean, type Element, elementsOf, nameOf, wordsOf } from '../dom.js';

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

/** True for an element that holds blocks, not only words. */
export function isBlocky(element: Element): boolean {
  return (
    nameOf(element) === 'LIST' ||
    nameOf(element) === 'TBL' ||
    elementsOf(element).some((e) => BLOCKS.has(nameOf(e)) || (nameOf(e) !== 'NOTE' && isBlocky(e)))
  );
}

/** The pieces of a numbered unit: number, words, lists; wrappers are opened. */
export function flatten(element: Element): Element[] {
  return elementsOf(element).flatMap((e) => {
    const wrapper = ['NP', 'TXT', 'ALINEA', 'P'].includes(nameOf(e)) && isBlocky(e);
    return wrapper ? flatten(e) : nameOf(e) === 'NOTE' ? [] : [e];
  });
}

/** The words of an element, without its footnotes. */
export function words(element: Element): string {
  return clean(wordsOf(element, quotes));
}

/** Quotation marks are empty elements that carry the code of their character. */
export function quotes(element: Element): string | null | undefined {
  const name = nameOf(element);
  if (name === 'NOTE') return null;
  if (name !== 'QUOT.START' && name !== 'QUOT.END') return name === 'P' ? ` ${wordsOf(element, quotes)} ` : undefined;
  const code = Number.parseInt(attribute(element, 'CODE'), 16);
  return Number.isFinite(code) ? String.fromCodePoint(code) : '"';
}
