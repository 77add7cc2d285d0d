import type { Divergence } from '../model/index.js';
import type { Drawn } from './draws.js';
import { gower, PROFILE_SIZE, profileOf, quantityDistance } from './gower.js';
import { heard, takePosition } from './positions.js';
import type { PartWeights, Scope } from './scopes.js';
import type { Side } from './sides.js';

/** A side with what every pair needs of it, by number of the code. */
export interface Measured {
  readonly side: Side;
  /** 0 absent, 0.5 soft, 1 hard, NaN not covered. */
  readonly stance: readonly number[];
  readonly profiles: readonly Float64Array[];
  readonly drawn: readonly Drawn[];
}

/** Similarity of the words behind a code in [0,1], null where they could not be compared. */
export type TextNearness = (left: Side, right: Side, code: string) => number | null;

export function measure(side: Side, codes: readonly string[], drawn: readonly Drawn[]): Measured {
  return {
    side,
    stance: codes.map((code) => {
      const { stance } = takePosition(side, code);
      return stance === 'hard' ? 1 : stance === 'soft' ? 0.5 : stance === 'absent' ? 0 : Number.NaN;
    }),
    profiles: codes.map((code) => profileOf(heard(side, code))),
    drawn,
  };
}

/**
 * Thematic distance of two answers on the scale none 0, soft ½, hard 1. NaN (no answer) where a side is not covered, and where
 * both lack the rule: joint absence is no evidence of agreement.
 * @see OECD STRI heterogeneity indices (Nordås 2016): the weighted share of measures on which two countries' answers differ.
 */
export function thematicDistance(a: number, b: number): number {
  return Number.isNaN(a) || Number.isNaN(b) || (a === 0 && b === 0) ? Number.NaN : Math.abs(a - b);
}

/** The divergences of one pair, by scope; scopes on which neither side says anything are left out. */
export function compare(
  a: Measured,
  b: Measured,
  codes: readonly string[],
  scopes: readonly Scope[],
  parts: PartWeights,
  near: TextNearness,
  draws: number,
): Divergence[] {
  const thematic = codes.map((_, i) => thematicDistance(a.stance[i] ?? Number.NaN, b.stance[i] ?? Number.NaN));
  const bothFound = codes.map((_, i) => (a.stance[i] ?? 0) > 0 && (b.stance[i] ?? 0) > 0);
  const quantity = codes.map((code, i) =>
    bothFound[i] === true
      ? quantityDistance(
          heard(a.side, code).flatMap((x) => x.quantities),
          heard(b.side, code).flatMap((x) => x.quantities),
        )
      : null,
  );
  const elemental = codes.map((_, i) =>
    bothFound[i] === true ? gower(a.profiles[i] ?? [], b.profiles[i] ?? [], quantity[i] ?? null) : Number.NaN,
  );
  const textual = codes.map((code, i) => {
    const similarity = bothFound[i] === true ? near(a.side, b.side, code) : null;
    return similarity === null ? Number.NaN : 1 - similarity;
  });
  const speaking = scopes.filter((s) => s.codes.some((i) => (a.stance[i] ?? 0) > 0 || (b.stance[i] ?? 0) > 0));
  const samples = sample(a, b, codes.length, quantity, textual, speaking, parts, draws);
  return speaking.map((scope, n) => {
    const th = mean(thematic, scope);
    const el = mean(elemental, scope);
    const tx = mean(textual, scope);
    const total = blend(th, el, tx, parts);
    const [low, high] = interval(samples[n] ?? new Float64Array(0), total);
    return {
      left: a.side.id,
      right: b.side.id,
      scope: scope.id,
      thematic: value(th),
      elemental: value(el),
      textual: value(tx),
      total: value(total),
      low,
      high,
      coverage: value(coverage(a, b, scope)) ?? 0,
    };
  });
}

/** The total in every draw, one row a scope. */
function sample(
  a: Measured,
  b: Measured,
  count: number,
  quantity: readonly (number | null)[],
  textual: readonly number[],
  scopes: readonly Scope[],
  parts: PartWeights,
  draws: number,
): readonly Float64Array[] {
  const rows = scopes.map(() => new Float64Array(draws));
  const th = new Float64Array(count);
  const el = new Float64Array(count);
  for (let d = 0; d < draws; d++) {
    for (let i = 0; i < count; i++) {
      const x = a.drawn[i];
      const y = b.drawn[i];
      const s = x?.stance[d] ?? 0;
      const t = y?.stance[d] ?? 0;
      if (s === 0 && t === 0) {
        th[i] = Number.NaN;
        el[i] = Number.NaN;
        continue;
      }
      th[i] = Math.abs(s - t);
      const compared = s > 0 && t > 0 && x?.profile && y?.profile;
      el[i] = compared
        ? gower(x.profile, y.profile, quantity[i] ?? null, d * PROFILE_SIZE, d * PROFILE_SIZE)
        : Number.NaN;
    }
    scopes.forEach((scope, n) => {
      const row = rows[n];
      if (row !== undefined) row[d] = blend(mean(th, scope), mean(el, scope), mean(textual, scope), parts);
    });
  }
  return rows;
}

/** Weighted mean over the scope's codes that have a value; NaN where none has. */
export function mean(values: ArrayLike<number>, scope: Scope): number {
  let sum = 0;
  let weight = 0;
  for (let n = 0; n < scope.codes.length; n++) {
    const v = values[scope.codes[n] ?? -1] ?? Number.NaN;
    if (Number.isNaN(v)) continue;
    const w = scope.weights[n] ?? 0;
    sum += w * v;
    weight += w;
  }
  return weight === 0 ? Number.NaN : sum / weight;
}

/** The parts under their weights; a part that says nothing leaves its weight to the others. */
export function blend(thematic: number, elemental: number, textual: number, parts: PartWeights): number {
  let sum = 0;
  let weight = 0;
  const add = (v: number, w: number) => {
    if (Number.isNaN(v) || w === 0) return;
    sum += v * w;
    weight += w;
  };
  add(thematic, parts.thematic);
  add(elemental, parts.elemental);
  add(textual, parts.textual);
  return weight === 0 ? Number.NaN : sum / weight;
}

/** The middle 95 % of the draws that gave a figure, stretched to hold the figure itself; nulls where there is none. */
function interval(draws: Float64Array, total: number): readonly [number | null, number | null] {
  if (Number.isNaN(total)) return [null, null];
  const sorted = draws.filter((x) => !Number.isNaN(x)).sort();
  const at = (q: number) =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(q * (sorted.length - 1))))] ?? total;
  return [value(Math.min(total, at(0.025))), value(Math.max(total, at(0.975)))];
}

function coverage(a: Measured, b: Measured, scope: Scope): number {
  const both = scope.codes.map((i) => (Number.isNaN(a.stance[i]) || Number.isNaN(b.stance[i]) ? 0 : 1));
  return mean(both, { ...scope, codes: scope.codes.map((_, n) => n) });
}

const value = (n: number): number | null => (Number.isNaN(n) ? null : Math.round(n * 1e6) / 1e6);
