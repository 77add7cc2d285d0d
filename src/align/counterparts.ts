import type { Alignment, CodedInstrument } from '../model/index.js';
import { bestFirst, candidate, LINK_THRESHOLD } from './links.js';
import { type InstrumentProfile, profile, type UnitProfile } from './profile.js';
import { toAlignment } from './relation.js';
import { type PairSpace, pairSpace } from './similarity.js';

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
  const units: {
    readonly unit: UnitProfile;
    readonly home: InstrumentProfile;
  }[] = profiles.flatMap((home) => home.units.filter((u) => u.codes.size > 0).map((unit) => ({ unit, home })));
  const near = drawCandidates(units.map((u) => u.unit));
  const spaces = new Map<string, PairSpace>();
  const space = (a: InstrumentProfile, b: InstrumentProfile) => {
    const key = a.id < b.id ? `${a.id}\n${b.id}` : `${b.id}\n${a.id}`;
    const made = spaces.get(key) ?? (a.id < b.id ? pairSpace(a, b) : pairSpace(b, a));
    spaces.set(key, made);
    return made;
  };
  return units.flatMap(({ unit, home }, i) =>
    (near[i] ?? [])
      .flatMap((j) => {
        const other = units[j];
        if (other === undefined) return [];
        return [candidate(unit, other.unit, space(home, other.home).features(unit, other.unit), null)];
      })
      .filter((c) => c.score >= threshold)
      .sort(bestFirst)
      .slice(0, k)
      .map((c, at) => toAlignment(c, at === 0)),
  );
}

/** For each unit the numbers of its likeliest counterparts in other instruments, by one pass over inverted lists. */
function drawCandidates(units: readonly UnitProfile[]): readonly (readonly number[])[] {
  const stems = index(units, (u) => u.stems);
  const concepts = index(units, (u) => u.concepts ?? new Map<number, number>());
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
    sums.forEach((s, j) => {
      if (s > 0.05 && units[j]?.instrument.metadata.id !== own) found.push(j);
    });
    return found.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b).slice(0, CANDIDATES);
  });
}

/** Adds the cosine of unit `i` with every unit that shares a key, times `share`, into `sums`. */
function index<K>(
  units: readonly UnitProfile[],
  countsOf: (u: UnitProfile) => ReadonlyMap<K, number>,
): (i: number, share: number, sums: Float64Array) => void {
  const lists = new Map<K, { readonly at: number[]; readonly weight: number[] }>();
  const frequency = new Map<K, number>();
  for (const u of units) for (const key of countsOf(u).keys()) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const weighted = units.map((u, i) => {
    const rows: [K, number][] = [];
    let square = 0;
    for (const [key, n] of countsOf(u)) {
      const df = frequency.get(key) ?? 1;
      if (df > COMMON_SHARE * units.length && units.length > 50) continue;
      const w = (1 + Math.log(n)) * Math.log((units.length + 1) / df);
      square += w * w;
      rows.push([key, w]);
    }
    const norm = Math.sqrt(square) || 1;
    for (const [key, w] of rows) {
      const list = lists.get(key) ?? { at: [], weight: [] };
      lists.set(key, list);
      list.at.push(i);
      list.weight.push(w / norm);
    }
    return rows.map(([key, w]) => [key, w / norm] as const);
  });
  return (i, share, sums) => {
    for (const [key, w] of weighted[i] ?? []) {
      const list = lists.get(key);
      if (list === undefined) continue;
      for (let n = 0; n < list.at.length; n++) {
        const j = list.at[n] ?? 0;
        sums[j] = (sums[j] ?? 0) + share * w * (list.weight[n] ?? 0);
      }
    }
  };
}
