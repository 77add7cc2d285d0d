import type { Vector } from '../samples.js';

/** Settings of the learner: step, and the pulls towards zero (`sparsity` empties weights, `ridge` shrinks them). */
export interface Settings {
  readonly rate: number;
  readonly sparsity: number;
  readonly ridge: number;
}

/**
 * Sparse logistic regression by FTRL-Proximal: one pass costs the number of non-zero features, and weights that earn
 * nothing stay exactly zero. Deterministic: examples are taken in the order given.
 * @see McMahan et al. 2013, Ad Click Prediction: a View from the Trenches
 */
export class Ftrl {
  readonly #z: Float64Array;
  readonly #n: Float64Array;
  readonly #w: Float64Array;
  readonly #s: Settings;

  constructor(size: number, settings: Settings) {
    this.#z = new Float64Array(size);
    this.#n = new Float64Array(size);
    this.#w = new Float64Array(size);
    this.#s = settings;
  }

  /** The weight of a feature now. */
  weight(i: number): number {
    return this.#w[i] ?? 0;
  }

  /** Log-odds of an example. Indexes are the vocabulary's own, so that looking them up needs no check: this loop is nine tenths of training. */
  odds(vectors: readonly Vector[], offset: number): number {
    const w = this.#w;
    let total = offset;
    for (let v = 0; v < vectors.length; v += 1) {
      const { at, value } = vectors[v] as Vector;
      for (let i = 0; i < at.length; i += 1) total += (w[at[i] as number] as number) * (value[i] as number);
    }
    return total;
  }

  /** Learns one example; examples already answered with this much certainty are passed over. */
  learn(vectors: readonly Vector[], offset: number, isHit: boolean, importance: number): void {
    const error = 1 / (1 + Math.exp(-this.odds(vectors, offset))) - (isHit ? 1 : 0);
    if (Math.abs(error) < CERTAIN) return;
    const { rate, sparsity, ridge } = this.#s;
    const [w, n, z] = [this.#w, this.#n, this.#z];
    const slope = error * importance;
    for (let v = 0; v < vectors.length; v += 1) {
      const { at, value } = vectors[v] as Vector;
      for (let i = 0; i < at.length; i += 1) {
        const index = at[i] as number;
        const gradient = slope * (value[i] as number);
        const before = n[index] as number;
        const after = before + gradient * gradient;
        const root = Math.sqrt(after);
        const pulled = (z[index] as number) + gradient - ((root - Math.sqrt(before)) / rate) * (w[index] as number);
        z[index] = pulled;
        n[index] = after;
        const pull = Math.abs(pulled) - sparsity;
        w[index] = pull <= 0 ? 0 : (pulled > 0 ? -pull : pull) / ((1 + root) / rate + ridge);
      }
    }
  }
}

const CERTAIN = 0.004;
