import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStudy } from '../../src/store/index.js';
import { temporaryFolder, writeLaws } from './seed.js';
import { lexatlas } from './spawned.js';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const canMount = isRoot && spawnSync('unshare', ['-m', 'true']).status === 0;

/** The whole message, and no stack: what a person reads. */
const told = (words: RegExp): object => ({ code: 1, err: expect.stringMatching(words) });

describe('the disk', () => {
  it('is full: the run says so, and the next run with room completes', async (context) => {
    if (!canMount) {
      process.stderr.write('SKIPPED: a small disk can be mounted by root only\n');
      context.skip();
    }
    const folder = temporaryFolder();
    const [corpus, disk] = [join(folder, 'laws'), join(folder, 'disk')];
    writeLaws(corpus, 3);
    mkdirSync(disk);
    const run = ['run', '--corpus', corpus, '--no-report', '--draws', '10', '--study', join(disk, 'study')];
    const mounted = (size: string): string =>
      `exec unshare -m sh -c 'mount -t tmpfs -o size=${size} tmpfs ${disk} && exec "$@"' sh "$@"`;
    expect(await lexatlas(run, mounted('200k'))).toMatchObject(told(/disk.* full.*\n {2}Free some space/));
    expect(await lexatlas(run, mounted('40m'))).toMatchObject({ code: 0 });
  }, 240_000);

  it('is read-only: the run says which folder and what to do', async () => {
    const folder = temporaryFolder();
    const study = join(folder, 'study');
    mkdirSync(study);
    chmodSync(folder, 0o755);
    chmodSync(study, 0o555);
    const ended = await lexatlas(
      ['run', '--study', study, '--no-report', '--draws', '10'],
      undefined,
      isRoot ? NOBODY : undefined,
    );
    expect(ended).toMatchObject(told(/is read-only .*\n {2}Allow writing there/));
    expect(ended.err).toContain(study);
  }, 120_000);

  it('keeps a corpus file from us: it is told, and the others are read', async () => {
    const folder = temporaryFolder();
    const corpus = join(folder, 'laws');
    writeLaws(corpus, 3);
    for (const at of [folder, corpus]) chmodSync(at, 0o755);
    chmodSync(join(corpus, 'xb', 'act-1.en.md'), 0o000);
    const study = join(temporaryFolder(), 'study');
    chmodSync(join(study, '..'), 0o777);
    const run = ['run', '--corpus', corpus, '--study', study, '--no-report', '--draws', '10'];
    expect(await lexatlas(run, undefined, isRoot ? NOBODY : undefined)).toMatchObject({ code: 0 });
    const store = openStudy(study, 'read');
    expect(store.instruments().map((m) => m.id)).toEqual(expect.arrayContaining(['xa/act-0', 'xc/act-2']));
    expect(store.diagnostics().filter((d) => d.severity === 'error')).toMatchObject([
      { file: expect.stringContaining('act-1'), message: expect.stringContaining('EACCES') },
    ]);
    store.close();
  }, 120_000);
});
