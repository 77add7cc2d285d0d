import type { InstrumentProfile, UnitProfile } from './profile.js';
import { type Features, pairSpace } from './similarity.js';
import { combine, type ScoreWeights } from './weights.js';

/** A pair of units with its score before anyone decides whether it is a link. */
export interface Candidate {
  readonly left: UnitProfile;
  readonly right: UnitProfile;
  readonly features: Features;
  /** Calibrated probability in [0,1]; 1 for verbatim copies. */
  readonly score: number;
}

/** Below this a pair is no link. Set on the development gold, see docs/method-align-score.md. */
export const LINK_THRESHOLD = 0.3;
/** A further link of a unit must come this close to the unit's best. */
export const CLOSE_TO_BEST = 0.75;

/** For each left unit all right units, best first; ties go to the nearer place, then to document order. */
export function rank(
  left: InstrumentProfile,
  right: InstrumentProfile,
  weights: ScoreWeights | null = null,
): readonly (readonly Candidate[])[] {
  const space = pairSpace(left, right);
  return left.units.map((a) =>
    right.units.map((b): Candidate => candidate(a, b, space.features(a, b), weights)).sort(bestFirst),
  );
}

/** A scored pair; words that are equal but for spacing and punctuation score 1. */
export function candidate(
  left: UnitProfile,
  right: UnitProfile,
  features: Features,
  weights: ScoreWeights | null,
): Candidate {
  const verbatim = left.fingerprint !== '' && left.fingerprint === right.fingerprint;
  return {
    left,
    right,
    features,
    score: verbatim ? 1 : Math.min(0.999, combine(features, weights)),
  };
}

export function bestFirst(a: Candidate, b: Candidate): number {
  return (
    b.score - a.score ||
    b.features.position - a.features.position ||
    (b.features.headings ?? 0) - (a.features.headings ?? 0) ||
    a.right.unit.span.start - b.right.unit.span.start
  );
}

/**
 * The pairs that stand: over the threshold, and close to the best that either side has. The rule
 * reads the same from both sides, so that swapping the instruments mirrors the links.
 */
export function chooseLinks(
  ranked: readonly (readonly Candidate[])[],
  threshold = LINK_THRESHOLD,
  close = CLOSE_TO_BEST,
): readonly (readonly Candidate[])[] {
  const best = new Map<UnitProfile, Candidate>();
  for (const row of ranked) {
    for (const c of row) {
      const held = best.get(c.right);
      if (held === undefined || mirrored(c, held) < 0) best.set(c.right, c);
    }
  }
  return ranked.map((row) => {
    const top = row[0];
    if (top === undefined) return [];
    return row.filter((c) => {
      const other = best.get(c.right);
      if (c.score < threshold || other === undefined) return false;
      if (c === top || c === other) return top.score < 1 && other.score < 1 ? true : c === top && c === other;
      return top.score < 1 && other.score < 1 && c.score >= close * Math.max(top.score, other.score);
    });
  });
}

/** Orders candidates of one right unit as `bestFirst` would order them with the sides swapped. */
function mirrored(a: Candidate, b: Candidate): number {
  return (
    b.score - a.score ||
    b.features.position - a.features.position ||
    (b.features.headings ?? 0) - (a.features.headings ?? 0) ||
    a.left.unit.span.start - b.left.unit.span.start
  );
}
