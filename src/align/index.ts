import type { Alignment, CodedInstrument } from '../model/index.js';
import { FITTED } from './pair/fitted.js';
import { chooseLinks, rank } from './pair/links.js';
import { toAlignment, toNone } from './pair/relation.js';
import { profile } from './profile.js';
import type { Level } from './units.js';

export { type Carried, type CarriedRow, carry } from './carry/carry.js';
export { type Diff, type DiffPiece, diff } from './lineage/diff.js';
export { type Lineage, type LineageOptions, lineage, type Relative } from './lineage/lineage.js';
export { concordance } from './many/concordance.js';
export { type CounterpartOptions, counterparts } from './many/counterparts.js';

/** What `align` compares. */
export interface AlignOptions {
  /** Articles and sections (`basic`, default) or the leaves inside them (`smallest`). */
  readonly level?: Level;
  /** Least score of a link, [0,1]; default the fitted rule (`pair/fitted.ts`). */
  readonly threshold?: number;
}

/**
 * The comparable provisions of two instruments: for each left unit its links, best first, in document order,
 * or one row with relation `none`. Empty where the left side has no units.
 *
 * Swapping the sides mirrors the links and keeps the scores; a third instrument changes nothing.
 * @example align(oldAct, newAct)[0] // { left: {…}, right: {…}, relation: 'narrower', score: 0.83, … }
 */
export function align(left: CodedInstrument, right: CodedInstrument, options: AlignOptions = {}): Alignment[] {
  const a = profile(left, options.level);
  const ranked = rank(a, profile(right, options.level));
  const links = chooseLinks(
    ranked,
    options.threshold === undefined ? FITTED.links : { ...FITTED.links, score: options.threshold },
  );
  const bestOf = new Map<object, number>();
  for (const c of ranked.flat()) bestOf.set(c.right, Math.max(bestOf.get(c.right) ?? 0, c.score));
  return a.units.flatMap((unit, i) => {
    const row = links[i] ?? [];
    const top = ranked[i]?.[0];
    if (row.length === 0) return [toNone(unit, top)];
    return row.map((c) => toAlignment(c, { left: c === top, right: c.score === bestOf.get(c.right) }));
  });
}
