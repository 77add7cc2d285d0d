import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type GoldRow, readGold } from '../../pipeline/index.js';
import { InputError } from '../failure.js';

/** The rows of a gold file, or of every CSV under a folder that has the columns of gold. */
export function readAllGold(path: string): readonly GoldRow[] {
  if (!existsSync(path)) throw new InputError(`There is no gold at ${path}.`, 'Name a CSV file or a folder of them.');
  if (statSync(path).isFile()) return readGold(readFileSync(path, 'utf8'), path);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.csv') && !name.endsWith('alignments.csv'))
    .sort()
    .flatMap((name) => readGold(readFileSync(join(path, name), 'utf8'), join(path, name)));
}
