/// <reference lib="dom" />
import type { Piece } from '../shapes.js';

/**
 * Tells what two texts share: stretches of at least two words in the same order (longest common subsequence of words,
 * letter case aside). Runs in the browser: it is shipped as its own source, so it must not name anything outside itself but
 * types.
 */
export function diff(): void {
  /** Longer texts are compared by their beginnings: time grows with the product of the lengths. */
  const MOST_WORDS = 500;
  const FEWEST_SHARED = 2;
  const split = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu) ?? [];
  const isWord = (piece: string): boolean => /[\p{L}\p{N}]/u.test(piece);

  const compare = (left: string, right: string): readonly [readonly Piece[], readonly Piece[]] => {
    const [a, b] = [split(left), split(right)];
    const at = (list: readonly string[]): number[] =>
      list.flatMap((p, i) => (isWord(p) ? [i] : [])).slice(0, MOST_WORDS);
    const [x, y] = [at(a), at(b)];
    const folded = (list: readonly string[], places: readonly number[]): string[] =>
      places.map((i) => (list[i] ?? '').toLowerCase());
    const [u, v] = [folded(a, x), folded(b, y)];
    const wide = v.length + 1;
    const longest = new Uint16Array((u.length + 1) * wide);
    for (let i = u.length - 1; i >= 0; i -= 1)
      for (let j = v.length - 1; j >= 0; j -= 1)
        longest[i * wide + j] =
          u[i] === v[j]
            ? (longest[(i + 1) * wide + j + 1] ?? 0) + 1
            : Math.max(longest[(i + 1) * wide + j] ?? 0, longest[i * wide + j + 1] ?? 0);
    const shared: [Set<number>, Set<number>] = [new Set(), new Set()];
    let run: [number, number][] = [];
    const close = (): void => {
      if (run.length >= FEWEST_SHARED) for (const [p, q] of run) shared[0].add(x[p] ?? -1) && shared[1].add(y[q] ?? -1);
      run = [];
    };
    let [i, j] = [0, 0];
    while (i < u.length && j < v.length) {
      if (u[i] === v[j]) {
        run.push([i, j]);
        i += 1;
        j += 1;
        continue;
      }
      close();
      if ((longest[(i + 1) * wide + j] ?? 0) >= (longest[i * wide + j + 1] ?? 0)) i += 1;
      else j += 1;
    }
    close();
    const pieces = (list: readonly string[], marks: ReadonlySet<number>): Piece[] =>
      list.map((text, k) => ({
        text,
        // A blank between two shared words is shared with them, so that marks do not fall apart into words.
        isShared: marks.has(k) || (!isWord(text) && marks.has(k - 1) && marks.has(k + 1)),
      }));
    return [pieces(a, shared[0]), pieces(b, shared[1])];
  };
  (globalThis as unknown as { lexatlas: Record<string, unknown> }).lexatlas.diff = compare;
}
