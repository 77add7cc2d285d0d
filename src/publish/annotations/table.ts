import { byEId } from '../../text/provisions.js';
import { toCsv } from '../csv.js';
import type { Writer } from '../dataset.js';

/** Columns of the table of annotations: the contract of `extract --format csv`. */
export const COLUMNS = [
  'instrument',
  'provision',
  'code',
  'modality',
  'force',
  'addressee',
  'confidence',
  'start',
  'end',
];

/** CSV, one field a column. Evidence and quantities have no column; JSON Lines carries them. */
export const csv: Writer = function* (dataset) {
  yield { path: 'annotations.csv', content: toCsv(COLUMNS, []) };
  for (const { instrument, annotations } of dataset.coded()) {
    const provisions = byEId(instrument);
    const rows = annotations.map((a) => [
      instrument.metadata.id,
      provisions.get(a.provision.eId)?.citation ?? a.provision.eId,
      ...[a.code, a.modality, a.force, a.addressee, a.confidence, a.span.start, a.span.end],
    ]);
    if (rows.length > 0) yield { path: 'annotations.csv', content: withoutHead(toCsv(COLUMNS, rows)) };
  }
};

const withoutHead = (csvText: string): string => csvText.slice(csvText.indexOf('\n') + 1);
