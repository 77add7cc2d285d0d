import type { Features } from '../pair/features.js';

/** What two units have in common, as `candidate` finds it. */
export interface Measured {
  readonly features: Features;
  readonly score: number;
}

/** Pairs as they are kept: units by number, and a row of figures for each pair. NaN is a feature that says nothing. */
export interface KeptPairs {
  readonly names: readonly string[];
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly rows: Float64Array;
}

/** Whether two units are of two languages is known without measuring, and is no number. */
const FLAG = 'isAcross';

/** Packs pairs of unit numbers with what was measured of them. */
export function packPairs(pairs: readonly (readonly [left: number, right: number, Measured])[]): KeptPairs {
  const first = pairs[0]?.[2].features;
  const names = first === undefined ? [] : Object.keys(first).filter((name) => name !== FLAG);
  const width = names.length + 1;
  const rows = new Float64Array(pairs.length * width);
  pairs.forEach(([, , { features, score }], n) => {
    const values = features as unknown as Readonly<Record<string, number | null>>;
    names.forEach((name, at) => {
      rows[n * width + at] = values[name] ?? Number.NaN;
    });
    rows[n * width + names.length] = score;
  });
  return {
    names,
    left: Uint32Array.from(pairs, ([left]) => left),
    right: Uint32Array.from(pairs, ([, right]) => right),
    rows,
  };
}

/** What was measured of the pair in a row. */
export function pairAt({ names, rows }: KeptPairs, row: number, isAcross: boolean): Measured {
  const from = row * (names.length + 1);
  const features: Record<string, number | boolean | null> = { [FLAG]: isAcross };
  names.forEach((name, at) => {
    const value = rows[from + at] ?? Number.NaN;
    features[name] = Number.isNaN(value) ? null : value;
  });
  return { features: features as unknown as Features, score: rows[from + names.length] ?? 0 };
}
