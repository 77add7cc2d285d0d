import { above } from '../../../src/annotate/ranker/places.js';
import type { Tree } from '../../../src/annotate/ranker/trees.js';
import { randomOf } from './random.js';

/** Claims to learn from: one column of values a sign, and of each claim whether readers made it too. */
export interface Claims {
  readonly columns: readonly Float64Array[];
  readonly isRight: Uint8Array;
}

/** Settings as LightGBM names them; measured in ADR 21. */
const ROUNDS = 150;
const RATE = 0.06;
const LEAVES = 15;
const LEAST_CLAIMS = 40;
const RIDGE = 8;
const SIGN_SHARE = 0.5;
const CLAIM_SHARE = 0.8;
/** Values of a sign are told apart in so many bands of equal size. */
const BANDS = 64;

/**
 * Boosted decision trees for the log-odds that a claim is right: each tree mends what those before it got wrong, grown leaf by leaf
 * where it gains most, on a share of the claims and signs. The same claims and seed give the same trees.
 * @see Friedman 2001, Greedy function approximation; Ke et al. 2017, LightGBM (leaf-wise growth over histograms)
 */
export function grow({ columns, isRight }: Claims, seed: number): Tree[] {
  const random = randomOf(seed);
  const limits = columns.map(limitsOf);
  const bands = columns.map((column, c) => bandsOf(column, limits[c] ?? new Float64Array(0)));
  const n = isRight.length;
  const odds = new Float64Array(n);
  const slope = new Float64Array(n);
  const curve = new Float64Array(n);
  const trees: Tree[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = 0; i < n; i += 1) {
      const p = 1 / (1 + Math.exp(-(odds[i] ?? 0)));
      slope[i] = p - (isRight[i] ?? 0);
      curve[i] = p * (1 - p);
    }
    const signs = columns.map((_, c) => c).filter(() => random() < SIGN_SHARE);
    const rows = Int32Array.from({ length: n }, (_, i) => i).filter(() => random() < CLAIM_SHARE);
    const tree = new Grower(bands, limits, slope, curve, signs).grow(rows);
    trees.push(tree);
    for (let i = 0; i < n; i += 1) odds[i] = (odds[i] ?? 0) + leafOf(tree, columns, i);
  }
  return trees;
}

function leafOf({ sign, at, low, high, leaf }: Tree, columns: readonly Float64Array[], i: number): number {
  let node = leaf.length > 1 ? 0 : -1;
  while (node >= 0) node = ((columns[sign[node] ?? 0]?.[i] ?? 0) < (at[node] ?? 0) ? low[node] : high[node]) ?? -1;
  return leaf[-1 - node] ?? 0;
}

/** Values that begin a band, rising; rounded, for the model keeps them as text. */
function limitsOf(column: Float64Array): Float64Array {
  const sorted = column.slice().sort();
  const found = new Set<number>();
  for (let b = 1; b < BANDS; b += 1) {
    const value = sorted[Math.floor((b * sorted.length) / BANDS)] ?? 0;
    if (value > (sorted[0] ?? 0)) found.add(Math.round(value * 1e4) / 1e4);
  }
  // Rare values would fall between the bands: whether there is anything at all is asked first.
  const first = sorted.find((v) => v > (sorted[0] ?? 0));
  if (first !== undefined) found.add(Math.round(first * 1e4) / 1e4);
  return Float64Array.from(found).sort();
}

function bandsOf(column: Float64Array, limits: Float64Array): Uint8Array {
  return Uint8Array.from(column, (value) => above(limits, value));
}

interface Split {
  readonly sign: number;
  readonly band: number;
  readonly gain: number;
}

interface Leaf {
  readonly rows: Int32Array;
  readonly slope: number;
  readonly curve: number;
  readonly split: Split | null;
  /** The question and its answer that lead here; null for the root. */
  readonly from: { readonly node: number; readonly side: 'low' | 'high' } | null;
}

/** Grows one tree. */
class Grower {
  readonly #slopes = new Float64Array(BANDS + 1);
  readonly #curves = new Float64Array(BANDS + 1);
  readonly #counts = new Int32Array(BANDS + 1);

  constructor(
    readonly bands: readonly Uint8Array[],
    readonly limits: readonly Float64Array[],
    readonly slope: Float64Array,
    readonly curve: Float64Array,
    readonly signs: readonly number[],
  ) {}

  grow(rows: Int32Array): Tree {
    const tree = { sign: [] as number[], at: [] as number[], low: [] as number[], high: [] as number[] };
    const mean: number[] = [];
    const leaves = [this.#leaf(rows, null)];
    while (leaves.length < LEAVES) {
      let best = -1;
      leaves.forEach(({ split }, i) => {
        if (split !== null && (best < 0 || split.gain > (leaves[best]?.split?.gain ?? 0))) best = i;
      });
      const leaf = leaves[best];
      if (leaf?.split == null) break;
      const { sign, band } = leaf.split;
      const node = tree.sign.length;
      tree.sign.push(sign);
      tree.at.push(this.limits[sign]?.[band - 1] ?? 0);
      tree.low.push(0);
      tree.high.push(0);
      mean.push(this.#value(leaf));
      if (leaf.from !== null) tree[leaf.from.side][leaf.from.node] = node;
      const isLow = (i: number): boolean => (this.bands[sign]?.[i] ?? 0) < band;
      leaves.splice(
        best,
        1,
        this.#leaf(leaf.rows.filter(isLow), { node, side: 'low' }),
        this.#leaf(
          leaf.rows.filter((i) => !isLow(i)),
          { node, side: 'high' },
        ),
      );
    }
    leaves.forEach(({ from }, i) => {
      if (from !== null) tree[from.side][from.node] = -1 - i;
    });
    return { ...tree, mean, leaf: leaves.map((l) => this.#value(l)) };
  }

  #value({ slope, curve }: Leaf): number {
    return Math.round(((-RATE * slope) / (curve + RIDGE)) * 1e5) / 1e5;
  }

  #leaf(rows: Int32Array, from: Leaf['from']): Leaf {
    let slope = 0;
    let curve = 0;
    for (const i of rows) {
      slope += this.slope[i] ?? 0;
      curve += this.curve[i] ?? 0;
    }
    return { rows, slope, curve, from, split: rows.length < 2 * LEAST_CLAIMS ? null : this.#split(rows, slope, curve) };
  }

  #split(rows: Int32Array, slope: number, curve: number): Split | null {
    const before = slope ** 2 / (curve + RIDGE);
    let best: Split | null = null;
    for (const sign of this.signs) {
      const size = (this.limits[sign]?.length ?? 0) + 1;
      if (size < 2) continue;
      this.#count(rows, this.bands[sign] ?? new Uint8Array(0), size);
      let [s, c, n] = [0, 0, 0];
      for (let band = 1; band < size; band += 1) {
        s += this.#slopes[band - 1] ?? 0;
        c += this.#curves[band - 1] ?? 0;
        n += this.#counts[band - 1] ?? 0;
        if (n < LEAST_CLAIMS || rows.length - n < LEAST_CLAIMS) continue;
        const gain = s ** 2 / (c + RIDGE) + (slope - s) ** 2 / (curve - c + RIDGE) - before;
        if (gain > (best?.gain ?? LEAST_GAIN)) best = { sign, band, gain };
      }
    }
    return best;
  }

  /** Rows and bands are this class's own, so that looking them up needs no check: this loop is most of the growing. */
  #count(rows: Int32Array, bands: Uint8Array, size: number): void {
    const [slopes, curves, counts] = [this.#slopes, this.#curves, this.#counts];
    const { slope, curve } = this;
    slopes.fill(0, 0, size);
    curves.fill(0, 0, size);
    counts.fill(0, 0, size);
    for (let r = 0; r < rows.length; r += 1) {
      const i = rows[r] as number;
      const band = bands[i] as number;
      slopes[band] = (slopes[band] as number) + (slope[i] as number);
      curves[band] = (curves[band] as number) + (curve[i] as number);
      counts[band] = (counts[band] as number) + 1;
    }
  }
}

const LEAST_GAIN = 1e-6;
