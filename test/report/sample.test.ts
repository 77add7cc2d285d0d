import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSample } from '../../scripts/sample/build.js';

const kept = join(import.meta.dirname, '..', '..', 'reports', 'sample');
/** In CI every byte counts; between, a change of coding or scoring may land before the sample is written anew. */
const isExact = process.env.CI !== undefined || process.env.LEXATLAS_EXACT_SAMPLE !== undefined;

function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile())
      .map((f) => join(f.parentPath, f.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}

/** Sections and table heads: what a reader finds, whatever the figures are. */
const formOf = (markdown = ''): string[] =>
  markdown.split('\n').filter((l) => /^## [A-Z](?!ppendix)|^\| (left|code|rule) \|/.test(l));

it('keeps the sample report as the code of today writes it (mend: npm run sample, and look at the difference)', async () => {
  const home = mkdtempSync(join(tmpdir(), 'lexatlas-sample-test-'));
  try {
    const [fresh, old] = [filesIn(await buildSample(join(home, 'sample'))), filesIn(kept)];
    expect(Object.keys(fresh)).toEqual(Object.keys(old));
    expect(new Set(formOf(fresh['report.md']))).toEqual(new Set(formOf(old['report.md'])));
    if (isExact) expect(fresh).toEqual(old);
    else if (JSON.stringify(fresh) !== JSON.stringify(old))
      console.warn(
        'DRIFT: reports/sample differs from what the code writes today; run npm run sample. CI refuses this.',
      );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
