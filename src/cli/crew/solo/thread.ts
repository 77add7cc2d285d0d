import { Worker } from 'node:worker_threads';
import { type Progress, ThreadLost } from '../../../pipeline/index.js';
import { StoreTrouble } from '../../../store/index.js';
import type { Sent, Solo } from './work.js';

/**
 * Memory of the thread: what the whole shared corpus takes (0.9 GiB to compare, 0.9 GiB to report) twice over. The young part is larger than
 * Node's own 48 MiB, for most of what both make lives long: measured, half the time of collecting.
 */
const OLD_MEBIBYTES = 3072;
const YOUNG_MEBIBYTES = 96;

/** True where a stage can have a thread of its own: threads run compiled code alone. */
export const canHaveThread = !import.meta.url.endsWith('.ts');

/**
 * Does a stage in a thread of its own and returns what came of it. Its memory goes back to the system with the thread: a run would
 * otherwise hold what it compared while it reports.
 * @throws what the stage itself threw; ThreadLost where the thread died, as for want of memory, or was ended after so many `seconds`.
 */
export function inOwnThread(solo: Solo, progress: Progress, seconds: number | null = null): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./work.js', import.meta.url), {
      workerData: solo,
      resourceLimits: { maxOldGenerationSizeMb: OLD_MEBIBYTES, maxYoungGenerationSizeMb: YOUNG_MEBIBYTES },
    });
    let sent: Sent | null = null;
    const limit = seconds === null ? null : setTimeout(() => void worker.terminate(), seconds * 1000);
    worker.on('message', (message: Sent) => {
      if (message.kind !== 'progress') sent = message;
      else (progress[message.call] as (...given: readonly (string | number)[]) => void)(...message.given);
    });
    worker.on('error', (error) => reject(new ThreadLost(`The ${solo.kind} thread ended: ${error.message}`)));
    // What it made is waited for until its memory is free again.
    worker.on('exit', () => {
      if (limit !== null) clearTimeout(limit);
      if (sent?.kind === 'done') resolve(sent.result);
      else if (sent?.kind === 'failed') reject(errorOf(sent.message, sent.facts));
      else reject(new ThreadLost(`The ${solo.kind} thread ended before its work was done.`));
    });
  });
}

/** The error that was thrown in the thread, as far as its kind matters here: a damaged study is made anew. */
function errorOf(message: string, facts: Readonly<Record<string, unknown>>): Error {
  const { mend, isDamage } = facts;
  if (typeof isDamage === 'boolean') return new StoreTrouble(message, String(mend), isDamage);
  return Object.assign(new Error(message), facts);
}
