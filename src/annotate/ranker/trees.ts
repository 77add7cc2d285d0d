/**
 * A decision tree in parallel arrays: question `i` is whether sign `sign[i]` is below `at[i]`; the answer leads to `low[i]` or
 * `high[i]`, where a number from 0 on is a further question and `-1 - n` is leaf `n`. `mean[i]` is what the leaves under a question
 * say on average, so that what each question moved can be told.
 */
export interface Tree {
  readonly sign: readonly number[];
  readonly at: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly mean: readonly number[];
  readonly leaf: readonly number[];
}

/** What the trees together add to the log-odds of a claim with these signs. */
export function judged(trees: readonly Tree[], signs: Float64Array): number {
  let total = 0;
  for (const { sign, at, low, high, leaf } of trees) {
    let node = leaf.length > 1 ? 0 : -1;
    while (node >= 0) node = ((signs[sign[node] ?? 0] ?? 0) < (at[node] ?? 0) ? low[node] : high[node]) ?? -1;
    total += leaf[-1 - node] ?? 0;
  }
  return total;
}

/**
 * How far each sign moved the trees' judgement: along the way through each tree, the change of the mean at a question is put down to
 * the sign it asks for. With the trees' first means these add up to `judged`.
 * @see Saabas 2014, Interpreting random forests
 */
export function moved(trees: readonly Tree[], signs: Float64Array): Float64Array {
  const out = new Float64Array(signs.length);
  for (const { sign, at, low, high, mean, leaf } of trees) {
    let node = leaf.length > 1 ? 0 : -1;
    while (node >= 0) {
      const asked = sign[node] ?? 0;
      const next = ((signs[asked] ?? 0) < (at[node] ?? 0) ? low[node] : high[node]) ?? -1;
      const after = next >= 0 ? mean[next] : leaf[-1 - next];
      out[asked] = (out[asked] ?? 0) + (after ?? 0) - (mean[node] ?? 0);
      node = next;
    }
  }
  return out;
}
