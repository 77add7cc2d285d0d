import { BODIES } from './bodies.js';
import { BORDERS } from './borders.js';
import { ARABIC } from './columns/arabic.js';
import { GERMAN } from './columns/german.js';
import { INDONESIAN } from './columns/indonesian.js';
import { THAI } from './columns/thai.js';
import { TURKISH } from './columns/turkish.js';
import { VIETNAMESE } from './columns/vietnamese.js';
import { DRAFTING } from './drafting.js';
import { DUTIES } from './duties.js';
import { PERSONS } from './persons.js';
import { RIGHTS } from './rights.js';
import { TRADE } from './trade.js';

/** Languages of the rooms' tables, in the order of their columns. */
const SIDE_BY_SIDE = ['en', 'zh', 'ja', 'ko', 'pt', 'es', 'fr'] as const;
/** Languages with a table of their own: `concept ¦ pattern`, without the concepts that the language has no sure term for. */
const APART = { de: GERMAN, vi: VIETNAMESE, id: INDONESIAN, tr: TURKISH, th: THAI, ar: ARABIC } as const;

/** Languages that the field's terms are known in, in the order of each concept's patterns. */
export const TABLE_LANGUAGES = [...SIDE_BY_SIDE, ...(Object.keys(APART) as (keyof typeof APART)[])] as const;

const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((row) => row.split(' ¦ '));
const apart = Object.values(APART).map(
  (table) => new Map(rowsOf(table).map(([id = '', pattern = '']) => [id, pattern] as const)),
);

/**
 * The field's terms in the languages of the corpus: one row a concept, one pattern a language; null where the table knows no sure term.
 * A law's words become language-neutral features through it: `adequacy` is seen in 充分性, 十分性, 적정성 and `adequado` alike.
 * Patterns are our own reading of the statutes' vocabulary, phrases before single words; they are matched without accents, in lower case.
 * The row number is the feature number.
 */
export const CONCEPTS: readonly { readonly id: string; readonly patterns: readonly (string | null)[] }[] = [
  PERSONS,
  DUTIES,
  RIGHTS,
  BORDERS,
  BODIES,
  DRAFTING,
  TRADE,
].flatMap((table) =>
  rowsOf(table).map(([id = '', ...patterns]) => ({
    id,
    patterns: [
      ...SIDE_BY_SIDE.map((_, n) => (patterns[n] === '-' ? null : (patterns[n] ?? null))),
      ...apart.map((column) => column.get(id) ?? null),
    ],
  })),
);
