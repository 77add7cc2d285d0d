import { describe, expect, it } from 'vitest';
import { grow } from '../../scripts/training/learn/trees.js';
import { SIGNS } from '../../src/annotate/ranker/signs.js';
import { judged, moved } from '../../src/annotate/ranker/trees.js';

const CLAIMS = 2000;
const even = (i: number): boolean => i % 2 === 0;
const low = (i: number): boolean => i % 10 < 5;
/** Right exactly where one of two signs holds and the other does not: no sum of weights can say that. */
const either = {
  columns: [
    Float64Array.from({ length: CLAIMS }, (_, i) => (even(i) ? 1 : 0)),
    Float64Array.from({ length: CLAIMS }, (_, i) => (low(i) ? 1 : 0)),
    Float64Array.from({ length: CLAIMS }, (_, i) => (i * 7919) % 101),
  ],
  isRight: Uint8Array.from({ length: CLAIMS }, (_, i) => (even(i) === low(i) ? 0 : 1)),
};

describe('boosted trees', () => {
  const trees = grow(either, 1);

  it.each([
    [0, 0, false],
    [1, 0, true],
    [0, 1, true],
    [1, 1, false],
  ])('learn that of two signs one and only one makes a claim right: %i and %i → %s', (a, b, isRight) => {
    expect(judged(trees, Float64Array.of(a, b, 50)) > 0).toBe(isRight);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(grow(either, 1)).toEqual(trees);
    expect(grow(either, 2)).not.toEqual(trees);
  });

  it('tell how far each sign moved them: with where the trees start, the shares add up to the judgement', () => {
    const signs = Float64Array.of(1, 0, 50);
    const start = trees.reduce((sum, t) => sum + (t.mean[0] ?? t.leaf[0] ?? 0), 0);
    const shares = moved(trees, signs);
    expect(start + shares.reduce((a, b) => a + b, 0)).toBeCloseTo(judged(trees, signs), 6);
    expect(Math.abs(shares[2] ?? 9)).toBeLessThan(Math.abs(shares[0] ?? 0) + Math.abs(shares[1] ?? 0));
  });

  it('say nothing where there is nothing to learn from', () => {
    const none = grow({ columns: [new Float64Array(0)], isRight: new Uint8Array(0) }, 1);
    expect(judged(none, Float64Array.of(1))).toBe(0);
  });

  it('have a name for every sign, each once', () => {
    expect(new Set(SIGNS).size).toBe(SIGNS.length);
  });
});
