import type { Term } from '../../text/analyse.js';
import { isUnspaced, plain, termsOf } from './terms.js';

/**
 * Stands before a word as written where the index term is only its stem, so that `localiz*` finds localization although
 * its stem is `local`. A letter of no alphabet of the corpus; a tokenizer keeps it on the word.
 */
export const FORM_MARK = 'ː';

/** An index field: the text's terms in order, then, marked and each once, the written forms that differ from them. */
export function indexField(text: string): string {
  const terms = termsOf(text);
  return [...terms.map((t) => t.term), ...formsBeside(terms, text)].join(' ');
}

/** The written forms of a text that its index terms do not show, marked, each once. */
export function writtenForms(text: string): readonly string[] {
  return formsBeside(termsOf(text), text);
}

function formsBeside(terms: readonly Term[], text: string): string[] {
  const written = new Set<string>();
  for (const { term, start, end } of terms) {
    const word = text.slice(start, end);
    if (word !== term) written.add(word);
  }
  const known = new Set(terms.map((t) => t.term));
  const forms = new Set<string>();
  for (const word of written) {
    const form = plain(word);
    if (!known.has(form) && !isUnspaced(form)) forms.add(`${FORM_MARK}${form}`);
  }
  return [...forms];
}

/** What a pattern leaf asks: words that must occur, and globs of which a word must match. */
export interface PatternParts {
  readonly words: readonly string[];
  readonly globs: readonly string[];
}

/** Cuts `cross-bord*` at what no word holds. In scripts without spaces a wildcard adds nothing and is dropped. */
export function patternParts(text: string): PatternParts {
  const pieces = text.split(/[^\p{L}\p{M}\p{N}*?]+/u).filter((p) => /[\p{L}\p{N}]/u.test(p));
  const isGlob = (p: string): boolean => /[*?]/.test(p) && !isUnspaced(p.replace(/[*?]/g, ''));
  return {
    words: pieces.filter((p) => !isGlob(p)).flatMap((p) => p.split(/[*?]+/).filter((w) => w !== '')),
    globs: pieces.filter(isGlob).map(plainGlob),
  };
}

/** True where the glob is a word's beginning and nothing else. */
export function isPrefix(glob: string): boolean {
  return /^[^*?]+\*+$/.test(glob);
}

/** True where the word fits the glob: `*` any letters, `?` one. Two pointers, so linear in practice and never exponential. */
export function fitsGlob(word: string, glob: string): boolean {
  let w = 0;
  let g = 0;
  let star = -1;
  let mark = 0;
  while (w < word.length) {
    if (glob[g] === '*') {
      star = g;
      mark = w;
      g += 1;
    } else if (g < glob.length && (glob[g] === '?' || glob[g] === word[w])) {
      g += 1;
      w += 1;
    } else if (star >= 0) {
      g = star + 1;
      mark += 1;
      w = mark;
    } else return false;
  }
  while (glob[g] === '*') g += 1;
  return g === glob.length;
}

function plainGlob(piece: string): string {
  return piece.replace(/[^*?]+/gu, (letters) => plain(letters)).replace(/\*+/g, '*');
}
