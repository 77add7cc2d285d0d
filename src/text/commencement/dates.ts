import { MONTHS } from './months.js';

/** A day that words name, and where they end. */
export interface NamedDay {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** Letters of the months below; to ready \p{L} would take longer than to read a law. */
const MONTH = '(?<month>[A-Za-z\\u00c0-\\u024f]{3,10})\\.?';
const FORMS: readonly RegExp[] = [
  new RegExp(
    `(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)? (?:day of |de |d[’'])?${MONTH},? (?:de |del |do )?(?<year>\\d{4})`,
    'g',
  ),
  new RegExp(`${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})`, 'g'),
  /(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/g,
  /(?<year>\d{4}) ?[年년] ?(?<month>\d{1,2}) ?[月월] ?(?<day>\d{1,2}) ?[日일]/g,
];

/** Days are sought around years, which few sentences have: trying all forms at every letter took a tenth of a second a law. */
const YEAR = /\d{4}/g;
/** The longest form has fewer characters on either side of its year. */
const AROUND = 48;

/** The days that words name, in order: `25 May 2018`, `May 25, 2018`, `25 de mayo de 2018`, `2018年5月25日`. Impossible days are none. */
export function daysIn(words: string): NamedDay[] {
  const found = new Map<number, NamedDay>();
  // Another year's day may be cut where the piece begins or ends.
  for (const { index } of words.matchAll(YEAR))
    for (const day of daysBetween(words, Math.max(0, index - AROUND), index + AROUND))
      if (day.start <= index && day.end > index) found.set(day.start, found.get(day.start) ?? day);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function daysBetween(words: string, from: number, to: number): NamedDay[] {
  const near = words.slice(from, to);
  return FORMS.flatMap((form) =>
    [...near.matchAll(form)].flatMap((match) => {
      const { day = '', month = '', year = '' } = match.groups ?? {};
      const date = dateOf(Number(year), monthOf(month), Number(day));
      const start = from + match.index;
      return date === null ? [] : [{ date, start, end: start + match[0].length }];
    }),
  );
}

function monthOf(word: string): number {
  return /^\d/.test(word) ? Number(word) : (MONTHS.get(word.toLowerCase()) ?? 0);
}

function dateOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (month < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
