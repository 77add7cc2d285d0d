/** What one unit (or many, added up) says of agreement: enough to compute alpha, and to add units of a resample. */
export interface Tally {
  /** Pairs of equal values within units, each weighted by one less than the unit's values. */
  readonly agreed: number;
  /** Values that another coder's can be paired with. */
  readonly pairable: number;
  readonly totals: ReadonlyMap<string, number>;
}

/** The tally of one unit: the values its coders gave; null is a missing value, and fewer than two values count for nothing. */
export function tallyOf(unit: readonly (string | null)[]): Tally {
  const values = unit.filter((v) => v !== null);
  if (values.length < 2) return { agreed: 0, pairable: 0, totals: new Map() };
  const totals = new Map<string, number>();
  for (const value of values) totals.set(value, (totals.get(value) ?? 0) + 1);
  let agreed = 0;
  for (const n of totals.values()) agreed += (n * (n - 1)) / (values.length - 1);
  return { agreed, pairable: values.length, totals };
}

/** The tallies of several units as one. */
export function added(tallies: Iterable<Tally>): Tally {
  const totals = new Map<string, number>();
  let agreed = 0;
  let pairable = 0;
  for (const tally of tallies) {
    agreed += tally.agreed;
    pairable += tally.pairable;
    for (const [value, n] of tally.totals) totals.set(value, (totals.get(value) ?? 0) + n);
  }
  return { agreed, pairable, totals };
}

/** Alpha of a tally; see `krippendorffAlpha`. */
export function alphaOf({ agreed, pairable, totals }: Tally): number | null {
  const chance = [...totals.values()].reduce((sum, n) => sum + n * (n - 1), 0);
  const expected = pairable * (pairable - 1) - chance;
  if (expected === 0) return null;
  return 1 - ((pairable - agreed) * (pairable - 1)) / expected;
}

/**
 * Krippendorff's alpha for nominal values: 1 − observed/expected disagreement over the coincidence matrix. A unit is the
 * list of values its coders gave; null is a missing value, and units with fewer than two values do not count. 1 is perfect
 * agreement, 0 what chance gives, negative systematic disagreement; null where nothing can be paired or all values are
 * the same, since then nothing shows that coders can tell values apart.
 * @see Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability.
 */
export function krippendorffAlpha(units: readonly (readonly (string | null)[])[]): number | null {
  return alphaOf(added(units.map(tallyOf)));
}

/**
 * Cohen's kappa of two coders over the same items; null without items or where both use one and the same value throughout.
 * @see Cohen, J. (1960). A coefficient of agreement for nominal scales. Educ. Psychol. Meas. 20, 37–46.
 */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): number | null {
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  let agreed = 0;
  for (const [a, b] of pairs) {
    left.set(a, (left.get(a) ?? 0) + 1);
    right.set(b, (right.get(b) ?? 0) + 1);
    if (a === b) agreed += 1;
  }
  const n = pairs.length;
  const chance = [...left].reduce((sum, [value, count]) => sum + count * (right.get(value) ?? 0), 0) / (n * n);
  if (n === 0 || chance === 1) return null;
  return (agreed / n - chance) / (1 - chance);
}

/**
 * Fleiss' kappa of any number of coders, all of whom judged every item; null without items, with fewer than two coders, or
 * where one value is used throughout.
 * @see Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychol. Bull. 76, 378–382.
 */
export function fleissKappa(items: readonly (readonly string[])[]): number | null {
  const raters = items[0]?.length ?? 0;
  if (raters < 2) return null;
  const { agreed, totals } = added(items.map(tallyOf));
  const all = items.length * raters;
  const chance = [...totals.values()].reduce((sum, n) => sum + (n / all) ** 2, 0);
  if (chance === 1) return null;
  return (agreed / all - chance) / (1 - chance);
}
