import type { GoldPair } from './data.js';
import { cite, type Rows } from './judge.js';

/** Lower ends of the bands of scores. */
export const BANDS = [0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8] as const;

/** The pairs of a band, how many of them are gold, and the sum of their scores. */
export interface Band {
  pairs: number;
  gold: number;
  sum: number;
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
