import { describe, expect, it } from 'vitest';
import { compareRuns, evaluate, readGold } from '../../src/publish/index.js';
import { code, coded, instrument } from './build.js';

const law = instrument('xx/a', [
  ['1', 'A carrier keeps records. It tells the office.'],
  ['2', 'Data may leave.'],
  ['3', 'Fines follow.'],
]);
const header = 'instrument,provision,code,modality,force,note\n';
const gold = readGold(
  `${header}xx/a,1(1),standards.security,obligation,hard,"keeps, records"\nxx/a,2(1),transfer.general,permission,hard,\nxx/a,3(9),remedies.fine,,,\nyy/b,1,transfer.general,,,\n`,
  'gold.csv',
);

describe('evaluation against gold', () => {
  const found = evaluate(gold, [
    coded(law, [code(law, '1(2)', 'standards.security'), code(law, '2(1)', 'transfer.exception', 0.7)]),
  ]);
  const figure = (level: string, subject: string) =>
    found.figures.find((f) => f.level === level && f.subject === subject);

  it('rolls provisions up to their article, and is strict at the smallest unit', () => {
    expect(figure('article', 'all')).toMatchObject({
      gold: 3,
      coded: 2,
      both: 1,
      precision: 0.5,
      recall: 1 / 3,
      f1: 0.4,
    });
    expect(figure('smallest', 'all')).toMatchObject({ both: 0, f1: 0 });
    expect(figure('article', 'standards.security')).toMatchObject({ precision: 1, recall: 1, f1: 1 });
    expect(figure('article', 'transfer')).toMatchObject({ gold: 1, coded: 1, both: 0 });
    expect(figure('article', 'remedies.fine')).toMatchObject({ precision: null, recall: 0 });
  });

  it('names the errors with what stands there instead', () => {
    expect(found.errors).toEqual([
      {
        kind: 'wrong',
        instrument: 'xx/a',
        provision: '2(1)',
        code: 'transfer.exception',
        confidence: 0.7,
        instead: ['transfer.general'],
      },
      {
        kind: 'missed',
        instrument: 'xx/a',
        provision: '2(1)',
        code: 'transfer.general',
        confidence: null,
        instead: ['transfer.exception'],
      },
      { kind: 'missed', instrument: 'xx/a', provision: '3(9)', code: 'remedies.fine', confidence: null, instead: [] },
    ]);
  });

  it('counts what was taken for what', () => {
    expect(found.confusions).toEqual([{ gold: 'transfer.general', given: 'transfer.exception', articles: 1 }]);
  });

  it('gives figures by language, and intervals over articles where there are few instruments', () => {
    expect(figure('article', 'en')).toMatchObject({ by: 'language', gold: 3, coded: 2, both: 1, over: 'articles' });
    const { low, high, f1 } = figure('article', 'all') ?? {};
    expect(low).toBeLessThanOrEqual(f1 ?? Number.NaN);
    expect(high).toBeGreaterThanOrEqual(f1 ?? Number.NaN);
  });

  it('compares two runs on the same draws: the same run twice has changed by nothing', () => {
    const runs = [code(law, '1(1)', 'standards.security'), code(law, '2(1)', 'transfer.general')].map((c) => [
      coded(law, [c]),
    ]);
    const [first = [], second = []] = runs;
    const none = compareRuns(gold, first, first).figures[0];
    expect(none).toMatchObject({ change: 0, low: 0, high: 0 });
    const { mended, fresh, missing } = compareRuns(gold, first, second);
    expect(mended.map((e) => e.provision)).toEqual(['2(1)']);
    expect(fresh.map((e) => e.provision)).toEqual(['1(1)']);
    expect(missing).toEqual(['yy/b']);
  });

  it('tells instruments that were not read from codes that were missed', () => {
    expect(found.missing).toEqual(['yy/b']);
    expect(evaluate(gold, [coded(law, [])]).figures[0]).toMatchObject({
      gold: 3,
      coded: 0,
      precision: null,
      recall: 0,
    });
    expect(evaluate([], []).figures.every((f) => f.f1 === null)).toBe(true);
  });
});

describe('reading gold', () => {
  it.each([
    ['instrument,provision\nxx/a,1\n', "gold.csv:1: the column 'code' is missing.", /first line/],
    [`${header}xx/a,,transfer.general,,,\n`, 'gold.csv:2: the provision is empty.', /delete the line/],
    [`${header}xx/a,1,transfer.general,,,\n"broken\n`, 'gold.csv:3: not readable as CSV', /quotes/],
  ])('names file, line and mend: %j', (text, message, mend) => {
    expect(() => readGold(text, 'gold.csv')).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message), mend: expect.stringMatching(mend) }),
    );
  });
});
