import { fileURLToPath } from 'node:url';
import type { Piscina } from 'piscina';
import { ThreadLost } from '../../pipeline/index.js';
import type { Task } from './task.js';

/** Memory of one thread; a file that needs more ends the thread, is told, and the run goes on. LEXATLAS_THREAD_MIB sets another limit. */
const THREAD_MEBIBYTES = 1536;

/**
 * Seconds one task may take; a reader that hangs is then ended with its thread, and the run goes on. The slowest law of the shared corpus takes 12
 * s of a processor; the rest is for busy machines. LEXATLAS_TASK_SECONDS sets another limit.
 */
const TASK_SECONDS = 300;

/** Threads that do tasks (see `worker.ts`). */
export interface Threads {
  /** What the task gives; what it throws is thrown on. @throws ThreadLost where the thread died over it. */
  run(task: Task): Promise<unknown>;
  destroy(): Promise<void>;
}

/** At most so many threads, each started when a task would otherwise wait: a run that finds nothing to do starts none, and one changed file starts one. */
export function startThreads(count: number): Threads {
  const filename = fileURLToPath(new URL('./worker.js', import.meta.url));
  let pool: Promise<Piscina<Task, unknown>> | null = null;
  const start = async (): Promise<Piscina<Task, unknown>> => {
    const { Piscina } = await import('piscina');
    return new Piscina({
      filename,
      minThreads: 1,
      maxThreads: count,
      // All of them stay to the end: a thread that goes home between two tasks loads the coder anew.
      idleTimeout: Number.POSITIVE_INFINITY,
      resourceLimits: { maxOldGenerationSizeMb: Number(process.env.LEXATLAS_THREAD_MIB) || THREAD_MEBIBYTES },
    });
  };
  return {
    run: async (task) => {
      pool ??= start();
      const seconds = Number(process.env.LEXATLAS_TASK_SECONDS) || TASK_SECONDS;
      return (await pool).run(task, { signal: AbortSignal.timeout(seconds * 1000) }).catch(tellLoss);
    },
    destroy: async () => {
      const ending = pool;
      pool = null;
      await (await ending)?.destroy();
    },
  };
}

/** What piscina says when a thread is gone, in words of ours; whatever the task itself threw is thrown on. */
function tellLoss(error: unknown): never {
  const said = error instanceof Error ? error.message : String(error);
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isMemory) throw new ThreadLost('its thread ran out of memory.');
  if (error instanceof Error && error.name === 'AbortError')
    throw new ThreadLost(
      'it took too long, and its thread was ended (LEXATLAS_TASK_SECONDS sets how long it may take).',
    );
  if (/^worker exited with code/.test(said)) throw new ThreadLost(`its thread ended (${said}).`);
  throw error;
}
