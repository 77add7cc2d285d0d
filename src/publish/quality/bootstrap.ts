import { generator } from '../../text/random.js';

/** 95 % percentile interval; both null where too few resamples have a value. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/** How intervals are drawn: the same seed gives the same ones. */
export interface BootstrapOptions {
  readonly seed: number;
  /** Resamples; 0 leaves intervals out. */
  readonly draws: number;
}

/** As many resamples as make the ends of a 95 % interval steady to about 0.01 (Efron & Tibshirani 1993, §19.3). */
export const DEFAULT_BOOTSTRAP: BootstrapOptions = { seed: 7, draws: 1000 };

/** Resamples without a value (a code that no drawn cluster holds) are left out; with more than half of them gone, so is the interval. */
const LEAST_SHARE = 0.5;
const [LOW, HIGH] = [0.025, 0.975];

/**
 * Percentile bootstrap interval of a statistic that is computed from sums: whole clusters are drawn with replacement and their
 * numbers added up. A name keeps the draws of one figure apart from those of another. Fewer than two clusters give none.
 * @see Efron, B. & Tibshirani, R. (1993). An Introduction to the Bootstrap, ch. 13.
 */
export function interval(
  clusters: readonly (readonly number[])[],
  statistic: (sums: readonly number[]) => number | null,
  name: string,
  { seed, draws }: BootstrapOptions,
): Interval {
  const width = clusters[0]?.length ?? 0;
  if (clusters.length < 2 || draws === 0) return { low: null, high: null };
  const random = generator(seed, name);
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const sums = new Array<number>(width).fill(0);
    for (let n = 0; n < clusters.length; n += 1) {
      const cluster = clusters[Math.floor(random() * clusters.length)] ?? [];
      for (let i = 0; i < width; i += 1) sums[i] = (sums[i] ?? 0) + (cluster[i] ?? 0);
    }
    const value = statistic(sums);
    if (value !== null) values.push(value);
  }
  if (values.length < draws * LEAST_SHARE) return { low: null, high: null };
  values.sort((a, b) => a - b);
  const at = (share: number): number | null => values[Math.round(share * (values.length - 1))] ?? null;
  return { low: at(LOW), high: at(HIGH) };
}
