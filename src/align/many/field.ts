import type { Gist, UnitProfile } from '../profile.js';
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
/** Sums are compared to this part of one. */
const DIGITS = 1e5;

/** The likeliest counterparts of a unit in other instruments. */
export interface Drawn {
  /** Their places among the units, best first. */
  readonly at: Int32Array;
  /** How likely each is, from 0; whole numbers, because the order of summing must not decide between equals. */
  readonly sums: Int32Array;
  /** Whether nothing else is worth scoring. */
  readonly isAll: boolean;
}

/** Numbers of stems and of concepts that so many units hold that they name nothing; ascending. */
export interface Common {
  readonly stems: Int32Array;
  readonly concepts: Int32Array;
}

/** Units among which counterparts are drawn: how likely one is for another, by words, concepts and codes. */
export class Field {
  readonly common: Common;
  private readonly gists: readonly Gist[];
  private readonly home: Int32Array;
  private readonly byCode = new Map<string, number[]>();
  private lists: readonly Lists[] | null = null;

  constructor(private readonly units: readonly UnitProfile[]) {
    this.gists = units.map((u) => u.gist());
    const most = units.length <= FEW ? units.length : COMMON_SHARE * units.length;
    this.common = {
      stems: commonOf(
        this.gists.map((g) => g.stems),
        most,
      ),
      concepts: commonOf(
        this.gists.map((g) => g.concepts),
        most,
      ),
    };
    const instruments = new Map<string, number>();
    this.home = Int32Array.from(units, (u) => {
      const id = u.instrument.metadata.id;
      const n = instruments.get(id) ?? instruments.size;
      instruments.set(id, n);
      return n;
    });
    for (const [i, u] of units.entries())
      for (const code of u.codes.keys()) {
        const held = this.byCode.get(code);
        if (held === undefined) this.byCode.set(code, [i]);
        else held.push(i);
      }
  }

  /** How likely every unit is for this one, in full digits: numbers of words, and with them the order of summing, differ from run to run. */
  sumsOf(i: number): Float64Array {
    this.lists ??= [
      listsOf(
        this.gists.map((g) => g.stems),
        this.common.stems,
        1,
      ),
      listsOf(
        this.gists.map((g) => g.concepts),
        this.common.concepts,
        CONCEPT_SHARE,
      ),
    ];
    const sums = new Float64Array(this.units.length);
    const { stems, concepts } = this.gists[i] ?? NO_GIST;
    for (const [n, vector] of [stems, concepts].entries()) add(vector, this.lists[n] ?? NO_LISTS, sums);
    return this.withCodes(i, sums);
  }

  /** Of each of a few units how much in words and concepts every unit shares with it; none but their own words are listed for that. */
  wordsOf(few: readonly number[]): readonly Float64Array[] {
    const sums = few.map(() => new Float64Array(this.units.length));
    const vectors = (of: (gist: Gist) => Vector) => few.map((i) => of(this.gists[i] ?? NO_GIST));
    const stems = listsOf(
      vectors((g) => g.stems),
      this.common.stems,
      1,
    );
    const concepts = listsOf(
      vectors((g) => g.concepts),
      this.common.concepts,
      CONCEPT_SHARE,
    );
    const own = new Float64Array(few.length);
    for (const [j, gist] of this.gists.entries()) {
      own.fill(0);
      add(gist.stems, stems, own);
      add(gist.concepts, concepts, own);
      for (let n = 0; n < own.length; n++) (sums[n] as Float64Array)[j] = own[n] as number;
    }
    return sums;
  }

  /** Sums of a unit's words with what its codes add. */
  withCodes(i: number, sums: Float64Array): Float64Array {
    const codes = this.units[i]?.codes ?? NO_CODES;
    const bonus = CODE_BONUS / codes.size;
    const all = sums.slice();
    for (const code of codes.keys()) for (const j of this.byCode.get(code) ?? []) all[j] = (all[j] as number) + bonus;
    return all;
  }

  /** Which of a few units are worth scoring for this one, with their sums; `words` is what `wordsOf` gave of the few. */
  among(i: number, few: readonly number[], words: readonly Float64Array[]): (readonly [at: number, sum: number])[] {
    const codes = this.units[i]?.codes ?? NO_CODES;
    const bonus = CODE_BONUS / codes.size;
    const found: (readonly [number, number])[] = [];
    for (let n = 0; n < few.length; n++) {
      const j = few[n] as number;
      if (this.home[j] === this.home[i]) continue;
      let sum = words[n]?.[i] ?? 0;
      for (const code of this.units[j]?.codes.keys() ?? []) if (codes.has(code)) sum += bonus;
      if (sum > LEAST_SUM) found.push([j, Math.round(sum * DIGITS)]);
    }
    return found;
  }

  /** The `most` likeliest in other instruments. */
  largest(i: number, sums: Float64Array, most: number): Drawn {
    const own = this.home[i];
    const found: number[] = [];
    const scaled = new Int32Array(sums.length);
    for (let j = 0; j < sums.length; j++) {
      const s = sums[j] as number;
      if (s <= LEAST_SUM || this.home[j] === own) continue;
      scaled[j] = Math.round(s * DIGITS);
      found.push(j);
    }
    const cut = quickCut(found, scaled, most);
    const at = Int32Array.from(
      found
        .filter((j) => (scaled[j] as number) >= cut)
        .sort((a, b) => (scaled[b] as number) - (scaled[a] as number) || a - b)
        .slice(0, most),
    );
    return { at, sums: at.map((j) => scaled[j] as number), isAll: found.length <= most };
  }
}

const NO_CODES: ReadonlyMap<string, number> = new Map();
const NO_GIST: Gist = { stems: NO_VECTOR, concepts: NO_VECTOR };

/** Ids that more than `most` of the vectors hold, ascending. */
function commonOf(vectors: readonly Vector[], most: number): Int32Array {
  const counts = new Int32Array(1 + highest(vectors));
  for (const { ids } of vectors)
    for (let n = 0; n < ids.length; n++) counts[ids[n] as number] = (counts[ids[n] as number] as number) + 1;
  const common: number[] = [];
  for (let id = 0; id < counts.length; id++) if ((counts[id] as number) > most) common.push(id);
  return Int32Array.from(common);
}

function highest(vectors: readonly Vector[]): number {
  let high = -1;
  for (const { ids } of vectors) for (let n = 0; n < ids.length; n++) high = Math.max(high, ids[n] as number);
  return high;
}

/** For each id the vectors that hold it, with their weights times a share, one id behind the other. */
interface Lists {
  readonly starts: Int32Array;
  readonly at: Int32Array;
  readonly weight: Float64Array;
}

const NO_LISTS: Lists = { starts: new Int32Array(1), at: new Int32Array(0), weight: new Float64Array(0) };

function listsOf(vectors: readonly Vector[], common: Int32Array, share: number): Lists {
  const starts = new Int32Array(2 + highest(vectors));
  for (const { ids } of vectors)
    for (let n = 0; n < ids.length; n++)
      starts[(ids[n] as number) + 1] = (starts[(ids[n] as number) + 1] as number) + 1;
  for (const id of common) if (id + 1 < starts.length) starts[id + 1] = 0;
  const isListed = starts.map((count) => (count > 0 ? 1 : 0));
  for (let id = 1; id < starts.length; id++) starts[id] = (starts[id] as number) + (starts[id - 1] as number);
  const filled = starts.slice();
  const [at, weight] = [new Int32Array(starts.at(-1) ?? 0), new Float64Array(starts.at(-1) ?? 0)];
  for (const [i, { ids, weights }] of vectors.entries())
    for (let n = 0; n < ids.length; n++) {
      const id = ids[n] as number;
      if (isListed[id + 1] === 0) continue;
      const place = filled[id] as number;
      at[place] = i;
      weight[place] = share * (weights[n] as number);
      filled[id] = place + 1;
    }
  return { starts, at, weight };
}

/** Adds what each listed vector has in common with this one, under the share of the list. */
function add({ ids, weights }: Vector, { starts, at, weight }: Lists, sums: Float64Array): void {
  for (let n = 0; n < ids.length; n++) {
    const id = ids[n] as number;
    if (id + 1 >= starts.length) continue;
    const w = weights[n] as number;
    for (let m = starts[id] as number; m < (starts[id + 1] as number); m++) {
      const j = at[m] as number;
      sums[j] = (sums[j] as number) + w * (weight[m] as number);
    }
  }
}

/** A value that at least `most` reach, if so many there are, by counting: sorting thousands for a few dozen is what took the time. */
function quickCut(found: readonly number[], scaled: Int32Array, most: number): number {
  if (found.length <= most) return 0;
  let top = 1;
  for (const j of found) top = Math.max(top, scaled[j] as number);
  const width = Math.ceil((top + 1) / 256);
  const bins = new Int32Array(256);
  for (const j of found) {
    const bin = Math.floor((scaled[j] as number) / width);
    bins[bin] = (bins[bin] as number) + 1;
  }
  let bin = 255;
  let held = bins[bin] as number;
  while (bin > 0 && held < most) held += bins[--bin] as number;
  return bin * width;
}
