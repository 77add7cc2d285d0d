import type { Instrument, Provision, Quantity } from '../model/index.js';

/** A number or heading farther from the beginning of a provision than this is a note in its margin, not its title. */
const NEAR = 8;

/** Where a provision's body begins: behind its own number and heading, which a page shows as its title. The start where a heading is all there is. */
export function bodyStart(p: Provision): number {
  let at = p.span.start;
  for (const title of [p.numSpan, p.headingSpan])
    if (title !== null && title.start - at <= NEAR && title.end > at && title.end < p.span.end) at = title.end;
  return at;
}

/** The words of a provision without its own number and heading, blanks folded. */
export function bodyOf(instrument: Instrument, p: Provision): string {
  const words = instrument.text.slice(bodyStart(p), p.span.end).replace(/\s+/g, ' ').trim();
  return (
    words.replace(/^[.:;—–-]\s+/, '') || instrument.text.slice(p.span.start, p.span.end).replace(/\s+/g, ' ').trim()
  );
}

/** The language of a page's stretch by BCP 47: the first where a text is in several (`en+nl`), `und` where none is told. */
export function languageTag(language: string): string {
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*/i.exec(language)?.[0] ?? 'und';
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
/** So many characters tell which way a law is written. */
const TELLING = 4000;

/** Which way a law is written: by most of its letters, since our own words (`Preamble`) may stand first on its page. */
export function directionOf(words: string): 'ltr' | 'rtl' {
  const letters = words.slice(0, TELLING).replace(/\P{L}/gu, '');
  return (letters.match(RIGHT_TO_LEFT)?.join('').length ?? 0) * 2 > letters.length ? 'rtl' : 'ltr';
}

/** Returns the words up to a length, ended at a word where the language parts its words by blanks, and the cut marked. */
export function cut(words: string, longest: number): string {
  if (words.length <= longest) return words;
  const start = words.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
  const blank = start.lastIndexOf(' ');
  return `${blank > Math.max(0, longest - LONGEST_WORD) ? start.slice(0, blank) : start} […]`;
}

const LONGEST_WORD = 40;
const UNITS: readonly (readonly [letter: string, one: string])[] = [
  ['Y', 'year'],
  ['M', 'month'],
  ['W', 'week'],
  ['D', 'day'],
];

/** Returns amounts as a reader says them, each once: `4 years`, `72 hours`, `4 %`, `20,000,000 EUR`. */
export function amountsInWords(quantities: readonly Quantity[]): readonly string[] {
  return [...new Set(quantities.map(inWords))];
}

function inWords({ kind, unit, value }: Quantity): string {
  if (kind !== 'duration') {
    const figure = value.toLocaleString('en-US', { maximumFractionDigits: 2 });
    return unit === 'percent' ? `${figure} %` : `${figure} ${unit}`;
  }
  const [date = '', time = ''] = unit.slice(1).split('T');
  const told = [
    ...UNITS.map(([letter, one]) => part(date, letter, one)),
    part(time, 'H', 'hour'),
    part(time, 'M', 'minute'),
  ].filter((x) => x !== '');
  return told.length === 0 ? unit : told.join(' ');
}

function part(duration: string, letter: string, one: string): string {
  const n = new RegExp(String.raw`(\d+(?:\.\d+)?)${letter}`).exec(duration)?.[1];
  return n === undefined ? '' : `${n} ${n === '1' ? one : `${one}s`}`;
}
