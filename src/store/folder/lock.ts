import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StudyError } from '../schema.js';
import { troubleOf } from '../trouble.js';

const ATTEMPTS = 3;

/**
 * Takes the study's write lock: a file with our process id and the time that process began, put in place in one step. A lock whose
 * process has ended is taken over, even where another program has been given its number since. Returns what releases it.
 * @throws StudyError naming the process that holds it, or saying that nothing can be written there.
 */
export function takeLock(folder: string): () => void {
  const file = join(folder, 'writer.pid');
  const draft = `${file}.${process.pid}`;
  const mine = `${process.pid} ${beginningOf(process.pid) ?? ''}`.trim();
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, mine);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (put(draft, file)) return () => rmSync(file, { force: true });
      const holder = contentOf(file);
      if (isAlive(holder)) throw held(folder, holder);
      takeAway(file, holder, folder);
    }
  } catch (error) {
    throw troubleOf(error, folder);
  } finally {
    rmSync(draft, { force: true });
  }
  throw new StudyError(
    `The study in ${folder} could not be locked.`,
    'Try again; another run took it at the same moment.',
  );
}

/** Gives the draft its name, unless the name is taken: whoever sees the lock sees what is in it. */
function put(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!/^(?:EPERM|ENOTSUP|ENOSYS|EOPNOTSUPP)$/.test(codeOf(error))) throw error;
  }
  try {
    writeFileSync(file, readFileSync(draft), { flag: 'wx' }); // Some disks know no second name for a file.
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead lock out of the way; if it turns out to be a new one, of a run that was quicker, gives it back. */
function takeAway(file: string, dead: string, folder: string): void {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const found = contentOf(aside);
  if (found !== dead && isAlive(found)) {
    put(aside, file);
    rmSync(aside, { force: true });
    throw held(folder, found);
  }
  rmSync(aside, { force: true });
}

function held(folder: string, holder: string): StudyError {
  return new StudyError(
    `The study in ${folder} is being written by process ${holder.split(' ', 1)[0]}.`,
    'Wait until it has finished, or name another folder with --study.',
  );
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return ''; // Gone in the meantime: nobody holds it.
  }
}

function isAlive(holder: string): boolean {
  const [pid, began] = holder.split(' ');
  if (pid === undefined || !/^\d+$/.test(pid) || Number(pid) === 0) return false;
  const now = beginningOf(Number(pid));
  if (began !== undefined && now !== null && began !== now) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** When a process began, in the kernel's ticks (proc(5), field 22 of stat); null where the system does not tell. */
function beginningOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
