import { describe, expect, it } from 'vitest';
import { partAccord } from '../../src/align/matters/parts.js';
import { accord } from '../../src/align/matters/sorting.js';
import { profile, type UnitProfile } from '../../src/align/profile.js';
import type { CodedInstrument, Provision } from '../../src/model/index.js';
import { build } from './build.js';

const TRANSFER = 'Personal data may go to a third country that ensures an adequate level of protection.';
const DAMAGE = 'Any person who has suffered damage has a right to compensation from the controller.';

/** The law with its first article cut into two paragraphs, after as many letters. */
function cut(law: CodedInstrument, after: number): CodedInstrument {
  const [article] = law.instrument.provisions;
  const own = article?.ownSpans[0];
  if (article === undefined || own === undefined) throw new Error('not built');
  const middle = own.start + after;
  const paragraph = (n: number, start: number, end: number): Provision => ({
    ...article,
    eId: `art_1__para_${n}`,
    parent: article.eId,
    kind: 'paragraph',
    tier: 'inner',
    depth: 1,
    num: null,
    numSpan: null,
    heading: null,
    headingSpan: null,
    citation: `1(${n})`,
    span: { start, end },
    ownSpans: [{ start, end }],
  });
  const children = [paragraph(1, own.start, middle), paragraph(2, middle, own.end)];
  return { ...law, instrument: { ...law.instrument, provisions: [{ ...article, ownSpans: [] }, ...children] } };
}

const first = (law: CodedInstrument): UnitProfile => {
  const [unit] = profile(law).units;
  if (unit === undefined) throw new Error('not built');
  return unit;
};

describe('paragraphs sorted by matter', () => {
  const words = build('xx/both', [{ heading: '', text: `${TRANSFER}${DAMAGE}` }]);
  const [both, damage] = [first(cut(words, TRANSFER.length)), first(build('yy/one', [{ heading: '', text: DAMAGE }]))];

  it('finds the one paragraph of an article that a rule matches, the same from both sides', () => {
    const found = partAccord(both, damage);
    expect(found).toBeGreaterThan(0.8);
    expect(found).toBeGreaterThan(accord(both, damage)?.broad ?? 1);
    expect(partAccord(damage, both)).toBe(found);
  });

  it('says nothing of articles in one piece', () => {
    expect(partAccord(first(words), damage)).toBe(0);
  });
});
