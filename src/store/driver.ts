import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { troubleOf } from './trouble.js';

export type Value = string | number | null | Uint8Array;
export type ResultRow = Readonly<Record<string, Value>>;

/** The few calls the store makes of SQLite; two drivers answer them alike (a contract test runs over both). */
export interface Database {
  readonly driver: DriverName;
  exec(sql: string): void;
  run(sql: string, values?: readonly Value[]): void;
  all(sql: string, values?: readonly Value[]): ResultRow[];
  get(sql: string, values?: readonly Value[]): ResultRow | null;
  close(): void;
}

export type DriverName = 'better-sqlite3' | 'node-sqlite3-wasm';

const require = createRequire(import.meta.url);

/**
 * Opens a database file with better-sqlite3 where its native part could be built or fetched, else with the WebAssembly
 * build, which needs no compiler (ADR 0002 has the measurements).
 */
export function openDatabase(file: string, readOnly: boolean, driver: DriverName | null = null): Database {
  if (driver === 'node-sqlite3-wasm') return openWasm(file, readOnly);
  if (driver === 'better-sqlite3') return openNative(file, readOnly);
  try {
    return openNative(file, readOnly);
  } catch (error) {
    if (isMissingModule(error)) return openWasm(file, readOnly);
    throw error;
  }
}

interface NativeStatement {
  run(...values: readonly Value[]): unknown;
  all(...values: readonly Value[]): ResultRow[];
  get(...values: readonly Value[]): ResultRow | undefined;
}
interface NativeDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): NativeStatement;
  close(): void;
}

function openNative(file: string, readOnly: boolean): Database {
  const Native = require('better-sqlite3') as new (path: string, options: object) => NativeDatabase;
  const db = new Native(file, { readonly: readOnly, timeout: BUSY_TIMEOUT_MS });
  const prepared = new Map<string, NativeStatement>();
  const statement = (sql: string): NativeStatement => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    driver: 'better-sqlite3',
    exec: (sql) => told(file, () => void db.exec(sql)),
    run: (sql, values = []) => told(file, () => void statement(sql).run(...values)),
    all: (sql, values = []) => told(file, () => statement(sql).all(...values)),
    get: (sql, values = []) => told(file, () => statement(sql).get(...values) ?? null),
    close: () => {
      if (!readOnly) leaveWal(db);
      db.close();
    },
  };
}

/** The WebAssembly driver cannot open a WAL file, so a finished study is left without one; readers still at it keep it. */
function leaveWal(db: NativeDatabase): void {
  try {
    db.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE;');
  } catch {
    // Readers are at it, the disk is full, or a page is damaged: the next writer tries again, and whoever met the trouble tells it.
  }
}

interface WasmDatabase {
  exec(sql: string): void;
  run(sql: string, values?: readonly Value[]): unknown;
  all(sql: string, values?: readonly Value[]): ResultRow[];
  get(sql: string, values?: readonly Value[]): ResultRow | null;
  close(): void;
}

function openWasm(file: string, readOnly: boolean): Database {
  const { Database: Wasm } = require('node-sqlite3-wasm') as {
    Database: new (path: string, options: object) => WasmDatabase;
  };
  if (isWal(file))
    throw new Error(
      'another program has it open, or was stopped while writing it, with better-sqlite3, whose WAL file the WebAssembly driver cannot read',
    );
  breakStaleLock(`${file}.lock`);
  const db = new Wasm(file, { fileMustExist: readOnly, readOnly });
  db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  return {
    driver: 'node-sqlite3-wasm',
    exec: (sql) => told(file, () => db.exec(sql)),
    run: (sql, values = []) => told(file, () => void db.run(sql, values)),
    all: (sql, values = []) => told(file, () => db.all(sql, values)),
    get: (sql, values = []) => told(file, () => db.get(sql, values) ?? null),
    close: () => db.close(),
  };
}

/** What the work gives; what a disk or a damaged file makes it throw is told in words of the study. */
function told<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw troubleOf(error, file);
  }
}

/** Bytes 18 and 19 of a database file are 2 in WAL mode (https://www.sqlite.org/fileformat2.html#file_format_version_numbers). */
function isWal(file: string): boolean {
  if (!existsSync(file)) return false;
  const header = new Uint8Array(20);
  const handle = openSync(file, 'r');
  try {
    return readSync(handle, header, 0, 20, 0) === 20 && header[18] === 2;
  } finally {
    closeSync(handle);
  }
}

/**
 * This driver locks by making a folder, which outlives a killed process. A lock is held for one transaction only, so
 * one that has stood for longer than any transaction takes is a dead one: wait that long, then take it away.
 */
function breakStaleLock(lock: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  // Our own patience counts, too: on a clock that has gone back, the folder's time lies ahead for ever.
  const began = performance.now();
  for (;;) {
    const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (made === undefined) return;
    if (Date.now() - made > STALE_LOCK_MS || performance.now() - began > STALE_LOCK_MS) {
      rmSync(lock, { force: true, recursive: true });
      return;
    }
    Atomics.wait(pause, 0, 0, LOCK_POLL_MS);
  }
}

/** Chosen well above what one instrument's transaction should take; not measured on the largest instrument. */
const STALE_LOCK_MS = 3000;
const LOCK_POLL_MS = 50;

/** How long a reader waits for a writer's transaction to end. */
const BUSY_TIMEOUT_MS = 5000;

function isMissingModule(error: unknown): boolean {
  const text = error instanceof Error ? `${error.message} ${'code' in error ? String(error.code) : ''}` : '';
  return /MODULE_NOT_FOUND|Could not locate the bindings|ERR_DLOPEN_FAILED|NODE_MODULE_VERSION/.test(text);
}

/** Runs the work in one transaction; what it throws undoes all of it and is thrown on. */
export function atomically<T>(db: Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    try {
      db.exec('ROLLBACK');
    } catch {
      // A full disk or a damaged page has undone the transaction already; the first error says more.
    }
    throw error;
  }
}
