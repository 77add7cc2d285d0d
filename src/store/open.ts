import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DriverName, openDatabase } from './driver.js';
import { takeLock } from './lock.js';
import { checkSchema, createTables, StudyError } from './schema.js';
import { StudyStore } from './study/study.js';
import { troubleOf } from './trouble.js';

const FILE = 'study.sqlite';

/**
 * Opens a study folder. `write` makes it where there is none and holds its lock until `close`; `read` never changes it
 * and sees the state after the writer's last finished transaction.
 * @throws StudyError where there is no study to read, where another process writes it, or where its schema differs.
 */
export function openStudy(folder: string, mode: 'read' | 'write', driver: DriverName | null = null): StudyStore {
  const file = join(folder, FILE);
  const isThere = existsSync(file);
  if (mode === 'read') {
    if (!isThere)
      throw new StudyError(`There is no study in ${folder}.`, 'Make one with: lexatlas run --corpus YOUR_FOLDER');
    return openChecked(file, folder, true, driver, () => undefined);
  }
  const release = takeLock(folder);
  try {
    return openChecked(file, folder, false, driver, release);
  } catch (error) {
    release();
    throw error;
  }
}

function openChecked(
  file: string,
  folder: string,
  readOnly: boolean,
  driver: DriverName | null,
  release: () => void,
): StudyStore {
  let db: ReturnType<typeof openDatabase>;
  try {
    db = openDatabase(file, readOnly, driver);
    if (!readOnly) {
      if (db.driver === 'better-sqlite3') db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
      if (db.get("SELECT 1 AS x FROM sqlite_master WHERE name = 'meta'") === null) createTables(db);
    }
  } catch (error) {
    throw unopenable(folder, error);
  }
  try {
    checkSchema(db, folder);
  } catch (error) {
    db.close();
    throw error instanceof StudyError ? error : unopenable(folder, error);
  }
  return new StudyStore(db, release);
}

function unopenable(folder: string, error: unknown): StudyError {
  const trouble = troubleOf(error, folder);
  if (trouble instanceof StudyError) return trouble;
  return new StudyError(
    `The study in ${folder} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    'If another run is at work, wait for it.',
  );
}
