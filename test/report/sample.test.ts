import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSample } from '../../scripts/sample/build.js';

const kept = join(import.meta.dirname, '..', '..', 'reports', 'sample');

function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile())
      .map((f) => join(f.parentPath, f.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}

it('keeps the sample report as the code of today writes it (mend: npm run sample, and look at the difference)', async () => {
  const home = mkdtempSync(join(tmpdir(), 'lexatlas-sample-test-'));
  try {
    expect(filesIn(await buildSample(join(home, 'sample')))).toEqual(filesIn(kept));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
