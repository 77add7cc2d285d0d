import type { ClauseAnnotation } from '../../model/index.js';
import { greatest } from '../divergence/gower.js';

/** How far one law's rules on a code are stricter (> 0) or softer (< 0) than another's, and what makes them so. */
export interface Strictness {
  readonly degree: -1 | 0 | 1;
  readonly why: string;
}

/** Amounts that bite harder when greater; times and ages are left out, since whether more is stricter depends on the rule. */
const BITES = ['money', 'turnover-share'];
/** Amounts within a tenth of each other are the same fine in rounder figures. */
const ALIKE = 0.1;

/** Compares by force first (one hard rule makes a law hard), then by the greatest sanction that both state in one unit. */
export function strictness(
  own: readonly ClauseAnnotation[],
  benchmark: readonly ClauseAnnotation[],
  code: string,
): Strictness {
  const [mine, theirs] = [own, benchmark].map((list) => list.some((a) => a.force === 'hard'));
  if (mine !== theirs)
    return mine === true
      ? { degree: 1, why: 'Hard here, soft in the benchmark.' }
      : { degree: -1, why: 'Soft here, hard in the benchmark.' };
  if (!code.startsWith('remedies.')) return { degree: 0, why: '' };
  const [ours, others] = [own, benchmark].map((list) => greatest(list.flatMap((a) => a.quantities)));
  for (const [key, x] of ours ?? []) {
    const y = others?.get(key);
    if (y === undefined || !BITES.some((kind) => key.startsWith(kind))) continue;
    if (Math.abs(x - y) <= ALIKE * Math.max(x, y)) continue;
    return { degree: x > y ? 1 : -1, why: `Up to ${x} here, ${y} in the benchmark (${key}).` };
  }
  return { degree: 0, why: '' };
}
