import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalogue, inspect } from '../../src/corpus/index.js';
import { corpusGroups } from '../../src/store/index.js';
import { entry } from './harness.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SHARED = process.env.LEXATLAS_CORPUS ?? join(ROOT, '..', 'shared', 'corpus');
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const known = [
  entry({
    id: 'xx/a',
    addresses: [],
    held: [
      { path: 'statutes/xx/a.en.txt', sha256: hash('one'), language: 'en' },
      { path: 'statutes/xx/a.fr.txt', sha256: hash('un'), language: 'fr' },
    ],
  }),
  entry({ id: 'yy/b', addresses: [], held: [{ path: 'statutes/yy/b.txt', sha256: hash('two'), language: 'en' }] }),
];

describe('files on this disk', () => {
  it('are whole, other, missing or unknown', () => {
    const files = [
      { path: '/c/statutes/xx/a.en.txt', sha256: hash('one') },
      { path: '/c/statutes/xx/a.fr.txt', sha256: hash('deux') },
      { path: '/c/mine/own.txt', sha256: hash('own') },
    ];
    expect(inspect(files, ['/c'], known).map((h) => `${h.state} ${h.path}`)).toEqual([
      'unknown /c/mine/own.txt',
      'whole /c/statutes/xx/a.en.txt',
      'differs /c/statutes/xx/a.fr.txt',
      'missing /c/statutes/yy/b.txt',
    ]);
  });

  it('are known by their bytes under any name, and missed only below the folder that was asked about', () => {
    expect(inspect([{ path: '/d/renamed.txt', sha256: hash('two') }], ['/d'], known)).toMatchObject([
      { state: 'whole', instrument: 'yy/b' },
    ]);
    const only = [{ path: '/c/statutes/xx/a.en.txt', sha256: hash('one') }];
    expect(inspect(only, ['/c/statutes/xx'], known).map((h) => h.state)).toEqual(['whole', 'missing']);
  });
});

describe('the shared corpus', () => {
  it('is held file by file with its hash', (context) => {
    if (!existsSync(join(SHARED, 'statutes'))) {
      process.stderr.write(
        `SKIPPED: no real corpus at ${SHARED}; set LEXATLAS_CORPUS to check the catalogue's hashes\n`,
      );
      context.skip();
    }
    const path = join(ROOT, 'corpus', 'catalogue.json');
    const holdings = inspect(
      corpusGroups([SHARED]).flatMap((g) => g.files),
      [SHARED],
      catalogue(readFileSync(path, 'utf8'), path),
    );
    expect(holdings.filter((h) => h.state !== 'whole')).toEqual([]);
    expect(holdings.length).toBeGreaterThanOrEqual(565);
  });
});
