import { BODIES } from './bodies.js';
import { BORDERS } from './borders.js';
import { DRAFTING } from './drafting.js';
import { DUTIES } from './duties.js';
import { PERSONS } from './persons.js';
import { RIGHTS } from './rights.js';
import { TRADE } from './trade.js';

/** Languages of the table's columns, after the concept's id. */
export const TABLE_LANGUAGES = ['en', 'zh', 'ja', 'ko', 'pt', 'es', 'fr'] as const;

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
  table
    .trim()
    .split('\n')
    .map((row) => {
      const [id = '', ...patterns] = row.split(' ¦ ');
      return { id, patterns: TABLE_LANGUAGES.map((_, n) => (patterns[n] === '-' ? null : (patterns[n] ?? null))) };
    }),
);
