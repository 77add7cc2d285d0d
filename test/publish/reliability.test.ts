import { describe, expect, it } from 'vitest';
import { agreement, type GoldRow } from '../../src/publish/index.js';
import { cohenKappa, krippendorffAlpha } from '../../src/publish/quality/reliability.js';

/** Rows are coders, columns units; '.' is missing. Returns units. */
function units(...coders: string[]): (string | null)[][] {
  const rows = coders.map((c) => c.split(' ').map((v) => (v === '.' ? null : v)));
  return (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? null));
}

describe("Krippendorff's alpha equals the worked examples of Krippendorff (2011), Computing Krippendorff's Alpha-Reliability", () => {
  it.each([
    ['A: two observers, binary, no missing data', units('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'), 0.095],
    ['B: two observers, nominal', units('a a b b d c c c e d d a', 'b a b b b c c c e d d d'), 0.692],
    [
      'C: four observers, nominal, missing data',
      units('1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .'),
      0.743,
    ],
  ])('%s', (_, data, printed) => {
    expect(krippendorffAlpha(data)?.toFixed(3)).toBe(printed.toFixed(3));
  });

  it('is null where all values are the same, or nothing can be paired', () => {
    expect(krippendorffAlpha(units('1 1', '1 1'))).toBeNull();
    expect(krippendorffAlpha(units('1 .', '. 1'))).toBeNull();
    expect(krippendorffAlpha([])).toBeNull();
  });
});

it("Cohen's kappa equals the worked example of Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, table 18.1: 0.676", () => {
  const cells: [string, string, number][] = [
    ['psychotic', 'psychotic', 75],
    ['psychotic', 'neurotic', 1],
    ['psychotic', 'organic', 4],
    ['neurotic', 'psychotic', 5],
    ['neurotic', 'neurotic', 4],
    ['neurotic', 'organic', 1],
    ['organic', 'organic', 10],
  ];
  const pairs = cells.flatMap(([a, b, n]) => Array.from({ length: n }, () => [a, b] as const));
  expect(cohenKappa(pairs)?.toFixed(3)).toBe('0.676');
  expect(cohenKappa([])).toBeNull();
});

describe('agreement of two codings', () => {
  const row = (provision: string, code: string, modality = 'obligation', instrument = 'xx/a'): GoldRow => ({
    instrument,
    provision,
    code,
    modality,
    force: 'hard',
    note: null,
  });
  const a = [
    row('1', 'transfer.general'),
    row('2', 'remedies.fine'),
    row('3', 'remedies.fine'),
    row('9', 'x.y', 'right', 'only/left'),
  ];
  const b = [row('1', 'transfer.general', 'prohibition'), row('2', 'transfer.general'), row('3', 'remedies.fine')];

  it('counts decisions by code and lists each disagreement with what stands there instead', () => {
    const { figures, disagreements, unshared } = agreement(a, b);
    expect(unshared).toEqual(['only/left']);
    expect(figures.map((f) => f.subject)).toEqual(['all', 'remedies.fine', 'transfer.general', 'modality', 'force']);
    expect(figures.find((f) => f.subject === 'transfer.general')).toMatchObject({
      units: 3,
      both: 1,
      left: 0,
      right: 1,
    });
    expect(figures.find((f) => f.subject === 'modality')).toMatchObject({ units: 2, both: 1 });
    expect(disagreements).toEqual([
      { instrument: 'xx/a', provision: '2', code: 'remedies.fine', by: 'left', other: ['transfer.general'] },
      { instrument: 'xx/a', provision: '2', code: 'transfer.general', by: 'right', other: ['remedies.fine'] },
    ]);
  });

  it('rises when the provisions that both left uncoded are known', () => {
    const alpha = (read?: { instrument: string; provision: string }[]): number =>
      agreement(a, b, read).figures[0]?.alpha ?? Number.NaN;
    const read = Array.from({ length: 40 }, (_, i) => ({ instrument: 'xx/a', provision: String(i + 1) }));
    expect(alpha(read)).toBeGreaterThan(alpha());
  });

  it('is 1 for the same coding twice and empty for none', () => {
    expect(agreement(b, b).figures[0]).toMatchObject({ alpha: 1, kappa: 1 });
    expect(agreement([], []).figures[0]).toMatchObject({ units: 0, alpha: null, kappa: null });
  });
});
