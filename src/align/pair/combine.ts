import type { Matters } from '../matters/sorting.js';
import type { Features } from './features.js';
import { FITTED } from './fitted.js';

/**
 * What was learned from the development alignments: log-odds weights of the features, once for pairs in one language and once across;
 * weights of a pair's context; the scale of the first sight; and what makes a pair that stands well a link. `scripts/fit-align.ts` writes them.
 */
export interface ScoreWeights {
  /** In the order of `toVector`. */
  readonly sameLanguage: readonly number[];
  readonly acrossLanguages: readonly number[];
  /** Slope and intercept of the first sight's log-odds, in one language and across. */
  readonly firstSight: readonly [same: readonly [number, number], across: readonly [number, number]];
  /** In the order of `ContextFeatures`. */
  readonly context: readonly number[];
  /** Log-odds of a link, in the order of `linkFeatures`. */
  readonly link: readonly number[];
  readonly links: LinkRule;
  readonly relation: RelationWeights;
  readonly matters: Matters;
}

/** Log-odds of a link's relation against `related`, over `relationFeatures`; narrower and broader share one and part by `direction`. */
export interface RelationWeights {
  readonly equivalent: readonly number[];
  readonly directional: readonly number[];
  readonly direction: readonly number[];
}

/** When a pair stands as a link. */
export interface LinkRule {
  /** Least probability of a link for a pair that is the best of one of its units, and for a further one. */
  readonly best: number;
  readonly further: number;
  /** Where given, the least score decides and nothing else. */
  readonly score?: number;
}

/** The features as numbers, the dictionary's meanings across languages in the place of the words in one; a feature that says nothing adds nothing but, where that itself tells, its flag. */
export function toVector(f: Features): number[] {
  return [
    f.text ?? f.words ?? 0,
    f.textInside ?? f.wordsInside ?? 0,
    f.textMutual ?? f.wordsMutual ?? 0,
    f.textPart ?? f.wordsPart ?? 0,
    f.terms ?? 0,
    f.termsInside ?? 0,
    f.termsMutual ?? 0,
    f.termsPart ?? 0,
    f.headings ?? 0,
    f.titles ?? 0,
    f.headingInside ?? 0,
    f.headings === null ? 1 : 0,
    f.lead,
    f.leadInside,
    f.codes ?? 0,
    f.codes === null ? 1 : 0,
    f.rareCodes,
    f.prominence,
    f.chapter,
    f.position,
    f.quantities ?? 0,
    2 * (f.mattersBroad ?? 0),
    2 * (f.matters ?? 0),
    odds(f.mattersBroad ?? 0),
    odds(f.matters ?? 0),
  ];
}

/** Where prominence stands in `toVector`. */
const PROMINENCE = 17;

/** Under this accord by matter there is no telling how much less it is. */
const FAINT = 0.02;
/** An accord on a logarithmic scale, about -1 to 1: of two faint ones the double tells. */
const odds = (accord: number) => 1 + Math.log(FAINT + accord) / 2;

/** Evidence in log-odds for a pair seen alone, not calibrated: larger is likelier. */
export function evidence(f: Features, weights: ScoreWeights = FITTED): number {
  const w = f.isAcross ? weights.acrossLanguages : weights.sameLanguage;
  return dot(w, toVector(f));
}

/** Evidence but for `Features.prominence`: all that two units have in common by themselves, whatever else changes in their laws. */
export function bareEvidence(f: Features): number {
  const x = toVector(f);
  x[PROMINENCE] = 0;
  return dot(f.isAcross ? FITTED.acrossLanguages : FITTED.sameLanguage, x);
}

/** Probability in (0,1) that a careful reader would call two units comparable that are seen alone, without their neighbours. */
export function combine(bare: number, { prominence, isAcross }: Pick<Features, 'prominence' | 'isAcross'>): number {
  const [slope, intercept] = FITTED.firstSight[isAcross ? 1 : 0];
  const weight = (isAcross ? FITTED.acrossLanguages : FITTED.sameLanguage)[PROMINENCE] ?? 0;
  return sigmoid(slope * (bare + weight * prominence) + intercept);
}

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** The inner product; the shorter list decides. */
export function dot(w: readonly number[], x: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (w[i] ?? 0) * (x[i] ?? 0);
  return sum;
}
