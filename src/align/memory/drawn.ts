import type { DrawnBefore } from '../many/draw.js';
import type { Common, Drawn } from '../many/field.js';
import { at, type Column, column } from './columns.js';

/** What was drawn for each of all units that are kept, by their numbers; null where not all of them were drawn from. */
export interface KeptDrawn {
  readonly at: Column<Int32Array>;
  readonly sums: Column<Int32Array>;
  readonly isAll: Uint8Array;
  /** Places in the list of words, ascending. */
  readonly commonStems: Int32Array;
  readonly commonConcepts: Int32Array;
}

/** Keeps what was drawn; `numberOf` gives the number that a unit is kept under by its place among those drawn from, `placeOf` the place of a stem. */
export function keepDrawn(
  lists: readonly Drawn[],
  common: Common,
  numberOf: (place: number) => number,
  placeOf: (stem: number) => number,
): KeptDrawn {
  const byNumber: Drawn[] = [];
  for (const [place, list] of lists.entries()) byNumber[numberOf(place)] = { ...list, at: list.at.map(numberOf) };
  return {
    at: column(
      Int32Array,
      byNumber.map((list) => list.at),
    ),
    sums: column(
      Int32Array,
      byNumber.map((list) => list.sums),
    ),
    isAll: Uint8Array.from(byNumber, (list) => (list.isAll ? 1 : 0)),
    commonStems: common.stems.map(placeOf),
    commonConcepts: common.concepts,
  };
}

/**
 * What was drawn before, for units now: `before` gives for each the number that it was kept under, -1 where it was not; `stems` the numbers of stems by
 * their places.
 */
export function drawnBefore(kept: KeptDrawn, before: Int32Array, stems: Int32Array): DrawnBefore {
  const places = new Int32Array(kept.isAll.length).fill(-1);
  for (let place = 0; place < before.length; place++)
    if ((before[place] ?? -1) >= 0) places[before[place] ?? 0] = place;
  return {
    lists: Array.from(before, (was): Drawn | null =>
      was < 0
        ? null
        : {
            at: at(kept.at, was).map((number) => places[number] ?? -1),
            sums: at(kept.sums, was),
            isAll: kept.isAll[was] === 1,
          },
    ),
    common: {
      stems: kept.commonStems.map((place) => stems[place] ?? -1).sort(),
      concepts: kept.commonConcepts,
    },
  };
}
