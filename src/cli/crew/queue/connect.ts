import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { codeFingerprint } from '../../../store/index.js';
import { InputError, UsageError } from '../../failure.js';
import { say } from '../../output.js';
import { shippedModel } from '../coder.js';

/** The packages of the queue, loaded where a queue is named and nowhere else: `show` and `search` start without them. */
export interface QueuePackages {
  readonly bullmq: typeof import('bullmq');
  readonly redis: typeof import('ioredis').Redis;
}

/** Every room whose code decides what a worker gives back. */
const ROOMS = ['annotate', 'cli', 'codebook', 'ingest', 'model', 'parse', 'pipeline', 'search', 'text'];
const CONNECT_LIMIT_MS = 5_000;
const LONGEST_PAUSE_MS = 2_000;
const TOLD_EVERY_MS = 60_000;

/** @throws InputError where they were left out when lexatlas was installed (`npm ci --omit=optional`). */
export async function loadPackages(): Promise<QueuePackages> {
  try {
    const [bullmq, { Redis: redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { bullmq, redis };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      `The packages bullmq and ioredis, which --queue needs, cannot be loaded (${reason}).`,
      'Install lexatlas with its optional packages: npm ci. Or run without --queue.',
    );
  }
}

/**
 * The name of the queue: workers of other code or with another trained model listen on another one, so that all that a run gets
 * back was made as it would have made it itself.
 */
export function queueName(): string {
  const made = createHash('sha256').update(codeFingerprint(ROOMS)).update(shippedModel().bytes);
  return `lexatlas-${made.digest('hex').slice(0, 12)}`;
}

/**
 * A connection to the Redis or Valkey at an address such as redis://127.0.0.1:6379/0. One that is lost later is sought again, and said.
 * @throws UsageError for another sort of address; InputError where nobody answers.
 */
export async function connect(address: string, { redis: Connection }: QueuePackages): Promise<Redis> {
  if (!/^rediss?:\/\/[^/\s]+/.test(address))
    throw new UsageError(
      `--queue ${address} is no address of a queue.`,
      'Write redis://HOST:PORT, or rediss:// for TLS.',
    );
  const redis = new Connection(address, {
    lazyConnect: true,
    connectTimeout: CONNECT_LIMIT_MS,
    maxRetriesPerRequest: null, // BullMQ's blocking reads demand it.
    retryStrategy: (tries) => Math.min(tries * 100, LONGEST_PAUSE_MS),
  });
  let trouble = '';
  let told = Number.NEGATIVE_INFINITY;
  redis.on('error', (error: Error) => {
    trouble = error.message;
    if (redis.status === 'wait' || performance.now() - told < TOLD_EVERY_MS || !hasAnswered) return;
    told = performance.now();
    say(`${shown(address)} is away (${error.message}); waiting for it. Ctrl-C stops; the next run goes on from here.`);
  });
  let hasAnswered = false;
  try {
    await redis.connect();
    hasAnswered = true;
    return redis;
  } catch (error) {
    redis.disconnect();
    const reason = trouble || (error instanceof Error ? error.message : String(error));
    throw new InputError(
      `No Redis or Valkey answers at ${shown(address)} (${reason}).`,
      'Start one (redis-server --port 6379), or run without --queue.',
    );
  }
}

/** The address without the password in it. */
export function shown(address: string): string {
  return address.replace(/\/\/[^@/]*@/, '//…@');
}
