import type { AnnotateModel } from '../model.js';

/**
 * The weights that codes give to features, in columns: those of feature `f` stand at the places from `from[f]` to `from[f + 1]` of `code` (its number in
 * the order of `codes`) and `weight`.
 */
export interface WeightTable {
  readonly codes: readonly string[];
  /** For each code the probability from which it is reported. */
  readonly thresholds: readonly number[];
  /** The number of each feature. */
  readonly features: ReadonlyMap<string, number>;
  readonly from: Uint32Array;
  readonly code: Uint8Array;
  readonly weight: Float64Array;
}

/** The weights of a model in columns, features in the order in which its codes name them. @throws RangeError for more codes than a byte can number */
export function tableOf(model: Pick<AnnotateModel, 'codes'>): WeightTable {
  const codes = Object.keys(model.codes);
  if (codes.length > MOST_CODES) throw new RangeError(`a model has at most ${MOST_CODES} codes, not ${codes.length}`);
  const rows = new Map<string, number[]>();
  for (const [i, code] of codes.entries())
    for (const [feature, weight] of Object.entries(model.codes[code]?.weights ?? {})) {
      const row = rows.get(feature);
      if (row === undefined) rows.set(feature, [i, weight]);
      else row.push(i, weight);
    }
  const all = [...rows.values()];
  const from = new Uint32Array(all.length + 1);
  for (const [f, row] of all.entries()) from[f + 1] = (from[f] ?? 0) + row.length / 2;
  const pairs = all.flat();
  return {
    codes,
    thresholds: codes.map((code) => model.codes[code]?.threshold ?? 1),
    features: new Map([...rows.keys()].map((feature, f) => [feature, f])),
    from,
    code: Uint8Array.from({ length: pairs.length / 2 }, (_, j) => pairs[2 * j] ?? 0),
    weight: Float64Array.from({ length: pairs.length / 2 }, (_, j) => pairs[2 * j + 1] ?? 0),
  };
}
const MOST_CODES = 256;

const tables = new WeakMap<AnnotateModel, WeightTable>();

/** Remembers the columns that a model was read from. */
export function keepTable(model: AnnotateModel, table: WeightTable): void {
  tables.set(model, table);
}

/** The weights of a model in columns: those it was read from, else made of it. */
export function tableFor(model: AnnotateModel): WeightTable {
  return tables.get(model) ?? tableOf(model);
}

/** The weight that a code gives to a feature; 0 where it knows none. */
export function weightIn({ features, from, code, weight }: WeightTable, c: number, feature: string): number {
  const f = features.get(feature);
  if (f === undefined) return 0;
  const end = from[f + 1] ?? 0;
  for (let j = from[f] ?? 0; j < end; j += 1) if (code[j] === c) return weight[j] ?? 0;
  return 0;
}

/** The weights of each code by feature, as a model states them. */
export function weightsOf(table: WeightTable): AnnotateModel['codes'] {
  const { codes, thresholds, features, from, code, weight } = table;
  const weights = codes.map((): Record<string, number> => ({}));
  for (const [feature, f] of features)
    for (let j = from[f] ?? 0; j < (from[f + 1] ?? 0); j += 1) {
      const own = weights[code[j] ?? 0];
      if (own !== undefined) own[feature] = weight[j] ?? 0;
    }
  return Object.fromEntries(codes.map((id, c) => [id, { weights: weights[c] ?? {}, threshold: thresholds[c] ?? 1 }]));
}
