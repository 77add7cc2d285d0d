import { fold, stem, type Term } from '../../text/analyse.js';
import { stemArabic } from './arabic.js';
import { singularOf } from './romance.js';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/**
 * Scripts that are not cut at spaces, or (Korean) glue particles onto words: two characters at a time are indexed, which
 * needs no dictionary and finds 개인정보 in 개인정보를.
 */
const UNSPACED_CLASS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}ー々〇';
const RUNS = new RegExp(`[${UNSPACED_CLASS}]+|[^${UNSPACED_CLASS}]+`, 'gu');
const HAS_UNSPACED = new RegExp(`[${UNSPACED_CLASS}]`, 'u');
const UNSPACED = new RegExp(`^[${UNSPACED_CLASS}]`, 'u');
const ARABIC = /^\p{Script=Arabic}/u;
/** Words that carry no search value. Deontic and scope words (may, must, shall, not, any, only…) stay: they are the law. */
const STOP = new Set(
  'a an the of to in for on by and or with as at from is are be been was were it its this that these those'.split(' '),
);
/** French and Italian articles and pronouns that lose their vowel: l'autorité is found by autorité. */
const ELIDED = new Set('l d j m t s n c qu jusqu lorsqu puisqu dell nell all sull dall un'.split(' '));
/** `lorsqu` and `jusqu`. */
const LONGEST_ELIDED = 7;
const APOSTROPHE = /['’ʼ]/;
/** Letters that no decomposition turns into a plain one: Vietnamese đ, Danish ø, Polish ł. */
const PLAIN: Readonly<Record<string, string>> = { đ: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe' };

/**
 * The index terms of a text in order, one analyser for both indexes: lower case without accents (İ, I, ı and i are one letter), English
 * stems, light Arabic stems, pairs of characters for scripts without spaces. Stop words, elided articles and the English
 * possessive are left out. A term's place in the list is its position for phrases.
 */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const [word] = match;
    if (word.length <= LONGEST_ELIDED && isSilentByApostrophe(text, word, match.index)) continue;
    const form = formOf(word);
    if (form === MIXED) splitRuns(word, match.index, terms);
    else if (form !== SILENT) terms.push({ term: form, start: match.index, end: match.index + word.length });
  }
  return terms;
}

/** What a word is in the index, remembered: laws repeat their words. */
function formOf(word: string): string {
  const known = forms.get(word);
  if (known !== undefined) return known;
  const form = HAS_UNSPACED.test(word) ? MIXED : STOP.has(word.toLowerCase()) ? SILENT : stemOf(word);
  if (forms.size >= MOST_REMEMBERED) forms.clear();
  forms.set(word, form);
  return form;
}
const forms = new Map<string, string>();
/** Forms no word can have: a stop word; a word with characters of an unspaced script in it. */
const SILENT = '';
const MIXED = ' ';
/** The corpus of 63,000 provisions has some 250,000 different written words. */
const MOST_REMEMBERED = 400_000;

function splitRuns(word: string, offset: number, terms: Term[]): void {
  for (const run of word.matchAll(RUNS)) {
    const start = offset + run.index;
    if (UNSPACED.test(run[0])) pairs(run[0], start, terms);
    else if (!STOP.has(run[0].toLowerCase())) terms.push({ term: stemOf(run[0]), start, end: start + run[0].length });
  }
}

/** The index form of one word of a script with spaces. */
function stemOf(word: string): string {
  return ARABIC.test(word) ? stemArabic(fold(word)) : stem(singularOf(plain(word)));
}

/** A word as typed, folded as the index folds but not stemmed: what a prefix or wildcard is compared by. */
export function plain(word: string): string {
  return fold(word).replace(/[đøłßæœ]/gu, (c) => PLAIN[c] ?? c);
}

/** True where a text is written in a script whose index terms are pairs of characters. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

function isSilentByApostrophe(text: string, word: string, at: number): boolean {
  const after = at + word.length;
  if ((word === 's' || word === 'S') && APOSTROPHE.test(text[at - 1] ?? '')) return true;
  return APOSTROPHE.test(text[after] ?? '') && ELIDED.has(word.toLowerCase()) && /\p{L}/u.test(text[after + 1] ?? '');
}

function pairs(run: string, offset: number, into: Term[]): void {
  const characters = [...run];
  if (characters.length === 1) into.push({ term: plain(run), start: offset, end: offset + run.length });
  let start = offset;
  for (let i = 0; i + 1 < characters.length; i += 1) {
    const pair = `${characters[i]}${characters[i + 1]}`;
    into.push({ term: pair.normalize('NFKC'), start, end: start + pair.length });
    start += characters[i]?.length ?? 1;
  }
}
