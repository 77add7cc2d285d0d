import { describe, expect, it } from 'vitest';
import { attributeReader } from '../../src/annotate/attributes/index.js';
import { readableUnits } from '../../src/annotate/units.js';
import { lawOf, readCase } from './build.js';
import { RULE_CASES } from './rules.cases.js';

describe('attributes of a rule', () => {
  it.each(RULE_CASES)('$language $code: $remark', (c) => {
    const { modality, force, addressee } = readCase(c);
    expect([modality, force, addressee]).toEqual(c.expected);
  });

  it('reads the sentence in which the evidence stands', () => {
    const law = lawOf([['A holder shall keep records. The Board may inspect them.']]);
    const [unit] = readableUnits(law);
    const at = law.text.indexOf('inspect');
    const evidence = [{ by: 'test', span: { start: at, end: at + 7 }, weight: 1 }];
    const read = attributeReader(law);
    expect(unit && read(unit, 'remedies.corrective', evidence).modality).toBe('power');
    expect(unit && read(unit, 'remedies.corrective').modality).toBe('obligation');
  });

  it('cites conditions and exceptions by their place in the instrument', () => {
    const law = lawOf([
      ['Nothing here.'],
      ['A holder shall tell the Board if records are lost, unless the loss is trivial.'],
    ]);
    const unit = readableUnits(law)[1];
    const read = unit && attributeReader(law)(unit, 'standards.security');
    const quote = (s: { start: number; end: number }): string => law.text.slice(s.start, s.end);
    expect(read?.scope?.conditions.map(quote)).toEqual(['if records are lost']);
    expect(read?.scope?.exceptions.map(quote)).toEqual(['unless the loss is trivial']);
  });

  it('falls back on what a code mostly is in a language without a grammar', () => {
    const law = lawOf([['Lorem ipsum dolor sit amet.']], { language: 'la' });
    const [unit] = readableUnits(law);
    expect(unit && attributeReader(law)(unit, 'remedies.corrective')).toMatchObject({
      modality: 'power',
      force: 'hard',
    });
  });
});
