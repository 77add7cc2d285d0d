/** A stretch that a coder marked: half-open, in any unit of length. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Observed and expected disagreement of one category in [0,1]; alpha is 1 − observed/expected. */
export interface UnitizedDisagreement {
  readonly observed: number;
  readonly expected: number;
}

interface Section extends Stretch {
  readonly isUnit: boolean;
}

/**
 * Krippendorff's alpha for unitizing (uα): how far coders who cut units out of a continuum themselves agree on where they
 * lie. `coders` holds what each marked with one category, `length` is that of the continuum. Overlapping stretches of one
 * coder count as one. This is the measure for spans that stands here in the place of gamma (Mathet et al. 2015): gamma
 * needs an optimal alignment of all units (NP-hard) and a chance model drawn at random, uα is exact and has no setting.
 * @see Krippendorff, K. (2004). Content Analysis (2nd ed.), pp. 251–256.
 */
export function unitizedDisagreement(
  coders: readonly (readonly Stretch[])[],
  { start, end }: Stretch,
): UnitizedDisagreement {
  const length = end - start;
  const cut = coders.map((stretches) => sectionsOf(stretches, start, end));
  let distance = 0;
  for (const [i, mine] of cut.entries())
    for (const [j, theirs] of cut.entries()) if (i !== j) distance += distanceOf(mine, theirs);
  const m = coders.length;
  const observed = m < 2 || length === 0 ? 0 : distance / (m * (m - 1) * length ** 2);
  return { observed, expected: expectedOf(cut.flat(), m, length) };
}

/** uα over categories: 1 − Σ observed / Σ expected; null where nothing was marked. */
export function unitizedAlpha(disagreements: readonly UnitizedDisagreement[]): number | null {
  const sum = (of: keyof UnitizedDisagreement): number => disagreements.reduce((total, d) => total + d[of], 0);
  const expected = sum('expected');
  return expected === 0 ? null : 1 - sum('observed') / expected;
}

/** A coder's continuum in order: units, and the gaps between them. */
function sectionsOf(stretches: readonly Stretch[], start: number, end: number): Section[] {
  const sections: Section[] = [];
  let at = start;
  for (const unit of merged(stretches)) {
    if (unit.start > at) sections.push({ start: at, end: unit.start, isUnit: false });
    sections.push({ ...unit, isUnit: true });
    at = unit.end;
  }
  if (at < end) sections.push({ start: at, end, isUnit: false });
  return sections;
}

/** Overlapping stretches as one; in order of place. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = out.at(-1);
    if (end <= start) continue;
    if (last !== undefined && start < last.end) out[out.length - 1] = { ...last, end: Math.max(last.end, end) };
    else out.push({ start, end });
  }
  return out;
}

/** δ² summed over the sections of two coders that meet; both lists are in order and cover the continuum. */
function distanceOf(mine: readonly Section[], theirs: readonly Section[]): number {
  let sum = 0;
  let first = 0;
  for (const g of mine) {
    while ((theirs[first]?.end ?? Number.POSITIVE_INFINITY) <= g.start) first += 1;
    for (let at = first; at < theirs.length; at += 1) {
      const h = theirs[at];
      if (h === undefined || h.start >= g.end) break;
      sum += squared(g, h);
    }
  }
  return sum;
}

function squared(g: Section, h: Section): number {
  if (g.isUnit && h.isUnit) return (g.start - h.start) ** 2 + (g.end - h.end) ** 2;
  const isInside = (inner: Section, outer: Section): boolean => outer.start <= inner.start && inner.end <= outer.end;
  if (g.isUnit && !h.isUnit && isInside(g, h)) return (g.end - g.start) ** 2;
  if (!g.isUnit && h.isUnit && isInside(h, g)) return (h.end - h.start) ** 2;
  return 0;
}

function expectedOf(sections: readonly Section[], coders: number, length: number): number {
  const units = sections.filter((s) => s.isUnit).map((s) => s.end - s.start);
  const gaps = sections.filter((s) => !s.isUnit).map((s) => s.end - s.start);
  if (units.length === 0) return 0;
  let above = 0;
  let below = coders * length * (coders * length - 1);
  for (const l of units) {
    const room = gaps.reduce((sum, gap) => sum + (gap >= l ? gap - l + 1 : 0), 0);
    above += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * room;
    below -= l * (l - 1);
  }
  return below === 0 || length === 0 ? 0 : ((2 / length) * above) / below;
}
