/** One left unit: the features of its pairs and which of them are gold. */
export interface Asked {
  readonly x: readonly (readonly number[])[];
  readonly isGold: readonly boolean[];
}

const STEPS = 250;
const RATE = 0.15;
/** Pairs of a unit that are learned from, beside its gold ones: the nearest by the plain sum of features; the rest teach nothing. */
const RIVALS = 30;

interface Question {
  /** A row a pair, flat. */
  readonly x: Float64Array;
  readonly isGold: readonly boolean[];
  readonly share: number;
}

/**
 * Weights of a softmax over each left unit's pairs (gold ones share the mass), sets weighing alike, by Adam from zero with `ridge` on each
 * weight. Deterministic. Zeros where no unit has a gold pair.
 */
export function softmax(sets: readonly (readonly Asked[])[], ridge: readonly number[]): number[] {
  const size = ridge.length;
  const questions = sets.flatMap((set) => {
    const asked = set.filter((q) => q.isGold.includes(true));
    return asked.map((q) => prune(q, size, 1 / asked.length));
  });
  const w = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const slope = new Float64Array(size);
  for (let step = 1; step <= STEPS; step++) {
    for (let k = 0; k < size; k++) slope[k] = (ridge[k] ?? 0) * (w[k] ?? 0) * sets.length;
    for (const q of questions) addSlope(w, q, slope);
    for (let k = 0; k < size; k++) {
      const g = slope[k] ?? 0;
      first[k] = 0.9 * (first[k] ?? 0) + 0.1 * g;
      second[k] = 0.99 * (second[k] ?? 0) + 0.01 * g * g;
      const move = (first[k] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((second[k] ?? 0) / (1 - 0.99 ** step)) + 1e-9);
      w[k] = (w[k] ?? 0) - RATE * move;
    }
  }
  return [...w];
}

function prune(q: Asked, size: number, share: number): Question {
  const sums = q.x.map((x) => x.reduce((a, b) => a + b, 0));
  const cut = [...sums].sort((a, b) => b - a)[RIVALS] ?? Number.NEGATIVE_INFINITY;
  const kept = q.x.flatMap((_, i) => (q.isGold[i] === true || (sums[i] ?? 0) > cut ? [i] : []));
  const x = new Float64Array(kept.length * size);
  kept.forEach((i, n) => {
    x.set(q.x[i] ?? [], n * size);
  });
  return { x, isGold: kept.map((i) => q.isGold[i] === true), share };
}

function addSlope(w: Float64Array, { x, isGold, share }: Question, slope: Float64Array): void {
  const size = w.length;
  const z = isGold.map((_, n) => {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += (w[k] ?? 0) * (x[n * size + k] ?? 0);
    return sum;
  });
  const top = Math.max(...z);
  const e = z.map((v) => Math.exp(v - top));
  const all = e.reduce((a, b) => a + b, 0);
  const right = e.reduce((a, b, n) => a + (isGold[n] === true ? b : 0), 0);
  isGold.forEach((gold, n) => {
    const pull = ((e[n] ?? 0) / all - (gold ? (e[n] ?? 0) / right : 0)) * share;
    if (Math.abs(pull) < 1e-7) return;
    for (let k = 0; k < size; k++) slope[k] = (slope[k] ?? 0) + pull * (x[n * size + k] ?? 0);
  });
}
