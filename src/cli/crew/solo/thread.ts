import { type Transferable, Worker } from 'node:worker_threads';
import { type Progress, ThreadLost } from '../../../pipeline/index.js';
import { StoreTrouble } from '../../../store/index.js';
import type { Ahead, Sent, Solo } from './work.js';

/**
 * Memory of the thread: what the whole shared corpus takes (0.9 GiB to compare, 0.9 GiB to report) twice over. The young part is larger than
 * Node's own 48 MiB, for most of what both make lives long: measured, half the time of collecting.
 */
const OLD_MEBIBYTES = 3072;
const YOUNG_MEBIBYTES = 96;

/** True where a stage can have a thread of its own: threads run compiled code alone. */
export const canHaveThread = !import.meta.url.endsWith('.ts');

/** A stage at work in a thread of its own. */
export interface OwnThread {
  /** What came of it. @throws what the stage itself threw; ThreadLost where the thread died, as for want of memory, or was ended. */
  readonly result: Promise<unknown>;
  /** When the thread has gone and its memory is free again. @throws what it met after it had told its result. */
  readonly gone: Promise<void>;
  /** When it reads the study no more, whether or not it has done its work. */
  readonly read: Promise<void>;
  /** Tells it what it waits for, in the middle of its stage. */
  tell(words: string): void;
}

/** A thread that has its code loaded, which takes a second, and waits for the one stage that it will do. */
export interface ReadyThread {
  /** Does the stage; it may take so many `seconds`. What is in `given` goes over to the thread. */
  start(solo: Solo, progress: Progress, seconds?: number | null, given?: readonly Transferable[]): OwnThread;
  /** Sends the thread home, where nothing was asked of it. */
  stop(): Promise<void>;
}

/** Does a stage in a thread of its own and returns what came of it when the thread has gone. */
export async function inOwnThread(
  solo: Solo,
  progress: Progress,
  seconds: number | null = null,
  thread = readyThread(),
): Promise<unknown> {
  const { result, gone } = thread.start(solo, progress, seconds);
  gone.catch(() => undefined); // Told by `result`, or below.
  const made = await result;
  await gone;
  return made;
}

/**
 * A thread of its own for a stage. Its memory goes back to the system with it: a run would otherwise hold what it compared while it reports. What it can read
 * for its stage before others have done theirs, `ahead`, it reads meanwhile.
 */
export function readyThread(ahead: Ahead | null = null): ReadyThread {
  const worker = new Worker(new URL('./work.js', import.meta.url), {
    workerData: ahead,
    resourceLimits: { maxOldGenerationSizeMb: OLD_MEBIBYTES, maxYoungGenerationSizeMb: YOUNG_MEBIBYTES },
  });
  let failure: Error | null = null;
  worker.on('error', (error) => {
    failure = new ThreadLost(`The thread ended: ${error.message}`);
  });
  const exited = new Promise<void>((resolve) => worker.on('exit', () => resolve()));
  const start = (
    solo: Solo,
    progress: Progress,
    seconds: number | null = null,
    given: readonly Transferable[] = [],
  ): OwnThread => {
    const limit = seconds === null ? null : setTimeout(() => void worker.terminate(), seconds * 1000);
    let isDone = false;
    const read = new Promise<void>((resolve) => {
      worker.on('message', ({ kind }: Sent) => {
        if (kind === 'read') resolve();
      });
      void exited.then(resolve);
    });
    const result = new Promise<unknown>((resolve, reject) => {
      worker.on('message', (message: Sent) => {
        if (message.kind === 'progress')
          for (let n = 0; n < message.times; n += 1)
            (progress[message.call] as (...given: readonly (string | number)[]) => void)(...message.given);
        else if (message.kind === 'failed') failure = errorOf(message.message, message.facts);
        else if (message.kind === 'done') {
          isDone = true;
          resolve(message.result);
        }
      });
      void exited.then(() =>
        reject(failure ?? new ThreadLost(`The ${solo.kind} thread ended before its work was done.`)),
      );
    });
    const gone = exited.then(() => {
      if (limit !== null) clearTimeout(limit);
      if (isDone && failure !== null) throw failure;
    });
    worker.postMessage(solo, given);
    return { result, gone, read, tell: (words) => worker.postMessage(words) };
  };
  return {
    start,
    stop: async () => {
      await worker.terminate();
    },
  };
}

/** The error that was thrown in the thread, as far as its kind matters here: a damaged study is made anew. */
function errorOf(message: string, facts: Readonly<Record<string, unknown>>): Error {
  const { mend, isDamage } = facts;
  if (typeof isDamage === 'boolean') return new StoreTrouble(message, String(mend), isDamage);
  return Object.assign(new Error(message), facts);
}
