import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';

/** What lies in Redis beside the queue: work on its way, its results, and the codebook that all of it shares. */
export type Stored = 'parcel' | 'result' | 'book';

/** Long enough for a run that was stopped in the evening to go on in the morning; then Redis forgets. */
const KEPT_SECONDS = 24 * 60 * 60;
/** A result that was collected stays so long for another run that waits for the same. */
const LINGER_SECONDS = 60;

/** The bytes of parcels and results, by the sha256 of the parcel: the queue's own entries stay small, and its events too. */
export class Parcels {
  constructor(
    private readonly redis: Redis,
    private readonly queue: string,
  ) {}

  /** The name under which equal work is one: sha256, lower-case hex. */
  static nameOf(...parts: readonly (Uint8Array | string)[]): string {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part).update('\u0000');
    return hash.digest('hex');
  }

  async put(what: Stored, name: string, bytes: Buffer): Promise<void> {
    await this.redis.set(this.key(what, name), bytes, 'EX', KEPT_SECONDS);
  }

  /** Null where it is not there, or no more. */
  async get(what: Stored, name: string): Promise<Buffer | null> {
    return this.redis.getBuffer(this.key(what, name));
  }

  /** To be said once the result is safe: Redis then holds what is under way, and not the whole corpus. */
  async collected(name: string): Promise<void> {
    await this.redis.del(this.key('parcel', name));
    await this.redis.expire(this.key('result', name), LINGER_SECONDS);
  }

  private key(what: Stored, name: string): string {
    return `${this.queue}:${what}:${name}`;
  }
}
