import { generator } from '../../text/random.js';
import { ensemble, type PairDraws } from '../bootstrap/ensemble.js';
import { middle } from '../bootstrap/intervals.js';
import type { PartWeights, Scope } from '../scopes.js';
import { prepare, type ScoreInput, scopeNamed } from '../setting.js';
import { pairSides } from '../sides/sides.js';

/** What is moved: `words` resamples provisions and coding under the weights as they are, `weights` moves these too. */
export type Spread = 'words' | 'weights';

/** A pair's place among all pairs on one scope, 1 for the greatest divergence. */
export interface RankedPair {
  readonly left: string;
  readonly right: string;
  readonly scope: string;
  readonly total: number;
  readonly low: number;
  readonly high: number;
  /** Shared by all pairs of a tie: the place of the first of them. */
  readonly rank: number;
  /** The middle 95 % of the pair's own ranks over the draws. */
  readonly rankLow: number;
  readonly rankHigh: number;
  /** Pairs that share the rank, itself included: these cannot be told apart. */
  readonly tied: number;
}

/**
 * Weights are moved by a factor drawn log-uniformly from half to double: enough to turn the codebook's greatest family
 * (transfer, 3) and its middle ones (2) around, and no more than scholars argue about.
 * @see Saisana, Saltelli & Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for the quality assessment of
 * composite indicators, JRSS A 168(2).
 */
const FACTOR = 2;
/** A pair ranks below another only where it is smaller in at least this share of the draws. */
const SURE = 0.95;

/** All pairs on a scope by divergence, with their ranks over seeded draws; pairs without a figure are left out. */
export function sensitivity(input: ScoreInput, scopeId: string, spread: Spread): RankedPair[] {
  const setting = prepare(input);
  const scope = scopeNamed(setting, scopeId);
  const pairs = pairSides(setting.sides, input.between, setting.words.linked).map(
    ([a, b]) => [setting.measured(a), setting.measured(b)] as const,
  );
  const moved = spread === 'words' ? null : movedWeights(scope, setting.parts, input.seed, input.draws);
  const all = ensemble(pairs, setting, scope, input.draws, moved);
  return rank(
    all.filter((p) => !Number.isNaN(p.total)),
    scopeId,
  );
}

/** Weights for each draw: every code's and every part's by a factor of its own; equal for all pairs of a draw. */
function movedWeights(scope: Scope, parts: PartWeights, seed: number, draws: number) {
  const random = generator(seed, 'weights');
  const factor = () => FACTOR ** (2 * random() - 1);
  const drawn = Array.from({ length: draws }, () => ({
    scope: { ...scope, weights: scope.weights.map((w) => w * factor()) },
    parts: {
      thematic: parts.thematic * factor(),
      elemental: parts.elemental * factor(),
      textual: parts.textual * factor(),
    },
  }));
  return (draw: number) => drawn[draw] ?? { scope, parts };
}

/** Pairs in order, ties marked: a pair joins the tie above unless it is surely smaller than the first of that tie. */
export function rank(pairs: readonly PairDraws[], scope: string): RankedPair[] {
  const sorted = [...pairs].sort(
    (a, b) => b.total - a.total || (`${a.left} ${a.right}` < `${b.left} ${b.right}` ? -1 : 1),
  );
  const ranks = ranksByDraw(sorted);
  const heads: number[] = [];
  sorted.forEach((pair, i) => {
    const head = heads[i - 1] ?? 0;
    const first = sorted[head];
    heads.push(first === undefined || i === 0 || isSurelySmaller(pair, first) ? i : head);
  });
  return sorted.map((pair, i) => {
    const [low, high] = middle(pair.draws, pair.total);
    const [rankLow, rankHigh] = middle(ranks[i] ?? new Float64Array(), i + 1);
    const head = heads[i] ?? i;
    return {
      left: pair.left,
      right: pair.right,
      scope,
      total: round(pair.total),
      low: round(low),
      high: round(high),
      rank: head + 1,
      rankLow: Math.round(rankLow),
      rankHigh: Math.round(rankHigh),
      tied: heads.filter((h) => h === head).length,
    };
  });
}

function isSurelySmaller(pair: PairDraws, than: PairDraws): boolean {
  let smaller = 0;
  let known = 0;
  pair.draws.forEach((x, d) => {
    const y = than.draws[d] ?? Number.NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) return;
    known++;
    if (x < y) smaller++;
  });
  return known === 0 ? pair.total < than.total : smaller / known >= SURE;
}

/** Each pair's rank in each draw, NaN where the draw gave it no figure. */
function ranksByDraw(pairs: readonly PairDraws[]): Float64Array[] {
  const draws = pairs[0]?.draws.length ?? 0;
  const ranks = pairs.map(() => new Float64Array(draws).fill(Number.NaN));
  for (let d = 0; d < draws; d++) {
    pairs
      .map((p, i) => [p.draws[d] ?? Number.NaN, i] as const)
      .filter(([x]) => !Number.isNaN(x))
      .sort(([x, i], [y, j]) => y - x || i - j)
      .forEach(([, i], n) => {
        const row = ranks[i];
        if (row !== undefined) row[d] = n + 1;
      });
  }
  return ranks;
}

const round = (n: number) => Math.round(n * 1e6) / 1e6;
