import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Points in the plane whose distances come near to those of a matrix. */
export interface Scaling {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Kruskal's stress-1, [0,1]. */
  readonly stress: number;
  /** Share of the positive eigenvalues that the two axes hold, [0,1]. */
  readonly explained: number;
}

/**
 * Classical (Torgerson) multidimensional scaling to two dimensions. Axes are turned so that the point furthest out on each is
 * positive: a matrix gives the same map on every machine. Fewer than three points lie on a line.
 * @see Torgerson (1952), Multidimensional scaling: I, Psychometrika 17; Kruskal (1964), Psychometrika 29, for the stress.
 */
export function scale(distances: readonly (readonly number[])[]): Scaling {
  const n = distances.length;
  if (n < 2) return { points: distances.map(() => [0, 0] as const), stress: 0, explained: 1 };
  const squared = new Matrix(distances.map((row) => row.map((d) => d * d)));
  const centring = Matrix.eye(n, n).sub(Matrix.ones(n, n).mul(1 / n));
  const gram = centring.mmul(squared).mmul(centring).mul(-0.5);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  const order = realEigenvalues.map((value, i) => ({ value, i })).sort((a, b) => b.value - a.value || a.i - b.i);
  const axes = order.slice(0, 2).map(({ value, i }) => {
    const axis = eigenvectorMatrix.getColumn(i).map((x) => x * Math.sqrt(Math.max(0, value)));
    const furthest = axis.reduce((best, x) => (Math.abs(x) > Math.abs(best) + 1e-9 ? x : best), 0);
    return axis.map((x) => (furthest < 0 ? -x : x));
  });
  const positive = realEigenvalues.reduce((sum, v) => sum + Math.max(0, v), 0);
  const held = order.slice(0, 2).reduce((sum, { value }) => sum + Math.max(0, value), 0);
  const points = distances.map((_, i) => [round(axes[0]?.[i] ?? 0), round(axes[1]?.[i] ?? 0)] as const);
  return { points, stress: round(stressOf(distances, points)), explained: positive === 0 ? 1 : round(held / positive) };
}

function stressOf(distances: readonly (readonly number[])[], points: Scaling['points']): number {
  let wrong = 0;
  let all = 0;
  points.forEach(([x, y], i) => {
    points.slice(0, i).forEach(([u, v], j) => {
      const drawn = Math.hypot(x - u, y - v);
      wrong += ((distances[i]?.[j] ?? 0) - drawn) ** 2;
      all += drawn ** 2;
    });
  });
  return all === 0 ? 0 : Math.min(1, Math.sqrt(wrong / all));
}

/** To 1e-6: further digits differ between machines. */
const round = (n: number) => Math.round(n * 1e6) / 1e6 + 0;
