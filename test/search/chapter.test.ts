import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instrument } from '../../src/model/index.js';
import { readOneFile } from '../../src/pipeline/index.js';
import { buildLunr, type PortableSearch, portableSearch, search } from '../../src/search/index.js';
import { corpusGroups, type StudyStore } from '../../src/store/index.js';
import { portablePassages, studyOf } from './study.js';

/** The table of docs/search.md: what is asked, and what is first found over the model laws. */
const EXAMPLES = [
  ...readFileSync('docs/search.md', 'utf8').matchAll(/^\| `(.+)` \| `(archetype\/\S+) (\S+)` \|$/gm),
].map(([, query = '', instrument = '', provision = '']) => ({ query, instrument, provision }));

describe('the chapter on searching', () => {
  let store: StudyStore;
  let portable: PortableSearch;
  beforeAll(async () => {
    const laws: Instrument[] = [];
    for (const group of corpusGroups(['corpus/archetypes'])) laws.push(await readOneFile([group]));
    store = studyOf(laws);
    portable = portableSearch(buildLunr(portablePassages(laws)));
  }, 120_000);
  afterAll(() => store.close());

  it('has examples', () => expect(EXAMPLES.length).toBeGreaterThanOrEqual(15));

  it.each(EXAMPLES)('finds $instrument $provision by $query', ({ query, instrument, provision }) => {
    expect(search({ query }, store).hits[0]).toMatchObject({ instrument, provision });
  });

  it.each(EXAMPLES.filter(({ query }) => !/\d/.test(query)))('finds as many in both indexes by $query', ({ query }) => {
    const [there, here] = [search({ query }, store), portable(query)];
    expect([here.total, here.hits[0]?.instrument]).toEqual([there.total, there.hits[0]?.instrument]);
  });
});
