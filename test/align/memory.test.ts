import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concordance, counterparts, Memory } from '../../src/align/index.js';
import { draw, redraw } from '../../src/align/many/draw.js';
import { Field } from '../../src/align/many/field.js';
import { AFRESH, withCode } from '../../src/align/memory/reading.js';
import { profile } from '../../src/align/profile.js';
import type { Alignment, Codebook, CodedInstrument, Concordance } from '../../src/model/index.js';
import { build, type Clause, GAMMA } from './build.js';

/** Words and codes that rules are drawn from; our own. */
const WORDS =
  'consent transfer adequate country authority fine breach notify controller security storage territory copy complaint court damages purpose exporter recipient register'.split(
    ' ',
  );
const CODES = ['transfer.consent', 'transfer.adequacy', 'standards.security', 'remedies.complaint'];
const BOOK: Codebook = {
  version: 't',
  families: [],
  codes: CODES.map((id) => ({
    ...{ id, family: 'f', label: id, definition: '', include: '', exclude: '', principle: null, weight: 1 },
    ...{ scale: 'none-soft-hard', crosswalk: {}, cues: [] },
  })),
};

/** So many laws that most units have more likely counterparts than are kept. */
const LAWS = 24;
const RULES = 4;
const REMARK = { heading: 'Roads', text: 'Timber carriers keep the roads clear in winter.' };

/** A law of rules, each of a dozen words, and a remark without code. */
function law(n: number, seed: number, remark: Clause = REMARK): CodedInstrument {
  const pick = (k: number): number => Math.imul(seed * 31 + n * 7 + k * 13 + 5, 2654435761) >>> 8;
  const rules = Array.from({ length: RULES }, (_, r): Clause => {
    const words = Array.from({ length: 12 }, (_, w) => WORDS[pick(r * 17 + w) % WORDS.length] ?? '');
    const code = CODES[pick(r * 29) % CODES.length] ?? '';
    return { heading: words[0] ?? '', text: `${words.join(' ')} within ${r + 2} days.`, codes: [code] };
  });
  return build(`l${String(n).padStart(2, '0')}/act`, [...rules, remark]);
}

/** A law with its version, which is its key. */
type Version = readonly [coded: CodedInstrument, version: string];
const CORPUS: readonly Version[] = Array.from({ length: LAWS }, (_, n) => [law(n, 1), `${n}.1`]);

interface Told {
  readonly alignments: readonly Alignment[];
  readonly tables: readonly Concordance[];
}

function compare(laws: readonly Version[], reading = AFRESH): Told {
  const coded = laws.map(([c]) => c);
  const alignments = counterparts(coded, { reading });
  return { alignments, tables: BOOK.codes.map(({ id }) => concordance(id, coded, BOOK, reading)) };
}

function remembering(laws: readonly Version[], bytes: Uint8Array | null, code = 'code') {
  const keys = new Map(laws.map(([c, version]) => [c.instrument.metadata.id, version]));
  const memory = new Memory(bytes, (id) => keys.get(id) ?? '', code);
  return { memory, told: compare(laws, memory), bytes: memory.toBytes('results') };
}

const replaced = (n: number, coded: CodedInstrument): readonly Version[] =>
  CORPUS.map((one, at) => (at === n ? [coded, `${n}.2`] : one));

const CHANGES: readonly (readonly [what: string, laws: readonly Version[]])[] = [
  ['nothing', CORPUS],
  [
    'a word of an article without code',
    replaced(3, law(3, 1, { ...REMARK, text: 'Timber carriers keep roads clear.' })),
  ],
  ['all articles of a law', replaced(3, law(3, 2))],
  [
    'a law in another language',
    replaced(0, {
      ...GAMMA,
      instrument: { ...GAMMA.instrument, metadata: { ...GAMMA.instrument.metadata, id: 'l00/act' } },
    }),
  ],
  ['a law that went', CORPUS.filter((_, n) => n !== 5)],
  ['a law that came', [...CORPUS, [law(LAWS, 1), 'new']]],
  ['nine laws that went', CORPUS.filter((_, n) => n % 3 !== 0 || n > 26)],
];

describe('a comparison that remembers the last one', () => {
  const { bytes } = remembering(CORPUS, null);

  it.each(CHANGES)('tells what a fresh one tells, after a change of %s', (_, laws) => {
    const fresh = compare(laws);
    const after = remembering(laws, bytes);
    expect(after.told).toEqual(fresh);
    // And so does the next, of what this one remembered, back on the first corpus.
    expect(remembering(CORPUS, after.bytes).told).toEqual(compare(CORPUS));
  });

  it.each(CHANGES)('tells which rows are equal to which of the last, after a change of %s', (_, laws) => {
    const before = compare(CORPUS);
    const { memory, told } = remembering(laws, bytes);
    const places = told.alignments.map((row) => memory.placeBefore(row));
    expect(places.filter((at) => at >= 0)).toEqual([...new Set(places.filter((at) => at >= 0))]);
    for (const [n, at] of places.entries()) if (at >= 0) expect(before.alignments[at]).toEqual(told.alignments[n]);
    const lines = new Set(before.alignments.map((row) => JSON.stringify(row)));
    expect(places.filter((at) => at >= 0)).toHaveLength(
      told.alignments.filter((row) => lines.has(JSON.stringify(row))).length,
    );
    for (const [n, table] of told.tables.entries())
      expect(memory.placeBefore(table) >= 0).toBe(JSON.stringify(table) === JSON.stringify(before.tables[n]));
  });

  it('knows the key of the results that it was of', () => {
    expect(remembering(CORPUS, bytes).memory.of).toBe('results');
    expect(remembering(CORPUS, null).memory.of).toBeNull();
  });

  it('takes nothing up that other code measured', () => {
    const { memory, told } = remembering(CORPUS, bytes, 'other code');
    expect(told.alignments.some((row) => memory.placeBefore(row) >= 0)).toBe(false);
    expect(told).toEqual(compare(CORPUS));
  });

  it('looks at no word of a law that did not change', () => {
    const blind = CORPUS.map(([coded, version]): Version => {
      const { metadata } = coded.instrument;
      const instrument = {
        metadata,
        get text(): string {
          throw new Error('its text was read');
        },
      };
      return [{ ...coded, instrument: instrument as CodedInstrument['instrument'] }, version];
    });
    expect(remembering(blind, bytes).told).toEqual(compare(CORPUS));
  });
});

describe('drawing again', () => {
  const unitsOf = (laws: readonly Version[]) => laws.flatMap(([coded]) => withCode(profile(coded)));

  it('draws what drawing afresh draws, whichever laws go and come', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(LAWS - 1), { maxLength: 5 }),
        fc.uniqueArray(fc.nat(LAWS - 1), { maxLength: 4 }),
        fc.integer({ min: 3, max: 12 }),
        (gone, other, needed) => {
          const laws = CORPUS.filter((_, n) => !gone.includes(n)).map(
            ([coded, version], n): Version => (other.includes(n) ? [law(n + 100, 3), 'other'] : [coded, version]),
          );
          const [before, now] = [unitsOf(CORPUS), unitsOf(laws)];
          const most = needed + 4;
          const kept = draw(before, most);
          const place = new Map(now.map((unit, n) => [unit, n]));
          const lists = now.map((unit) => {
            const list = kept[before.indexOf(unit)];
            if (list === undefined) return null;
            return { ...list, at: list.at.map((n) => place.get(before[n] as (typeof before)[number]) ?? -1) };
          });
          const again = redraw(now, most, needed, { lists, common: new Field(before).common });
          const firsts = (all: readonly { readonly at: Int32Array }[]) => all.map((l) => [...l.at.subarray(0, needed)]);
          expect(firsts(again)).toEqual(firsts(draw(now, most)));
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
