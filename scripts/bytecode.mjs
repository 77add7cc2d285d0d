// Keeps the bytecode of the packed scripts beside them (see `src/cli/start/packed.ts`): does once in small what a run does, so that what it needs is among it. Costs some ten
// seconds of a build. Where the engine does not take it, the scripts are compiled at each start.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'lexatlas-bytecode-'));
process.env.LEXATLAS_KEEP_BYTECODE = '1';
const study = ['--study', join(folder, 'study')];
const lexatlas = (...words) =>
  execFileSync(process.execPath, ['dist/cli/main.js', ...words, ...study], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LEXATLAS_CORPUS: '' },
  });
try {
  // Once from nothing, once with what is remembered; comparing and reporting share a script, and a run adds to what is kept.
  for (const seed of ['7', '8']) lexatlas('run', '--threads', '2', '--seed', seed, '--out', join(folder, 'report'));
  lexatlas('show', 'consent 1');
  const { default: work } = await import('../dist/cli/crew/worker.js');
  for (const path of lawsToRead()) {
    const bytes = readFileSync(path);
    const file = {
      path,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      byteLength: bytes.length,
      provenance: null,
    };
    await work({ kind: 'read', key: path, files: [file] });
  }
  for (const id of ids()) await work({ kind: 'code', id, orders: { studyFolder: join(folder, 'study'), options: {} } });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The instruments of the small study. */
function ids() {
  return readdirSync('corpus/archetypes')
    .filter((name) => name !== 'corpus.json')
    .map((name) => `archetype/${name.split('.')[0]}`);
}

/** Small laws of most formats. */
function lawsToRead() {
  const golden = 'test/golden';
  if (!existsSync(golden)) return [];
  return readdirSync(golden, { recursive: true })
    .filter((name) => /source\.(html|xhtml|xml|json|md|txt)$/.test(name))
    .map((name) => join(golden, name));
}
