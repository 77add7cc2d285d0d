import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLunr, compileQuery, parseQuery, type QueryNode, searchLunr } from '../../src/search/index.js';
import { termsOf } from '../../src/search/terms/terms.js';
import { queries as query, WORDS } from './queries.js';
import { lawsOf, portablePassages, studyOf } from './study.js';

const body = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 9 });
const corpus = fc.array(fc.tuple(fc.constantFrom(...WORDS), body), { minLength: 1, maxLength: 7 });

/** Reads every field word by word, knowing nothing of either index. */
function isIn(node: QueryNode, fields: { heading: string; all: readonly string[] }): boolean {
  if (node.type === 'facet') return false;
  if (node.type === 'not') return !isIn(node.node, fields);
  if ('nodes' in node)
    return node.type === 'and' ? node.nodes.every((n) => isIn(n, fields)) : node.nodes.some((n) => isIn(n, fields));
  const texts = node.field === 'heading' ? [fields.heading] : fields.all;
  if (node.type === 'pattern') {
    const pattern = new RegExp(`^${node.text.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
    return texts.some(
      (t) => t.split(/\W+/u).some((w) => pattern.test(w)) || termsOf(t).some(({ term }) => pattern.test(term)),
    );
  }
  const termsIn = (t: string): string[] => termsOf(t).map((x) => x.term);
  const near = 'near' in node ? node.near : null;
  if (near === null) {
    const sought = ` ${termsIn(node.text).join(' ')} `;
    return texts.some((t) => ` ${termsIn(t).join(' ')} `.includes(sought));
  }
  const parts = node.text.split(' ').map(termsIn);
  return texts.some((t) => {
    const terms = termsIn(t);
    const places = parts.map((p) => terms.flatMap((_, i) => (p.every((x, k) => terms[i + k] === x) ? [i] : [])));
    const combinations = places.reduce<number[][]>((sofar, ps) => sofar.flatMap((c) => ps.map((p) => [...c, p])), [[]]);
    return combinations.some((c) => c.every((p, k) => Math.max(...c) - (p + (parts[k]?.length ?? 0)) <= near));
  });
}

describe('both indexes', () => {
  it('find by words, phrases, proximity and wildcards exactly what reading every article finds', () => {
    fc.assert(
      fc.property(corpus, fc.array(query, { minLength: 3, maxLength: 6 }), (articles, queries) => {
        const laws = lawsOf(articles.map(([heading, words]) => [heading, words.join(' ')]));
        const store = studyOf(laws);
        const portable = JSON.parse(JSON.stringify(buildLunr(portablePassages(laws)))) as ReturnType<typeof buildLunr>;
        try {
          for (const root of queries) {
            const expected = laws
              .filter((law) =>
                isIn(root, {
                  heading: law.provisions[0]?.heading ?? '',
                  all: [law.provisions[0]?.heading ?? '', law.text, law.metadata.title],
                }),
              )
              .map((law) => law.metadata.id);
            const compiled = compileQuery({ root });
            const there =
              compiled.match === null && compiled.filter === null ? [] : store.find({ ...compiled, limit: 100 }).hits;
            expect([root, there.map((h) => h.instrument).sort()]).toEqual([root, expected]);
            const here = searchLunr(portable, { root }).map((h) => portable.documents[h.place]?.instrument);
            expect([root, here.sort()]).toEqual([root, expected]);
          }
        } finally {
          store.close();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('read nothing a user types as SQL or FTS5 syntax', () => {
    const [law] = lawsOf([['Rule', 'Plain words.']]);
    const store = studyOf(law === undefined ? [] : [law]);
    const attacks = [
      "'; DROP TABLE passage; --",
      'NEAR(a b)',
      'heading:^x',
      '{a b}:c',
      'a"b',
      'x*y*',
      '*',
      '"" *',
      'code:%',
      "lang:' OR 1=1",
      'instrument:_',
      'a*[',
      'jurisdiction:%',
    ];
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...attacks)), (text) => {
        let compiled: ReturnType<typeof compileQuery>;
        try {
          compiled = compileQuery(parseQuery(text));
        } catch {
          return;
        }
        if (compiled.match !== null || compiled.filter !== null) store.find({ ...compiled, limit: 3 });
      }),
      { numRuns: 300 },
    );
    for (const facet of ['jurisdiction:%', 'code:%', 'instrument:%', 'lang:%'])
      expect(store.find({ ...compileQuery(parseQuery(facet)), limit: 1 }).total).toBe(0);
    expect(store.find({ ...compileQuery(parseQuery('plain')), limit: 1 }).total).toBe(1);
    store.close();
  });
});
