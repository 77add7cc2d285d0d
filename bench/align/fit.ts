import { accord, type Matters } from '../../src/align/matters/sorting.js';
import { dot, type LinkRule, type ScoreWeights, toVector } from '../../src/align/pair/combine.js';
import { contextOf } from '../../src/align/pair/context.js';
import type { Features } from '../../src/align/pair/features.js';
import { CONTENDERS, chooseLinks, rank, seeAll } from '../../src/align/pair/links.js';
import { linkFeatures, standingOf } from '../../src/align/pair/standing.js';
import { type InstrumentProfile, profile } from '../../src/align/profile.js';
import type { CodedInstrument } from '../../src/model/index.js';
import { apart, type GoldPair } from './data.js';
import { cite, linking, type Rows } from './judge.js';
import { logistic, platt } from './logistic.js';
import { learnMatters } from './matters.js';
import { learnRelations } from './relations.js';
import { type Asked, softmax } from './softmax.js';

/** A gold pair with all its features, measured once for the many fits that leave one pair out. */
export interface Measured {
  readonly pair: GoldPair;
  readonly left: InstrumentProfile;
  readonly right: InstrumentProfile;
  readonly isAcross: boolean;
  readonly seen: readonly (readonly Features[])[];
  readonly x: readonly (readonly (readonly number[])[])[];
  readonly matters: Matters;
  /** How much its links and relations weigh beside those of the others; the link rule follows those alone that weigh `GOLD`. */
  readonly weight: number;
}

/** What a pair of the gold weighs beside a reading when links and relations are learned: readings find less in common (ADR 22). */
export const GOLD = 3;

/** The features of all pairs of units of a pair. */
export function measure(pair: GoldPair, weight = GOLD): Measured {
  const right = profile(pair.right);
  const left = weight < GOLD ? chaptersRead(pair) : profile(pair.left);
  const seen = seeAll(left, right, NO_MATTERS);
  return {
    pair,
    left,
    right,
    isAcross: pair.left.instrument.metadata.language !== pair.right.instrument.metadata.language,
    seen,
    x: seen.map((row) => row.map(toVector)),
    matters: NO_MATTERS,
    weight,
  };
}

/** The left side of a reading without the chapters in which nothing was read: most of an agreement. */
function chaptersRead({ left, gold }: GoldPair): InstrumentProfile {
  const { id, units } = profile(left);
  const read = new Set(units.flatMap((u) => (gold.has(cite(u)) ? [u.chapter] : [])));
  return { id, units: units.filter((u) => read.has(u.chapter)) };
}

const NO_MATTERS: Matters = { labels: [], signs: new Map() };

const RIDGE = 0.004;
/** What pairs across languages weigh differently is held closer to zero: there are few of them. */
const RIDGE_ACROSS = 0.015;

/** What sees a pair, before scales and rules: weights alone and in context. */
type Sight = Pick<ScoreWeights, 'sameLanguage' | 'acrossLanguages' | 'context'>;

/** Scales, links and relations are learned from how each part of the sets looks to the weights of the rest. */
const FOLDS = 3;

/**
 * Weights learned from pairs that somebody read: the matters of the field; a softmax over each left unit's pairs seen alone, shared between
 * pairs in one language and across but for a correction; a second one over their context. Each set is sorted by the matters that the others
 * teach. Scales, links and relations are then learned from how each set looks to the weights of others, because weights flatter the sets that
 * they were made from. Deterministic.
 */
export function learn(read: readonly Measured[]): ScoreWeights {
  if (read.length === 0) throw new Error('No gold pair has units to learn from; is ../shared/corpus there?');
  const sets = read.map((m) => sorted(m, learnMatters(read.flatMap((o) => (o === m ? [] : [o.pair])))));
  const sight = fitSight(sets);
  const folds = Array.from({ length: Math.min(FOLDS, sets.length) }, (_, fold) => {
    const others = sets.filter((_, s) => s % FOLDS !== fold);
    return fitSight(others.length > 1 ? others : sets);
  });
  const views = sets.map((m, s) => look(m, folds[s % FOLDS] ?? sight));
  const fitted = { ...blank(sight), firstSight: scales(sets, views), matters: learnMatters(read.map((m) => m.pair)) };
  const others = strangers(read).map((m) => sorted(m, fitted.matters));
  const link = learnLink([...sets, ...others], [...views, ...others.map((m) => look(m, sight))]);
  const rows = sets.map((m, s) => rank(m.left, m.right, { ...fitted, link }, m.seen, views[s]?.standing));
  const ruled = { ...fitted, link, links: chooseRule(sets, rows) };
  return { ...ruled, relation: learnRelations(sets, rows, ruled) };
}

/** Each law of the gold beside a law that another pair of the gold is compared with, and that is of another kind: no provision has a counterpart there. */
function strangers(read: readonly Measured[]): readonly Measured[] {
  const gold = read.filter((m) => m.weight === GOLD);
  return gold.flatMap(({ pair }) => {
    const other = gold.find((o) => o.pair.right.instrument.metadata.id !== pair.right.instrument.metadata.id)?.pair
      .right;
    if (other === undefined) return [];
    const held = estranged.get(pair.left) ?? measure(apart(pair.left, other), STRANGE);
    estranged.set(pair.left, held);
    return [held];
  });
}

/** What a pair of strangers weighs beside a reading when links are learned. */
const STRANGE = 1;
/** Measured once for the many fits that leave a pair out. */
const estranged = new WeakMap<CodedInstrument, Measured>();

/** The pair with its units sorted by these matters. */
export function sorted(m: Measured, matters: Matters): Measured {
  const [left, right] = [m.left.units, m.right.units];
  const seen = m.seen.map((row, i) =>
    row.map((f, j): Features => {
      const [a, b] = [left[i], right[j]];
      const found = a === undefined || b === undefined ? null : accord(a, b, matters);
      return { ...f, matters: found?.sharp ?? null, mattersBroad: found?.broad ?? null };
    }),
  );
  return { ...m, matters, seen, x: seen.map((row) => row.map(toVector)) };
}

/** How the pairs of a set look, alone and in context. */
interface View {
  readonly alone: readonly Float64Array[];
  readonly standing: readonly Float64Array[];
}

function look(m: Measured, sight: Sight): View {
  const w = m.isAcross ? sight.acrossLanguages : sight.sameLanguage;
  const alone = m.x.map((row) => Float64Array.from(row, (x) => dot(w, x)));
  return { alone, standing: standingOf(m.left, m.right, blank(sight), m.seen) };
}

function fitSight(sets: readonly Measured[]): Sight {
  const size = sets[0]?.x[0]?.[0]?.length ?? 0;
  const both = softmax(
    sets.map((m) => ask(m, (i) => (m.x[i] ?? []).map((x) => [...x, ...x.map((v) => (m.isAcross ? v : 0))]))),
    [...new Array<number>(size).fill(RIDGE), ...new Array<number>(size).fill(RIDGE_ACROSS)],
  );
  const sight = {
    sameLanguage: short(both.slice(0, size)),
    acrossLanguages: short(both.slice(0, size).map((v, k) => v + (both[size + k] ?? 0))),
    context: [],
  };
  const contexts = sets.map((m) => {
    const w = m.isAcross ? sight.acrossLanguages : sight.sameLanguage;
    return contextOf(
      m.left,
      m.right,
      m.x.map((row) => row.map((x) => dot(w, x))),
    );
  });
  const context = softmax(
    sets.map((m, s) => ask(m, (i) => contexts[s]?.[i] ?? [])),
    new Array<number>(4).fill(RIDGE),
  );
  return { ...sight, context: short(context) };
}

const blank = (sight: Sight): ScoreWeights => ({
  ...sight,
  firstSight: [
    [1, -8],
    [1, -8],
  ],
  link: [],
  links: { best: 0.3, further: 0.3 },
  matters: NO_MATTERS,
  relation: { equivalent: [], directional: [], direction: [] },
});

/** Scales that make the sums of pairs seen alone read as log-odds, in one language and across. */
function scales(sets: readonly Measured[], views: readonly View[]): ScoreWeights['firstSight'] {
  const scaled = [false, true].map((isAcross) => {
    const own = sets.flatMap((m, s) => (m.isAcross === isAcross ? [[m, s] as const] : []));
    const points = (own.length > 0 ? own : sets.map((m, s) => [m, s] as const)).flatMap(([m, s]) =>
      judged(m).flatMap(({ i, isGold }) => isGold.map((y, j) => [views[s]?.alone[i]?.[j] ?? 0, y ? 1 : 0] as const)),
    );
    return short(platt(points)) as unknown as readonly [number, number];
  });
  return scaled as unknown as ScoreWeights['firstSight'];
}

const RIDGE_LINK = 0.005;
const RIDGE_SCALE = 1e-6;

function learnLink(sets: readonly Measured[], views: readonly View[]): readonly number[] {
  const points = sets.map((m, s) => {
    const { standing } = views[s] ?? { standing: [] };
    const features = linkFeatures(m.left, m.right, standing, m.seen, m.matters);
    return judged(m).flatMap(({ i, isGold }) => {
      const row = standing[i] ?? new Float64Array(0);
      const best = [...row.keys()].sort((p, q) => (row[q] ?? 0) - (row[p] ?? 0)).slice(0, CONTENDERS);
      return best.map((j) => ({ x: features(i, j), isGold: isGold[j] === true }));
    });
  });
  const weights = sets.map((m) => m.weight);
  const w = logistic(points, weights, RIDGE_LINK);
  // Readings find less in common than the gold does, so that what they taught is too low: the gold alone sets the scale of the score.
  const gold = points.flatMap((set, s) => (sets[s]?.weight === GOLD ? set : []));
  const onScale = gold.map(({ x, isGold }) => ({ x: [1, dot(w, x)], isGold }));
  const [intercept = 0, slope = 1] = logistic([onScale], [1], RIDGE_SCALE);
  return short(w.map((v, k) => v * slope + (k === 0 ? intercept : 0)));
}

const BEST = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55];
const FURTHER = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];
/** What finding a left unit without counterpart counts beside finding links, and what keeping a gold first one counts. */
const NONE_SHARE = 0.4;
const FIRST_SHARE = 0.5;

/** The rule with the best mean over the pairs of links F1, none F1 (where there are any) and units whose first link is gold. */
function chooseRule(sets: readonly Measured[], rows: readonly Rows[]): LinkRule {
  let found: LinkRule = { best: 0.3, further: 0.3 };
  let most = -1;
  for (const best of BEST)
    for (const further of FURTHER) {
      const value = sets.reduce((sum, m, s) => {
        if (m.weight < GOLD) return sum;
        const [links, none, first] = linking(m.pair, chooseLinks(rows[s] ?? [], { best, further }));
        return sum + links + (Number.isNaN(none) ? 0 : NONE_SHARE * none) + FIRST_SHARE * first;
      }, 0);
      if (value > most + 1e-9) [most, found] = [value, { best, further }];
    }
  return found;
}

interface Judged {
  readonly i: number;
  readonly isGold: readonly boolean[];
}

/** The left units that the gold speaks of. */
function judged(m: Measured): readonly Judged[] {
  const right = m.right.units.map((u) => u.unit.citation ?? u.unit.eId);
  return m.left.units.flatMap((u, i) => {
    const gold = m.pair.gold.get(u.unit.citation ?? u.unit.eId);
    return gold === undefined ? [] : [{ i, isGold: right.map((r) => gold.has(r)) }];
  });
}

function ask(m: Measured, x: (i: number) => readonly (readonly number[])[]): readonly Asked[] {
  return judged(m).map(({ i, isGold }) => ({ x: x(i), isGold }));
}

/** Four digits: more say nothing, and three may look like a constant of mathematics to the linter. */
const short = (w: readonly number[]) => w.map((v) => Math.round(v * 1e4) / 1e4);
