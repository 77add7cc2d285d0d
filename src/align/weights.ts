import type { Features } from './similarity.js';

/**
 * Log-odds weights of the score: intercept, then one a feature. A feature that says nothing adds nothing.
 * `missingHeading` and `missingCodes` stand in where one of these is null on both sides.
 */
export interface ScoreWeights {
  readonly intercept: number;
  readonly text: number;
  readonly terms: number;
  readonly headings: number;
  readonly missingHeading: number;
  readonly codes: number;
  readonly missingCodes: number;
  readonly chapter: number;
  readonly position: number;
  readonly quantities: number;
}

/** First guess, before the fit of bench/align-fit.ts. */
export const SAME_LANGUAGE: ScoreWeights = {
  intercept: -6.5,
  text: 8,
  terms: 4,
  headings: 3,
  missingHeading: 0.5,
  codes: 2,
  missingCodes: 0.5,
  chapter: 1,
  position: 1.5,
  quantities: 0.5,
};

export const ACROSS_LANGUAGES: ScoreWeights = {
  intercept: -7,
  text: 0,
  terms: 8,
  headings: 2,
  missingHeading: 0.5,
  codes: 2.5,
  missingCodes: 0.5,
  chapter: 1,
  position: 2,
  quantities: 0.5,
};

/** The features as numbers, in the order of `ScoreWeights` after the intercept. */
export function toVector(f: Features): readonly number[] {
  return [
    f.text ?? 0,
    f.terms ?? 0,
    f.headings ?? 0,
    f.headings === null ? 1 : 0,
    f.codes ?? 0,
    f.codes === null ? 1 : 0,
    f.chapter ?? 0,
    f.position,
    f.quantities ?? 0,
  ];
}

/** Probability in (0,1) that a careful reader would call the two comparable. */
export function combine(f: Features, weights: ScoreWeights | null = null): number {
  const w = weights ?? (f.text === null ? ACROSS_LANGUAGES : SAME_LANGUAGE);
  const by = [
    w.text,
    w.terms,
    w.headings,
    w.missingHeading,
    w.codes,
    w.missingCodes,
    w.chapter,
    w.position,
    w.quantities,
  ];
  const x = toVector(f);
  let sum = w.intercept;
  for (let i = 0; i < by.length; i++) sum += (by[i] ?? 0) * (x[i] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
