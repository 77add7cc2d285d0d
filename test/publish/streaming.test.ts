import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { datasetOf, EXPORT_FORMATS, type ExportFormat, exportPieces } from '../../src/publish/index.js';
import { code, codebook, coded, instrument } from './build.js';

/** Formats that are of the instruments or of the study's results, not of annotations. */
const NOT_OF_ANNOTATIONS: readonly ExportFormat[] = [
  'skos',
  'csl',
  'bibtex',
  'pairs',
  'alignments',
  'divergence',
  'card',
];
/** A workbook's zip is dated after the last row, so its pieces come when all is compressed. */
const WHOLE: readonly ExportFormat[] = ['xlsx', 'parquet'];

it.each(EXPORT_FORMATS.filter((f) => !NOT_OF_ANNOTATIONS.includes(f) && !WHOLE.includes(f)))(
  '%s holds one instrument at a time: what was read is given on before the next is asked for',
  async (format) => {
    let asked = 0;
    const law = (i: number) => instrument(`xx/law-${i}`, [['1', 'A carrier keeps records.']]);
    const dataset = {
      ...datasetOf({ codebook, coded: [], alignments: [], divergences: [] }),
      coded: function* () {
        for (asked = 1; asked <= 50; asked += 1) {
          const one = law(asked);
          yield coded(one, [code(one, '1', 'transfer.free-flow')]);
        }
      },
    };
    let seen = 0;
    for await (const { content } of exportPieces(dataset, format)) {
      const named = [...String(content).matchAll(/law-(\d+)/g)].map((m) => Number(m[1]));
      seen = Math.max(seen, ...named);
      if (named.length > 0) expect(asked - seen).toBeLessThanOrEqual(1);
    }
    expect(asked).toBe(51);
  },
);

it('keeps within bounds in every format of annotations: forty thousand, with a heap of 64 MB', () => {
  const words = ['--max-old-space-size=64', '--import', 'tsx', join('test', 'publish', 'streamed.ts'), '40000'];
  const printed = execFileSync(process.execPath, words, { encoding: 'utf8' });
  const { peakMiB = Number.NaN, bytes = 0 } = JSON.parse(printed) as Record<string, number>;
  expect(bytes).toBeGreaterThan(200e6);
  // Node with tsx and exceljs alone takes some 150 MiB; what was written is more than the bound.
  expect(peakMiB).toBeLessThan(300);
}, 180_000);
