import type { GoldInstrument } from '../../bench/gold.js';
import type { AnnotateModel } from '../../src/annotate/ranker/model.js';
import type { Codebook } from '../../src/model/index.js';
import { fitCoder } from './fit.js';
import { heldOut } from './folds.js';
import { casesOf, settle } from './judge.js';
import { samplesOf, Vocabulary } from './samples.js';

/** Calibration leaves out a fifth of the instruments at a time: one at a time (the bench does) moves it by less than it costs. */
const FOLDS = 5;

/** What there is to learn from. */
export interface Lessons {
  /** Texts with gold: learnt from, and what calibration and thresholds are set on by models that had not seen them. */
  readonly gold: readonly GoldInstrument[];
  /** Translations of gold texts: left out together with them. */
  readonly twins: readonly GoldInstrument[];
  /** Texts that are learnt from only. */
  readonly beside: readonly GoldInstrument[];
}

/** The coder's model; the same lessons and codebook give the same model. */
export function train({ gold, twins, beside }: Lessons, book: Codebook): AnnotateModel {
  const codes = book.codes.map((c) => c.id);
  const vocabulary = new Vocabulary();
  const samples = samplesOf([...gold, ...twins, ...beside], book, vocabulary);
  const parts = { cues: true, words: true };
  const always = new Set(beside.map((t) => t.group));
  const held = heldOut(
    samples,
    codes,
    vocabulary,
    parts,
    (g) => always.has(g),
    () => false,
    FOLDS,
  );
  const { calibration, limits } = settle(casesOf(gold, held), codes);
  const { shared, codes: weights } = fitCoder(samples, codes, vocabulary, parts).weights();
  return {
    version: 2,
    shared,
    codes: Object.fromEntries(
      Object.entries(weights).map(([code, own]) => [code, { ...own, threshold: limits.get(code) ?? 1 }]),
    ),
    calibration,
  };
}
