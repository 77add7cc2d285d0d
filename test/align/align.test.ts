import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, concordance, counterparts } from '../../src/align/index.js';
import type { Alignment, Code, Codebook } from '../../src/model/index.js';
import { ALPHA, BETA, build, GAMMA } from './build.js';

const links = (rows: readonly Alignment[]) => rows.filter((r) => r.right !== null);
const name = (r: Alignment) => `${r.left.eId}>${r.right?.eId ?? ''}`;
const ADEQUATE = {
  heading: 'Adequate destinations',
  text: 'Personal data may be transferred to a third country whose protection is adequate.',
  codes: ['transfer.adequacy:permission'],
};
const MIRROR: Readonly<Record<string, string>> = { narrower: 'broader', broader: 'narrower' };

describe('align', () => {
  it('finds the counterpart of each rule though order and words differ', () => {
    const top = new Map<string, string>();
    for (const r of links(align(ALPHA, BETA))) if (!top.has(r.left.eId)) top.set(r.left.eId, r.right?.eId ?? '');
    expect(Object.fromEntries(top)).toMatchObject({ art_1: 'art_1', art_2: 'art_3', art_3: 'art_4', art_4: 'art_2' });
  });

  it('says none for a rule without counterpart', () => {
    const rows = align(ALPHA, BETA).filter((r) => r.left.eId === 'art_5');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ right: null, relation: 'none' });
  });

  it('aligns across languages by the terms of the field, without a text part', () => {
    const rows = links(align(GAMMA, BETA));
    const best = (left: string) => rows.find((r) => r.left.eId === left);
    expect(best('art_1')?.right?.eId).toBe('art_3');
    expect(best('art_2')?.right?.eId).toBe('art_4');
    expect(best('art_3')?.right?.eId).toBe('art_2');
    expect(rows.every((r) => r.parts.text === null && r.parts.terms !== null)).toBe(true);
  });

  it('aligns an instrument with itself article to article, equivalent, score 1', () => {
    for (const act of [ALPHA, BETA, GAMMA]) {
      const rows = align(act, act);
      expect(rows.map(name)).toEqual(act.instrument.provisions.map((p) => `${p.eId}>${p.eId}`));
      expect(rows.every((r) => r.relation === 'equivalent' && r.score === 1)).toBe(true);
    }
  });

  it('keeps repeated wording in place when an instrument meets itself', () => {
    const act = build(
      'dd/act',
      ['A rule.', 'A rule.', 'A rule.'].map((text) => ({ heading: 'Rule', text })),
    );
    expect(align(act, act).map(name)).toEqual(['art_1>art_1', 'art_2>art_2', 'art_3>art_3']);
  });

  it('mirrors links and keeps scores when the sides are swapped', () => {
    const clause = fc.record({
      heading: fc.constantFrom('Consent', 'Transfers', 'Security', 'Penalties', 'Complaints'),
      text: fc
        .array(
          fc.constantFrom(
            'consent',
            'transfer',
            'country',
            'security',
            'breach',
            'fine',
            'court',
            'authority',
            'child',
          ),
          { minLength: 1, maxLength: 12 },
        )
        .map((w) => w.join(' ')),
      codes: fc.subarray(['transfer.consent', 'standards.security', 'remedies.judicial']),
    });
    const act = (id: string) => fc.array(clause, { minLength: 1, maxLength: 6 }).map((c) => build(id, c));
    fc.assert(
      fc.property(act('xx/act'), act('yy/act'), (a, b) => {
        const forth = links(align(a, b))
          .map((r) => `${name(r)} ${r.score} ${r.relation}`)
          .sort();
        const back = links(align(b, a))
          .map((r) => `${r.right?.eId}>${r.left.eId} ${r.score} ${MIRROR[r.relation] ?? r.relation}`)
          .sort();
        expect(back).toEqual(forth);
        for (const r of align(a, b)) expect(r.score >= 0 && r.score <= 1).toBe(true);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('aligns any act with itself article to article, equivalent, score 1', () => {
    const word = fc.constantFrom('consent', 'transfer', 'security', 'breach', 'fine', 'court', 'child', 'notice');
    const clause = fc.record({
      heading: fc.constantFrom('Consent', 'Transfers', 'Security'),
      text: fc.array(word, { minLength: 1, maxLength: 8 }).map((w) => w.join(' ')),
    });
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 6 }), (clauses) => {
        const act = build('xx/act', clauses);
        const rows = align(act, act);
        expect(rows.map(name)).toEqual(act.instrument.provisions.map((p) => `${p.eId}>${p.eId}`));
        expect(rows.every((r) => r.relation === 'equivalent' && r.score === 1)).toBe(true);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('takes two texts that count alike for renditions of one law, and lets the number decide where words are poor', () => {
    const topics = 'consent,transfer,security,breach,fine,court,child,notice,erasure,access,audit,budget'.split(',');
    const clause = (word: string) => ({
      heading: '',
      text: `Whoever holds a ledger owes ${word} and again ${word}.`,
    });
    const act = (id: string, words: readonly string[]) => build(id, words.map(clause));
    const [first, second] = [act('xx/act', topics), act('yy/act', [...topics.slice(0, 10), 'harvest', 'plough'])];
    const found = links(align(first, second)).map(name);
    expect(found).toEqual(expect.arrayContaining(['art_11>art_11', 'art_12>art_12']));
    const strange = act('zz/act', [...topics].reverse());
    expect(links(align(first, strange)).map(name)).toContain('art_1>art_12');
  });

  it('gives no rows for an instrument without articles', () => {
    expect(align(build('ee/act', []), BETA)).toEqual([]);
  });
});

describe('counterparts', () => {
  it('keeps the links of a pair whatever else is in the study', () => {
    const find = (rows: readonly Alignment[]) =>
      rows.filter((r) => r.left.instrument === 'aa/act' && r.right?.instrument === 'bb/act');
    const alone = find(counterparts([ALPHA, BETA]));
    expect(alone.length).toBeGreaterThan(0);
    expect(find(counterparts([ALPHA, BETA, GAMMA]))).toEqual(alone);
  });

  it('finds by inverted lists what scoring every pair finds', () => {
    const all = [ALPHA, BETA, GAMMA];
    expect(counterparts(all)).toEqual(counterparts(all, { candidates: 1000 }));
  });

  it('keeps at most k counterparts and never one of the same instrument', () => {
    const rows = counterparts([ALPHA, BETA, GAMMA], { k: 1 });
    expect(new Set(rows.map((r) => `${r.left.instrument} ${r.left.eId}`)).size).toBe(rows.length);
    expect(rows.every((r) => r.left.instrument !== r.right?.instrument)).toBe(true);
  });
});

describe('concordance', () => {
  const cue = { id: 'transfer.adequacy#en.1', language: 'en', in: 'text', pattern: 'adequa', weight: 1 } as const;
  const adequacy: Code = {
    id: 'transfer.adequacy',
    family: 'transfer',
    label: 'Adequacy',
    definition: '',
    include: '',
    exclude: '',
    principle: 'adequacy',
    weight: 1,
    scale: 'none-soft-hard',
    crosswalk: {},
    cues: [cue],
  };
  const codebook: Codebook = { version: 't', families: [], codes: [adequacy] };
  it('puts the jurisdictions of one rule in one row and tells absent from not covered', () => {
    const roads = [{ heading: 'Roads', text: 'Roads are kept clear.' }];
    const pole = build('archetype/p', [ADEQUATE], { kind: 'archetype', jurisdictions: [] });
    const pact = build('tr/1', roads, { kind: 'agreement', jurisdictions: ['PP'] });
    const coded = [
      ALPHA,
      BETA,
      pole,
      pact,
      build('ff/act', roads),
      build('zz/act', roads, { language: 'zh' }),
      build('yy/act', roads, { completeness: 'one chapter only' }),
    ];
    const table = concordance('transfer.adequacy', coded, codebook);
    const status = (column: string) => table.rows[0]?.cells.find((c) => c.jurisdiction === column)?.status;
    expect(table.jurisdictions.map((c) => `${c} ${status(c)}`)).toEqual([
      'AA found',
      'BB found',
      'FF absent',
      'PP not-covered',
      'YY not-covered',
      'ZZ not-covered',
      'archetype/p found',
    ]);
  });
  it('has no rows for a code that nobody carries', () => {
    expect(concordance('transfer.onward', [ALPHA], codebook).rows).toEqual([]);
  });
});
