import { type Matters, type Signs, signsOf } from '../../src/align/matters/sorting.js';
import { readTable, writeTable } from '../../src/align/matters/table.js';
import { profile, type UnitProfile } from '../../src/align/profile.js';
import type { GoldPair } from './data.js';
import { cite } from './judge.js';

/** Sum of the signs of the provisions that make a matter. */
interface Heap {
  readonly label: string;
  readonly signs: Map<string, number>;
  members: number;
}

/** Units without counterpart this alike (cosine) make one matter; their matters must have two. Measured: 0.4 and 0.5 do alike, without any top-1 is 0.01 less. */
const ALIKE = 0.4;
const LEAST_MEMBERS = 2;
/** From this share of provisions with counterparts on a law is taken as a whole: what has none there is a matter too. */
const WHOLE = 0.5;

/**
 * The matters that pairs of counterparts teach: one for each right provision with its counterparts in all pairs, and one for each kind of left
 * provision that has none in several. Through the table that ships, so that what is measured is what ships. Deterministic.
 */
export function learnMatters(pairs: readonly GoldPair[]): Matters {
  const heaps = [...matched(pairs), ...unmatched(pairs)];
  const names = new Set(heaps.flatMap((h) => [...h.signs.keys()]));
  const norms = heaps.map((h) => norm(h.signs));
  const signs = new Map(
    [...names]
      .sort()
      .map((name) => [name, Float64Array.from(heaps, (h, k) => (h.signs.get(name) ?? 0) / (norms[k] ?? 1))]),
  );
  return readTable(writeTable({ labels: heaps.map((h) => h.label), signs }));
}

function matched(pairs: readonly GoldPair[]): readonly Heap[] {
  const laws = new Map<string, Map<string, Heap>>();
  for (const { left, right, gold } of pairs) {
    const id = right.instrument.metadata.id;
    const heaps = laws.get(id) ?? new Map(profile(right).units.map((u) => [cite(u), heapOf(`${id} ${cite(u)}`, u)]));
    laws.set(id, heaps);
    for (const unit of profile(left).units) {
      const links = [...(gold.get(cite(unit))?.keys() ?? [])].flatMap((c) => heaps.get(c) ?? []);
      for (const heap of links) add(heap, unit, 1 / links.length);
    }
  }
  return [...laws.values()].flatMap((heaps) => {
    const all = [...heaps.values()];
    const used = all.filter((h) => h.members > 1);
    return used.length >= WHOLE * all.length ? all : used;
  });
}

/** Leader clustering in the order of the pairs. */
function unmatched(pairs: readonly GoldPair[]): readonly Heap[] {
  const heaps: Heap[] = [];
  for (const { left, gold } of pairs)
    for (const unit of profile(left).units) {
      if (gold.get(cite(unit))?.size !== 0) continue;
      const own = new Map(read(unit));
      let [best, most]: [Heap | null, number] = [null, ALIKE];
      for (const heap of heaps) {
        const likeness = inner(own, heap.signs) / norm(heap.signs);
        if (likeness >= most) [best, most] = [heap, likeness];
      }
      if (best === null) heaps.push(heapOf('', unit));
      else add(best, unit, 1);
    }
  return heaps.filter((h) => h.members >= LEAST_MEMBERS);
}

const known = new WeakMap<UnitProfile, Signs>();

/** The unit's signs, read once for the many matters that leave a pair out. */
function read(unit: UnitProfile): Signs {
  const signs = known.get(unit) ?? signsOf(unit) ?? [];
  known.set(unit, signs);
  return signs;
}

function heapOf(label: string, unit: UnitProfile): Heap {
  return { label, signs: new Map(read(unit)), members: 1 };
}

function add(heap: Heap, unit: UnitProfile, share: number): void {
  for (const [sign, w] of read(unit)) heap.signs.set(sign, (heap.signs.get(sign) ?? 0) + w * share);
  heap.members++;
}

function inner(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [sign, w] of a) sum += w * (b.get(sign) ?? 0);
  return sum;
}

const norm = (signs: ReadonlyMap<string, number>) =>
  Math.sqrt([...signs.values()].reduce((sum, w) => sum + w * w, 0)) || 1;
