import type { Alignment, CodedInstrument, Instrument } from '../model/index.js';
import { fullText } from '../text/provisions.js';
import { lifted, type Vectors } from './pair/closeness.js';
import { FITTED } from './pair/fitted.js';
import { amongKin } from './pair/kinship.js';
import { chooseLinks, rank, seeAll } from './pair/links.js';
import { toAlignment, toNone, topsOf } from './pair/relation.js';
import { asRenditions } from './pair/renditions.js';
import { standingOf } from './pair/standing.js';
import { profile } from './profile.js';
import { type Level, unitsOf } from './units.js';

export { type Carried, type CarriedRow, carry } from './carry/carry.js';
export { type Diff, type DiffPiece, diff } from './lineage/diff.js';
export { type FamiliesOptions, type Family, type FamilyMember, families } from './lineage/families.js';
export { type Lineage, type LineageOptions, lineage, type Relative } from './lineage/lineage.js';
export { concordance } from './many/concordance.js';
export { type CounterpartOptions, counterparts } from './many/counterparts.js';
export { Memory } from './memory/memory.js';
export type { Vectors } from './pair/closeness.js';

/** The units that `align` compares, with their words: what an embedding model is to read. */
export function unitTexts(instrument: Instrument, level: Level = 'basic'): readonly { eId: string; text: string }[] {
  return unitsOf(instrument, level).map((u) => ({ eId: u.eId, text: fullText(instrument, u) }));
}

/** What `align` compares. */
export interface AlignOptions {
  /** Articles and sections (`basic`, default) or the leaves inside them (`smallest`). */
  readonly level?: Level;
  /** Least score of a link, [0,1]; default the fitted rule (`pair/fitted.ts`). */
  readonly threshold?: number;
  /** Vectors of the units by a model of the scholar's own. */
  readonly vectors?: Vectors;
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
  const b = profile(right, options.level);
  const seen = seeAll(a, b);
  const own = standingOf(a, b, FITTED, seen);
  const plain = asRenditions(a, b, own);
  const standing = options.vectors === undefined ? plain : lifted(a, b, plain, options.vectors);
  const ranked = rank(a, b, FITTED, seen, standing);
  // A scholar's own threshold stands as it is.
  const links =
    options.threshold === undefined
      ? amongKin(chooseLinks(ranked, FITTED.links), seen, left.annotations.length > 0 && right.annotations.length > 0)
      : chooseLinks(ranked, { ...FITTED.links, score: options.threshold });
  const tops = topsOf(ranked, links);
  // Only links of this very rule were held against the gold, not renditions, a scholar's own vectors or thresholds.
  const tellsTrust = standing === own && options.threshold === undefined;
  return a.units.flatMap((unit, i) => {
    const row = links[i] ?? [];
    const top = ranked[i]?.[0];
    if (row.length === 0) return [toNone(unit, top)];
    return row.map((c) => toAlignment(c, tops(c, i), tellsTrust));
  });
}
