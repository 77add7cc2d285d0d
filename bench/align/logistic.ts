import { inverse, Matrix } from 'ml-matrix';

/** A pair and whether the gold links it. */
export interface Point {
  readonly x: readonly number[];
  readonly isGold: boolean;
}

const NEWTON_STEPS = 30;
/** Points of a unit: a set without gold weighs by its units. */
const PER_UNIT = 15;

/**
 * Weights of a logistic regression, `ridge` on all but the first weight; by Newton's method. A set weighs by its number in `weights`, shared among
 * its gold pairs or, where it has none, its units.
 */
export function logistic(sets: readonly (readonly Point[])[], weights: readonly number[], ridge: number): number[] {
  const all = weights.reduce((sum, w) => sum + w, 0);
  const size = sets.flat()[0]?.x.length ?? 0;
  const w = new Array<number>(size).fill(0);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const slope = w.map((v, k) => (k === 0 ? 0 : ridge * v * all));
    const bend = Matrix.eye(size, size, ridge * all);
    for (const [s, set] of sets.entries()) {
      const golds = set.filter((p) => p.isGold).length;
      const share = (weights[s] ?? 1) / Math.max(1, golds > 0 ? golds : set.length / PER_UNIT);
      for (const { x, isGold } of set) {
        const p = 1 / (1 + Math.exp(-x.reduce((sum, v, k) => sum + v * (w[k] ?? 0), 0)));
        const q = Math.max(1e-6, p * (1 - p)) * share;
        const off = (p - (isGold ? 1 : 0)) * share;
        x.forEach((v, k) => {
          slope[k] = (slope[k] ?? 0) + off * v;
          x.forEach((u, l) => {
            bend.set(k, l, bend.get(k, l) + q * v * u);
          });
        });
      }
    }
    const move = inverse(bend).mmul(Matrix.columnVector(slope));
    let largest = 0;
    w.forEach((v, k) => {
      w[k] = v - move.get(k, 0);
      largest = Math.max(largest, Math.abs(move.get(k, 0)));
    });
    if (largest < 1e-6) break;
  }
  return w;
}

/** Slope and intercept that make sums read as log-odds (Platt scaling by Newton's method); points are [sum, 1 if gold else 0]. */
export function platt(points: readonly (readonly [number, number])[]): readonly [number, number] {
  let [a, b] = [1, -3];
  for (let step = 0; step < 80; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-9, 0, 1e-9];
    for (const [s, y] of points) {
      const p = 1 / (1 + Math.exp(-(a * s + b)));
      const q = Math.max(1e-6, p * (1 - p));
      ga += (p - y) * s;
      gb += p - y;
      haa += q * s * s;
      hab += q * s;
      hbb += q;
    }
    const det = haa * hbb - hab * hab;
    if (Math.abs(det) < 1e-12) break;
    // Half steps: full ones overshoot where gold pairs are few.
    a -= (0.5 * (hbb * ga - hab * gb)) / det;
    b -= (0.5 * (haa * gb - hab * ga)) / det;
  }
  return [a, b];
}
