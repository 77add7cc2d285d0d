import type { FastifyPluginAsync } from 'fastify';
import type { StudyReader } from '../reader.js';
import { pageOf, paging, query } from './schemas.js';

interface Paged {
  readonly limit: number;
  readonly offset: number;
}

/** `/concordance`, `/divergences` and `/tensions`: what the last run compared. */
export function comparisons(reader: StudyReader): FastifyPluginAsync {
  return async (app) => {
    app.get<{ Querystring: { code: string } }>(
      '/concordance',
      {
        schema: {
          summary: 'One rule a row, jurisdictions across, for a code',
          querystring: query({ code: { type: 'string', minLength: 1, maxLength: 100 } }, ['code']),
        },
      },
      async ({ query: { code } }, reply) => {
        const table = reader.read((store) => store.concordance(code));
        if (table !== null) return table;
        reply.code(404);
        return {
          error: 'not-found',
          message: `The study has no concordance for '${code}'.`,
          mend: 'Codes are listed by /api/facets?q=.',
        };
      },
    );
    app.get<{ Querystring: Paged & { scope: string; side?: string } }>(
      '/divergences',
      {
        schema: {
          summary: 'Divergence of pairs on a scope, with parts, interval and coverage',
          querystring: query({
            scope: {
              type: 'string',
              maxLength: 100,
              default: 'all',
              description: 'all, a family, a principle or a code',
            },
            side: { type: 'string', maxLength: 100, description: 'only pairs with this side' },
            ...paging(100, 1000),
          }),
        },
      },
      async ({ query: asked }) =>
        reader.read((store) =>
          pageOf(
            store
              .divergences(asked.scope)
              .filter((d) => asked.side === undefined || d.left === asked.side || d.right === asked.side),
            asked,
          ),
        ),
    );
    app.get<{ Querystring: Paged & { party?: string } }>(
      '/tensions',
      {
        schema: {
          summary: 'Provisions that pull apart, and what reconciles them',
          querystring: query({ party: { type: 'string', maxLength: 10 }, ...paging(50, 1000) }),
        },
      },
      async ({ query: asked }) =>
        reader.read((store) =>
          pageOf(
            store.tensions().filter((t) => asked.party === undefined || t.parties.includes(asked.party)),
            asked,
          ),
        ),
    );
  };
}
