import { createHash, type Hash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Piece } from '../../pipeline/index.js';
import { InputError } from '../failure.js';
import { say } from '../output.js';

/** Where an export goes. */
export type Target = { readonly kind: 'stdout' } | { readonly kind: 'file' | 'folder'; readonly path: string };

/** A file that was written, by its path in the dataset. */
export interface PlacedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What the user's --out means: a folder that is there, or a name without an ending or with a slash, is a folder. */
export function targetOf(out: string | null): Target {
  if (out === null) return { kind: 'stdout' };
  const isFolder = existsSync(out) ? statSync(out).isDirectory() : extname(out) === '' || out.endsWith('/');
  return { kind: isFolder ? 'folder' : 'file', path: out };
}

/** So much is gathered before it goes to disk: an annotation a write is five times as slow. */
const WRITTEN_AT_ONCE = 1 << 18;

/**
 * Writes pieces to stdout, a file or a folder as they come. Files are written beside their place and moved in when all are whole, so
 * that a stop never leaves half a dataset under its name. @throws InputError where several files are to go into one place.
 */
export async function place(pieces: AsyncIterable<Piece>, format: string, target: Target): Promise<PlacedFile[]> {
  const parts = new Map<string, Part>();
  let open: Part | null = null;
  try {
    for await (const { path, content } of pieces) {
      if (open === null || open.path !== path) {
        if (open !== null && target.kind !== 'folder')
          throw new InputError(`${format} is several files.`, 'Name a folder for them: --out my-dataset/');
        open?.close();
        open = parts.get(path) ?? new Part(path, target);
        parts.set(path, open);
      }
      open.append(content);
    }
    open?.close();
    if (target.kind === 'stdout') return [];
    const written = [...parts.values()];
    for (const part of written) part.moveIn();
    say(`Wrote ${written.length === 1 ? written[0]?.place : `${written.length} files to ${target.path}`}`);
    return written.map((part) => ({ path: part.path, sha256: part.sha256, bytes: part.bytes }));
  } catch (error) {
    for (const part of parts.values()) part.drop();
    throw error;
  }
}

/** One file on its way: stdout keeps nothing. */
class Part {
  readonly place: string | null;
  private readonly part: string | null;
  private readonly hash: Hash = createHash('sha256');
  private file: number | null = null;
  private isBegun = false;
  /** So much was written. */
  bytes = 0;
  private waiting: Uint8Array[] = [];
  private size = 0;

  constructor(
    readonly path: string,
    target: Target,
  ) {
    this.place = target.kind === 'stdout' ? null : target.kind === 'folder' ? join(target.path, path) : target.path;
    this.part = this.place === null ? null : `${this.place}.${process.pid}.tmp`;
    if (this.place !== null) mkdirSync(dirname(this.place), { recursive: true });
  }

  /** Of all that was written; to be asked for once, at the end. */
  get sha256(): string {
    return this.hash.digest('hex');
  }

  append(content: string | Uint8Array): void {
    if (this.part === null) {
      process.stdout.write(content);
      return;
    }
    this.file ??= openSync(this.part, this.isBegun ? 'a' : 'w');
    this.isBegun = true;
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.waiting.push(bytes);
    this.size += bytes.length;
    this.bytes += bytes.length;
    if (this.size >= WRITTEN_AT_ONCE) this.flush();
  }

  close(): void {
    if (this.file === null) return;
    this.flush();
    closeSync(this.file);
    this.file = null;
  }

  moveIn(): void {
    if (this.part !== null && this.place !== null) renameSync(this.part, this.place);
  }

  drop(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
    if (this.part !== null) rmSync(this.part, { force: true });
  }

  private flush(): void {
    const bytes = Buffer.concat(this.waiting);
    this.hash.update(bytes);
    for (let at = 0; this.file !== null && at < bytes.length; ) at += writeSync(this.file, bytes, at);
    this.waiting = [];
    this.size = 0;
  }
}
