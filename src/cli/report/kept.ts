import { hash } from 'node:crypto';
import { closeSync, constants, existsSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { type KeyedLaws, lawKeys, type ReportFile, type ReportMemory } from '../../pipeline/index.js';
import { codeFingerprint, type StudyStore } from '../../store/index.js';
import { say } from '../output.js';

/** Rooms whose code decides what a page shows. */
const PRINTING = ['model', 'report', 'text'];

/** Stands in the folder of a report of pages: what each file was made from, and the sha256 of its bytes. */
const LIST = '.lexatlas-files';

/** By path: hashes of what a file was made from and of its bytes. */
type Listed = Readonly<Record<string, readonly [from: string, bytes: string]>>;

/** The files of a report that hold what was written, by path. */
export type Written = ReadonlyMap<string, { readonly from: string; readonly bytes: string; readonly inode: number }>;

/** A file that the next report takes over: where the file system keeps it. */
export interface KeptFile {
  readonly path: string;
  readonly inode: number;
}

/** What a report is of, beside what the study holds. */
interface Scope {
  readonly codes: readonly string[];
  readonly jurisdictions: readonly string[];
}

/** The files of the report that stands in a folder, for the one that will take its place. */
export class KeptFiles implements ReportMemory {
  /** What was taken over by the new report. */
  readonly kept: KeptFile[] = [];
  readonly keyOf: ReportMemory['keyOf'];
  private readonly made: string;
  private readonly from = new Map<string, string>();

  constructor(
    /** As `filesAsWritten` gives them. */
    private readonly old: Written,
    store: KeyedLaws & Pick<StudyStore, 'meta'>,
    scope: Scope,
  ) {
    this.made = hash('sha256', JSON.stringify([codeFingerprint(PRINTING), store.meta('codebook'), scope]), 'base64url');
    this.keyOf = lawKeys(store, '');
  }

  holds(path: string, madeFrom: string): boolean {
    const from = hash('sha256', `${this.made}\n${madeFrom}`, 'base64url');
    this.from.set(path, from);
    const old = this.old.get(path);
    if (old?.from !== from) return false;
    this.kept.push({ path, inode: old.inode });
    return true;
  }

  /** The list of the new report: of the files that were made for it, and of those that it takes over. */
  list(files: readonly ReportFile[]): ReportFile {
    const listed: [string, readonly [string, string]][] = [];
    for (const { path, content } of files) {
      const from = this.from.get(path);
      if (from !== undefined) listed.push([path, [from, hash('sha256', content, 'base64url')]]);
    }
    for (const { path } of this.kept) {
      const { from, bytes } = this.old.get(path) ?? { from: '', bytes: '' };
      listed.push([path, [from, bytes]]);
    }
    listed.sort(([a], [b]) => (a < b ? -1 : 1));
    return { path: LIST, content: `${JSON.stringify(Object.fromEntries(listed), null, 1)}\n` };
  }
}

/** Reads the list of a report and its files; says where some are not as they were written. */
export function filesAsWritten(folder: string): Written {
  const old = new Map<string, { from: string; bytes: string; inode: number }>();
  const listed = listIn(folder);
  if (listed === 'damaged')
    say(`What is known of the last report (${join(folder, LIST)}) is damaged: all of it is made anew.`);
  const entries = listed === 'damaged' ? [] : Object.entries(listed);
  for (const [path, [from, bytes]] of entries) {
    const file = isInside(path) ? read(join(folder, path)) : null;
    if (file !== null && hash('sha256', file.content, 'base64url') === bytes)
      old.set(path, { from, bytes, inode: file.inode });
  }
  const lost = entries.length - old.size;
  if (lost > 0) say(`Files of the last report that are not as they were written, and are made anew: ${lost}`);
  return old;
}

function listIn(folder: string): Listed | 'damaged' {
  const path = join(folder, LIST);
  if (!existsSync(path)) return {};
  try {
    const listed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isList(listed) ? listed : 'damaged';
  } catch {
    return 'damaged';
  }
}

function isList(value: unknown): value is Listed {
  const isPair = (pair: unknown): boolean =>
    Array.isArray(pair) && pair.length === 2 && pair.every((hashed) => typeof hashed === 'string');
  return typeof value === 'object' && value !== null && Object.values(value).every(isPair);
}

const isInside = (path: string): boolean => !isAbsolute(path) && !path.split(/[\\/]/).includes('..');

/** A file's bytes; null where there is none. A link that somebody put in its place is not followed. */
function read(path: string): { readonly content: Uint8Array; readonly inode: number } | null {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch {
    return null;
  }
  try {
    const about = fstatSync(file);
    return about.isFile() ? { content: readFileSync(file), inode: about.ino } : null;
  } finally {
    closeSync(file);
  }
}
