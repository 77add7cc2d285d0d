import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedInstrument, Divergence } from '../../src/model/index.js';
import { blend } from '../../src/score/divergence/divergences.js';
import { score } from '../../src/score/index.js';
import { makeScopes, PART_WEIGHTS } from '../../src/score/scopes.js';
import { generator } from '../../src/text/random.js';
import { CODES, codebook, input, law } from './build.js';

const spec = fc
  .tuple(
    fc.constantFrom(...CODES),
    fc.constantFrom('obligation', 'prohibition', 'right', 'power', 'permission'),
    fc.constantFrom('hard', 'soft'),
    fc.constantFrom('0.3', '0.6', '0.9'),
  )
  .map((words) => words.join(':'));
/** Some rules; the same code may stand in several provisions, and some codings are more likely wrong than right. */
const rules = fc.array(spec, { minLength: 1, maxLength: 12 });
const pairOf = (left: CodedInstrument, right: CodedInstrument) => score(input([left, right])).divergences;
const figures = (list: readonly Divergence[]) =>
  list.map(({ scope, thematic, elemental, total, coverage }) => ({ scope, thematic, elemental, total, coverage }));
const all = (list: readonly Divergence[]) => list.find((d) => d.scope === 'all');
const RUNS = { numRuns: 40 };

describe('divergence', () => {
  it('is 0 between a law and its like, on every scope', () => {
    fc.assert(
      fc.property(rules, (r) => {
        for (const d of pairOf(law('aa/x', r), law('bb/x', r))) expect(d.total ?? 0).toBe(0);
      }),
      RUNS,
    );
  });

  it('is the same from either side', () => {
    fc.assert(
      fc.property(rules, rules, (r, s) => {
        const forth = figures(pairOf(law('aa/x', r), law('bb/x', s)));
        expect(figures(pairOf(law('aa/x', s), law('bb/x', r)))).toEqual(forth);
      }),
      RUNS,
    );
  });

  it('and each of its parts lies in [0,1], the figure inside its interval', () => {
    fc.assert(
      fc.property(rules, rules, (r, s) => {
        for (const d of pairOf(law('aa/x', r), law('bb/x', s))) {
          for (const x of [d.thematic, d.elemental, d.textual, d.total, d.low, d.high, d.coverage])
            if (x !== null) expect(x >= 0 && x <= 1).toBe(true);
          if (d.total !== null) expect((d.low ?? 2) <= d.total && d.total <= (d.high ?? -1)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('is its parts under the printed weights, and each scope the weighted mean of its codes', () => {
    const scopes = new Map(makeScopes(codebook, undefined).map((s) => [s.id, s]));
    const asNumber = (x: number | null) => x ?? Number.NaN;
    fc.assert(
      fc.property(rules, rules, (r, s) => {
        const found = pairOf(law('aa/x', r), law('bb/x', s));
        const byCode = new Map(found.map((d) => [d.scope, d]));
        for (const d of found) {
          const total = blend(asNumber(d.thematic), asNumber(d.elemental), asNumber(d.textual), PART_WEIGHTS);
          expect(Math.abs((d.total ?? -1) - (Number.isNaN(total) ? -1 : total))).toBeLessThan(1e-5);
          const scope = scopes.get(d.scope);
          for (const part of ['thematic', 'elemental'] as const) {
            let [sum, weight] = [0, 0];
            scope?.codes.forEach((i, n) => {
              const value = byCode.get(CODES[i] ?? '')?.[part] ?? null;
              if (value === null) return;
              sum += value * (scope.weights[n] ?? 0);
              weight += scope.weights[n] ?? 0;
            });
            expect(Math.abs((d[part] ?? -1) - (weight === 0 ? -1 : sum / weight))).toBeLessThan(1e-5);
          }
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the order of provisions', () => {
    fc.assert(
      fc.property(rules, rules, fc.nat(), (r, s, turn) => {
        const turned = [...r.slice(turn % r.length), ...r.slice(0, turn % r.length)].reverse();
        const before = figures(pairOf(law('aa/x', r), law('bb/x', s)));
        expect(figures(pairOf(law('aa/x', turned), law('bb/x', s)))).toEqual(before);
      }),
      RUNS,
    );
  });

  it('is not touched by a rule that both lack: neither by the question nor by who else has it', () => {
    fc.assert(
      fc.property(rules, rules, (r, s) => {
        const held = new Set([...r, ...s].map((x) => x.split(':')[0]));
        const lacking = CODES.find((c) => !held.has(c));
        if (lacking === undefined) return;
        const [a, b, third] = [law('aa/x', r), law('bb/x', s), law('cc/x', [lacking])];
        const family = lacking.split('.')[0];
        const pick = (list: readonly Divergence[]) =>
          figures(list.filter((d) => d.left === 'aa/x' && d.right === 'bb/x' && d.scope === family)).map(
            (d) => d.total,
          );
        const smaller = { ...codebook, codes: codebook.codes.filter((c) => c.id !== lacking) };
        expect(pick(score(input([a, b], { codebook: smaller })).divergences)).toEqual(pick(pairOf(a, b)));
        const among = (list: readonly Divergence[]) =>
          figures(list.filter((d) => d.left === 'aa/x' && d.right === 'bb/x'));
        expect(among(score(input([a, b, third])).divergences)).toEqual(among(pairOf(a, b)));
      }),
      RUNS,
    );
  });

  it('falls when both take on the same rule', () => {
    fc.assert(
      fc.property(rules, rules, (r, s) => {
        const held = new Set([...r, ...s].map((x) => x.split(':')[0]));
        const fresh = CODES.find((c) => !held.has(c));
        const before = all(pairOf(law('aa/x', r), law('bb/x', s)))?.total ?? 0;
        if (fresh === undefined || before === 0) return;
        const after = all(pairOf(law('aa/x', [...r, fresh]), law('bb/x', [...s, fresh])))?.total ?? 1;
        expect(after).toBeLessThan(before);
      }),
      RUNS,
    );
  });
});

describe('the 95 % interval', () => {
  /** Law as it is, and as a calibrated coder sees it: a coding of confidence c is right c of the time. */
  it('holds the true divergence of simulated law at least nine times in ten', () => {
    const random = generator(11, 'simulated law');
    const pickOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
    const TRIALS = 200;
    let held = 0;
    let told = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const seen: string[][] = [[], []];
      const real: string[][] = [[], []];
      for (const side of [0, 1]) {
        for (const code of CODES.slice(0, 15)) {
          for (let n = Math.floor(random() * 4); n > 0; n--) {
            const confidence = 0.05 + 0.94 * random();
            const make = `${code}:${pickOf(['obligation', 'prohibition', 'right'])}:${pickOf(['hard', 'soft'])}`;
            seen[side]?.push(`${make}:${confidence}`);
            if (random() < confidence) real[side]?.push(`${make}:1`);
          }
        }
      }
      const ofPair = ([a, b]: readonly string[][], draws: number) =>
        all(score(input([law('aa/x', a ?? []), law('bb/x', b ?? [])], { draws, seed: trial })).divergences);
      const truth = ofPair(real, 0)?.total ?? null;
      const guess = ofPair(seen, 200);
      if (truth === null || guess === undefined) continue;
      told++;
      if ((guess.low ?? 2) <= truth && truth <= (guess.high ?? -1)) held++;
    }
    expect(told).toBeGreaterThan(TRIALS * 0.9);
    expect(held / told).toBeGreaterThanOrEqual(0.9);
  });
});
