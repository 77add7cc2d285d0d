import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../model/index.js';
import { CatalogueError } from '../catalogue/read.js';
import { diagnostic } from './problem.js';

/** What is known of a fetched file: where it came from, when, and the hash of its bytes. */
export interface LockedFile {
  readonly instrument: string;
  readonly url: string;
  /** After redirects. */
  readonly finalUrl: string;
  readonly sha256: string;
  readonly bytes: number;
  /** ISO 8601, to the second, UTC. */
  readonly retrieved: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly mediaType: string | null;
}

/** Locked files by their path in the folder. */
export type Lock = Readonly<Record<string, LockedFile>>;

const VERSION = 1;

/**
 * The lock of a folder of fetched texts; empty where there is none yet.
 * @throws CatalogueError where the file is damaged.
 */
export function readLock(folder: string): Lock {
  const path = join(folder, 'lock.json');
  if (!existsSync(path)) return {};
  try {
    const { version, files } = JSON.parse(readFileSync(path, 'utf8')) as { version: number; files: Lock };
    if (version !== VERSION || typeof files !== 'object') throw new Error(`its version is ${version}, not ${VERSION}`);
    return files;
  } catch (error) {
    throw new CatalogueError(
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      'Take it out of the folder and fetch again: the files are then compared with what the publishers have.',
    );
  }
}

/** Writes one file's record into the lock; read anew each time, since several hosts are fetched from at once. */
export function lockFile(folder: string, file: string, locked: LockedFile): void {
  writeJson(join(folder, 'lock.json'), { version: VERSION, files: sorted({ ...readLock(folder), [file]: locked }) });
}

/** What differs between the lock and the files on disk; empty where all are as they were fetched. */
export function verify(folder: string): Diagnostic[] {
  return Object.entries(readLock(folder)).flatMap(([file, locked]) => {
    const found = hashOfFile(join(folder, file));
    if (found === locked.sha256) return [];
    const message = found === null ? `${file} is gone.` : `${file} is not what was fetched on ${locked.retrieved}.`;
    const mend = `Run lexatlas fetch ${locked.instrument} to have the publisher's text again.`;
    return [diagnostic('corpus/lock', 'error', message, mend, locked.instrument, file)];
  });
}

/** Lower-case hex of bytes. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Lower-case hex of a file's bytes, null where there is no such file. */
export function hashOfFile(path: string): string | null {
  return existsSync(path) ? hashOf(readFileSync(path)) : null;
}

/** Puts the bytes under their name in one step, so that a stop leaves the old file or the new one, never half. */
export function writeWhole(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, bytes);
  renameSync(draft, path);
}

/** A value as JSON that a person can read, with a line feed at its end. */
export function writeJson(path: string, value: unknown): void {
  writeWhole(path, `${JSON.stringify(value, null, 2)}\n`);
}

function sorted(files: Lock): Lock {
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}
