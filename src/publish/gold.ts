import { parse } from 'csv-parse/sync';

/** One line of a coding by hand: that a provision carries a code. Null where the file has no such column or an empty cell. */
export interface GoldRow {
  readonly instrument: string;
  /** Pinpoint citation: `46(2)(c)`. */
  readonly provision: string;
  readonly code: string;
  readonly modality: string | null;
  readonly force: string | null;
  readonly note: string | null;
  /** True where `verdict` is `no`: the code was looked for and is not there, which an unlabelled provision does not say. */
  readonly rejects: boolean;
}

/** A dataset that cannot be read: the message names file and line, `mend` what to do. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  constructor(
    message: string,
    readonly mend: string,
  ) {
    super(message);
  }
}

/** A record of a CSV with the line it starts on (1-based, the header being line 1). */
export interface CsvRecord {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

const NEEDED = ['instrument', 'provision', 'code'] as const;

/**
 * Returns the rows of a coding file (`instrument,provision,code[,modality,force,note,verdict]`, further columns ignored).
 * A file with a header alone gives []. `name` is the path as the user typed it.
 * @throws DatasetError naming file, line and mend where a column or a value is missing.
 */
export function readGold(csvText: string, name: string): GoldRow[] {
  return readCsv(csvText, name, NEEDED).flatMap(({ line, cells }) => {
    // A row of a task sheet that the coder left open says nothing.
    if (cells.task !== undefined && cells.code === '') return [];
    const value = (column: string): string => {
      const cell = cells[column] ?? '';
      if (cell !== '') return cell;
      throw new DatasetError(`${name}:${line}: the ${column} is empty.`, `Fill in the ${column} or delete the line.`);
    };
    const optional = (column: string): string | null => (cells[column] ?? '') || null;
    return {
      instrument: value('instrument'),
      provision: value('provision'),
      code: value('code'),
      modality: optional('modality'),
      force: optional('force'),
      note: optional('note'),
      rejects: verdictOf(cells.verdict ?? '', `${name}:${line}`),
    };
  });
}

function verdictOf(cell: string, place: string): boolean {
  if (['', 'yes', 'no'].includes(cell)) return cell === 'no';
  throw new DatasetError(`${place}: the verdict is '${cell}'.`, 'Write yes, no, or leave the cell empty (yes).');
}

/**
 * Returns the records of a CSV text, cells trimmed, by column name. A record that is broken is told to `skip`, and the others are read.
 * @throws DatasetError for a missing column, and, where there is no `skip`, for a broken record.
 */
export function readCsv(
  csvText: string,
  name: string,
  needed: readonly string[],
  skip: ((line: number, fault: string, mend: string) => void) | null = null,
): CsvRecord[] {
  let header: readonly string[] = [];
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(csvText, {
      bom: true,
      trim: true,
      info: true,
      skip_empty_lines: true,
      skip_records_with_error: skip !== null,
      on_skip: (error) => {
        if (error !== undefined && skip !== null) skip(lineOf(error), brokenAs(error), BROKEN_CSV);
      },
      columns: (names: string[]) => {
        header = names;
        return names;
      },
    }) as unknown as typeof records;
  } catch (error) {
    throw new DatasetError(`${name}:${lineOf(error)}: ${brokenAs(error)}`, BROKEN_CSV);
  }
  const missing = needed.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new DatasetError(
      `${name}:1: the column ${missing.map((m) => `'${m}'`).join(', ')} is missing.`,
      `The first line must name the columns ${needed.join(',')}.`,
    );
  return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
}

const BROKEN_CSV = 'Check the quotes and the number of cells of this line; save as CSV in UTF-8 with commas.';
const brokenAs = (error: unknown): string => `not readable as CSV (${(error as Error).message}).`;
const lineOf = (error: unknown): number => (error as { lines?: number }).lines ?? 1;
