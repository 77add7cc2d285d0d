/** A source of chance that its seed decides: the same seed gives the same throws. */
export interface Dice {
  /** A whole number from 0 up to, and without, `sides`. */
  below(sides: number): number;
  /** One of the items. @throws RangeError for none. */
  of<T>(items: readonly T[]): T;
}

/** Dice for one case of one run; Mulberry32, whose 2^32 states are enough to choose mutations by. */
export function diceOf(seed: number, index: number): Dice {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (sides: number): number => next() % Math.max(1, sides);
  return {
    below,
    of: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('There is nothing to choose from.');
      return item;
    },
  };
}
