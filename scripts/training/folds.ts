import { type Fit, fitCoder, type Parts } from './fit.js';
import type { Sample, Vocabulary } from './samples.js';

/** A unit's claim to a code, scored by a model that never saw the unit's instrument. */
export interface HeldClaim {
  readonly sample: Sample;
  readonly code: string;
  readonly odds: number;
}

/** Claims less likely than this are not kept: no threshold will ever take them in. */
const LEAST_ODDS = -5;

/**
 * For each group of texts that are left out together, the log-odds of every (unit, code) pair in them by a model fitted on all
 * the others. `always` names groups that are learnt from in every fold and judged in none (the archetypes), `never` those
 * without gold, which are only judged. `folds` leaves out several groups at once, for a quicker if poorer estimate.
 */
export function heldOut(
  samples: readonly Sample[],
  codes: readonly string[],
  vocabulary: Vocabulary,
  parts: Parts,
  always: (group: string) => boolean,
  never: (group: string) => boolean,
  folds: number | null = null,
): ReadonlyMap<string, readonly HeldClaim[]> {
  const groups = [...new Set(samples.map((s) => s.group))].filter((g) => !always(g));
  const size = folds ?? groups.length;
  const held = new Map<string, readonly HeldClaim[]>();
  for (let fold = 0; fold < size; fold += 1) {
    const out = new Set(groups.filter((_, i) => i % size === fold));
    const model = fitCoder(
      samples.filter((s) => !out.has(s.group) && !never(s.group)),
      codes,
      vocabulary,
      parts,
    );
    for (const group of out) held.set(group, claimsOf(samples, codes, model, group));
  }
  return held;
}

function claimsOf(samples: readonly Sample[], codes: readonly string[], model: Fit, group: string): HeldClaim[] {
  return samples
    .filter((s) => s.group === group && s.isHeard)
    .flatMap((sample) =>
      codes.map((code) => ({ sample, code, odds: model.score(sample, code) })).filter((c) => c.odds > LEAST_ODDS),
    );
}
