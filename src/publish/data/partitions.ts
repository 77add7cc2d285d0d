import { parquetWriteBuffer } from 'hyparquet-writer';
import type { ClauseAnnotation, InstrumentMetadata } from '../../model/index.js';
import { recordOf } from '../annotations/record.js';
import type { Dataset, ExportOptions, PartitionKey, Piece } from '../dataset.js';
import { COLUMNS, columnsOf, GROUP_ROWS, type Row } from './rows.js';

/** Rows in memory at most; then the largest partition is written as one more part. */
const MOST_ROWS = 16 * GROUP_ROWS;
/** What Hive, Spark and DuckDB read as null (Hive's own name for it). */
const NOTHING = '__HIVE_DEFAULT_PARTITION__';
/** An agreement has several parties: a row stands once, and the column `jurisdictions` names them all. */
const SEVERAL = 'several';

/** What the rows are parted by; a year is that of the entry into force, else of the making. */
const VALUES: Readonly<Record<PartitionKey, (m: InstrumentMetadata, a: ClauseAnnotation) => string>> = {
  jurisdiction: ({ jurisdictions }) => (jurisdictions.length > 1 ? SEVERAL : (jurisdictions[0] ?? NOTHING)),
  code: (_, a) => a.code,
  kind: (m) => m.kind,
  language: (m) => m.language,
  year: (m) => (m.inForce ?? m.made)?.slice(0, 4) ?? NOTHING,
};

/**
 * The annotations as whole Parquet files in Hive's folders (`jurisdiction=EU/part-0.parquet`), which DuckDB, Spark and Trino read as one table, opening
 * only the folders that a query needs. The column they are parted by is told by the folder alone.
 */
export function* partitions(dataset: Dataset, { text }: ExportOptions, by: PartitionKey): Iterable<Piece> {
  const jurisdictions = new Map<Row, string>();
  const columns = [
    ...COLUMNS.filter(([name]) => name !== by),
    ['jurisdictions', 'STRING', (r: Row) => jurisdictions.get(r) ?? null] as const,
  ];
  const waiting = new Map<string, Row[]>();
  const parts = new Map<string, number>();
  let held = 0;
  const written = (value: string, rows: readonly Row[]): Piece => {
    const part = parts.get(value) ?? 0;
    parts.set(value, part + 1);
    waiting.delete(value);
    held -= rows.length;
    const bytes = parquetWriteBuffer({ columnData: columnsOf(rows, columns), rowGroupSize: GROUP_ROWS });
    for (const row of rows) jurisdictions.delete(row);
    return { path: `${by}=${encodeURIComponent(value)}/part-${part}.parquet`, content: new Uint8Array(bytes) };
  };
  for (const { instrument, annotations } of dataset.coded()) {
    const { metadata } = instrument;
    for (const a of annotations) {
      const value = VALUES[by](metadata, a);
      const row = { record: recordOf(instrument, a, text), json: JSON.stringify(a) };
      jurisdictions.set(row, metadata.jurisdictions.join(' '));
      const rows = waiting.get(value) ?? [];
      waiting.set(value, rows);
      rows.push(row);
      held += 1;
    }
    while (held > MOST_ROWS) {
      const [largest] = [...waiting].sort(([, a], [, b]) => b.length - a.length);
      if (largest === undefined) break;
      yield written(...largest);
    }
  }
  for (const [value, rows] of [...waiting].sort(([a], [b]) => (a < b ? -1 : 1))) yield written(value, rows);
}
