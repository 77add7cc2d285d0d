import type { Matters } from '../matters/sorting.js';
import type { InstrumentProfile, UnitProfile } from '../profile.js';
import { bareEvidence, combine, dot, type LinkRule, type ScoreWeights, sigmoid } from './combine.js';
import { type Features, features, type Telling } from './features.js';
import { FITTED } from './fitted.js';
import { linkFeatures, standingOf } from './standing.js';

/** A pair of units with its score before anyone decides whether it is a link, and what it is told by if it is. */
export interface Found {
  readonly left: UnitProfile;
  readonly right: UnitProfile;
  readonly features: Telling;
  /** Probability in [0,1] that a reader would call the two counterparts; 1 for verbatim copies. */
  readonly score: number;
  /** What decides between equal scores: `Features.position` and `Features.headings`. */
  readonly position: number;
  readonly headings: number | null;
}

/** A pair that was measured. */
export interface Candidate extends Found {
  readonly features: Features;
}

/** The features of every pair of units. */
export function seeAll(
  left: InstrumentProfile,
  right: InstrumentProfile,
  matters?: Matters,
): readonly (readonly Features[])[] {
  return left.units.map((a) => right.units.map((b) => features(a, b, matters)));
}

/** Of each unit's pairs so many that stand best are looked at; none further has been a counterpart that the rule would find. */
export const CONTENDERS = 15;

/**
 * For each left unit the right units that stand best for it, or for which it stands best, best first. Ties go to the nearer place, then to
 * document order.
 */
export function rank(
  left: InstrumentProfile,
  right: InstrumentProfile,
  weights: ScoreWeights = FITTED,
  seen: readonly (readonly Features[])[] = seeAll(left, right),
  standing: readonly Float64Array[] = standingOf(left, right, weights, seen),
): readonly (readonly Candidate[])[] {
  const linking = linkFeatures(left, right, standing, seen, weights.matters);
  const ofRow = standing.map(cutOf);
  const ofColumn = right.units.map((_, j) => cutOf(Float64Array.from(standing, (row) => row[j] ?? 0)));
  return left.units.map((a, i) =>
    right.units
      .flatMap((b, j): Candidate[] => {
        const s = standing[i]?.[j] ?? 0;
        const f = seen[i]?.[j];
        const isKept = s >= (ofRow[i] ?? s) || s >= (ofColumn[j] ?? s) || isVerbatim(a, b);
        if (f === undefined || !isKept) return [];
        const score = isVerbatim(a, b) ? 1 : Math.min(MOST, rounded(sigmoid(dot(weights.link, linking(i, j)))));
        return [withFeatures(a, b, f, score)];
      })
      .sort(bestFirst),
  );
}

/** What the last contender among the values has. */
function cutOf(values: Float64Array): number {
  return Float64Array.from(values).sort().reverse()[CONTENDERS - 1] ?? Number.NEGATIVE_INFINITY;
}

/** A pair seen alone, as the many-way comparisons do: its score does not know its neighbours. */
export function candidate(left: UnitProfile, right: UnitProfile): Candidate {
  const f = features(left, right);
  return withFeatures(left, right, f, scoreAlone(bareOf(left, right, f), f));
}

/** What the score of a pair seen alone is made from besides prominence: its evidence, without limit for the same words. */
export function bareOf(left: UnitProfile, right: UnitProfile, f: Features): number {
  return isVerbatim(left, right) ? Number.POSITIVE_INFINITY : bareEvidence(f);
}

/** The score of a pair seen alone. */
export function scoreAlone(bare: number, f: Pick<Features, 'prominence' | 'isAcross'>): number {
  return bare === Number.POSITIVE_INFINITY ? 1 : Math.min(MOST, rounded(combine(bare, f)));
}

/** The same pair with its sides swapped: what it has in common is the same. */
export function turned(c: Candidate): Candidate {
  return withFeatures(c.right, c.left, c.features, c.score);
}

/** A pair with its features and a score of somebody's. */
export function withFeatures(left: UnitProfile, right: UnitProfile, f: Features, score: number): Candidate {
  return { left, right, features: f, score, position: f.position, headings: f.headings };
}

/** No likeness short of the same words is certain. */
const MOST = 0.999;
/** Sums differ in the last digits with their order, which swapping the sides changes. */
const rounded = (x: number) => Math.round(x * 1e9) / 1e9;

function isVerbatim(a: UnitProfile, b: UnitProfile): boolean {
  return a.fingerprint !== '' && a.fingerprint === b.fingerprint;
}

/** Orders candidates of one left unit. */
export function bestFirst(a: Found, b: Found): number {
  return byLikeness(a, b) || a.right.unit.span.start - b.right.unit.span.start;
}

function byLikeness(a: Found, b: Found): number {
  return b.score - a.score || b.position - a.position || (b.headings ?? 0) - (a.headings ?? 0);
}

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
      return c.score >= (c === top || c === other ? rule.best : rule.further);
    });
  });
}
