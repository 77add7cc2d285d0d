import type { Excerpt, MatchNode, SearchPort } from '../../model/index.js';
import { byEId, wordsIn } from '../../text/provisions.js';
import { termsOf } from '../terms/terms.js';

/** Telling terms asked for: beyond some two dozen the answers hardly change and the query grows slow. Chosen by judgement. */
const MOST_TERMS = 24;
/** Terms in more of the provisions than this say nothing about which is meant. */
const COMMON_SHARE = 0.2;

/** Any of the provision's most telling terms, by tf-idf; null for a provision without words. */
export function likeMatch(excerpt: Excerpt, eId: string, index: SearchPort): MatchNode | null {
  const provision = byEId(excerpt).get(eId);
  if (provision === undefined) return null;
  const counts = new Map<string, number>();
  for (const { term } of termsOf(wordsIn(excerpt, provision.span)))
    if (!/^\d+$/.test(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const all = Math.max(1, index.find({ match: null, limit: 0 }).total);
  const telling = index
    .frequencies([...counts.keys()])
    .filter((t) => t.documents <= Math.max(2, all * COMMON_SHARE))
    .map((t) => ({ term: t.term, weight: (1 + Math.log(counts.get(t.term) ?? 1)) * Math.log(all / t.documents) }))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_TERMS);
  if (telling.length === 0) return null;
  return { type: 'or', nodes: telling.map(({ term }) => ({ type: 'phrase', field: null, terms: [term] })) };
}
