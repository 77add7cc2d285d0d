import type { Case } from './judge.js';

/** Platt's scaling: probability = 1 / (1 + exp(-(slope × odds + intercept))). */
export interface Calibration {
  readonly slope: number;
  readonly intercept: number;
}

/** Log-odds of a claim and whether a reader made it too. */
export interface Trial {
  readonly odds: number;
  readonly isRight: boolean;
}

/** Thresholds that are tried, as probabilities. */
const GRID = Array.from({ length: 33 }, (_, i) => 0.1 + i * 0.025);
/** A code's own evidence on its threshold is mixed with that of all codes, as if these were so many cases of it. */
const BORROWED_CASES = 400;
const NEWTON_STEPS = 60;

/**
 * Platt's scaling, fitted by Newton's method on claims that the model had not seen.
 * @see Platt 1999, Probabilistic outputs for support vector machines
 */
export function platt(trials: readonly Trial[]): Calibration {
  let slope = 1;
  let intercept = 0;
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6];
    for (const { odds, isRight } of trials) {
      const p = probabilityOf({ slope, intercept }, odds);
      const error = p - (isRight ? 1 : 0);
      const weight = p * (1 - p);
      ga += error * odds;
      gb += error;
      haa += weight * odds * odds;
      hab += weight * odds;
      hbb += weight;
    }
    const determinant = haa * hbb - hab * hab;
    if (Math.abs(determinant) < 1e-9) break;
    slope -= (hbb * ga - hab * gb) / determinant;
    intercept -= (haa * gb - hab * ga) / determinant;
  }
  return { slope, intercept };
}

/** The calibrated probability of log-odds. */
export function probabilityOf({ slope, intercept }: Calibration, odds: number): number {
  return 1 / (1 + Math.exp(-(slope * odds + intercept)));
}

interface Tally {
  hits: number;
  claimed: number;
}

/** For each code the probability from which reporting it serves F1 over articles best, on cases the model had not seen. */
export function thresholds(
  cases: readonly Case[],
  codes: readonly string[],
  calibration: Calibration,
): ReadonlyMap<string, number> {
  const counts = new Map<string, Tally[]>(codes.map((c) => [c, GRID.map(() => ({ hits: 0, claimed: 0 }))]));
  const sizes = new Map<string, number>();
  for (const { best, expected } of cases) {
    for (const key of expected) sizes.set(codeOf(key), (sizes.get(codeOf(key)) ?? 0) + 1);
    for (const [key, odds] of best) {
      const p = probabilityOf(calibration, odds);
      const isHit = expected.has(key);
      counts.get(codeOf(key))?.forEach((tally, i) => {
        if (p < (GRID[i] ?? 1)) return;
        tally.claimed += 1;
        if (isHit) tally.hits += 1;
      });
    }
  }
  const total = sum([...sizes.values()]);
  const pooled = GRID.map((_, i) => ({
    hits: sum([...counts.values()].map((c) => c[i]?.hits ?? 0)),
    claimed: sum([...counts.values()].map((c) => c[i]?.claimed ?? 0)),
  }));
  const share = BORROWED_CASES / Math.max(total, 1);
  return new Map(
    codes.map((code) => {
      const f1 = GRID.map((_, i) => {
        const own = counts.get(code)?.[i] ?? { hits: 0, claimed: 0 };
        const all = pooled[i] ?? { hits: 0, claimed: 0 };
        const size = (sizes.get(code) ?? 0) + share * total;
        return (2 * (own.hits + share * all.hits)) / (own.claimed + share * all.claimed + size);
      });
      return [code, Math.round((GRID[f1.indexOf(Math.max(...f1))] ?? 0.5) * 1000) / 1000];
    }),
  );
}

/** The code of a key `article code`. */
export function codeOf(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1);
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
