import { describe, expect, it } from 'vitest';
import {
  distances,
  gaps,
  leanings,
  positions,
  readWeights,
  regimeMap,
  sensitivity,
  series,
} from '../../src/score/index.js';
import { scale } from '../../src/score/regimes/scaling.js';
import { codebook, input, law, pole, treaty } from './build.js';

const ADEQUACY = [
  'transfer.general:prohibition',
  'transfer.adequacy:permission',
  'remedies.judicial:right',
  'cooperation.authority',
];
const LOCAL = ['localization.storage', 'transfer.authorisation', 'jurisdiction.blocking:prohibition'];

describe('gaps', () => {
  const mine = law('sg/act', ['transfer.general:prohibition:soft', 'localization.storage', 'remedies.judicial:right']);
  const bench = law('eu/reg', ADEQUACY, { jurisdictions: ['EU'] });
  const report = gaps(input([mine, bench]), 'SG', 'eu/reg', 'all');

  it('tells what is lacking, softer, the same and beyond, with the provisions', () => {
    const kinds = Object.fromEntries(report.gaps.map((g) => [g.code, g.kind]));
    expect(kinds).toEqual({
      'transfer.general': 'softer',
      'transfer.adequacy': 'lacks',
      'localization.storage': 'beyond',
      'remedies.judicial': 'same',
      'cooperation.authority': 'lacks',
    });
    const lacking = report.gaps.find((g) => g.code === 'transfer.adequacy');
    expect(lacking?.benchmark).toEqual([{ instrument: 'eu/reg', eId: 'art_2' }]);
    expect(lacking).toMatchObject({ nearest: { instrument: 'sg/act', eId: 'art_1' }, nearestBy: 'family' });
  });

  it('reckons each change anew: the best one closes what it says', () => {
    const [best] = report.changes;
    expect(best).toBeDefined();
    const changed = law('sg/act', [
      'transfer.general:prohibition:soft',
      'localization.storage',
      'remedies.judicial:right',
      'cooperation.authority',
    ]);
    expect(best).toMatchObject({ code: 'cooperation.authority', act: 'adopt' });
    const [after] = distances(input([changed, bench]), [['sg/act', 'eu/reg']], 'all');
    expect(best?.after).toBeCloseTo(after ?? -1, 5);
    expect((best?.after ?? 0) + (best?.closes ?? 0)).toBeCloseTo(report.total ?? -1, 5);
  });

  it('walks down to nothing when every change is taken', () => {
    const steps = report.path.map((c) => c.after);
    expect([...steps].sort((a, b) => b - a)).toEqual(steps);
    expect(steps.at(-1)).toBe(0);
  });

  it('calls no absence a lack where nothing was read, and names a side it has not', () => {
    const partial = law('sg/act', ['remedies.judicial:right'], { completeness: 'one chapter only' });
    const kinds = gaps(input([partial, bench]), 'SG', 'eu/reg', 'transfer').gaps.map((g) => g.kind);
    expect(new Set(kinds)).toEqual(new Set(['not-covered']));
    expect(() => gaps(input([mine, bench]), 'KR', 'eu/reg', 'all')).toThrow("no coded law of 'KR'");
  });
});

describe('positions', () => {
  it('keep absent, not covered and not in force apart', () => {
    const late = law('aa/late', ['remedies.judicial:right'], { inForce: '2022-01-01' });
    const now = law('aa/now', ['transfer.general'], { inForce: '2010-01-01' });
    const pact = treaty('tr/1', ['AA', 'BB'], ['transfer.free-flow'], { inForce: '2015-01-01' });
    const at = (side: string, code: string, asOf: string) =>
      positions(input([late, now, pact], { between: 'jurisdictions', asOf })).find(
        (p) => p.side === side && p.code === code,
      );
    expect(at('AA', 'remedies.judicial', '2020-01-01')).toMatchObject({
      stance: 'not-in-force',
      provisions: [{ instrument: 'aa/late', eId: 'art_1' }],
    });
    expect(at('AA', 'remedies.judicial', '2022-01-01')?.stance).toBe('hard');
    expect(at('AA', 'localization.storage', '2020-01-01')?.stance).toBe('absent');
    expect(at('BB', 'localization.storage', '2020-01-01')?.stance).toBe('not-covered');
    expect(at('BB', 'transfer.free-flow', '2014-12-31')?.stance).toBe('not-in-force');
  });

  it('take from a treaty only what binds its parties as such', () => {
    const pact = treaty('tr/1', ['AA', 'BB'], ['remedies.judicial', 'localization.ban:prohibition']);
    const stances = positions(input([pact], { between: 'jurisdictions' })).filter((p) => p.side === 'AA');
    expect(stances.find((p) => p.code === 'remedies.judicial')?.stance).toBe('not-covered');
    expect(stances.find((p) => p.code === 'localization.ban')?.stance).toBe('hard');
  });
});

describe('regimes', () => {
  const poles = [pole('archetype/adequacy', ADEQUACY), pole('archetype/localization', LOCAL)];
  const coded = [
    law('aa/x', ADEQUACY),
    law('bb/x', [...ADEQUACY, 'standards.security']),
    law('cc/x', LOCAL),
    law('dd/x', [...LOCAL, 'standards.security']),
    ...poles,
  ];

  it('tell the path of each side, how surely and how purely', () => {
    const first = leanings(input(coded), 'all', []).filter((r) => r.rank === 1);
    expect(first.map((r) => `${r.side} ${r.archetype}`)).toEqual([
      'aa/x archetype/adequacy',
      'bb/x archetype/adequacy',
      'cc/x archetype/localization',
      'dd/x archetype/localization',
    ]);
    expect(first[0]).toMatchObject({ distance: 0, purity: 1 });
    expect(first.every((r) => r.support > 0.9)).toBe(true);
  });

  it('group sides that are alike, stably, and lay them out', () => {
    const map = regimeMap(input(coded), 'all', ['aa/x', 'bb/x', 'cc/x', 'dd/x']);
    expect(map.clusters.map((c) => c.members)).toEqual([
      ['aa/x', 'bb/x'],
      ['cc/x', 'dd/x'],
    ]);
    expect(map.clusters.every((c) => c.stability > 0.75)).toBe(true);
    expect(map.points.map((p) => p.cluster)).toEqual([1, 1, 2, 2]);
    expect(regimeMap(input(coded), 'all', ['aa/x', 'bb/x', 'cc/x', 'dd/x'])).toEqual(map);
  });

  it('map points of a plane without stress', () => {
    const places = [
      [0, 0],
      [3, 0],
      [3, 4],
      [0, 1],
    ] as const;
    const matrix = places.map(([x, y]) => places.map(([u, v]) => Math.hypot(x - u, y - v)));
    const { points, stress, explained } = scale(matrix);
    expect(stress).toBeLessThan(1e-6);
    expect(explained).toBeCloseTo(1);
    points.forEach(([x, y], i) => {
      points.forEach(([u, v], j) => {
        expect(Math.hypot(x - u, y - v)).toBeCloseTo(matrix[i]?.[j] ?? -1, 5);
      });
    });
  });
});

describe('a series', () => {
  it('falls when a jurisdiction takes on the law of the others, by the day it is in force', () => {
    const old = law('bb/old', LOCAL, { inForce: '1995-01-01', repealed: '2005-06-01' });
    const fresh = law('bb/new', ADEQUACY, { inForce: '2005-06-01' });
    const other = law('aa/x', ADEQUACY, { inForce: '1995-01-01' });
    const { points, trend } = series(
      input([old, fresh, other]),
      'all',
      { sides: ['AA', 'BB'], treaties: false },
      [1994, 2000, 2004, 2005, 2010],
    );
    expect(points.map((p) => [p.year, p.pairs])).toEqual([
      [1994, 0],
      [2000, 1],
      [2004, 1],
      [2005, 1],
      [2010, 1],
    ]);
    expect(points[2]?.mean).toBeGreaterThan(0.5);
    expect(points[3]).toMatchObject({ mean: 0 });
    expect(points[3]?.likeForLike).toBeCloseTo(-(points[2]?.mean ?? 0), 5);
    expect(trend.verdict).toBe('converging');
  });

  it('follows treaties, and says when the years are too few', () => {
    const pacts = [1, 2].map((n) =>
      treaty(`tr/${n}`, ['AA', 'BB'], ['transfer.free-flow'], { inForce: `200${n}-01-01` }),
    );
    const { points, trend } = series(input(pacts), 'all', { sides: [], treaties: true }, [2001, 2002]);
    expect(points.map((p) => [p.sides, p.pairs, p.mean])).toEqual([
      [1, 0, null],
      [2, 1, 0],
    ]);
    expect(trend.verdict).toBe('too few years');
  });
});

describe('ranks', () => {
  const coded = [law('aa/x', ADEQUACY), law('bb/x', ADEQUACY), law('cc/x', LOCAL)];

  it('tie what cannot be told apart and part what can', () => {
    const ranked = sensitivity(input(coded, { draws: 100 }), 'all', 'weights');
    expect(ranked.map((r) => [r.left, r.right, r.rank, r.tied])).toEqual([
      ['aa/x', 'cc/x', 1, 2],
      ['bb/x', 'cc/x', 1, 2],
      ['aa/x', 'bb/x', 3, 1],
    ]);
    expect(ranked[2]).toMatchObject({ rankLow: 3, rankHigh: 3 });
  });

  it('take weights by name and refuse what is none', () => {
    expect(readWeights(['transfer=5', 'transfer.adequacy=2', 'textual=0.2'], codebook)).toEqual({
      families: { transfer: 5 },
      codes: { 'transfer.adequacy': 2 },
      parts: { textual: 0.2 },
    });
    expect(() => readWeights(['trade=1'], codebook)).toThrow("no part, family or code 'trade'");
    expect(() => readWeights(['transfer=-1'], codebook)).toThrow('from 0 up');
  });
});
