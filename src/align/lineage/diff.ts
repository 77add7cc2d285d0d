/** A word as printed and as compared, with its place in the text (half-open, UTF-16 units). */
export interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** A run of words: in both at the same turn, in both but elsewhere, only left, or only right. `text` is as printed there. */
export interface DiffPiece {
  readonly kind: 'same' | 'moved' | 'removed' | 'added';
  readonly text: string;
}

/** Two texts side by side: each one's own words in its own order. */
export interface Diff {
  readonly left: readonly DiffPiece[];
  readonly right: readonly DiffPiece[];
  /** Share of all words of both that stand in the other, in [0,1]; moved ones included. */
  readonly shared: number;
}

/** Runs shorter than this that stand elsewhere are chance ('of the'), not a moved clause. */
const LEAST_MOVED = 4;

/** The words of a text; punctuation is none. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\p{Script=Han}|[\p{L}\p{N}\p{M}]+/gu)].map((m) => ({
    key: m[0].toLowerCase(),
    start: m.index,
    end: m.index + m[0].length,
  }));
}

interface Run {
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

/**
 * A word-level comparison that reordering does not fool: the longest common runs are paired first, wherever they stand, and a run that
 * crosses the chain of those in order is `moved`, not removed here and added there.
 */
export function diff(leftText: string, rightText: string): Diff {
  const [a, b] = [wordsOf(leftText), wordsOf(rightText)];
  const runs = commonRuns(a, b);
  const inOrder = longestChain(runs);
  const kept = runs.filter((r) => inOrder.has(r) || r.size >= LEAST_MOVED);
  const shared = kept.reduce((n, r) => n + 2 * r.size, 0) / Math.max(1, a.length + b.length);
  return {
    left: pieces(leftText, a, kept, inOrder, (r) => r.left, 'removed'),
    right: pieces(rightText, b, kept, inOrder, (r) => r.right, 'added'),
    shared: a.length + b.length === 0 ? 1 : shared,
  };
}

/** Greedy string tiling (Wise, 1993): the longest common run of words not yet taken, again and again. */
function commonRuns(a: readonly Word[], b: readonly Word[]): Run[] {
  const places = new Map<string, number[]>();
  b.forEach((w, j) => {
    const list = places.get(w.key);
    if (list === undefined) places.set(w.key, [j]);
    else list.push(j);
  });
  const takenLeft = new Uint8Array(a.length);
  const takenRight = new Uint8Array(b.length);
  const runs: Run[] = [];
  for (;;) {
    let best: Run = { left: 0, right: 0, size: 0 };
    for (let i = 0; i < a.length; i++) {
      if (takenLeft[i] === 1) continue;
      for (const j of places.get(a[i]?.key ?? '') ?? []) {
        const begins =
          i > 0 && j > 0 && a[i - 1]?.key === b[j - 1]?.key && takenLeft[i - 1] === 0 && takenRight[j - 1] === 0;
        if (takenRight[j] === 1 || begins) continue;
        let size = 1;
        while (
          i + size < a.length &&
          j + size < b.length &&
          a[i + size]?.key === b[j + size]?.key &&
          takenLeft[i + size] === 0 &&
          takenRight[j + size] === 0
        )
          size++;
        // Of equal runs the one nearer its place: a repeated phrase is not moved.
        if (size > best.size || (size === best.size && Math.abs(i - j) < Math.abs(best.left - best.right)))
          best = { left: i, right: j, size };
      }
    }
    if (best.size === 0) return runs;
    takenLeft.fill(1, best.left, best.left + best.size);
    takenRight.fill(1, best.right, best.right + best.size);
    runs.push(best);
  }
}

/** The runs that stand in one order on both sides and hold the most words. */
function longestChain(runs: readonly Run[]): ReadonlySet<Run> {
  const sorted = [...runs].sort((x, y) => x.left - y.left);
  const weight: number[] = [];
  const before: number[] = [];
  sorted.forEach((run, i) => {
    let [best, from] = [0, -1];
    for (let k = 0; k < i; k++)
      if ((sorted[k]?.right ?? 0) < run.right && (weight[k] ?? 0) > best) [best, from] = [weight[k] ?? 0, k];
    weight.push(best + run.size);
    before.push(from);
  });
  const chain = new Set<Run>();
  let at = weight.reduce((top, w, i) => (w > (weight[top] ?? -1) ? i : top), weight.length > 0 ? 0 : -1);
  while (at >= 0) {
    const run = sorted[at];
    if (run !== undefined) chain.add(run);
    at = before[at] ?? -1;
  }
  return chain;
}

function pieces(
  text: string,
  words: readonly Word[],
  runs: readonly Run[],
  inOrder: ReadonlySet<Run>,
  place: (r: Run) => number,
  alone: 'removed' | 'added',
): DiffPiece[] {
  const kinds = new Array<DiffPiece['kind']>(words.length).fill(alone);
  for (const r of runs) kinds.fill(inOrder.has(r) ? 'same' : 'moved', place(r), place(r) + r.size);
  const out: DiffPiece[] = [];
  let from = 0;
  for (let i = 1; i <= words.length; i++) {
    if (i < words.length && kinds[i] === kinds[from]) continue;
    const start = words[from]?.start ?? 0;
    const end = i < words.length ? (words[i]?.start ?? 0) : text.length;
    const kind = kinds[from];
    if (kind !== undefined) out.push({ kind, text: text.slice(start, end).trim() });
    from = i;
  }
  return out;
}
