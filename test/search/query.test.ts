import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InstrumentMetadata } from '../../src/model/index.js';
import {
  parseQuery,
  passages,
  QueryError,
  resolveCitation,
  snippet,
  toFts,
  wantedTerms,
} from '../../src/search/index.js';
import { openStudy } from '../../src/store/index.js';
import { analyse } from '../../src/text/analyse.js';
import { lawOf, temporaryFolder } from '../store/build.js';

const WORDS = ['data', 'transfer', 'may', 'must', 'not', 'country', 'party', 'shall', 'consent', 'server'];
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 12 }).map((w) => w.join(' '));

describe('the query language', () => {
  it('answers every string with a query or with the place of the mistake', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(fc.constantFrom('"', '(', ')', '-', 'NOT', 'AND', 'OR', 'a', 'heading:', 'x:', '*', '~3', "'", ';'))
            .map((p) => p.join(' ')),
        ),
        (text) => {
          try {
            toFts(parseQuery(text));
          } catch (error) {
            if (!(error instanceof QueryError)) throw error;
            expect(error.at).toBeGreaterThanOrEqual(0);
            expect(error.at).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });

  it.each([
    ['"personal data" -consent', '(("person data") NOT ("consent"))'],
    ['transfer OR (export AND permit)', '("transfer" OR ("export" AND "permit"))'],
    ['heading:transfers', 'heading : "transfer"'],
    ['localiz*', '"localiz" *'],
    ['-consent', null],
  ])('compiles %s', (typed, expected) => {
    expect(toFts(parseQuery(typed))).toBe(expected);
  });

  it('points at the mistake', () => {
    for (const [typed, at] of [
      ['data (transfer', 5],
      ['nofield:x', 0],
      ['data "open', 5],
      ['a )', 2],
    ] as const) {
      let place = -1;
      try {
        parseQuery(typed);
      } catch (error) {
        if (error instanceof QueryError) place = error.at;
      }
      expect([typed, place]).toEqual([typed, at]);
    }
  });
});

describe('the index', () => {
  it('finds by phrase exactly what reading every article finds', () => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 6 }),
        fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }),
        (bodies, phrase) => {
          const store = openStudy(temporaryFolder(), 'write');
          const laws = bodies.map((body, i) => lawOf(`xx/${i}`, body, 'Rule'));
          for (const law of laws) {
            store.putInstrument('k', law);
            store.putAnnotations(law.metadata.id, 'k', [], passages(law, []));
          }
          const sought = ` ${analyse(phrase.join(' '))
            .map((t) => t.term)
            .join(' ')} `;
          const expected = laws
            .filter((l) =>
              ` ${analyse(l.text)
                .map((t) => t.term)
                .join(' ')} `.includes(sought),
            )
            .map((l) => l.metadata.id);
          const found = store.find({ match: toFts(parseQuery(`"${phrase.join(' ')}"`)), limit: 100 });
          store.close();
          expect(found.hits.map((h) => h.instrument).sort()).toEqual(expected);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('reads nothing a user types as SQL or FTS5 syntax', () => {
    const store = openStudy(temporaryFolder(), 'write');
    const law = lawOf('xx/a', 'Plain words.');
    store.putInstrument('k', law);
    store.putAnnotations('xx/a', 'k', [], passages(law, []));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom(
            "'; DROP TABLE passage; --",
            'NEAR(a b)',
            'heading:^x',
            '{a b}:c',
            'a"b',
            'x*y*',
            '*',
            '"" *',
          ),
        ),
        (text) => {
          let query: ReturnType<typeof parseQuery>;
          try {
            query = parseQuery(text);
          } catch {
            return;
          }
          store.find({ match: toFts(query), jurisdictions: [text], codes: [text], limit: 3 });
        },
      ),
      { numRuns: 120 },
    );
    expect(store.find({ match: toFts(parseQuery('plain')), limit: 1 }).total).toBe(1);
    store.close();
  });

  it('cites the smallest unit that holds the words', () => {
    const law = lawOf('xx/a', 'General words come first. A permit is wanted abroad.', 'Rule');
    const start = law.text.indexOf('A permit');
    const [article] = law.provisions;
    if (article === undefined) throw new Error('no article');
    const point = {
      ...article,
      eId: 'art_1__para_2',
      parent: 'art_1',
      citation: '1(2)',
      depth: 1,
      tier: 'inner' as const,
      span: { start, end: law.text.length },
      heading: null,
      headingSpan: null,
      numSpan: null,
    };
    const found = snippet({ ...law, provisions: [article, point] }, 'art_1', wantedTerms(parseQuery('permit abroad')));
    expect(found?.provision.citation).toBe('1(2)');
    expect(found?.marks.map((m) => found.text.slice(m.start, m.end))).toEqual(['permit', 'abroad']);
  });
});

describe('citations', () => {
  const base = lawOf('eu/gdpr-2016-679', 'x').metadata;
  const catalogue: InstrumentMetadata[] = [
    { ...base, aliases: ['GDPR'] },
    { ...base, id: 'tota/449', title: 'Trans-Pacific Partnership', aliases: ['TPP'] },
    {
      ...base,
      id: 'sg/pdpa-2012',
      title: 'Personal Data Protection Act 2012',
      aliases: ['PDPA'],
      jurisdictions: ['SG'],
    },
    {
      ...base,
      id: 'us/stored-communications-18usc-ch121',
      title: 'Stored Communications Act',
      aliases: ['18 USC'],
      jurisdictions: ['US'],
    },
    { ...base, id: 'cn/pipl-2021', title: '个人信息保护法', aliases: ['PIPL'], jurisdictions: ['CN'] },
  ];
  it.each([
    ['GDPR 46(2)(c)', 'eu/gdpr-2016-679', '46(2)(c)'],
    ['art 14.11 TPP', 'tota/449', '14.11'],
    ['section 26 PDPA', 'sg/pdpa-2012', '26'],
    ['18 USC 2713', 'us/stored-communications-18usc-ch121', '2713'],
    ['PIPL 38', 'cn/pipl-2021', '38'],
    ['PIPL 第三十八条', 'cn/pipl-2021', '38'],
    ['Article 46 (2) (c) GDPR', 'eu/gdpr-2016-679', '46(2)(c)'],
  ])('resolves %s', (typed, instrument, citation) => {
    expect(resolveCitation(typed, catalogue)[0]).toEqual({ instrument, citation });
  });
  it('takes words that are no citation for words', () => {
    expect(resolveCitation('cross-border transfer', catalogue)).toEqual([]);
  });
});
