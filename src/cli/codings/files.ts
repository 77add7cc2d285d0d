import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type AdoptFormat, type CodingFile, opened, type TextFormat } from '../../pipeline/index.js';
import { InputError } from '../failure.js';

/** Which files of a folder hold codings in a format; other files of an export stand beside them. */
const ENDINGS: Readonly<Record<AdoptFormat, RegExp>> = {
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
  return Promise.all(names.map((name) => opened({ name, bytes: readFileSync(name) }, format)));
}
