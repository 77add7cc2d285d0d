import { harmless } from '../../text/workbook/harmless.js';
import type { Cell, Table } from './tables.js';

/** Returns a table as CSV (RFC 4180 quoting, LF, header first); null becomes an empty cell. */
export function csvOf({ columns, rows }: Table): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

function cell(value: Cell): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
