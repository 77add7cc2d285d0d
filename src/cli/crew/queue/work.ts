import type { Job, Worker } from 'bullmq';
import { say } from '../../output.js';
import { startThreads } from '../threads.js';
import { connect, loadPackages, queueName, shown } from './connect.js';
import { type Book, unpack } from './parcel.js';
import { Parcels } from './parcels.js';

/** How a worker works: `patienceMs` is how long another may be silent until its work is taken up; it ends after `idleMs` without work. */
export interface WorkerOrders {
  readonly address: string;
  readonly threads: number;
  readonly patienceMs: number;
  readonly idleMs: number | null;
}

/** A task whose worker died so often is not tried again: it may be what kills them. */
const MOST_STALLS = 3;
const IDLE_POLL_MS = 200;

/** Takes tasks from the queue until told to stop (Ctrl-C, SIGTERM) or idle for long enough; returns how many were done. */
export async function work({ address, threads, patienceMs, idleMs }: WorkerOrders): Promise<number> {
  const packages = await loadPackages();
  const name = queueName();
  const [redis, own] = [await connect(address, packages), await connect(address, packages)];
  const parcels = new Parcels(redis, name);
  const pool = startThreads(threads);
  const books = new Map<string, Book>();
  const bookNamed = async (hash: string): Promise<Book> => {
    const known = books.get(hash) ?? unpack<Book>(await present('book', hash));
    books.set(hash, known);
    return known;
  };
  const present = async (what: 'parcel' | 'book', hash: string): Promise<Buffer> => {
    const bytes = await parcels.get(what, hash);
    if (bytes === null) throw new Error(`the queue no longer holds its ${what}.`);
    return bytes;
  };
  let [done, underWay, lastWork] = [0, 0, performance.now()];
  const handle = async ({ id = '', data }: Job<{ book: string | null }>): Promise<null> => {
    underWay += 1;
    try {
      const parcel = await present('parcel', id);
      const book = data.book === null ? null : await bookNamed(data.book);
      const result = (await pool.run({ kind: 'parcel', parcel, book })) as Uint8Array;
      await parcels.put('result', id, Buffer.from(result));
      done += 1;
      return null;
    } finally {
      underWay -= 1;
      lastWork = performance.now();
    }
  };
  // The work is done on threads of its own, so that this one can go on telling Redis that it lives.
  const worker: Worker = new packages.bullmq.Worker(name, handle, {
    connection: own,
    concurrency: threads,
    lockDuration: patienceMs,
    stalledInterval: patienceMs,
    maxStalledCount: MOST_STALLS,
  });
  worker.on('error', () => undefined); // The connection tells it.
  worker.on('failed', (_job, error) => say(`A task failed: ${error.message}`));
  await worker.waitUntilReady();
  say(
    `Listens on ${shown(address)} (queue ${name}) with ${threads} thread${threads === 1 ? '' : 's'}. Ctrl-C finishes what is under way and ends.`,
  );
  await stopped(() => idleMs !== null && underWay === 0 && performance.now() - lastWork > idleMs);
  await worker.close();
  await pool.destroy();
  for (const connection of [redis, own]) connection.disconnect();
  return done;
}

/** Until Ctrl-C or SIGTERM, or nothing is left to do; a second Ctrl-C ends at once, and others take up what was under way. */
async function stopped(isIdle: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const poll = setInterval(() => isIdle() && end(), IDLE_POLL_MS);
    const end = (): void => {
      clearInterval(poll);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, end);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  });
}
