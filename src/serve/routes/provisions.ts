import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { showProvision } from '../../search/index.js';
import type { Problem } from '../problem.js';
import type { StudyReader } from '../reader.js';
import { pageOf, paging, query } from './schemas.js';

interface InstrumentsAsked {
  readonly jurisdiction?: string;
  readonly kind?: string;
  readonly limit: number;
  readonly offset: number;
}

/** `/health`, `/show`, `/instruments` and `/outline`. */
export function provisions(reader: StudyReader): FastifyPluginAsync {
  return async (app) => {
    app.get('/health', { schema: { summary: 'That the study answers, and its counts' } }, async () =>
      reader.remember('health', (store) => ({ status: 'ok', summary: store.summary() })),
    );
    app.get<{ Querystring: { citation: string } }>(
      '/show',
      {
        schema: {
          summary: 'A provision in its own words, its codes with their evidence, its counterparts',
          querystring: query(
            { citation: { type: 'string', minLength: 1, maxLength: 200, description: "'GDPR 46(2)(c)'" } },
            ['citation'],
          ),
        },
      },
      async ({ query: { citation } }, reply) => {
        const shown = reader.remember(`show ${citation}`, (store) => ({ found: showProvision(citation, store) })).found;
        return shown ?? missing(reply, `Nothing in the study is cited '${citation}'.`);
      },
    );
    app.get<{ Querystring: InstrumentsAsked }>(
      '/instruments',
      {
        schema: {
          summary: 'The instruments of the study, by id',
          querystring: query({
            jurisdiction: { type: 'string', maxLength: 10 },
            kind: { type: 'string', maxLength: 20 },
            ...paging(100, 1000),
          }),
        },
      },
      async ({ query: asked }) =>
        reader.read((store) => {
          const { jurisdiction, kind } = asked;
          const all = store
            .instruments()
            .filter((m) => jurisdiction === undefined || m.jurisdictions.includes(jurisdiction))
            .filter((m) => kind === undefined || m.kind === kind);
          return pageOf(all, asked);
        }),
    );
    app.get<{ Querystring: { instrument: string; limit: number; offset: number } }>(
      '/outline',
      {
        schema: {
          summary: "An instrument's provision tree, in document order",
          querystring: query({ instrument: { type: 'string', minLength: 1, maxLength: 200 }, ...paging(500, 2000) }, [
            'instrument',
          ]),
        },
      },
      async ({ query: asked }, reply) => {
        const law = reader.read((store) => store.instrument(asked.instrument));
        if (law === null) return missing(reply, `The study holds no instrument '${asked.instrument}'.`);
        return { metadata: law.metadata, ...pageOf(law.provisions, asked) };
      },
    );
  };
}

function missing(reply: FastifyReply, message: string): Problem {
  reply.code(404);
  return { error: 'not-found', message, mend: '/api/search finds provisions, /api/instruments lists laws.' };
}
