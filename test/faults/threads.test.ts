import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { corpusGroups, openStudy } from '../../src/store/index.js';
import { contentOf, temporaryFolder, writeLaws } from './seed.js';
import { lexatlas } from './spawned.js';

/** Threads run compiled code alone, so the whole test does. */
const DIST = new URL('../../dist/', import.meta.url);
const isBuilt = existsSync(fileURLToPath(new URL('cli/crew/worker.js', DIST)));
const LAWS = 4;
const QUIET = { begin: () => undefined, step: () => undefined, end: () => undefined };
const STAGES = { read: 'r', annotate: 'a', compare: 'c' };
/** Enough for the coder, and soon used up by whoever asks for more and more. */
const THREAD_MIB = '256';
/** Enough for two small laws on a busy machine. */
const TASK_SECONDS = '30';
/** What an annotator of ours does to the thread it runs in. */
const DEATHS = {
  'runs out of memory': 'const all = []; for (;;) all.push(Array.from({ length: 1e5 }, (_, i) => [i]));',
  'is ended': 'process.exit(3);',
  'never comes back': 'for (;;);',
};

describe.runIf(isBuilt)('a thread that dies', () => {
  const folder = temporaryFolder();
  const corpus = join(folder, 'laws');
  writeLaws(corpus, LAWS);

  /** One run on two threads; returns what it redid and the errors that the study then tells of. */
  async function run(study: string, annotator: string): Promise<{ coded: number; errors: readonly string[] }> {
    const built = async <T>(path: string): Promise<T> => (await import(new URL(path, DIST).href)) as T;
    const pipeline = await built<typeof import('../../src/pipeline/index.js')>('pipeline/index.js');
    const crews = await built<typeof import('../../src/cli/crew/index.js')>('cli/crew/index.js');
    const command = await built<typeof import('../../src/cli/crew/coder.js')>('cli/crew/coder.js');
    const options = { annotator: [annotator] };
    const store = openStudy(study, 'draft');
    const hired = crews.hireCrew({ studyFolder: study, options }, LAWS, true, 2);
    if (hired === null) throw new Error('no threads');
    try {
      const { coded } = await pipeline.run({
        groups: corpusGroups([corpus]),
        study: store,
        coder: await command.withAnnotators(command.loadCoder({}), options),
        options: { between: 'jurisdictions', asOf: null, seed: 7, draws: 5 },
        fingerprints: STAGES,
        progress: QUIET,
        crew: hired.crew,
      });
      await hired.dismiss();
      store.publish();
      const errors = store.diagnostics().filter((d) => d.severity === 'error');
      return { coded, errors: errors.map((d) => `${d.ruleId} ${d.instrument}`) };
    } finally {
      await hired.dismiss();
      store.close();
    }
  }

  it.each(Object.entries(DEATHS))(
    'because it %s costs the codes of its law; the next run makes them up',
    async (how, deed) => {
      process.env.LEXATLAS_THREAD_MIB = THREAD_MIB;
      process.env.LEXATLAS_TASK_SECONDS = TASK_SECONDS;
      const name = how.replaceAll(' ', '-');
      const [study, fresh, flag] = [join(folder, name), join(folder, `${name}-fresh`), join(folder, `${name}.flag`)];
      const annotator = join(folder, `${name}.mjs`);
      writeFileSync(
        annotator,
        `import { existsSync } from 'node:fs';
       export default { name: 'deadly', annotate(law) {
         if (law.metadata.id === 'xc/act-2' && !existsSync(${JSON.stringify(flag)})) { ${deed} }
         return [];
       } };`,
      );
      expect(await run(study, annotator)).toEqual({ coded: LAWS - 1, errors: ['annotate/lost xc/act-2'] });
      writeFileSync(flag, '');
      expect(await run(study, annotator)).toEqual({ coded: 1, errors: [] });
      expect(await run(fresh, annotator)).toEqual({ coded: LAWS, errors: [] });
      expect(contentOf(study)).toEqual(contentOf(fresh));
    },
    240_000,
  );
});

describe.runIf(isBuilt)('a small run', () => {
  const folder = temporaryFolder();
  const run = (study: string): string[] => ['run', '--study', join(folder, study), '--no-report', '--draws', '5'];

  it('ends a reader that takes too long, tells of its files, and reads them the next time', async () => {
    const hurried = await lexatlas(run('study'), 'LEXATLAS_TASK_SECONDS=0.001 exec "$@"');
    expect({ code: hurried.code, err: hurried.err }).toMatchObject({ code: 0, err: expect.stringContaining('read') });
    const store = openStudy(join(folder, 'study'), 'read');
    expect(store.instruments()).toEqual([]);
    const told = store.diagnostics().filter((d) => d.ruleId === 'ingest/unreadable');
    store.close();
    expect(told.length).toBeGreaterThanOrEqual(6);
    expect(told[0]?.message).toMatch(/it took too long, and its thread was ended/);
    for (const study of ['study', 'fresh']) expect((await lexatlas(run(study))).code).toBe(0);
    expect(contentOf(join(folder, 'study'))).toEqual(contentOf(join(folder, 'fresh')));
  }, 240_000);

  it('refuses a Parquet file that claims rows without end, and ends the reading of one that claims very many', async () => {
    const importing = (rows: bigint): string[] => {
      const file = join(folder, `${rows}.parquet`);
      writeFileSync(file, claiming(rows));
      return ['import', file, '--study', join(folder, 'fresh'), '--annotator', 'human:x'];
    };
    const refused = await lexatlas(importing(4_294_967_295n));
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('it claims 4294967295 rows') });
    const ended = await lexatlas(importing(4_999_999n), 'LEXATLAS_TASK_SECONDS=2 exec "$@"');
    expect(ended).toMatchObject({ code: 1, err: expect.stringContaining('could not be read as parquet within 2 s') });
  }, 240_000);
});

/** A Parquet file of one row that claims so many. */
function claiming(rows: bigint): Uint8Array {
  const columnData = [{ name: 'code', data: ['transfer.consent'], type: 'STRING' as const }];
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData }), createdBy: 'test' });
  file.write({ columnData });
  const claims = file as unknown as { num_rows: bigint; row_groups: { num_rows: bigint }[] };
  claims.num_rows = rows;
  for (const group of claims.row_groups) group.num_rows = rows;
  file.finish();
  return writer.getBytes().slice();
}

if (!isBuilt) console.warn('SKIPPED: dist/ is not built, and threads run compiled code alone (npm run build).');
