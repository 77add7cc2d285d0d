import { analyse } from '../../src/text/analyse.js';
import { cpuSeconds } from '../clock.js';

/** Terms in more than this share of the texts are left out, as in the measurement of `../shared/LIBRARIES.md`. */
const COMMON_SHARE = 0.3;

/** Ascending ids and weights of length 1. */
interface Row {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
}

/** TF-IDF rows of texts, from one pass of the tokeniser. */
export function rowsOf(texts: readonly string[]): Row[] {
  const numbers = new Map<string, number>();
  const counted = texts.map((text) => {
    const counts = new Map<number, number>();
    for (const { term } of analyse(text)) {
      const id = numbers.get(term) ?? numbers.size;
      numbers.set(term, id);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  });
  const holders = new Int32Array(numbers.size);
  for (const counts of counted) for (const id of counts.keys()) holders[id] = (holders[id] ?? 0) + 1;
  return counted.map((counts) => {
    const kept = [...counts].filter(([id]) => (holders[id] ?? 0) <= COMMON_SHARE * texts.length);
    const weights = kept.map(([id, n]) => (1 + Math.log(n)) * Math.log(texts.length / (holders[id] ?? 1)));
    const norm = Math.hypot(...weights) || 1;
    return { ids: Int32Array.from(kept, ([id]) => id), weights: Float32Array.from(weights, (w) => w / norm) };
  });
}

/** Processor seconds of exact cosine of all pairs: rows against inverted lists. The least that finding each text's nearest ones costs. */
export function allPairsSeconds(rows: readonly Row[]): number {
  const began = cpuSeconds();
  const lists = new Map<number, { at: number[]; weight: number[] }>();
  rows.forEach(({ ids, weights }, at) => {
    ids.forEach((id, n) => {
      const list = lists.get(id) ?? { at: [], weight: [] };
      lists.set(id, list);
      list.at.push(at);
      list.weight.push(weights[n] ?? 0);
    });
  });
  const flat = new Map(
    [...lists].map(([id, l]) => [id, { at: Int32Array.from(l.at), weight: Float32Array.from(l.weight) }]),
  );
  const sums = new Float32Array(rows.length);
  let kept = 0;
  rows.forEach(({ ids, weights }, own) => {
    sums.fill(0);
    for (let n = 0; n < ids.length; n += 1) {
      const list = flat.get(ids[n] ?? -1);
      if (list === undefined) continue;
      const w = weights[n] ?? 0;
      const { at, weight } = list;
      for (let m = 0; m < at.length; m += 1) {
        const j = at[m] ?? 0;
        sums[j] = (sums[j] ?? 0) + w * (weight[m] ?? 0);
      }
    }
    let best = 0;
    for (let j = 0; j < sums.length; j += 1) if (j !== own && (sums[j] ?? 0) > (sums[best] ?? 0)) best = j;
    kept += best;
  });
  return kept < 0 ? 0 : cpuSeconds() - began;
}
