import type { Divergence, Quantity } from '../../model/index.js';
import type { Drawn } from '../bootstrap/draws.js';
import { fillDraws, intervalOf, type Workspace } from '../bootstrap/intervals.js';
import { heard, takePosition } from '../positions.js';
import type { PartWeights, Scope } from '../scopes.js';
import type { Side } from '../sides/sides.js';
import type { ElementsReader } from './elements.js';
import { gower, quantityDistance } from './gower.js';
import { profileOf } from './profile.js';
import type { Words } from './words.js';

/** A side with what every pair needs of it, by number of the code. */
export interface Measured {
  readonly side: Side;
  /** 0 absent, 0.5 soft, 1 hard, NaN not covered. */
  readonly stance: readonly number[];
  readonly profiles: readonly Float64Array[];
  readonly quantities: readonly (readonly Quantity[])[];
  readonly drawn: readonly Drawn[];
}

/** The side measured on each code, in the order of `codes`. */
export function measure(
  side: Side,
  codes: readonly string[],
  elements: ElementsReader,
  drawn: readonly Drawn[],
): Measured {
  const found = codes.map((code) => heard(side, code));
  return {
    side,
    stance: codes.map((code) => answerOf(side, code)),
    profiles: found.map((annotations) => profileOf(annotations.map(elements))),
    quantities: found.map((annotations) => annotations.flatMap((a) => a.quantities)),
    drawn,
  };
}

/** Hard 1, soft ½, none 0. What sleeps in a text that is no law is none where the law in force was read, else unknown. */
function answerOf(side: Side, code: string): number {
  const { stance } = takePosition(side, code);
  if (stance === 'hard') return 1;
  if (stance === 'soft') return 0.5;
  return side.covers.has(code) ? 0 : Number.NaN;
}

/**
 * Thematic distance of two answers on the scale none 0, soft ½, hard 1. NaN (no answer) where a side is not covered, and where
 * both lack the rule: joint absence is no evidence of agreement.
 * @see OECD STRI heterogeneity indices (Nordås 2016): the weighted share of measures on which two countries' answers differ.
 */
export function thematicDistance(a: number, b: number): number {
  return Number.isNaN(a) || Number.isNaN(b) || (a === 0 && b === 0) ? Number.NaN : Math.abs(a - b);
}

/** One pair's distances by number of the code; NaN where a part says nothing of a code. */
export interface PairDistances {
  readonly thematic: readonly number[];
  readonly elemental: readonly number[];
  readonly textual: readonly number[];
  readonly quantity: readonly (number | null)[];
}

/** The three parts of a pair's divergence on every code. */
export function pairDistances(a: Measured, b: Measured, codes: readonly string[], near: Words['near']): PairDistances {
  const thematic = codes.map((_, i) => thematicDistance(a.stance[i] ?? Number.NaN, b.stance[i] ?? Number.NaN));
  const bothFound = codes.map((_, i) => (a.stance[i] ?? 0) > 0 && (b.stance[i] ?? 0) > 0);
  const quantity = codes.map((_, i) =>
    bothFound[i] === true ? quantityDistance(a.quantities[i] ?? [], b.quantities[i] ?? []) : null,
  );
  const elemental = codes.map((_, i) =>
    bothFound[i] === true ? gower(a.profiles[i] ?? [], b.profiles[i] ?? [], quantity[i] ?? null) : Number.NaN,
  );
  const textual = codes.map((code, i) => {
    const similarity = bothFound[i] === true ? near(a.side, b.side, code) : null;
    return similarity === null ? Number.NaN : 1 - similarity;
  });
  return { thematic, elemental, textual, quantity };
}

/** The divergences of one pair, by scope; scopes on which neither side says anything are left out. */
export function compare(
  a: Measured,
  b: Measured,
  codes: readonly string[],
  scopes: readonly Scope[],
  parts: PartWeights,
  near: Words['near'],
  space: Workspace,
): Divergence[] {
  const pair = pairDistances(a, b, codes, near);
  const speaking = scopes.filter((s) => s.codes.some((i) => (a.stance[i] ?? 0) > 0 || (b.stance[i] ?? 0) > 0));
  fillDraws(a.drawn, b.drawn, pair.quantity, space);
  return speaking.map((scope) => {
    const th = mean(pair.thematic, scope);
    const el = mean(pair.elemental, scope);
    const tx = mean(pair.textual, scope);
    const total = blend(th, el, tx, parts);
    const [low, high] = Number.isNaN(total) ? [total, total] : intervalOf(scope, total, tx, parts, space);
    return {
      left: a.side.id,
      right: b.side.id,
      scope: scope.id,
      thematic: value(th),
      elemental: value(el),
      textual: value(tx),
      total: value(total),
      low: value(low),
      high: value(high),
      coverage: value(coverage(a, b, scope)) ?? 0,
    };
  });
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

function coverage(a: Measured, b: Measured, scope: Scope): number {
  let both = 0;
  let all = 0;
  scope.codes.forEach((i, n) => {
    const w = scope.weights[n] ?? 0;
    all += w;
    if (!Number.isNaN(a.stance[i]) && !Number.isNaN(b.stance[i])) both += w;
  });
  return all === 0 ? 0 : both / all;
}

const value = (n: number): number | null => (Number.isNaN(n) ? null : Math.round(n * 1e6) / 1e6);
