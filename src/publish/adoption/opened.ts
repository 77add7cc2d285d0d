import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { readWorkbook } from '../../text/workbook/read.js';
import { toCsv } from '../csv.js';
import { DatasetError } from '../gold.js';
import type { AdoptFormat, TextFormat } from './adopt.js';
import { type CodingFile, kept } from './records.js';

/** A file of a coding as it lies on disk. */
export interface CodingBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A coding file as text, with the format in which it can be adopted: a workbook's first sheet becomes CSV (row numbers stay), Parquet
 * becomes JSON Lines, all else is UTF-8 as it is. @throws DatasetError where a workbook or Parquet file cannot be read.
 */
export async function opened(
  { name, bytes }: CodingBytes,
  format: AdoptFormat,
): Promise<{ readonly file: CodingFile; readonly format: TextFormat }> {
  if (format === 'xlsx') return { file: { name, text: await sheetOf(name, bytes) }, format: 'csv' };
  if (format === 'parquet') return { file: { name, text: await linesOf(name, bytes) }, format: 'jsonl' };
  return { file: { name, text: new TextDecoder().decode(bytes) }, format };
}

async function sheetOf(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const [head = [], ...rows] = await readWorkbook(bytes);
    return toCsv(head, rows);
  } catch (error) {
    throw new DatasetError(
      `${name}: not readable as a workbook (${(error as Error).message}).`,
      'Save it again as .xlsx, or as CSV in UTF-8.',
    );
  }
}

async function linesOf(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const metadata = parquetMetadata(file);
    const claimed = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
    if (claimed > MOST_ROWS) throw new Error(`it claims ${claimed} rows; at most ${MOST_ROWS} are read`);
    const rows = await parquetReadObjects({ file, metadata });
    return rows.map((row) => `${JSON.stringify(fieldsOf(row))}\n`).join('');
  } catch (error) {
    throw new DatasetError(
      `${name}: not readable as Parquet (${(error as Error).message}).`,
      'Write it again with the columns that lexatlas export --format parquet has.',
    );
  }
}

/** Rows are made as the file claims them, whether it holds them or not: 195 bytes can ask for all memory. Five times the codings that exports were tried with. */
const MOST_ROWS = 5_000_000;

/** Our own record where the file keeps it, with what the other columns say on top, for a script may have changed them. */
function fieldsOf(row: Readonly<Record<string, unknown>>): object {
  const { record, start, end, instrument, citation, exact, ...told } = row;
  return {
    ...kept(record, told),
    instrument,
    provision: citation ?? told.eId,
    span: start === null || start === undefined ? null : { start: Number(start), end: Number(end) },
    quote: typeof exact === 'string' ? { exact, prefix: '', suffix: '' } : null,
  };
}
