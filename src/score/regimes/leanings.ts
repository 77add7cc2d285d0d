import { ensemble, type PairDraws } from '../bootstrap/ensemble.js';
import { middle } from '../bootstrap/intervals.js';
import { prepare, type ScoreInput, scopeNamed } from '../setting.js';

/** One side's distance to one archetype, and what that says of the path it follows. */
export interface Leaning {
  readonly side: string;
  readonly archetype: string;
  readonly distance: number;
  readonly low: number;
  readonly high: number;
  /** 1 for the nearest archetype of the side. */
  readonly rank: number;
  /** Share of the draws in which this archetype is the nearest, [0,1]: under 0.95 the path is not told apart from others. */
  readonly support: number;
  /** How much nearer than the next: 1 − nearest / second, [0,1]; 0 on all but the nearest. 0 follows two paths alike, 1 is the archetype itself. */
  readonly purity: number;
}

/**
 * Each side's distance to each archetype on a scope, sides by name, nearest first. `named` are the sides wanted; without names, all instruments or
 * all jurisdictions with law of their own: what treaties alone say follows no path. Empty without archetypes.
 */
export function leanings(input: ScoreInput, scopeId: string, named: readonly string[]): Leaning[] {
  const setting = prepare(input);
  const scope = scopeNamed(setting, scopeId);
  const speaking = setting.sides.filter((s) => s.annotations.size > 0);
  const poles = speaking.filter((s) => s.class === 'pole');
  return speaking
    .filter((s) => s.class !== 'pole')
    .filter((s) => (named.length > 0 ? named.includes(s.id) : input.between === 'instruments' || s.class === 'law'))
    .flatMap((side) => {
      const pairs = poles.map((pole) => [setting.measured(side), setting.measured(pole)] as const);
      return ranked(ensemble(pairs, setting, scope, input.draws), input.draws);
    });
}

function ranked(all: readonly PairDraws[], draws: number): readonly Leaning[] {
  const known = all
    .filter((p) => !Number.isNaN(p.total))
    .sort((a, b) => a.total - b.total || (a.right < b.right ? -1 : 1));
  const wins = new Map<string, number>();
  for (let d = 0; d < draws; d++) {
    const nearest = known.reduce<PairDraws | null>(
      (best, p) => ((p.draws[d] ?? Number.NaN) < (best?.draws[d] ?? Number.POSITIVE_INFINITY) ? p : best),
      null,
    );
    if (nearest !== null) wins.set(nearest.right, (wins.get(nearest.right) ?? 0) + 1);
  }
  const [first, second] = known;
  const purity = first === undefined || second === undefined || second.total === 0 ? 0 : 1 - first.total / second.total;
  return known.map((p, i) => {
    const [low, high] = middle(p.draws, p.total);
    return {
      side: p.left,
      archetype: p.right,
      distance: round(p.total),
      low: round(low),
      high: round(high),
      rank: i + 1,
      support: draws === 0 ? 1 - Math.min(i, 1) : round((wins.get(p.right) ?? 0) / draws),
      purity: i === 0 ? round(purity) : 0,
    };
  });
}

const round = (n: number) => Math.round(n * 1e6) / 1e6;
