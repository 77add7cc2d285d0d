import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeReport } from '../../src/cli/commands/report.js';
import { loadCoder } from '../../src/cli/commands/run.js';
import { openForWriting, PACKAGE_ROOT } from '../../src/cli/study.js';
import { run } from '../../src/pipeline/index.js';
import { corpusGroups } from '../../src/store/index.js';

const QUIET = { begin: () => undefined, step: () => undefined, end: () => undefined };
/** Intervals are looked at here, not relied on. */
const DRAWS = 10;

/** Runs the main job over the archetypes and these folders, writes the HTML report and returns its folder; removed at exit. */
export async function reportOver(...folders: readonly string[]): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'lexatlas-browser-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const coder = loadCoder({});
  const study = openForWriting({ study: join(home, 'study') });
  try {
    await run({
      groups: corpusGroups([...folders, join(PACKAGE_ROOT, 'corpus', 'archetypes')]),
      study: study.store,
      coder,
      options: { between: 'jurisdictions', asOf: null, seed: 7, draws: DRAWS },
      fingerprints: { read: 'test', annotate: 'test', compare: 'test' },
      progress: QUIET,
    });
    study.store.setMeta('codebook', JSON.stringify(coder.codebook));
    return await writeReport(study, { out: join(home, 'report') });
  } finally {
    study.close();
  }
}
