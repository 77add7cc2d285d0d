import { describe, expect, it } from 'vitest';
import { blend, mean, thematicDistance } from '../../src/score/divergence/divergences.js';
import { days, gower, quantityDistance } from '../../src/score/divergence/gower.js';
import { marksOf, profileOf } from '../../src/score/divergence/profile.js';
import { regimes, type ScoreInput, score } from '../../src/score/index.js';
import { build } from '../align/build.js';
import { input, law, pole, treaty } from './build.js';

describe('distances by hand', () => {
  const one = (modality: string, force: string) =>
    build('aa/x', [{ heading: 'h', text: 't', codes: [`c:${modality}:${force}`] }]).annotations.map((a) =>
      marksOf(a, { givesAuthorityAPart: false, triggers: [] }),
    );
  it('Gower: modality differs, force differs, addressee equal: 2/3', () => {
    expect(gower(profileOf(one('obligation', 'hard')), profileOf(one('right', 'soft')), null)).toBeCloseTo(2 / 3);
  });
  it('Gower takes a quantity as a fourth part', () => {
    expect(gower(profileOf(one('obligation', 'hard')), profileOf(one('right', 'hard')), 0.5)).toBeCloseTo(1.5 / 4);
  });
  it('quantities: 72 hours against 6 days is half', () => {
    const q = (unit: string) => [{ kind: 'duration' as const, value: 0, unit, span: { start: 0, end: 1 } }];
    expect(days('PT72H')).toBe(3);
    expect(quantityDistance(q('PT72H'), q('P6D'))).toBeCloseTo(0.5);
    expect(quantityDistance(q('PT72H'), [])).toBeNull();
  });
  it('thematic: hard/soft is half, joint absence and missing coverage say nothing', () => {
    expect(thematicDistance(1, 0.5)).toBe(0.5);
    expect(thematicDistance(0, 1)).toBe(1);
    expect(thematicDistance(0, 0)).toBeNaN();
    expect(thematicDistance(Number.NaN, 1)).toBeNaN();
    expect(mean([1, 0, Number.NaN], { id: 's', kind: 'all', codes: [0, 1, 2], weights: [1, 3, 9] })).toBe(0.25);
  });
  it('a part without a figure leaves its weight to the others', () => {
    expect(blend(0.5, Number.NaN, Number.NaN, { thematic: 0.6, elemental: 0.4, textual: 0 })).toBe(0.5);
    expect(blend(0.5, 1, Number.NaN, { thematic: 0.6, elemental: 0.4, textual: 0 })).toBeCloseTo(0.7);
  });
});

describe('score', () => {
  const a = law('aa/law', ['transfer.general', 'transfer.adequacy:permission', 'remedies.judicial:right']);
  const twin = law('bb/law', ['transfer.general', 'transfer.adequacy:permission', 'remedies.judicial:right']);
  const c = law('cc/law', ['localization.storage', 'transfer.general:prohibition:soft']);

  it('finds no divergence between equal laws and some between others', () => {
    const of = (l: string, r: string) =>
      score(input([a, twin, c])).divergences.find((d) => d.left === l && d.right === r && d.scope === 'all');
    expect(of('aa/law', 'bb/law')).toMatchObject({ thematic: 0, elemental: 0, total: 0 });
    expect(of('aa/law', 'cc/law')?.total).toBeGreaterThan(0.5);
  });

  it('stays in [0,1] with the figure inside its interval, the same in either order, on every scope', () => {
    const forth = score(input([a, c])).divergences;
    expect(score(input([c, a])).divergences).toEqual(forth);
    for (const d of forth) {
      for (const x of [d.thematic, d.elemental, d.textual, d.total, d.low, d.high])
        if (x !== null) expect(x >= 0 && x <= 1).toBe(true);
      if (d.total !== null) expect((d.low ?? 1) <= d.total && d.total <= (d.high ?? 0)).toBe(true);
    }
    expect(forth.map((d) => d.scope)).toContain('adequacy');
  });

  it('calls a silent trade agreement not covered for its parties, and absent in itself', () => {
    const t = treaty('tr/1', ['TR'], ['transfer.free-flow']);
    const at = (side: string, codeId: string, between: ScoreInput['between']) =>
      score(input([a, t], { between })).positions.find((p) => p.side === side && p.code === codeId)?.stance;
    expect(at('TR', 'remedies.judicial', 'jurisdictions')).toBe('not-covered');
    expect(at('TR', 'localization.ban', 'jurisdictions')).toBe('absent');
    expect(at('AA', 'localization.storage', 'jurisdictions')).toBe('absent');
    expect(at('AA', 'localization.ban', 'jurisdictions')).toBe('not-covered');
    expect(at('tr/1', 'remedies.judicial', 'instruments')).toBe('absent');
    expect(at('aa/law', 'localization.ban', 'instruments')).toBe('absent');
  });

  it('widens the interval where coverage is missing and never reads it as agreement', () => {
    const partial = { ...c.instrument.metadata, completeness: 'first chapter only' };
    const whole = score(input([a, c])).divergences.find((d) => d.scope === 'all');
    const less = score(input([a, { ...c, instrument: { ...c.instrument, metadata: partial } }])).divergences.find(
      (d) => d.scope === 'all',
    );
    expect(less?.coverage).toBeLessThan(whole?.coverage ?? 0);
    expect((less?.high ?? 0) - (less?.low ?? 0)).toBeGreaterThan((whole?.high ?? 0) - (whole?.low ?? 0));
  });

  it('lets union law hold for a member by date', () => {
    const eu = build('eu/reg', [{ heading: 'h', text: 't', codes: ['transfer.adequacy:permission'] }], {
      jurisdictions: ['EU'],
      kind: 'regulation',
    });
    const gb = law('gb/act', ['remedies.judicial:right']);
    const stance = (asOf: string) =>
      score(input([eu, gb], { between: 'jurisdictions', asOf })).positions.find(
        (p) => p.side === 'GB' && p.code === 'transfer.adequacy',
      )?.stance;
    expect(stance('2019-06-01')).toBe('hard');
    expect(stance('2021-06-01')).toBe('absent');
  });

  it('finds a law against its own commitment, with the exception that may reconcile them', () => {
    const ban = treaty(
      'tr/1',
      ['CC', 'DD'],
      ['localization.ban:prohibition', 'transfer.free-flow', 'transfer.exception:permission'],
    );
    const { tensions } = score(input([c, ban, a]));
    expect(tensions.map((t) => t.type)).toEqual([
      'localization-v-ban',
      'localization-v-free-flow',
      'restriction-v-free-flow',
    ]);
    expect(tensions[0]).toMatchObject({ parties: ['CC'], reconciledBy: { instrument: 'tr/1', eId: 'art_3' } });
  });

  it('finds compelled access against blocking of another jurisdiction only', () => {
    const us = law('us/act', ['jurisdiction.compelled-access']);
    const state = build('us-ca/act', [{ heading: 'h', text: 't', codes: ['jurisdiction.blocking:prohibition'] }], {
      jurisdictions: ['US-CA'],
    });
    const cn = law('cn/act', ['jurisdiction.blocking:prohibition']);
    const { tensions } = score(input([us, state, cn]));
    expect(tensions.map((t) => `${t.left.instrument} ${t.right.instrument} ${t.parties.join('+')}`)).toEqual([
      'us/act cn/act CN+US',
    ]);
  });

  it('repeats itself byte for byte and moves only intervals with the seed', () => {
    expect(JSON.stringify(score(input([a, c])))).toBe(JSON.stringify(score(input([a, c]))));
    const other = score(input([a, c], { seed: 99 })).divergences;
    expect(other.map((d) => d.total)).toEqual(score(input([a, c])).divergences.map((d) => d.total));
  });

  it('tells the nearest archetype', () => {
    const { divergences } = score(
      input([
        a,
        pole('archetype/adequacy', ['transfer.general', 'transfer.adequacy:permission']),
        pole('archetype/local', ['localization.storage']),
      ]),
    );
    expect(
      regimes(divergences)
        .filter((r) => r.isNearest)
        .map((r) => `${r.side} ${r.archetype}`),
    ).toEqual(['aa/law archetype/adequacy']);
  });
});
