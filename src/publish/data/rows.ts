import type { recordOf } from '../annotations/record.js';

/** Rows of a row group: enough to compress well, few enough to hold in memory. */
export const GROUP_ROWS = 4_000;

/** One annotation as Parquet holds it. */
export interface Row {
  readonly record: ReturnType<typeof recordOf>;
  readonly json: string;
}

type Column = readonly [name: string, type: 'STRING' | 'INT32' | 'DOUBLE', of: (r: Row) => string | number | null];

/** Column, type, and the value of a record; `record` keeps the whole annotation as JSON, so that nothing is lost. */
export const COLUMNS: readonly Column[] = [
  ['instrument', 'STRING', (r) => r.record.provision.instrument],
  ['eId', 'STRING', (r) => r.record.provision.eId],
  ['citation', 'STRING', (r) => r.record.citation],
  ['code', 'STRING', (r) => r.record.code],
  ['modality', 'STRING', (r) => r.record.modality],
  ['force', 'STRING', (r) => r.record.force],
  ['addressee', 'STRING', (r) => r.record.addressee],
  ['annotator', 'STRING', (r) => r.record.annotator],
  ['confidence', 'DOUBLE', (r) => r.record.confidence],
  ['start', 'INT32', (r) => r.record.span.start],
  ['end', 'INT32', (r) => r.record.span.end],
  ['exact', 'STRING', (r) => r.record.quote?.exact ?? null],
  ['quoteSha256', 'STRING', (r) => r.record.quoteSha256],
  ['record', 'STRING', (r) => r.json],
];

/** The rows column by column, as the Parquet writer takes them. */
export function columnsOf(
  rows: readonly Row[],
  columns: readonly Column[] = COLUMNS,
): { name: string; type: 'STRING' | 'INT32' | 'DOUBLE'; data: (string | number | null)[] }[] {
  return columns.map(([name, type, of]) => ({ name, type, data: rows.map(of) }));
}
