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

/** What `tidy` would change: letters that NFC may compose, runs of blanks, signs of emphasis. Quicker to see than to replace. */
const UNTIDY = /[^\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]| {2}|\*\*|\\[.#*_-]/;

/** Text in NFC without soft hyphens, markup of emphasis and runs of blanks. '' stays ''. */
export function tidy(text: string): string {
  if (!UNTIDY.test(text)) return text.trim();
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b]/gu, '')
    .replace(/\*\*|\\(?=[.#*_-])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The title that a word processor's document states: its first heading, where that is of the outermost level. */
export function titleOf(blocks: readonly Block[]): { title?: string } {
  const first = blocks.find((b) => b.depth !== null);
  return first?.depth === 0 ? { title: first.text } : {};
}
