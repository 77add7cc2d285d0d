import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { PROFILE_SIZE, profileOf } from './gower.js';
import type { Side } from './sides.js';

/** One side × code in every bootstrap draw. */
export interface Drawn {
  /** 0 absent, 0.5 soft, 1 hard, one a draw. */
  readonly stance: Float32Array;
  /** `PROFILE_SIZE` numbers a draw; null where the code was never found. */
  readonly profile: Float32Array | null;
}

/**
 * Resampled answers of a side. A coding survives a draw with its confidence as probability, which decides the stance; the survivors
 * are resampled with replacement, which decides how the rule is made. What no text covers is drawn from all three answers alike, so that
 * missing coverage widens the interval. The seed is mixed with side and code: other sides change nothing.
 */
export function drawSide(side: Side, codes: readonly string[], seed: number, draws: number): readonly Drawn[] {
  return codes.map((code) => {
    const random = generator(seed, `${side.id}\n${code}`);
    const annotations = side.annotations.get(code) ?? [];
    const stance = new Float32Array(draws);
    if (annotations.length === 0) {
      if (!side.covers.has(code)) for (let d = 0; d < draws; d++) stance[d] = Math.floor(random() * 3) / 2;
      return { stance, profile: null };
    }
    const profile = new Float32Array(draws * PROFILE_SIZE);
    for (let d = 0; d < draws; d++) {
      const alive = annotations.filter((a) => random() < a.confidence);
      if (alive.length === 0) {
        stance[d] = side.covers.has(code) ? 0 : Math.floor(random() * 3) / 2;
        continue;
      }
      stance[d] = alive.some((a) => a.force === 'hard') ? 1 : 0.5;
      const counts = alive.map(() => 0);
      for (let n = 0; n < alive.length; n++) {
        const at = Math.floor(random() * alive.length);
        counts[at] = (counts[at] ?? 0) + 1;
      }
      profile.set(profileOf(alive, counts), d * PROFILE_SIZE);
    }
    return { stance, profile };
  });
}

/** Numbers in [0,1) from a seed and a name (FNV-1a), the same on every machine. */
function generator(seed: number, name: string): () => number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  const rng = xoroshiro128plus(hash | 0);
  return () => (rng.next() >>> 0) / 0x100000000;
}
