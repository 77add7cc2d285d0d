import { expect, it } from 'vitest';
import type { Provision } from '../../src/model/index.js';
import { wholeUnits } from '../../src/report/atlas.js';
import { titleOf } from '../../src/report/html/pages/law/unit.js';
import { law } from './build.js';

const base = law(
  'xx/whole',
  ['XX'],
  ['Whereas data move.', 'Whereas they matter.', 'Data may move.', 'Scale of fees.'],
);
const units = base.provisions.filter((p) => p.tier === 'basic');
const [first, second, third, fourth] = units as [Provision, Provision, Provision, Provision];
const none = { num: null, heading: null, citation: null };
const recital = (p: Provision, num: string): Provision => ({
  ...p,
  ...none,
  num,
  kind: 'recital',
  tier: 'front',
  depth: 1,
});

it('prints recitals one by one and not their bracket, articles, schedules, and no footnotes', () => {
  const provisions: Provision[] = [
    {
      ...first,
      ...none,
      eId: 'preamble',
      kind: 'preamble',
      tier: 'front',
      span: { start: first.span.start, end: second.span.end },
    },
    recital(first, '(1)'),
    recital(second, '(2)'),
    third,
    { ...fourth, ...none, eId: 'sched_1', kind: 'schedule', tier: 'back' },
    { ...fourth, ...none, eId: 'fn_1', kind: 'footnote', tier: 'back', depth: 1 },
  ];
  expect(wholeUnits({ ...base, provisions })).toEqual(['art_1', 'art_2', 'art_3', 'sched_1']);
});

it.each([
  [{ ...third, num: 'Article 3', heading: 'Scope' }, 'Article 3 Scope', 'number and heading'],
  [recital(first, '(22)'), 'Recital 22', 'a recital by its number'],
  [{ ...third, ...none }, 'Article without a number', 'never the address of a machine'],
  [{ ...first, ...none, kind: 'preamble', tier: 'front' } as Provision, 'Preamble', 'a part by its kind'],
])('names a unit as a reader knows it: %#', (unit, expected) => {
  expect(titleOf(unit)).toBe(expected);
});
