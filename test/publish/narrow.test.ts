import { describe, expect, it } from 'vitest';
import type { Alignment, Divergence } from '../../src/model/index.js';
import { datasetOf, exportAs, type Filter, inWords, narrow } from '../../src/publish/index.js';
import { code, codebook, coded, instrument } from './build.js';

const law = (id: string, place: string) => {
  const one = instrument(id, [
    ['1', 'Data may leave. It tells the office.'],
    ['2', 'A carrier keeps records.'],
  ]);
  return { ...one, metadata: { ...one.metadata, jurisdictions: [place] } };
};
const [a, b, c] = [law('xx/a', 'XX'), law('yy/b', 'YY'), law('zz/c', 'ZZ')];
const pair = (left: string, right: string | null, at = 'art_1'): Alignment => ({
  ...{ left: { instrument: left, eId: at }, right: right === null ? null : { instrument: right, eId: at } },
  ...{ relation: right === null ? 'none' : 'equivalent', score: right === null ? 0 : 0.9 },
  parts: { codes: null, text: null, headings: null, structure: null, quantities: null },
  reason: 'Invented.',
});
const figure = (left: string, right: string, scope: string): Divergence => ({
  ...{ left, right, scope, thematic: 0.5, elemental: null, textual: null },
  ...{ total: 0.5, low: 0.4, high: 0.6, coverage: 1 },
});
const dataset = datasetOf({
  codebook,
  coded: [
    coded(a, [code(a, '1(1)', 'transfer.free-flow'), { ...code(a, '2', 'records.keep'), annotator: 'human:ada' }]),
    coded(b, [code(b, '1', 'transfer.free-flow')]),
    coded(c, [code(c, '2', 'records.keep')]),
  ],
  alignments: [pair('xx/a', 'yy/b'), pair('xx/a', 'zz/c', 'art_2'), pair('yy/b', 'zz/c'), pair('xx/a', null)],
  divergences: [
    figure('XX', 'YY', 'transfer.free-flow'),
    figure('XX', 'ZZ', 'transfer'),
    figure('YY', 'ZZ', 'records.keep'),
    figure('XX', 'YY', 'all'),
  ],
});

const NONE: Filter = { instruments: [], codes: [], jurisdictions: [], annotators: [] };
const narrowed = (filter: Partial<Filter>) => {
  const kept = narrow(dataset, { ...NONE, ...filter });
  return {
    coded: [...kept.coded()].map((o) => `${o.instrument.metadata.id} ${o.annotations.length}`),
    pairs: [...kept.alignments()].map((p) => `${p.left.instrument} ${p.right?.instrument ?? '–'} ${p.left.eId}`),
    figures: [...kept.divergences()].map((d) => `${d.left} ${d.right} ${d.scope}`),
    kept,
  };
};

describe('a dataset narrowed', () => {
  it('by nothing is the whole', () => {
    const { coded: laws, pairs, figures } = narrowed({});
    expect(laws).toEqual(['xx/a 2', 'yy/b 1', 'zz/c 1']);
    expect([pairs.length, figures.length]).toEqual([4, 4]);
  });

  it('by one instrument keeps pairs with it on either side', () => {
    const { coded: laws, pairs } = narrowed({ instruments: ['yy/b'] });
    expect(laws).toEqual(['yy/b 1']);
    expect(pairs).toEqual(['xx/a yy/b art_1', 'yy/b zz/c art_1']);
  });

  it('by two instruments keeps pairs between them, and what the other side lacks', () => {
    expect(narrowed({ instruments: ['xx/a', 'yy/b'] }).pairs).toEqual(['xx/a yy/b art_1', 'xx/a – art_1']);
  });

  it('by a jurisdiction keeps laws, pairs and figures with it on either side', () => {
    const { coded: laws, pairs, figures } = narrowed({ jurisdictions: ['ZZ'] });
    expect(laws).toEqual(['zz/c 1']);
    expect(pairs).toEqual(['xx/a zz/c art_2', 'yy/b zz/c art_1']);
    expect(figures).toEqual(['XX ZZ transfer', 'YY ZZ records.keep']);
  });

  it('by two jurisdictions keeps pairs and figures between them', () => {
    const { pairs, figures } = narrowed({ jurisdictions: ['XX', 'ZZ'] });
    expect(pairs).toEqual(['xx/a zz/c art_2', 'xx/a – art_1']);
    expect(figures).toEqual(['XX ZZ transfer']);
  });

  it('by a code keeps an instrument without it, empty; pairs of provisions that carry it, by units within too; figures that measure it', () => {
    const { coded: laws, pairs, figures } = narrowed({ codes: ['records.keep'] });
    expect(laws).toEqual(['xx/a 1', 'yy/b 0', 'zz/c 1']);
    expect(pairs).toEqual(['xx/a zz/c art_2']);
    expect(figures).toEqual(['YY ZZ records.keep']);
    expect(narrowed({ codes: ['transfer.free-flow'] }).pairs).toEqual([
      'xx/a yy/b art_1',
      'yy/b zz/c art_1',
      'xx/a – art_1',
    ]);
  });

  it('by a family takes in its codes, and no code that merely begins like it', () => {
    expect(narrowed({ codes: ['transfer'] }).figures).toEqual(['XX YY transfer.free-flow', 'XX ZZ transfer']);
    expect(narrowed({ codes: ['trans'] })).toMatchObject({ pairs: [], figures: [] });
  });

  it('is told in words, and narrows what people coded in each other’s place too', () => {
    expect(inWords(NONE)).toBeNull();
    expect(inWords({ ...NONE, codes: ['transfer', 'records.keep'], jurisdictions: ['XX'] })).toBe(
      'codes transfer, records.keep; jurisdictions XX',
    );
    const byHand = () => [code(a, '1(1)', 'transfer.free-flow'), code(a, '2', 'records.keep')];
    const kept = narrow({ ...dataset, byHand }, { ...NONE, codes: ['transfer'] });
    expect(kept.byHand?.('xx/a').map((one) => one.code)).toEqual(['transfer.free-flow']);
  });

  it('by an annotator keeps pairs with a provision that the annotator coded', () => {
    const { coded: laws, pairs } = narrowed({ annotators: ['human:ada'] });
    expect(laws).toEqual(['xx/a 1', 'yy/b 0', 'zz/c 0']);
    expect(pairs).toEqual(['xx/a zz/c art_2']);
  });

  it('is what the formats of pairs, alignments and divergences write', () => {
    const lines = (format: 'pairs' | 'alignments' | 'divergence', filter: Partial<Filter>) =>
      [...exportAs(narrowed(filter).kept, format, { text: 'always' })].map((p) => String(p.content)).join('');
    const pairs = lines('pairs', { instruments: ['yy/b'] });
    expect(pairs.trimEnd().split('\n')).toHaveLength(2);
    expect(pairs).not.toContain('art_2');
    expect(lines('alignments', { codes: ['records.keep'] })).not.toContain('yy/b');
    expect(lines('divergence', { codes: ['records.keep'] })).not.toContain('transfer');
  });
});
