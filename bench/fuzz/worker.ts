import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { isStray } from '../../src/cli/failure.js';
import { caseOf } from './cases.js';
import { guard } from './guard.js';
import { IMPORTERS } from './probe.js';
import { seedsIn } from './seeds.js';

/** What the main thread hands over; `clock[0]` is the case at work, `clock[1]` counts those that are done. */
export interface Task {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly folders: readonly string[];
  /** An honest file for each importer to start from. */
  readonly texts: Readonly<Record<string, string>>;
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
async function work({ seed, from, to, folders, texts, clock }: Task): Promise<void> {
  const seeds = seedsIn(folders);
  const honest = new Map(Object.keys(IMPORTERS).map((name) => [name, textOf(texts[name])]));
  const tell = (finding: Finding): void => parentPort?.postMessage(finding);
  let at = from;
  process.on('unhandledRejection', (reason) => {
    if (!isStray(reason)) throw reason;
  });
  guard((what) => tell({ index: at, name: '', done: '', verdict: `reached out: ${what}` }));
  for (; at < to; at += 1) {
    const { name, done, run } = caseOf(seeds, honest, seed, at);
    clock[0] = at;
    const start = performance.now();
    const verdict = await run().catch((e: unknown) => (e instanceof Error ? (e.stack ?? e.message) : String(e)));
    const took = performance.now() - start;
    if (verdict !== null) tell({ index: at, name, done, verdict: verdict.split('\n').slice(0, 3).join(' | ') });
    else if (took > SLOW_MS) tell({ index: at, name, done, verdict: `slow: ${Math.round(took)} ms` });
    clock[1] = at + 1;
  }
}

function textOf(path: string | undefined): string {
  return path === undefined ? '"cross-border transfer" AND heading:consent* -art_1' : readFileSync(path, 'utf8');
}

await work(workerData as Task);
