import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLunr, parseQuery, passages, searchLunr, toFts } from '../../src/search/index.js';
import { openStudy } from '../../src/store/index.js';
import { lawOf, temporaryFolder } from '../store/build.js';

const WORDS = ['data', 'transfer', 'may', 'must', 'not', 'country', 'party', 'consent'];
const QUERIES = [
  'transfer',
  'may transfer',
  'data -consent',
  'must OR party',
  'trans*',
  'heading:country',
  '(data OR party) may',
  'the transfer',
];

describe('the portable index', () => {
  it('finds what the database finds', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom(...WORDS), fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 8 })),
          { minLength: 1, maxLength: 8 },
        ),
        (bodies) => {
          const laws = bodies.map(([heading, words], i) => lawOf(`xx/${i}`, words.join(' '), heading));
          const store = openStudy(temporaryFolder(), 'write');
          const docs = laws
            .map((law) => ({ instrument: law.metadata.id, passage: passages(law, [])[0] }))
            .flatMap((d) => (d.passage === undefined ? [] : [{ ...d, passage: d.passage }]));
          for (const [i, law] of laws.entries()) {
            store.putInstrument('k', law);
            store.putAnnotations(law.metadata.id, 'k', [], docs[i] === undefined ? [] : [docs[i].passage]);
          }
          const portable = JSON.parse(JSON.stringify(buildLunr(docs))) as ReturnType<typeof buildLunr>;
          for (const typed of QUERIES) {
            const query = parseQuery(typed);
            const there = store
              .find({ match: toFts(query), limit: 100 })
              .hits.map((h) => h.instrument)
              .sort();
            const here = searchLunr(portable, query)
              .map((h) => portable.documents[h.place]?.instrument)
              .sort();
            expect([typed, here]).toEqual([typed, there]);
          }
          store.close();
        },
      ),
      { numRuns: 8 },
    );
  });

  it('keeps the words that make law', () => {
    const docs = ['It may be so', 'It must be so'].map((words, i) => ({
      instrument: `xx/${i}`,
      passage: passages(lawOf(`xx/${i}`, words, 'Rule'), [])[0],
    }));
    const portable = buildLunr(docs.flatMap((d) => (d.passage === undefined ? [] : [{ ...d, passage: d.passage }])));
    expect(searchLunr(portable, parseQuery('must')).map((h) => portable.documents[h.place]?.instrument)).toEqual([
      'xx/1',
    ]);
  });
});
