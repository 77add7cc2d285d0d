import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import files from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

const BARE_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>lexatlas</title>
<p>No report was found. <code>lexatlas report</code> writes one. The API is described in <a href="/api/openapi.json">/api/openapi.json</a>.</p></html>`;

/** The report's pages at `/`, and nothing outside its folder: no dot files, no way up, no link that leads out. */
export function pages(folder: string | null): FastifyPluginAsync {
  return async (app) => {
    if (folder === null) {
      app.get('/', { schema: { hide: true } }, async (_request, reply) =>
        reply.type('text/html; charset=utf-8').send(BARE_PAGE),
      );
      return;
    }
    const root = realpathSync(folder);
    await app.register(files, {
      root,
      dotfiles: 'deny',
      cacheControl: false,
      allowedPath: (path) => isInside(root, path),
    });
  };
}

function isInside(root: string, path: string): boolean {
  try {
    const real = realpathSync(join(root, path));
    return real === root || real.startsWith(root + sep);
  } catch {
    return false; // There is no such file, or its name is none.
  }
}
