import { constants, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { type Database, type DriverName, openDatabase, type ResultRow, type Value } from '../driver.js';
import { createTables, SCHEMA_VERSION } from '../schema.js';
import { troubleOf } from '../trouble.js';

/** What SQLite keeps beside a database file. */
const TAILS = ['-wal', '-shm', '-journal'];
/** Behind the name of a copy that is being made, before it becomes the draft. */
const [COPY, ASIDE] = ['.tmp', '.aside.tmp'];

/** Where a run keeps its work until it is whole. */
export function draftOf(file: string): string {
  return file.replace(/\.sqlite$/, '.draft.sqlite');
}

/** Throws a stopped run's work away. */
export function dropDraft(file: string): void {
  const draft = draftOf(file);
  for (const tail of ['', ...TAILS, COPY, ASIDE]) rmSync(draft + tail, { force: true });
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
  private aside: Promise<void> | null = null;

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

  /**
   * Takes the copy while other work is done, for who knows that there will be a first write and can wait for it: the system copies, and this thread goes on.
   * @throws StoreTrouble where the disk will not have it
   */
  beginAside(): Promise<void> {
    this.aside ??= this.copyAside().finally(() => {
      this.aside = null;
    });
    return this.aside;
  }

  /** When no copy is being taken any more. */
  async settled(): Promise<void> {
    await this.aside?.catch(() => undefined);
  }

  private async copyAside(): Promise<void> {
    if (this.isDraft || !this.isWhole()) return;
    const copy = `${draftOf(this.file)}${ASIDE}`;
    rmSync(copy, { force: true });
    try {
      await copyFile(this.file, copy, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
      if (!this.isDraft) this.take(copy);
    } catch (error) {
      throw troubleOf(error, this.file);
    } finally {
      rmSync(copy, { force: true });
    }
  }

  private begin(): void {
    if (this.isDraft) return;
    const copy = `${draftOf(this.file)}${COPY}`;
    rmSync(copy, { force: true });
    try {
      // A reader may keep the last writer's WAL file from being taken in: then SQLite must do the copying.
      if (this.isWhole()) copyFileSync(this.file, copy, constants.COPYFILE_FICLONE);
      else this.db.run('VACUUM INTO ?', [copy]);
      this.take(copy);
    } catch (error) {
      rmSync(copy, { force: true });
      throw error;
    }
  }

  private isWhole(): boolean {
    return bytesOf(`${this.file}-wal`) === 0;
  }

  /** Goes on with a whole copy. */
  private take(copy: string): void {
    this.db.close();
    renameSync(copy, draftOf(this.file));
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
