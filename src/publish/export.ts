import { brat } from './annotations/brat.js';
import { conll } from './annotations/conll.js';
import { doccano } from './annotations/doccano.js';
import { jsonl } from './annotations/jsonl.js';
import { labelStudio } from './annotations/labelstudio.js';
import { csv } from './annotations/table.js';
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

export type ExportFormat = keyof typeof WRITERS;

/** The formats, in the order in which help lists them. */
export const EXPORT_FORMATS = Object.keys(WRITERS) as readonly ExportFormat[];

/** Words go along where licences let them, no date goes in, and what is lost goes unsaid. */
const DEFAULTS: ExportOptions = { text: 'licensed', madeOn: null, note: () => undefined };

/**
 * Returns the dataset in one format, piece by piece: consecutive pieces of a path are one file. An empty dataset gives
 * files without rows. Nothing is read before it is asked for, so that a study of any size streams to disk.
 */
export function exportAs(
  dataset: Dataset,
  format: ExportFormat,
  options: Partial<ExportOptions> = {},
): Iterable<Piece> {
  return WRITERS[format](dataset, { ...DEFAULTS, ...options });
}
