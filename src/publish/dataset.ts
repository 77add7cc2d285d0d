import type { Alignment, ClauseAnnotation, Codebook, CodedInstrument, Divergence, Study } from '../model/index.js';

/** What an export is made from. Instruments come one at a time, so that a study larger than memory can be written. */
export interface Dataset {
  readonly codebook: Codebook;
  readonly coded: () => Iterable<CodedInstrument>;
  readonly alignments: () => Iterable<Alignment>;
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
  readonly format: string;
}

export const PARTITION_KEYS = ['jurisdiction', 'code', 'kind', 'language', 'year'] as const;
export type PartitionKey = (typeof PARTITION_KEYS)[number];

export interface ExportOptions {
  readonly text: TextPolicy;
  /** ISO 8601 day on which the export is made; null leaves it out, so that the bytes depend on the study alone. */
  readonly madeOn: string | null;
  /** Files that the data card is to describe: path in the dataset, sha256, format as `export` names it. */
  readonly files: readonly ExportedFile[];
  /** What Parquet files are parted by, one folder a value; null for a single file. */
  readonly partitionBy: PartitionKey | null;
  /** Told what a format cannot carry, in one sentence each. */
  readonly note: (message: string) => void;
}

/** Writes one format, piece by piece. */
export type Writer = (dataset: Dataset, options: ExportOptions) => Iterable<Piece>;

/** Which annotations are wanted; an empty list does not narrow. */
export interface Filter {
  readonly instruments: readonly string[];
  /** Codes, or families, which take in their codes. */
  readonly codes: readonly string[];
  readonly jurisdictions: readonly string[];
  readonly annotators: readonly string[];
}

/** A dataset of a study that is in memory. */
export function datasetOf(study: Pick<Study, 'codebook' | 'coded' | 'alignments' | 'divergences'>): Dataset {
  return {
    codebook: study.codebook,
    coded: () => study.coded,
    alignments: () => study.alignments,
    divergences: () => study.divergences,
  };
}

/** The same dataset with the wanted annotations only; an instrument that was searched and has none of them stays, empty. */
export function narrow(dataset: Dataset, filter: Filter): Dataset {
  const has = (list: readonly string[], value: string): boolean => list.length === 0 || list.includes(value);
  const isWanted = (a: ClauseAnnotation): boolean =>
    has(filter.annotators, a.annotator) &&
    (filter.codes.length === 0 || filter.codes.some((c) => a.code === c || a.code.startsWith(`${c}.`)));
  return {
    ...dataset,
    coded: function* () {
      for (const one of dataset.coded()) {
        const { id, jurisdictions } = one.instrument.metadata;
        const isHere = filter.jurisdictions.length === 0 || filter.jurisdictions.some((j) => jurisdictions.includes(j));
        if (has(filter.instruments, id) && isHere)
          yield { instrument: one.instrument, annotations: one.annotations.filter(isWanted) };
      }
    },
  };
}
