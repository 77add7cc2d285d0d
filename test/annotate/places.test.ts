import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exemplar } from '../../scripts/training/exemplars.js';
import { PLACE_SIGNS, placesOf } from '../../src/annotate/ranker/places.js';
import { readableUnits } from '../../src/annotate/units.js';

/** Two articles; the first has a paragraph with two points. */
const { instrument } = exemplar(
  'exemplar/places',
  '# Imitation: a law\nkind: act\n\n### One\nWhoever exports shall\n- ask;\n- tell.\n### Two\nNo fee is due.\nNor a stamp.\n',
);
const units = readableUnits(instrument);
const signs = (odds: readonly (readonly number[])[], i: number, c: number): Record<string, number> => {
  const rated = units.map(({ provision }, u) => ({ provision, odds: Float64Array.from(odds[u] ?? []) }));
  const out = new Float64Array(PLACE_SIGNS.length);
  placesOf(instrument, rated, 2)(i, c, out);
  return Object.fromEntries(PLACE_SIGNS.map((name, s) => [name, out[s] ?? 0]));
};

describe('the place of a claim', () => {
  it('is told from its article, its neighbours and its law', () => {
    expect(units.length).toBe(5);
    const odds = [
      [-1, 0],
      [3, -2],
      [2, 1],
      [1, -8],
      [-5, -8],
    ];
    expect(signs(odds, 1, 0)).toMatchObject({
      odds: 3,
      'others of the article': 2,
      'mean of the article': 4 / 3,
      'unit above': -1,
      'units below': -8,
      'unit before': -1,
      'unit after': 2,
      'rank in the law': 0,
      'behind the best of the law': 0,
      'units of the article': 3,
      'rival code': -2,
    });
    expect(signs(odds, 0, 0)).toMatchObject({ 'units below': 3, 'unit above': -8, 'others of the article': 3 });
    expect(signs(odds, 3, 0)['rank in the law']).toBeCloseTo(Math.log1p(1), 9);
    expect(signs(odds, 4, 1)['unit after']).toBe(-8);
  });

  it('is the same as a plain reading of the definitions gives, whatever the odds', () => {
    const odd = fc.double({ min: -12, max: 12, noNaN: true });
    const table = fc.array(fc.tuple(odd, odd), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.nat(4), fc.nat(1), (odds, i, c) => {
        const cut = (o: number): number => Math.max(-8, Math.min(8, o));
        const at = (u: number): number => cut(odds[u]?.[c] ?? -8);
        const articles = [
          [0, 1, 2],
          [3, 4],
        ];
        const mine = articles.find((a) => a.includes(i)) ?? [];
        const others = mine.filter((u) => u !== i).map(at);
        const best = articles.map((a) => Math.max(...a.map(at)));
        const found = signs(odds, i, c);
        expect(found['others of the article']).toBeCloseTo(Math.max(...others), 9);
        expect(found['mean of the article']).toBeCloseTo(mine.map(at).reduce((a, b) => a + b, 0) / mine.length, 9);
        expect(found['rank in the law']).toBeCloseTo(Math.log1p(best.filter((b) => b > at(i)).length), 9);
        expect(found['behind the best of the law']).toBeCloseTo(Math.max(...best) - at(i), 9);
        expect(found['rival code']).toBeCloseTo(cut(odds[i]?.[1 - c] ?? -8), 9);
      }),
    );
  });
});
