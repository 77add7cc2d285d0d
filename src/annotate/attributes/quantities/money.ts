import type { Numeral } from './numerals.js';
import type { Amount } from './ranges.js';

/** ISO 4217 codes with what their money is called; `$` and other shared names go by the country (`SHARED`). */
const NAMES: readonly (readonly [code: string, words: string])[] = [
  ['EUR', '€|EUR|[Ee]uros?'],
  [
    'USD',
    'US\\$|U\\.S\\.\\$|USD|(?:US|U\\.S\\.|United States) [Dd]ollars?|dólares (?:de los Estados Unidos|estadounidenses|americanos)',
  ],
  ['GBP', '£|GBP|[Pp]ounds?(?: sterling)?'],
  ['BRL', 'R\\$|BRL|reais'],
  ['INR', '₹|INR'],
  ['CNY', 'CNY|RMB|人民币'],
  ['JPY', '¥|JPY|[Yy]en'],
  ['KRW', '₩|KRW|won\\b'],
  ['RWF', 'RWF|FRW|Frw|Rwandan [Ff]rancs?'],
  ['CHF', 'CHF|Fr\\.|(?:Swiss )?[Ff]rancs?|[Ff]ranken|francs suisses'],
  ['AUD', 'AUD|A\\$|Australian dollars?'],
  ['CAD', 'CAD|C\\$|CA\\$|Canadian dollars?'],
  ['SGD', 'SGD|S\\$|Singapore dollars?'],
  ['NZD', 'NZD|NZ\\$'],
  ['HKD', 'HKD|HK\\$'],
  ['TWD', 'TWD|NT\\$|NTD|新(?:台|臺)幣'],
  ['THB', 'THB|[Bb]aht'],
  ['IDR', 'IDR|Rp\\.?|[Rr]upiah'],
  ['MYR', 'MYR|RM|[Rr]inggit'],
  ['VND', 'VND|đồng'],
  ['PHP', 'PHP|₱|Php'],
  ['TRY', 'TRY|TL|Türk\\s?[Ll]irası|[Tt]urkish [Ll]iras?'],
  ['ZAR', 'ZAR|[Rr]ands?\\b'],
  ['NGN', 'NGN|₦|[Nn]aira'],
  ['KES', 'KES|Ksh\\.?|Kenya [Ss]hillings?'],
  ['GHS', 'GHS|cedis?'],
  ['AED', 'AED|[Dd]irhams?|درهم(?:اً|ا)?'],
  ['SAR', 'SAR|[Rr]iyals?|ريال(?:اً|ا)?'],
];
/** Names that stand only after the number; before one, their characters are part of another word. */
const AFTER_ONLY: readonly (readonly [code: string, words: string])[] = [
  ['HKD', '港元|港币'],
  ['CNY', '(?:人民币)?元(?!素|件|数)'],
  ['JPY', '円'],
  ['KRW', '원(?!칙|고|인)'],
  ['THB', 'บาท'],
  ['TRY', 'Türk\\s?[Ll]irası(?:na|ndan|nı|nın)'],
];
/** Names that several countries share, by ISO 3166 code of the instrument's first jurisdiction; `''` where none is listed. */
const SHARED: readonly (readonly [words: string, byCountry: Readonly<Record<string, string>>])[] = [
  [
    '\\$|[Dd]ollars?|dólares',
    {
      '': 'USD',
      US: 'USD',
      CA: 'CAD',
      AU: 'AUD',
      SG: 'SGD',
      NZ: 'NZD',
      HK: 'HKD',
      MX: 'MXN',
      CL: 'CLP',
      CO: 'COP',
      AR: 'ARS',
      JM: 'JMD',
    },
  ],
  ['Rs\\.?|[Rr]upees?', { '': 'INR', IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR', MU: 'MUR' }],
  ['[Pp]esos', { '': 'MXN', MX: 'MXN', CL: 'CLP', CO: 'COP', AR: 'ARS', UY: 'UYU', PH: 'PHP' }],
  ['[Ss]hillings?', { '': 'KES', KE: 'KES', UG: 'UGX', TZ: 'TZS' }],
];

const either = (words: readonly string[]): string => words.map((w) => `(?:${w})`).join('|');
const UNITS = either([...NAMES, ...SHARED].map(([first, second]) => (typeof second === 'string' ? second : first)));
const BEFORE = new RegExp(`(?<![\\p{Script=Latin}\\d])(${UNITS})\\s?$`, 'u');
const AFTER = new RegExp(
  `\\s?(?:of |de |in )?(${UNITS}|${either(AFTER_ONLY.map(([, words]) => words))})(?![\\p{Script=Latin}])`,
  'uy',
);
/** A letter O after digits is a nought that was misread when the page was scanned: the sum is not known. */
const MISREAD = /^[.,]?O/u;
/** No name of a currency is longer. */
const LONGEST_NAME = 32;

/** The sum of money that a number is part of, by the currency before or after it; null where none is named. `country` (ISO 3166-1) decides what `$` or 'rupees' are. */
export function money(text: string, n: Numeral, country: string): Amount | null {
  if (n.isArticle || MISREAD.test(text.slice(n.end, n.end + 2))) return null;
  const before = BEFORE.exec(text.slice(Math.max(0, n.start - LONGEST_NAME), n.start));
  AFTER.lastIndex = n.end;
  const after = before === null ? AFTER.exec(text) : null;
  const unit = currency(before?.[1] ?? after?.[1] ?? '', country);
  if (unit === null) return null;
  const start = n.start - (before?.[0].length ?? 0);
  return { kind: 'money', value: n.value, unit, start, end: n.end + (after?.[0].length ?? 0), number: n };
}

const compiled = [
  ...[...NAMES, ...AFTER_ONLY].map(
    ([code, words]) => [new RegExp(`^(?:${words})$`, 'u'), { '': code } as Readonly<Record<string, string>>] as const,
  ),
  ...SHARED.map(([words, codes]) => [new RegExp(`^(?:${words})$`, 'u'), codes] as const),
];

function currency(word: string, country: string): string | null {
  const codes = compiled.find(([expression]) => expression.test(word.trim()))?.[1];
  return codes === undefined ? null : (codes[country] ?? codes[''] ?? null);
}
