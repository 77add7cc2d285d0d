import { labelOf, romanValue } from '../label.js';

/** A line that may open a basic unit. */
export interface Head {
  /** Index of its line. */
  readonly at: number;
  readonly num: string;
  /** Comparable parts of the number: `[1798, 199, 10]`, `[55, 1]` for 55-A. */
  readonly key: readonly number[];
  /** What follows the number in its line. */
  readonly title: string | null;
  readonly rest: string | null;
  /** True where the markup says that the line is a heading. */
  readonly marked: boolean;
  /** How much speaks for it: its own look, and the words that follow it. */
  readonly weight: number;
}

const SUFFIXES: Readonly<Record<string, number>> = {
  bis: 2,
  ter: 3,
  quater: 4,
  quinquies: 5,
  sexies: 6,
  septies: 7,
};

/** Comparable parts of a number as printed; empty where it holds none. */
export function keyOf(num: string): number[] {
  const label = labelOf(num) ?? '';
  const roman = romanValue(label);
  if (roman !== null) return [roman];
  const [, before = '', after = ''] = /^([ivxl]+)(bis|ter|quater)$/iu.exec(label) ?? [];
  if (before !== '') return [romanValue(before) ?? 0, SUFFIXES[after.toLowerCase()] ?? 0];
  return [...label.matchAll(/\d+|\p{L}+/gu)].map((m) => {
    const part = m[0];
    // 4.01 stands between 4 and 4.1.
    if (/^0\d/u.test(part)) return Number(`0.${part}`);
    if (/^\d/u.test(part)) return Number(part);
    const suffix = SUFFIXES[part.toLowerCase()];
    if (suffix !== undefined) return suffix;
    return [...part.toUpperCase()].reduce((sum, c) => sum * 26 + Math.max(0, c.charCodeAt(0) - 64), 0);
  });
}

/** Negative where `a` comes before `b`; a number comes before its branches. */
export function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The heads that count upwards and together weigh most. Mentions of other articles at a line's start, lists of contents
 * and numbers inside annexes fall out of the sequence. A jump in numbers costs, so that a stray large number does not hide
 * the articles after it. At worst quadratic in the candidates of one stretch, up to MOST_LOOK_BACK.
 */
export function chainOf(heads: readonly Head[]): Head[] {
  const series = new Map<string, Head[]>();
  for (const head of heads) {
    const name = seriesOf(head);
    const own = series.get(name);
    if (own === undefined) series.set(name, [head]);
    else own.push(head);
  }
  return [...series.values()].flatMap(longestChain).sort((a, b) => a.at - b.at);
}

/** Codifications interleave several laws and tell them apart by letters inside the number (1.11.LQ.26): each counts by itself. */
function seriesOf(head: Head): string {
  return /\.(\p{Lu}{1,3})\./u.exec(head.num)?.[1] ?? '';
}

function longestChain(heads: readonly Head[]): Head[] {
  const best: number[] = [];
  /** The best of all chains that end here or before: nothing further back can beat it. */
  const most: number[] = [];
  const from: number[] = [];
  let top = -1;
  for (const [i, head] of heads.entries()) {
    let value = -startCost(head.key);
    let before = -1;
    // Of chains that are equally good the one that ends first is gone on with.
    for (let j = i - 1; j >= Math.max(0, i - MOST_LOOK_BACK) && (most[j] ?? 0) >= value; j -= 1) {
      const other = heads[j];
      if (other === undefined || (best[j] ?? 0) < value || !precedes(other, head)) continue;
      const total = (best[j] ?? 0) - gapCost(other.key, head.key);
      if (total > value || (total === value && before >= 0)) {
        value = total;
        before = j;
      }
    }
    best.push(value + head.weight);
    most.push(Math.max(most[i - 1] ?? Number.NEGATIVE_INFINITY, value + head.weight));
    from.push(before);
    if (top < 0 || (best[i] ?? 0) > (best[top] ?? 0)) top = i;
  }
  const chain: Head[] = [];
  for (let i = top; i >= 0; i = from[i] ?? -1) {
    const head = heads[i];
    if (head) chain.push(head);
  }
  return chain.reverse();
}

/** Inserted sections (6AA before 6A) follow no order of letters: where the markup vouches for them, all may follow their number. */
function precedes(a: Head, b: Head): boolean {
  const order = compareKeys(a.key, b.key);
  return (
    order < 0 || (order > 0 && a.marked && b.marked && a.key[0] === b.key[0] && a.key.length > 1 && b.key.length > 1)
  );
}

/** A head goes on from one of this many before it: bounds the time on texts of nothing but heads. */
const MOST_LOOK_BACK = 1500;

/** Numbers left out between two heads cost a little each: laws have repealed articles, mentions have any number. */
const GAP_COST = 0.15;
const MOST_GAP_COST = 3;

function gapCost(before: readonly number[], after: readonly number[]): number {
  const at = after.findIndex((n, i) => n !== before[i]);
  const step = at < before.length ? (after[at] ?? 0) - (before[at] ?? 0) - 1 : Math.max(0, (after[at] ?? 1) - 2);
  // Coded laws (1798.100, 1798.105) leave room between their numbers.
  const room = at > 0 ? 10 : 1;
  return Math.min(MOST_GAP_COST, (Math.max(0, step) / room) * GAP_COST);
}

function startCost(key: readonly number[]): number {
  return Math.min(MOST_GAP_COST, Math.max(0, (key.length > 1 ? 1 : (key[0] ?? 1)) - 1) * GAP_COST);
}
