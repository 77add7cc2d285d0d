import { parentPort, workerData } from 'node:worker_threads';
import { isStray } from '../../src/cli/failure.js';
import { caseOf } from './cases.js';
import { guard } from './guard.js';
import { honest } from './honest.js';
import { seedsIn } from './seeds.js';

/** What the main thread hands over; `clock[0]` is the case at work, `clock[1]` counts those that are done. */
export interface Task {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly folders: readonly string[];
  /** The repository, which holds honest files for the importers. */
  readonly root: string;
  readonly clock: Float64Array;
}

/** A case that went wrong, or took long. */
export interface Finding {
  readonly index: number;
  readonly name: string;
  readonly done: string;
  readonly verdict: string;
}

const SLOW_MS = 1_000;

/** Runs the cases of its task one after another and tells what goes wrong. */
async function work({ seed, from, to, folders, root, clock }: Task): Promise<void> {
  const seeds = seedsIn(folders);
  const files = await honest(root);
  const tell = (finding: Finding): void => parentPort?.postMessage(finding);
  let at = from;
  process.on('unhandledRejection', (reason) => {
    if (!isStray(reason)) throw reason;
  });
  guard((what) => tell({ index: at, name: '', done: '', verdict: `reached out: ${what}` }));
  for (; at < to; at += 1) {
    const { name, done, run } = caseOf(seeds, files, seed, at);
    clock[0] = at;
    const { verdict, tookMs } = await timed(run);
    if (verdict !== null) tell({ index: at, name, done, verdict: verdict.split('\n').slice(0, 3).join(' | ') });
    else if (tookMs > SLOW_MS) {
      // The first case that asks for a library (PDF, workbooks) waits for it: slow is what is slow again.
      const again = await timed(run);
      if (again.tookMs > SLOW_MS) tell({ index: at, name, done, verdict: `slow: ${Math.round(again.tookMs)} ms` });
    }
    clock[1] = at + 1;
  }
}

async function timed(run: () => Promise<string | null>): Promise<{ verdict: string | null; tookMs: number }> {
  const start = performance.now();
  const verdict = await run().catch((e: unknown) => (e instanceof Error ? (e.stack ?? e.message) : String(e)));
  return { verdict, tookMs: performance.now() - start };
}

await work(workerData as Task);
