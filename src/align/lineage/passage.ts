import type { Word } from './diff.js';

const MATCH = 2;
const MISMATCH = -1;
const GAP = -1;
/** Words of either side that are compared at most: the table is as large as their product. */
const MOST_WORDS = 1500;

/** The longest like passage of two texts, word positions half-open, and how many of its words are the same. */
export interface Passage {
  readonly left: readonly [start: number, end: number];
  readonly right: readonly [start: number, end: number];
  readonly same: number;
}

/**
 * The best local alignment of two texts word by word (Smith and Waterman, 1981): the passage that one took from the other though words
 * around it differ. Null where no word is shared; only the first `MOST_WORDS` words are read.
 */
export function passage(left: readonly Word[], right: readonly Word[]): Passage | null {
  const a = left.slice(0, MOST_WORDS);
  const b = right.slice(0, MOST_WORDS);
  const width = b.length + 1;
  const score = new Int32Array((a.length + 1) * width);
  let [best, at] = [0, 0];
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cell = i * width + j;
      const step = a[i - 1]?.key === b[j - 1]?.key ? MATCH : MISMATCH;
      const value = Math.max(
        0,
        (score[cell - width - 1] ?? 0) + step,
        (score[cell - width] ?? 0) + GAP,
        (score[cell - 1] ?? 0) + GAP,
      );
      score[cell] = value;
      if (value > best) [best, at] = [value, cell];
    }
  }
  if (best === 0) return null;
  let [i, j, same] = [Math.floor(at / width), at % width, 0];
  const [endLeft, endRight] = [i, j];
  while ((score[i * width + j] ?? 0) > 0) {
    const cell = i * width + j;
    const isSame = a[i - 1]?.key === b[j - 1]?.key;
    if (score[cell] === (score[cell - width - 1] ?? 0) + (isSame ? MATCH : MISMATCH)) {
      if (isSame) same++;
      i--;
      j--;
    } else if (score[cell] === (score[cell - width] ?? 0) + GAP) i--;
    else j--;
  }
  return { left: [i, endLeft], right: [j, endRight], same };
}
