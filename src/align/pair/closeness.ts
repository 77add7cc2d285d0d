import type { InstrumentProfile } from '../profile.js';

/** Unit vectors of a scholar's embedding model by eId, for the left and the right instrument. */
export interface Vectors {
  readonly left: ReadonlyMap<string, readonly number[]>;
  readonly right: ReadonlyMap<string, readonly number[]>;
}

/**
 * What one standard deviation of cosine adds to a pair's log-odds. Not measured: there is no model here to measure with. About what a shared
 * rare code adds, so that a model helps to choose among the likely and cannot overrule all other signs.
 */
const SHARE = 1;

/**
 * The standings of all pairs, lifted by how close a model finds them, in standard deviations over all pairs of the two instruments; the
 * same with the sides swapped. A unit without vector is lifted by nothing.
 */
export function lifted(
  left: InstrumentProfile,
  right: InstrumentProfile,
  standing: readonly Float64Array[],
  vectors: Vectors,
): readonly Float64Array[] {
  const close = left.units.map((a) =>
    right.units.map((b) => cosine(vectors.left.get(a.unit.eId), vectors.right.get(b.unit.eId))),
  );
  const known = close.flat().flatMap((v) => v ?? []);
  // Sorted, because the order of summing follows the side.
  const sorted = known.sort((p, q) => p - q);
  const mean = sorted.reduce((sum, v) => sum + v, 0) / Math.max(1, sorted.length);
  const spread = Math.sqrt(sorted.reduce((sum, v) => sum + (v - mean) ** 2, 0) / Math.max(1, sorted.length));
  if (spread === 0) return standing;
  return standing.map((row, i) =>
    row.map((s, j) => {
      const v = close[i]?.[j] ?? null;
      return v === null ? s : Math.round((s + (SHARE * (v - mean)) / spread) * 1e9) / 1e9;
    }),
  );
}

function cosine(a: readonly number[] | undefined, b: readonly number[] | undefined): number | null {
  if (a === undefined || b === undefined) return null;
  let [dot, x, y] = [0, 0, 0];
  for (let k = 0; k < a.length; k++) {
    const [v, w] = [a[k] ?? 0, b[k] ?? 0];
    dot += v * w;
    x += v * v;
    y += w * w;
  }
  return x === 0 || y === 0 ? null : dot / Math.sqrt(x * y);
}
