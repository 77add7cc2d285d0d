import { describe, expect, it } from 'vitest';
import { exemplar } from '../../scripts/training/exemplars.js';
import { isHeard } from '../../src/annotate/ranker/field.js';
import { surroundingsOf } from '../../src/annotate/surroundings.js';
import { readableUnits } from '../../src/annotate/units.js';
import type { Instrument } from '../../src/model/index.js';

const LAW = `# Imitation: an act
kind: act

## Terms
### Interpretation
"remote keeper" means a person who holds records beyond the borders of the Republic.
"quill" means a pen.
## Rules
### Handing over
A registrar may hand a register to a remote keeper where the conditions of section 4 are met.
A registrar who —
- loses a register; or
- lends it to a stranger,
### Conditions
The remote keeper shall lock the register.
`;

/** The imitation with sections cited by their number, so that references find them. */
function law(): Instrument {
  const { instrument } = exemplar('exemplar/leaning', LAW);
  const numbers = new Map([
    ['Handing over', '3'],
    ['Conditions', '4'],
  ]);
  const provisions = instrument.provisions.map((p) => ({ ...p, citation: numbers.get(p.heading ?? '') ?? null }));
  return { ...instrument, provisions };
}

const instrument = law();
const around = surroundingsOf(instrument);
const unit = (words: string) => {
  const found = readableUnits(instrument).find((u) => u.own.some((p) => p.text.includes(words)));
  if (found === undefined) throw new Error(`no unit says '${words}'`);
  return found;
};

describe('surroundingsOf', () => {
  it('follows a reference one step, with the heading of what is referred to', () => {
    expect(around(unit('may hand a register')).referred).toMatch(/^Conditions\..*lock the register/su);
    expect(around(unit('lock the register')).referred).toBe('');
  });

  it('brings the meaning of a defined term to the unit that uses it, not to its own definition', () => {
    expect(around(unit('lock the register')).defined).toContain('beyond the borders');
    expect(around(unit('holds records beyond')).defined).toBe('');
    expect(around(unit('loses a register')).defined).toBe('');
  });

  it('reads the list below an opening line, and nothing below a unit without parts', () => {
    expect(around(unit('A registrar who')).below).toMatch(/loses a register.*lends it/su);
    expect(around(unit('loses a register')).below).toBe('');
  });
});

describe('isHeard', () => {
  const field = { unit: 0, article: 0, chapter: 0, instrument: 0 };

  it('weighs every unit of a statute, and of a treaty what has a cue or an article in the field', () => {
    expect(isHeard(false, 'statute', field)).toBe(true);
    expect(isHeard(false, 'agreement', field)).toBe(false);
    expect(isHeard(true, 'agreement', field)).toBe(true);
    expect(isHeard(false, 'agreement', { ...field, article: 0.5 })).toBe(true);
  });
});
