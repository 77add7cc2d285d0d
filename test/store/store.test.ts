import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileQuery, parseQuery, passages } from '../../src/search/index.js';
import { openDatabase } from '../../src/store/driver.js';
import { openStudy, StudyError } from '../../src/store/index.js';
import { annotationOf, lawOf, temporaryFolder } from './build.js';

function failure(work: () => unknown): StudyError {
  try {
    work();
  } catch (error) {
    if (error instanceof StudyError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe.each(['better-sqlite3', 'node-sqlite3-wasm'] as const)('a study kept with %s', (driver) => {
  it('gives back what was put in, byte for byte', () => {
    const folder = temporaryFolder();
    const law = lawOf('xx/a', 'An exporter shall not send records abroad without a permit.');
    const writer = openStudy(folder, 'write', driver);
    writer.putInstrument('k1', law);
    const coding = [annotationOf('xx/a', 'transfer.authorisation')];
    writer.putAnnotations('xx/a', 'k2', coding, passages(law, coding));
    writer.setMeta('seed', '7');
    writer.close();
    const reader = openStudy(folder, 'read', driver);
    expect(reader.driver).toBe(driver);
    expect(reader.instrument('xx/a')).toEqual(law);
    expect(reader.codedInstruments()).toEqual([{ instrument: law, annotations: coding }]);
    expect(reader.stageKey('annotate', 'xx/a')).toBe('k2');
    expect(reader.cited('xx/a', '1')).toEqual(['art_1']);
    expect(reader.meta('seed')).toBe('7');
    const asked = (text: string) => reader.find({ ...compileQuery(parseQuery(text)), limit: 5 });
    const found = asked('heading:transfer permits code:transfer');
    expect(found.total).toBe(1);
    expect(found.hits[0]?.codes).toEqual(['transfer.authorisation']);
    expect(asked('permit jurisdiction:E').total).toBe(0);
    reader.close();
  });

  it('undoes the whole of a write that fails in the middle', () => {
    const store = openStudy(temporaryFolder(), 'write', driver);
    store.putInstrument('k', lawOf('xx/a', 'First wording.'));
    const broken = lawOf('xx/a', 'Second wording.');
    const [article] = broken.provisions;
    expect(() =>
      store.putInstrument('k', { ...broken, provisions: [article, { ...article, eId: null }] as never }),
    ).toThrow();
    expect(store.instrument('xx/a')?.text).toContain('First');
    store.close();
  });

  it("keeps a person's coding when the machine codes anew, and lets it stand alone", () => {
    const store = openStudy(temporaryFolder(), 'write', driver);
    store.putInstrument('k', lawOf('xx/a', 'Words.'));
    store.addHumanAnnotations([annotationOf('xx/a', 'transfer.consent', 'human:ana')]);
    store.putAnnotations('xx/a', 'k', [annotationOf('xx/a', 'transfer.consent')], []);
    store.putAnnotations('xx/a', 'k', [annotationOf('xx/a', 'transfer.consent')], []);
    expect(store.annotations({ instrument: 'xx/a' }).map((a) => a.annotator)).toEqual(['human:ana']);
    store.close();
  });

  it('keeps a code ruled out by a person ruled out when the machine codes anew, and takes the same file twice', () => {
    const store = openStudy(temporaryFolder(), 'write', driver);
    store.putInstrument('k', lawOf('xx/a', 'Words.'));
    const no = { ...annotationOf('xx/a', 'transfer.consent', 'human:ana'), rejects: true };
    store.addHumanAnnotations([no]);
    store.addHumanAnnotations([no]);
    store.putAnnotations('xx/a', 'k', [annotationOf('xx/a', 'transfer.consent')], []);
    expect(store.handAnnotations('xx/a')).toEqual([no]);
    expect(store.annotations({ instrument: 'xx/a' })).toEqual([]);
    expect(store.annotations({ instrument: 'xx/a', eId: 'art_1' })).toEqual([]);
    expect(store.codedInstruments()).toEqual([]);
    store.close();
  });

  it('opens after its writer was killed in the middle of a transaction', () => {
    const folder = temporaryFolder();
    const store = openStudy(folder, 'write', driver);
    store.putInstrument('k', lawOf('xx/a', 'Kept.'));
    store.close();
    const module =
      driver === 'better-sqlite3'
        ? "new (require('better-sqlite3'))(f)"
        : "new (require('node-sqlite3-wasm').Database)(f)";
    const child = spawnSync(process.execPath, [
      '-e',
      `
      const f = process.argv[1]; const db = ${module};
      require('fs').writeFileSync(process.argv[2], String(process.pid));
      db.exec('BEGIN IMMEDIATE'); db.exec('DELETE FROM instrument'); process.kill(process.pid, 'SIGKILL');
    `,
      join(folder, 'study.sqlite'),
      join(folder, 'writer.pid'),
    ]);
    expect(child.signal).toBe('SIGKILL');
    const reader = openStudy(folder, 'read', driver);
    expect(reader.instrument('xx/a')?.text).toContain('Kept.');
    reader.close();
    const again = openStudy(folder, 'write', driver);
    expect(again.instruments()).toHaveLength(1);
    again.close();
    expect(existsSync(join(folder, 'writer.pid'))).toBe(false);
  });

  it('says which schema it found and what to do', () => {
    const folder = temporaryFolder();
    openStudy(folder, 'write', driver).close();
    for (const [version, mend] of [
      ['0', /make it anew/],
      ['99', /Update lexatlas/],
    ] as const) {
      const db = openDatabase(join(folder, 'study.sqlite'), false, driver);
      db.run('UPDATE meta SET value = ? WHERE key = ?', [version, 'schema']);
      db.close();
      const error = failure(() => openStudy(folder, 'read', driver));
      expect(error.message).toContain(`schema ${version}`);
      expect(error.mend).toMatch(mend);
    }
  });

  it('tells a second writer who holds the study, and takes over from a process that has ended', () => {
    const folder = temporaryFolder();
    const first = openStudy(folder, 'write', driver);
    expect(failure(() => openStudy(folder, 'write', driver)).message).toContain(String(process.pid));
    first.close();
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(folder, 'writer.pid'), String(gone));
    const second = openStudy(folder, 'write', driver);
    // The process and when it began, since the system gives numbers out again.
    expect(readFileSync(join(folder, 'writer.pid'), 'utf8')).toMatch(new RegExp(`^${process.pid}(?: [0-9]+)?$`));
    second.close();
  });
});

describe('a study that cannot be opened', () => {
  it('names the folder and the mend', () => {
    expect(failure(() => openStudy(join(temporaryFolder(), 'none'), 'read')).mend).toContain('lexatlas run');
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'study.sqlite'), 'this is no database, only words that fill a file');
    expect(failure(() => openStudy(folder, 'read')).message).toContain(folder);
  });

  it('reads with either driver what the other wrote', () => {
    for (const [by, other] of [
      ['better-sqlite3', 'node-sqlite3-wasm'],
      ['node-sqlite3-wasm', 'better-sqlite3'],
    ] as const) {
      const folder = temporaryFolder();
      const writer = openStudy(folder, 'write', by);
      writer.putInstrument('k', lawOf('xx/a', 'Words.'));
      writer.close();
      const reader = openStudy(folder, 'read', other);
      expect(reader.instruments()).toHaveLength(1);
      reader.close();
    }
  });
});
