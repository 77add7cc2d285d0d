import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement, type Coding, docket, type GoldRow, readGold } from '../../src/publish/index.js';

const row = (provision: string, code: string, modality = 'obligation', instrument = 'xx/a'): GoldRow => ({
  ...{ instrument, provision, code, modality },
  ...{ force: 'hard', note: null, rejects: false },
});
const coding = (coder: string, ...rows: GoldRow[]): Coding => ({ coder, rows });
const a = coding(
  'ada',
  row('1', 'transfer.general'),
  row('2', 'remedies.fine'),
  row('3', 'remedies.fine'),
  row('9', 'x.y', 'right', 'only/left'),
);
const b = coding(
  'ben',
  row('1', 'transfer.general', 'prohibition'),
  row('2', 'transfer.general'),
  row('3', 'remedies.fine'),
);
const many = (coder: string, skip: number): Coding =>
  coding(
    coder,
    ...Array.from({ length: 30 }, (_, i) => row(String(i), i % skip === 0 ? 'remedies.fine' : 'transfer.general')),
  );

describe('agreement of codings', () => {
  it('counts decisions by code and instrument, and lists each disagreement with who said what', () => {
    const { figures, disagreements, unshared } = agreement([a, b]);
    expect(unshared).toEqual(['only/left']);
    expect(figures.map((f) => f.subject)).toEqual([
      'all',
      'remedies.fine',
      'transfer.general',
      'xx/a',
      'modality',
      'force',
    ]);
    expect(figures.find((f) => f.subject === 'transfer.general')).toMatchObject({ units: 3, every: 1, some: 1 });
    expect(figures.find((f) => f.subject === 'modality')).toMatchObject({ units: 2, every: 1, some: 1 });
    expect(disagreements).toEqual([
      {
        ...{ instrument: 'xx/a', provision: '2', code: 'remedies.fine' },
        yes: ['ada'],
        no: ['ben'],
        instead: ['transfer.general'],
      },
      {
        ...{ instrument: 'xx/a', provision: '2', code: 'transfer.general' },
        yes: ['ben'],
        no: ['ada'],
        instead: ['remedies.fine'],
      },
    ]);
  });

  it('takes more than two coders', () => {
    const { figures, disagreements } = agreement([many('ada', 2), many('ben', 2), many('cem', 3)]);
    expect(figures[0]).toMatchObject({ units: 60, every: 15, some: 30 });
    expect(figures[0]?.fleiss).not.toBeNull();
    expect(disagreements[0]).toMatchObject({ yes: expect.arrayContaining(['ada', 'ben']), no: ['cem'] });
  });

  it('gives an interval that holds the figure, the same for the same seed', () => {
    const pair = [many('ada', 2), many('ben', 3)];
    const first = agreement(pair, { seed: 1 }).figures[0];
    expect(first?.low).toBeLessThan(first?.alpha ?? Number.NaN);
    expect(first?.high).toBeGreaterThan(first?.alpha ?? Number.NaN);
    expect(agreement(pair, { seed: 1 }).figures[0]).toEqual(first);
    expect(agreement(pair, { draws: 0 }).figures[0]).toMatchObject({ low: null, high: null, alpha: first?.alpha });
  });

  it('rises when the provisions that nobody coded are known', () => {
    const alpha = (read?: { instrument: string; provision: string }[]): number =>
      agreement([a, b], read === undefined ? {} : { read }).figures[0]?.alpha ?? Number.NaN;
    const read = Array.from({ length: 40 }, (_, i) => ({ instrument: 'xx/a', provision: String(i + 1) }));
    expect(alpha(read)).toBeGreaterThan(alpha());
  });

  it('is 1 for the same coding twice and empty for none', () => {
    expect(agreement([b, { ...b, coder: 'ben again' }]).figures[0]).toMatchObject({ alpha: 1, kappa: 1, fleiss: 1 });
    expect(agreement([coding('ada'), coding('ben')]).figures[0]).toMatchObject({ units: 0, alpha: null, kappa: null });
  });

  it('counts a row that rules a code out as a no', () => {
    const ruledOut = coding('cem', { ...row('2', 'transfer.general'), rejects: true }, row('2', 'remedies.fine'));
    const { disagreements } = agreement([ruledOut, coding('ada', row('2', 'remedies.fine'))]);
    expect(disagreements).toEqual([]);
  });
});

describe('what is left to decide', () => {
  it('parts what all gave alike from what differs, in code, modality or force', () => {
    const { settled, questions } = docket([a, b]);
    expect(settled.map((r) => [r.provision, r.code])).toEqual([['3', 'remedies.fine']]);
    expect(questions.map((q) => [q.provision, q.code])).toEqual([
      ['1', 'transfer.general'],
      ['2', 'remedies.fine'],
      ['2', 'transfer.general'],
    ]);
    expect(questions[1]?.answers.map((x) => x.row?.code ?? null)).toEqual(['remedies.fine', null]);
  });

  it('neither loses nor repeats a decision, whatever two coders gave', () => {
    const rows = fc.array(
      fc.record({
        provision: fc.constantFrom('1', '2', '3'),
        code: fc.constantFrom('a.b', 'c.d'),
        rejects: fc.boolean(),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(rows, rows, (mine, theirs) => {
        const of = (list: readonly { provision: string; code: string; rejects: boolean }[]): GoldRow[] =>
          list.map((r) => ({ ...row(r.provision, r.code), rejects: r.rejects }));
        const { settled, questions } = docket([coding('ada', ...of(mine)), coding('ben', ...of(theirs))]);
        const names = [...settled, ...questions].map((r) => `${r.provision} ${r.code}`);
        expect(names.sort()).toEqual([...new Set([...mine, ...theirs].map((r) => `${r.provision} ${r.code}`))].sort());
      }),
    );
  });
});

it('reads a verdict of no, and refuses a word that is none', () => {
  const csv = (verdict: string) => `instrument,provision,code,verdict\nxx/a,1,a.b,${verdict}\n`;
  expect(readGold(csv('no'), 'g.csv')[0]?.rejects).toBe(true);
  expect(readGold(csv(''), 'g.csv')[0]?.rejects).toBe(false);
  expect(() => readGold(csv('maybe'), 'g.csv')).toThrow("g.csv:2: the verdict is 'maybe'.");
});
