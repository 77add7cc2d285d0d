import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCoder } from '../../../src/cli/crew/coder.js';
import type { Instrument, InstrumentMetadata, SortBy } from '../../../src/model/index.js';
import { annotateOne, readGroup } from '../../../src/pipeline/index.js';
import {
  compileQuery,
  facetsOf,
  groupsOf,
  occurrences,
  parseQuery,
  passages,
  type SearchHit,
  type SearchPort,
  type SearchRequest,
  search,
} from '../../../src/search/index.js';
import { corpusGroups, openStudy, type StudyStore } from '../../../src/store/index.js';
import { queries, WORDS } from '../../search/queries.js';
import { lawsOf, studyOf } from '../../search/study.js';
import { lawOf, temporaryFolder } from '../build.js';
import { type Back, remote, sqlite } from './backs.js';
import { type StandIn, standIn } from './standin.js';

const real = process.env.LEXATLAS_OPENSEARCH_URL ?? '';
if (real === '')
  process.stderr.write(
    'SKIPPED: the contract was not tried on OpenSearch itself, only on SQLite and on a stand-in; give LEXATLAS_OPENSEARCH_URL=opensearch://HOST:PORT.\n',
  );
const REMOTES = ['a stand-in for OpenSearch', ...(real === '' ? [] : ['OpenSearch'])];

/** Words, phrases, proximity, wildcards, fields, facets, citations, likeness, misspelling, several scripts: what the language has. */
const REQUESTS: readonly SearchRequest[] = [
  ...[
    'consent',
    'personal data transfer',
    '"personal data"',
    '"consent withdraw"~8',
    '"data subject rights"~5',
    'localiz*',
    '*flow',
    'c?untry',
    'heading:transfers',
    'title:act definition:controller',
    'consent -transfer',
    '(adequa* OR "standard contract") NOT kind:agreement',
    'jurisdiction:XA OR consent',
    'NOT jurisdiction:XA',
    'kind:archetype year:2000..2030',
    'code:transfer',
    'lang:en consent',
    'lang:zh',
    '个人信息',
    '信',
    'zonsent',
    'an unheard gathering of wombats consent',
    'archetype/adequacy 20',
    'archetype/adequacy 20(1)',
    'archetype/adequacy Chapter 2',
    'party:XA',
    'force:hard transfer',
    'the of',
    '-consent',
  ].map((query) => ({ query, limit: 200 })),
  { query: 'data', sort: 'date', limit: 7, offset: 2 },
  { query: 'data', sort: 'jurisdiction', limit: 9 },
  { query: '', like: 'archetype/adequacy 20', limit: 200 },
  { query: 'data', facets: { jurisdiction: ['XA', 'EU'] }, limit: 200 },
  { query: 'privacy', synonyms: true, limit: 200 },
];

describe.each(REMOTES)('one query language on %s and on SQLite', (name) => {
  let study: StudyStore;
  let server: StandIn | null = null;
  let here: Back;
  let there: Back;

  beforeAll(async () => {
    study = await archetypesAndMore();
    server = name === 'OpenSearch' ? null : await standIn();
    here = sqlite(study);
    there = await remote(name, `${server?.address ?? real}/lexatlas-contract-${process.pid}`, study);
  }, 120_000);
  afterAll(async () => {
    study?.close();
    await server?.stop();
  });

  const both = <T>(work: (index: SearchPort) => T): Promise<[local: T, far: T]> =>
    Promise.all([here.answer(work), there.answer(work)]);

  it.each(REQUESTS)('finds the same: %j', async (request) => {
    const [local, far] = await both((index) => search(request, index));
    const told = TOLD[request.sort ?? 'relevance'];
    expect({ ...far, hits: told(far.hits) }).toEqual({ ...local, hits: told(local.hits) });
  });

  it.each(REQUESTS.filter((r) => r.sort === undefined))('counts the same: %j', async (request) => {
    const [local, far] = await both((index) => facetsOf(request, index));
    expect(far).toEqual(local);
    for (const by of ['instrument', 'jurisdiction'] as const) {
      const [mine, theirs] = await both((index) => groupsOf(request, index, by));
      expect(theirs).toEqual(mine);
    }
  });

  it('shows the same words in context', async () => {
    const find = occurrences(parseQuery('consent'));
    const [local, far] = await both((index) =>
      search({ query: 'consent', limit: 50 }, index)
        .hits.flatMap((hit) => {
          const law = index.excerpt({ instrument: hit.instrument, eId: hit.passage });
          return law === null
            ? []
            : find(law, hit.passage).map((o) => `${o.provision.eId} ${o.left}|${o.keyword}|${o.right}`);
        })
        .sort(),
    );
    expect(local.length).toBeGreaterThan(10);
    expect(far).toEqual(local);
  });

  it('finds by every combination of the language what SQLite finds', async () => {
    const articles = fc.array(
      fc.tuple(fc.constantFrom(...WORDS), fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 9 })),
      { minLength: 1, maxLength: 7 },
    );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(articles, fc.array(queries, { minLength: 4, maxLength: 8 }), async (given, roots) => {
        const laws = studyOf(lawsOf(given.map(([heading, words]) => [heading, words.join(' ')])));
        round += 1;
        try {
          const far = await remote(name, `${server?.address ?? real}/lexatlas-laws-${process.pid}-${round}`, laws);
          for (const root of roots) {
            const compiled = compileQuery({ root });
            if (compiled.match === null && compiled.filter === null) continue;
            const find = { ...compiled, limit: 100 };
            const [mine, theirs] = await Promise.all(
              [sqlite(laws), far].map((b) =>
                b.answer((i) =>
                  i
                    .find(find)
                    .hits.map((h) => h.instrument)
                    .sort(),
                ),
              ),
            );
            expect([root, theirs]).toEqual([root, mine]);
          }
        } finally {
          laws.close();
        }
      }),
      { numRuns: 25, seed: 7 },
    );
  }, 120_000);
});

/** Scores are each engine's own, and with them the order of what is else equal; all the rest must agree. */
const TOLD: Readonly<Record<SortBy, (hits: readonly SearchHit[]) => unknown[]>> = {
  relevance: (hits) => hits.map(({ score: _score, ...rest }) => JSON.stringify(rest)).sort(),
  date: (hits) => hits.map((h) => h.date),
  jurisdiction: (hits) => hits.map((h) => h.jurisdictions),
};

/** The archetypes with the shipped coder's codings, and laws of other scripts, languages and years. */
async function archetypesAndMore(): Promise<StudyStore> {
  const store = openStudy(temporaryFolder(), 'write');
  const coder = loadCoder({});
  const read = await Promise.all(corpusGroups(['corpus/archetypes']).map(readGroup));
  const laws = [
    ...read.flatMap((r) => r.instrument ?? []),
    dressed(lawOf('cn/act', '处理个人信息应当取得个人的同意。', '个人信息'), {
      language: 'zh-Hans',
      jurisdictions: ['CN'],
    }),
    dressed(lawOf('xx/two', 'Each party shall allow the transfer of data, subject to consent.', 'Data'), {
      language: 'en+nl',
      jurisdictions: ['XA', 'NL'],
      kind: 'agreement',
      inForce: '2021-01-01',
    }),
  ];
  for (const law of laws) {
    const annotations = annotateOne(law, coder);
    store.putInstrument('k', law);
    store.putAnnotations(law.metadata.id, 'k', annotations, passages(law, annotations));
  }
  return store;
}

function dressed(law: Instrument, facts: Partial<InstrumentMetadata>): Instrument {
  return { ...law, metadata: { ...law.metadata, ...facts } };
}
