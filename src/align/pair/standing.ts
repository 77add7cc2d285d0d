import { LEARNED } from '../matters/learned.js';
import { partAccord } from '../matters/parts.js';
import { type Matters, sort } from '../matters/sorting.js';
import type { InstrumentProfile, UnitProfile } from '../profile.js';
import { dot, evidence, type ScoreWeights } from './combine.js';
import { contextOf } from './context.js';
import type { Features } from './features.js';

/** Sums differ in the last digits with their order, which swapping the sides changes. */
const rounded = (x: number) => Math.round(x * 1e9) / 1e9;

/** How every pair stands in its context, in log-odds that are not calibrated; the same with the sides swapped. */
export function standingOf(
  left: InstrumentProfile,
  right: InstrumentProfile,
  weights: ScoreWeights,
  seen: readonly (readonly Features[])[],
): readonly Float64Array[] {
  const alone = seen.map((row) => row.map((f) => evidence(f, weights)));
  return contextOf(left, right, alone).map((row) => Float64Array.from(row, (x) => rounded(dot(weights.context, x))));
}

/**
 * What says whether a pair is a link and not merely the best there is, a function of two places; the same with the sides swapped: 1, its
 * standing, its ranks, how far it is behind the best and before the next of both units, whether it is best of both, shared codes, how good
 * the best of both units are, how much of both the other law speaks of at all, whether neither is coded, and of both units how much they are of
 * matters that lack counterparts, how near their likeliest matter is and how doubtful it is; then the best paragraph's accord by matter and the
 * whole's, how full both rules are, whether their headings match, and how many of the two are coded. (The last five: links F1 +0.03, ADR 25.)
 */
export function linkFeatures(
  left: InstrumentProfile,
  right: InstrumentProfile,
  standing: readonly Float64Array[],
  seen: readonly (readonly Features[])[],
  matters: Matters = LEARNED,
): (i: number, j: number) => readonly number[] {
  const rows = standing.map((row) => Float64Array.from(row).sort().reverse());
  const columns = right.units.map((_, j) =>
    Float64Array.from(standing, (row) => row[j] ?? 0)
      .sort()
      .reverse(),
  );
  const coverLeft = left.units.map((u) => cover(u, right));
  const coverRight = right.units.map((u) => cover(u, left));
  const [matterLeft, matterRight] = [left, right].map((side) => side.units.map((u) => sort(u, matters)));
  return (i, j) => {
    const s = standing[i]?.[j] ?? 0;
    const [row, column] = [rows[i] ?? NOTHING, columns[j] ?? NOTHING];
    const [r, c] = [before(row, s), before(column, s)];
    const [first, second] = [row[0] ?? s, column[0] ?? s];
    const f = seen[i]?.[j];
    const [a, b] = [matterLeft?.[i], matterRight?.[j]];
    return [
      1,
      s / 4,
      Math.log1p(r) + Math.log1p(c),
      (2 * s - first - second) / 4,
      r === 0 && c === 0 ? 1 : 0,
      (margin(row, s) + margin(column, s)) / 8,
      (f?.rareCodes ?? 0) > 0 ? 1 : 0,
      (first + second) / 8,
      Math.min(first, second) / 4,
      ((coverLeft[i] ?? 0) + (coverRight[j] ?? 0)) / 2,
      f?.codes === null ? 1 : 0,
      rounded((a?.apart ?? 0) + (b?.apart ?? 0)),
      rounded((a?.likeness ?? 0) + (b?.likeness ?? 0)),
      rounded(((a?.doubt ?? 0) + (b?.doubt ?? 0)) / 4),
      left.units[i] === undefined || right.units[j] === undefined
        ? 0
        : partAccord(left.units[i], right.units[j], matters),
      f?.matters ?? 0,
      f?.prominence ?? 0,
      f?.headings ?? 0,
      (isCoded(left.units[i]) + isCoded(right.units[j])) / 2,
    ];
  };
}

const isCoded = (u: UnitProfile | undefined) => ((u?.codes.size ?? 0) > 0 ? 1 : 0);
const NOTHING = new Float64Array(0);

/** How many of the values, largest first, are larger. */
function before(values: Float64Array, value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How far the value is before the next, or, where it is not the best, behind the best. */
function margin(values: Float64Array, value: number): number {
  const [best, next] = [values[0] ?? value, values[1] ?? values[0] ?? value];
  return value >= best ? value - next : value - best;
}

/** Share of the unit's weight in concepts that the other law speaks of somewhere; half where the term table lacks its language. */
function cover(unit: UnitProfile, other: InstrumentProfile): number {
  const { concepts } = unit.views().whole;
  if (concepts === null) return 0.5;
  const spoken = conceptsOf(other);
  let [held, all] = [0, 0];
  for (let n = 0; n < concepts.ids.length; n++) {
    const square = (concepts.weights[n] ?? 0) ** 2;
    all += square;
    if (spoken.has(concepts.ids[n] ?? -1)) held += square;
  }
  return all === 0 ? 0 : rounded(held / all);
}

const known = new WeakMap<InstrumentProfile, ReadonlySet<number>>();

function conceptsOf(profile: InstrumentProfile): ReadonlySet<number> {
  const set = known.get(profile) ?? new Set(profile.units.flatMap((u) => [...(u.concepts?.ids ?? [])]));
  known.set(profile, set);
  return set;
}
