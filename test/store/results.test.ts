import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alignment, Concordance, Divergence, Position, Results, Tension } from '../../src/model/index.js';
import { allFresh, KnownRows, resultsOf } from '../../src/pipeline/index.js';
import { openStudy, type StudyStore } from '../../src/store/index.js';
import { temporaryFolder } from './build.js';

/** Figures in which nothing but names and one number differ: what a row says besides does not matter here. */
const alignment = (n: number): Alignment =>
  ({
    left: { instrument: `xx/${n}`, eId: 'art_1' },
    right: { instrument: 'yy/1', eId: 'art_2' },
    score: n / 16,
  }) as Alignment;
const concordance = (n: number): Concordance => ({ code: `code-${n % 3}`, rows: [n] }) as unknown as Concordance;
const position = (n: number): Position => ({ side: `S${n}`, code: 'a', confidence: n / 16 }) as unknown as Position;
const divergence = (n: number): Divergence =>
  ({ scope: `scope-${n % 2}`, left: 'A', total: n / 16 }) as unknown as Divergence;
const tension = (n: number): Tension => ({ reason: `reason ${n}`, reconciledBy: null }) as unknown as Tension;

/** Tables have a code each; of the others two rows may say the same. */
const results = (numbers: readonly number[]): Results => ({
  alignments: numbers.map(alignment),
  concordances: [...new Map(numbers.map((n) => [n % 3, concordance(n)])).values()],
  positions: numbers.map(position),
  divergences: numbers.map(divergence),
  tensions: numbers.map(tension),
});

const heldIn = (store: StudyStore): Results => {
  const { key, ...held } = store.heldResults();
  expect(key).toBe(store.stageKey('compare', 'study'));
  return held;
};

describe.each(['better-sqlite3', 'node-sqlite3-wasm'] as const)('results kept with %s', (driver) => {
  it('of one comparison after the other, told by what differs, are those that were told in full', () => {
    const [store, fresh] = [0, 1].map(() => openStudy(temporaryFolder(), 'write', driver)) as [StudyStore, StudyStore];
    const numbers = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 9 });
    fc.assert(
      fc.property(numbers, numbers, (first, second) => {
        const before = new KnownRows(null, null);
        store.putResults(before.delta(results(first), 'first'));
        expect(heldIn(store)).toEqual(results(first));
        const known = new KnownRows(before.toBytes(), store.stageKey('compare', 'study'));
        const delta = known.delta(results(second), 'second');
        expect(delta.since).toBe('first');
        expect(resultsOf(delta, heldIn(store))).toEqual(results(second));
        store.putResults(delta);
        expect(heldIn(store)).toEqual(results(second));
        fresh.putResults(allFresh(results(second), 'second'));
        expect(store.divergences()).toEqual(fresh.divergences());
        expect(store.concordances()).toEqual(fresh.concordances());
      }),
      { seed: 11, numRuns: driver === 'better-sqlite3' ? 120 : 20 },
    );
    store.close();
    fresh.close();
  });

  it('are told in full where the study holds those of another comparison, and refused where they are told since another', () => {
    const store = openStudy(temporaryFolder(), 'write', driver);
    const before = new KnownRows(null, null);
    store.putResults(before.delta(results([1, 2]), 'first'));
    store.putResults(allFresh(results([3]), 'other'));
    const known = new KnownRows(before.toBytes(), store.stageKey('compare', 'study'));
    expect(known.delta(results([1, 2]), 'second')).toMatchObject({
      since: null,
      tensions: { before: new Int32Array([-1, -1]) },
    });
    const stale = new KnownRows(before.toBytes(), 'first').delta(results([1, 4]), 'second');
    expect(() => store.putResults(stale)).toThrow(/another comparison/);
    expect(heldIn(store)).toEqual(results([3]));
    store.close();
  });
});

describe('what is known of rows', () => {
  const known = (before: Results): KnownRows => {
    const rows = new KnownRows(null, null);
    rows.delta(before, 'k');
    return new KnownRows(rows.toBytes(), 'k');
  };
  const tensions = (...reasons: unknown[]): Results => ({
    ...results([]),
    tensions: reasons.map((reason) => ({ reason }) as unknown as Tension),
  });

  it('tells apart all that JSON tells apart', () => {
    const values = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const { before } = known(tensions(a)).delta(tensions(b), 'l').tensions;
        // JSON has one zero for two.
        const text = (value: unknown): string => JSON.stringify(value, (_, v) => (Object.is(v, -0) ? '-0' : v));
        expect(before[0] === 0).toBe(text(a) === text(b));
      }),
      { seed: 5, numRuns: 2_000 },
    );
  });

  it.each([
    ['', null],
    ['1', 1],
    [[], {}],
    [[['a'], 'b'], [['a', 'b']]],
    ['ab', 'ba'],
    ['a', 'a\u0000'],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [0.1 + 0.2, 0.3],
    [true, 'true'],
  ])('tells %j from %j', (a, b) => {
    expect([...known(tensions(a)).delta(tensions(b), 'l').tensions.before]).toEqual([-1]);
    expect([...known(tensions(a)).delta(tensions(a), 'l').tensions.before]).toEqual([0]);
  });

  it('finds rows at other places, and sends no more than those that are new', () => {
    const { before, fresh } = known(results([1, 2, 3])).delta(results([5, 1, 2, 3]), 'l').positions;
    expect([[...before], fresh]).toEqual([[-1, 0, 1, 2], [position(5)]]);
  });
});
