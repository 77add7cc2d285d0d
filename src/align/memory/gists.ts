import type { Gist, UnitProfile } from '../profile.js';
import { nameOf, numberOf, type Vector } from '../words/bags.js';

/** The gists of units in columns, one list of words for all: a unit by itself is unpacked in many times the time. */
export interface KeptGists {
  readonly words: readonly string[];
  readonly stems: KeptVectors;
  readonly concepts: KeptVectors;
}

/** Vectors one behind the other; that of unit n ends where `ends[n]` says. */
interface KeptVectors {
  readonly ends: Uint32Array;
  readonly ids: Int32Array;
  readonly weights: Float32Array;
}

const NO_VECTORS: KeptVectors = { ends: new Uint32Array(0), ids: new Int32Array(0), weights: new Float32Array(0) };
export const NO_GISTS: KeptGists = { words: [], stems: NO_VECTORS, concepts: NO_VECTORS };

/** Packs gists; the numbers of stems, which are a process's own, become places in a list of words. */
export function packGists(units: readonly UnitProfile[]): KeptGists {
  const gists = units.map((unit) => unit.gist());
  const places = new Map<number, number>();
  const placeOf = (id: number): number => {
    const at = places.get(id) ?? places.size;
    places.set(id, at);
    return at;
  };
  const stems = packVectors(gists.map((gist) => gist.stems));
  const concepts = packVectors(gists.map((gist) => gist.concepts));
  const ids = stems.ids.map(placeOf);
  return { words: [...places.keys()].map(nameOf), stems: { ...stems, ids }, concepts };
}

/** The gist of each unit by its number among those packed. */
export function unpackGists({ words, stems, concepts }: KeptGists): (unit: number) => Gist {
  const numbers = words.map(numberOf);
  const ids = stems.ids.map((place) => numbers[place] ?? 0);
  return (unit) => ({ stems: vectorAt({ ...stems, ids }, unit), concepts: vectorAt(concepts, unit) });
}

function packVectors(vectors: readonly Vector[]): KeptVectors {
  const ends = new Uint32Array(vectors.length);
  let length = 0;
  for (const [n, { ids }] of vectors.entries()) {
    length += ids.length;
    ends[n] = length;
  }
  const [ids, weights] = [new Int32Array(length), new Float32Array(length)];
  for (const [n, vector] of vectors.entries()) {
    const at = (ends[n] ?? 0) - vector.ids.length;
    ids.set(vector.ids, at);
    weights.set(vector.weights, at);
  }
  return { ends, ids, weights };
}

function vectorAt({ ends, ids, weights }: KeptVectors, n: number): Vector {
  const [from, to] = [n === 0 ? 0 : ends[n - 1], ends[n]];
  return { ids: ids.subarray(from, to), weights: weights.subarray(from, to) };
}
