import type { InstrumentProfile } from '../profile.js';

/** Fewer units whose best pairs agree say nothing about a whole law. */
const LEAST_PAIRS = 8;
/**
 * Share of the units best for each other that bear one number, from which two texts are taken for one law in two renditions. Laws of
 * different makers stay under 0.2 on the development pairs; one law in two languages is over 0.7.
 */
const LEAST_SHARE = 0.5;
/** What the same number then adds to a pair's log-odds: more than any other unit's words are likely to weigh. */
const SAME_NUMBER = 8;

/**
 * The standings of all pairs; where the words say that the two texts are one law in two languages, renditions or versions, with the pairs of
 * one number lifted, because such texts count alike. The same with the sides swapped.
 */
export function asRenditions(
  left: InstrumentProfile,
  right: InstrumentProfile,
  standing: readonly Float64Array[],
): readonly Float64Array[] {
  const numbers = right.units.map((u) => u.unit.citation);
  const isSame = (i: number, j: number) => {
    const number = left.units[i]?.unit.citation ?? null;
    return number !== null && number === numbers[j];
  };
  const tops = standing.map((row) => row.indexOf(Math.max(...row)));
  const topsOfRight = numbers.map((_, j) => {
    let top = 0;
    for (let i = 1; i < standing.length; i++) if ((standing[i]?.[j] ?? 0) > (standing[top]?.[j] ?? 0)) top = i;
    return top;
  });
  const mutual = tops.flatMap((j, i) => (topsOfRight[j] === i ? [[i, j] as const] : []));
  const agreed = mutual.filter(([i, j]) => isSame(i, j)).length;
  if (mutual.length < LEAST_PAIRS || agreed < LEAST_SHARE * mutual.length) return standing;
  return standing.map((row, i) => row.map((s, j) => (isSame(i, j) ? s + SAME_NUMBER : s)));
}
