/**
 * `npm run train`: fits the coder on the gold of annotations/gold, the readings, the archetypes and the exemplars and writes
 * src/annotate/coder.model.json. Calibration and thresholds come from models that had not seen the text they were judged on. Same
 * gold, cues and code: same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadArchetypes, loadGold, loadReadings, loadTwins } from '../bench/gold.js';
import { codebook } from '../src/codebook/index.js';
import { loadExemplars } from './training/exemplars.js';
import { train } from './training/model.js';

const TARGET = 'src/annotate/coder.model.json';
const BOOK = 'annotations/codebook.json';

const gold = await loadGold();
if (gold.length === 0)
  throw new Error(
    'There is no gold text to learn from: set LEXATLAS_CORPUS to the corpus that annotations/gold was coded on.',
  );
const twins = (await loadTwins()).filter((t) => t.rows.length > 0);
const readings = await loadReadings();
const imitations = [...(await loadArchetypes()), ...loadExemplars()];
const model = train({ gold, twins, readings, imitations }, codebook(readFileSync(BOOK, 'utf8'), BOOK));
writeFileSync(TARGET, `${JSON.stringify(model)}\n`);
process.stdout.write(
  `${TARGET}: ${Object.keys(model.codes).length} codes learnt from ${gold.length} gold instruments and ${twins.length + readings.length + imitations.length} beside them\n`,
);
