import { codingsOf, lawOf } from '../../bench/publish/study.js';
import { datasetOf, type ExportFormat, exportPieces } from '../../src/publish/index.js';
import { codebook } from './build.js';

/** Exports so many invented annotations in every format of annotations, keeps nothing, and prints what came out and the most memory held. */
const wanted = Number(process.argv[2]);
const FORMATS: readonly ExportFormat[] = [
  ...(['csv', 'xlsx', 'jsonl', 'parquet', 'webannotation', 'akn', 'xmi', 'brat'] as const),
  ...(['labelstudio', 'doccano', 'conll', 'tei'] as const),
];
const PER_LAW = codingsOf(lawOf('xx/law')).length;
const dataset = {
  ...datasetOf({ codebook, coded: [], alignments: [], divergences: [] }),
  coded: function* () {
    for (let i = 0; i * PER_LAW < wanted; i += 1) {
      const instrument = lawOf(`xx/law-${i}`);
      yield { instrument, annotations: codingsOf(instrument) };
    }
  },
};
let bytes = 0;
for (const format of FORMATS) for await (const { content } of exportPieces(dataset, format)) bytes += content.length;
process.stdout.write(`${JSON.stringify({ bytes, peakMiB: process.resourceUsage().maxRSS / 1024 })}\n`);
