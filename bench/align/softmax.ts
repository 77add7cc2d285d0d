import { dot } from '../../src/align/pair/combine.js';

/** One left unit: the features of its pairs and which of them are gold. */
export interface Asked {
  readonly x: readonly (readonly number[])[];
  readonly isGold: readonly boolean[];
}

const STEPS = 250;
const RATE = 0.15;

/**
 * Weights of a softmax over each left unit's pairs (gold ones share the mass), sets weighing alike, by Adam from zero with `ridge` on each
 * weight. Deterministic. Zeros where no unit has a gold pair.
 */
export function softmax(sets: readonly (readonly Asked[])[], ridge: readonly number[]): number[] {
  const size = ridge.length;
  const w = new Array<number>(size).fill(0);
  const first = new Array<number>(size).fill(0);
  const second = new Array<number>(size).fill(0);
  for (let step = 1; step <= STEPS; step++) {
    const slope = w.map((v, k) => (ridge[k] ?? 0) * v * sets.length);
    for (const set of sets) {
      const asked = set.filter((q) => q.isGold.includes(true));
      for (const q of asked) addSlope(w, q, asked.length, slope);
    }
    for (let k = 0; k < size; k++) {
      const g = slope[k] ?? 0;
      first[k] = 0.9 * (first[k] ?? 0) + 0.1 * g;
      second[k] = 0.99 * (second[k] ?? 0) + 0.01 * g * g;
      const move = (first[k] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((second[k] ?? 0) / (1 - 0.99 ** step)) + 1e-9);
      w[k] = (w[k] ?? 0) - RATE * move;
    }
  }
  return w;
}

function addSlope(w: readonly number[], q: Asked, among: number, slope: number[]): void {
  const z = q.x.map((x) => dot(w, x));
  const top = Math.max(...z);
  const e = z.map((v) => Math.exp(v - top));
  const all = e.reduce((a, b) => a + b, 0);
  const right = e.reduce((a, b, i) => a + (q.isGold[i] === true ? b : 0), 0);
  q.x.forEach((x, i) => {
    const pull = ((e[i] ?? 0) / all - (q.isGold[i] === true ? (e[i] ?? 0) / right : 0)) / among;
    if (Math.abs(pull) < 1e-7) return;
    for (let k = 0; k < x.length; k++) slope[k] = (slope[k] ?? 0) + pull * (x[k] ?? 0);
  });
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
