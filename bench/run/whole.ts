import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CorpusGroup, openStudy } from '../../src/store/index.js';
import { note } from '../clock.js';
import { floorsOf } from './floors.js';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** The main job over the whole corpus as users run it, threads and report and all: seconds of each stage by the clock, beside the floors on one thread. */
export async function wholeJob(corpus: string, groups: readonly CorpusGroup[]): Promise<string[]> {
  if (!existsSync(MAIN)) return ['whole   left out: dist/ is not built (npm run build).'];
  const folder = mkdtempSync(join(tmpdir(), 'lexatlas-whole-'));
  try {
    const study = join(folder, 'study');
    const began = performance.now();
    const stages = await stagesOf(['run', '--corpus', corpus, '--study', study, '--out', join(folder, 'report')]);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    const store = openStudy(study, 'read');
    const floors = await floorsOf(groups, store);
    store.close();
    const rows = stages.map(({ stage, took }) => {
      const floor = floors[stage];
      const beside =
        floor === undefined
          ? ''
          : `${floor.seconds.toFixed(1).padStart(9)} ${(took / floor.seconds).toFixed(1).padStart(7)}   ${floor.of}`;
      return ` whole  ${stage.padEnd(9)} ${took.toFixed(1).padStart(6)} ${beside}`;
    });
    return [
      ...rows,
      ` whole  all of it ${seconds} s by the clock, on the threads that the machine has; floors are of one thread`,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the command tells of its stages as they end. @throws Error with its words where it fails. */
async function stagesOf(words: readonly string[]): Promise<{ stage: string; took: number }[]> {
  const child = spawn(process.execPath, [MAIN, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (piece: Buffer) => {
    err += piece.toString('utf8');
    const line = piece.toString('utf8').trimEnd();
    if (/\(\d+\.\d s\)$/.test(line)) note(`        ${line}`);
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(err);
  return [...err.matchAll(/^(\w+) +\d+ done.*\((\d+\.\d) s\)$/gm)].map(([, stage = '', took]) => ({
    stage,
    took: Number(took),
  }));
}
