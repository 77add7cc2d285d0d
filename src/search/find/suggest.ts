import type { SearchPort, TermCount } from '../../model/index.js';
import { editDistance } from '../../text/distance.js';
import { type Query, textLeaves } from '../query/model.js';
import { FORM_MARK } from '../terms/pattern.js';
import { isUnspaced, plain, termsOf } from '../terms/terms.js';

/** What spelling is compared with: the words of an index. */
export type Vocabulary = Pick<SearchPort, 'vocabulary' | 'frequencies'>;

/** One slip in a short word, two in a long one: the allowance of Lucene's AUTO fuzziness. */
const LONG_WORD = 6;
const SHORTEST_WORD = 4;
/** A word of one provision only is as likely a misprint as the one typed. */
const FEWEST_DOCUMENTS = 2;
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
    if (isKnown(word, index)) continue;
    const near = nearest(plain(word), index);
    if (near !== null) better = better.replaceAll(word, near);
  }
  return better === typed ? null : better;
}

function isKnown(word: string, index: Vocabulary): boolean {
  const terms = termsOf(word).map((t) => t.term);
  return terms.length === 0 || index.frequencies(terms).length === terms.length;
}

function nearest(word: string, index: Vocabulary): string | null {
  const allowed = word.length >= LONG_WORD ? 2 : 1;
  const starts = [word[0] ?? '', word[1] ?? ''].flatMap((letter) => [letter, `${FORM_MARK}${letter}`]);
  const candidates = [...new Set(starts)].flatMap((start) => index.vocabulary(start, `${start}*`, MOST_CANDIDATES));
  let best: { word: string; distance: number; documents: number } | null = null;
  for (const { term, documents } of candidates satisfies readonly TermCount[]) {
    const written = term.startsWith(FORM_MARK) ? term.slice(FORM_MARK.length) : term;
    if (documents < FEWEST_DOCUMENTS || Math.abs(written.length - word.length) > allowed || /\d/.test(written))
      continue;
    const distance = editDistance(word, written);
    if (distance > allowed) continue;
    if (best === null || distance < best.distance || (distance === best.distance && documents > best.documents))
      best = { word: written, distance, documents };
  }
  return best?.word ?? null;
}
