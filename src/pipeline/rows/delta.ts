import type { ResultDelta, Results, RowDelta } from '../../model/index.js';

/** Results, to be held under a key, of which nothing is known to be held already. */
export function allFresh(made: Results, key: string): ResultDelta {
  const fresh = <T>(rows: readonly T[]): RowDelta<T> => ({ before: new Int32Array(rows.length).fill(-1), fresh: rows });
  return {
    key,
    since: null,
    alignments: fresh(made.alignments),
    concordances: fresh(made.concordances),
    positions: fresh(made.positions),
    divergences: fresh(made.divergences),
    tensions: fresh(made.tensions),
  };
}

/** The results that a delta tells of; `held` are those of the comparison since which it tells, which none need be where it tells of all. */
export function resultsOf(delta: ResultDelta, held: Results | null): Results {
  return {
    alignments: rowsOf(delta.alignments, held?.alignments),
    concordances: rowsOf(delta.concordances, held?.concordances),
    positions: rowsOf(delta.positions, held?.positions),
    divergences: rowsOf(delta.divergences, held?.divergences),
    tensions: rowsOf(delta.tensions, held?.tensions),
  };
}

/** @throws RangeError where a row is told of that is not among those before: they are of another comparison. */
function rowsOf<T>({ before, fresh }: RowDelta<T>, held: readonly T[] = []): readonly T[] {
  let next = 0;
  return Array.from(before, (place) => {
    const row = place < 0 ? fresh[next++] : held[place];
    if (row === undefined) throw new RangeError('A delta of results was told of other rows than those that are held.');
    return row;
  });
}
