import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What `npm run build` made, as users have it; the source itself where nothing was built. */
const BUILT = join(ROOT, 'dist', 'cli', 'main.js');
const MAIN = existsSync(BUILT) ? [BUILT] : ['--import', 'tsx', join(ROOT, 'src', 'cli', 'main.ts')];
/** No command of these tests may take longer; a busy machine is allowed for. */
const LIMIT_MS = 120_000;

/** How a command that ran as a process of its own ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly err: string;
  readonly tookMs: number;
}

/** `lexatlas` as a process, which can be killed; `around` is a shell line with `"$@"` in it, such as `ulimit -f 100; "$@"`. */
export function start(
  words: readonly string[],
  around = 'exec "$@"',
  uid?: number,
): { child: ChildProcess; ended: Promise<Ended> } {
  const began = performance.now();
  const command = [process.execPath, ...MAIN, ...words];
  const identity = uid === undefined ? {} : { uid, gid: uid };
  const env = { ...process.env, LEXATLAS_CORPUS: '', NO_COLOR: '1' };
  const child = spawn('/bin/sh', ['-c', around, 'sh', ...command], {
    cwd: ROOT,
    env,
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
    ...identity,
  });
  let err = '';
  child.stderr.on('data', (piece: Buffer) => {
    err += piece.toString('utf8');
  });
  child.stdout.resume();
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, err, tookMs: performance.now() - began }));
  });
  return { child, ended };
}

/** Runs the command to its end. */
export async function lexatlas(words: readonly string[], around?: string, uid?: number): Promise<Ended> {
  return start(words, around, uid).ended;
}
