import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AdoptFormat,
  type CodingFile,
  opened,
  type Progress,
  type TextFormat,
  ThreadLost,
} from '../../pipeline/index.js';
import { canHaveThread, inOwnThread } from '../crew/solo/thread.js';
import { InputError } from '../failure.js';

/** Which files of a folder hold codings in a format; other files of an export stand beside them. */
export const ENDINGS: Readonly<Record<AdoptFormat, RegExp>> = {
  csv: /\.csv$/u,
  jsonl: /\.(?:jsonl|ndjson)$/u,
  webannotation: /\.(?:jsonld|json)$/u,
  labelstudio: /(?<!croissant)\.json$/u,
  doccano: /\.jsonl$/u,
  brat: /\.ann$/u,
  xmi: /\.xmi$/u,
  conll: /\.conll$/u,
  xlsx: /\.xlsx$/u,
  parquet: /\.parquet$/u,
};

/** What the ending of a file's name suggests; a spreadsheet's CSV otherwise. */
export function formatOf(path: string): AdoptFormat {
  const order = ['jsonl', 'brat', 'xmi', 'conll', 'xlsx', 'parquet'] as const;
  if (/\.jsonld$/u.test(path)) return 'webannotation';
  return order.find((format) => ENDINGS[format].test(path)) ?? (/\.json$/u.test(path) ? 'labelstudio' : 'csv');
}

/** A coding file that can be adopted as it is. */
export interface Readable {
  readonly file: CodingFile;
  readonly format: TextFormat;
}

/** The file, or the files of that format in a folder, by name. @throws InputError where there is none. */
export async function readCodingFiles(path: string, asked: AdoptFormat | null): Promise<readonly Readable[]> {
  if (!existsSync(path)) throw new InputError(`There is no file ${path}.`, 'Check the path.');
  const isFolder = statSync(path).isDirectory();
  const format = asked ?? (isFolder ? 'csv' : formatOf(path));
  const names = isFolder
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => ENDINGS[format].test(name))
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (names.length === 0)
    throw new InputError(`The folder ${path} holds no ${format} file.`, 'Name the format with --format, or the file.');
  const files: Readable[] = [];
  for (const name of names) files.push(await openOne(name, format));
  return files;
}

/** Formats that others' libraries unpack, by name of the file's kind: a hostile file can keep them at work for ever (found by `npm run fuzz`). */
const PACKED: ReadonlySet<AdoptFormat> = new Set(['xlsx', 'parquet']);
/** A workbook of a million codings takes some ten seconds. */
const UNPACKING_SECONDS = Number(process.env.LEXATLAS_TASK_SECONDS) || 60;

async function openOne(name: string, format: AdoptFormat): Promise<Readable> {
  const file = { name, bytes: readFileSync(name) };
  if (!PACKED.has(format) || !canHaveThread) return opened(file, format);
  try {
    return (await inOwnThread({ kind: 'open', file, format }, SILENT, UNPACKING_SECONDS)) as Readable;
  } catch (error) {
    if (!(error instanceof ThreadLost)) throw error;
    throw new InputError(
      `${name} could not be read as ${format} within ${UNPACKING_SECONDS} seconds, or takes too much memory.`,
      'The file is damaged, or larger than any coding: save it again, or as CSV.',
    );
  }
}

const SILENT: Progress = { begin: () => undefined, step: () => undefined, end: () => undefined };
