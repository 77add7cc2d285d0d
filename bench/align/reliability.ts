import type { GoldPair } from './data.js';
import { cite, type Rows } from './judge.js';

/** Lower ends of the bands of scores. */
const BANDS = [0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8] as const;

/** The pairs of a band, how many of them are gold, and the sum of their scores. */
export interface Band {
  pairs: number;
  gold: number;
  sum: number;
}

/** Bands that nothing is counted into yet. */
export const noBands = (): readonly Band[] => BANDS.map(() => ({ pairs: 0, gold: 0, sum: 0 }));

/** A line for each band with pairs: how many, their mean score and the share that is gold; then the same of those that stand as links. */
export function inBands(all: readonly Band[], links: readonly Band[]): readonly string[] {
  const told = (b: Band | undefined) =>
    b === undefined || b.pairs === 0
      ? ['0', '-', '-']
      : [b.pairs, (b.sum / b.pairs).toFixed(3), (b.gold / b.pairs).toFixed(3)];
  return BANDS.flatMap((from, k) =>
    (all[k]?.pairs ?? 0) === 0 ? [] : [[from, ...told(all[k]), ...told(links[k])].join('\t')],
  );
}

/** Expected calibration error: how far mean scores are from the shares that are gold, over the bands, each by its pairs, [0,1]; NaN without pairs. */
export function calibrationError(bands: readonly Band[]): number {
  const pairs = bands.reduce((sum, b) => sum + b.pairs, 0);
  return bands.reduce((sum, b) => sum + Math.abs(b.sum - b.gold), 0) / pairs;
}

/** Counts the pairs of the units that the gold speaks of into the bands of their scores. */
export function reliability(pair: GoldPair, rows: Rows, bands: readonly Band[]): void {
  for (const c of rows.flat()) {
    const gold = pair.gold.get(cite(c.left));
    const band = bands[BANDS.findLastIndex((from) => c.score >= from)];
    if (gold === undefined || band === undefined) continue;
    band.pairs++;
    band.sum += c.score;
    if (gold.has(cite(c.right))) band.gold++;
  }
}
