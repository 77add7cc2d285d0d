import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carry, diff, lineage } from '../../src/align/index.js';
import { jaccard, shingles } from '../../src/align/lineage/shingles.js';
import { build } from './build.js';

const CLAUSE =
  'Each member of this compact shall let its traders send bundles of records over the border where the business of a covered trader needs it.';
const LATER = `${CLAUSE} A member may keep a measure that serves a lawful aim of the commonwealth.`;
const pact = (id: string, made: string, text: string) =>
  build(id, [{ heading: 'Records over the border', text, codes: ['transfer.free-flow'] }], { made, kind: 'agreement' });

describe('diff', () => {
  it('calls a clause that changed its turn moved, not removed and added', () => {
    const found = diff(
      'The keeper tells the person at once. The keeper writes the matter into a book.',
      'The keeper writes the matter into a book. The keeper tells the person at once.',
    );
    expect(found.shared).toBe(1);
    expect(new Set([...found.left, ...found.right].map((p) => p.kind))).toEqual(new Set(['same', 'moved']));
  });

  it('names what only one side says', () => {
    const found = diff('A member shall publish its rules.', 'A member shall promptly publish its rules.');
    expect(found.left.map((p) => p.kind)).toEqual(['same']);
    expect(found.right.filter((p) => p.kind === 'added').map((p) => p.text)).toEqual(['promptly']);
  });

  it('finds a text wholly in itself, and mirrors', () => {
    const words = fc.array(fc.constantFrom('keeper', 'record', 'shall', 'tell', 'the', 'person', 'not'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [x, y] = [a.join(' '), b.join(' ')];
        expect(diff(x, x).shared).toBe(1);
        expect(diff(x, x).left.every((p) => p.kind === 'same')).toBe(true);
        expect(diff(x, y).shared >= 0 && diff(x, y).shared <= 1).toBe(true);
        expect(
          diff(x, y)
            .left.map((p) => p.text)
            .join(' '),
        ).toBe(x);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe('lineage', () => {
  const all = [
    pact('tr/1', '1999-01-01', CLAUSE),
    pact('tr/2', '2005-01-01', LATER),
    pact('tr/3', '2010-01-01', LATER),
  ];
  const of = (at: number) => {
    const instrument = all[at]?.instrument;
    const provision = instrument?.provisions[0];
    if (instrument === undefined || provision === undefined) throw new Error('a pact has an article');
    return lineage(
      instrument,
      provision,
      [...all, pact('tr/9', '2001-01-01', 'Fish of the northern sea are counted twice a year by wardens.')].map(
        (c) => c.instrument,
      ),
    );
  };

  it('names the most alike earlier text as the model', () => {
    expect(of(2).model?.ref.instrument).toBe('tr/2');
    expect(of(2).model?.jaccard).toBe(1);
    expect(of(1).model?.ref.instrument).toBe('tr/1');
    expect(of(0).model).toBeNull();
  });

  it('counts the spread of the family over the years, without strangers', () => {
    expect(of(1).spread).toEqual([
      { year: 1999, instruments: 1, total: 1 },
      { year: 2005, instruments: 1, total: 2 },
      { year: 2010, instruments: 1, total: 3 },
    ]);
  });

  it('measures likeness symmetrically between 0 and 1', () => {
    const text = fc.string({ maxLength: 60 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [shingles(a), shingles(b)];
        expect(jaccard(x, y)).toBe(jaccard(y, x));
        expect(jaccard(x, y) >= 0 && jaccard(x, y) <= 1).toBe(true);
        if (x.length > 0) expect(jaccard(x, x)).toBe(1);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe('carry', () => {
  const rules = [
    { heading: 'Consent', text: 'A keeper asks the person before a record is written.', codes: ['standards.consent'] },
    {
      heading: 'Leaks',
      text: 'A keeper tells the warden of every leak within three days.',
      codes: ['standards.security'],
    },
    { heading: 'Sending abroad', text: 'A record is sent abroad to a safe land alone.', codes: ['transfer.adequacy'] },
    {
      heading: 'Old matter',
      text: 'Stones of the market are washed at dawn by the youngest clerk.',
      codes: ['concepts.actor'],
    },
  ];
  const old = build('aa/old', rules);
  const fates = (now: typeof old) =>
    Object.fromEntries(
      carry(old.instrument, now.instrument, old.annotations).report.map((r) => [r.from, [r.fate, r.to]]),
    );

  it('keeps everything in the same version', () => {
    const now = build('aa/new', rules);
    const carried = carry(old.instrument, now.instrument, old.annotations);
    expect(carried.report.every((r) => r.fate === 'kept')).toBe(true);
    expect(carried.annotations.map((a) => a.span)).toEqual(old.annotations.map((a) => a.span));
    expect(carried.annotations.every((a) => a.provision.instrument === 'aa/new')).toBe(true);
  });

  it('tells moved, reworded, orphaned and ambiguous apart', () => {
    const [consent, leaks, abroad] = rules;
    if (consent === undefined || leaks === undefined || abroad === undefined) throw new Error('three rules are there');
    const now = build('aa/new', [
      { ...consent, text: `${consent.text} Silence is no answer.` },
      { heading: 'Wholly new', text: 'Boats carry a lamp at night.' },
      leaks,
      abroad,
      abroad,
    ]);
    expect(fates(now)).toEqual({
      '1': ['reworded', '1'],
      '2': ['moved', '3'],
      '3': ['ambiguous', null],
      '4': ['orphaned', null],
    });
  });

  it('quotes the same words at the new place', () => {
    const now = build('aa/new', [{ heading: 'First', text: 'Boats carry a lamp at night.' }, ...rules]);
    const carried = carry(old.instrument, now.instrument, old.annotations);
    const quote = (text: string, s: { start: number; end: number }) => text.slice(s.start, s.end);
    expect(carried.annotations.map((a) => quote(now.instrument.text, a.span))).toEqual(
      old.annotations.map((a) => quote(old.instrument.text, a.span)),
    );
  });

  it('says which version an unknown provision belongs to', () => {
    expect(() =>
      carry(
        rulesless.instrument,
        old.instrument,
        old.annotations.map((a) => ({ ...a, provision: { instrument: 'bb/x', eId: 'art_9' } })),
      ),
    ).toThrow(/another version/);
  });
  const rulesless = build('bb/x', []);
});
