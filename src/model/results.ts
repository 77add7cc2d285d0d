import type { Study } from './study.js';

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
