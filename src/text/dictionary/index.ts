import { foldLatin } from '../sightings.js';
import { ACTS } from './acts.js';
import { PERSONS } from './persons.js';
import { THINGS } from './things.js';

/** Languages of the dictionary's columns. */
export const DICTIONARY_LANGUAGES = ['en', 'zh', 'ja', 'ko', 'pt', 'es', 'fr', 'de'] as const;

/**
 * The common words of statutes in eight languages, a row a meaning, as wide as it takes for the languages to agree: where the field's term
 * table (`../field`) tells adequacy from consent, this tells a law's everyday words. Entries are our own, by general knowledge of the
 * languages: beginnings of words; `.` ends a word or stands between two.
 */
const ROWS: readonly (readonly string[])[] = [ACTS, PERSONS, THINGS].flatMap((table) =>
  table
    .trim()
    .split('\n')
    .map((row) => row.split(' ¦ ')),
);

/** What the dictionary's rows are known by, in their order: the first two English entries of each. */
export const MEANINGS: readonly string[] = ROWS.map(([english = '']) => english.split(',').slice(0, 2).join('/'));

/** Scripts whose words are sought wherever they stand. */
const UNSPACED = new Set(['zh', 'ja', 'ko']);
/** Tokens remembered for each language. */
const MOST_KNOWN = 200_000;

interface Entry {
  readonly text: string;
  /** Nothing may follow it in its word. */
  readonly isWhole: boolean;
  readonly row: number;
}

/**
 * How often the meanings of the dictionary (row numbers) are seen in text folded by `foldLatin`, of entries that begin alike the longest;
 * null where it lacks the language.
 * @example sightWords('the controller keeps records', 'en') // rows of responsible, keep, record
 */
export function sightWords(folded: string, language: string): ReadonlyMap<number, number> | null {
  const sight = sightings.get(language) ?? prepare(language);
  return sight === null ? null : sight(folded);
}

type Sight = (folded: string) => ReadonlyMap<number, number>;
const sightings = new Map<string, Sight>();

function prepare(language: string): Sight | null {
  const column = (DICTIONARY_LANGUAGES as readonly string[]).indexOf(language);
  if (column < 0) return null;
  const entries = ROWS.flatMap((columns, row) =>
    (columns[column] ?? '')
      .split(',')
      .filter((e) => e !== '' && e !== '-')
      .map(
        (e): Entry => ({
          text: foldLatin(e.replace(/\.$/, '').replaceAll('.', ' ')),
          isWhole: e.endsWith('.'),
          row,
        }),
      ),
  ).sort((a, b) => b.text.length - a.text.length);
  const made = UNSPACED.has(language) ? everywhere(entries) : byWord(entries);
  sightings.set(language, made);
  return made;
}

/** The longest entry at each place, and on behind it. */
function everywhere(entries: readonly Entry[]): Sight {
  const byFirst = grouped(entries, 1);
  return (folded) => {
    const counts = new Map<number, number>();
    for (let at = 0; at < folded.length; ) {
      const here = (byFirst.get(folded.charAt(at)) ?? []).filter((e) => folded.startsWith(e.text, at));
      const long = here[0]?.text.length ?? 1;
      for (const e of here) if (e.text.length === long) count(counts, e.row);
      at += long;
    }
    return counts;
  };
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

function byWord(entries: readonly Entry[]): Sight {
  const singles = grouped(
    entries.filter((e) => !e.text.includes(' ')),
    2,
  );
  const phrases = grouped(
    entries.filter((e) => e.text.includes(' ')),
    2,
  );
  const known = new Map<string, readonly number[]>();
  const rowsOf = (token: string): readonly number[] => {
    const seen = known.get(token);
    if (seen !== undefined) return seen;
    const here = (singles.get(token.slice(0, 2)) ?? []).filter((e) =>
      e.isWhole ? token === e.text : token.startsWith(e.text),
    );
    const rows = here.filter((e) => e.text.length === here[0]?.text.length).map((e) => e.row);
    if (known.size < MOST_KNOWN) known.set(token, rows);
    return rows;
  };
  return (folded) => {
    const counts = new Map<number, number>();
    for (const match of folded.matchAll(WORD)) {
      const token = match[0];
      const phrase = (phrases.get(token.slice(0, 2)) ?? []).find((e) => folded.startsWith(e.text, match.index));
      if (phrase !== undefined) count(counts, phrase.row);
      else for (const row of rowsOf(token)) count(counts, row);
    }
    return counts;
  };
}

function grouped(entries: readonly Entry[], letters: number): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const e of entries) {
    const key = e.text.slice(0, letters);
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [e]);
    else list.push(e);
  }
  return groups;
}

function count(counts: Map<number, number>, row: number): void {
  counts.set(row, (counts.get(row) ?? 0) + 1);
}
