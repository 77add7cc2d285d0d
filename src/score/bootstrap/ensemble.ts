import { blend, type Measured, mean, type PairDistances, pairDistances } from '../divergence/divergences.js';
import type { Words } from '../divergence/words.js';
import type { PartWeights, Scope } from '../scopes.js';
import { fillDraws, totalsOf, workspace } from './intervals.js';

/** One pair's total on one scope, as it stands and in every draw. */
export interface PairDraws {
  readonly left: string;
  readonly right: string;
  /** NaN where nothing could be compared. */
  readonly total: number;
  /** NaN in draws that gave no figure. */
  readonly draws: Float64Array;
}

/** Weights for one draw: the bootstrap alone keeps them, a sensitivity analysis moves them. */
export type WeightsByDraw = (draw: number) => { readonly scope: Scope; readonly parts: PartWeights };

/**
 * The totals of all pairs on one scope, paired by draw: draw 7 of one pair and of another see the same resampled sides, so that
 * differences, ranks and means over pairs can be taken draw by draw.
 */
export function ensemble(
  pairs: readonly (readonly [Measured, Measured])[],
  codes: readonly string[],
  scope: Scope,
  parts: PartWeights,
  near: Words['near'],
  draws: number,
  moved: WeightsByDraw | null = null,
): PairDraws[] {
  const space = workspace(codes.length, draws);
  return pairs.map(([a, b]) => {
    const pair = pairDistances(a, b, codes, near);
    fillDraws(a.drawn, b.drawn, pair.quantity, space);
    const textual = mean(pair.textual, scope);
    const total = blend(mean(pair.thematic, scope), mean(pair.elemental, scope), textual, parts);
    const drawn =
      moved === null
        ? totalsOf(scope, textual, parts, space).slice()
        : Float64Array.from({ length: draws }, (_, d) => totalOfDraw(d, pair, moved(d), codes.length, space));
    return { left: a.side.id, right: b.side.id, total, draws: drawn };
  });
}

/** The total of one draw under weights of its own. */
function totalOfDraw(
  draw: number,
  pair: PairDistances,
  { scope, parts }: ReturnType<WeightsByDraw>,
  codes: number,
  space: ReturnType<typeof workspace>,
): number {
  const column = (rows: Float64Array) =>
    Float64Array.from({ length: codes }, (_, i) => rows[i * space.draws + draw] ?? Number.NaN);
  return blend(
    mean(column(space.thematic), scope),
    mean(column(space.elemental), scope),
    mean(pair.textual, scope),
    parts,
  );
}
