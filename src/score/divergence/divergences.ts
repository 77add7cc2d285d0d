import type { ClauseAnnotation, Divergence, Quantity } from '../../model/index.js';
import type { Drawn } from '../bootstrap/draws.js';
import { fillDraws, intervalOf, type Workspace } from '../bootstrap/intervals.js';
import { heard } from '../positions.js';
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

/** The side measured on each code, in the order of `codes`. All but its answers is made when first asked for: pairs that are remembered do without. */
export function measure(
  side: Side,
  codes: readonly string[],
  elements: ElementsReader,
  draw: () => readonly Drawn[],
): Measured {
  let drawn: readonly Drawn[] | null = null;
  let profiles: readonly Float64Array[] | null = null;
  const found = codes.map((code) => heard(side, code));
  return {
    side,
    stance: codes.map((code, i) => answerOf(side, code, found[i] ?? [])),
    get profiles() {
      profiles ??= found.map((annotations) => profileOf(annotations.map(elements)));
      return profiles;
    },
    quantities: found.map((annotations) => annotations.flatMap((a) => a.quantities)),
    get drawn() {
      drawn ??= draw();
      return drawn;
    },
  };
}

/** Hard 1, soft ½, none 0. What sleeps in a text that is no law is none where the law in force was read, else unknown. */
function answerOf(side: Side, code: string, found: readonly ClauseAnnotation[]): number {
  if (found.length > 0) return found.some((a) => a.force === 'hard') ? 1 : 0.5;
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
  readonly textual: ArrayLike<number>;
  readonly quantity: readonly (number | null)[];
}

/** How far the words of a pair are apart on every code; NaN where not both have the rule, or no words could be compared. */
export function textualDistances(a: Measured, b: Measured, codes: readonly string[], near: Words['near']): number[] {
  return codes.map((code, i) => {
    const similarity = areBothFound(a, b, i) ? near(a.side, b.side, code) : null;
    return similarity === null ? Number.NaN : 1 - similarity;
  });
}

const areBothFound = (a: Measured, b: Measured, i: number): boolean => (a.stance[i] ?? 0) > 0 && (b.stance[i] ?? 0) > 0;

/** The three parts of a pair's divergence on every code; `textual` as `textualDistances` gives it. */
export function pairDistances(
  a: Measured,
  b: Measured,
  codes: readonly string[],
  textual: ArrayLike<number>,
): PairDistances {
  const thematic = codes.map((_, i) => thematicDistance(a.stance[i] ?? Number.NaN, b.stance[i] ?? Number.NaN));
  const quantity = codes.map((_, i) =>
    areBothFound(a, b, i) ? quantityDistance(a.quantities[i] ?? [], b.quantities[i] ?? []) : null,
  );
  const elemental = codes.map((_, i) =>
    areBothFound(a, b, i) ? gower(a.profiles[i] ?? [], b.profiles[i] ?? [], quantity[i] ?? null) : Number.NaN,
  );
  return { thematic, elemental, textual, quantity };
}

/** Figures of a pair on one scope: the scope's number, then thematic, elemental, total, low, high and coverage. What words say is told beside them. */
const WIDTH = 7;

/** The divergences of one pair by scope, in rows of `WIDTH` figures, NaN for none; scopes on which neither side says anything are left out. */
export function compare(
  a: Measured,
  b: Measured,
  codes: readonly string[],
  scopes: readonly Scope[],
  parts: PartWeights,
  textual: ArrayLike<number>,
  space: Workspace,
): Float64Array {
  const pair = pairDistances(a, b, codes, textual);
  const speaks = (i: number): boolean => (a.stance[i] ?? 0) > 0 || (b.stance[i] ?? 0) > 0;
  const speaking = [...scopes.keys()].filter((n) => scopes[n]?.codes.some(speaks) === true);
  fillDraws(a.drawn, b.drawn, pair.quantity, space);
  const figures = new Float64Array(speaking.length * WIDTH);
  for (const [row, n] of speaking.entries()) {
    const scope = scopes[n];
    if (scope === undefined) continue;
    const th = mean(pair.thematic, scope);
    const el = mean(pair.elemental, scope);
    const tx = mean(pair.textual, scope);
    const total = blend(th, el, tx, parts);
    const [low, high] = Number.isNaN(total) ? [total, total] : intervalOf(scope, total, tx, parts, space);
    figures.set([n, th, el, total, low, high, coverage(a, b, scope)], row * WIDTH);
  }
  return figures;
}

/** The divergences that rows of figures tell of a pair, with how far its words are apart. */
export function told(
  { left, right, textual }: { readonly left: string; readonly right: string; readonly textual: ArrayLike<number> },
  scopes: readonly Scope[],
  figures: Float64Array,
): Divergence[] {
  return Array.from({ length: figures.length / WIDTH }, (_, row) => {
    const at = row * WIDTH;
    const figure = (n: number): number | null => value(figures[at + n] ?? Number.NaN);
    const scope = scopes[figures[at] ?? 0];
    return {
      left,
      right,
      scope: scope?.id ?? '',
      thematic: figure(1),
      elemental: figure(2),
      textual: scope === undefined ? null : value(mean(textual, scope)),
      total: figure(3),
      low: figure(4),
      high: figure(5),
      coverage: figure(6) ?? 0,
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
