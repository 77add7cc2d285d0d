import type {
  Alignment,
  ClauseAnnotation,
  Codebook,
  CodedInstrument,
  Divergence,
  Instrument,
  Study,
} from '../model/index.js';

/** What an export is made from. Instruments come one at a time, so that a study larger than memory can be written. */
export interface Dataset {
  readonly codebook: Codebook;
  /** Every instrument that was read, with what it was coded with; asked anew for each pass. */
  readonly coded: () => Iterable<CodedInstrument>;
  /**
   * All that people coded and ruled out in an instrument, also where one person's coding stands in the place of another's; absent where
   * `coded` gives all of it. Agreement is measured on this.
   */
  readonly byHand?: (instrument: string) => readonly ClauseAnnotation[];
  /** One instrument by its id; null where the dataset has none of that name. */
  readonly instrument: (id: string) => Instrument | null;
  /** Pairs of provisions, in the order of the study. */
  readonly alignments: () => Iterable<Alignment>;
  /** How far sides diverge, in the order of the study. */
  readonly divergences: () => Iterable<Divergence>;
}

/** A stretch of a file: pieces of one path follow each other and are to be appended. Text is UTF-8. */
export interface Piece {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Whether the words of the law go along: always, never, or where the licence of the text lets them. */
export type TextPolicy = 'licensed' | 'always' | 'never';

/** A file of a dataset that has been written. */
export interface ExportedFile {
  readonly path: string;
  readonly sha256: string;
  /** Its size. */
  readonly bytes: number;
  readonly format: string;
}

/** What Parquet can be parted by: a folder a value, as Hive names them. */
export const PARTITION_KEYS = ['jurisdiction', 'code', 'kind', 'language', 'year'] as const;
/** One of `PARTITION_KEYS`. */
export type PartitionKey = (typeof PARTITION_KEYS)[number];

/** What whoever publishes a dataset says of it; null and empty where nothing is said. */
export interface About {
  /** Where it is to be found: a page or a DOI, as a URL. */
  readonly url: string | null;
  /** The licence of the annotations, by preference the URL of a known one. */
  readonly licence: string | null;
  /** Whom to cite, by name. */
  readonly creators: readonly string[];
}

/** What goes along with the annotations, and who is told what is lost. */
export interface ExportOptions {
  readonly text: TextPolicy;
  /** ISO 8601 day on which the export is made; null leaves it out, so that the bytes depend on the study alone. */
  readonly madeOn: string | null;
  /** Files that the data card is to describe: path in the dataset, sha256, format as `export` names it. */
  readonly files: readonly ExportedFile[];
  /** What the data card is to say of who publishes the dataset, where, and under which licence. */
  readonly about: About;
  /** By what the dataset was narrowed, in words; null for the whole study. */
  readonly selection: string | null;
  /** What Parquet files are parted by, one folder a value; null for a single file. */
  readonly partitionBy: PartitionKey | null;
  /** Told what a format cannot carry, in one sentence each. */
  readonly note: (message: string) => void;
}

/** Writes one format, piece by piece. */
export type Writer = (dataset: Dataset, options: ExportOptions) => Iterable<Piece>;

/** A dataset of a study that is in memory. */
export function datasetOf(study: Pick<Study, 'codebook' | 'coded' | 'alignments' | 'divergences'>): Dataset {
  const byId = new Map(study.coded.map(({ instrument }) => [instrument.metadata.id, instrument]));
  return {
    codebook: study.codebook,
    coded: () => study.coded,
    instrument: (id) => byId.get(id) ?? null,
    alignments: () => study.alignments,
    divergences: () => study.divergences,
  };
}
