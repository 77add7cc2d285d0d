// natural by its submodule: the package root prints to stdout, reads .env and loads 1,268 files.
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** One indexed term with the place of the word it came from, in UTF-16 units of the analysed text. */
export interface Term {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

const stems = new Map<string, string>();
const forms = new Map<string, string | null>();

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts written without spaces: two characters at a time are indexed, which needs no dictionary. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー々〇]+$/u;
const UNSPACED_RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー々〇]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー々〇]+/gu;
/** Told of a whole text: most have none, and their words need no second look. */
const ANY_UNSPACED = new RegExp(UNSPACED.source.slice(1, -2), 'u');
const LATIN = /^[a-z]+$/;
/** Words that carry no search value. Deontic and scope words (may, must, shall, not, any, only…) stay: they are the law. */
const STOP = new Set(
  'a an the of to in for on by and or with as at from is are be been was were it its this that these those'.split(' '),
);

/**
 * The terms of a text, in order: lower case, without accents, English stems, bigrams of unspaced scripts.
 * Stop words are left out. Empty for a text without words.
 */
export function analyse(text: string): Term[] {
  const terms: Term[] = [];
  if (!ANY_UNSPACED.test(text)) {
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const term = indexForm(word);
      if (term !== null) terms.push({ term, start: index, end: index + word.length });
    }
    return terms;
  }
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    for (const run of word.matchAll(UNSPACED_RUN)) {
      const start = match.index + run.index;
      if (UNSPACED.test(run[0])) terms.push(...bigrams(run[0], start));
      else {
        const term = indexForm(run[0]);
        if (term !== null) terms.push({ term, start, end: start + run[0].length });
      }
    }
  }
  return terms;
}

/** The terms of `analyse` without their places, which take most of its time. */
export function termsOf(text: string): string[] {
  if (ANY_UNSPACED.test(text)) return analyse(text).map((t) => t.term);
  const terms: string[] = [];
  for (const word of text.match(WORD) ?? []) {
    const term = indexForm(word);
    if (term !== null) terms.push(term);
  }
  return terms;
}

/** The index form of a word; null for a stop word. */
function indexForm(word: string): string | null {
  const known = forms.get(word);
  if (known !== undefined) return known;
  const form = STOP.has(word.toLowerCase()) ? null : stem(word);
  forms.set(word, form);
  return form;
}

/** The index form of one word: folded and, where it is plain Latin, stemmed. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  const stemmed = LATIN.test(folded) && folded.length > 2 ? porter.stem(folded) : folded;
  stems.set(word, stemmed);
  return stemmed;
}

/** Lower case without accents; Turkish dotless ı counts as i; full-width forms become plain. */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFC');
}

function bigrams(run: string, offset: number): Term[] {
  const characters = [...run];
  if (characters.length === 1) return [{ term: run, start: offset, end: offset + run.length }];
  const terms: Term[] = [];
  let start = offset;
  for (let i = 0; i + 1 < characters.length; i += 1) {
    const pair = `${characters[i]}${characters[i + 1]}`;
    terms.push({ term: pair, start, end: start + pair.length });
    start += characters[i]?.length ?? 1;
  }
  return terms;
}
