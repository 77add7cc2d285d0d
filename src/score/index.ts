import type { Divergence, Position, Tension } from '../model/index.js';
import { ensemble } from './bootstrap/ensemble.js';
import { workspace } from './bootstrap/intervals.js';
import { compare, type Measured, told } from './divergence/divergences.js';
import { takePositions } from './positions.js';
import { readOnce } from './reading.js';
import { madeOnce, prepare, type ScoreInput, type Setting, scopeNamed, takenUp } from './setting.js';
import { makeSides, pairSides } from './sides/sides.js';
import { findTensions } from './tensions/find.js';

export { type Change, type Gap, type GapReport, gaps } from './gaps/gaps.js';
export { ScoreMemory } from './memory.js';
export { type RankedPair, type Spread, sensitivity } from './ranks/sensitivity.js';
export { type Leaning, leanings } from './regimes/leanings.js';
export { type Cluster, type MapPoint, type RegimeMap, regimeMap } from './regimes/map.js';
export { type RegimeDistance, regimes } from './regimes/poles.js';
export { PART_WEIGHTS, type PartWeights, readWeights, type WeightOverrides } from './scopes.js';
export { type SeriesPoint, type SeriesTrend, series } from './series/series.js';
export type { ScoreInput } from './setting.js';
export type { CoveredText } from './sides/force.js';
export { jurisdictionName } from './tensions/names.js';

/** The totals of named pairs on one scope, in their order; null where a side is not in the study or nothing can be compared. */
export function distances(
  input: ScoreInput,
  pairs: readonly (readonly [left: string, right: string])[],
  scopeId: string,
): (number | null)[] {
  const setting = prepare({ ...input, draws: 0 });
  const scope = scopeNamed(setting, scopeId);
  const sides = new Map(setting.sides.map((s) => [s.id, setting.measured(s)]));
  return pairs.map(([left, right]) => {
    const [a, b] = [sides.get(left), sides.get(right)];
    if (a === undefined || b === undefined) return null;
    const [pair] = ensemble([[a, b]], setting, scope, 0);
    return pair === undefined || Number.isNaN(pair.total) ? null : pair.total;
  });
}

/** Where every side stands on every code: what the divergence is reckoned from. */
export function positions(input: ScoreInput): Position[] {
  return takePositions(prepare({ ...input, draws: 0 }).sides, input.codebook);
}

/** The divergences of the law of several days, on all codes, families and principles; what does not depend on the day is read once. */
export function divergencesOn(
  input: ScoreInput,
  days: readonly string[],
): { readonly asOf: string; readonly divergences: readonly Divergence[] }[] {
  const made = madeOnce();
  const on = (asOf: string): Divergence[] => {
    const setting = prepare({ ...input, asOf }, { made });
    const scopes = setting.scopes.filter((s) => s.kind !== 'code');
    return divergencesOf({ ...setting, scopes }, { ...input, asOf });
  };
  const about = (input.about ?? []).join(' ');
  return days.map((asOf) => ({
    asOf,
    divergences: takenUp({ ...input, asOf }, `past ${about}`, true, () => on(asOf)),
  }));
}

/** How far each pair that is asked about diverges on every scope, with a 95 % interval. */
export function divergences(input: ScoreInput): Divergence[] {
  return divergencesOf(prepare(input), input);
}

/**
 * Where sides stand, how far each pair diverges with a 95 % interval, and which provisions pull apart. Pure: equal input gives equal
 * output. Empty lists where nothing is coded.
 */
export function score(input: ScoreInput): { positions: Position[]; divergences: Divergence[]; tensions: Tension[] } {
  const setting = prepare(input);
  const { coded, covered, sides } = setting;
  const jurisdictions =
    input.between === 'jurisdictions' ? sides : makeSides(coded, covered, input.codebook, 'jurisdictions', input.asOf);
  const orders = { coded, alignments: input.alignments, sides: jurisdictions, asOf: input.asOf };
  return {
    positions: takePositions(sides, input.codebook),
    divergences: divergencesOf(setting, input),
    tensions: findTensions(orders, input.memory ?? null, readOnce(input).keyOf?.all()),
  };
}

function divergencesOf(setting: Setting, input: ScoreInput): Divergence[] {
  const { codes, scopes, parts, sides, measured } = setting;
  const space = workspace(codes.length, input.draws);
  const what = `divergences ${scopes.map((s) => s.id).join(' ')}`;
  const pairs = pairSides(sides, input.between, setting.words.linked).filter(([left, right]) =>
    isAbout(left.id, right.id, input.about ?? []),
  );
  const measures = pairs.map(([one, other]) => [measured(one), measured(other)] as const);
  const words = textualOf(setting, input, measures);
  return measures.flatMap(([left, right], n) => {
    const [one, other] = [left.side, right.side];
    const textual = words.subarray(n * codes.length, (n + 1) * codes.length);
    const figures = setting.figures(what, left, right, () =>
      compare(left, right, codes, scopes, parts, textual, space),
    );
    input.onMeasured?.(`${one.id} ${other.id}`, pairs.length);
    return told({ left: one.id, right: other.id, textual }, scopes, figures);
  });
}

/** How far the words of pairs are apart, code by code, one pair after the other; taken up where no word, link or text of theirs changed. */
function textualOf(
  setting: Setting,
  input: ScoreInput,
  pairs: readonly (readonly [Measured, Measured])[],
): Float64Array {
  const make = (): Float64Array => {
    const { codes } = setting;
    const all = new Float64Array(pairs.length * codes.length);
    for (const [n, [left, right]] of pairs.entries()) all.set(setting.textual(left, right), n * codes.length);
    return all;
  };
  const { keyOf, words } = readOnce(input);
  if (input.memory === undefined || keyOf === null) return make();
  const told = [input.between, input.asOf, ...(input.about ?? []), words.key(), keyOf.all()];
  return input.memory.figures(`textual ${told.join(' ')}`, make);
}

/** Whether a pair is one of those asked about: see `ScoreInput.about`. */
export function isAbout(left: string, right: string, about: readonly string[]): boolean {
  const named = [left, right].filter((side) => about.includes(side)).length;
  return about.length === 0 || named === (about.length === 1 ? 1 : 2);
}
