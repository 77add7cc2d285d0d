import type { Alignment, CodedInstrument } from '../model/index.js';
import { bestFirst, candidate, LINK_THRESHOLD } from './links.js';
import { type InstrumentProfile, profile, type UnitProfile } from './profile.js';
import { toAlignment } from './relation.js';
import { type Features, pairSpace } from './similarity.js';
import { type Bag, countBags, toVector } from './words/bags.js';

/** How many counterparts to keep for each coded unit, and how good they must be. */
export interface CounterpartOptions {
  /** Default 6. */
  readonly k?: number;
  /** Least score in [0,1]; default the link threshold. */
  readonly threshold?: number;
}

/** Candidates scored in full for each unit; the rest lost on codes and words by inverted index. */
const CANDIDATES = 40;
/** Stems in more than this share of the coded units name nothing. */
const COMMON_SHARE = 0.3;
/** An equal code speaks as loud as this much cosine when candidates are drawn. */
const CODE_BONUS = 0.35;
const CONCEPT_SHARE = 0.6;

/**
 * For each coded article or section its best counterparts in other instruments, best first, in the order of `coded`.
 * A pair's score is that of `align`; what else is in the study decides only which pairs are seen. Empty without annotations.
 */
export function counterparts(coded: readonly CodedInstrument[], options: CounterpartOptions = {}): Alignment[] {
  const k = options.k ?? 6;
  const threshold = options.threshold ?? LINK_THRESHOLD;
  const profiles = coded.filter((c) => c.annotations.length > 0).map((c) => profile(c));
  const units: Placed[] = profiles.flatMap((home) =>
    home.units.filter((u) => u.codes.size > 0).map((unit) => ({ unit, home })),
  );
  const near = drawCandidates(units.map((u) => u.unit));
  const features = measurePairs(units, near);
  return units.flatMap(({ unit }, i) =>
    (near[i] ?? [])
      .flatMap((j) => {
        const other = units[j];
        const f = features.get(pairKey(i, j, units.length));
        return other === undefined || f === undefined ? [] : [candidate(unit, other.unit, f, null)];
      })
      .filter((c) => c.score >= threshold)
      .sort(bestFirst)
      .slice(0, k)
      .map((c, at) => toAlignment(c, at === 0)),
  );
}

/** A coded unit and the instrument it stands in. */
interface Placed {
  readonly unit: UnitProfile;
  readonly home: InstrumentProfile;
}

const pairKey = (i: number, j: number, count: number) => Math.min(i, j) * count + Math.max(i, j);

/** The features of every pair drawn, each measured once, pairs of two instruments together: their vectors serve all of them. */
function measurePairs(units: readonly Placed[], near: readonly (readonly number[])[]): ReadonlyMap<number, Features> {
  const keys = new Set<number>();
  near.forEach((list, i) => {
    for (const j of list) keys.add(pairKey(i, j, units.length));
  });
  const byHomes = new Map<string, [Placed, Placed, number][]>();
  for (const key of keys) {
    const one = units[Math.floor(key / units.length)];
    const two = units[key % units.length];
    if (one === undefined || two === undefined) continue;
    const [a, b] = one.home.id < two.home.id ? [one, two] : [two, one];
    const homes = `${a.home.id}\n${b.home.id}`;
    const list = byHomes.get(homes);
    if (list === undefined) byHomes.set(homes, [[a, b, key]]);
    else list.push([a, b, key]);
  }
  const features = new Map<number, Features>();
  for (const list of byHomes.values()) {
    const [first] = list;
    if (first === undefined) continue;
    const space = pairSpace(first[0].home, first[1].home);
    for (const [a, b, key] of list) features.set(key, space.features(a.unit, b.unit));
  }
  return features;
}

/** For each unit the numbers of its likeliest counterparts in other instruments, by one pass over inverted lists. */
function drawCandidates(units: readonly UnitProfile[]): readonly (readonly number[])[] {
  const stems = index(units.map((u) => u.stems));
  const concepts = index(units.map((u) => u.concepts ?? NOTHING));
  const codes = new Map<string, number[]>();
  units.forEach((u, i) => {
    for (const code of u.codes.keys()) {
      const list = codes.get(code);
      if (list === undefined) codes.set(code, [i]);
      else list.push(i);
    }
  });
  return units.map((u, i) => {
    const sums = new Float64Array(units.length);
    stems(i, 1, sums);
    concepts(i, CONCEPT_SHARE, sums);
    for (const code of u.codes.keys()) {
      const list = codes.get(code) ?? [];
      for (const j of list) sums[j] = (sums[j] ?? 0) + CODE_BONUS / u.codes.size;
    }
    const own = u.instrument.metadata.id;
    const found: number[] = [];
    for (let j = 0; j < sums.length; j++) {
      const s = sums[j] ?? 0;
      if (s <= LEAST_SUM || units[j]?.instrument.metadata.id === own) continue;
      // Rounded, because the order of summing must not decide between equals.
      sums[j] = Math.round(s * 1e9);
      found.push(j);
    }
    return found.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b).slice(0, CANDIDATES);
  });
}

const NOTHING: Bag = { ids: new Int32Array(0), counts: new Int32Array(0) };
/** Candidates under this share nothing worth scoring. */
const LEAST_SUM = 0.05;

/** A function that adds the cosine of bag `i` with every bag that shares a word, times `share`, into `sums`. */
function index(bags: readonly Bag[]): (i: number, share: number, sums: Float64Array) => void {
  const frequency = countBags(bags);
  const isTelling = (id: number) => bags.length <= 50 || (frequency.get(id) ?? 0) <= COMMON_SHARE * bags.length;
  const weigh = (id: number) => (isTelling(id) ? Math.log((bags.length + 1) / (frequency.get(id) ?? 1)) : 0);
  const lists = new Map<number, { readonly at: number[]; readonly weight: number[] }>();
  const vectors = bags.map((bag, i) => {
    const vector = toVector(bag, weigh);
    vector.ids.forEach((id, n) => {
      const w = (vector.weights[n] ?? 0) / (vector.norm || 1);
      if (w === 0) return;
      const list = lists.get(id) ?? { at: [], weight: [] };
      lists.set(id, list);
      list.at.push(i);
      list.weight.push(w);
    });
    return vector;
  });
  return (i, share, sums) => {
    const vector = vectors[i];
    vector?.ids.forEach((id, n) => {
      const list = lists.get(id);
      const w = (vector.weights[n] ?? 0) / (vector.norm || 1);
      if (list === undefined || w === 0) return;
      for (let m = 0; m < list.at.length; m++) {
        const j = list.at[m] ?? 0;
        sums[j] = (sums[j] ?? 0) + share * w * (list.weight[m] ?? 0);
      }
    });
  };
}
