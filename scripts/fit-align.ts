import { writeFileSync } from 'node:fs';
import { loadPairs, loadReadings } from '../bench/align/data.js';
import { learn, measure } from '../bench/align/fit.js';
import { writeTable } from '../src/align/matters/table.js';
import { loadCoder } from '../src/cli/crew/coder.js';
import type { Instrument } from '../src/model/index.js';
import { annotateOne } from '../src/pipeline/index.js';

/**
 * `npm run fit-align`: learns the matters of the field and the weights of alignment from all pairs of the development alignments and from the
 * pairs read for training, coded by the machine as `align` meets them, and writes `src/align/matters/learned.ts` and
 * `src/align/pair/fitted.ts`. The same gold, corpus and code give the same files.
 */
const FILE = 'src/align/pair/fitted.ts';
const MATTERS = 'src/align/matters/learned.ts';

const coder = loadCoder({});
const code = (instrument: Instrument) => annotateOne(instrument, coder);
const pairs = await loadPairs(code);
if (pairs === null)
  throw new Error('There is no ../shared/gold/dev/alignments.csv to learn from; set LEXATLAS_CORPUS.');
const readings = await loadReadings(code);
const { matters, ...weights } = learn([...pairs.map((p) => measure(p)), ...readings.map((p) => measure(p, 1))]);
const origin = `Written by \`npm run fit-align\` from ${pairs.length} pairs of the development alignments and ${readings.length} readings`;
writeFileSync(
  MATTERS,
  `import type { Matters } from './sorting.js';
import { readTable } from './table.js';

/** ${origin}; do not edit by hand. Signs and weights: no word of an instrument. */
export const LEARNED: Matters = readTable(\`${writeTable(matters)}\`);
`,
);
writeFileSync(
  FILE,
  `import { LEARNED } from '../matters/learned.js';
import type { ScoreWeights } from './combine.js';

/** ${origin}; do not edit by hand. */
export const FITTED: ScoreWeights = { ...${JSON.stringify(weights)}, matters: LEARNED };
`,
);
process.stdout.write(`${FILE} and ${MATTERS} written; run biome over them.\n`);
