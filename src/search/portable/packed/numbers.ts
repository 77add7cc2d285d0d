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

/** Returns a reader that gives the numbers one by one, and -1 behind the last. */
export function numbersOf(signs: string): () => number {
  let at = 0;
  return () => {
    if (at >= signs.length) return -1;
    let value = 0;
    for (let unit = 1; ; unit *= HALF) {
      const sign = VALUES[signs.charCodeAt(at)] ?? 0;
      at += 1;
      if (sign < HALF) return value + sign * unit;
      value += (sign - HALF) * unit;
    }
  };
}
