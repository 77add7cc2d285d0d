import { gower } from '../divergence/gower.js';
import { PROFILE_SIZE } from '../divergence/profile.js';
import type { PartWeights, Scope } from '../scopes.js';
import type { Drawn } from './draws.js';

/** The ends of the middle 95 % of draws. */
const LOW = 0.025;
const HIGH = 0.975;

/** Room for one pair's draws, made once and used for every pair: pairs are many and the arrays are large. */
export interface Workspace {
  readonly draws: number;
  /** Code-major: code × draws. */
  readonly thematic: Float64Array;
  readonly elemental: Float64Array;
  /** One number a draw: weighted sums and weights of the scope at hand. */
  readonly sums: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  readonly totals: Float64Array;
}

export function workspace(codes: number, draws: number): Workspace {
  const row = () => new Float64Array(draws);
  return {
    draws,
    thematic: new Float64Array(codes * draws),
    elemental: new Float64Array(codes * draws),
    sums: [row(), row(), row(), row()],
    totals: row(),
  };
}

/** Fills the workspace with the distances of a pair on every code in every draw; NaN where neither side has the rule. */
export function fillDraws(
  a: readonly Drawn[],
  b: readonly Drawn[],
  quantity: readonly (number | null)[],
  space: Workspace,
): void {
  const { draws, thematic, elemental } = space;
  for (let i = 0; i < a.length; i++) {
    const x = a[i];
    const y = b[i];
    if (x === undefined || y === undefined) continue;
    const q = quantity[i] ?? null;
    const base = i * draws;
    for (let d = 0; d < draws; d++) {
      const s = x.stance[d] ?? 0;
      const t = y.stance[d] ?? 0;
      const silent = s === 0 && t === 0;
      thematic[base + d] = silent ? Number.NaN : Math.abs(s - t);
      const compared = s > 0 && t > 0 && x.profile !== null && y.profile !== null;
      const at = d * PROFILE_SIZE;
      elemental[base + d] = compared ? gower(x.profile, y.profile, q, at, at) : Number.NaN;
    }
  }
}

/**
 * The middle 95 % of a scope's totals over the filled draws, NaNs left out, stretched to hold `total`; `textual` is the same
 * in every draw. Both ends are `total` where no draw gave a figure.
 */
export function intervalOf(
  scope: Scope,
  total: number,
  textual: number,
  parts: PartWeights,
  space: Workspace,
): readonly [low: number, high: number] {
  return middle(totalsOf(scope, textual, parts, space), total);
}

/** The middle 95 % of some draws, NaNs left out, stretched to hold the figure itself. Leaves the draws as they are. */
export function middle(draws: Float64Array, figure: number): readonly [low: number, high: number] {
  const sorted = draws.filter((d) => !Number.isNaN(d)).sort();
  if (sorted.length === 0) return [figure, figure];
  const at = (q: number) => sorted[Math.round(q * (sorted.length - 1))] ?? figure;
  return [Math.min(figure, at(LOW)), Math.max(figure, at(HIGH))];
}

/** A scope's total in every filled draw, NaN where the draw gave no figure; valid until the workspace is used again. */
export function totalsOf(scope: Scope, textual: number, parts: PartWeights, space: Workspace): Float64Array {
  const [thSum, thWeight, elSum, elWeight] = space.sums;
  for (const row of space.sums) row.fill(0);
  for (let n = 0; n < scope.codes.length; n++) {
    const base = (scope.codes[n] ?? 0) * space.draws;
    const w = scope.weights[n] ?? 0;
    gather(space.thematic, base, w, thSum, thWeight);
    gather(space.elemental, base, w, elSum, elWeight);
  }
  const tx = Number.isNaN(textual) ? 0 : parts.textual;
  for (let d = 0; d < space.draws; d++) {
    const th = (thWeight[d] ?? 0) > 0 ? parts.thematic : 0;
    const el = (elWeight[d] ?? 0) > 0 ? parts.elemental : 0;
    const weight = th + el + tx;
    let sum = tx === 0 ? 0 : tx * textual;
    if (th > 0) sum += (th * (thSum[d] ?? 0)) / (thWeight[d] ?? 1);
    if (el > 0) sum += (el * (elSum[d] ?? 0)) / (elWeight[d] ?? 1);
    space.totals[d] = weight === 0 ? Number.NaN : sum / weight;
  }
  return space.totals;
}

function gather(values: Float64Array, base: number, w: number, sum: Float64Array, weight: Float64Array): void {
  for (let d = 0; d < sum.length; d++) {
    const v = values[base + d] ?? Number.NaN;
    if (Number.isNaN(v)) continue;
    sum[d] = (sum[d] ?? 0) + w * v;
    weight[d] = (weight[d] ?? 0) + w;
  }
}
