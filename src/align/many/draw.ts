import type { UnitProfile } from '../profile.js';
import { NO_VECTOR, type Vector } from '../words/bags.js';

/** An equal code speaks as loud as this much cosine when candidates are drawn. */
const CODE_BONUS = 0.35;
const CONCEPT_SHARE = 0.6;
/** Stems in more than this share of the units name nothing. */
const COMMON_SHARE = 0.3;
/** So few units that every stem may speak. */
const FEW = 50;
/** Candidates under this share nothing worth scoring. */
const LEAST_SUM = 0.05;

/**
 * For each unit the numbers of its likeliest counterparts in other instruments, at most `most`, best first: by codes and the cosines of
 * words and concepts, in one pass over inverted lists.
 */
export function draw(units: readonly UnitProfile[], most: number): readonly Int32Array[] {
  const gists = units.map((u) => u.gist());
  const stems = index(gists.map((g) => g.stems));
  const concepts = index(gists.map((g) => g.concepts));
  const instruments = new Map<string, number>();
  const home = Int32Array.from(units, (u) => {
    const id = u.instrument.metadata.id;
    const n = instruments.get(id) ?? instruments.size;
    instruments.set(id, n);
    return n;
  });
  const codes = new Map<string, number[]>();
  units.forEach((u, i) => {
    for (const code of u.codes.keys()) codes.set(code, [...(codes.get(code) ?? []), i]);
  });
  // In full digits: numbers of words, and with them the order of summing, differ from run to run.
  const sums = new Float64Array(units.length);
  const scaled = new Float64Array(units.length);
  return units.map((u, i) => {
    sums.fill(0);
    stems(i, 1, sums);
    concepts(i, CONCEPT_SHARE, sums);
    for (const code of u.codes.keys()) {
      const bonus = CODE_BONUS / u.codes.size;
      for (const j of codes.get(code) ?? []) sums[j] = (sums[j] ?? 0) + bonus;
    }
    return largest(i);
  });

  function largest(i: number): Int32Array {
    const own = home[i];
    const found: number[] = [];
    for (let j = 0; j < sums.length; j++) {
      const s = sums[j] ?? 0;
      if (s <= LEAST_SUM || home[j] === own) continue;
      // Rounded, because the order of summing must not decide between equals.
      scaled[j] = Math.round(s * 1e5);
      found.push(j);
    }
    const cut = quickCut(found, scaled, most);
    return Int32Array.from(
      found
        .filter((j) => (scaled[j] ?? 0) >= cut)
        .sort((a, b) => (scaled[b] ?? 0) - (scaled[a] ?? 0) || a - b)
        .slice(0, most),
    );
  }
}

/** The value of the `most`-th largest, by counting: sorting thousands for a few dozen is what took the time. */
function quickCut(found: readonly number[], scaled: Float64Array, most: number): number {
  if (found.length <= most) return 0;
  let top = 0;
  for (const j of found) top = Math.max(top, scaled[j] ?? 0);
  const bins = new Int32Array(257);
  for (const j of found) {
    const bin = Math.floor(((scaled[j] ?? 0) / top) * 256);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  let held = 0;
  let bin = 256;
  while (bin > 0 && held + (bins[bin] ?? 0) < most) held += bins[bin--] ?? 0;
  return (bin / 256) * top;
}

/** A function that adds the cosine of vector `i` with every vector that shares a word, times `share`, into `sums`. */
function index(vectors: readonly Vector[]): (i: number, share: number, sums: Float64Array) => void {
  const lists = new Map<number, { at: number[]; weight: number[] }>();
  vectors.forEach((vector, i) => {
    for (let n = 0; n < vector.ids.length; n++) {
      const id = vector.ids[n] ?? 0;
      const list = lists.get(id) ?? { at: [], weight: [] };
      lists.set(id, list);
      list.at.push(i);
      list.weight.push(vector.weights[n] ?? 0);
    }
  });
  const most = vectors.length <= FEW ? vectors.length : COMMON_SHARE * vectors.length;
  const flat = new Map<number, { readonly at: Int32Array; readonly weight: Float32Array }>();
  for (const [id, { at, weight }] of lists)
    if (at.length > 1 && at.length <= most)
      flat.set(id, { at: Int32Array.from(at), weight: Float32Array.from(weight) });
  return (i, share, sums) => {
    const vector = vectors[i] ?? NO_VECTOR;
    for (let n = 0; n < vector.ids.length; n++) {
      const list = flat.get(vector.ids[n] ?? -1);
      if (list === undefined) continue;
      const w = share * (vector.weights[n] ?? 0);
      const { at, weight } = list;
      for (let m = 0; m < at.length; m++) {
        const j = at[m] as number;
        sums[j] = (sums[j] as number) + w * (weight[m] as number);
      }
    }
  };
}
