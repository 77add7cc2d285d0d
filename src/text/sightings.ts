import { CONCEPTS, TABLE_LANGUAGES } from './field/index.js';

/** Languages whose words stand apart: a pattern begins where a word begins. Turkish laws reach us with words run together. */
const SPACED = new Set(['en', 'pt', 'es', 'fr', 'de', 'vi', 'id']);
/** Letters of a word's beginning by which patterns are looked up. */
const HEAD = 3;

type Sighting = (folded: string) => Map<number, number>;
const sightings = new Map<string, Sighting>();

/** Latin letters with accents, and the dot that lower case leaves of a Turkish İ. */
const LETTER = /[\u00c0-\u024f\u1e00-\u1eff]|\u0307/g;
const LETTERED = new RegExp(LETTER.source);
/** Latin letters that no decomposition makes plain. */
const PLAIN: Readonly<Record<string, string>> = { ı: 'i', đ: 'd', ß: 'ss' };

/** Lower case, without the accents of Latin letters; decomposing Hangul or kana would break their words. */
export function foldLatin(text: string): string {
  const lower = text.toLowerCase();
  return LETTERED.test(lower)
    ? lower.replace(LETTER, (c) => PLAIN[c] ?? c.normalize('NFD').replace(/\p{M}/gu, ''))
    : lower;
}

/**
 * How often each of the field's concepts (row numbers of `CONCEPTS`) is seen in text folded by `foldLatin`; null where the table
 * lacks the language.
 * @example sightConcepts('each party shall allow cross-border transfer', 'en') // rows of party-state, transfer…
 */
export function sightConcepts(folded: string, language: string): ReadonlyMap<number, number> | null {
  const column = (TABLE_LANGUAGES as readonly string[]).indexOf(language);
  if (column < 0) return null;
  let sight = sightings.get(language);
  if (sight === undefined) {
    const patterns = CONCEPTS.map((row) => row.patterns[column] ?? null);
    sight = SPACED.has(language) ? byWord(patterns) : everywhere(patterns);
    sightings.set(language, sight);
  }
  return sight(folded);
}

/**
 * Whether folded text names any of the concepts (ids of `CONCEPTS`); null where the table lacks the language. For a few concepts in short texts:
 * `sightConcepts` looks for all of them.
 */
export function seesAny(folded: string, language: string, ids: readonly string[]): boolean | null {
  const column = (TABLE_LANGUAGES as readonly string[]).indexOf(language);
  if (column < 0) return null;
  const key = `${language} ${ids.join()}`;
  let pattern = eithers.get(key);
  if (pattern === undefined) {
    const ways = CONCEPTS.filter((c) => ids.includes(c.id)).flatMap((c) => c.patterns[column] ?? []);
    pattern = ways.length === 0 ? null : new RegExp(`${SPACED.has(language) ? '\\b' : ''}(?:${ways.join('|')})`, 'u');
    eithers.set(key, pattern);
  }
  return pattern?.test(folded) ?? false;
}
const eithers = new Map<string, RegExp | null>();

function everywhere(patterns: readonly (string | null)[]): Sighting {
  const compiled = patterns.map((p) => (p === null ? null : new RegExp(`(?:${p})`, 'gu')));
  return (folded) => {
    const counts = new Map<number, number>();
    compiled.forEach((pattern, row) => {
      const hits = pattern === null ? 0 : (folded.match(pattern)?.length ?? 0);
      if (hits > 0) counts.set(row, hits);
    });
    return counts;
  };
}

/** Tries at each word only the patterns that can begin so: a hundred patterns over every text would take the time of all the rest. */
function byWord(patterns: readonly (string | null)[]): Sighting {
  const compiled = patterns.map((p) => (p === null ? null : new RegExp(`\\b(?:${p})`, 'uy')));
  // By length of the head, then by its letters as one number.
  const byHead = Array.from({ length: HEAD + 1 }, () => new Map<number, number[]>());
  patterns.forEach((pattern, row) => {
    for (const head of new Set(pattern === null ? [] : headsOf(pattern))) {
      const rows = byHead[head.length];
      const key = headAt(head, 0, head.length);
      rows?.set(key, [...(rows.get(key) ?? []), row]);
    }
  });
  return (folded) => {
    const counts = new Map<number, number>();
    const until = new Int32Array(patterns.length);
    const tryAt = (rows: readonly number[] | undefined, at: number) => {
      for (const row of rows ?? []) {
        const pattern = compiled[row];
        if (pattern === undefined || pattern === null || at < (until[row] ?? 0)) continue;
        pattern.lastIndex = at;
        if (!pattern.test(folded)) continue;
        until[row] = pattern.lastIndex;
        counts.set(row, (counts.get(row) ?? 0) + 1);
      }
    };
    let inWord = false;
    for (let at = 0; at < folded.length; at++) {
      const isLetter = isWordUnit(folded.charCodeAt(at));
      if (isLetter && !inWord)
        for (let n = 0; n <= HEAD && at + n <= folded.length; n++) tryAt(byHead[n]?.get(headAt(folded, at, n)), at);
      inWord = isLetter;
    }
    return counts;
  };
}

/** Seven bits for each letter: heads are ASCII. */
const HEAD_BITS = 7;

/** So many letters from a place on as one number; -1 where one of them begins no pattern. */
function headAt(text: string, at: number, length: number): number {
  let head = 0;
  for (let i = at; i < at + length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >> HEAD_BITS > 0) return -1;
    head = (head << HEAD_BITS) | unit;
  }
  return head;
}

/** The units that `\b` takes for words: ASCII letters, digits, the low line. */
function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || unit === 95;
}

/**
 * The ways in which a match of the pattern can begin, each at most `HEAD` letters; '' where anything may come. Reads literals, groups and
 * alternatives; whatever else it meets ends a head.
 */
export function headsOf(pattern: string): string[] {
  return alternatives(pattern).flatMap(headsOfOne);
}

function headsOfOne(pattern: string): string[] {
  let rest = pattern.startsWith('\\b') ? pattern.slice(2) : pattern;
  let head = '';
  while (head.length < HEAD) {
    if (rest.startsWith('(')) {
      const close = closing(rest);
      const inner = rest.slice(1, close).replace(/^\?:/, '');
      const after = rest.slice(close + 1);
      if (inner.startsWith('?') || /^[*{]/.test(after)) return [head];
      const isOptional = after.startsWith('?');
      const tail = isOptional ? after.slice(1) : after;
      const ways = [...alternatives(inner).map((a) => a + tail), ...(isOptional ? [tail] : [])];
      return ways.flatMap((w) => headsOf(w).map((h) => (head + h).slice(0, HEAD)));
    }
    if (!/^[a-z0-9 '-]/.test(rest) || /^.[?*{]/.test(rest)) return [head];
    head += rest[0];
    rest = rest.slice(1);
  }
  return [head];
}

function closing(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  return text.length;
}

function alternatives(pattern: string): string[] {
  const parts = [''];
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i] ?? '';
    if (c === '(') depth++;
    if (c === ')') depth--;
    if (c === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c === '\\' ? c + (pattern[++i] ?? '') : c;
  }
  return parts;
}
