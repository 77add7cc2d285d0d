import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ingest } from '../../src/ingest/index.js';
import type { Instrument } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';

/** Heads, marks and sentences of many drafting families in any order, as a damaged file might have them. */
const PIECES = fc.constantFrom(
  'CHAPTER I',
  'Chapter IX.',
  'PART 2 Boats',
  'TITLE IV',
  'Section 1',
  'SCHEDULE 1',
  'Annex 2-A: Songs',
  'Article 1',
  'ARTICLE2',
  'Article 2.1: Scope',
  'Article 3 The boats float.',
  'Art. 4º-A O rio corre.',
  'Artículo 5-BIS',
  'Artikel 1',
  'Pasal 7 (1) Perahu pulang. Pasal 8 (1) Lampu menyala.',
  '1. Short title. — (1) A boat floats.',
  '2A. A boat rests.',
  '4.1. A lamp burns.',
  '§ 41. Rowers',
  '(a) one; (b) two; and',
  '(i) small',
  '(2) More words follow here.',
  '第一条 舟。',
  '第二条の二 櫂は木。',
  '제3조의2 (등불) 등불.',
  'มาตรา ๒ เรือ',
  'المادة 5',
  'Điều 6. Đèn',
  '“oar” means a stick;',
  'a sentence that goes on',
  'and ends here.',
  '',
  '附則',
  '삭제 <2020>',
);
/** Runs of letters and digits: what a reader reads. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function bag(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const c of words.join('')) counts.set(c, (counts.get(c) ?? 0) + 1);
  return counts;
}

function holdsTree({ provisions, text }: Instrument): void {
  const byId = new Map(provisions.map((p) => [p.eId, p]));
  expect(byId.size).toBe(provisions.length);
  const end = new Map<string | null, number>();
  for (const p of provisions) {
    const around = p.parent === null ? { start: 0, end: text.length } : byId.get(p.parent)?.span;
    expect(around && p.span.start >= around.start && p.span.end <= around.end).toBe(true);
    expect(p.span.start).toBeGreaterThanOrEqual(end.get(p.parent) ?? 0);
    end.set(p.parent, p.span.end);
  }
}

test.each(['laws.txt', 'laws.md'])(
  'parsing %s is total on random drafting, keeps the tree and loses no letter',
  async (path) => {
    await fc.assert(
      fc.asyncProperty(fc.array(PIECES, { minLength: 1, maxLength: 24 }), async (pieces) => {
        // Each line says something of its own, so that none is a running head of another.
        const text = pieces.map((p, at) => (p === '' ? '' : `${p} q${String.fromCharCode(97 + at)}q`)).join('\n');
        const source = await ingest({ path, bytes: Buffer.from(text), provenance: null });
        const instrument = parse(source);
        holdsTree(instrument);
        const given = wordsOf(source.blocks.map((b) => `${b.num ?? ''} ${b.heading ?? ''} ${b.text}`).join(' '));
        const kept = wordsOf(instrument.text);
        const whole = kept.join('');
        // A number printed twice may be kept once; every word is kept, and no letter is added.
        expect(given.filter((w) => !whole.includes(w))).toEqual([]);
        const before = bag(given);
        expect([...bag(kept)].filter(([c, n]) => n > (before.get(c) ?? 0))).toEqual([]);
        expect(JSON.parse(JSON.stringify(instrument))).toEqual(instrument);
      }),
      { numRuns: 150 },
    );
  },
);
