import { PassThrough } from 'node:stream';
import { harmless } from './harmless.js';
import { withFixedTimes } from './zip.js';

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
/** After so many rows the compressor is let run, so that rows do not heap up before it. */
const ROWS_AT_ONCE = 500;

/**
 * Returns an XLSX workbook, a sheet each, header frozen and filterable; the same sheets give the same bytes. Rows are compressed
 * as they come, so that memory holds the finished archive and little else.
 */
export async function workbookOf(
  sheets: readonly Sheet[],
  options: Partial<WorkbookOptions> = {},
): Promise<Uint8Array> {
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
      if (count % ROWS_AT_ONCE === 0) await new Promise(setImmediate);
    }
    if (count > TALLEST_SHEET)
      note(`${count - TALLEST_SHEET} rows of ${name} are left out: a sheet holds ${TALLEST_SHEET - 1} at most.`);
    if (cut > 0) note(`${cut} cells of ${name} are cut: a cell holds ${LONGEST_CELL} characters at most.`);
    sheet.commit();
  }
  await writer.commit();
  return withFixedTimes(new Uint8Array(Buffer.concat(chunks)));
}

function cellText(text: string): string {
  return harmless(text.replace(UNPRINTABLE, (c) => ('\t\n\r'.includes(c) ? c : '\ufffd'))).slice(0, LONGEST_CELL);
}
