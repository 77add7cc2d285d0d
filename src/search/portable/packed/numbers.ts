/** 64 signs that JSON and HTML leave as they are: the first half ends a number, the second half says that more follows. */
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const HALF = 32;
const VALUES = new Uint8Array(128);
[...SIGNS].forEach((sign, value) => {
  VALUES[sign.charCodeAt(0)] = value;
});

/** A whole number from 0 on in signs, the low five bits first (a variable-length quantity, as source maps have it). */
export function written(value: number): string {
  let out = '';
  let rest = value;
  for (; rest >= HALF; rest = Math.floor(rest / HALF)) out += SIGNS[HALF + (rest % HALF)];
  return out + SIGNS[rest];
}

/** Reads the numbers of `signs` one by one. */
export interface Signs {
  /** Where the next number begins. */
  readonly at: number;
  /** The next number; -1 behind the last. */
  next(): number;
  /** Passes over so many numbers. */
  skip(count: number): void;
}

/** Returns a reader of the numbers that `written` made. */
export function signsOf(signs: string): Signs {
  let at = 0;
  return {
    get at() {
      return at;
    },
    next() {
      if (at >= signs.length) return -1;
      let value = 0;
      for (let unit = 1; ; unit *= HALF) {
        const sign = VALUES[signs.charCodeAt(at)] ?? 0;
        at += 1;
        if (sign < HALF) return value + sign * unit;
        value += (sign - HALF) * unit;
      }
    },
    skip(count) {
      for (let left = count; left > 0; at += 1) if ((VALUES[signs.charCodeAt(at)] ?? 0) < HALF) left -= 1;
    },
  };
}
