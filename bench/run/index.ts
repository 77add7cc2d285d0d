import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCoder } from '../../src/cli/crew/coder.js';
import { run } from '../../src/pipeline/index.js';
import { codeFingerprint, corpusGroups, openStudy } from '../../src/store/index.js';
import { cpuSeconds, note } from '../clock.js';
import { type Floor, floorsOf } from './floors.js';
import { forgetPeak, peakMiB } from './memory.js';
import { wholeJob } from './whole.js';

const MEBIBYTE = 1024 * 1024;
/** Agreements of the growth table, and the whole corpus last; LEXATLAS_SIZES names others. */
const SIZES = '10,50,100,450,whole';
/** n log n, with n the provisions, has this exponent from 50 to 450 agreements: one above it is looked at. All-pairs alignment may have up to 2. */
const N_LOG_N = 1.2;
/** Of shorter stages the growth is noise, seconds. */
const SHORTEST = 0.3;

type Groups = ReturnType<typeof corpusGroups>;

interface StageRow {
  readonly stage: string;
  readonly seconds: number;
  readonly peakMiB: number;
}

/** A stage of one size, as it is printed. */
export interface TableRow extends StageRow {
  readonly floor: Floor | undefined;
  /** The power of the number of provisions by which it grew since the size before: agreements differ in length. */
  readonly power: number | null;
  readonly warm: number;
}

/**
 * Processor time and peak memory of each stage of the main job on one thread, for 10, 50, 100 and 450 agreements: cold, beside the least that the
 * stage's input costs, and with nothing changed; then the whole corpus by the clock, as users run it. Rows are told as they come.
 */
export async function benchRun(): Promise<string> {
  const corpus = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
  const folders = existsSync(corpus) ? [corpus, 'corpus/archetypes'] : ['corpus/archetypes'];
  const began = performance.now();
  const groups = corpusGroups(folders);
  const listing = ((performance.now() - began) / 1000).toFixed(1);
  const sizes = (process.env.LEXATLAS_SIZES ?? SIZES).split(',');
  const lines = [
    note(`Corpus: ${folders.join(', ')}; ${groups.length} instruments in ${listing} s of listing and hashing`),
    note('     n  stage        s   floor s   ratio   power of n   peak MiB   warm s   floor is'),
  ];
  const agreements = groups.filter((g) => g.key.startsWith('tota/'));
  let before: { provisions: number; rows: readonly StageRow[] } | null = null;
  for (const n of sizes.map(Number).filter((n) => n > 0 && n <= agreements.length)) {
    const step = agreements.length / n;
    const chosen = Array.from({ length: n }, (_, i) => agreements[Math.floor(i * step)]).flatMap((g) => g ?? []);
    const { cold, warm, floors, provisions, told } = await coldAndWarm(chosen);
    for (const row of cold) {
      const was = before?.rows.find((r) => r.stage === row.stage)?.seconds;
      const times = provisions / (before?.provisions ?? provisions);
      const power = was === undefined || row.seconds < SHORTEST ? null : Math.log(row.seconds / was) / Math.log(times);
      const again = warm.find((w) => w.stage === row.stage)?.seconds ?? 0;
      lines.push(note(lineOf(String(n), { ...row, floor: floors[row.stage], power, warm: again })));
    }
    lines.push(note(`        ${told}`));
    before = { provisions, rows: cold };
  }
  lines.push(note(`! grows faster than n log n (about n^${N_LOG_N} here); aligning compares all pairs.`));
  if (sizes.includes('whole')) lines.push(...(await wholeJob(corpus, groups)).map(note));
  return lines.join('\n');
}

/** A line of the table. */
export function lineOf(n: string, { stage, seconds, peakMiB: peak, floor, power, warm }: TableRow): string {
  const [least, ratio] =
    floor === undefined ? ['', ''] : [floor.seconds.toFixed(1), (seconds / floor.seconds).toFixed(1)];
  const grew = power === null ? '' : `${power.toFixed(2)}${power > N_LOG_N ? '!' : ''}`;
  const of = floor === undefined ? '' : `   ${floor.of}`;
  return `${n.padStart(6)}  ${stage.padEnd(9)} ${seconds.toFixed(1).padStart(6)} ${least.padStart(9)} ${ratio.padStart(7)} ${grew.padStart(12)} ${peak.toFixed(0).padStart(10)} ${warm.toFixed(1).padStart(8)}${of}`;
}

async function coldAndWarm(groups: Groups): Promise<{
  floors: Readonly<Record<string, Floor>>;
  cold: StageRow[];
  warm: StageRow[];
  provisions: number;
  told: string;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'lexatlas-bench-'));
  try {
    const cold = await pass(folder, groups);
    const warm = await pass(folder, groups);
    const began = performance.now();
    const study = openStudy(folder, 'read');
    const openMs = performance.now() - began;
    const floors = await floorsOf(groups, study);
    const { articles, provisions } = study.summary();
    study.close();
    const mib = (statSync(join(folder, 'study.sqlite')).size / MEBIBYTE).toFixed(0);
    const told = `${articles} articles, ${provisions} provisions; study.sqlite ${mib} MiB, opens in ${openMs.toFixed(0)} ms`;
    return { floors, cold, warm, provisions, told };
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
          started = cpuSeconds();
          forgetPeak();
        },
        step: () => undefined,
        end: (stage) => {
          rows.push({ stage, seconds: cpuSeconds() - started, peakMiB: peakMiB() });
        },
      },
    });
    const began = cpuSeconds();
    forgetPeak();
    study.publish();
    rows.push({ stage: 'publish', seconds: cpuSeconds() - began, peakMiB: peakMiB() });
  } finally {
    study.close();
  }
  return rows;
}
