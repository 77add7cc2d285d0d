import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { SourceFile } from '../model/index.js';
import { type FileHash, KnownFiles } from './files.js';
import { StudyError } from './schema.js';

/** One file of a corpus; its bytes are read when asked for, not before. */
export interface CorpusFile {
  readonly path: string;
  /** Lower-case hex of the bytes at listing time. */
  readonly sha256: string;
  readonly byteLength: number;
  readonly provenance: Readonly<Record<string, unknown>> | null;
  /** The bytes, read from disk now. */
  read(): SourceFile;
}

/** Files of one instrument: same folder, same stem before the first dot. */
export interface CorpusGroup {
  readonly key: string;
  readonly files: readonly CorpusFile[];
}

/** What a catalogue says of the file with these bytes (sha256, lower-case hex); null where it does not know them. */
export type Catalogued = (sha256: string) => Readonly<Record<string, unknown>> | null;

type Facts = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Extensions that hold law; the rest of a folder (pictures, scripts) is none of ours. */
const TEXT_EXTENSIONS = new Set([
  '.html',
  '.htm',
  '.xhtml',
  '.xml',
  '.akn',
  '.pdf',
  '.docx',
  '.md',
  '.markdown',
  '.txt',
  '.json',
  '.gz',
  '.rtf',
  '.odt',
]);
const PARENTS_SEARCHED = 3;
const PIECE_BYTES = 256 * 1024;
/** Stands for bytes that could not be had: no file has this hash, so the file is read again as soon as it can be. */
const UNREADABLE = { sha256: '0'.repeat(64), byteLength: 0 };

/**
 * Lists the instruments under folders (or single files), sorted, each with its renditions and what a
 * `provenance-*.jsonl` or `corpus.json` in the folder or up to three levels above says of them. `catalogued` gives what
 * a catalogue says of a file with these bytes; it goes along as the field `catalogue`. Files that are `known` are not read.
 * @throws StudyError where a folder does not exist or a facts file is malformed.
 */
export function corpusGroups(
  paths: readonly string[],
  catalogued: Catalogued = () => null,
  known = new KnownFiles(null),
): CorpusGroup[] {
  const groups = new Map<string, CorpusFile[]>();
  for (const path of paths) {
    if (!existsSync(path))
      throw new StudyError(`There is no corpus at ${path}.`, 'Check the path given with --corpus.');
    const isFile = statSync(path).isFile();
    const facts = factsAround(isFile ? dirname(path) : path);
    for (const file of isFile ? [path] : lawFiles(path)) {
      const key = `${basename(dirname(resolve(file)))}/${basename(file).split('.', 1)[0]}`;
      const members = groups.get(key) ?? [];
      if (!members.some((m) => resolve(m.path) === resolve(file)))
        members.push(corpusFile(file, facts, { catalogued, known }));
      groups.set(key, members);
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, files]) => ({ key, files }));
}

function corpusFile(
  path: string,
  facts: Facts,
  { catalogued, known }: { readonly catalogued: Catalogued; readonly known: KnownFiles },
): CorpusFile {
  const { sha256, byteLength } = known.hashOf(path, fileHash) ?? UNREADABLE;
  const told = catalogued(sha256);
  const beside = factsOf(path, facts);
  const provenance = told === null ? beside : { ...beside, catalogue: told };
  const read = (): SourceFile => ({ path, bytes: readFileSync(path), provenance });
  return { path, sha256, byteLength, provenance, read };
}

/** Hash and size of a file, read piece by piece, so that size costs no memory; null where it cannot be read. */
function fileHash(path: string): FileHash | null {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  let handle: number | null = null;
  try {
    handle = openSync(path, 'r');
    let byteLength = 0;
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      hash.update(piece.subarray(0, read));
      byteLength += read;
    }
    return { sha256: hash.digest('hex'), byteLength };
  } catch {
    return null; // Whoever reads the file meets the same trouble, and tells it with the file's name.
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

function lawFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.')) return [];
      if (entry.isDirectory()) return lawFiles(path);
      const isLaw =
        TEXT_EXTENSIONS.has(extname(entry.name).toLowerCase()) &&
        !/^(readme|corpus\.json|lock\.json)/i.test(entry.name);
      return entry.isFile() && isLaw ? [path] : [];
    });
}

/** Facts by path suffix, from the folder, its sub-folders' top level and up to three parents. */
function factsAround(folder: string): Facts {
  const facts = new Map<string, Readonly<Record<string, unknown>>>();
  let at = resolve(folder);
  for (let level = 0; level <= PARENTS_SEARCHED; level += 1) {
    for (const name of readdirSync(at).sort()) {
      if (/^provenance.*\.jsonl$/.test(name)) readJsonLines(join(at, name), facts);
      else if (name === 'corpus.json') readList(join(at, name), facts);
    }
    if (dirname(at) === at) break;
    at = dirname(at);
  }
  return facts;
}

function readJsonLines(file: string, facts: Map<string, Readonly<Record<string, unknown>>>): void {
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, i) => {
      if (line.trim() !== '') add(parseFacts(line, `${file}, line ${i + 1}`), facts);
    });
}

function readList(file: string, facts: Map<string, Readonly<Record<string, unknown>>>): void {
  const list = parseFacts(readFileSync(file, 'utf8'), file);
  const records = Array.isArray(list) ? list : (list as { instruments?: unknown }).instruments;
  if (!Array.isArray(records)) throw malformed(file, 'it is not a list of records');
  for (const record of records) add(record, facts);
}

function parseFacts(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformed(place, error instanceof Error ? error.message : String(error));
  }
}

function add(record: unknown, facts: Map<string, Readonly<Record<string, unknown>>>): void {
  if (typeof record !== 'object' || record === null) return;
  const { path } = record as { path?: unknown };
  if (typeof path === 'string' && !facts.has(tail(path)))
    facts.set(tail(path), record as Readonly<Record<string, unknown>>);
}

function factsOf(path: string, facts: Facts): Readonly<Record<string, unknown>> | null {
  return facts.get(tail(resolve(path))) ?? facts.get(basename(path)) ?? null;
}

/** Folder and file name: what a provenance path and a path on this machine have in common. */
function tail(path: string): string {
  return path.split('/').slice(-2).join('/');
}

function malformed(place: string, reason: string): StudyError {
  return new StudyError(
    `${place} cannot be read as corpus facts: ${reason}`,
    'Mend the file, or take it out of the folder: metadata is then guessed.',
  );
}
