import { foldLatin } from '../../text/sightings.js';
import { type Bag, numberOf, toBag } from './bags.js';

export { foldLatin as fold };

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

/** Words remembered: more than the corpus has, so that a stray file of noise fills no memory. */
const MOST_KNOWN = 500_000;

/** Light stem: plural, -ing and -ed endings off, then cut at 8 letters (truncation does as well as Porter on statutes, and in any Latin script). */
export function stem(word: string): string {
  let s = word;
  if (s.length > 4)
    s = s
      .replace(/ies$/, 'y')
      .replace(/(ss|x|ch|sh)es$/, '$1')
      .replace(/([^su])s$/, '$1');
  if (s.length > 6) s = s.replace(/(ing|ed|ly)$/, '');
  return s.slice(0, 8);
}

const RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]+|[\p{L}\p{N}\p{M}]+/gu;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** A word's number, or -1 for a word that says nothing. */
const known = new Map<string, number>();

/** Stems of a folded text with their counts; runs of CJK, kana, Hangul or Thai give character bigrams. Empty without letters. */
export function stemBag(folded: string): Bag {
  const counts = new Map<number, number>();
  const add = (id: number) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [run] of folded.matchAll(RUN)) {
    const seen = known.get(run);
    if (seen !== undefined) {
      if (seen >= 0) add(seen);
    } else if (UNSPACED.test(run)) {
      for (let i = 0; i + 1 < run.length; i++) add(numberOf(run.slice(i, i + 2)));
    } else {
      const isWord = run.length > 1 && !STOP.has(run) && !/^\d+$/.test(run);
      const id = isWord ? numberOf(stem(run)) : -1;
      if (known.size < MOST_KNOWN) known.set(run, id);
      if (isWord) add(id);
    }
  }
  return toBag(counts);
}
