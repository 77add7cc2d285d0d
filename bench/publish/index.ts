import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../../src/cli/output.js';
import { EXPORT_FORMATS, type ExportFormat } from '../../src/publish/index.js';
import { makeStudy } from './study.js';

/** As many annotations as the issue asks for; LEXATLAS_ANNOTATIONS sets another number. */
const ANNOTATIONS = 1_000_000;
const KIB_PER_MIB = 1024;
const MILLION = 1e6;

/** Tells on stderr the most memory that the process ever held, in KiB, and runs the script that follows it. */
const PEAK = `
process.on('exit', () => process.stderr.write('PEAK ' + process.resourceUsage().maxRSS + '\\n'));
process.argv.splice(1, 0, '');
process.argv.splice(1, 1);
import(require('node:url').pathToFileURL(require('node:path').resolve(process.argv[1])).href);`;

/**
 * Exports a study of a million invented annotations from the built command line, a format after the other, and prints seconds, size and
 * the most memory each took. `only` names formats, each known; none means all. Needs `npm run build` and some 4 GB of disk.
 */
export async function benchExport(only: readonly string[]): Promise<string> {
  const main = join('dist', 'cli', 'main.js');
  if (!existsSync(main)) throw new Error('There is no built command line: npm run build.');
  const unknown = only.filter((name) => !(EXPORT_FORMATS as readonly string[]).includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no format called ${unknown.join(', ')}; there are ${EXPORT_FORMATS.join(', ')}.`);
  const folder = mkdtempSync(join(tmpdir(), 'lexatlas-million-'));
  try {
    const annotations = Number(process.env.LEXATLAS_ANNOTATIONS ?? ANNOTATIONS);
    makeStudy(join(folder, 'study'), annotations);
    const formats = EXPORT_FORMATS.filter((f) => only.length === 0 || only.includes(f));
    const rows = formats.map((format) => measured(format, main, folder));
    return `${annotations} annotations\n\n${table(rows, COLUMNS)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const COLUMNS = ['format', 'seconds', 'MB out', 'peak MiB'] as const;
type Measured = Readonly<Record<(typeof COLUMNS)[number], string>>;

function measured(format: ExportFormat, main: string, folder: string): Measured {
  const out = join(folder, 'out');
  mkdirSync(out, { recursive: true });
  const started = performance.now();
  const words = ['-e', PEAK, main, 'export', '--format', format, '--out', out, '--study', join(folder, 'study')];
  const done = spawnSync(process.execPath, words, { encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1000;
  const peak = Number(/PEAK (\d+)/.exec(done.stderr)?.[1] ?? Number.NaN) / KIB_PER_MIB;
  const bytes = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(out, name)).size)
    .reduce((sum, size) => sum + size, 0);
  rmSync(out, { recursive: true, force: true });
  if (done.status !== 0) throw new Error(`${format}: ${done.stderr.slice(-1000)}`);
  const row = [format, seconds.toFixed(0), (bytes / MILLION).toFixed(0), peak.toFixed(0)];
  return Object.fromEntries(COLUMNS.map((name, i) => [name, row[i] ?? ''])) as Measured;
}
