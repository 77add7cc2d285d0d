import type { Alignment, CodedInstrument } from '../../model/index.js';
import { AFRESH, type Reading } from '../memory/reading.js';
import { bestFirst } from '../pair/links.js';
import type { UnitProfile } from '../profile.js';

/** How many counterparts to keep for each coded unit, and how good they must be. */
export interface CounterpartOptions {
  /** Default 6. */
  readonly k?: number;
  /** Least score in [0,1]; default `LEAST_SCORE`. */
  readonly threshold?: number;
  /** Candidates scored in full for each unit; default `CANDIDATES`. As many as there are units makes it exhaustive. */
  readonly candidates?: number;
  /** Where units and pairs are read; afresh where none is given. */
  readonly reading?: Reading;
  /** Told as each unit has been compared, by its eId. */
  readonly onUnit?: (eId: string) => void;
}

/** Candidates scored in full for each unit; the rest lost on codes and words by inverted index. */
const CANDIDATES = 24;
/** Under this score of a pair seen alone no counterpart is shown. */
const LEAST_SCORE = 0.15;

/**
 * For each coded article or section its best counterparts in other instruments, best first, in the order of `coded`.
 * A score is that of the pair seen alone; what else is in the study decides only which pairs are seen. Empty without annotations.
 */
export function counterparts(coded: readonly CodedInstrument[], options: CounterpartOptions = {}): Alignment[] {
  const { reading = AFRESH, k = 6 } = options;
  const threshold = options.threshold ?? LEAST_SCORE;
  const units: UnitProfile[] = coded.filter((c) => c.annotations.length > 0).flatMap((c) => reading.units(c));
  const near = reading.draw(units, options.candidates ?? CANDIDATES);
  const good = units.map((u, i) => {
    const row = near(i)
      .filter((c) => c.score >= threshold)
      .sort(bestFirst);
    options.onUnit?.(u.unit.eId);
    return row;
  });
  // The best in each other instrument, not the best of all: else a third law would change a pair's relation.
  const inEach = good.map((row) => {
    const found = new Map<string, { readonly first: UnitProfile; count: number }>();
    for (const c of row) {
      const home = c.right.instrument.metadata.id;
      const held = found.get(home);
      if (held === undefined) found.set(home, { first: c.right, count: 1 });
      else held.count++;
    }
    return found;
  });
  const at = new Map(units.map((u, i) => [u, i]));
  const among = (a: UnitProfile, b: UnitProfile) => inEach[at.get(a) ?? -1]?.get(b.instrument.metadata.id);
  return good.flatMap((row) =>
    row.slice(0, k).map((c) => {
      const [there, back] = [among(c.left, c.right), among(c.right, c.left)];
      const only = there?.count === 1 && back?.count === 1;
      return reading.link(c, { left: there?.first === c.right, right: back?.first === c.left, only });
    }),
  );
}
