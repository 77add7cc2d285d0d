import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { report } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { say } from '../output.js';
import { type OpenStudy, openForReading, wholeStudy } from '../study.js';

const DEFAULT_FOLDER = join('reports', 'latest');

/** Writes a report of the study and says where. */
export const reportCommand: Action = async (_positional, options) => {
  const study = openForReading(options);
  try {
    process.stdout.write(`${writeReport(study, options)}\n`);
  } finally {
    study.close();
  }
};

/** Writes the report beside its place and moves it in when whole, so that a stop never leaves half a report. */
export function writeReport(study: OpenStudy, options: Readonly<Record<string, unknown>>): string {
  const folder = typeof options.out === 'string' ? options.out : DEFAULT_FOLDER;
  const started = Date.now();
  const files = report(wholeStudy(study), { format: 'html' });
  const fresh = `${folder}.${process.pid}.tmp`;
  rmSync(fresh, { recursive: true, force: true });
  for (const file of files) {
    const path = join(fresh, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.content);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
  say(`report    ${files.length} files (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return folder;
}
