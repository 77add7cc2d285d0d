import type { Block } from '../../model/index.js';

/** A flat block of one line; a heading where `depth` is given (0 outermost). Text is NFC with single spaces. */
export function line(text: string, depth: number | null = null, page: number | null = null): Block {
  return {
    text: tidy(text),
    role: depth === null ? 'text' : 'heading',
    unit: null,
    depth,
    num: null,
    heading: null,
    status: null,
    page,
  };
}

/** Text in NFC without soft hyphens, markup of emphasis and runs of blanks. '' stays ''. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b]/gu, '')
    .replace(/\*\*|\\(?=[.#*_-])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
