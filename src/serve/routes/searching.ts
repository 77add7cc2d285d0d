import type { FastifyPluginAsync } from 'fastify';
import type { FacetName, SortBy } from '../../model/index.js';
import { facetsOf, groupsOf, type SearchRequest, search } from '../../search/index.js';
import type { StudyReader } from '../reader.js';
import { many, paging, query } from './schemas.js';

interface Asked {
  readonly q?: string;
  readonly like?: string;
  readonly jurisdiction?: string[];
  readonly code?: string[];
  readonly kind?: string[];
  readonly force?: string[];
  readonly lang?: string[];
  readonly instrument?: string[];
  readonly year?: string;
  readonly synonyms?: boolean;
  readonly sort?: SortBy;
  readonly limit?: number;
  readonly offset?: number;
}

const ASKED = {
  q: { type: 'string', maxLength: 1000, description: 'The query language of docs/search.md' },
  like: { type: 'string', maxLength: 200, description: 'A citation: provisions similar to it' },
  jurisdiction: many('Code or English name'),
  code: many('Code or family of the codebook'),
  kind: many('statute, regulation, agreement, convention, archetype'),
  force: many('hard or soft'),
  lang: many('BCP 47'),
  instrument: many('Id or name'),
  year: { type: 'string', maxLength: 12, description: '2016 or 2010..2020' },
  synonyms: { type: 'boolean', default: false },
  sort: { type: 'string', enum: ['relevance', 'date', 'jurisdiction'], default: 'relevance' },
};
const MOST_HITS = 100;

/** `/search`, `/facets` and `/groups`. */
export function searching(reader: StudyReader): FastifyPluginAsync {
  return async (app) => {
    app.get<{ Querystring: Asked }>(
      '/search',
      { schema: { summary: 'Provisions that match', querystring: query({ ...ASKED, ...paging(10, MOST_HITS) }) } },
      async ({ query: asked }) =>
        reader.remember(`search ${JSON.stringify(asked)}`, (store) => search(requestOf(asked), store)),
    );
    app.get<{ Querystring: Asked }>(
      '/facets',
      { schema: { summary: 'Counts over everything that matches', querystring: query(ASKED) } },
      async ({ query: asked }) =>
        reader.remember(`facets ${JSON.stringify(asked)}`, (store) => facetsOf(requestOf(asked), store)),
    );
    app.get<{ Querystring: Asked & { by: 'instrument' | 'jurisdiction' } }>(
      '/groups',
      {
        schema: {
          summary: 'How many provisions match, by instrument or by list of jurisdictions',
          querystring: query({
            ...ASKED,
            by: { type: 'string', enum: ['instrument', 'jurisdiction'], default: 'instrument' },
          }),
        },
      },
      async ({ query: asked }) =>
        reader.remember(`groups ${JSON.stringify(asked)}`, (store) => groupsOf(requestOf(asked), store, asked.by)),
    );
  };
}

function requestOf(asked: Asked): SearchRequest {
  const { jurisdiction = [], code = [], kind = [], force = [], lang = [], instrument = [], year } = asked;
  const facets: Partial<Record<FacetName, readonly string[]>> = {
    jurisdiction,
    code,
    kind,
    force,
    lang,
    instrument,
    year: year === undefined ? [] : [year],
  };
  return {
    query: asked.q ?? '',
    like: asked.like ?? null,
    facets,
    synonyms: asked.synonyms === true,
    sort: asked.sort ?? 'relevance',
    ...(asked.limit === undefined ? {} : { limit: asked.limit }),
    ...(asked.offset === undefined ? {} : { offset: asked.offset }),
  };
}
