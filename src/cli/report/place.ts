import { copyFileSync, existsSync, linkSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReportFile } from '../../pipeline/index.js';
import { InputError } from '../failure.js';
import type { KeptFile } from './kept.js';

/** Stands in every report's folder, so that the next report knows what it may replace. */
export const MARK = '.lexatlas-report';

/** Files written at once: each waits for the disk more than for the processor. */
const AT_ONCE = 16;

/** A report that is written beside its place and moved in when whole, so that a stop never leaves half a report. */
export class Placing {
  private readonly fresh: string;
  private readonly written: Promise<void>;

  /** Begins to write, and takes files over from the report that stands in its place. */
  constructor(
    private readonly folder: string,
    files: readonly ReportFile[],
    kept: readonly KeptFile[] = [],
  ) {
    this.fresh = `${folder}.${process.pid}.tmp`;
    rmSync(this.fresh, { recursive: true, force: true });
    for (const path of new Set(['', ...[...files, ...kept].map((file) => dirname(file.path))]))
      mkdirSync(join(this.fresh, path), { recursive: true });
    for (const file of kept) this.takeOver(file);
    const left = files.values();
    const write = async (): Promise<void> => {
      // As new files: what was taken over stands in the old report too.
      for (const { path, content } of left) await writeFile(join(this.fresh, path), content, { flag: 'wx' });
    };
    this.written = Promise.all(Array.from({ length: AT_ONCE }, write)).then(() => undefined);
    this.written.catch(() => undefined); // Told by `put`.
  }

  /** Moves it in under an edition. The old report goes when the new one stands in its place. */
  async put(edition: string): Promise<void> {
    const [mark, old] = [join(this.fresh, MARK), `${this.folder}.${process.pid}.old`];
    await this.written;
    await writeFile(mark, `This folder is made by lexatlas report and replaced whole by the next one.\n${edition}`);
    rmSync(old, { recursive: true, force: true });
    if (existsSync(this.folder)) renameSync(this.folder, old);
    renameSync(this.fresh, this.folder);
    rmSync(old, { recursive: true, force: true });
  }

  /** A second name for the same bytes: neither read nor written. Where the file system has no such names, a copy. */
  private takeOver({ path, inode }: KeptFile): void {
    const [from, to] = [join(this.folder, path), join(this.fresh, path)];
    if (lstatSync(from).ino !== inode)
      throw new InputError(
        `The report in ${this.folder} was replaced while a new one was made of it.`,
        'Run again; let two runs write into two folders (--out).',
      );
    try {
      linkSync(from, to);
    } catch {
      copyFileSync(from, to);
    }
  }
}
