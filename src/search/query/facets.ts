import type { FacetName } from '../../model/index.js';
import { QueryError, type QueryNode } from './model.js';
import type { Token } from './tokens.js';

const KINDS = ['statute', 'regulation', 'agreement', 'convention', 'archetype'];
const FORCES = ['hard', 'soft'];
const CODES_FOR_NAMES = new Map<string, string>();

/**
 * A facet of a query with its value in the form the index keeps.
 * @throws QueryError where the value is none that the facet can have.
 */
export function facetNode(facet: FacetName, token: Pick<Token, 'at' | 'text'>, query: string): QueryNode {
  const fail = (message: string, mend: string): QueryError => new QueryError(message, token.at, query, mend);
  const value = token.text.normalize('NFC');
  const lower = value.toLowerCase();
  if (value === '') throw fail(`'${facet}:' wants a value.`, `Write ${facet}:VALUE without a space between.`);
  if (facet === 'year' && yearRange(value) === null)
    throw fail(`'${value}' is no year.`, 'Write year:2016, year:2015..2020, year:2015.. or year:..2020.');
  if (facet === 'year' && isBackward(value))
    throw fail(`'${value}' ends before it begins.`, `Write year:${value.split('..').reverse().join('..')}.`);
  if (facet === 'kind' && !KINDS.includes(lower))
    throw fail(`There is no kind '${value}'.`, `Kinds: ${KINDS.join(', ')}.`);
  if (facet === 'force' && !FORCES.includes(lower)) throw fail(`There is no force '${value}'.`, 'Forces: hard, soft.');
  if (facet === 'jurisdiction' || facet === 'party')
    return { type: 'facet', facet, value: jurisdictionCode(value).normalize('NFC') };
  return { type: 'facet', facet, value: (facet === 'lang' ? languageTag(lower) : lower).normalize('NFC') };
}

function isBackward(value: string): boolean {
  const [from, to] = yearRange(value) ?? [0, 0];
  return from > to;
}

/** `ja` for Japanese (the English name); a tag or a name nobody knows stays as typed. */
function languageTag(text: string): string {
  if (text.length <= LONGEST_TAG || text.includes('-')) return text;
  if (LANGUAGES.size === 0) {
    const namer = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
    for (const tag of twoLetters('a')) LANGUAGES.set(namer.of(tag)?.toLowerCase() ?? tag, tag);
  }
  return LANGUAGES.get(text) ?? text;
}
const LANGUAGES = new Map<string, string>();
const LONGEST_TAG = 3;

/** aa, ab … zz, or AA … ZZ: every code that two letters can be. */
function twoLetters(first: 'a' | 'A'): string[] {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(first.charCodeAt(0) + i));
  return letters.flatMap((a) => letters.map((b) => a + b));
}

/** First and last year of `2016`, `2015..2020`, `2015..` or `..2020`; null for anything else. */
export function yearRange(text: string): readonly [number, number] | null {
  const m = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(text);
  if (m === null || (m[1] === undefined && m[3] === undefined)) return null;
  if (m[2] === undefined) return m[1] === undefined || m[3] !== undefined ? null : [Number(m[1]), Number(m[1])];
  return [Number(m[1] ?? 0), Number(m[3] ?? 9999)];
}

/** `SG` for sg and for Singapore (the English name); a code or name nobody knows stays as typed, in capitals. */
export function jurisdictionCode(text: string): string {
  if (/^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?$/.test(text)) return text.toUpperCase();
  return named().get(text.toLowerCase().replaceAll('_', ' ')) ?? text.toUpperCase();
}

/** English names of a jurisdiction's code, as a searcher may type them; [] for a code without one. */
export function jurisdictionNames(code: string): readonly string[] {
  const known = NAMES_FOR_CODES.get(code) ?? namesOf(code);
  NAMES_FOR_CODES.set(code, known);
  return known;
}
const NAMES_FOR_CODES = new Map<string, readonly string[]>();

function namesOf(code: string): string[] {
  const subdivision = SUBDIVISIONS[code];
  if (subdivision !== undefined) return [subdivision];
  if (!/^[A-Z]{2}$/.test(code)) return [];
  const name = names().of(code);
  const other = OTHER_NAMES[code];
  return [...(name === undefined || name === code ? [] : [name]), ...(other === undefined ? [] : [other])];
}

const SUBDIVISIONS: Readonly<Record<string, string>> = { 'US-CA': 'California', 'CA-QC': 'Quebec' };
/** Names in use beside the one of Unicode's table. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  GB: 'UK',
  US: 'USA',
  KR: 'Korea',
  TR: 'Turkey',
  VN: 'Viet Nam',
  CZ: 'Czech Republic',
};

let displayNames: Intl.DisplayNames | null = null;

function names(): Intl.DisplayNames {
  displayNames ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return displayNames;
}

function named(): ReadonlyMap<string, string> {
  if (CODES_FOR_NAMES.size > 0) return CODES_FOR_NAMES;
  for (const code of twoLetters('A'))
    for (const name of jurisdictionNames(code))
      if (!CODES_FOR_NAMES.has(name.toLowerCase())) CODES_FOR_NAMES.set(name.toLowerCase(), code);
  for (const [code, name] of Object.entries(SUBDIVISIONS)) CODES_FOR_NAMES.set(name.toLowerCase(), code);
  return CODES_FOR_NAMES;
}
