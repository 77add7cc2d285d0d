import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AdoptFormat, CodingFile } from '../../pipeline/index.js';
import { InputError } from '../failure.js';

/** Which files of a folder hold codings in a format; other files of an export stand beside them. */
const ENDINGS: Readonly<Record<AdoptFormat, RegExp>> = {
  csv: /\.csv$/u,
  jsonl: /\.(?:jsonl|ndjson)$/u,
  webannotation: /\.(?:jsonld|json)$/u,
  labelstudio: /\.json$/u,
  doccano: /\.jsonl$/u,
  brat: /\.ann$/u,
  xmi: /\.xmi$/u,
};

/** What the ending of a file's name suggests; a spreadsheet's CSV otherwise. */
export function formatOf(path: string): AdoptFormat {
  if (/\.(?:jsonl|ndjson)$/u.test(path)) return 'jsonl';
  if (/\.jsonld$/u.test(path)) return 'webannotation';
  if (/\.ann$/u.test(path)) return 'brat';
  if (/\.xmi$/u.test(path)) return 'xmi';
  return /\.json$/u.test(path) ? 'labelstudio' : 'csv';
}

/** The file, or the files of that format in a folder, by name. @throws InputError where there is none. */
export function readCodingFiles(path: string, format: AdoptFormat): CodingFile[] {
  if (!existsSync(path)) throw new InputError(`There is no file ${path}.`, 'Check the path.');
  const isFolder = statSync(path).isDirectory();
  const names = isFolder
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => ENDINGS[format].test(name))
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (names.length === 0)
    throw new InputError(`The folder ${path} holds no ${format} file.`, 'Name the format with --format, or the file.');
  return names.map((name) => ({ name, text: readFileSync(name, 'utf8') }));
}
