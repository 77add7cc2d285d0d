import { describe, expect, it } from 'vitest';
import type { Drawn } from '../../src/score/bootstrap/draws.js';
import { fillDraws, intervalOf, workspace } from '../../src/score/bootstrap/intervals.js';
import { blend, mean } from '../../src/score/divergence/divergences.js';
import { gower } from '../../src/score/divergence/gower.js';
import { PROFILE_SIZE } from '../../src/score/divergence/profile.js';
import type { Scope } from '../../src/score/scopes.js';

const DRAWS = 40;
const PARTS = { thematic: 0.6, elemental: 0.4, textual: 0.2 };

/** Numbers in [0,1) that repeat themselves. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

function drawn(random: () => number): Drawn {
  const stance = new Float32Array(DRAWS).map(() => Math.floor(random() * 3) / 2);
  const profile = new Float32Array(DRAWS * PROFILE_SIZE).map(() => random() / 8);
  return { stance, profile: random() < 0.3 ? null : profile };
}

/** The same figure, draw by draw, with the functions that make the total. */
function naive(
  a: readonly Drawn[],
  b: readonly Drawn[],
  q: readonly (number | null)[],
  scope: Scope,
  total: number,
  tx: number,
) {
  const totals: number[] = [];
  for (let d = 0; d < DRAWS; d++) {
    const th: number[] = [];
    const el: number[] = [];
    a.forEach((x, i) => {
      const y = b[i];
      const [s, t] = [x.stance[d] ?? 0, y?.stance[d] ?? 0];
      th.push(s === 0 && t === 0 ? Number.NaN : Math.abs(s - t));
      const at = (profile: Float32Array) => profile.slice(d * PROFILE_SIZE, (d + 1) * PROFILE_SIZE);
      el.push(
        s > 0 && t > 0 && x.profile !== null && y?.profile != null
          ? gower(at(x.profile), at(y.profile), q[i] ?? null)
          : Number.NaN,
      );
    });
    const figure = blend(mean(th, scope), mean(el, scope), tx, PARTS);
    if (!Number.isNaN(figure)) totals.push(figure);
  }
  totals.sort((x, y) => x - y);
  const at = (share: number) => totals[Math.round(share * (totals.length - 1))] ?? total;
  return [Math.min(total, at(0.025)), Math.max(total, at(0.975))];
}

describe('intervals', () => {
  it('equal the draw-by-draw reckoning, whatever the scope and the room used before', () => {
    const random = numbers(3);
    const space = workspace(5, DRAWS);
    const all: Scope = { id: 'all', kind: 'all', codes: [0, 1, 2, 3, 4], weights: [1, 0.5, 2, 0.1, 1] };
    const some: Scope = { id: 'some', kind: 'family', codes: [1, 3], weights: [1, 3] };
    for (let pair = 0; pair < 8; pair++) {
      const a = Array.from({ length: 5 }, () => drawn(random));
      const b = Array.from({ length: 5 }, () => drawn(random));
      const q = a.map(() => (random() < 0.5 ? null : random()));
      fillDraws(a, b, q, space);
      for (const scope of [all, some]) {
        for (const tx of [Number.NaN, random()]) {
          const [low, high] = intervalOf(scope, 0.4, tx, PARTS, space);
          const [naiveLow, naiveHigh] = naive(a, b, q, scope, 0.4, tx);
          expect(low).toBeCloseTo(naiveLow ?? -1, 10);
          expect(high).toBeCloseTo(naiveHigh ?? -1, 10);
        }
      }
    }
  });

  it('are the figure itself where no draw says anything', () => {
    const silent: Drawn = { stance: new Float32Array(DRAWS), profile: null };
    const space = workspace(1, DRAWS);
    fillDraws([silent], [silent], [null], space);
    const scope: Scope = { id: 'c', kind: 'code', codes: [0], weights: [1] };
    expect(intervalOf(scope, 0.3, Number.NaN, PARTS, space)).toEqual([0.3, 0.3]);
  });
});
