import { describe, expect, it } from 'vitest';
import { families } from '../../src/align/index.js';
import { build } from './build.js';

const PORTS =
  'Each member of this league shall keep its ports open to the barges of the other members and shall levy on them no toll that its own barges do not pay.';
const GRAIN =
  'The members shall meet every spring in order to weigh the grain of the year, and whoever brought too little of it shall bring the rest before the autumn fair.';
const pact = (id: string, made: string | null, ...texts: readonly string[]) =>
  build(
    id,
    texts.map((text) => ({ heading: 'Rule', text })),
    { made, kind: 'agreement' },
  ).instrument;
const ALL = [
  pact('tr/3', '2008-05-01', PORTS.replace('barges', 'boats'), GRAIN),
  pact('tr/1', '1991-01-01', PORTS, 'Short.'),
  pact('tr/2', '1997-01-01', `${PORTS} A member may close a port while it dredges it.`),
  pact('tr/4', null, PORTS),
];

describe('families', () => {
  const found = families(ALL);

  it('takes the earliest text for the template and tells how it spread', () => {
    expect(found).toHaveLength(1);
    expect(found[0]?.template.ref).toEqual({ instrument: 'tr/1', eId: 'art_1' });
    expect(found[0]?.members.map((m) => m.ref.instrument)).toEqual(['tr/1', 'tr/2', 'tr/3', 'tr/4']);
    expect(found[0]?.instruments).toBe(4);
    expect(found[0]?.spread).toEqual([
      { year: 1991, instruments: 1, total: 1 },
      { year: 1997, instruments: 1, total: 2 },
      { year: 2008, instruments: 1, total: 3 },
    ]);
  });

  it('is the same in whatever order the instruments come', () => {
    expect(families([...ALL].reverse())).toEqual(found);
  });

  it('leaves out what is not asked for, stubs, and clauses that stand alone', () => {
    expect(families(ALL, { takes: (ref) => ref.instrument !== 'tr/1' })[0]?.template.ref.instrument).toBe('tr/2');
    expect(families(ALL, { threshold: 0.999 }).map((f) => f.members.map((m) => m.ref.instrument))).toEqual([
      ['tr/1', 'tr/4'],
    ]);
    expect(families([])).toEqual([]);
  });
});
