import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { recordOf } from '../annotations/record.js';
import type { Writer } from '../dataset.js';

const PATH = 'annotations.parquet';
/** Rows of a row group: enough to compress well, few enough to hold in memory. */
const GROUP_ROWS = 4_000;

/** Column, type, and the value of a record; `record` keeps the whole annotation as JSON, so that nothing is lost. */
const COLUMNS: readonly (readonly [
  name: string,
  type: 'STRING' | 'INT32' | 'DOUBLE',
  of: (r: Row) => string | number | null,
])[] = [
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

interface Row {
  readonly record: ReturnType<typeof recordOf>;
  readonly json: string;
}

/** Apache Parquet, one annotation a row, written a row group at a time. Lossless. */
export const parquet: Writer = function* (dataset, { text }) {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: columnsOf([]) }),
    createdBy: 'lexatlas',
  });
  let rows: Row[] = [];
  for (const { instrument, annotations } of dataset.coded())
    for (const a of annotations) {
      rows.push({ record: recordOf(instrument, a, text), json: JSON.stringify(a) });
      if (rows.length < GROUP_ROWS) continue;
      writer.write({ columnData: columnsOf(rows), rowGroupSize: GROUP_ROWS });
      rows = [];
      yield { path: PATH, content: taken(bytes) };
    }
  if (rows.length > 0) writer.write({ columnData: columnsOf(rows), rowGroupSize: GROUP_ROWS });
  writer.finish();
  yield { path: PATH, content: taken(bytes) };
};

function columnsOf(
  rows: readonly Row[],
): { name: string; type: 'STRING' | 'INT32' | 'DOUBLE'; data: (string | number | null)[] }[] {
  return COLUMNS.map(([name, type, of]) => ({ name, type, data: rows.map(of) }));
}

/** What was written since the last call; the writer goes on counting from there. */
function taken(bytes: ByteWriter): Uint8Array {
  const chunk = bytes.getBytes().slice();
  bytes.index = 0;
  return chunk;
}
