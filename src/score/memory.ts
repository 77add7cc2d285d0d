import { hash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';

/** What pairs of sides came to before, and what laws are made of, for scorings to take up. */
export interface PairMemory {
  /** The key of a text, which changes with everything that it says and that is known of it. */
  keyOf(text: string): string;
  /** The figures under a key that tells all that they are made from; made where they are not remembered. */
  figures(key: string, make: () => Float64Array): Float64Array;
}

/** Figures as they are kept: those of key n end where `ends[n]` says. */
interface Kept {
  readonly keys: readonly string[];
  readonly ends: Uint32Array;
  readonly figures: Float64Array;
}

/** Characters of a key's sha256 in base 64: two keys of a million are the same once in 10^26 times. */
const KEY_LENGTH = 22;

/** Remembers the figures of the last scoring by what they were made from: one changed law costs the pairs of those for whom it speaks. */
export class ScoreMemory implements PairMemory {
  private readonly old: Kept | null;
  private readonly placeOf = new Map<string, number>();
  private readonly used = new Map<string, Float64Array>();
  private isNew = false;

  /** `bytes` as `toBytes` gave them, null where there are none; `made` tells what all figures are made by: codebook and code. */
  constructor(
    bytes: Uint8Array | null,
    readonly keyOf: (text: string) => string,
    private readonly made: string,
  ) {
    this.old = bytes === null ? null : (deserialize(bytes) as Kept);
    for (const [at, key] of (this.old?.keys ?? []).entries()) this.placeOf.set(key, at);
  }

  figures(told: string, make: () => Float64Array): Float64Array {
    const key = hash('sha256', `${this.made}\n${told}`, 'base64url').slice(0, KEY_LENGTH);
    const known = this.used.get(key) ?? this.remembered(key);
    if (known === null) this.isNew = true;
    const figures = known ?? make();
    this.used.set(key, figures);
    return figures;
  }

  /** What was asked for, to be remembered by the next; null where that is what is remembered already. */
  toBytes(): Uint8Array | null {
    if (!this.isNew && this.used.size === this.placeOf.size) return null;
    const all = [...this.used.values()];
    const ends = new Uint32Array(all.length);
    let length = 0;
    for (const [at, { length: more }] of all.entries()) {
      length += more;
      ends[at] = length;
    }
    const figures = new Float64Array(length);
    for (const [at, own] of all.entries()) figures.set(own, (ends[at] ?? 0) - own.length);
    return serialize({ keys: [...this.used.keys()], ends, figures } satisfies Kept);
  }

  private remembered(key: string): Float64Array | null {
    const at = this.placeOf.get(key);
    if (this.old === null || at === undefined) return null;
    return this.old.figures.subarray(at === 0 ? 0 : this.old.ends[at - 1], this.old.ends[at]);
  }
}
