import { describe, expect, it } from 'vitest';
import type { Alignment, Results } from '../../src/model/index.js';
import { KnownRows } from '../../src/pipeline/index.js';

const row = (eId: string): Alignment => ({
  left: { instrument: 'aa/act', eId },
  right: null,
  relation: 'none',
  score: 0,
  parts: { codes: null, text: null, headings: null, structure: null, quantities: null, terms: null },
  reason: '',
});
const results = (alignments: readonly Alignment[]): Results => ({
  ...{ alignments, concordances: [], positions: [], divergences: [], tensions: [] },
});
const unread = new Proxy(row('art_2'), {
  ownKeys: () => {
    throw new Error('the row was read');
  },
});

describe('rows of which it is known where they stood', () => {
  const first = new KnownRows(null, null);
  first.delta(results([row('art_1'), row('art_2')]), 'one');
  const placing = { of: 'one', placeBefore: (a: Alignment | object) => (a === unread ? 1 : -1) };

  it('are not read, and are known to the next comparison too', () => {
    const second = new KnownRows(first.toBytes(), 'one');
    const { since, alignments } = second.delta(results([unread, row('art_3')]), 'two', placing);
    expect({ since, before: [...alignments.before], fresh: alignments.fresh }).toEqual({
      since: 'one',
      before: [1, -1],
      fresh: [row('art_3')],
    });
    const third = new KnownRows(second.toBytes(), 'two').delta(results([row('art_2')]), 'three');
    expect([...third.alignments.before]).toEqual([0]);
  });

  it('are read where they stood in another comparison than the one whose rows the study holds', () => {
    const second = new KnownRows(first.toBytes(), 'one');
    expect(() => second.delta(results([unread]), 'two', { ...placing, of: 'zero' })).toThrow('the row was read');
  });
});
