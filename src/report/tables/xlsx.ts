import { workbookOf } from '../../text/workbook/write.js';
import type { Table } from './tables.js';

/** Returns the tables as an XLSX workbook, a sheet each; a figure that is missing says that it cannot be compared. */
export function xlsxOf(tables: readonly Table[]): Promise<Uint8Array> {
  return workbookOf(
    tables.map(({ name, columns, rows }) => ({
      ...{ name, columns, wide: ['words', 'reason'] },
      rows: rows.map((row) => row.map((c) => (c === null ? 'not comparable' : c))),
    })),
  );
}
