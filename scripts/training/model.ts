import type { AnnotateModel } from '../../src/annotate/ranker/model.js';
import type { Codebook } from '../../src/model/index.js';
import { claimsOf, treesOf } from './claims.js';
import { reviewedOut, type Setting, unseen } from './folds.js';
import { casesOf, settle } from './judge.js';
import { fitCoder } from './learn/fit.js';
import { type Lessons, planOf } from './plan.js';
import { samplesOf, Vocabulary } from './samples.js';

/** Calibration leaves out a fifth of the instruments at a time: one at a time moves it by less than it costs. */
const FOLDS = 5;

/** The coder's model; the same lessons and codebook give the same model. */
export function train(lessons: Lessons, book: Codebook): AnnotateModel {
  const { gold, twins, readings, imitations } = lessons;
  const codes = book.codes.map((c) => c.id);
  const vocabulary = new Vocabulary();
  const samples = samplesOf([...gold, ...twins, ...readings, ...imitations], book, vocabulary);
  const parts = { cues: true, words: true };
  const setting: Setting = { samples, codes, vocabulary, parts, plan: planOf(lessons, FOLDS) };
  const table = unseen(setting);
  const { calibration, limits } = settle(casesOf(gold, reviewedOut(setting, table, false)), codes);
  const taught = samples.filter(setting.plan.teaches);
  const { shared, codes: weights } = fitCoder(taught, codes, vocabulary, parts).weights();
  return {
    version: 3,
    shared,
    codes: Object.fromEntries(
      Object.entries(weights).map(([code, own]) => [code, { ...own, threshold: limits.get(code) ?? 1 }]),
    ),
    trees: treesOf(claimsOf(samples, codes, table).filter(({ sample }) => setting.plan.teaches(sample))),
    calibration,
  };
}
