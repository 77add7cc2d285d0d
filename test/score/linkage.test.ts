import fc from 'fast-check';
import { agnes } from 'ml-hclust';
import { describe, expect, it } from 'vitest';
import { averageLinkage } from '../../src/score/regimes/linkage.js';

/** A symmetric matrix of distances with zeros in its diagonal, from its lower half. */
function matrixOf(size: number, half: readonly number[]): number[][] {
  const at = (i: number, j: number): number => half[(i * (i - 1)) / 2 + j] ?? 0;
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (i === j ? 0 : at(Math.max(i, j), Math.min(i, j)))),
  );
}

/** Members and groups in one order, however they were found. */
const sorted = (groups: readonly (readonly number[])[]) =>
  groups.map((g) => [...g].sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

describe('average linkage', () => {
  it('groups what is near, whatever the order', () => {
    const places = [0, 10, 1, 11, 30];
    const distances = places.map((a) => places.map((b) => Math.abs(a - b)));
    expect(sorted(averageLinkage(distances, 3))).toEqual([[0, 2], [1, 3], [4]]);
    expect(sorted(averageLinkage(distances, 2))).toEqual([[0, 1, 2, 3], [4]]);
    expect(averageLinkage(distances, 1)).toHaveLength(1);
    expect(averageLinkage([], 2)).toEqual([]);
  });

  it('gives the groups that ml-hclust gives', () => {
    const some = fc.integer({ min: 2, max: 24 }).chain((size) =>
      fc.tuple(
        fc.constant(size),
        fc.uniqueArray(
          fc.integer({ min: 1, max: 2 ** 30 }).map((n) => n / 2 ** 30),
          {
            minLength: (size * (size - 1)) / 2,
            maxLength: (size * (size - 1)) / 2,
          },
        ),
        fc.integer({ min: 1, max: size }),
      ),
    );
    fc.assert(
      fc.property(some, ([size, half, count]) => {
        const distances = matrixOf(size, half);
        const theirs = agnes(
          distances.map((row) => [...row]),
          { method: 'average', isDistanceMatrix: true },
        )
          .group(count)
          .children.map((node) => node.indices());
        expect(sorted(averageLinkage(distances, count))).toEqual(sorted(theirs));
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
