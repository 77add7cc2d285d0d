import type { SearchPort, TermCount } from '../../model/index.js';
import { editDistance } from '../../text/distance.js';
import { emptyNotice } from '../query/meaning.js';
import { type Query, textLeaves } from '../query/model.js';
import { type FacetTeller, unheldFacet } from '../query/unheld.js';
import { FORM_MARK, isPrefix, patternParts } from '../terms/pattern.js';
import { isUnspaced, plain, termsOf } from '../terms/terms.js';

/** What spelling is compared with: the words of an index. */
export type Vocabulary = Pick<SearchPort, 'vocabulary' | 'frequencies'>;

/** One slip in a short word, two in a long one: the allowance of Lucene's AUTO fuzziness. */
const LONG_WORD = 6;
const SHORTEST_WORD = 4;
/** A word of one provision only is as likely a misprint as the one typed. */
const FEWEST_DOCUMENTS = 2;
/** So many times the provisions a near word must stand in where the typed one is not unknown. Chosen by judgement. */
const COMMONER = 5;
/** A word of so few provisions may be a misprint of theirs: `protecion` stands in two agreements, `protección` in 806 provisions. */
const MISPRINTS = 3;
/** Words that begin with one letter; a study of 63,000 provisions has up to some 6,000 of them. */
const MOST_CANDIDATES = 20_000;

/** The query with words the index does not hold replaced by near ones it does; null where every word is known or none is near. */
export function suggestion(typed: string, query: Query, index: Vocabulary): string | null {
  const words = textLeaves(query.root)
    .filter((l) => l.type !== 'pattern')
    .flatMap((l) => l.text.match(/[\p{L}\p{M}]+/gu) ?? [])
    .filter((w) => w.length >= SHORTEST_WORD && !isUnspaced(w));
  let better = typed;
  for (const word of new Set(words)) {
    const form = plain(word);
    const terms = termsOf(word).map((t) => t.term);
    if (terms.length === 0) continue;
    const known = index.frequencies(terms);
    const isStem = known.length === terms.length;
    if (isStem && isWritten(form, terms, known, index)) continue;
    // What only stems to a known word ('compting', as French compter) is a slip only beside a far commoner word one letter away.
    const least = isStem ? COMMONER * Math.max(...known.map((k) => k.documents)) : FEWEST_DOCUMENTS;
    const near = nearest(form, isStem || form.length < LONG_WORD ? 1 : 2, least, index);
    if (near !== null) better = better.replaceAll(word, near);
  }
  return better === typed ? null : better;
}

/** Why a query found nothing, where that can be said: it asks for nothing, a facet's value or a word stands nowhere. */
export function whyNothing(query: Query, index: Vocabulary, facets: FacetTeller): string | null {
  return emptyNotice(query) ?? unheldFacet(query, facets) ?? unknownNotice(query, index);
}

/** That a wildcard stands for more words than are looked for, so that what is found may lack some; null where none does. */
export function wildcardNotice(query: Query, index: Vocabulary & Pick<SearchPort, 'mostExpanded'>): string | null {
  const most = index.mostExpanded;
  if (most === null) return null;
  const globs = textLeaves(query.root, true)
    .filter((l) => l.type === 'pattern')
    .flatMap((l) => patternParts(l.text).globs)
    .filter((g) => !isPrefix(g));
  const wide = globs.find((glob) =>
    ['', FORM_MARK].some((mark) => {
      const start = mark + (/^[^*?]*/.exec(glob)?.[0] ?? '');
      return index.vocabulary(start, mark + glob, most + 1).length > most;
    }),
  );
  return wide === undefined
    ? null
    : `'${wide}' stands for more than ${most} words; provisions that hold only rare ones may be missing. Write more of it.`;
}

function unknownNotice(query: Query, index: Vocabulary): string | null {
  const words = textLeaves(query.root)
    .filter((l) => l.type !== 'pattern')
    .flatMap((l) => l.text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .filter((w) => {
      const terms = [...new Set(termsOf(w).map((t) => t.term))];
      return terms.length > 0 && index.frequencies(terms).length === 0;
    });
  return words.length === 0
    ? null
    : `No text searched here holds ${[...new Set(words)].map((w) => `'${w}'`).join(', ')}.`;
}

/** True where the texts hold the word as it is typed, in more places than a misprint has. */
function isWritten(form: string, terms: readonly string[], known: readonly TermCount[], index: Vocabulary): boolean {
  if (terms.length > 1) return true;
  const written = terms[0] === form ? known : index.frequencies([`${FORM_MARK}${form}`]);
  return written.some((w) => w.documents > MISPRINTS);
}

function nearest(word: string, allowed: number, least: number, index: Vocabulary): string | null {
  const starts = [word[0] ?? '', word[1] ?? ''].flatMap((letter) => [letter, `${FORM_MARK}${letter}`]);
  const candidates = [...new Set(starts)].flatMap((start) => index.vocabulary(start, `${start}*`, MOST_CANDIDATES));
  let best: { word: string; distance: number; documents: number } | null = null;
  for (const { term, documents } of candidates satisfies readonly TermCount[]) {
    const written = term.startsWith(FORM_MARK) ? term.slice(FORM_MARK.length) : term;
    if (documents < least || Math.abs(written.length - word.length) > allowed || /\d/.test(written)) continue;
    const distance = editDistance(word, written);
    if (distance > allowed) continue;
    if (best === null || distance < best.distance || (distance === best.distance && documents > best.documents))
      best = { word: written, distance, documents };
  }
  return best?.word ?? null;
}
