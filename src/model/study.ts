import type { Alignment, Concordance } from './alignment.js';
import type { CodedInstrument } from './annotation.js';
import type { Codebook } from './codebook.js';
import type { Diagnostic } from './diagnostic.js';
import type { Divergence, Position, Tension } from './divergence.js';

/** Everything one run produced: the envelope that reports and exports are functions of. */
export interface Study {
  readonly codebook: Codebook;
  /** Only instruments with annotations need carry their text here; see `catalogue` for the rest. */
  readonly coded: readonly CodedInstrument[];
  readonly alignments: readonly Alignment[];
  readonly concordances: readonly Concordance[];
  readonly positions: readonly Position[];
  readonly divergences: readonly Divergence[];
  readonly tensions: readonly Tension[];
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: StudySummary;
}

/** Counts a run ends by printing. */
export interface StudySummary {
  readonly files: number;
  readonly instruments: number;
  readonly jurisdictions: number;
  /** Units of tier `basic`. */
  readonly articles: number;
  readonly provisions: number;
  readonly annotations: number;
  readonly alignments: number;
  readonly divergences: number;
  readonly tensions: number;
}

/** What comparing a whole study gives, each kind in the order in which it is kept. */
export type Results = Pick<Study, 'alignments' | 'concordances' | 'positions' | 'divergences' | 'tensions'>;

/** Rows of one kind, told by what they have in common with the rows of the comparison before. */
export interface RowDelta<T> {
  /** Of each row, in order, the place of an equal one among the rows before; -1 where none of them is equal. */
  readonly before: Int32Array;
  /** The rows with -1, in order. */
  readonly fresh: readonly T[];
}

/** The results of a comparison, told by how they differ from those of another. */
export type ResultDelta = { readonly [Kind in keyof Results]: RowDelta<Results[Kind][number]> } & {
  /** The key of this comparison: it changes with all that the results are made from. */
  readonly key: string;
  /** The key of the comparison that the rows before are of; null where none is equal to any of these. */
  readonly since: string | null;
};
