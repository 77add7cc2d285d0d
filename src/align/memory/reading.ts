import type { Alignment, CodedInstrument, Concordance } from '../../model/index.js';
import { draw } from '../many/draw.js';
import { type Candidate, candidate, type Found, turned } from '../pair/links.js';
import { type Tops, toAlignment } from '../pair/relation.js';
import { type InstrumentProfile, profile, type UnitProfile } from '../profile.js';

/** What comparisons of many read: the coded units of an instrument, what two units have in common, and what is told of it. */
export interface Reading {
  units(coded: CodedInstrument): readonly UnitProfile[];
  /** For each unit (by place) its likeliest counterparts in other instruments, at most `most`, measured. */
  draw(units: readonly UnitProfile[], most: number): (place: number) => readonly Found[];
  /** The score of two units seen alone. */
  score(left: UnitProfile, right: UnitProfile): number;
  /** Asked for each link in the order in which links are told. */
  link(found: Found, tops: Tops): Alignment;
  /** The table of a code over the instruments that carry it; `from` is all else that it is made from. Asked for each code in order. */
  table(from: readonly string[], carriers: readonly CodedInstrument[], make: () => Concordance): Concordance;
}

/** Reads everything anew. */
export const AFRESH: Reading = {
  units: (coded) => withCode(profile(coded)),
  draw: (units, most) => {
    const drawn = draw(units, most);
    const measured = new Map<number, Candidate>();
    return (i) =>
      Array.from(drawn[i]?.at ?? [], (j) => {
        const pair = Math.min(i, j) * units.length + Math.max(i, j);
        const known = measured.get(pair);
        // A pair is met at most twice, once from each side.
        if (known !== undefined) {
          measured.delete(pair);
          return turned(known);
        }
        const made = candidate(unitAt(units, i), unitAt(units, j));
        measured.set(pair, made);
        return made;
      });
  },
  score: scoreOnce,
  link: toAlignment,
  table: (_, __, make) => make(),
};

const scores = new WeakMap<UnitProfile, WeakMap<UnitProfile, number>>();

/** A table asks for some of its scores several times. */
function scoreOnce(left: UnitProfile, right: UnitProfile): number {
  const known = scores.get(left) ?? new WeakMap<UnitProfile, number>();
  scores.set(left, known);
  const score = known.get(right) ?? candidate(left, right).score;
  known.set(right, score);
  return score;
}

/** The units of a profile that carry a code. */
export function withCode({ units }: InstrumentProfile): readonly UnitProfile[] {
  return units.filter((u) => u.codes.size > 0);
}

/** @throws RangeError where there is none at this place. */
export function unitAt(units: readonly UnitProfile[], place: number): UnitProfile {
  const unit = units[place];
  if (unit === undefined) throw new RangeError(`There is no unit ${place} among ${units.length}.`);
  return unit;
}
