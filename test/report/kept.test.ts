import { expect, it } from 'vitest';
import type { Study } from '../../src/model/index.js';
import { type ReportFile, type ReportMemory, report } from '../../src/report/index.js';
import { coding, law, study } from './build.js';

/** Holds whatever was made from the same in the report before. */
class Last implements ReportMemory {
  readonly held = new Set<string>();
  readonly from = new Map<string, string>();
  constructor(
    private readonly whole: Study,
    private readonly last: ReadonlyMap<string, string>,
  ) {}
  keyOf(id: string): string {
    return JSON.stringify(this.whole.coded.find((c) => c.instrument.metadata.id === id) ?? id);
  }
  holds(path: string, from: string): boolean {
    this.from.set(path, from);
    if (this.last.get(path) !== from) return false;
    this.held.add(path);
    return true;
  }
}

const base = study();
const html = (whole: Study, memory: ReportMemory | null): Map<string, ReportFile['content']> =>
  new Map(report(whole, { format: 'html', memory }).map(({ path, content }) => [path, content]));
const before = new Last(base, new Map());
const first = html(base, before);

/** The first of a list, altered. */
const altered = <T>(list: readonly T[], over: Partial<T>): readonly T[] =>
  list.map((item, n) => (n === 0 ? { ...item, ...over } : item));
const amended = law('xx/amended', ['XX'], ['Data may be sent abroad with consent.'], { aliases: ['Amended'] });

it.each<[string, Partial<Study>]>([
  ['nothing', {}],
  ['a figure', { divergences: altered(base.divergences, { total: 0.123 }) }],
  ['a part of a figure', { divergences: altered(base.divergences, { textual: 0.123 }) }],
  ['a position', { positions: altered(base.positions, { stance: 'soft' }) }],
  ['the confidence of a position', { positions: altered(base.positions, { confidence: 0.123 }) }],
  ['a link', { alignments: altered(base.alignments, { score: 0.123 }) }],
  ['a tension', { tensions: altered(base.tensions, { severity: 0.123 }) }],
  [
    'a rule',
    { concordances: base.concordances.map((c) => ({ ...c, rows: altered(c.rows, { label: 'Another name' }) })) },
  ],
  [
    'a law',
    {
      coded: [
        ...base.coded.slice(1),
        { instrument: amended, annotations: [coding(amended, 'art_1', 'transfer.consent')] },
      ],
    },
  ],
])('leaves the files of the last report that are the same, and no other, where %s changed', (what, over) => {
  const changed = study(over);
  const whole = html(changed, null);
  const memory = new Last(changed, before.from);
  const made = html(changed, memory);
  expect(new Set([...made.keys(), ...memory.held])).toEqual(new Set(whole.keys()));
  for (const path of memory.held) expect([path, whole.get(path)]).toEqual([path, first.get(path)]);
  for (const [path, content] of made) expect([path, content]).toEqual([path, whole.get(path)]);
  expect(memory.held.size).toBeGreaterThan(0);
  if (what === 'nothing') expect(memory.held).toEqual(new Set(before.from.keys()));
});

it('names the corpus in one file, not in its pages', () => {
  const corpus = /"corpus":"([0-9a-f]{12})"/.exec(String(first.get('data/edition.js')))?.[1] ?? 'none';
  const naming = [...first].filter(([, content]) => String(content).includes(corpus)).map(([path]) => path);
  expect(naming).toEqual(['method.html', 'data/edition.js']);
});
