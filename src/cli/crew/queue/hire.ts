import {
  type Coded,
  type CorpusGroup,
  type GroupOutcome,
  readGroup,
  readSettled,
  ThreadLost,
} from '../../../pipeline/index.js';
import type { StudyStore } from '../../../store/index.js';
import { say } from '../../output.js';
import type { Hired } from '../index.js';
import { connect, loadPackages, queueName, shown } from './connect.js';
import { type Book, type PackedFile, type Parcel, pack, unpack } from './parcel.js';
import { Parcels } from './parcels.js';

/** Tasks under way at once: enough for some tens of workers, and few enough that their files fit in Redis's memory. */
const AHEAD = 32;
/** Groups with more bytes than this are read by the run itself: sending them would cost more than reading. */
const MOST_SENT_BYTES = 64 * 1024 * 1024;
/** Without a worker nothing moves, and nobody would know why. */
const LONELY_AFTER_MS = 5_000;
/** A job that Redis dropped is sent again so often. */
const TRIES = 3;
const KEPT_JOB_SECONDS = 60;

/**
 * A crew of whoever listens on the queue (`lexatlas worker`). Each task is a job named by the sha256 of all that decides its result,
 * so that equal work is done once, a result that came while nobody waited is taken, and a task done twice does no harm.
 */
export async function hireQueue(address: string, study: StudyStore, book: Book): Promise<Hired> {
  const packages = await loadPackages();
  const name = queueName();
  const [redis, listening] = [await connect(address, packages), await connect(address, packages)];
  const queue = new packages.bullmq.Queue(name, { connection: redis });
  const events = new packages.bullmq.QueueEvents(name, { connection: listening });
  queue.on('error', () => undefined); // The connection tells it.
  queue.setMaxListeners(2 * AHEAD); // Each task under way listens; Node would take more than ten for a leak.
  events.on('error', () => undefined);
  const parcels = new Parcels(redis, name);
  const bookBytes = pack(book);
  const bookName = Parcels.nameOf(bookBytes);
  let lonely: NodeJS.Timeout | null = null;
  const tellIfLonely = async (): Promise<void> => {
    if ((await queue.getWorkersCount()) > 0) return;
    say(
      `No worker of this lexatlas (queue ${name}) listens yet. Start some: lexatlas worker --queue ${shown(address)}`,
    );
  };

  const askOnce = async (parcel: Buffer, job: string, needsBook: boolean): Promise<Buffer | null> => {
    const ready = await parcels.get('result', job);
    if (ready !== null) return ready;
    await parcels.put('parcel', job, parcel);
    if (needsBook) await parcels.put('book', bookName, bookBytes);
    const age = { age: KEPT_JOB_SECONDS };
    const data = { book: needsBook ? bookName : null };
    // A job of this name that ended earlier would be answered at once, with a result that is no more.
    const earlier = await queue.getJob(job);
    if (earlier !== undefined && (await earlier.isCompleted())) await earlier.remove().catch(() => undefined);
    const added = await queue.add('task', data, { jobId: job, removeOnComplete: age, removeOnFail: true });
    try {
      await added.waitUntilFinished(events);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!/Missing key for job/.test(reason)) throw new ThreadLost(reason);
    }
    return parcels.get('result', job);
  };

  const ask = async <T>(parcel: Parcel): Promise<T> => {
    lonely ??= setTimeout(() => void tellIfLonely().catch(() => undefined), LONELY_AFTER_MS).unref();
    const bytes = pack(parcel);
    const needsBook = parcel.kind === 'code';
    const job = Parcels.nameOf(bytes, needsBook ? bookName : '');
    for (let tries = 0; tries < TRIES; tries += 1) {
      const result = await askOnce(bytes, job, needsBook);
      if (result === null) continue;
      const value = unpack<T>(result);
      await parcels.collected(job);
      return value;
    }
    throw new ThreadLost('the queue lost its result. Is Redis short of memory?');
  };

  return {
    crew: {
      ahead: AHEAD,
      read: async (group) => {
        const files = packed(group);
        return files === null ? readGroup(group) : ask<GroupOutcome>({ kind: 'read', key: group.key, files });
      },
      code: async (id) => {
        const instrument = study.instrument(id);
        return instrument === null ? null : ask<Coded>({ kind: 'code', instrument, hand: study.handAnnotations(id) });
      },
    },
    reporter: () => null,
    released: async () => undefined,
    dismiss: async () => {
      if (lonely !== null) clearTimeout(lonely);
      await events.close();
      await queue.close();
      for (const connection of [redis, listening]) connection.disconnect();
    },
  };
}

/** The group's files with their bytes; null where they are too many to send, or one cannot be read: whoever has the file tells that best. */
function packed({ files }: CorpusGroup): PackedFile[] | null {
  if (files.reduce((sum, f) => sum + f.byteLength, 0) > MOST_SENT_BYTES) return null;
  try {
    return files.map((file) => {
      const { source, sha256 } = readSettled(file);
      const { path, provenance } = file;
      return { path, sha256, byteLength: source.bytes.byteLength, provenance, bytes: source.bytes };
    });
  } catch {
    return null;
  }
}
