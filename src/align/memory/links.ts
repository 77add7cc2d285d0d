import type { Alignment } from '../../model/index.js';
import type { Tops } from '../pair/relation.js';

/** Links as they are kept: the numbers of their units, how they stood among others, and what was told of them. */
export interface KeptLinks {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly tops: Uint8Array;
  readonly told: readonly Alignment[];
}

/** How a link stands among others, as a number below 8: what is told of two units depends on nothing else. */
export function topsNumber({ left, right, only }: Tops): number {
  return (left ? 1 : 0) + (right ? 2 : 0) + (only ? 4 : 0);
}

/** The links of the last comparison, by their units' numbers in it; those that were asked for are packed for the next. */
export class Links {
  private readonly known = new Map<number, Alignment>();
  private readonly used: (readonly [left: number, right: number, tops: number, told: Alignment])[] = [];

  /** `count`: more than the highest number of a unit. */
  constructor(
    kept: KeptLinks | null,
    private readonly count: number,
  ) {
    for (const [n, told] of (kept?.told ?? []).entries())
      this.known.set(this.place(kept?.left[n] ?? 0, kept?.right[n] ?? 0, kept?.tops[n] ?? 0), told);
  }

  /** What was told of a link between two units of the last comparison; null where nothing was. */
  find(left: number, right: number, tops: number): Alignment | null {
    return this.known.get(this.place(left, right, tops)) ?? null;
  }

  /** Keeps a link between two units of this comparison. */
  keep(left: number, right: number, tops: number, told: Alignment): void {
    this.used.push([left, right, tops, told]);
  }

  packed(): KeptLinks {
    return {
      left: Uint32Array.from(this.used, ([left]) => left),
      right: Uint32Array.from(this.used, ([, right]) => right),
      tops: Uint8Array.from(this.used, ([, , tops]) => tops),
      told: this.used.map(([, , , told]) => told),
    };
  }

  private place(left: number, right: number, tops: number): number {
    return (left * this.count + right) * 8 + tops;
  }
}
