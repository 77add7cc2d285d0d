/**
 * Krippendorff's alpha for nominal values: 1 − observed/expected disagreement over the coincidence matrix. A unit is the
 * list of values its coders gave; null is a missing value, and units with fewer than two values do not count. 1 is perfect
 * agreement, 0 what chance gives, negative systematic disagreement; null where nothing can be paired or all values are
 * the same, since then nothing shows that coders can tell values apart.
 * @see Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability.
 */
export function krippendorffAlpha(units: readonly (readonly (string | null)[])[]): number | null {
  const totals = new Map<string, number>();
  let agreed = 0;
  let pairable = 0;
  for (const unit of units) {
    const values = unit.filter((v) => v !== null);
    if (values.length < 2) continue;
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const [value, n] of counts) {
      agreed += (n * (n - 1)) / (values.length - 1);
      totals.set(value, (totals.get(value) ?? 0) + n);
    }
    pairable += values.length;
  }
  const chance = [...totals.values()].reduce((sum, n) => sum + n * (n - 1), 0);
  const expected = pairable * (pairable - 1) - chance;
  if (expected === 0) return null;
  return 1 - ((pairable - agreed) * (pairable - 1)) / expected;
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
