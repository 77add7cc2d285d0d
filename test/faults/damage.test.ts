import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSettled } from '../../src/pipeline/reading/settled.js';
import { openDatabase } from '../../src/store/driver.js';
import { openStudy } from '../../src/store/index.js';
import { call } from '../cli/call.js';
import { annotationOf } from '../store/build.js';
import { contentOf, temporaryFolder, writeLaws } from './seed.js';

const folder = temporaryFolder();
const corpus = join(folder, 'laws');
const run = (study: string, ...more: string[]): ReturnType<typeof call> =>
  call('run', '--corpus', corpus, '--study', study, '--no-report', '--draws', '10', ...more);
let whole: Record<string, string> = {};

beforeAll(async () => {
  writeLaws(corpus, 2);
  expect(await run(join(folder, 'whole'))).toMatchObject({ code: 0 });
  whole = contentOf(join(folder, 'whole'));
}, 400_000);

/** A study as the run made it, with one coding by hand. */
function copyOf(name: string): { study: string; file: string } {
  const study = join(folder, name);
  mkdirSync(study);
  const file = join(study, 'study.sqlite');
  writeFileSync(file, readFileSync(join(folder, 'whole', 'study.sqlite')));
  const store = openStudy(study, 'write');
  store.addHumanAnnotations([annotationOf('xa/act-0', 'transfer.consent', 'human:ana')]);
  store.close();
  return { study, file };
}

/** What is read, which a coding by hand does not change; what is compared and scored, it does. */
const law = ({ instrument, provision, diagnostic }: Record<string, string>): object => ({
  instrument,
  provision,
  diagnostic,
});

describe('a damaged study', () => {
  it('whose page is none is told to whoever reads it, made anew by run, and keeps what people coded', async () => {
    const { study, file } = copyOf('page');
    const bytes = readFileSync(file);
    const at = bytes.indexOf('The registry keeps records');
    bytes.fill(0xff, at - (at % 4_096), at - (at % 4_096) + 4_096);
    writeFileSync(file, bytes);
    expect(await call('outline', 'xa/act-0', '--study', study)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is damaged[\s\S]*lexatlas run --check/),
    });
    const again = await run(study, '--check');
    expect(again).toMatchObject({
      code: 0,
      err: expect.stringMatching(/is damaged[\s\S]*damaged-1[\s\S]*codings by hand that were kept: 1/),
    });
    expect(law(contentOf(study))).toEqual(law(whole));
    const store = openStudy(study, 'read');
    expect(store.annotations({ instrument: 'xa/act-0' }).map((a) => a.annotator)).toContain('human:ana');
    store.close();
  }, 400_000);

  it('in which one letter became another is never shown', async () => {
    const { study, file } = copyOf('letter');
    const db = openDatabase(file, false);
    db.run(
      "UPDATE text SET words = replace(words, 'shall not transfer', 'shall now transfer') WHERE instrument = 'xa/act-0'",
    );
    db.close();
    const shown = await call('show', 'xa/act-0 1', '--study', study);
    expect(shown).toMatchObject({
      code: 1,
      err: expect.stringContaining('what it holds of xa/act-0 is not what was written'),
    });
    expect(shown.out).toBe('');
    expect(await run(study, '--check')).toMatchObject({ code: 0 });
    expect((await call('show', 'xa/act-0 1', '--study', study)).out).toContain('shall not transfer');
  }, 400_000);

  it.each(['annotation', 'result', 'alignment'])(
    'in whose table %s one letter became another shows no wrong figure',
    async (table) => {
      const { study, file } = copyOf(`figures-${table}`);
      const db = openDatabase(file, false);
      db.run(`UPDATE ${table} SET json = replace(json, '0.', '0.9') WHERE json LIKE '%0.%'`);
      db.close();
      const store = openStudy(study, 'read');
      expect(() => store.check()).toThrow(/is not what was written/);
      store.close();
      expect(await run(study, '--check')).toMatchObject({ code: 0, err: expect.stringContaining('is damaged') });
      expect(law(contentOf(study))).toEqual(law(whole));
    },
    400_000,
  );

  it('that is no database at all is made anew, too', async () => {
    const study = join(folder, 'none');
    mkdirSync(study);
    writeFileSync(join(study, 'study.sqlite'), 'words that fill a file, and no database. '.repeat(200));
    expect(await run(study)).toMatchObject({ code: 0, err: expect.stringContaining('none could be read') });
    expect(contentOf(study)).toEqual(whole);
  }, 400_000);
});

describe('the lock', () => {
  it('of a process whose number another has now is taken over', async () => {
    const { study } = copyOf('lock');
    writeFileSync(join(study, 'writer.pid'), `${process.pid} 1`); // We live, but began later than that.
    openStudy(study, 'write').close();
  });

  it('of the WebAssembly driver is dead after a while, even where its time lies ahead', () => {
    const study = join(folder, 'wasm');
    openStudy(study, 'write', 'node-sqlite3-wasm').close();
    const lock = join(study, 'study.sqlite.lock');
    mkdirSync(lock);
    const tomorrow = new Date(Date.now() + 86_400_000);
    utimesSync(lock, tomorrow, tomorrow);
    openStudy(study, 'read', 'node-sqlite3-wasm').close();
  }, 20_000);
});

describe('a corpus file', () => {
  it('that changes without its time or size changing is read anew', async () => {
    const { study } = copyOf('clock');
    const path = join(corpus, 'xa', 'act-0.en.md');
    const [before, { atime, mtime }] = [readFileSync(path, 'utf8'), statSync(path)];
    writeFileSync(path, before.replace('each export', 'many export'));
    utimesSync(path, atime, new Date(mtime.getTime() - 86_400_000)); // As if the clock had gone back a day.
    expect(await run(study)).toMatchObject({ code: 0 });
    expect((await call('show', 'xa/act-0 1', '--study', study)).out).toContain('many export');
    writeFileSync(path, before);
  }, 400_000);

  const listed = { path: 'act.txt', sha256: '0'.repeat(64), byteLength: 3, provenance: null };
  const giving = (...texts: string[]) => ({
    ...listed,
    read: () => ({ path: 'act.txt', bytes: Buffer.from(texts.shift() ?? ''), provenance: null }),
  });

  it('that was written between listing and reading is taken as it is now', () => {
    expect(readSettled(giving('new', 'new')).source.bytes.toString()).toBe('new');
  });

  it('that is being written is not taken', () => {
    expect(() => readSettled(giving('half', 'half of it'))).toThrow(/act\.txt changed while it was read/);
  });
});

describe('many files', () => {
  /** 10,000 by `LEXATLAS_FILES=10000`; see docs/reliability.md for what that took. */
  const FILES = Number(process.env.LEXATLAS_FILES ?? 200);
  it(`of ${FILES} are all read, and read no second time`, async () => {
    const many = temporaryFolder();
    writeLaws(join(many, 'laws'), FILES);
    const words = [
      'run',
      '--corpus',
      join(many, 'laws'),
      '--study',
      join(many, 'study'),
      '--no-report',
      '--draws',
      '1',
    ];
    expect(await call(...words)).toMatchObject({
      code: 0,
      err: expect.stringContaining(`read      ${FILES + 6} done`),
    });
    expect((await call(...words)).err).toContain(`read      0 done, ${FILES + 6} unchanged`);
  }, 3_600_000);
});
