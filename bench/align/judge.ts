import type { Candidate } from '../../src/align/pair/links.js';
import { profile, type UnitProfile } from '../../src/align/profile.js';
import type { GoldPair } from './data.js';

export type Rows = readonly (readonly Candidate[])[];

/** A unit's citation, as the gold writes it. */
export const cite = (u: UnitProfile) => u.unit.citation ?? u.unit.eId;

/**
 * Top-1 and hit@5 over left units with a gold link (the first, or one of the first five, is gold), and recall@5, the share of all gold links
 * among the first five: where a unit has more than five, that cannot reach 1. Units that the parse lacks count as wrong.
 */
export function ranking(pair: GoldPair, rows: Rows): readonly [number, number, number] {
  const byLeft = new Map(rows.flatMap((r) => (r[0] === undefined ? [] : [[cite(r[0].left), r] as const])));
  let [asked, top, hit, links, seen] = [0, 0, 0, 0, 0];
  for (const [left, gold] of pair.gold) {
    if (gold.size === 0) continue;
    const five = (byLeft.get(left) ?? []).slice(0, 5).map((c) => cite(c.right));
    const right = five.filter((c) => gold.has(c)).length;
    asked++;
    if (gold.has(five[0] ?? '')) top++;
    if (right > 0) hit++;
    links += gold.size;
    seen += right;
  }
  return [top / asked, hit / asked, seen / links];
}

/**
 * F1 of links and of `none` over the left units that the gold speaks of (NaN where the gold knows no `none`), and the share of units with
 * gold links whose first link is gold: what a reader of the table meets first.
 */
export function linking(pair: GoldPair, links: Rows): readonly [number, number, number] {
  const units = profile(pair.left).units;
  let [found, right, noneFound, noneRight, first] = [0, 0, 0, 0, 0];
  units.forEach((u, i) => {
    const gold = pair.gold.get(cite(u));
    if (gold === undefined) return;
    const mine = links[i] ?? [];
    found += mine.length;
    right += mine.filter((c) => gold.has(cite(c.right))).length;
    if (mine[0] !== undefined && gold.has(cite(mine[0].right))) first++;
    if (mine.length > 0) return;
    noneFound++;
    if (gold.size === 0) noneRight++;
  });
  const all = [...pair.gold.values()].reduce((n, g) => n + g.size, 0);
  const nones = [...pair.gold.values()].filter((g) => g.size === 0).length;
  return [
    (2 * right) / (found + all),
    nones === 0 ? Number.NaN : (2 * noneRight) / (noneFound + nones),
    first / (pair.gold.size - nones),
  ];
}
