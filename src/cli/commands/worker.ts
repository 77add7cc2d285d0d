import { availableParallelism } from 'node:os';
import type { Action } from '../command.js';
import { work } from '../crew/queue/work.js';
import { UsageError } from '../failure.js';
import { say } from '../output.js';
import { text } from '../print.js';

/** BullMQ's own default: a worker tells every half of it that it lives. */
const PATIENCE_SECONDS = 30;

/** Does tasks of a queue until it is stopped; what is under way then is finished, or taken up by another. */
export const workerCommand: Action = async (_positional, options) => {
  const address = text(options.queue);
  if (address === null) throw new UsageError('No queue is named.', 'Write: lexatlas worker --queue redis://HOST:PORT');
  const seconds = (value: unknown): number | null => (typeof value === 'number' ? value * 1000 : null);
  const done = await work({
    address,
    threads: Math.max(1, typeof options.threads === 'number' ? options.threads : availableParallelism()),
    patienceMs: Math.max(1000, seconds(options.patience) ?? PATIENCE_SECONDS * 1000),
    idleMs: seconds(options.idle),
  });
  say(`${done} task${done === 1 ? '' : 's'} done.`);
};
