import { linearRegression } from 'simple-statistics';
import { ensemble, type PairDraws } from '../bootstrap/ensemble.js';
import { middle } from '../bootstrap/intervals.js';
import type { Measured } from '../divergence/divergences.js';
import { prepare, type ScoreInput, type Setting, scopeNamed, takenUp } from '../setting.js';
import { standing } from '../sides/force.js';
import type { Side } from '../sides/sides.js';

/** The mean divergence over all pairs of the sides whose law was in force at the end of a year. */
export interface SeriesPoint {
  readonly year: number;
  readonly scope: string;
  readonly sides: number;
  /** Pairs with a figure. */
  readonly pairs: number;
  /** Null where no pair has a figure. */
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Mean change since the year before of the pairs that have a figure in both: what is not due to newcomers. */
  readonly likeForLike: number | null;
}

/** Whether the means fall. */
export interface SeriesTrend {
  readonly scope: string;
  /** Change of the mean in ten years by least squares, with its interval over the draws; null under three years with figures. */
  readonly perDecade: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: 'converging' | 'diverging' | 'no trend that the draws agree on' | 'too few years';
}

/** Who is followed: named jurisdictions or instruments, or all treaties with coded provisions. */
export interface Group {
  readonly sides: readonly string[];
  readonly treaties: boolean;
}

const FEWEST_YEARS = 3;

/** The years of a group with their figures, and the trend. Law of the last day of each year, by the dates that are known. */
export function series(input: ScoreInput, scopeId: string, group: Group, years: readonly number[]): Series {
  const what = JSON.stringify(['series', scopeId, group, years]);
  return takenUp(input, what, false, () => reckoned(input, scopeId, group, years));
}

interface Series {
  readonly points: SeriesPoint[];
  readonly trend: SeriesTrend;
}

function reckoned(input: ScoreInput, scopeId: string, group: Group, years: readonly number[]): Series {
  const between = group.treaties || group.sides.some((s) => s.includes('/')) ? 'instruments' : 'jurisdictions';
  const figures =
    between === 'instruments'
      ? ofInstruments(input, scopeId, group, years)
      : ofJurisdictions(input, scopeId, group, years);
  const means: Float64Array[] = [];
  const points = figures.map(({ sides, pairs }, n): SeriesPoint => {
    const known = pairs.filter((p) => !Number.isNaN(p.total));
    const mean = average(known.map((p) => p.total));
    const drawn = Float64Array.from({ length: input.draws }, (_, d) =>
      average(known.map((p) => p.draws[d] ?? Number.NaN)),
    );
    means.push(drawn);
    const [low, high] = middle(drawn, mean);
    const before = new Map((figures[n - 1]?.pairs ?? []).map((p) => [`${p.left}\n${p.right}`, p.total]));
    const moves = known.flatMap((p) => {
      const was = before.get(`${p.left}\n${p.right}`);
      return was === undefined || Number.isNaN(was) ? [] : [p.total - was];
    });
    return {
      year: years[n] ?? 0,
      scope: scopeId,
      sides,
      pairs: known.length,
      mean: value(mean),
      low: value(low),
      high: value(high),
      likeForLike: value(average(moves)),
    };
  });
  return { points, trend: trendOf(points, means, scopeId) };
}

interface Year {
  readonly sides: number;
  readonly pairs: readonly PairDraws[];
}

/** Texts do not change, only whether they are in force: each pair is reckoned once. */
function ofInstruments(input: ScoreInput, scopeId: string, group: Group, years: readonly number[]): readonly Year[] {
  const setting = prepare({ ...input, between: 'instruments', asOf: null });
  const texts = new Map(setting.covered.map((t) => [t.id, t]));
  const sides = setting.sides.filter((s) => (group.treaties ? s.class === 'treaty' : group.sides.includes(s.id)));
  const all = pairsOf(sides, setting, scopeId, input.draws);
  return years.map((year) => {
    const isLaw = (id: string) => {
      const text = texts.get(id);
      return (
        text !== undefined &&
        (text.inForce ?? text.made ?? null) !== null &&
        standing(text, lastDay(year)) === 'in-force'
      );
    };
    return {
      sides: sides.filter((s) => isLaw(s.id)).length,
      pairs: all.filter((p) => isLaw(p.left) && isLaw(p.right)),
    };
  });
}

function ofJurisdictions(input: ScoreInput, scopeId: string, group: Group, years: readonly number[]): readonly Year[] {
  const named = new Set(group.sides);
  const whole = prepare({ ...input, draws: 0 }, null, named);
  const known: KnownPairs = new Map();
  return years.map((year) => {
    const setting = prepare({ ...input, between: 'jurisdictions', asOf: lastDay(year) }, whole, named);
    const sides = setting.sides.filter((s) => s.annotations.size > 0 && named.has(s.id));
    const pairs = pairsOf(sides, setting, scopeId, input.draws, known);
    input.onMeasured?.(String(year), years.length);
    return { sides: sides.length, pairs };
  });
}

/** Pairs reckoned so far: two sides for which the same texts speak stand to each other as they did the year before. */
type KnownPairs = Map<Measured, Map<Measured, PairDraws>>;

function pairsOf(
  sides: readonly Side[],
  setting: Setting,
  scopeId: string,
  draws: number,
  known: KnownPairs = new Map(),
): PairDraws[] {
  const measured = sides.map(setting.measured);
  const fresh = measured.flatMap((a, i) =>
    measured.slice(i + 1).flatMap((b) => (known.get(a)?.has(b) === true ? [] : [[a, b] as const])),
  );
  const made = ensemble(fresh, setting, scopeNamed(setting, scopeId), draws);
  for (const [n, [a, b]] of fresh.entries()) {
    const row = known.get(a) ?? new Map<Measured, PairDraws>();
    const pair = made[n];
    if (pair !== undefined) known.set(a, row.set(b, pair));
  }
  return measured.flatMap((a, i) => measured.slice(i + 1).flatMap((b) => known.get(a)?.get(b) ?? []));
}

function trendOf(points: readonly SeriesPoint[], means: readonly Float64Array[], scope: string): SeriesTrend {
  const told = points.flatMap((p, n) => (p.mean === null ? [] : [{ year: p.year, mean: p.mean, n }]));
  if (told.length < FEWEST_YEARS) return { scope, perDecade: null, low: null, high: null, verdict: 'too few years' };
  const slope = (meanOf: (n: number, otherwise: number) => number) =>
    linearRegression(told.map(({ year, mean, n }) => [year, meanOf(n, mean)])).m * 10;
  const figure = slope((_, mean) => mean);
  const draws = means[0]?.length ?? 0;
  const drawn = Float64Array.from({ length: draws }, (_, d) => slope((n, mean) => means[n]?.[d] || mean));
  const [low, high] = middle(drawn, figure);
  const verdict = high < 0 ? 'converging' : low > 0 ? 'diverging' : 'no trend that the draws agree on';
  return { scope, perDecade: value(figure), low: value(low), high: value(high), verdict };
}

const lastDay = (year: number) => `${year}-12-31`;
function average(values: readonly number[]): number {
  const known = values.filter((v) => !Number.isNaN(v));
  return known.length === 0 ? Number.NaN : known.reduce((sum, v) => sum + v, 0) / known.length;
}
const value = (n: number): number | null => (Number.isNaN(n) ? null : Math.round(n * 1e6) / 1e6);
