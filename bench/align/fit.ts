import { dot, evidence, type LinkRule, type ScoreWeights, toVector } from '../../src/align/pair/combine.js';
import { contextOf } from '../../src/align/pair/context.js';
import type { Features } from '../../src/align/pair/features.js';
import { chooseLinks, rank, seeAll } from '../../src/align/pair/links.js';
import { profile } from '../../src/align/profile.js';
import type { GoldPair } from './data.js';
import { linking } from './judge.js';
import { learnRelations } from './relations.js';
import { type Asked, platt, softmax } from './softmax.js';

/** A gold pair with all its features, measured once for the many fits that leave one pair out. */
export interface Measured {
  readonly pair: GoldPair;
  readonly isAcross: boolean;
  readonly seen: readonly (readonly Features[])[];
  readonly x: readonly (readonly (readonly number[])[])[];
}

/** The features of all pairs of units of a gold pair. */
export function measure(pair: GoldPair): Measured {
  const [left, right] = [profile(pair.left), profile(pair.right)];
  const seen = seeAll(left, right);
  return {
    pair,
    isAcross: pair.left.instrument.metadata.language !== pair.right.instrument.metadata.language,
    seen,
    x: seen.map((row) => row.map(toVector)),
  };
}

const RIDGE = 0.004;
/** What pairs across languages weigh differently is held closer to zero: there are few of them. */
const RIDGE_ACROSS = 0.015;

/**
 * Weights learned from gold pairs: a softmax over each left unit's pairs seen alone, shared between pairs in one language and across but for
 * a correction; a second one over their context; then scales that make scores read as probabilities, and the rule for links. Deterministic.
 */
export function learn(sets: readonly Measured[]): ScoreWeights {
  const size = toVector(sets[0]?.seen[0]?.[0] ?? noFeatures()).length;
  const both = softmax(
    sets.map((m) => ask(m, (i) => (m.x[i] ?? []).map((x) => [...x, ...x.map((v) => (m.isAcross ? v : 0))]))),
    [...new Array<number>(size).fill(RIDGE), ...new Array<number>(size).fill(RIDGE_ACROSS)],
  );
  const blank: ScoreWeights = {
    sameLanguage: short(both.slice(0, size)),
    acrossLanguages: short(both.slice(0, size).map((v, k) => v + (both[size + k] ?? 0))),
    firstSight: [
      [1, -8],
      [1, -8],
    ],
    context: [],
    inContext: [
      [1, -3],
      [1, -3],
    ],
    links: { best: 0.15, further: 0.2, close: 0.75 },
    relation: { equivalent: [], directional: [], direction: [] },
  };
  const alone = sets.map((m) => m.seen.map((row) => row.map((f) => evidence(f, blank))));
  const contexts = sets.map((m, s) => contextOf(profile(m.pair.left), profile(m.pair.right), alone[s] ?? []));
  const context = short(
    softmax(
      sets.map((m, s) => ask(m, (i) => contexts[s]?.[i] ?? [])),
      new Array<number>(4).fill(RIDGE),
    ),
  );
  const scaled = (value: (s: number, i: number, j: number) => number) =>
    [false, true].map((isAcross) => {
      const own = sets.flatMap((m, s) => (m.isAcross === isAcross ? [[m, s] as const] : []));
      const points = (own.length > 0 ? own : sets.map((m, s) => [m, s] as const)).flatMap(([m, s]) =>
        judged(m).flatMap(({ i, isGold }) => isGold.map((y, j) => [value(s, i, j), y ? 1 : 0] as const)),
      );
      return platt(points).map((v) => Math.round(v * 1e4) / 1e4) as unknown as readonly [number, number];
    }) as unknown as ScoreWeights['firstSight'];
  const fitted = {
    ...blank,
    context,
    firstSight: scaled((s, i, j) => alone[s]?.[i]?.[j] ?? 0),
    inContext: scaled((s, i, j) => dot(context, contexts[s]?.[i]?.[j] ?? [])),
  };
  const ruled = { ...fitted, links: chooseRule(sets, fitted) };
  return { ...ruled, relation: learnRelations(sets, ruled) };
}

const BEST = [0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.35, 0.4];
const FURTHER = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5];
const CLOSE = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75];
/** What finding a left unit without counterpart counts beside finding links. */
const NONE_SHARE = 0.4;

/** The rule with the best mean over the pairs of links F1 and, where there are any, none F1. */
function chooseRule(sets: readonly Measured[], weights: ScoreWeights): LinkRule {
  const least = Math.min(...BEST, ...FURTHER);
  const ranked = sets.map((m) =>
    rank(profile(m.pair.left), profile(m.pair.right), weights, m.seen).map((row) =>
      row.filter((c) => c.score >= least),
    ),
  );
  let found: LinkRule = weights.links;
  let most = -1;
  for (const best of BEST)
    for (const further of FURTHER)
      for (const close of CLOSE) {
        const rule = { best, further, close };
        const value = sets.reduce((sum, m, s) => {
          const [links, none] = linking(m.pair, chooseLinks(ranked[s] ?? [], rule));
          return sum + links + (Number.isNaN(none) ? 0 : NONE_SHARE * none);
        }, 0);
        if (value > most + 1e-9) [most, found] = [value, rule];
      }
  return found;
}

interface Judged {
  readonly i: number;
  readonly isGold: readonly boolean[];
}

/** The left units that the gold speaks of. */
function judged(m: Measured): readonly Judged[] {
  const right = profile(m.pair.right).units.map((u) => u.unit.citation ?? u.unit.eId);
  return profile(m.pair.left).units.flatMap((u, i) => {
    const gold = m.pair.gold.get(u.unit.citation ?? u.unit.eId);
    return gold === undefined ? [] : [{ i, isGold: right.map((r) => gold.has(r)) }];
  });
}

function ask(m: Measured, x: (i: number) => readonly (readonly number[])[]): readonly Asked[] {
  return judged(m).map(({ i, isGold }) => ({ x: x(i), isGold }));
}

/** Four digits: more say nothing, and three may look like a constant of mathematics to the linter. */
const short = (w: readonly number[]) => w.map((v) => Math.round(v * 1e4) / 1e4);

function noFeatures(): Features {
  throw new Error('No gold pair has units to learn from; is ../shared/corpus there?');
}
