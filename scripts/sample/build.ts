import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reportOver } from './study.js';

/** The same number that `lexatlas run` draws. */
const DRAWS = 100;

/** Writes the sample: the divergence report over the archetypes on transfers, in Markdown with figures. Returns its folder. */
export async function buildSample(out: string): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'lexatlas-sample-'));
  try {
    return await reportOver({ home, draws: DRAWS, options: { out, format: 'md', code: ['transfer'] } });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSample(join('reports', 'sample'));
