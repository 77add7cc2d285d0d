import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, temporaryFolder, writeLaws } from '../seed.js';
import { lexatlas, start } from '../spawned.js';
import { installedServer, type OwnRedis, startRedis } from './redis.js';

const LAWS = 24;
const server = installedServer();
if (server === null)
  process.stderr.write(
    'SKIPPED: the queue was not tried, for this machine has no redis-server (apt-get install redis-server).\n',
  );

describe.skipIf(server === null)('a run on a queue', () => {
  const folder = temporaryFolder();
  const corpus = join(folder, 'laws');
  const run = (study: string, ...more: string[]): string[] => {
    const place = join(folder, study);
    return ['run', '--corpus', corpus, '--study', place, '--no-report', '--draws', '5', ...more];
  };
  let redis: OwnRedis;
  let undisturbed: Record<string, string>;

  beforeAll(async () => {
    redis = await startRedis(server ?? '');
    writeLaws(corpus, LAWS);
    // A file that cannot be read must be told by a worker as by this machine.
    writeFileSync(join(corpus, 'xa', 'broken.pdf'), '%PDF-1.7 nothing more');
    expect(await lexatlas(run('alone', '--threads', '1'))).toMatchObject({ code: 0 });
    undisturbed = contentOf(join(folder, 'alone'));
  }, 120_000);
  afterAll(async () => redis?.stop());

  const worker = (...more: string[]): ReturnType<typeof start> =>
    start(['worker', '--queue', redis.address, '--threads', '1', '--patience', '2', ...more]);

  it('gives the same bytes when one of two workers is killed in the middle of its work', async () => {
    const first = worker();
    const killed = killedAfter(5, first.child, redis.address);
    const whole = start(run('two', '--queue', redis.address));
    await killed;
    const second = worker('--idle', '8');
    const { code, err } = await whole.ended;
    expect({ code, err }).toMatchObject({ code: 0 });
    expect((await first.ended).signal).toBe('SIGKILL');
    const ended = await second.ended;
    expect(ended).toMatchObject({ code: 0 });
    // Neither did all of it: the rest of the laws, and what the dead one held.
    const tasks = Number(/(\d+) tasks done/.exec(ended.err)?.[1]);
    expect(tasks).toBeGreaterThan(LAWS);
    expect(tasks).toBeLessThan(2 * LAWS + 20);
    expect(contentOf(join(folder, 'two'))).toEqual(undisturbed);
  }, 180_000);

  it('takes up results that came while nobody waited, when the run itself is killed', async () => {
    const one = worker('--idle', '12');
    const stopped = start(run('again', '--queue', redis.address));
    await told(stopped.child, /^read +\d+ done/m);
    stopped.child.kill('SIGKILL');
    await stopped.ended;
    const { code, err } = await lexatlas(run('again', '--queue', redis.address));
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(contentOf(join(folder, 'again'))).toEqual(undisturbed);
    one.child.kill('SIGTERM');
    expect(await one.ended).toMatchObject({ code: 0 });
  }, 180_000);

  it('says where nobody answers, and what is no address of a queue', async () => {
    const dead = await lexatlas(run('dead', '--queue', 'redis://127.0.0.1:1'));
    expect(dead).toMatchObject({ code: 1 });
    expect(dead.err).toContain('No Redis or Valkey answers at redis://127.0.0.1:1');
    const wrong = await lexatlas(['worker', '--queue', 'http://127.0.0.1']);
    expect(wrong).toMatchObject({ code: 2 });
  }, 60_000);
});

/** Kills the worker once it has done so many tasks, so that it holds another. */
async function killedAfter(tasks: number, child: ChildProcess, address: string): Promise<void> {
  const redis = new Redis(address);
  try {
    for (let done = 0; done < tasks; ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const [key] = await redis.keys('bull:lexatlas-*:completed');
      done = key === undefined ? 0 : await redis.zcard(key);
    }
    child.kill('SIGKILL');
  } finally {
    redis.disconnect();
  }
}

async function told(child: ChildProcess, words: RegExp): Promise<void> {
  let err = '';
  await new Promise<void>((resolve) => {
    child.stderr?.on('data', (piece: Buffer) => {
      err += piece.toString();
      if (words.test(err)) resolve();
    });
    child.on('close', () => resolve());
  });
}
