import { agnes, type Cluster as Node } from 'ml-hclust';

/** Sides that are nearer to each other than to the rest. */
export interface Cluster {
  readonly members: readonly string[];
  /** Mean over the draws of the best Jaccard overlap with a cluster of the draw, [0,1]: under 0.6 it is no pattern, from 0.75 it is stable. */
  readonly stability: number;
}

/** Numbers of clusters tried; the best mean silhouette wins. */
const FEWEST = 2;
const MOST = 8;

/**
 * Groups by average linkage, the number chosen by the mean silhouette, each with its stability over the redrawn matrices. Greatest first.
 * Fewer than three sides are one cluster.
 * @see Rousseeuw (1987), Silhouettes, J. Comput. Appl. Math. 20; Hennig (2007), Cluster-wise assessment of cluster stability, CSDA 52.
 */
export function clusters(
  ids: readonly string[],
  distances: readonly (readonly number[])[],
  redrawn: readonly (readonly (readonly number[])[])[],
): Cluster[] {
  if (ids.length < 3) return ids.length === 0 ? [] : [{ members: ids, stability: 1 }];
  const sizes = Array.from({ length: Math.min(MOST, ids.length - 1) - FEWEST + 1 }, (_, i) => FEWEST + i);
  const tree = linkage(distances);
  const cuts = sizes.map((k) => cut(tree, k)).map((groups) => ({ groups, fit: silhouette(groups, distances) }));
  const best = cuts.reduce((a, b) => (b.fit > a.fit ? b : a));
  const others = redrawn.map((matrix) => cut(linkage(matrix), best.groups.length));
  return best.groups
    .map((group) => ({
      members: group.map((i) => ids[i] ?? '').sort(),
      stability: round(mean(others.map((groups) => Math.max(...groups.map((g) => jaccard(group, g))))) ?? 1),
    }))
    .sort((a, b) => b.members.length - a.members.length || ((a.members[0] ?? '') < (b.members[0] ?? '') ? -1 : 1));
}

function linkage(distances: readonly (readonly number[])[]): Node {
  return agnes(
    distances.map((row) => [...row]),
    { method: 'average', isDistanceMatrix: true },
  );
}

function cut(tree: Node, k: number): number[][] {
  return tree.group(k).children.map((node) => node.indices());
}

/** Mean silhouette width in [-1,1]; a side alone counts 0. */
function silhouette(groups: readonly (readonly number[])[], distances: readonly (readonly number[])[]): number {
  const to = (i: number, group: readonly number[]) =>
    mean(group.filter((j) => j !== i).map((j) => distances[i]?.[j] ?? 0)) ?? 0;
  const widths = groups.flatMap((own) =>
    own.map((i) => {
      if (own.length === 1) return 0;
      const inside = to(i, own);
      const outside = Math.min(...groups.filter((g) => g !== own).map((g) => to(i, g)));
      return Math.max(inside, outside) === 0 ? 0 : (outside - inside) / Math.max(inside, outside);
    }),
  );
  return mean(widths) ?? 0;
}

function jaccard(a: readonly number[], b: readonly number[]): number {
  const both = a.filter((x) => b.includes(x)).length;
  return both / (a.length + b.length - both);
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, v) => sum + v, 0) / values.length;
const round = (n: number) => Math.round(n * 1e6) / 1e6;
