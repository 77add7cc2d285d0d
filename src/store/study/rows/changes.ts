import type { RowDelta } from '../../../model/index.js';
import { sealed } from '../../seal.js';

/** A row to be written: its place, and what it says where it is not a row that was held already. */
export interface ChangedRow<T> {
  readonly place: number;
  /** Where an equal row was; -1 where there was none. */
  readonly was: number;
  readonly row: T | null;
}

/** The rows of a delta that do not stay as they are. */
export function changedRows<T>({ before, fresh }: RowDelta<T>): ChangedRow<T>[] {
  const changed: ChangedRow<T>[] = [];
  let next = 0;
  for (const [place, was] of before.entries()) {
    if (was === place) continue;
    changed.push({ place, was, row: was < 0 ? (fresh[next++] ?? null) : null });
  }
  return changed;
}

/** What is stored of a changed row; `held` gives what was stored at a place before. @throws Error where nothing was: the delta is of other rows. */
export function storedAs<T>({ was, row }: ChangedRow<T>, held: (place: number) => unknown): string {
  if (row !== null) return sealed(row);
  const before = held(was);
  if (before === undefined) throw new Error('The study does not hold the results since which a comparison told.');
  return String(before);
}
