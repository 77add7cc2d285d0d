import type { ClauseAnnotation, Instrument } from '../../model/index.js';
import { byEId } from '../../text/provisions.js';
import { type Sheet, workbookChunks } from '../../text/workbook/write.js';
import { toCsv, withoutHead } from '../csv.js';
import type { Dataset, ExportOptions, Piece, Writer } from '../dataset.js';
import { carriesText } from '../licence.js';

type Cell = string | number | null;

/** Columns of the table of annotations: those of `extract --format csv`, then all that an annotation has besides, so that nothing is lost. */
export const COLUMNS = [
  ...['instrument', 'provision', 'code', 'modality', 'force', 'addressee', 'confidence', 'start', 'end'],
  ...['eId', 'annotator', 'verdict', 'quantities', 'evidence', 'conditions', 'exceptions'],
];

/** CSV, one field a column; lists are JSON. Lossless. */
export const csv: Writer = function* (dataset) {
  yield { path: 'annotations.csv', content: toCsv(COLUMNS, []) };
  for (const { instrument, annotations } of dataset.coded()) {
    const rows = annotations.map((a) => rowOf(instrument, a));
    if (rows.length > 0) yield { path: 'annotations.csv', content: withoutHead(toCsv(COLUMNS, rows)) };
  }
};

/** A sheet of annotations with the words of each, where they may go along, and a sheet of instruments. Lossless. */
export async function* xlsx(dataset: Dataset, { text, note }: ExportOptions): AsyncIterable<Piece> {
  const annotations: Sheet = {
    name: 'annotations',
    columns: [...COLUMNS, 'words'],
    wide: ['words'],
    rows: (function* () {
      for (const { instrument, annotations: list } of dataset.coded())
        for (const a of list) {
          const words = instrument.text.slice(a.span.start, a.span.end);
          yield [...rowOf(instrument, a), carriesText(instrument.metadata, text) ? words.slice(0, SHOWN) : null];
        }
    })(),
  };
  const instruments: Sheet = {
    name: 'instruments',
    columns: ['instrument', 'title', 'kind', 'jurisdictions', 'language', 'made', 'status', 'source', 'licence'],
    wide: ['title'],
    rows: (function* () {
      for (const { instrument } of dataset.coded()) {
        const { id, title, kind, jurisdictions, language, made, status, source, licence } = instrument.metadata;
        yield [id, title, kind, jurisdictions.join(' '), language, made, status, source, licence];
      }
    })(),
  };
  for await (const content of workbookChunks([annotations, instruments], { note }))
    yield { path: 'annotations.xlsx', content };
}

/** Words of a long provision are for reading along; start and end say where the rest stands. */
const SHOWN = 2000;

function rowOf(instrument: Instrument, a: ClauseAnnotation): Cell[] {
  const list = (value: readonly unknown[] | undefined): string | null =>
    value === undefined ? null : JSON.stringify(value);
  return [
    ...[instrument.metadata.id, byEId(instrument).get(a.provision.eId)?.citation ?? a.provision.eId],
    ...[a.code, a.modality, a.force, a.addressee, a.confidence, a.span.start, a.span.end],
    ...[a.provision.eId, a.annotator, a.rejects === true ? 'no' : 'yes'],
    ...[list(a.quantities), list(a.evidence), list(a.conditions), list(a.exceptions)],
  ];
}
