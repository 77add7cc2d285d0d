import { describe, expect, it } from 'vitest';
import type { Code, Codebook, CodedInstrument } from '../../src/model/index.js';
import { score } from '../../src/score/index.js';
import { couldHold, isPartial, isSearchable } from '../../src/text/coverage.js';
import { build } from '../align/build.js';

const code = (id: string, languages: readonly string[], weight = 1): Code => ({
  id,
  family: id.split('.')[0] ?? '',
  label: id,
  definition: '',
  include: '',
  exclude: '',
  principle: null,
  weight: 1,
  scale: 'none-soft-hard',
  crosswalk: {},
  cues: languages.map((language, i) => ({
    id: `${id}#${language}.${i}`,
    language,
    in: 'text',
    pattern: 'transfer',
    weight,
  })),
});
const codebook: Codebook = {
  version: 't',
  families: [{ id: 'transfer', label: 'transfer', definition: '', weight: 1 }],
  codes: [code('transfer.general', ['en', 'zh']), code('transfer.adequacy', ['en'])],
};
/** The same law as a machine would have coded it. */
const byMachine = (c: CodedInstrument): CodedInstrument => ({
  ...c,
  annotations: c.annotations.map((a) => ({ ...a, annotator: 'rule:cues' })),
});
const clause = [{ heading: 'Abroad', text: 'A transfer needs a reason.', codes: ['transfer.general'] }];
const stances = (coded: readonly CodedInstrument[]) =>
  score({
    coded,
    alignments: [],
    codebook,
    covered: coded.map((c) => c.instrument.metadata),
    between: 'instruments',
    asOf: null,
    seed: 1,
    draws: 0,
  })
    .positions.filter((p) => p.code === 'transfer.adequacy')
    .map((p) => `${p.side} ${p.stance}`);

describe('absence', () => {
  it.each([
    ['complete', false],
    ['main text without annexes and schedules', false],
    ['article headings 1-34 none missing', false],
    ['All 12 articles present, no gap', false],
    ['whole agreement; only one article on electronic commerce', false],
    ['one chapter only', true],
    ['PARTIAL: two sections absent in the source', true],
    ['86 section marks; schedules not included', true],
    ['section 2 cut at exactly 12,000 characters', true],
  ])('reads the completeness %j as partial: %s', (words, expected) => {
    expect(isPartial(words)).toBe(expected);
  });

  it('means nothing where no cue speaks the language of the text', () => {
    const zh = { language: 'zh-Hans' };
    expect(stances([byMachine(build('cn/law', clause, zh)), byMachine(build('aa/law', clause))])).toEqual([
      'aa/law absent',
      'cn/law not-covered',
    ]);
    expect(isSearchable(code('c', ['en'], -1), 'en')).toBe(false);
  });

  it('means something where a person read the text in any language', () => {
    expect(stances([build('cn/law', clause, { language: 'zh' }), build('aa/law', clause)])).toEqual([
      'aa/law absent',
      'cn/law absent',
    ]);
  });

  it('means nothing in a part of a text, whatever its kind, and something in an archetype', () => {
    const part = { completeness: 'one chapter only' };
    const [general] = codebook.codes;
    if (general === undefined) throw new Error('the codebook has codes');
    for (const kind of ['statute', 'agreement', 'convention'] as const)
      expect(couldHold({ kind, language: 'en', ...part }, general, 'itself')).toBe(false);
    expect(couldHold({ kind: 'archetype', language: 'en', completeness: null }, general, 'itself')).toBe(true);
  });

  it("of a convention is not its parties'", () => {
    const convention = { kind: 'convention', language: 'en', completeness: null } as const;
    const adequacy = codebook.codes[1];
    if (adequacy === undefined) throw new Error('the codebook has codes');
    expect(couldHold(convention, adequacy, 'itself')).toBe(true);
    expect(couldHold(convention, adequacy, 'jurisdictions')).toBe(false);
  });
});
