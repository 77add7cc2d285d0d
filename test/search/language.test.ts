import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuery, parseQuery, printQuery, QueryError, type QueryNode } from '../../src/search/index.js';
import { fts5Of } from '../../src/store/finding/match.js';

const PIECES = [
  '"',
  '(',
  ')',
  '-',
  'NOT',
  'AND',
  'OR',
  'a',
  'heading:',
  'x:',
  '*',
  '~3',
  "'",
  ';',
  '（',
  '“',
  'year:',
  '个人',
];
const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((p) => p.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((p) => p.join('')),
);

const field = fc.constantFrom(null, 'heading' as const, 'definition' as const, 'title' as const, 'context' as const);
const wordText = fc
  .constantFrom('transfer', 'données', '个人信息', 'cross-border', '46(2', 'Übermittlung', "l'accord", '-x', 'OR-gate')
  .map((t) => t.replace(/[()]/g, '.'));
const leaf: fc.Arbitrary<QueryNode> = fc.oneof(
  fc.record({ type: fc.constant('word' as const), field, text: wordText.filter((t) => !t.startsWith('-')) }),
  fc.record({
    type: fc.constant('pattern' as const),
    field,
    text: fc.constantFrom('trans*', 'wom?n', '*flow', 'a*b*c'),
  }),
  fc.record({
    type: fc.constant('phrase' as const),
    field,
    text: fc.constantFrom('third country', 'AND', 'a (b', 'x:y'),
    near: fc.constantFrom(null, 0, 8, 120),
  }),
  fc.constantFrom<QueryNode>(
    { type: 'facet', facet: 'jurisdiction', value: 'EU' },
    { type: 'facet', facet: 'year', value: '2015..2020' },
    { type: 'facet', facet: 'code', value: 'transfer.adequacy' },
    { type: 'facet', facet: 'instrument', value: 'a b (c' },
    { type: 'facet', facet: 'code', value: 'kind:x' },
  ),
);
const { tree } = fc.letrec<{ tree: QueryNode }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'query' },
    leaf,
    fc.record({ type: fc.constant('not' as const), node: tie('tree') }),
    fc.record({
      type: fc.constantFrom('and' as const, 'or' as const),
      nodes: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));

/** The canonical tree: lists of the same kind are one list. */
function flat(node: QueryNode): QueryNode {
  if (node.type === 'not') return { type: 'not', node: flat(node.node) };
  if (!('nodes' in node)) return node;
  return {
    type: node.type,
    nodes: node.nodes.map(flat).flatMap((n) => ('nodes' in n && n.type === node.type ? n.nodes : [n])),
  };
}

function mistake(typed: string): QueryError {
  try {
    parseQuery(typed);
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
  throw new Error(`'${typed}' was read without an error`);
}

describe('the query language', () => {
  it('answers every string with a query or with the place of the mistake, and what it reads it prints so that it reads the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        try {
          const query = parseQuery(text);
          compileQuery(query);
          expect(parseQuery(printQuery(query))).toEqual(query);
        } catch (error) {
          if (!(error instanceof QueryError)) throw error;
          expect(error.at).toBeGreaterThanOrEqual(0);
          expect(error.at).toBeLessThanOrEqual(text.length);
          expect(error.mend).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('prints every tree so that it reads back', () => {
    fc.assert(
      fc.property(tree, (root) => {
        expect(parseQuery(printQuery({ root })).root).toEqual(flat(root));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['"personal data" -consent', '("person data" NOT ("consent"))'],
    ['transfer OR (export AND permit)', '("transfer" OR ("export" AND "permit"))'],
    ['transfer export', '("transfer" AND "export")'],
    ['heading:transfers', 'heading : "transfer"'],
    ['heading:(export OR "third country")', '(heading : "export" OR heading : "third countri")'],
    ['"consent withdraw"~8', 'NEAR("consent" "withdraw", 8)'],
    ['localiz*', '("localiz" * OR "ːlocaliz" *)'],
    ['cross-border', '"cross border"'],
    ["l'autorité", '"autorit"'],
    ['个人信息', '"个人 人信 信息"'],
    ['-consent', null],
    ['the of', null],
    ['the transfer', '"transfer"'],
  ])('compiles %s for FTS5', (typed, expected) => {
    const { match } = compileQuery(parseQuery(typed));
    expect(match === null ? null : fts5Of(match, () => [])).toBe(expected);
  });

  it('narrows by facets wherever they stand', () => {
    const consent = { type: 'phrase', field: null, terms: ['consent'] };
    const eu = { type: 'facet', facet: 'jurisdiction', value: 'EU' };
    expect(compileQuery(parseQuery('consent jurisdiction:eu'))).toEqual({ match: consent, filter: eu });
    expect(compileQuery(parseQuery('NOT jurisdiction:EU'))).toEqual({ match: null, filter: { type: 'not', node: eu } });
    expect(compileQuery(parseQuery('jurisdiction:EU OR consent')).filter).toEqual({
      type: 'or',
      nodes: [eu, { type: 'match', match: consent }],
    });
    expect(parseQuery('party:Singapore').root).toEqual({ type: 'facet', facet: 'party', value: 'SG' });
  });

  it.each([
    ['data (transfer', 5, 'never closed'],
    ['a AND ((b)', 6, 'never closed'],
    ['()', 1, 'Nothing stands in this bracket'],
    ['heading:()', 9, 'Nothing stands in this bracket'],
    ['nofield:x', 0, "no field 'nofield'"],
    ['http://a.b', 0, "no field 'http'"],
    ['heading: consent', 8, "'heading:' wants a word"],
    ['year:', 5, "'year:' wants a word"],
    ['heading:context:x', 8, 'followed by another field'],
    ['kind:jurisdiction:SG', 5, 'followed by another field'],
    ['data "open', 5, 'never closed'],
    ['a ""', 2, 'Nothing stands between'],
    ['heading:""', 0, 'Nothing stands between'],
    ['"cross border transf*"', 19, 'wildcard is not read between'],
    ['"a b"~', 5, 'number from 0 to 999'],
    ['"a b"~x', 5, 'number from 0 to 999'],
    ['"a b"~1000', 5, 'number from 0 to 999'],
    ['"a b" ~5', 6, 'words in quotation marks'],
    ['transfr~1', 7, 'words in quotation marks'],
    ['a )', 2, 'closes nothing'],
    ['a AND', 5, 'AND joins two parts'],
    ['a OR', 4, 'OR joins two parts'],
    ['OR a', 0, 'OR joins two parts'],
    ['a AND AND b', 6, 'AND joins two parts'],
    ['a AND OR b', 6, 'AND joins two parts'],
    ['(a OR) b', 5, 'OR joins two parts'],
    ['AND', 0, 'AND joins two parts'],
    ['NOT', 3, 'NOT wants a word'],
    ['a NOT', 5, 'NOT wants a word'],
    ['(a NOT)', 6, 'NOT wants a word'],
    ['a && b', 2, "'&&' is no operator"],
    ['a || b', 2, "'||' is no operator"],
    ['a !b', 2, 'excludes nothing'],
    ['*', 0, 'wildcard wants 3 letters'],
    ['a ?', 2, 'wildcard wants 3 letters'],
    ['co*', 0, 'wildcard wants 3 letters'],
    ['*on', 0, 'wildcard wants 3 letters'],
    ['x year:20', 2, 'no year'],
    ['year:2015-2020', 0, 'no year'],
    ['year:2015...2020', 0, 'no year'],
    ['year:2020..2015', 0, 'ends before it begins'],
    ['year:(2015 OR abcd)', 14, 'no year'],
    ['kind:law', 0, "no kind 'law'"],
    ['kind:(statute OR law)', 17, "no kind 'law'"],
    ['force:strong', 0, "no force 'strong'"],
    [`${'('.repeat(40)}a`, 32, 'too deep'],
  ])('points at the mistake in %s', (typed, at, says) => {
    const error = mistake(typed);
    expect([error.at, error.message]).toEqual([at, expect.stringContaining(says)]);
  });

  it('points at the place on the screen, where characters are wide too', () => {
    expect(mistake('同意 (个人').message).toContain('\n  同意 (个人\n  \u3000\u3000 ^');
    expect(mistake('dữ liệu (x').message).toContain('\n  dữ liệu (x\n          ^');
  });

  it.each([
    ['jurisdiction:(SG OR TH)', 'jurisdiction:SG OR jurisdiction:TH'],
    ['kind:(statute OR Agreement) consent', '(kind:statute OR kind:agreement) consent'],
    ['NOT jurisdiction:(Singapore OR "United States")', 'NOT (jurisdiction:SG OR jurisdiction:US)'],
    ['lang:Japanese', 'lang:ja'],
    ['year:(2015 OR 2018..)', 'year:2015 OR year:2018..'],
    ['heading:(export code:transfer)', 'heading:export code:transfer'],
    ['「同意」', '"同意"'],
    ['heading:（同意）', 'heading:同意'],
  ])('reads %s as %s', (typed, canonical) => {
    expect(printQuery(parseQuery(typed))).toBe(canonical);
  });

  it('bounds what it is asked', () => {
    expect(mistake('a '.repeat(600)).message).toContain('longer than');
    expect(mistake('ab '.repeat(100)).message).toContain('more than');
  });
});
