import { ensemble, type PairDraws } from '../bootstrap/ensemble.js';
import { prepare, type ScoreInput, scopeNamed, takenUp } from '../setting.js';
import type { Side } from '../sides/sides.js';
import { type Cluster, clusters } from './clusters.js';
import { type Scaling, scale } from './scaling.js';

export type { Cluster } from './clusters.js';

/** A side on the two-dimensional map. */
export interface MapPoint {
  readonly side: string;
  readonly x: number;
  readonly y: number;
  readonly cluster: number;
}

/** Sides that can all be compared with each other, grouped and laid out flat. */
export interface RegimeMap {
  readonly scope: string;
  readonly points: readonly MapPoint[];
  readonly clusters: readonly Cluster[];
  /** Kruskal's stress-1 of the map in [0,1]: over 0.2 the distances on paper mislead. */
  readonly stress: number;
  /** Share of the positive eigenvalues that the two axes hold, [0,1]. */
  readonly explained: number;
  /** Sides left out, because some pair of theirs has no figure. */
  readonly left: readonly string[];
}

/**
 * The map and the clusters of the sides named (all sides with law of their own and all archetypes where none is). Sides that lack a figure with
 * another are left out, those with the most lacking first.
 */
export function regimeMap(input: ScoreInput, scopeId: string, named: readonly string[]): RegimeMap {
  return takenUp(input, `map ${[scopeId, ...named].join(' ')}`, false, () => laidOut(input, scopeId, named));
}

function laidOut(input: ScoreInput, scopeId: string, named: readonly string[]): RegimeMap {
  const setting = prepare(input);
  const scope = scopeNamed(setting, scopeId);
  const wanted = setting.sides.filter(
    (s) => s.annotations.size > 0 && (named.length > 0 ? named.includes(s.id) : s.class !== 'treaty'),
  );
  const pairs = wanted.flatMap((a, i) => wanted.slice(i + 1).map((b) => [a, b] as const));
  const drawn = ensemble(
    pairs.map(([a, b]) => [setting.measured(a), setting.measured(b)] as const),
    setting,
    scope,
    input.draws,
  );
  const kept = comparable(wanted, drawn);
  const ids = kept.map((s) => s.id);
  const matrix = matrixOf(ids, drawn, (p) => p.total);
  const groups = clusters(
    ids,
    matrix,
    Array.from({ length: input.draws }, (_, d) => matrixOf(ids, drawn, (p) => p.draws[d] ?? p.total)),
  );
  const { points, stress, explained }: Scaling = scale(matrix);
  return {
    scope: scopeId,
    points: ids.map((side, i) => ({
      side,
      x: points[i]?.[0] ?? 0,
      y: points[i]?.[1] ?? 0,
      cluster: groups.findIndex((g) => g.members.includes(side)) + 1,
    })),
    clusters: groups,
    stress,
    explained,
    left: wanted.filter((s) => !kept.includes(s)).map((s) => s.id),
  };
}

/** The sides left when those that lack the most figures have gone. */
function comparable(sides: readonly Side[], pairs: readonly PairDraws[]): readonly Side[] {
  let kept = sides;
  for (;;) {
    const ids = new Set(kept.map((s) => s.id));
    const lacking = new Map<string, number>();
    for (const p of pairs) {
      if (!Number.isNaN(p.total) || !ids.has(p.left) || !ids.has(p.right)) continue;
      for (const id of [p.left, p.right]) lacking.set(id, (lacking.get(id) ?? 0) + 1);
    }
    const worst = [...lacking].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
    if (worst === undefined) return kept;
    kept = kept.filter((s) => s.id !== worst);
  }
}

function matrixOf(ids: readonly string[], pairs: readonly PairDraws[], figure: (p: PairDraws) => number): number[][] {
  const at = new Map(ids.map((id, i) => [id, i]));
  const matrix = ids.map(() => ids.map(() => 0));
  for (const p of pairs) {
    const [i, j] = [at.get(p.left), at.get(p.right)];
    if (i === undefined || j === undefined) continue;
    const d = figure(p);
    const known = Number.isNaN(d) ? p.total : d;
    for (const [r, c] of [
      [i, j],
      [j, i],
    ] as const) {
      const row = matrix[r];
      if (row !== undefined) row[c] = known;
    }
  }
  return matrix;
}
