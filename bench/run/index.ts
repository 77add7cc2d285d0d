import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCoder } from '../../src/cli/crew/coder.js';
import { run } from '../../src/pipeline/index.js';
import { codeFingerprint, corpusGroups, openStudy } from '../../src/store/index.js';
import { type Floor, floorsOf } from './floors.js';
import { forgetPeak, peakMiB } from './memory.js';

const MEBIBYTE = 1024 * 1024;
/** Agreements of the growth table; LEXATLAS_SIZES names others, and '' leaves it out. */
const SIZES = '10,50,100,450';
/** n log n from 50 to 450 has this much over n: an exponent above it is looked at. All-pairs alignment may have up to 2. */
const N_LOG_N = 1.2;
/** Of shorter stages the growth is noise, seconds. */
const SHORTEST = 0.3;

type Groups = ReturnType<typeof corpusGroups>;

interface StageRow {
  readonly stage: string;
  readonly seconds: number;
  readonly peakMiB: number;
}

/**
 * Time and peak memory of each stage of the main job over a corpus, on one thread: cold, then with nothing changed, beside the least
 * that the stage's input costs; then how each stage grows with the number of agreements.
 */
export async function benchRun(): Promise<string> {
  const corpus = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
  const folders = existsSync(corpus) ? [corpus, 'corpus/archetypes'] : ['corpus/archetypes'];
  const began = performance.now();
  const groups = corpusGroups(folders);
  const listing = (performance.now() - began) / 1000;
  const whole = await coldAndWarm(groups, true);
  const { floors } = whole;
  return [
    `Corpus: ${folders.join(', ')}; ${groups.length} instruments in ${listing.toFixed(1)} s of listing and hashing`,
    'stage      cold s   floor s   ratio   peak MiB   warm s   floor is',
    ...whole.cold.map((row) => {
      const floor = floors[row.stage];
      const again = whole.warm.find((w) => w.stage === row.stage)?.seconds ?? 0;
      const [least, ratio] =
        floor === undefined ? ['', ''] : [floor.seconds.toFixed(1), (row.seconds / floor.seconds).toFixed(1)];
      return `${row.stage.padEnd(9)} ${row.seconds.toFixed(1).padStart(7)} ${least.padStart(9)} ${ratio.padStart(7)} ${row.peakMiB.toFixed(0).padStart(10)} ${again.toFixed(1).padStart(8)}   ${floor?.of ?? ''}`;
    }),
    `study.sqlite ${whole.sizeMiB.toFixed(0)} MiB; opens in ${whole.openMs.toFixed(0)} ms`,
    ...(await growth(groups)),
  ].join('\n');
}

/** Seconds of each stage for the first so many agreements, and the power of n by which it grew since the size before. */
async function growth(groups: Groups): Promise<string[]> {
  const agreements = groups.filter((g) => g.key.startsWith('tota/'));
  const sizes = (process.env.LEXATLAS_SIZES ?? SIZES)
    .split(',')
    .map(Number)
    .filter((n) => n > 0 && n <= agreements.length);
  if (sizes.length < 2) return [];
  const lines = ['', 'agreements   seconds a stage (power of n since the line before), peak memory while it ran'];
  let before: { n: number; rows: readonly StageRow[] } | null = null;
  for (const n of sizes) {
    const step = agreements.length / n;
    const chosen = Array.from({ length: n }, (_, i) => agreements[Math.floor(i * step)]).flatMap((g) => g ?? []);
    const { cold } = await coldAndWarm(chosen, false);
    const cells = cold.map(({ stage, seconds, peakMiB: peak }) => {
      const was = before?.rows.find((r) => r.stage === stage)?.seconds;
      const power = was === undefined || before === null ? null : Math.log(seconds / was) / Math.log(n / before.n);
      const mark = power !== null && power > N_LOG_N ? '!' : '';
      const grew = power === null || seconds < SHORTEST ? '' : ` (n^${power.toFixed(2)}${mark})`;
      return `${stage} ${seconds.toFixed(1)}${grew} ${peak.toFixed(0)} MiB`;
    });
    lines.push(`${String(n).padStart(10)}   ${cells.join('   ')}`);
    before = { n, rows: cold };
  }
  return [...lines, `! grows faster than n log n (about n^${N_LOG_N} here); aligning compares all pairs.`];
}

async function coldAndWarm(
  groups: Groups,
  withFloors: boolean,
): Promise<{
  floors: Readonly<Record<string, Floor>>;
  cold: StageRow[];
  warm: StageRow[];
  sizeMiB: number;
  openMs: number;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'lexatlas-bench-'));
  try {
    const cold = await pass(folder, groups);
    const warm = await pass(folder, groups);
    const began = performance.now();
    const study = openStudy(folder, 'read');
    const openMs = performance.now() - began;
    const floors = withFloors ? await floorsOf(groups, study) : {};
    study.close();
    return { floors, cold, warm, openMs, sizeMiB: statSync(join(folder, 'study.sqlite')).size / MEBIBYTE };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pass(folder: string, groups: Groups): Promise<StageRow[]> {
  const rows: StageRow[] = [];
  let started = 0;
  const study = openStudy(folder, 'draft');
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
          forgetPeak();
        },
        step: () => undefined,
        end: (stage) => {
          rows.push({ stage, seconds: (performance.now() - started) / 1000, peakMiB: peakMiB() });
        },
      },
    });
    const began = performance.now();
    forgetPeak();
    study.publish();
    rows.push({
      stage: 'publish',
      seconds: (performance.now() - began) / 1000,
      peakMiB: peakMiB(),
    });
  } finally {
    study.close();
  }
  return rows;
}
