import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { troubleOf } from '../trouble.js';

/** What the last run can spare the next, beside the study, a file each; whoever deletes one loses time and nothing else. */
export type Remembered = 'compare' | 'files' | 'rows' | 'score' | 'plans' | 'index';
const fileOf = (folder: string, what: Remembered): string => join(folder, `${what}.memory`);
const SEAL_BYTES = 32;

/** What was remembered in a study's folder; null where nothing was. `isDamaged` where it is not what was written: then it is dropped. */
export function readRemembered(
  folder: string,
  what: Remembered,
): { readonly bytes: Uint8Array | null; readonly isDamaged: boolean } {
  const file = fileOf(folder, what);
  if (!existsSync(file)) return { bytes: null, isDamaged: false };
  const all = readFileSync(file);
  const bytes = all.subarray(SEAL_BYTES);
  if (all.length > SEAL_BYTES && sealOf(bytes).equals(all.subarray(0, SEAL_BYTES))) return { bytes, isDamaged: false };
  rmSync(file, { force: true });
  return { bytes: null, isDamaged: true };
}

/** Remembers the bytes in place of what was, in one step. @throws StoreTrouble where the disk will not have them. */
export function writeRemembered(folder: string, what: Remembered, bytes: Uint8Array): void {
  const file = fileOf(folder, what);
  try {
    rmSync(`${file}.tmp`, { force: true });
    // As a new file: where somebody put a link in its place, it is not written through.
    writeFileSync(`${file}.tmp`, Buffer.concat([sealOf(bytes), bytes]), { flag: 'wx' });
    renameSync(`${file}.tmp`, file);
  } catch (error) {
    rmSync(`${file}.tmp`, { force: true });
    throw troubleOf(error, folder);
  }
}

function sealOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
