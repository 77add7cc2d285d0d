import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { type Coded, type Crew, type GroupOutcome, ThreadLost } from '../../pipeline/index.js';
import type { Orders, Task } from './task.js';

/** Threads cost half a second each to start; below so many instruments one thread is done sooner. */
const WORTH_THREADS = 24;
/** Beyond so many the one thread that writes the study is what the others wait for. */
const MOST_THREADS = 8;
/** Tasks under way for each thread: one at work, one waiting, so that no thread idles while results are written. */
const AHEAD = 2;
/** Memory of one thread; a file that needs more ends the thread, is told, and the run goes on. LEXATLAS_THREAD_MIB sets another limit. */
const THREAD_MEBIBYTES = 1536;

/** A crew on other threads, and how to send it home. */
export interface Hired {
  readonly crew: Crew;
  dismiss(): Promise<void>;
}

/**
 * Threads for the stages that take an instrument at a time; `wanted` is how many the user asked for, null leaves it to
 * us. Null where one thread does as well (few instruments, one core), or must do: a study that only one connection may
 * read, sources that run uncompiled.
 */
export function hireCrew(
  orders: Orders,
  instruments: number,
  canBeShared: boolean,
  wanted: number | null,
): Hired | null {
  if (!canBeShared || import.meta.url.endsWith('.ts')) return null;
  const threads = wanted ?? (instruments < WORTH_THREADS ? 1 : Math.min(availableParallelism(), MOST_THREADS));
  if (threads < 2) return null;
  const filename = fileURLToPath(new URL('./worker.js', import.meta.url));
  // Hired at the first task: a run that finds nothing to do starts no thread.
  let pool: Piscina<Task, unknown> | null = null;
  const run = (task: Task): Promise<unknown> => {
    pool ??= new Piscina({
      filename,
      // All of them stay to the end: a thread that goes home between two tasks loads the coder anew.
      minThreads: threads,
      maxThreads: threads,
      resourceLimits: { maxOldGenerationSizeMb: Number(process.env.LEXATLAS_THREAD_MIB) || THREAD_MEBIBYTES },
    });
    return pool.run(task).catch(tellLoss);
  };
  return {
    crew: {
      ahead: threads * AHEAD,
      read: async ({ key, files }) => {
        const sent = files.map(({ path, sha256, byteLength, provenance }) => ({
          path,
          sha256,
          byteLength,
          provenance,
        }));
        return (await run({ kind: 'read', key, files: sent })) as GroupOutcome;
      },
      code: async (id) => (await run({ kind: 'code', id, orders })) as Coded | null,
    },
    dismiss: async () => pool?.destroy(),
  };
}

/** What piscina says when a thread is gone, in words of ours; whatever the task itself threw is thrown on. */
function tellLoss(error: unknown): never {
  const said = error instanceof Error ? error.message : String(error);
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isMemory) throw new ThreadLost('its thread ran out of memory.');
  if (/^worker exited with code/.test(said)) throw new ThreadLost(`its thread ended (${said}).`);
  throw error;
}
