import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command printed and how it ended. */
export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of one test file's own, with a study in it. */
export interface Desk {
  readonly folder: string;
  /** Runs `lexatlas` as a user's shell would, with this desk's study. */
  run(...words: readonly string[]): Promise<Printed>;
  clear(): void;
}

const TIME_LIMIT_MS = 60_000;
const PROGRAM = 'dist/cli/main.js';

/** A new desk; `clear` takes it away. The study is named by LEXATLAS_STUDY and no other corpus is in sight. */
export function desk(): Desk {
  buildIfStale();
  const folder = mkdtempSync(join(tmpdir(), 'lexatlas-cli-'));
  const { LEXATLAS_CORPUS: _corpus, ...environment } = process.env;
  const env = { ...environment, LEXATLAS_STUDY: join(folder, 'study'), NO_COLOR: '1' };
  return {
    folder,
    run: (...words) =>
      new Promise((resolve) => {
        const argv = [PROGRAM, ...words];
        execFile(process.execPath, argv, { env, timeout: TIME_LIMIT_MS, maxBuffer: 64 << 20 }, (error, out, err) => {
          const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
          resolve({ code, out, err });
        });
      }),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Tests run what users run, which is the build; one older than the sources is made anew. */
function buildIfStale(): void {
  const newest = Math.max(
    ...readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
  if (existsSync(PROGRAM) && statSync(PROGRAM).mtimeMs >= newest) return;
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
