import { isSilent } from '../query/meaning.js';
import type { Query, QueryNode, TextLeaf } from '../query/model.js';
import { isUnspaced } from '../terms/terms.js';

/** A weaker reading of a query. */
export interface WeakerReading {
  readonly query: Query;
  /** Share of the words that a provision found by it must hold at least, (0,1]. */
  readonly share: number;
  /** How often each word stands in `query`: its rank counts so many times over. */
  readonly repeats: number;
}

/** Words with a character count below this carry too little in scripts without spaces (的, を). */
const SHORTEST_SEGMENT = 2;
/** Words found apart say less than the run as typed; more of them are counted, so they would outrank it. Chosen by judgement. */
const CUT_SHARE = 0.5;
/** Leaving out one of so many words gives as many alternatives; beyond this only 'any of them' is asked. */
const MOST_WORDS = 12;
const FEWEST_WORDS = 3;

/**
 * Weaker readings of a query, in the order to try: long words of scripts without spaces cut into their words, then all words
 * but one, then any of them. [] where the user stated more than plain words: phrases, brackets and operators mean what they say.
 */
export function weakerReadings(query: Query): WeakerReading[] {
  const { root } = query;
  if (root === null) return [];
  const nodes = root.type === 'and' ? root.nodes : [root];
  if (!nodes.every((n) => n.type === 'word' || n.type === 'facet')) return [];
  const facets = nodes.filter((n) => n.type === 'facet');
  const typed = nodes.filter((n): n is TextLeaf => n.type === 'word' && !isSilent(n));
  const words = typed.flatMap(segments);
  const readings: WeakerReading[] = [];
  const add = (parts: readonly QueryNode[], share: number, repeats: number): void => {
    readings.push({ query: { root: allOf([...parts, ...facets]) }, share, repeats });
  };
  if (words.length > typed.length) add(words, CUT_SHARE, 1);
  if (words.length >= FEWEST_WORDS && words.length <= MOST_WORDS) {
    const allButOne = words.map((_, i) => allOf(words.filter((_w, k) => k !== i)));
    add([{ type: 'or', nodes: allButOne }], (words.length - 1) / words.length, words.length - 1);
  }
  if (words.length > 1) add([{ type: 'or', nodes: words }], 1 / words.length, 1);
  return readings;
}

function allOf(nodes: readonly QueryNode[]): QueryNode {
  const [only] = nodes;
  return nodes.length === 1 && only !== undefined ? only : { type: 'and', nodes };
}

function segments(leaf: TextLeaf): TextLeaf[] {
  if (!isUnspaced(leaf.text)) return [leaf];
  const parts = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(leaf.text)]
    .filter((s) => s.isWordLike === true && [...s.segment].length >= SHORTEST_SEGMENT)
    .map((s): TextLeaf => ({ type: 'word', field: leaf.field, text: s.segment }));
  return parts.length === 0 ? [leaf] : parts;
}
