import type { Matters } from '../matters/sorting.js';
import type { InstrumentProfile, UnitProfile } from '../profile.js';
import { combine, dot, type LinkRule, type ScoreWeights, sigmoid } from './combine.js';
import { type Features, features } from './features.js';
import { FITTED } from './fitted.js';
import { linkFeatures, standingOf } from './standing.js';

/** A pair of units with its score before anyone decides whether it is a link. */
export interface Candidate {
  readonly left: UnitProfile;
  readonly right: UnitProfile;
  readonly features: Features;
  /** Calibrated probability in [0,1]; 1 for verbatim copies. */
  readonly score: number;
  /** Probability in [0,1] that it is a link, which also asks how the pair stands among those of its two units. */
  readonly link: number;
}

/** The features of every pair of units. */
export function seeAll(
  left: InstrumentProfile,
  right: InstrumentProfile,
  matters?: Matters,
): readonly (readonly Features[])[] {
  return left.units.map((a) => right.units.map((b) => features(a, b, matters)));
}

/** Further pairs than these are kept only from `LEAST_KEPT` on. */
const MOST_KEPT = 12;
const LEAST_KEPT = 0.01;

/**
 * For each left unit its right units, best first: at least the `MOST_KEPT` best and all that could be a link. Ties go to the nearer place,
 * then to document order.
 */
export function rank(
  left: InstrumentProfile,
  right: InstrumentProfile,
  weights: ScoreWeights = FITTED,
  seen: readonly (readonly Features[])[] = seeAll(left, right),
  standing: readonly Float64Array[] = standingOf(left, right, weights, seen),
): readonly (readonly Candidate[])[] {
  const linking = linkFeatures(left, right, standing, seen, weights.matters);
  return left.units.map((a, i) => {
    const scores = right.units.map((b, j) => {
      if (isVerbatim(a, b)) return 1;
      const [slope, intercept] = weights.inContext[seen[i]?.[j]?.isAcross === true ? 1 : 0];
      return Math.min(MOST, rounded(sigmoid(slope * (standing[i]?.[j] ?? 0) + intercept)));
    });
    const cut = Math.min(LEAST_KEPT, [...scores].sort((p, q) => q - p)[MOST_KEPT] ?? 0);
    return right.units
      .flatMap((b, j): Candidate[] => {
        const score = scores[j] ?? 0;
        const f = seen[i]?.[j];
        if (score < cut || f === undefined) return [];
        const link = score === 1 ? 1 : rounded(sigmoid(dot(weights.link, linking(i, j))));
        return [{ left: a, right: b, features: f, score, link }];
      })
      .sort(bestFirst);
  });
}

/** A pair seen alone, as the many-way comparisons do: its score does not know its neighbours. */
export function candidate(left: UnitProfile, right: UnitProfile): Candidate {
  const f = features(left, right);
  const score = isVerbatim(left, right) ? 1 : Math.min(MOST, rounded(combine(f)));
  return { left, right, features: f, score, link: score };
}

/** No likeness short of the same words is certain. */
const MOST = 0.999;
/** Sums differ in the last digits with their order, which swapping the sides changes. */
const rounded = (x: number) => Math.round(x * 1e9) / 1e9;

function isVerbatim(a: UnitProfile, b: UnitProfile): boolean {
  return a.fingerprint !== '' && a.fingerprint === b.fingerprint;
}

/** Orders candidates of one left unit. */
export function bestFirst(a: Candidate, b: Candidate): number {
  return byLikeness(a, b) || a.right.unit.span.start - b.right.unit.span.start;
}

function byLikeness(a: Candidate, b: Candidate): number {
  return (
    b.score - a.score ||
    b.features.position - a.features.position ||
    (b.features.headings ?? 0) - (a.features.headings ?? 0)
  );
}

/**
 * Under this score nothing is a link, however well it stands among the others: the best of two laws that have nothing to do with each other
 * stands well too. Measured: links F1 stays (0.71), and of three unrelated pairs of a statute and a treaty half the links go.
 */
const LEAST_LINK = 0.04;

/**
 * The pairs that stand: likely links, a unit's best pair under an easier rule than the rest, so that 1:1, 1:n, n:m and none are all possible.
 * The rule reads the same from both sides, so that swapping the instruments mirrors the links.
 */
export function chooseLinks(
  ranked: readonly (readonly Candidate[])[],
  rule: LinkRule = FITTED.links,
): readonly (readonly Candidate[])[] {
  const best = new Map<UnitProfile, Candidate>();
  for (const row of ranked) {
    for (const c of row) {
      const held = best.get(c.right);
      const order = held === undefined ? -1 : byLikeness(c, held) || c.left.unit.span.start - held.left.unit.span.start;
      if (order < 0) best.set(c.right, c);
    }
  }
  return ranked.map((row) => {
    const top = row[0];
    return row.filter((c) => {
      const other = best.get(c.right);
      if (top === undefined || other === undefined) return false;
      if (top.score === 1 || other.score === 1) return c === top && c === other;
      if (rule.score !== undefined) return c.score >= rule.score;
      if (c.score < LEAST_LINK) return false;
      return c.link >= (c === top || c === other ? rule.best : rule.further);
    });
  });
}
