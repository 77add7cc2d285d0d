import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, type DriverName, openDatabase } from '../driver.js';
import { checkSchema, createTables, StudyError } from '../schema.js';
import { StudyStore } from '../study/study.js';
import { troubleOf } from '../trouble.js';
import { Draft, draftOf, dropDraft } from './draft.js';
import { takeLock } from './lock.js';

const FILE = 'study.sqlite';

/**
 * How a study is opened. `read` never changes it, and sees the state after the writer's last finished transaction. `write` makes
 * it where there is none and changes it in place, for what a person adds; a stopped run's draft, which would not know of
 * that, is dropped. `draft` is for a run: see `Draft`. `read-draft` is for the run's threads. `read-through` is `read` for who reads the
 * whole study once: the file is not mapped into memory, where all of it would come to count. Writers hold the lock until `close`.
 */
export type OpenMode = 'read' | 'read-through' | 'write' | 'draft' | 'read-draft';

/**
 * Opens a study folder.
 * @throws StudyError where there is no study to read, where another process writes it, or where its schema differs.
 */
export function openStudy(folder: string, mode: OpenMode, driver: DriverName | null = null): StudyStore {
  const file = join(folder, FILE);
  if (mode === 'read' || mode === 'read-through' || mode === 'read-draft') {
    const from = mode === 'read-draft' && existsSync(draftOf(file)) ? draftOf(file) : file;
    if (!existsSync(from))
      throw new StudyError(`There is no study in ${folder}.`, 'Make one with: lexatlas run --corpus YOUR_FOLDER');
    return checked(folder, () => openToRead(from, driver, mode === 'read'), IDLE);
  }
  const release = takeLock(folder);
  try {
    if (mode === 'draft') {
      let draft: Draft | null = null;
      const open = (): Database => {
        draft = new Draft(file, driver);
        return draft;
      };
      return checked(folder, open, {
        release,
        begin: async () => draft?.beginAside(),
        settled: async () => draft?.settled(),
        publish: (tidy) => draft?.publish(tidy),
      });
    }
    return checked(folder, () => openInPlace(file, driver), { ...IDLE, release });
  } catch (error) {
    release();
    throw error;
  }
}

const IDLE = {
  begin: async (): Promise<void> => undefined,
  settled: async (): Promise<void> => undefined,
  publish: (): void => undefined,
  release: (): void => undefined,
};

/**
 * Bytes of the file that a reader maps into memory, and KiB of pages it keeps: a search reads some 5 MB of the index. A run's threads read
 * the study from end to end: mapped, all of it would count as their memory.
 */
const READER_PRAGMAS = 'PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -16384;';

function openToRead(file: string, driver: DriverName | null, isMapped: boolean): Database {
  const db = openDatabase(file, true, driver);
  if (db.driver === 'better-sqlite3' && isMapped) db.exec(READER_PRAGMAS);
  return db;
}

function openInPlace(file: string, driver: DriverName | null): Database {
  const db = openDatabase(file, false, driver);
  dropDraft(file);
  if (db.driver === 'better-sqlite3') db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  if (db.get("SELECT 1 AS x FROM sqlite_master WHERE name = 'meta'") === null) createTables(db);
  return db;
}

function checked(folder: string, open: () => Database, rest: ConstructorParameters<typeof StudyStore>[1]): StudyStore {
  let db: Database;
  try {
    db = open();
  } catch (error) {
    throw unopenable(folder, error);
  }
  try {
    checkSchema(db, folder);
  } catch (error) {
    db.close();
    throw error instanceof StudyError ? error : unopenable(folder, error);
  }
  return new StudyStore(db, rest);
}

function unopenable(folder: string, error: unknown): StudyError {
  const trouble = troubleOf(error, folder);
  if (trouble instanceof StudyError) return trouble;
  return new StudyError(
    `The study in ${folder} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    'If another run is at work, wait for it.',
  );
}
