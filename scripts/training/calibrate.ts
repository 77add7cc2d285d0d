import { type Calibration, probabilityOf } from '../../src/annotate/ranker/model.js';
import type { Case } from './judge.js';

/** Log-odds of a claim and whether a reader made it too. */
export interface Trial {
  readonly odds: number;
  readonly isRight: boolean;
}

/** Thresholds that are tried, as probabilities. */
const GRID = Array.from({ length: 33 }, (_, i) => 0.1 + i * 0.025);
/**
 * The square of how much a miss weighs beside a false alarm (F-beta at 0.77): law shown wrongly does more harm than law still to be found.
 * Chosen so that precision keeps to 0.85; at 0.7 the reviewed claims gave 0.836 and recall 0.786, at 0.49 too few plain sentences found their code.
 */
const CAUTION = 0.6;
/** F is averaged over so many neighbouring thresholds on either side: of two peaks the broader one is the more to be trusted. */
const SMOOTHING = 4;
/** A code's own evidence on its threshold is mixed with that of all codes, as if these were so many cases of it. */
const BORROWED_CASES = 400;
/** Width of a band of log-odds whose claims are counted together. */
const BAND = 0.5;
/** Claims beyond these odds are counted with the last band. */
const FURTHEST = 6;
/** Every band starts with so many claims of its neighbour's worth, so that a handful does not make a certainty. */
const PRIOR_CLAIMS = 8;

/**
 * The share of right claims by band of log-odds, made monotone by pooling neighbours that contradict each other: unlike a
 * logistic curve it can say that very sure claims are right only so often.
 * @see Zadrozny and Elkan 2002, Transforming classifier scores into accurate multiclass probability estimates
 */
export function isotonic(trials: readonly Trial[]): Calibration {
  const bands = new Map<number, Band>();
  for (const { odds, isRight } of trials) {
    const at = Math.round(Math.max(-FURTHEST, Math.min(FURTHEST, odds)) / BAND);
    const band = bands.get(at) ?? { odds: 0, right: 0, claims: 0 };
    bands.set(at, { odds: band.odds + odds, right: band.right + (isRight ? 1 : 0), claims: band.claims + 1 });
  }
  const rising = [...bands].sort(([a], [b]) => a - b).map(([, band]) => band);
  const smoothed = rising.map((band, i): Band => {
    const below = rising[i - 1] ?? band;
    return {
      ...band,
      right: (band.right + (PRIOR_CLAIMS * below.right) / below.claims) * (band.claims / (band.claims + PRIOR_CLAIMS)),
    };
  });
  const pools: (Band & { readonly corners: number[] })[] = [];
  for (const band of smoothed) {
    let pool = { ...band, corners: [band.odds / band.claims] };
    for (
      let last = pools.at(-1);
      last !== undefined && last.right / last.claims >= pool.right / pool.claims;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = {
        odds: last.odds + pool.odds,
        right: last.right + pool.right,
        claims: last.claims + pool.claims,
        corners: [...last.corners, ...pool.corners],
      };
    }
    pools.push(pool);
  }
  // A pool of several bands is a flat stretch: a slight rise keeps the order of its claims.
  const points = pools.flatMap(({ right, claims, corners }) =>
    corners.map((odds, i) => ({ odds, probability: Math.min(right / claims + i * RISE, MOST) })),
  );
  return { odds: points.map((p) => round(p.odds)), probability: points.map((p) => round(p.probability)) };
}

interface Band {
  readonly odds: number;
  readonly right: number;
  readonly claims: number;
}

const RISE = 1e-4;
/** No claim is certain. */
const MOST = 0.99;

function round(x: number): number {
  return Math.round(x * 1e5) / 1e5;
}

interface Tally {
  hits: number;
  claimed: number;
}

/** For each code the probability from which reporting it serves F over articles best (precision first), on cases the model had not seen. */
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
      const f = GRID.map((_, i) => {
        const own = counts.get(code)?.[i] ?? { hits: 0, claimed: 0 };
        const all = pooled[i] ?? { hits: 0, claimed: 0 };
        const size = (sizes.get(code) ?? 0) + share * total;
        const claimed = own.claimed + share * all.claimed;
        return ((1 + CAUTION) * (own.hits + share * all.hits)) / (claimed + CAUTION * size);
      });
      const smooth = f.map((_, i) => mean(f.slice(Math.max(0, i - SMOOTHING), i + SMOOTHING + 1)));
      return [code, Math.round((GRID[smooth.indexOf(Math.max(...smooth))] ?? 0.5) * 1000) / 1000];
    }),
  );
}

/** The code of a key `article code`. */
export function codeOf(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1);
}

const mean = (values: readonly number[]): number => sum(values) / values.length;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
