import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StudyError } from './schema.js';

/**
 * Takes the study's write lock: a file with our process id, created exclusively. A lock whose process has ended is
 * taken over. Returns what releases it.
 * @throws StudyError naming the process that holds it.
 */
export function takeLock(folder: string): () => void {
  const file = join(folder, 'writer.pid');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = Number(readFileSync(file, 'utf8'));
      if (isAlive(holder)) {
        throw new StudyError(
          `The study in ${folder} is being written by process ${holder}.`,
          'Wait until it has finished, or name another folder with --study.',
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new StudyError(
    `The study in ${folder} could not be locked.`,
    'Try again; another run took it at the same moment.',
  );
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
