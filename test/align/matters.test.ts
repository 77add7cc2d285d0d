import { describe, expect, it } from 'vitest';
import { LEARNED } from '../../src/align/matters/learned.js';
import { accord, type Matters, signsOf, sort } from '../../src/align/matters/sorting.js';
import { readTable, writeTable } from '../../src/align/matters/table.js';
import { profile, type UnitProfile } from '../../src/align/profile.js';
import { MEANINGS } from '../../src/text/dictionary/index.js';
import { CONCEPTS } from '../../src/text/field/index.js';
import { build } from './build.js';

const ACT = build('xx/act', [
  {
    heading: 'Transfers to third countries',
    text: 'Personal data may go to a third country where the Commission has decided that it ensures an adequate level of protection.',
    codes: ['transfer.adequacy:permission'],
  },
  {
    heading: 'Compensation',
    text: 'Any person who has suffered damage from an infringement has a right to compensation from the controller.',
    codes: ['remedies.compensation:right'],
  },
]);
const LEI = build(
  'xx/lei',
  [
    {
      heading: 'Reparação de danos',
      text: 'O controlador que causar dano a outrem por tratamento de dados pessoais é obrigado a repará-lo; cabe indenização ao titular.',
      codes: ['remedies.compensation:right'],
    },
  ],
  { language: 'pt' },
);
const units = (coded: typeof ACT): readonly UnitProfile[] => profile(coded).units;
const label = (u: UnitProfile | undefined) => (u === undefined ? '' : LEARNED.labels[sort(u)?.top ?? -1]);

describe('matters', () => {
  it('sorts rules by what they are about, in any language of the tables', () => {
    expect(units(ACT).map(label)).toEqual(['eu/gdpr-2016-679 45', 'eu/gdpr-2016-679 82']);
    expect(label(units(LEI)[0])).toBe('eu/gdpr-2016-679 82');
  });

  it('finds more accord in one matter than in two, and the same from both sides', () => {
    const [transfer, damages] = units(ACT);
    const [dano] = units(LEI);
    if (transfer === undefined || damages === undefined || dano === undefined) throw new Error('not built');
    const [same, other] = [accord(damages, dano), accord(transfer, dano)];
    expect(same?.sharp).toBeGreaterThan(2 * (other?.sharp ?? 1));
    expect(accord(dano, damages)).toEqual(same);
  });

  it('gives signs of length 1, and cannot sort what shows none', () => {
    for (const u of units(ACT)) expect((signsOf(u) ?? []).reduce((sum, [, w]) => sum + w * w, 0)).toBeCloseTo(1, 9);
    const [mute] = units(build('xx/mute', [{ heading: '', text: 'Nanginginig ang mga dahon.' }], { language: 'tl' }));
    if (mute === undefined) throw new Error('not built');
    expect(sort(mute)).toBeNull();
    expect(sort(units(ACT)[0] ?? mute, { labels: [], signs: new Map() })).toBeNull();
  });

  it('comes back from its table as it was, in hundredths', () => {
    const matters: Matters = {
      labels: ['xx/act 1', ''],
      signs: new Map([
        ['whole adequacy', Float64Array.of(0.5, 0.04)],
        ['code remedies.compensation', Float64Array.of(0, 0.31)],
      ]),
    };
    expect(readTable(writeTable(matters))).toEqual(matters);
    expect(readTable('')).toEqual({ labels: [], signs: new Map() });
  });

  it('knows only signs that tables and dictionary still give; else run npm run fit-align', () => {
    const [ids, rows] = [new Set(CONCEPTS.map((c) => c.id)), new Set(MEANINGS)];
    expect(rows.size).toBe(MEANINGS.length);
    const lost = [...LEARNED.signs.keys()].filter((sign) => {
      const [kind = '', ...rest] = sign.split(' ');
      const name = rest.join(' ');
      return kind === 'word' ? !rows.has(name) : kind !== 'code' && !ids.has(name);
    });
    expect(lost).toEqual([]);
    expect(LEARNED.labels.length).toBeGreaterThan(100);
  });
});
