import { brat } from './annotations/brat.js';
import { conll } from './annotations/conll.js';
import { doccano } from './annotations/doccano.js';
import { jsonl } from './annotations/jsonl.js';
import { labelStudio } from './annotations/labelstudio.js';
import { csv, xlsx } from './annotations/table.js';
import { webAnnotation } from './annotations/webannotation.js';
import { xmi } from './annotations/xmi.js';
import { card } from './data/card.js';
import { alignments, divergence, pairs } from './data/pairs.js';
import { parquet } from './data/parquet.js';
import type { Dataset, ExportOptions, Piece, Writer } from './dataset.js';
import { akomaNtoso } from './documents/akomantoso.js';
import { bibtex, csl } from './documents/citations.js';
import { skos } from './documents/skos.js';
import { tei } from './documents/tei.js';

const WRITERS = {
  csv,
  jsonl,
  parquet,
  webannotation: webAnnotation,
  akn: akomaNtoso,
  xmi,
  brat,
  labelstudio: labelStudio,
  doccano,
  conll,
  tei,
  skos,
  csl,
  bibtex,
  pairs,
  alignments,
  divergence,
  card,
} as const satisfies Readonly<Record<string, Writer>>;

/** Formats that are written piece by piece. */
export type PieceFormat = keyof typeof WRITERS;
/** Every format that `exportPieces` writes. */
export type ExportFormat = PieceFormat | 'xlsx';

/** The formats, in the order in which help lists them. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  'csv',
  'xlsx',
  ...(Object.keys(WRITERS) as PieceFormat[]).filter((f) => f !== 'csv'),
];

/** Words go along where licences let them, no date goes in, and what is lost goes unsaid. */
const DEFAULTS: ExportOptions = {
  text: 'licensed',
  madeOn: null,
  files: [],
  about: { url: null, licence: null, creators: [] },
  selection: null,
  partitionBy: null,
  note: () => undefined,
};

/**
 * Returns the dataset in one format, piece by piece: consecutive pieces of a path are one file. An empty dataset gives
 * files without rows. Nothing is read before it is asked for, so that a study of any size streams to disk.
 */
export function exportAs(dataset: Dataset, format: PieceFormat, options: Partial<ExportOptions> = {}): Iterable<Piece> {
  const all = { ...DEFAULTS, ...options };
  return WRITERS[format](POSITIVE_ONLY.has(format) ? withoutRulings(dataset, all) : dataset, all);
}

/** Formats in which every coding says that a code is there; what a person ruled out would be read as the opposite. */
const POSITIVE_ONLY: ReadonlySet<PieceFormat> = new Set(['akn', 'tei', 'doccano', 'conll']);

function withoutRulings(dataset: Dataset, { note }: ExportOptions): Dataset {
  return {
    ...dataset,
    coded: function* () {
      let left = 0;
      for (const { instrument, annotations } of dataset.coded()) {
        const kept = annotations.filter((a) => a.rejects !== true);
        left += annotations.length - kept.length;
        yield { instrument, annotations: kept };
      }
      if (left > 0)
        note(`${left} rulings that a code is absent are left out: this format cannot say so; csv and jsonl can.`);
    },
  };
}

/** As `exportAs`, of any format, workbooks among them. */
export async function* exportPieces(
  dataset: Dataset,
  format: ExportFormat,
  options: Partial<ExportOptions> = {},
): AsyncIterable<Piece> {
  if (format === 'xlsx') yield* xlsx(dataset, { ...DEFAULTS, ...options });
  else yield* exportAs(dataset, format, options);
}
