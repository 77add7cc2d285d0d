import ExcelJS from 'exceljs';
import { harmless } from './csv.js';
import type { Table } from './tables.js';
import { withFixedTimes } from './zip.js';

/** Excel refuses longer cells. */
const LONGEST_CELL = 32_767;
/** Excel refuses taller sheets, header included. */
const TALLEST_SHEET = 1_048_576;
/** Characters that XML 1.0 leaves out and spreadsheets therefore refuse: controls, lone surrogates, non-characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Returns the tables as an XLSX workbook, a sheet each, header frozen and filterable; the same tables give the same bytes. */
export async function xlsxOf(tables: readonly Table[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'lexatlas';
  // A fixed date: the content says which study it is, and a clock would change the bytes.
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  for (const table of tables) {
    const sheet = workbook.addWorksheet(table.name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
    sheet.addRow([...table.columns]).font = { bold: true };
    for (const row of table.rows.slice(0, TALLEST_SHEET - 1))
      sheet.addRow(row.map((c) => (c === null ? 'not comparable' : typeof c === 'number' ? c : cellText(c))));
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: table.columns.length } };
    table.columns.forEach((name, i) => {
      sheet.getColumn(i + 1).width = name === 'words' || name === 'reason' ? 80 : Math.max(12, name.length + 2);
    });
  }
  return withFixedTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function cellText(text: string): string {
  return harmless(text.replace(UNPRINTABLE, (c) => ('\t\n\r'.includes(c) ? c : '\ufffd'))).slice(0, LONGEST_CELL);
}
