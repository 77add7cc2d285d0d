import fc from 'fast-check';
import { expect, test } from 'vitest';
import { citedAlike } from '../../bench/parse/told.js';
import type { Instrument, ProvisionKind } from '../../src/model/index.js';
import { assemble } from '../../src/parse/assemble.js';
import { splitEnumeration } from '../../src/parse/cut/enumeration.js';
import type { DraftUnit } from '../../src/parse/draft.js';
import { parse } from '../../src/parse/index.js';
import { block, sourceOf } from './source.js';

const KINDS: readonly (ProvisionKind | 'text')[] = [
  'text',
  'chapter',
  'section',
  'article',
  'paragraph',
  'point',
  'subpoint',
  'definition',
  'schedule',
  'annex',
  'footnote',
  'recital',
  'table',
];
const words = fc.constantFrom(
  '',
  'The registrar shall keep a list.',
  'each carrier shall',
  '(a)',
  '1.',
  'means',
  ';',
  'may; and',
  '  ',
  '§ 2',
);
const draft: fc.Arbitrary<DraftUnit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  tier: fc.constant(null),
  depth: fc.integer({ min: 0, max: 6 }),
  num: fc.constantFrom(null, '', '1.', '(a)', 'Article 2', '(i)', 'CHAPTER IV', '§ 1º', '第三条', 'bis', '—'),
  heading: fc.constantFrom(null, '', 'Scope', 'Powers of the registrar'),
  text: words,
  status: fc.constantFrom('in-force' as const, 'quoted' as const, 'repealed' as const),
});
const lines = fc.array(
  fc.constantFrom(
    '1. A rule:',
    '(a) one thing;',
    '(b) another.',
    '(i) small',
    '(ii) smaller',
    '',
    '2. More',
    'Closing words.',
    'lower words',
    '3 Note',
    'a term means a word;',
    '(h) eighth',
    '(A) big',
    '– dash',
  ),
  { maxLength: 14 },
);

function nonBlank(text: string): string {
  return text.replace(/\s+/gu, '');
}

function holdsTree(instrument: Instrument): void {
  const { provisions, text } = instrument;
  const byId = new Map(provisions.map((p) => [p.eId, p]));
  expect(byId.size).toBe(provisions.length);
  expect(citedAlike(instrument)).toEqual([]);
  const endOfSibling = new Map<string | null, number>();
  for (const p of provisions) {
    const parent = p.parent === null ? { start: 0, end: text.length } : byId.get(p.parent)?.span;
    expect(parent).toBeDefined();
    if (!parent) return;
    expect(p.span.start).toBeGreaterThanOrEqual(parent.start);
    expect(p.span.end).toBeLessThanOrEqual(parent.end);
    expect(p.span.start).toBeGreaterThanOrEqual(endOfSibling.get(p.parent) ?? 0);
    endOfSibling.set(p.parent, p.span.end);
    if (p.numSpan) expect(text.slice(p.numSpan.start, p.numSpan.end)).toBe(p.num);
    if (p.headingSpan) expect(text.slice(p.headingSpan.start, p.headingSpan.end)).toBe(p.heading);
  }
}

/** Numbers, headings and own words together are the whole text: nothing is left over and nothing is counted twice. */
function accountsForAll(instrument: Instrument): void {
  const spans = instrument.provisions
    .flatMap((p) => [p.numSpan, p.headingSpan, ...p.ownSpans])
    .filter((s) => s !== null);
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  expect(nonBlank(sorted.map((s) => instrument.text.slice(s.start, s.end)).join(''))).toBe(nonBlank(instrument.text));
}

test('sibling spans are ordered, disjoint and inside their parent, eIds are unique, and no two units are cited alike', () => {
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 25 }), (units) => holdsTree(assemble(sourceOf([]), units))),
    { numRuns: 1000 },
  );
});

test('no character that is not blank is lost, and leaves account for all of them', () => {
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 25 }), (units) => {
      const instrument = assemble(sourceOf([]), units);
      const given = units.map((u) => `${u.num ?? ''}${u.heading ?? ''}${u.text}`).join('');
      expect([...nonBlank(instrument.text)].sort().join('')).toBe([...nonBlank(given)].sort().join(''));
      accountsForAll(instrument);
    }),
  );
});

test('splitting a list loses no character', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const text = all.join('\n');
      const units = splitEnumeration(text);
      const kept = units.map((u) => `${u.num ?? ''}${u.text}`).join('');
      expect([...nonBlank(kept)].sort().join('')).toBe([...nonBlank(text)].sort().join(''));
    }),
  );
});

test('parsing is total on marked blocks with flat text inside, and survives a JSON round trip', () => {
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 4 }), (articles) => {
      const blocks = articles.map((a, i) =>
        block({ unit: 'article', depth: 0, num: `Article ${i + 1}`, text: `${a.join('\n')}\n` }),
      );
      const instrument = parse(sourceOf(blocks));
      holdsTree(instrument);
      accountsForAll(instrument);
      expect(JSON.parse(JSON.stringify(instrument))).toEqual(instrument);
    }),
  );
});
