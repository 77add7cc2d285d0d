import type { UnitProfile } from '../profile.js';
import { type Common, type Drawn, Field } from './field.js';

/**
 * For each unit its likeliest counterparts in other instruments, at most `most`, best first: by codes and the cosines of
 * words and concepts, in one pass over inverted lists.
 */
export function draw(units: readonly UnitProfile[], most: number, field = new Field(units)): readonly Drawn[] {
  return units.map((_, i) => field.largest(i, field.sumsOf(i), most));
}

/** What was drawn from many of the same units before. */
export interface DrawnBefore {
  /** For each unit what was drawn, the others by their places now and -1 where they are gone; null for a unit that was not there. */
  readonly lists: readonly (Drawn | null)[];
  /** Stems and concepts that named nothing then. */
  readonly common: Common;
}

/** From this share of new units on all is drawn anew. */
const MANY = 0.25;

/**
 * As `draw` with `most`, of which the first `needed` are certain: what was drawn before, without what is gone and with what is new. Only new units, and
 * those of whose counterparts too many are gone, are held against all others.
 */
export function redraw(
  units: readonly UnitProfile[],
  most: number,
  needed: number,
  before: DrawnBefore | null,
  field = new Field(units),
): readonly Drawn[] {
  const fresh = before?.lists.flatMap((list, i) => (list === null ? [i] : [])) ?? [];
  if (before === null || fresh.length > MANY * units.length || !isSame(before.common, field.common))
    return draw(units, most, field);
  const words = field.wordsOf(fresh);
  const made = before.lists.map((list, i) => {
    if (list === null) return null;
    const merged = merge(list, field.among(i, fresh, words), most);
    return merged.isAll || merged.at.length >= needed ? merged : null;
  });
  return made.map((list, i) => {
    if (list !== null) return list;
    const known = words[fresh.indexOf(i)];
    return field.largest(i, known === undefined ? field.sumsOf(i) : field.withCodes(i, known), most);
  });
}

/** A list without what is gone and with what is new, as far as it is certain: what the list did not hold before may be as likely as its last. */
function merge(list: Drawn, fresh: readonly (readonly [at: number, sum: number])[], most: number): Drawn {
  const least = list.isAll ? 0 : (list.sums.at(-1) ?? 0);
  const certain = fresh.filter(([, sum]) => sum >= least);
  if (certain.length === 0 && !list.at.includes(-1)) return list;
  const isTied = !list.isAll && certain.some(([, sum]) => sum === least);
  const held = Array.from(list.at, (at, n): readonly [number, number] => [at, list.sums[n] ?? 0]);
  const all = [...held.filter(([at]) => at >= 0), ...certain]
    .filter(([, sum]) => !isTied || sum > least)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const kept = all.slice(0, most);
  return {
    at: Int32Array.from(kept, ([at]) => at),
    sums: Int32Array.from(kept, ([, sum]) => sum),
    isAll: list.isAll && all.length <= most,
  };
}

function isSame(a: Common, b: Common): boolean {
  const equal = (x: Int32Array, y: Int32Array) => x.length === y.length && x.every((id, n) => id === y[n]);
  return equal(a.stems, b.stems) && equal(a.concepts, b.concepts);
}
