import { isBlank } from '../blanks.js';
import { allNamed, type Element } from './dom.js';

/** What `wordsOf` puts in an element's place: null drops it, undefined reads its children. */
export type Instead = (element: Element) => string | null | undefined;

/** The words inside an element, cleaned. `instead` may drop or replace elements on the way. */
export function wordsOf(element: Element, instead?: Instead): string {
  return clean(rawWords(element, instead));
}

/** The words of a table's cells, row by row; `row` is the name of its rows. */
export function rowsOf(table: Element, row: string, words: (cell: Element) => string): string[][] {
  return allNamed([table], row).map((r) => r.elements.map(words));
}

/** The words inside an element with white space as it stands. */
export function rawWords(element: Element, instead?: Instead): string {
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string') text += child;
    else {
      const other = instead?.(child);
      text += other === undefined ? rawWords(child, instead) : (other ?? '');
    }
  }
  return text;
}

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
/** Runs of white space that are no single space; most blanks are, and are passed by. */
const RUN = /[^\S ]\s*| \s+/g;

/** Text as blocks hold it: NFC, single spaces, no soft hyphens, zero-width characters or byte order marks. */
export function clean(text: string): string {
  const words = text.trim();
  if (isPlain(words)) return words;
  const seen = isComposed(words) ? words : words.normalize('NFC').replace(INVISIBLE, '');
  return seen.replace(RUN, ' ').trim();
}

/** True where nothing is to be normalised and no blanks run together. Several times faster than to normalise. */
function isPlain(text: string): boolean {
  return !/[^\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]| {2}/.test(text);
}

/** True where every letter is below the combining marks (U+0300) or punctuation, so that NFC changes nothing. */
function isComposed(text: string): boolean {
  return !/[^\t-\r\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u205e]/.test(text);
}

/** Letters that NFC may change, and white space that is neither a blank nor a line feed. */
const UNTIDY = /[^\n\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]/;

/** Like `clean`, but line feeds stay, with white space around them gone and no two blank lines in a row. */
export function cleanLines(text: string): string {
  if (!UNTIDY.test(text)) return singleBlanks(trimLines(text));
  // Fixed strings are found many times as fast as patterns.
  const spaced = text.replaceAll('\xa0', ' ').replaceAll('\t', ' ');
  const lined = trimLines(spaced.includes('\r') ? spaced.replace(/\r\n?/g, '\n') : spaced);
  if (!UNTIDY.test(lined)) return singleBlanks(lined);
  const seen = isComposed(lined) ? lined : trimLines(lined.normalize('NFC').replace(INVISIBLE, ''));
  return seen.replace(/[^\S\n ][^\S\n]*| [^\S\n]+/g, ' ');
}

function singleBlanks(text: string): string {
  return text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text;
}

/** Without the white space around line feeds, two of which stand for more. Most lines are met once, where they break. */
function trimLines(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
    let end = at;
    while (end > from && isBlank(text.charCodeAt(end - 1))) end -= 1;
    pieces.push(text.slice(from, end));
    let breaks = 0;
    for (from = at; from < text.length && isBlank(text.charCodeAt(from)); from += 1)
      if (text.charCodeAt(from) === LINE_FEED) breaks += 1;
    pieces.push(breaks > 1 ? '\n\n' : '\n');
  }
  pieces.push(text.slice(from));
  return pieces.join('').trim();
}

const LINE_FEED = 0x0a;
