import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCoder } from '../src/cli/commands/run.js';
import { run } from '../src/pipeline/index.js';
import { codeFingerprint, corpusGroups, openStudy } from '../src/store/index.js';

const MEBIBYTE = 1024 * 1024;

interface StageRow {
  readonly stage: string;
  readonly seconds: number;
  readonly peakMiB: number;
  readonly subjects: number;
}

/** Time and peak memory of each stage of the main job over a corpus, cold and then with nothing changed, as a table. */
export async function benchRun(): Promise<string> {
  const corpus = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
  const folders = existsSync(corpus) ? [corpus, 'corpus/archetypes'] : ['corpus/archetypes'];
  const folder = mkdtempSync(join(tmpdir(), 'lexatlas-bench-'));
  try {
    const listing = timed('list', () => corpusGroups(folders));
    const cold = await pass(folder, listing.value);
    const warm = await pass(folder, listing.value);
    const size = statSync(join(folder, 'study.sqlite')).size / MEBIBYTE;
    const opened = timed('open', () => openStudy(folder, 'read').close());
    const lines = [
      `Corpus: ${folders.join(', ')}; ${listing.value.length} instruments in ${listing.seconds.toFixed(1)} s of listing and hashing`,
      'stage      cold s   peak MiB   warm s',
      ...cold.map((row) => {
        const again = warm.find((w) => w.stage === row.stage)?.seconds ?? 0;
        return `${row.stage.padEnd(9)} ${row.seconds.toFixed(1).padStart(7)} ${row.peakMiB.toFixed(0).padStart(10)} ${again.toFixed(1).padStart(8)}`;
      }),
      `study.sqlite ${size.toFixed(0)} MiB; opens in ${(opened.seconds * 1000).toFixed(0)} ms`,
    ];
    return lines.join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pass(folder: string, groups: ReturnType<typeof corpusGroups>): Promise<StageRow[]> {
  const rows: StageRow[] = [];
  let started = 0;
  const study = openStudy(folder, 'write');
  try {
    await run({
      groups,
      study,
      coder: loadCoder({}),
      options: { between: 'jurisdictions', asOf: null, seed: 7, draws: 100 },
      fingerprints: {
        read: codeFingerprint(['ingest', 'parse']),
        annotate: codeFingerprint(['annotate']),
        compare: codeFingerprint(['align', 'score']),
      },
      progress: {
        begin: () => {
          started = performance.now();
        },
        step: () => undefined,
        end: (stage, subjects) => {
          const peakMiB = process.resourceUsage().maxRSS / 1024; // maxRSS is in KiB and only ever grows.
          rows.push({ stage, seconds: (performance.now() - started) / 1000, peakMiB, subjects });
        },
      },
    });
  } finally {
    study.close();
  }
  return rows;
}

function timed<T>(_name: string, work: () => T): { value: T; seconds: number } {
  const started = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - started) / 1000 };
}
