import fc from 'fast-check';
import type { QueryNode } from '../../src/search/index.js';

/** Words that stem together, one that is its own stem's writing, one of an unspaced script. */
export const WORDS = [
  'data',
  'transfer',
  'transferring',
  'may',
  'must',
  'not',
  'country',
  'localization',
  'local',
  '个人信息',
];

const phraseText = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((w) => w.join(' '));
const leaf: fc.Arbitrary<QueryNode> = fc.oneof(
  fc.record({
    type: fc.constant('word' as const),
    field: fc.constantFrom(null, 'heading' as const),
    text: fc.constantFrom(...WORDS),
  }),
  fc.record({
    type: fc.constant('phrase' as const),
    field: fc.constantFrom(null, 'heading' as const),
    text: phraseText,
    near: fc.constantFrom(null, 0, 1, 3),
  }),
  fc.record({
    type: fc.constant('pattern' as const),
    field: fc.constant(null),
    text: fc.constantFrom('trans*', 'localiz*', '*ing', 'c?untry', 'l*l', 'z*'),
  }),
);
const { query } = fc.letrec<{ query: QueryNode }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc
      .tuple(tie('query'), tie('query'), fc.constantFrom('and' as const, 'or' as const))
      .map(([a, b, type]) => ({ type, nodes: [a, b] })),
    fc.tuple(leaf, leaf).map(([a, b]) => ({ type: 'and' as const, nodes: [a, { type: 'not' as const, node: b }] })),
    // NOT beside an alternative and NOT of a NOT, which no engine's own expressions can say.
    fc.tuple(leaf, leaf).map(([a, b]) => ({ type: 'or' as const, nodes: [a, { type: 'not' as const, node: b }] })),
    leaf.map((a) => ({ type: 'not' as const, node: { type: 'not' as const, node: a } })),
  ),
}));

/** Queries of every kind and combination of the language. */
export const queries = query;
