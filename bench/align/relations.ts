import { dot, type RelationWeights, type ScoreWeights } from '../../src/align/pair/combine.js';
import { type Candidate, chooseLinks } from '../../src/align/pair/links.js';
import { relate, relationFeatures, type Tops, topsOf } from '../../src/align/pair/relation.js';
import type { GoldPair } from './data.js';
import type { Measured } from './fit.js';
import { cite, type Rows } from './judge.js';

const STEPS = 400;
const RATE = 0.05;
/** Measured over all gold links with the pair left out, readings weighing as the gold does: 0.007 gives 0.66, 0.07 0.65; without readings 0.61. */
const RIDGE = 0.007;
/** Pairs weigh by the root of their links over this: six pairs together then pull about as strongly as the ridge was measured with. */
const SHARE = 5;
/** The relations that are learned, in the order of the confusion table. */
export const CLASSES = ['related', 'equivalent', 'narrower', 'broader'] as const;

/** Rare relations weigh more by this power of how rare they are: `broader` is one gold link in fifteen. Measured: 0.58 without, 0.59 with it, 0.57 at 0.6. */
const RARE = 0.3;

interface Example {
  readonly shared: readonly number[];
  readonly directed: readonly number[];
  readonly gold: number;
  readonly weight: number;
}

/** Weights of the relation, learned from the links among each set's rows that the gold confirms. Deterministic. */
export function learnRelations(
  sets: readonly Measured[],
  rows: readonly Rows[],
  weights: ScoreWeights,
): RelationWeights {
  const examples = sets.flatMap((m, s) => {
    const ranked = rows[s] ?? [];
    const found = confirmed(m.pair, { ranked, links: chooseLinks(ranked, weights.links) });
    return found.map(({ candidate, tops, gold }): Example => {
      const x = relationFeatures(candidate, tops);
      return { ...x, gold: CLASSES.findIndex((c) => c === gold), weight: 1 / Math.sqrt(found.length) / SHARE };
    });
  });
  const sums = CLASSES.map((_, k) => examples.reduce((sum, e) => sum + (e.gold === k ? e.weight : 0), 0));
  const mean = sums.reduce((a, b) => a + b, 0) / CLASSES.length;
  const size = examples[0]?.shared.length ?? 0;
  const w = new Array<number>(2 * size + (examples[0]?.directed.length ?? 0)).fill(0);
  const split = () => ({
    equivalent: w.slice(0, size),
    directional: w.slice(size, 2 * size),
    direction: w.slice(2 * size),
  });
  const weighed = examples.map((e) => ({ ...e, weight: e.weight * (mean / (sums[e.gold] || mean)) ** RARE }));
  const first = w.map(() => 0);
  const second = w.map(() => 0);
  for (let step = 1; step <= STEPS; step++) {
    const slope = w.map((v) => RIDGE * v);
    for (const e of weighed) addSlope(e, split(), slope, size);
    w.forEach((v, k) => {
      const g = slope[k] ?? 0;
      first[k] = 0.9 * (first[k] ?? 0) + 0.1 * g;
      second[k] = 0.99 * (second[k] ?? 0) + 0.01 * g * g;
      w[k] =
        v - (RATE * (first[k] ?? 0)) / (1 - 0.9 ** step) / (Math.sqrt((second[k] ?? 0) / (1 - 0.99 ** step)) + 1e-9);
    });
  }
  for (let k = 0; k < w.length; k++) w[k] = Math.round((w[k] ?? 0) * 1e4) / 1e4;
  return split();
}

function addSlope(e: Example, w: RelationWeights, slope: number[], size: number): void {
  const aside = dot(w.directional, e.shared);
  const direction = dot(w.direction, e.directed);
  const z = [0, dot(w.equivalent, e.shared), aside - direction, aside + direction];
  const top = Math.max(...z);
  const exp = z.map((v) => Math.exp(v - top));
  const all = exp.reduce((a, b) => a + b, 0);
  const off = exp.map((v, k) => e.weight * (v / all - (k === e.gold ? 1 : 0)));
  const [, equal = 0, less = 0, more = 0] = off;
  e.shared.forEach((x, k) => {
    slope[k] = (slope[k] ?? 0) + equal * x;
    slope[size + k] = (slope[size + k] ?? 0) + (less + more) * x;
  });
  e.directed.forEach((x, k) => {
    slope[2 * size + k] = (slope[2 * size + k] ?? 0) + (more - less) * x;
  });
}

interface Confirmed {
  readonly candidate: Candidate;
  readonly tops: Tops;
  readonly gold: string;
}

/** Links that the gold confirms, with the gold's relation. */
function confirmed(pair: GoldPair, found: { readonly ranked: Rows; readonly links: Rows }): readonly Confirmed[] {
  const topsIn = topsOf(found.ranked, found.links);
  return found.links.flatMap((row, i) =>
    row.flatMap((candidate) => {
      const gold = pair.gold.get(cite(candidate.left))?.get(cite(candidate.right));
      return gold === undefined ? [] : [{ candidate, tops: topsIn(candidate, i), gold }];
    }),
  );
}

/** Counts the rightly linked pairs into a table: a row the gold's relation, a column the one said. */
export function confuse(m: Measured, ranked: Rows, weights: ScoreWeights, table: readonly number[][]): void {
  const at = (relation: string) => CLASSES.findIndex((c) => c === relation);
  for (const f of confirmed(m.pair, { ranked, links: chooseLinks(ranked, weights.links) })) {
    const row = table[at(f.gold)];
    const said = at(relate(f.candidate, f.tops, weights.relation));
    if (row !== undefined && said >= 0) row[said] = (row[said] ?? 0) + 1;
  }
}

/** Share of the rightly linked pairs among ranked rows whose relation is the gold's; NaN where no link is right. */
export function relations(m: Measured, ranked: Rows, weights: ScoreWeights): number {
  const found = confirmed(m.pair, { ranked, links: chooseLinks(ranked, weights.links) });
  return found.filter((f) => relate(f.candidate, f.tops, weights.relation) === f.gold).length / found.length;
}
