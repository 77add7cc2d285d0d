import { describe, expect, it } from 'vitest';
import { cohenKappa, fleissKappa, krippendorffAlpha } from '../../src/publish/quality/agreement/reliability.js';
import { spanFigures } from '../../src/publish/quality/agreement/spans.js';
import { type Stretch, unitizedAlpha, unitizedDisagreement } from '../../src/publish/quality/agreement/unitizing.js';

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

/** Each pair of values as often as the table says: rows are the first coder's. */
function pairsOf(table: Readonly<Record<string, readonly number[]>>): (readonly [string, string])[] {
  const values = Object.keys(table);
  return Object.entries(table).flatMap(([a, row]) =>
    row.flatMap((n, i) => Array.from({ length: n }, () => [a, values[i] ?? ''] as const)),
  );
}

describe("Cohen's kappa", () => {
  it('equals the worked example of Cohen (1960), A coefficient of agreement for nominal scales, table 2: 0.492', () => {
    expect(cohenKappa(pairsOf({ 1: [88, 14, 18], 2: [10, 40, 10], 3: [2, 6, 12] }))?.toFixed(3)).toBe('0.492');
  });

  it('equals the worked example of Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, table 18.1: 0.676', () => {
    const table = { psychotic: [75, 1, 4], neurotic: [5, 4, 1], organic: [0, 0, 10] };
    expect(cohenKappa(pairsOf(table))?.toFixed(3)).toBe('0.676');
  });

  it('is null without items', () => {
    expect(cohenKappa([])).toBeNull();
  });
});

describe("Fleiss' kappa", () => {
  /** Ten subjects, fourteen raters, five categories: the worked example of Wikipedia, "Fleiss' kappa". */
  const counts = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];

  it("equals the worked example of Wikipedia, Fleiss' kappa: 0.210", () => {
    const items = counts.map((row) => row.flatMap((n, category) => Array.from({ length: n }, () => String(category))));
    expect(fleissKappa(items)?.toFixed(3)).toBe('0.210');
  });

  it('equals the worked example of Fleiss (1971), Measuring nominal scale agreement among many raters, table 1: 0.430', () => {
    /** Thirty patients, six raters each: how often depression, personality disorder, schizophrenia, neurosis, other. */
    const patients =
      '00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006';
    const items = patients
      .split(' ')
      .map((row) => [...row].flatMap((n, i) => Array.from({ length: Number(n) }, () => String(i))));
    expect(items.map((ratings) => ratings.length)).toEqual(Array.from({ length: 30 }, () => 6));
    expect(fleissKappa(items)?.toFixed(3)).toBe('0.430');
  });

  it('is 1 where all agree, and null without anything to tell apart', () => {
    expect(
      fleissKappa([
        ['a', 'a', 'a'],
        ['b', 'b', 'b'],
      ]),
    ).toBe(1);
    expect(fleissKappa([['a', 'a']])).toBeNull();
    expect(fleissKappa([])).toBeNull();
  });
});

describe("Krippendorff's alpha for unitizing equals the worked example of Krippendorff (2004), Content Analysis, p. 254", () => {
  const unit = (start: number, length: number): Stretch => ({ start, end: start + length });
  const continuum = { start: 150, end: 450 };
  const c = unitizedDisagreement(
    [
      [unit(225, 70), unit(370, 30)],
      [unit(220, 80), unit(355, 20), unit(400, 20)],
    ],
    continuum,
  );
  const k = unitizedDisagreement(
    [
      [unit(180, 60), unit(300, 50)],
      [unit(180, 60), unit(300, 50)],
    ],
    continuum,
  );

  it.each([
    ['category c: observed 0.0144, expected 0.0532', c, '0.0144', '0.0532'],
    ['category k: observed 0, expected 0.0490', k, '0.0000', '0.0490'],
  ])('%s', (_, found, observed, expected) => {
    expect([found.observed.toFixed(4), found.expected.toFixed(4)]).toEqual([observed, expected]);
  });

  it('c 0.7286, k 1.0000, both 0.859', () => {
    expect(unitizedAlpha([c])?.toFixed(4)).toBe('0.7286');
    expect(unitizedAlpha([k])?.toFixed(4)).toBe('1.0000');
    expect(unitizedAlpha([c, k])?.toFixed(3)).toBe('0.859');
  });

  it('is null where nobody marked anything', () => {
    expect(unitizedAlpha([unitizedDisagreement([[], []], continuum)])).toBeNull();
  });
});

describe('F1 over words equals positive agreement in the tables of Cicchetti & Feinstein (1990), High agreement but low kappa: II', () => {
  /** Both yes, only the first, only the second, neither; each a word of a text. */
  it.each([
    ['table A: 0.84', [40, 9, 6, 45], '0.84'],
    ['table B: 0.91', [80, 10, 5, 5], '0.91'],
  ] as const)('%s', (_, [both, first, second, neither], printed) => {
    const word = 'word ';
    const text = word.repeat(both + first + second + neither);
    const span = (from: number, to: number) => ({
      ...{ instrument: 'xx/a', code: 'a.b' },
      ...{ start: from * word.length, end: to * word.length },
    });
    const coders = [[span(0, both + first)], [span(0, both), span(both + first, both + first + second)]];
    const figure = spanFigures(coders, ['a.b'], [{ instrument: 'xx/a', language: 'en', text }]).get('a.b');
    expect(figure?.tokenF1?.toFixed(2)).toBe(printed);
  });
});
