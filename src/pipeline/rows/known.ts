import { deserialize, serialize } from 'node:v8';
import type { Alignment, Concordance, ResultDelta, Results, RowDelta } from '../../model/index.js';
import { writeDigest } from './digest.js';

/** Bytes of another form are of another code, of which nothing could be taken up. */
const FORM = 2;

interface Kept {
  readonly form: typeof FORM;
  /** The key under which the study holds these rows. */
  readonly key: string;
  /** Digests of the rows of each kind, two words a row, by place. */
  readonly digests: Readonly<Record<keyof Results, Uint32Array>>;
}

const NONE = new Uint32Array(0);

/** Who knows of some rows, without reading them, that they are equal to rows of the comparison before, whose results are kept under the key `of`. */
export interface Placing {
  readonly of: string | null;
  /** The place of the equal row; -1 where none is known. */
  placeBefore(row: Alignment | Concordance): number;
}

/**
 * Knows the rows of the last comparison by their digests, so that of the next only those need be sent, sealed and written that differ: one changed law changes some
 * tens of 88,000. The rows themselves stand in the study, under the key of the comparison that gave them; where it holds those of another, nothing is known.
 */
export class KnownRows {
  private readonly old: Kept | null;
  private key = '';
  private now: Record<keyof Results, Uint32Array> = {
    alignments: NONE,
    concordances: NONE,
    positions: NONE,
    divergences: NONE,
    tensions: NONE,
  };

  /** `bytes` as `toBytes` gave them, null where there are none; `held`: the key of the comparison whose rows the study holds. */
  constructor(bytes: Uint8Array | null, held: string | null) {
    const read = bytes === null ? null : (deserialize(bytes) as Partial<Kept>);
    const kept = read?.form === FORM ? (read as Kept) : null;
    this.old = kept !== null && kept.key === held ? kept : null;
  }

  /** How the results, which the study is to hold under a key, differ from those that it holds; rows that `placing` knows are not read. */
  delta(made: Results, key: string, placing: Placing | null = null): ResultDelta {
    this.key = key;
    const isOfTheSame = this.old !== null && placing?.of === this.old.key;
    const placeOf = isOfTheSame ? (row: Alignment | Concordance) => placing.placeBefore(row) : () => -1;
    return {
      key,
      since: this.old?.key ?? null,
      alignments: this.deltaOf('alignments', made.alignments, placeOf),
      concordances: this.deltaOf('concordances', made.concordances, placeOf),
      positions: this.deltaOf('positions', made.positions),
      divergences: this.deltaOf('divergences', made.divergences),
      tensions: this.deltaOf('tensions', made.tensions),
    };
  }

  /** The rows of which `delta` told, to be known when the study holds them under their key. */
  toBytes(): Uint8Array {
    return serialize({ form: FORM, key: this.key, digests: this.now } satisfies Kept);
  }

  private deltaOf<T>(kind: keyof Results, rows: readonly T[], placeOf: (row: T) => number = () => -1): RowDelta<T> {
    const digests = new Uint32Array(rows.length * 2);
    const old = this.old?.digests[kind] ?? NONE;
    for (const [place, row] of rows.entries()) {
      const was = placeOf(row) * 2;
      if (was < 0) writeDigest(row, digests, place * 2);
      else digests.set(old.subarray(was, was + 2), place * 2);
    }
    this.now = { ...this.now, [kind]: digests };
    const places = new Places(old);
    const before = new Int32Array(rows.length);
    const fresh: T[] = [];
    for (const [place, row] of rows.entries()) {
      const found = places.find(place, digests[place * 2] ?? 0, digests[place * 2 + 1] ?? 0);
      before[place] = found;
      if (found < 0) fresh.push(row);
    }
    return { before, fresh };
  }
}

/** Finds rows by their digests: mostly they are where they were. */
class Places {
  /** By the first word of the digest: where two rows have it in common the later is found, and the other is told as fresh. */
  private byWord: Map<number, number> | null = null;

  constructor(private readonly digests: Uint32Array) {}

  /** The place of a row with this digest, the given one if it is there; -1 where there is none. */
  find(place: number, one: number, two: number): number {
    if (this.isAt(place, one, two)) return place;
    this.byWord ??= this.listed();
    const found = this.byWord.get(one | 0) ?? -1;
    return found >= 0 && this.isAt(found, one, two) ? found : -1;
  }

  private isAt(place: number, one: number, two: number): boolean {
    return this.digests[place * 2] === one && this.digests[place * 2 + 1] === two;
  }

  private listed(): Map<number, number> {
    const listed = new Map<number, number>();
    for (let at = 0; at < this.digests.length; at += 2) listed.set((this.digests[at] ?? 0) | 0, at / 2);
    return listed;
  }
}
