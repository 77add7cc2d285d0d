import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReadings } from '../../bench/gold.js';

const corpus = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
const isThere = existsSync(join(corpus, 'statutes'));
if (!isThere)
  console.warn(`SKIPPED: no real texts at ${corpus}; set LEXATLAS_CORPUS to hold the readings against them`);

/** All 90 texts are read in 7 s of CPU; a loaded machine may need many times that. */
const PATIENCE_MS = 120_000;

describe.skipIf(!isThere)('the readings that the coder learns from', () => {
  it(
    'name a single provision of their text in every row',
    async () => {
      const readings = await loadReadings();
      const files = JSON.parse(readFileSync('annotations/readings/files.json', 'utf8')) as Record<string, unknown>;
      expect(readings.map((r) => r.id)).toEqual(Object.keys(files));
      expect(readings.flatMap((r) => r.rows).length).toBeGreaterThan(0);
      const astray = readings.flatMap((reading) =>
        reading.rows
          .filter((row) => !row.isExact || row.eIds.length !== 1)
          .map((row) => `${reading.id} ${row.citation} names ${row.isExact ? row.eIds.length : 0} provisions`),
      );
      expect(astray).toEqual([]);
    },
    PATIENCE_MS,
  );
});
