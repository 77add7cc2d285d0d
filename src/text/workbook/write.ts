import { PassThrough, type Writable } from 'node:stream';
import { harmless } from './harmless.js';

/** One sheet: names of columns, then rows; null leaves a cell empty. Rows are read one at a time. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly (string | number | null)[]>;
  /** Columns of running text, which are given room. */
  readonly wide: readonly string[];
}

export interface WorkbookOptions {
  /** Told what a sheet cannot hold. */
  readonly note: (message: string) => void;
}

/** Excel refuses longer cells. */
const LONGEST_CELL = 32_767;
/** Excel refuses taller sheets, header included. */
const TALLEST_SHEET = 1_048_576;
/** Characters that XML 1.0 leaves out and spreadsheets therefore refuse: controls, lone surrogates, non-characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
/** After so many rows the compressor is waited for, so that rows do not heap up before it. */
const ROWS_AT_ONCE = 500;
const NOTHING = Buffer.alloc(0);
/** The first day that zip can tell, in local time, as its dates are. */
const FIRST_DAY = new Date(1980, 0, 1);

/** An XLSX workbook as one array: see `workbookChunks`. */
export async function workbookOf(
  sheets: readonly Sheet[],
  options: Partial<WorkbookOptions> = {},
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of workbookChunks(sheets, options)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/**
 * Yields an XLSX workbook, a sheet each, header frozen and filterable, in chunks to be written one after another; the same sheets give
 * the same bytes. Rows are read, compressed and handed on as they come: memory holds a few of them, however many there are.
 */
export async function* workbookChunks(
  sheets: readonly Sheet[],
  options: Partial<WorkbookOptions> = {},
): AsyncIterable<Uint8Array> {
  const note = options.note ?? (() => undefined);
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  // Loaded when it is needed: it takes a third of a second.
  const { default: excel } = await import('exceljs');
  const writer = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  writer.creator = 'lexatlas';
  // A fixed date: the content says which study it is, and a clock would change the bytes.
  writer.created = new Date(0);
  writer.modified = new Date(0);
  dateEntries(writer);
  for (const { name, columns, rows, wide } of sheets) {
    const sheet = writer.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
    sheet.columns = columns.map((c) => ({ width: wide.includes(c) ? 80 : Math.max(12, c.length + 2) }));
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, columns.length) } };
    const head = sheet.addRow([...columns]);
    head.font = { bold: true };
    head.commit();
    let count = 1;
    let cut = 0;
    for (const row of rows) {
      count += 1;
      if (count > TALLEST_SHEET) continue;
      cut += row.filter((c) => typeof c === 'string' && c.length > LONGEST_CELL).length;
      sheet.addRow(row.map((c) => (typeof c === 'string' ? cellText(c) : c))).commit();
      if (count % ROWS_AT_ONCE === 0) {
        await drained(sheet);
        yield* chunks.splice(0);
      }
    }
    if (count > TALLEST_SHEET)
      note(`${count - TALLEST_SHEET} rows of ${name} are left out: a sheet holds ${TALLEST_SHEET - 1} at most.`);
    if (cut > 0) note(`${cut} cells of ${name} are cut: a cell holds ${LONGEST_CELL} characters at most.`);
    sheet.commit();
  }
  await writer.commit();
  yield* chunks;
}

/**
 * Dates every entry of the archive to the first day that zip can tell, so that equal content is equal bytes: exceljs would take the
 * clock. Its archiver is no part of its contract. @throws where it is not found.
 */
function dateEntries(writer: object): void {
  const { zip } = writer as { readonly zip?: { append?(source: unknown, entry: object): unknown } };
  const append = zip?.append?.bind(zip);
  if (zip === undefined || append === undefined)
    throw new Error('This exceljs has no archiver to be dated: take the version of package-lock.json (npm ci).');
  zip.append = (source, entry) => append(source, { ...entry, date: FIRST_DAY });
}

/**
 * Waits until the compressor has taken what the sheet has written: exceljs itself writes on, whatever has heaped up (a million rows came
 * to 1.2 GB). What it writes into is no part of its contract; where it is not found, the compressor is given one turn, as it used to be.
 */
async function drained(sheet: object): Promise<void> {
  await new Promise(setImmediate);
  const { stream } = sheet as { readonly stream?: { readonly pipes?: readonly Writable[] } };
  // What is written last is taken last: an empty write is answered when all before it is gone.
  for (const pipe of stream?.pipes ?? [])
    await new Promise<void>((resolve) => {
      pipe.write(NOTHING, () => resolve());
    });
}

function cellText(text: string): string {
  return harmless(text.replace(UNPRINTABLE, (c) => ('\t\n\r'.includes(c) ? c : '\ufffd'))).slice(0, LONGEST_CELL);
}
