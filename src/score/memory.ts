import { hash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';

/** What was reckoned and read before, for scorings to take up. What is not asked for again is forgotten. */
export interface PairMemory {
  /** The key of a text, which changes with everything that it says and that is known of it. */
  keyOf(text: string): string;
  /** The figures under a key that tells all that they are made from; made where they are not remembered. */
  figures(key: string, make: () => Float64Array): Float64Array;
  /** As `figures`, of words. What they were made from, as far as that is remembered itself, stays so together with them. */
  words(key: string, make: () => string): string;
}

/** Words with the keys of what was asked for when they were made. */
interface Words {
  readonly text: string;
  readonly from: readonly string[];
}

/** What is kept: the figures of key n end where `ends[n]` says. */
interface Kept {
  readonly form: typeof FORM;
  readonly keys: readonly string[];
  readonly ends: Uint32Array;
  readonly figures: Float64Array;
  readonly words: ReadonlyMap<string, Words>;
}

/** Bytes of another form are of another code, of which nothing could be taken up. */
const FORM = 2;

/** Characters of a key's sha256 in base 64: two keys of a million are the same once in 10^26 times. */
const KEY_LENGTH = 22;

/** A key of few characters that tells what many tell. */
export function shortKey(told: string): string {
  return hash('sha256', told, 'base64url').slice(0, KEY_LENGTH);
}

/** Remembers the last scoring by what it was made from: one changed law costs the pairs of those for whom it speaks, and those only where what scoring reads of it changed. */
export class ScoreMemory implements PairMemory {
  private readonly old: Kept | null;
  private readonly placeOf = new Map<string, number>();
  private readonly used = { figures: new Map<string, Float64Array>(), words: new Map<string, Words>() };
  private readonly made: string;
  /** Keys asked for by the words that are being made, innermost last. */
  private readonly asking: string[][] = [];
  private isNew = false;

  /** `bytes` as `toBytes` gave them, null where there are none; `made` tells what all of it is made by: codebook and code. */
  constructor(
    bytes: Uint8Array | null,
    readonly keyOf: (text: string) => string,
    made: string,
  ) {
    const read = bytes === null ? null : (deserialize(bytes) as Partial<Kept>);
    this.old = read?.form === FORM ? (read as Kept) : null;
    this.made = shortKey(made);
    for (const [at, key] of (this.old?.keys ?? []).entries()) this.placeOf.set(key, at);
  }

  figures(told: string, make: () => Float64Array): Float64Array {
    const key = this.ask(told);
    const known = this.takeFigures(key);
    if (known !== null) return known;
    this.isNew = true;
    const figures = make();
    this.used.figures.set(key, figures);
    return figures;
  }

  words(told: string, make: () => string): string {
    const key = this.ask(told);
    const known = this.takeWords(key);
    if (known !== null) return known.text;
    this.isNew = true;
    const from: string[] = [];
    this.asking.push(from);
    const text = make();
    this.asking.pop();
    this.used.words.set(key, { text, from });
    return text;
  }

  /** What was asked for, to be remembered by the next; null where that is what is remembered already. */
  toBytes(): Uint8Array | null {
    const { figures: used, words } = this.used;
    const isSame = used.size === this.placeOf.size && words.size === (this.old?.words.size ?? 0);
    if (!this.isNew && isSame) return null;
    const ends = new Uint32Array(used.size);
    let [length, at] = [0, 0];
    for (const { length: more } of used.values()) {
      length += more;
      ends[at++] = length;
    }
    const figures = new Float64Array(length);
    at = 0;
    for (const own of used.values()) figures.set(own, (ends[at++] ?? 0) - own.length);
    return serialize({ form: FORM, keys: [...used.keys()], ends, figures, words } satisfies Kept);
  }

  private ask(told: string): string {
    const key = shortKey(`${this.made}\n${told}`);
    this.asking.at(-1)?.push(key);
    return key;
  }

  private takeFigures(key: string): Float64Array | null {
    const known = this.used.figures.get(key);
    if (known !== undefined) return known;
    const at = this.placeOf.get(key);
    if (this.old === null || at === undefined) return null;
    const figures = this.old.figures.subarray(at === 0 ? 0 : this.old.ends[at - 1], this.old.ends[at]);
    this.used.figures.set(key, figures);
    return figures;
  }

  private takeWords(key: string): Words | null {
    const known = this.used.words.get(key);
    if (known !== undefined) return known;
    const words = this.old?.words.get(key);
    if (words === undefined) return null;
    this.used.words.set(key, words);
    for (const of of words.from) {
      this.takeFigures(of);
      this.takeWords(of);
    }
    return words;
  }
}
