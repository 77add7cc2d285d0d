import { MONTHS } from './months.js';

/** A day that words name, and where they end. */
export interface NamedDay {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

const MONTH = '(?<month>\\p{L}{3,10})\\.?';
const FORMS: readonly RegExp[] = [
  new RegExp(
    `(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)? (?:day of |de |d[’'])?${MONTH},? (?:de |del |do )?(?<year>\\d{4})`,
    'gu',
  ),
  new RegExp(`${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})`, 'gu'),
  /(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/gu,
  /(?<year>\d{4}) ?[年년] ?(?<month>\d{1,2}) ?[月월] ?(?<day>\d{1,2}) ?[日일]/gu,
];

/** The days that words name, in order: `25 May 2018`, `May 25, 2018`, `25 de mayo de 2018`, `2018年5月25日`. Impossible days are none. */
export function daysIn(words: string): NamedDay[] {
  const found = FORMS.flatMap((form) =>
    [...words.matchAll(form)].flatMap((match) => {
      const { day = '', month = '', year = '' } = match.groups ?? {};
      const date = dateOf(Number(year), monthOf(month), Number(day));
      return date === null ? [] : [{ date, start: match.index, end: match.index + match[0].length }];
    }),
  );
  return found.sort((a, b) => a.start - b.start);
}

function monthOf(word: string): number {
  return /^\d/.test(word) ? Number(word) : (MONTHS.get(word.toLowerCase()) ?? 0);
}

function dateOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (month < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
