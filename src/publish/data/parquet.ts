import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { recordOf } from '../annotations/record.js';
import type { Writer } from '../dataset.js';
import { partitions } from './partitions.js';
import { columnsOf, GROUP_ROWS, type Row } from './rows.js';

const PATH = 'annotations.parquet';
/** Apache Parquet, one annotation a row, written a row group at a time; or parted by something into files of their own. Lossless. */
export const parquet: Writer = function* (dataset, options) {
  const { text, partitionBy } = options;
  if (partitionBy !== null) return yield* partitions(dataset, options, partitionBy);
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

/** What was written since the last call; the writer goes on counting from there. */
function taken(bytes: ByteWriter): Uint8Array {
  const chunk = bytes.getBytes().slice();
  bytes.index = 0;
  return chunk;
}
