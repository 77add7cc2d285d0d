import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { ResultDelta } from '../../model/index.js';
import type { Coded, Crew, GroupOutcome, Progress } from '../../pipeline/index.js';
import { canHaveThread, type ReadyThread, readyThread } from './solo/thread.js';
import type { Orders } from './task.js';
import { startThreads, type Threads } from './threads.js';

/** Threads cost half a second each to start; below so many instruments one thread is done sooner. */
export const WORTH_THREADS = 24;
/** Beyond so many the one thread that writes the study is what the others wait for. */
const MOST_THREADS = 8;
/** Of so many laws what is new may be looked at beside other work: of more, it takes their memory and their processor. */
export const FEW = 24;
/** Tasks under way for each thread: one at work, one waiting, so that no thread idles while results are written. */
const AHEAD = 2;

/** A report that is made in a thread of its own from what is compared, while that is written to the study. */
export interface Reporter {
  /** When it reads the study no more, whether or not it could be made. */
  readonly read: Promise<void>;
  /** Puts it in place under the edition of the study and returns its folder. @throws what kept it from being made */
  put(edition: string): Promise<string>;
  stop(): Promise<void>;
}

/** A crew on other threads or machines, and how to send it home. */
export interface Hired {
  readonly crew: Crew;
  /** The report of this run, begun while others compared; null where there is none. */
  reporter(): Reporter | null;
  /** When none of them but the reporter reads the study any more. */
  released(): Promise<void>;
  dismiss(): Promise<void>;
}

/**
 * Threads for the stages that take an instrument at a time; `wanted` is how many the user asked for, null leaves it to
 * us. Null where one thread does as well (few instruments, one core), or must do: a study that only one connection may
 * read, sources that run uncompiled. Then `hireReader` still keeps reading apart.
 */
export function hireCrew(
  orders: Orders,
  instruments: number,
  canBeShared: boolean,
  wanted: number | null,
): Hired | null {
  if (!canBeShared || !canHaveThread) return null;
  const isLarge = instruments >= WORTH_THREADS;
  const threads = wanted ?? (isLarge ? Math.min(availableParallelism(), MOST_THREADS) : 1);
  if (threads < 2 && !isLarge) return null;
  const pool = startThreads(threads);
  const read = readingOn(pool);
  let [compared, comparing]: Promise<void>[] = [Promise.resolve(), Promise.resolve()];
  let comparer: ReadyThread | null = null;
  let printer: ReadyThread | null = null;
  let reporter: Reporter | null = null;
  const { studyFolder, options } = orders;
  const isReported = options.report !== false;
  let isSmall = false;
  return {
    crew: {
      ahead: threads * AHEAD,
      read,
      code: async (id) => (await pool.run({ kind: 'code', id, orders })) as Coded | null,
      // Loading its code takes a thread a second, and what it remembers as long: both do it while others read and code.
      expect: (count) => {
        isSmall = count <= FEW;
        comparer ??= readyThread({ kind: 'compare', studyFolder });
        if (isReported && isSmall) printer ??= readyThread({ kind: 'report-run', options });
      },
      compare: async (asked, progress, meanwhile) => {
        const released = pool.destroy();
        if (!isSmall) await released; // Theirs is the memory that comparing takes.
        const { port1, port2 } = new MessageChannel();
        comparer ??= readyThread({ kind: 'compare', studyFolder });
        const solo = { kind: 'compare', studyFolder, asked, reporter: isReported ? port1 : null } as const;
        const { result, gone, read: isRead } = comparer.start(solo, progress, null, isReported ? [port1] : []);
        gone.catch(() => undefined); // Told when the crew goes home.
        if (isReported) {
          printer ??= readyThread();
          reporter = reportOn(printer, options, port2, progress);
        }
        if (!isSmall) meanwhile();
        // Remembering what it compared, it goes on while its results are written.
        [compared, comparing] = [isRead, gone];
        const delta = (await result) as ResultDelta;
        // Of a few laws the comparison takes a second, in which both processors have enough to do; while the report is printed one is free.
        if (isSmall) meanwhile();
        return delta;
      },
    },
    released: async () => {
      await pool.destroy();
      await compared;
    },
    dismiss: async () => {
      await pool.destroy();
      await comparing;
      await comparer?.stop();
      if (reporter === null) await printer?.stop();
    },
    reporter: () => reporter,
  };
}

function reportOn(
  thread: ReadyThread,
  options: Orders['options'],
  compared: MessagePort,
  progress: Progress,
): Reporter {
  const solo = { kind: 'report-run', options, compared } as const;
  const { result, gone, read, tell } = thread.start(solo, progress, null, [compared]);
  for (const told of [result, gone]) told.catch(() => undefined); // Told by `put`.
  return {
    read,
    put: async (edition) => {
      tell(edition);
      const folder = String(await result);
      await gone;
      return folder;
    },
    stop: thread.stop,
  };
}

/**
 * A crew that reads in one thread and does all else here: for a small run, whose files may be as hostile as a large one's. A reader that hangs or
 * takes all memory is ended with its thread, and the run goes on. Null where sources run uncompiled.
 */
export function hireReader(rest: Pick<Crew, 'code'>): Hired | null {
  if (!canHaveThread) return null;
  const pool = startThreads(1);
  return {
    crew: { ahead: AHEAD, read: readingOn(pool), code: rest.code },
    reporter: () => null,
    released: () => pool.destroy(),
    dismiss: () => pool.destroy(),
  };
}

function readingOn(pool: Threads): Crew['read'] {
  return async ({ key, files }) => {
    const sent = files.map(({ path, sha256, byteLength, provenance }) => ({ path, sha256, byteLength, provenance }));
    return (await pool.run({ kind: 'read', key, files: sent })) as GroupOutcome;
  };
}
