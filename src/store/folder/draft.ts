import { constants, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { type Database, type DriverName, openDatabase, type ResultRow, type Value } from '../driver.js';
import { createTables, SCHEMA_VERSION } from '../schema.js';

/** What SQLite keeps beside a database file. */
const TAILS = ['-wal', '-shm', '-journal'];

/** Where a run keeps its work until it is whole. */
export function draftOf(file: string): string {
  return file.replace(/\.sqlite$/, '.draft.sqlite');
}

/** Throws a stopped run's work away. */
export function dropDraft(file: string): void {
  const draft = draftOf(file);
  for (const path of [`${draft}.tmp`, ...['', ...TAILS].map((tail) => draft + tail)]) rmSync(path, { force: true });
}

/**
 * A study as a run writes it: the first write makes a copy beside the study, and all writes go there, each transaction safe by
 * itself, until `publish` puts the copy in the study's place in one step. Readers thus see the study before the run or after
 * it. A run that is stopped leaves its draft, and the next run goes on with it; a run that writes nothing copies nothing.
 * Whoever opens one holds the study's lock.
 */
export class Draft implements Database {
  private db: Database;
  private isDraft = true;

  constructor(
    private readonly file: string,
    private readonly wanted: DriverName | null,
  ) {
    const draft = draftOf(file);
    if (existsSync(draft) && schemaIn(draft, wanted) !== SCHEMA_VERSION) dropDraft(file);
    if (!existsSync(draft) && schemaIn(file, wanted) !== null) {
      this.db = openDatabase(file, false, wanted);
      this.isDraft = false;
    } else this.db = this.openDraft();
  }

  get driver(): DriverName {
    return this.db.driver;
  }

  exec(sql: string): void {
    if (sql.startsWith('BEGIN IMMEDIATE')) this.begin();
    this.db.exec(sql);
  }

  run(sql: string, values?: readonly Value[]): void {
    this.begin();
    this.db.run(sql, values);
  }

  all(sql: string, values?: readonly Value[]): ResultRow[] {
    return this.db.all(sql, values);
  }

  get(sql: string, values?: readonly Value[]): ResultRow | null {
    return this.db.get(sql, values);
  }

  close(): void {
    this.db.close();
  }

  /** Puts the draft in the study's place. Whoever has the old file open goes on reading that. */
  publish(tidy: () => void): void {
    if (!this.isDraft) return;
    tidy();
    this.db.close();
    if (bytesOf(`${draftOf(this.file)}-wal`) > 0)
      throw new Error('The draft of the study is still being read; run again to put it in place.');
    // The draft began as a copy of all they hold; left beside another database they would be read into it.
    for (const tail of TAILS) rmSync(this.file + tail, { force: true });
    renameSync(draftOf(this.file), this.file);
    this.isDraft = false;
    this.db = openDatabase(this.file, false, this.wanted);
  }

  private begin(): void {
    if (this.isDraft) return;
    const draft = draftOf(this.file);
    const copy = `${draft}.tmp`;
    rmSync(copy, { force: true });
    try {
      // A reader may keep the last writer's WAL file from being taken in: then SQLite must do the copying.
      const isWhole = bytesOf(`${this.file}-wal`) === 0;
      if (!isWhole) this.db.run('VACUUM INTO ?', [copy]);
      this.db.close();
      if (isWhole) copyFileSync(this.file, copy, constants.COPYFILE_FICLONE);
      renameSync(copy, draft);
    } catch (error) {
      rmSync(copy, { force: true });
      throw error;
    }
    this.isDraft = true;
    this.db = this.openDraft();
  }

  private openDraft(): Database {
    const db = openDatabase(draftOf(this.file), false, this.wanted);
    if (db.driver === 'better-sqlite3') db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    if (db.get("SELECT 1 AS x FROM sqlite_master WHERE name = 'meta'") === null) createTables(db);
    return db;
  }
}

/** The schema of a study's file; null where there is no file, or nothing in it yet. */
function schemaIn(file: string, driver: DriverName | null): number | null {
  if (!existsSync(file)) return null;
  const db = openDatabase(file, false, driver);
  try {
    if (db.get("SELECT 1 AS x FROM sqlite_master WHERE name = 'meta'") === null) return null;
    return Number(db.get("SELECT value FROM meta WHERE key = 'schema'")?.value ?? 0);
  } finally {
    db.close();
  }
}

function bytesOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
