import type { Alignment, Codebook, CodedInstrument, Divergence, Position, Tension } from '../model/index.js';
import { drawSide } from './bootstrap/draws.js';
import { workspace } from './bootstrap/intervals.js';
import { compare, measure } from './divergences.js';
import { takePositions } from './positions.js';
import { makeScopes, PART_WEIGHTS, type WeightOverrides } from './scopes.js';
import { type CoveredText, makeSides, pairSides } from './sides.js';
import { findTensions } from './tensions.js';
import { readWords } from './words.js';

export { type RegimeDistance, regimes } from './regimes.js';
export type { WeightOverrides } from './scopes.js';
export type { CoveredText } from './sides.js';

/** What `score` reads; `InstrumentMetadata` values serve as `covered`. */
export interface ScoreInput {
  readonly coded: readonly CodedInstrument[];
  readonly alignments: readonly Alignment[];
  readonly codebook: Codebook;
  /** Every text that was read, those without annotations included: absence is said of these only. */
  readonly covered: readonly CoveredText[];
  readonly between: 'instruments' | 'jurisdictions';
  /** ISO date of the law that counts; null: what is not repealed. */
  readonly asOf: string | null;
  readonly seed: number;
  /** Bootstrap draws behind each interval; 0 gives intervals without width. */
  readonly draws: number;
  readonly weights?: WeightOverrides;
}

/**
 * Where sides stand, how far each pair diverges with a 95 % interval, and which provisions pull apart. Pure: equal input gives equal
 * output. Empty lists where nothing is coded.
 */
export function score(input: ScoreInput): { positions: Position[]; divergences: Divergence[]; tensions: Tension[] } {
  const { codebook, between } = input;
  const codes = codebook.codes.map((c) => c.id);
  const scopes = makeScopes(codebook, input.weights);
  const parts = { ...PART_WEIGHTS, ...input.weights?.parts };
  const sides = makeSides(input.coded, input.covered, codebook, between, input.asOf);
  const words = readWords(input.coded, input.alignments);
  const pairs = pairSides(sides, between, words.linked);
  const wanted = new Set(pairs.flat());
  const measured = new Map(
    [...wanted].map((side) => [side, measure(side, codes, drawSide(side, codes, input.seed, input.draws))] as const),
  );
  const space = workspace(codes.length, input.draws);
  const divergences = pairs.flatMap(([left, right]) => {
    const a = measured.get(left);
    const b = measured.get(right);
    if (a === undefined || b === undefined) return [];
    return compare(a, b, codes, scopes, parts, words.near, space);
  });
  return { positions: takePositions(sides, codebook), divergences, tensions: findTensions(input.coded, input.asOf) };
}
