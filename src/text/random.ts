import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers in [0,1) from a seed and a name (FNV-1a), the same on every machine. */
export function generator(seed: number, name: string): () => number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  const rng = xoroshiro128plus(hash | 0);
  return () => (rng.next() >>> 0) / 0x100000000;
}
