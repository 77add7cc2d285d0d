import type { Alignment, CodedInstrument } from '../model/index.js';
import { chooseLinks, rank } from './links.js';
import { type Level, profile } from './profile.js';
import { toAlignment, toNone } from './relation.js';

export { concordance } from './concordance.js';
export { type CounterpartOptions, counterparts } from './counterparts.js';

/** What `align` compares. */
export interface AlignOptions {
  /** Articles and sections (`basic`, default) or the leaves inside them (`smallest`). */
  readonly level?: Level;
  /** Least score of a link, [0,1]; default the measured `LINK_THRESHOLD`. */
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
  const links = chooseLinks(ranked, options.threshold);
  const bestOf = new Map<object, number>();
  for (const c of ranked.flat())
    bestOf.set(c.right, Math.max(bestOf.get(c.right) ?? Number.NEGATIVE_INFINITY, c.forRight));
  return a.units.flatMap((unit, i) => {
    const row = links[i] ?? [];
    const top = ranked[i]?.[0];
    if (row.length === 0) return [toNone(unit, top)];
    return row.map((c) => toAlignment(c, c === top && c.forRight === bestOf.get(c.right)));
  });
}
