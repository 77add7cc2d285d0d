import { blend, type Measured, mean, type PairDistances, pairDistances } from '../divergence/divergences.js';
import type { PartWeights, Scope } from '../scopes.js';
import type { Setting } from '../setting.js';
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
  setting: Pick<Setting, 'codes' | 'parts' | 'textual' | 'figures'>,
  scope: Scope,
  draws: number,
  moved: WeightsByDraw | null = null,
): PairDraws[] {
  const { codes, parts, textual } = setting;
  const space = workspace(codes.length, draws);
  const what = `ensemble ${scope.id}`;
  return pairs.map(([left, right]) => {
    const make = (): Float64Array => {
      // Words that weigh nothing are not compared.
      const pair = pairDistances(left, right, codes, parts.textual === 0 ? NO_WORDS : textual(left, right));
      fillDraws(left.drawn, right.drawn, pair.quantity, space);
      const text = mean(pair.textual, scope);
      const total = blend(mean(pair.thematic, scope), mean(pair.elemental, scope), text, parts);
      if (moved === null) return Float64Array.of(total, ...totalsOf(scope, text, parts, space));
      return Float64Array.from({ length: draws + 1 }, (_, n) =>
        n === 0 ? total : totalOfDraw(n - 1, pair, moved(n - 1), codes.length, space),
      );
    };
    // Weights that move are of one analysis; the rest is asked for from run to run.
    const figures = moved === null ? setting.figures(what, left, right, make) : make();
    const [total = Number.NaN] = figures;
    return { left: left.side.id, right: right.side.id, total, draws: figures.subarray(1) };
  });
}

const NO_WORDS: readonly number[] = [];

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
