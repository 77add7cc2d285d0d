import { join } from 'node:path';
import { writeReport } from '../../src/cli/commands/report.js';
import { loadCoder } from '../../src/cli/crew/coder.js';
import { openForWriting, PACKAGE_ROOT } from '../../src/cli/study.js';
import { run } from '../../src/pipeline/index.js';
import { corpusGroups } from '../../src/store/index.js';

const QUIET = { begin: () => undefined, step: () => undefined, end: () => undefined };
const SEED = 7;

/** What to read and how to report it; `options` are those of `lexatlas report`. */
export interface SampleStudy {
  /** Folder for the study. */
  readonly home: string;
  /** Folders of laws beside the archetypes. */
  readonly folders?: readonly string[];
  /** Bootstrap draws behind each interval. */
  readonly draws: number;
  readonly options: Readonly<Record<string, unknown>> & { readonly out: string };
}

/** Runs the main job over the archetypes and the named folders, writes the report and returns its folder. */
export async function reportOver({ home, folders = [], draws, options }: SampleStudy): Promise<string> {
  const coder = loadCoder({});
  const study = openForWriting({ study: join(home, 'study') });
  try {
    await run({
      groups: corpusGroups([...folders, join(PACKAGE_ROOT, 'corpus', 'archetypes')]),
      study: study.store,
      coder,
      options: { between: 'jurisdictions', asOf: null, seed: SEED, draws },
      fingerprints: { read: 'sample', annotate: 'sample', compare: 'sample' },
      progress: QUIET,
    });
    study.store.setMeta('codebook', JSON.stringify(coder.codebook));
    return await writeReport(study, options);
  } finally {
    study.close();
  }
}
