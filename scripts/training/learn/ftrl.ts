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

  /** Log-odds of an example. */
  odds(vectors: readonly Vector[], offset: number): number {
    let total = offset;
    for (const { at, value } of vectors)
      for (let i = 0; i < at.length; i += 1) total += (this.#w[at[i] ?? 0] ?? 0) * (value[i] ?? 0);
    return total;
  }

  /** Learns one example; examples already answered with this much certainty are passed over. */
  learn(vectors: readonly Vector[], offset: number, isHit: boolean, importance: number): void {
    const error = 1 / (1 + Math.exp(-this.odds(vectors, offset))) - (isHit ? 1 : 0);
    if (Math.abs(error) < CERTAIN) return;
    const { rate, sparsity, ridge } = this.#s;
    for (const { at, value } of vectors)
      for (let i = 0; i < at.length; i += 1) {
        const index = at[i] ?? 0;
        const gradient = error * (value[i] ?? 0) * importance;
        const before = this.#n[index] ?? 0;
        const after = before + gradient * gradient;
        const root = Math.sqrt(after);
        const z = (this.#z[index] ?? 0) + gradient - ((root - Math.sqrt(before)) / rate) * (this.#w[index] ?? 0);
        this.#z[index] = z;
        this.#n[index] = after;
        const pull = Math.abs(z) - sparsity;
        this.#w[index] = pull <= 0 ? 0 : (-Math.sign(z) * pull) / ((1 + root) / rate + ridge);
      }
  }
}

const CERTAIN = 0.004;
