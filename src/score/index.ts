import type {
  Alignment,
  Codebook,
  CodedInstrument,
  Divergence,
  Position,
  ProvisionRef,
  Tension,
} from '../model/index.js';
import { basicUnitOf, byEId } from '../text/provisions.js';
import { compare, measure, type TextNearness } from './divergences.js';
import { drawSide } from './draws.js';
import { heard, takePositions } from './positions.js';
import { makeScopes, PART_WEIGHTS, type WeightOverrides } from './scopes.js';
import { type CoveredText, makeSides, pairSides } from './sides.js';
import { findTensions } from './tensions.js';

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
  const divergences = pairs.flatMap(([left, right]) => {
    const a = measured.get(left);
    const b = measured.get(right);
    if (a === undefined || b === undefined) return [];
    return compare(a, b, codes, scopes, parts, words.near, input.draws);
  });
  return { positions: takePositions(sides, codebook), divergences, tensions: findTensions(input.coded, input.asOf) };
}

/** The textual similarities that alignment found, looked up by the articles that hold the annotations. */
function readWords(
  coded: readonly CodedInstrument[],
  alignments: readonly Alignment[],
): { readonly near: TextNearness; readonly linked: (left: string, right: string) => boolean } {
  const similar = new Map<string, Map<string, number>>();
  const pairs = new Set<string>();
  const add = (from: string, to: string, text: number) => {
    const row = similar.get(from) ?? new Map<string, number>();
    row.set(to, Math.max(row.get(to) ?? 0, text));
    similar.set(from, row);
  };
  for (const { left, right, parts } of alignments) {
    if (right === null) continue;
    pairs.add(`${left.instrument}\n${right.instrument}`).add(`${right.instrument}\n${left.instrument}`);
    if (parts.text === null) continue;
    add(key(left), key(right), parts.text);
    add(key(right), key(left), parts.text);
  }
  const units = new Map<string, string>();
  for (const { instrument, annotations } of coded) {
    const map = byEId(instrument);
    for (const { provision } of annotations) {
      const at = map.get(provision.eId);
      const unit = at === undefined ? null : basicUnitOf(instrument, at);
      units.set(key(provision), key({ instrument: provision.instrument, eId: unit?.eId ?? provision.eId }));
    }
  }
  const near: TextNearness = (left, right, code) => {
    const unitsOf = (side: typeof left) => new Set(heard(side, code).flatMap((a) => units.get(key(a.provision)) ?? []));
    const theirs = unitsOf(right);
    let best: number | null = null;
    for (const unit of unitsOf(left)) {
      if (theirs.has(unit)) return 1;
      for (const [other, text] of similar.get(unit) ?? []) {
        if (theirs.has(other)) best = Math.max(best ?? 0, text);
      }
    }
    return best;
  };
  return { near, linked: (left, right) => pairs.has(`${left}\n${right}`) };
}

const key = (r: ProvisionRef) => `${r.instrument} ${r.eId}`;
