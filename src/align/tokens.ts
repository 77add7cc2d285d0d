import { CONCEPTS } from './concepts.js';

/** Words that statutes of every subject share; deontic words (shall, may, must, not) carry the rule and stay out of no list but this. */
const STOP = new Set(
  (
    'the of and to in a an or for by on be is are with that this such as it its at from any which shall may under where article ' +
    'section paragraph subsection subparagraph point chapter part act law pursuant referred accordance other not their they has have ' +
    'been his her he she who whom was were if all into than upon those these there within also each per no ' +
    'de la el los las y en a que del por para con se o un una su sus lo al como articulo es no sobre ' +
    'o os as da do das dos e em no na nos nas ou ao aos um uma seu sua art lei inciso paragrafo pelo pela deste desta ser nao ' +
    'le les des du et au aux dans par pour une sur ou est qui que ne pas article'
  ).split(/\s+/),
);

const stems = new Map<string, string>();

/** Light stem: plural, -ing and -ed endings off, then cut at 8 letters (truncation does as well as Porter on statutes, and in any Latin script). */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  let s = word;
  if (s.length > 4)
    s = s
      .replace(/ies$/, 'y')
      .replace(/(ss|x|ch|sh)es$/, '$1')
      .replace(/([^su])s$/, '$1');
  if (s.length > 6) s = s.replace(/(ing|ed|ly)$/, '');
  s = s.slice(0, 8);
  if (stems.size < 500_000) stems.set(word, s);
  return s;
}

/** Lower case without accents, the form that patterns and stems work on; '' for ''. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Decomposing Hangul or kana would break their patterns; only Latin accents go.
  return /[\u00c0-\u024f\u1e00-\u1eff]/.test(lower)
    ? lower.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (c) => c.normalize('NFD').replace(/\p{M}/gu, ''))
    : lower;
}

/** Counts of stems; runs of CJK, kana, Hangul or Thai give character bigrams. Empty for text without letters. */
export function countStems(folded: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (t: string) => counts.set(t, (counts.get(t) ?? 0) + 1);
  for (const [run] of folded.matchAll(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]+|[\p{L}\p{N}\p{M}]+/gu,
  )) {
    if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(run)) {
      for (let i = 0; i + 1 < run.length; i++) add(run.slice(i, i + 2));
    } else if (run.length > 1 && !STOP.has(run) && !/^\d+$/.test(run)) add(stem(run));
  }
  return counts;
}

const COLUMNS: Readonly<Record<string, number>> = {
  en: 1,
  zh: 2,
  ja: 3,
  ko: 4,
  pt: 5,
  es: 6,
};
const compiled = new Map<string, readonly RegExp[]>();

/** Counts of the field's concepts (row numbers of `CONCEPTS`) in folded text; null where the table lacks the language. */
export function countConcepts(folded: string, language: string): Map<number, number> | null {
  const column = COLUMNS[language];
  if (column === undefined) return null;
  let patterns = compiled.get(language);
  if (patterns === undefined) {
    const boundary = column === 1 || column >= 5 ? '\\b' : '';
    patterns = CONCEPTS.map((row) => new RegExp(`${boundary}(?:${row[column]})`, 'gu'));
    compiled.set(language, patterns);
  }
  const counts = new Map<number, number>();
  patterns.forEach((pattern, row) => {
    const hits = folded.match(pattern)?.length ?? 0;
    if (hits > 0) counts.set(row, hits);
  });
  return counts;
}
