import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ingest } from '../../src/ingest/index.js';
import type { Provision } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';

const corpus = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
const isThere = existsSync(join(corpus, 'statutes/eu'));
if (!isThere) console.warn(`SKIPPED: no real texts at ${corpus}; set LEXATLAS_CORPUS to test against them`);

async function provisionsOf(path: string): Promise<readonly Provision[]> {
  return parse(await ingest({ path, bytes: readFileSync(join(corpus, path)), provenance: null })).provisions;
}

test.skipIf(!isThere)('the structured renditions of the GDPR agree on every name and citation', async () => {
  const names = [
    'oj.en.xhtml',
    'oj.en.fmx4.xml',
    'consolidated.en.html',
    'consolidated.fr.html',
    'consolidated.en.fmx4.xml',
  ];
  const outlines = await Promise.all(
    names.map(async (name) => {
      const all = await provisionsOf(`statutes/eu/gdpr-2016-679.${name}`);
      expect(all.filter((p) => p.kind === 'article')).toHaveLength(99);
      expect(all.filter((p) => p.kind === 'chapter')).toHaveLength(11);
      return all.filter((p) => p.eId.startsWith('chp_')).map((p) => `${p.eId} ${p.citation}`);
    }),
  );
  for (const outline of outlines) expect(outline).toEqual(outlines[0]);
});
