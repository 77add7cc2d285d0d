import swagger from '@fastify/swagger';
import type { FastifyPluginAsync } from 'fastify';
import type { StudyReader } from './reader.js';
import { comparisons } from './routes/comparisons.js';
import { provisions } from './routes/provisions.js';
import { searching } from './routes/searching.js';

/** The read-only JSON API, with its OpenAPI description at `openapi.json`, which is made from the routes themselves. */
export function api(reader: StudyReader): FastifyPluginAsync {
  return async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'lexatlas',
          version: '1',
          description:
            'Read-only access to a study: search, provisions, instruments, concordances, divergences, tensions.',
        },
        servers: [{ url: '/' }],
      },
    });
    await app.register(searching(reader));
    await app.register(provisions(reader));
    await app.register(comparisons(reader));
    app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  };
}
