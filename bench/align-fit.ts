import type { Candidate } from '../src/align/links.js';
import { type ScoreWeights, toVector } from '../src/align/weights.js';

/** One left unit: its candidates and which of them are gold. */
export interface Question {
  readonly candidates: readonly Candidate[];
  readonly isGold: (c: Candidate) => boolean;
}

const STEPS = 250;
const RATE = 0.15;
const RIDGE = 0.002;

/**
 * Weights learned from pairs of instruments: a softmax over each left unit's candidates (gold ones share the mass), pairs weighing alike,
 * by Adam; then a logistic scale, so that scores read as probabilities. Deterministic. Weights of zero where there is nothing to learn from.
 */
export function learn(pairs: readonly (readonly Question[])[]): ScoreWeights {
  const size = 9;
  const sets = pairs.map((questions) =>
    questions.map((q) => ({
      x: q.candidates.map((c) => toVector(c.features)),
      y: q.candidates.map((c) => q.isGold(c)),
    })),
  );
  const w = new Array<number>(size).fill(0);
  const first = new Array<number>(size).fill(0);
  const second = new Array<number>(size).fill(0);
  for (let step = 1; step <= STEPS; step++) {
    const slope = w.map((v) => RIDGE * v * sets.length);
    for (const set of sets) {
      const asked = set.filter((q) => q.y.includes(true));
      for (const q of asked) {
        const z = q.x.map((x) => dot(w, x));
        const top = Math.max(...z);
        const e = z.map((v) => Math.exp(v - top));
        const all = sum(e);
        const right = sum(e.filter((_, i) => q.y[i] === true));
        q.x.forEach((x, i) => {
          const pull = ((e[i] ?? 0) / all - (q.y[i] === true ? (e[i] ?? 0) / right : 0)) / asked.length;
          for (let k = 0; k < size; k++) slope[k] = (slope[k] ?? 0) + pull * (x[k] ?? 0);
        });
      }
    }
    for (let k = 0; k < size; k++) {
      const g = slope[k] ?? 0;
      first[k] = 0.9 * (first[k] ?? 0) + 0.1 * g;
      second[k] = 0.99 * (second[k] ?? 0) + 0.01 * g * g;
      const move = (first[k] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((second[k] ?? 0) / (1 - 0.99 ** step)) + 1e-9);
      w[k] = (w[k] ?? 0) - RATE * move;
    }
  }
  const points = sets.flat().flatMap((q) => q.x.map((x, i) => [dot(w, x), q.y[i] === true ? 1 : 0] as const));
  const [scale, intercept] = logistic(points);
  const at = (k: number) => Math.round((w[k] ?? 0) * scale * 100) / 100;
  return {
    intercept: Math.round(intercept * 100) / 100,
    text: at(0),
    terms: at(1),
    headings: at(2),
    missingHeading: at(3),
    codes: at(4),
    missingCodes: at(5),
    chapter: at(6),
    position: at(7),
    quantities: at(8),
  };
}

/** Newton's method on one slope and an intercept (Platt scaling). */
function logistic(points: readonly (readonly [number, number])[]): readonly [number, number] {
  let [a, b] = [1, -5];
  for (let step = 0; step < 60; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-9, 0, 1e-9];
    for (const [s, y] of points) {
      const p = 1 / (1 + Math.exp(-(a * s + b)));
      const q = p * (1 - p);
      ga += (p - y) * s;
      gb += p - y;
      haa += q * s * s;
      hab += q * s;
      hbb += q;
    }
    const det = haa * hbb - hab * hab;
    if (Math.abs(det) < 1e-12) break;
    a -= (hbb * ga - hab * gb) / det;
    b -= (haa * gb - hab * ga) / det;
  }
  return [a, b];
}

const sum = (values: readonly number[]) => values.reduce((x, y) => x + y, 0);
const dot = (w: readonly number[], x: readonly number[]) => w.reduce((s, v, k) => s + v * (x[k] ?? 0), 0);
