import { describe, expect, it } from 'vitest';
import type { Alignment, CodedInstrument } from '../../src/model/index.js';
import { divergencesOn, regimeMap, type ScoreInput, ScoreMemory, score, series } from '../../src/score/index.js';
import { input, law, pole, treaty } from './build.js';

const AA = law('aa/act', ['transfer.general:prohibition', 'remedies.judicial', 'jurisdiction.compelled-access'], {
  jurisdictions: ['AA'],
  inForce: '2009-01-01',
});
const LAWS: readonly CodedInstrument[] = [
  AA,
  law(
    'bb/act',
    ['transfer.adequacy:obligation', 'concepts.personal-data', 'jurisdiction.blocking', 'localization.storage'],
    {
      jurisdictions: ['BB'],
      inForce: '2012-01-01',
    },
  ),
  law('cc/act', ['transfer.consent:obligation:soft:0.6', 'standards.security', 'transfer.general'], {
    jurisdictions: ['CC'],
    inForce: '2016-01-01',
  }),
  treaty('tota/901', ['AA', 'BB'], ['localization.ban', 'transfer.free-flow', 'transfer.exception'], {
    inForce: '2011-01-01',
  }),
  pole('archetype/open', ['transfer.free-flow']),
];

const link = (left: string, right: string, text: number): Alignment =>
  ({
    left: { instrument: left, eId: 'art_1' },
    right: { instrument: right, eId: 'art_3' },
    relation: 'overlapping',
    score: text,
    parts: { text, terms: text, structure: null, codes: null },
    evidence: [],
  }) as unknown as Alignment;
const LINKS = [link('aa/act', 'cc/act', 0.4)];

const study = (coded: readonly CodedInstrument[], alignments = LINKS, memory?: ScoreMemory): ScoreInput =>
  input(coded, { alignments, between: 'jurisdictions', draws: 8, ...(memory === undefined ? {} : { memory }) });

/** All that a run and its report reckon. */
const all = (given: ScoreInput) => ({
  scores: score(given),
  map: regimeMap(given, 'all', []),
  series: series(given, 'all', { sides: ['AA', 'BB', 'CC'], treaties: false }, [2010, 2013, 2017]),
  past: divergencesOn(given, ['2010-12-31', '2015-12-31']),
});

/** The key of a law as a study has it: it changes with any word. */
const keyed = (coded: readonly CodedInstrument[]) => (id: string) =>
  JSON.stringify(coded.find((c) => c.instrument.metadata.id === id)) ?? id;

/** Counts what is reckoned and read anew. */
class Counted extends ScoreMemory {
  anew: string[] = [];
  override figures(key: string, make: () => Float64Array): Float64Array {
    return super.figures(key, () => this.count(key, make));
  }
  override words(key: string, make: () => string): string {
    return super.words(key, () => this.count(key, make));
  }
  private count<T>(key: string, make: () => T): T {
    this.anew.push(key.split(/[\s"[\],]+/).find((word) => word !== '') ?? '');
    return make();
  }
}

/** The act with another word before its articles, which no code is read in: all of them stand further back. */
function shifted(coded: CodedInstrument): CodedInstrument {
  const by = (s: { readonly start: number; readonly end: number }) => ({ start: s.start + 7, end: s.end + 7 });
  const { instrument, annotations } = coded;
  const provisions = instrument.provisions.map((p) => ({ ...p, span: by(p.span), ownSpans: p.ownSpans.map(by) }));
  return {
    instrument: { ...instrument, text: `Anew.\n\n${instrument.text}`.slice(0, -1), provisions },
    annotations: annotations.map((a) => ({ ...a, span: by(a.span) })),
  };
}

const instead = (changed: CodedInstrument) => LAWS.map((c) => (c.instrument.metadata.id === 'aa/act' ? changed : c));
const before = new Counted(null, keyed(LAWS), 'made');
const first = all(study(LAWS, LINKS, before));
const bytes = before.toBytes();

describe('what the last scoring remembered', () => {
  it('changes no figure', () => {
    expect(first).toEqual(all(study(LAWS)));
    expect(first.scores.tensions.length).toBeGreaterThan(2);
    expect(first.past.every((p) => p.divergences.length > 0)).toBe(true);
  });

  it('is all that is needed where nothing changed: no law is read, nothing is reckoned or remembered anew', () => {
    const unread = LAWS.map(({ instrument, annotations }) => ({
      annotations,
      instrument: {
        ...instrument,
        get text(): string {
          throw new Error('read');
        },
      },
    }));
    const memory = new Counted(bytes, keyed(LAWS), 'made');
    expect(all(study(unread, [...LINKS], memory))).toEqual(first);
    expect(memory.anew).toEqual([]);
    expect(memory.toBytes()).toBeNull();
  });

  it('costs a law in which a word changed that nothing is read in no more than being read itself', () => {
    const now = instead(shifted(AA));
    const memory = new Counted(bytes, keyed(now), 'made');
    expect(all(study(now, LINKS, memory))).toEqual(all(study(now)));
    expect(new Set(memory.anew)).toEqual(new Set(['text', 'elements', 'units', 'rules', 'clauses', 'tensions']));
    // What was not asked for, because the map was taken up whole, is there for the next law that changes.
    const again = new Counted(
      memory.toBytes(),
      keyed(instead(law('aa/act', ['transfer.general'], AA.instrument.metadata))),
      'made',
    );
    all(study(instead(law('aa/act', ['transfer.general'], AA.instrument.metadata)), LINKS, again));
    const pairs = (m: Counted) => m.anew.filter((key) => key === 'ensemble').length;
    expect(pairs(again)).toBeLessThan(pairs(before));
  });

  it.each([
    [
      'a law that was coded otherwise',
      instead(law('aa/act', ['transfer.general', 'remedies.judicial'], AA.instrument.metadata)),
      LINKS,
    ],
    [
      'a rule less sure',
      instead({ ...AA, annotations: AA.annotations.map((a) => ({ ...a, confidence: 0.7 })) }),
      LINKS,
    ],
    [
      'a rule coded in another article, in which it reads the same',
      instead({
        ...AA,
        annotations: AA.annotations.map((a) => ({ ...a, provision: { ...a.provision, eId: 'art_2' } })),
      }),
      LINKS,
    ],
    ['other words of two linked articles', LAWS, [link('aa/act', 'cc/act', 0.9)]],
    ['a link that went', LAWS, []],
    ['a law that went', LAWS.slice(1), LINKS],
    [
      'a law in force from another day',
      instead({
        ...AA,
        instrument: { ...AA.instrument, metadata: { ...AA.instrument.metadata, inForce: '2014-01-01' } },
      }),
      LINKS,
    ],
    [
      'a law by another name',
      instead({ ...AA, instrument: { ...AA.instrument, metadata: { ...AA.instrument.metadata, aliases: ['ACT'] } } }),
      LINKS,
    ],
  ])('gives what is reckoned afresh after a change: %s', (_, now, links) => {
    const fresh = all(study(now, links));
    expect(fresh).not.toEqual(first);
    expect(all(study(now, links, new ScoreMemory(bytes, keyed(now), 'made')))).toEqual(fresh);
  });

  it('is not taken up by other code or another codebook', () => {
    const memory = new Counted(bytes, keyed(LAWS), 'made otherwise');
    expect(all(study(LAWS, LINKS, memory))).toEqual(first);
    expect(memory.anew.length).toBe(before.anew.length);
  });
});
