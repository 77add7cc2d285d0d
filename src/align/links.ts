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
export const LINK_THRESHOLD = 0.15;
/** A further link of a unit must come this close to the unit's best. */
export const CLOSE_TO_BEST = 0.75;

/** A unit that is near to everything (definitions, penalties) yields this share of its mean nearness. Measured: 0.3 to 0.5 gained most. */
const HUB_SHARE = 0.4;
/** Nearest units that a hub's mean is taken over. */
const HUB_SIZE = 5;

/** A candidate with the places it takes among those of its left and of its right unit. */
export interface Ranked extends Candidate {
  readonly forLeft: number;
  readonly forRight: number;
}

/** For each left unit all right units, best first; ties go to the nearer place, then to document order. */
export function rank(
  left: InstrumentProfile,
  right: InstrumentProfile,
  weights: ScoreWeights | null = null,
): readonly (readonly Ranked[])[] {
  const space = pairSpace(left, right);
  const rows = left.units.map((a) => right.units.map((b) => candidate(a, b, space.features(a, b), weights)));
  const hubOfLeft = rows.map((row) => hub(row));
  const hubOfRight = right.units.map((_, j) => hub(rows.flatMap((row) => row[j] ?? [])));
  return rows.map((row, i) =>
    row
      .map((c, j): Ranked => {
        const own = c.score === 1 ? 1e3 : logit(c.score);
        return {
          ...c,
          forLeft: own - HUB_SHARE * (hubOfRight[j] ?? 0),
          forRight: own - HUB_SHARE * (hubOfLeft[i] ?? 0),
        };
      })
      .sort((a, b) => b.forLeft - a.forLeft || bestFirst(a, b)),
  );
}

const logit = (p: number) => Math.log(p / (1 - p));

function hub(candidates: readonly Candidate[]): number {
  const top = candidates
    .map((c) => logit(Math.min(0.999, c.score)))
    .sort((a, b) => b - a)
    .slice(0, HUB_SIZE);
  return top.length === 0 ? 0 : top.reduce((a, b) => a + b, 0) / top.length;
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
  ranked: readonly (readonly Ranked[])[],
  threshold = LINK_THRESHOLD,
  close = CLOSE_TO_BEST,
): readonly (readonly Ranked[])[] {
  const best = new Map<UnitProfile, Ranked>();
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
function mirrored(a: Ranked, b: Ranked): number {
  return (
    b.forRight - a.forRight ||
    b.score - a.score ||
    b.features.position - a.features.position ||
    (b.features.headings ?? 0) - (a.features.headings ?? 0) ||
    a.left.unit.span.start - b.left.unit.span.start
  );
}
