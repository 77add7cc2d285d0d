import { writeFileSync } from 'node:fs';
import { loadPairs } from '../bench/align/data.js';
import { learn, measure } from '../bench/align/fit.js';
import { loadCoder } from '../src/cli/crew/coder.js';
import { annotateOne } from '../src/pipeline/index.js';

/**
 * `npm run fit-align`: learns the weights of alignment from all pairs of the development alignments, coded by the machine as `align` meets
 * them, and writes `src/align/pair/fitted.ts`. The same gold, corpus and code give the same file.
 */
const FILE = 'src/align/pair/fitted.ts';

const coder = loadCoder({});
const pairs = await loadPairs((instrument) => annotateOne(instrument, coder));
if (pairs === null)
  throw new Error('There is no ../shared/gold/dev/alignments.csv to learn from; set LEXATLAS_CORPUS.');
const weights = learn(pairs.map(measure));
writeFileSync(
  FILE,
  `import type { ScoreWeights } from './combine.js';

/** Written by \`npm run fit-align\` from ${pairs.length} pairs of the development alignments; do not edit by hand. */
export const FITTED: ScoreWeights = ${JSON.stringify(weights)};
`,
);
process.stdout.write(`${FILE} written; run biome over it.\n`);
