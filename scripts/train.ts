/**
 * `npm run train`: fits the coder on the gold of annotations/gold, the readings and the archetypes and writes src/annotate/coder.model.json.
 * Calibration and thresholds come from models that had not seen the text they were judged on. Same gold, cues and code:
 * same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadArchetypes, loadGold, loadReadings, loadTwins } from '../bench/gold.js';
import { codebook } from '../src/codebook/index.js';
import { loadExemplars } from './training/exemplars.js';
import { fitCoder } from './training/fit.js';
import { heldOut } from './training/folds.js';
import { casesOf, settle } from './training/judge.js';
import { samplesOf, Vocabulary } from './training/samples.js';

const TARGET = 'src/annotate/coder.model.json';
/** Calibration leaves out an eighth of the instruments at a time: one at a time (the bench does) moves it by less than it costs. */
const FOLDS = 8;
const BOOK = 'annotations/codebook.json';

const gold = await loadGold();
if (gold.length === 0)
  throw new Error(
    'There is no gold text to learn from: set LEXATLAS_CORPUS to the corpus that annotations/gold was coded on.',
  );
const twins = (await loadTwins()).filter((t) => t.rows.length > 0);
const book = codebook(readFileSync(BOOK, 'utf8'), BOOK);
const codes = book.codes.map((c) => c.id);
const vocabulary = new Vocabulary();
const taught = [...(await loadReadings()), ...(await loadArchetypes()), ...loadExemplars()];
const samples = samplesOf([...gold, ...twins, ...taught], book, vocabulary);
const parts = { cues: true, words: true };
const always = new Set(taught.map((t) => t.group));
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
const model = {
  version: 1,
  shared,
  codes: Object.fromEntries(
    Object.entries(weights).map(([code, own]) => [code, { ...own, threshold: limits.get(code) ?? 1 }]),
  ),
  calibration: { slope: rounded(calibration.slope), intercept: rounded(calibration.intercept) },
};
writeFileSync(TARGET, `${JSON.stringify(model)}\n`);
process.stdout.write(
  `${TARGET}: ${codes.length} codes learnt from ${samples.length} units of ${gold.length} gold instruments and ${taught.length} others\n`,
);

function rounded(x: number): number {
  return Math.round(x * 10_000) / 10_000;
}
