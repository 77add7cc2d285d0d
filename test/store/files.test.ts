import { copyFileSync, linkSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { KnownFiles } from '../../src/store/index.js';
import { temporaryFolder } from './build.js';

const DAY_NS = 86_400_000_000_000n;
const clock = (): bigint => BigInt(Date.now()) * 1_000_000n;
/** As if the files had lain there for a day. */
const tomorrow = (): bigint => clock() + DAY_NS;

/** One listing of a file: what it came to, whether it was read for that, and what is known after it. */
function listed(path: string, bytes: Uint8Array | null, now: () => bigint = tomorrow) {
  const known = new KnownFiles(bytes, now);
  let wasRead = false;
  const made = known.hashOf(path, () => {
    wasRead = true;
    return { sha256: `hash ${statSync(path).size}`, byteLength: statSync(path).size };
  });
  return { made, wasRead, after: known.toBytes() };
}

function fileOf(words: string): string {
  const path = join(temporaryFolder(), 'act.txt');
  writeFileSync(path, words);
  return path;
}

/** Times are kept by ticks of some milliseconds. */
const tick = (): Promise<void> => pause(20);

describe('a file that was listed before', () => {
  it('is not read where nothing happened to it, and nothing new is to be kept then', () => {
    const path = fileOf('words');
    const first = listed(path, null);
    expect(first).toMatchObject({ wasRead: true, made: { byteLength: 5 } });
    const again = listed(path, first.after);
    expect(again).toEqual({ made: first.made, wasRead: false, after: null });
  });

  it.each([
    {
      what: 'was written, and given its old times',
      change: (path: string) => {
        const { atime, mtime } = statSync(path);
        writeFileSync(path, 'WORDS');
        utimesSync(path, atime, mtime);
      },
    },
    {
      what: 'was written, and dated a day back, as by a clock that went back',
      change: (path: string) => {
        writeFileSync(path, 'WORDS');
        utimesSync(path, new Date(0), new Date(Date.now() - 86_400_000));
      },
    },
    { what: 'was touched', change: (path: string) => utimesSync(path, new Date(), new Date()) },
    {
      what: 'is another now, copied with its times (cp -p) and moved in its place',
      change: (path: string) => {
        const { atime, mtime } = statSync(path);
        writeFileSync(`${path}.other`, 'WORDS');
        copyFileSync(`${path}.other`, `${path}.copy`);
        utimesSync(`${path}.copy`, atime, mtime);
        renameSync(`${path}.copy`, path);
      },
    },
    {
      what: 'was written under another name of it',
      change: (path: string) => {
        linkSync(path, `${path}.link`);
        writeFileSync(`${path}.link`, 'WORDS');
      },
    },
  ])('is read again where it $what', async ({ change }) => {
    const path = fileOf('words');
    const { after } = listed(path, null);
    await tick();
    change(path);
    expect(listed(path, after)).toMatchObject({ wasRead: true });
  });

  it('is read again where it had just been written when it was read: it may have been written once more in the same tick', () => {
    const path = fileOf('words');
    const { after } = listed(path, null, clock);
    expect(listed(path, after)).toMatchObject({ wasRead: true });
  });

  it('is read again as long as its times lie ahead of a clock that was set back', () => {
    const path = fileOf('words');
    const yesterday = (): bigint => clock() - DAY_NS;
    const { after } = listed(path, null, yesterday);
    expect(listed(path, after, yesterday)).toMatchObject({ wasRead: true });
  });

  it('is not remembered where it changed while it was read', () => {
    const path = fileOf('words');
    const known = new KnownFiles(null, tomorrow);
    known.hashOf(path, () => {
      writeFileSync(path, 'more words');
      return { sha256: 'hash', byteLength: 5 };
    });
    expect(known.toBytes()).toBeNull();
  });

  it('is forgotten when it is listed no more, and tells as little as before where it cannot be read', () => {
    const [path, other] = [fileOf('words'), fileOf('others')];
    const known = new KnownFiles(listed(path, null).after, tomorrow);
    expect(known.hashOf(other, () => null)).toBeNull();
    const after = known.toBytes();
    expect(after).not.toBeNull();
    expect(listed(path, after)).toMatchObject({ wasRead: true });
  });
});
