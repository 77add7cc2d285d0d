import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadArchetypes } from '../../bench/gold.js';
import { isotonic } from '../../scripts/training/calibrate.js';
import { train } from '../../scripts/training/model.js';
import { probabilityOf, readModel } from '../../src/annotate/ranker/model.js';
import { codebook } from '../../src/codebook/index.js';

describe('training', () => {
  it('gives the same bytes twice, and a model that can be read', async () => {
    const book = codebook(readFileSync('annotations/codebook.json', 'utf8'), 'codebook.json');
    const lesson = async () =>
      JSON.stringify(train({ gold: await loadArchetypes(), twins: [], readings: [], imitations: [] }, book));
    const first = await lesson();
    expect(await lesson()).toBe(first);
    const model = readModel(first);
    expect(Object.keys(model.codes)).toEqual(book.codes.map((c) => c.id));
    expect(Object.keys(model.shared).length).toBeGreaterThan(10);
  }, 300_000);
});

describe('calibration', () => {
  // Claims at odds 3 look 0.95 sure and are right half of the time; those at -2 are right one time in ten.
  const trials = Array.from({ length: 400 }, (_, i) =>
    i % 2 === 0 ? { odds: 3, isRight: i % 4 === 0 } : { odds: -2, isRight: i % 20 === 1 },
  );

  it('says of claims what share of their like was right', () => {
    const curve = isotonic(trials);
    expect(probabilityOf(curve, 3)).toBeCloseTo(0.5, 1);
    expect(probabilityOf(curve, -2)).toBeCloseTo(0.1, 1);
  });

  it('never falls where odds rise, and never reaches certainty', () => {
    const curve = isotonic([...trials, ...Array.from({ length: 50 }, () => ({ odds: 5, isRight: true }))]);
    const steps = Array.from({ length: 60 }, (_, i) => probabilityOf(curve, -8 + i * 0.3));
    expect(steps.every((p, i) => i === 0 || p >= (steps[i - 1] ?? 0))).toBe(true);
    expect(Math.max(...steps)).toBeLessThan(1);
  });
});
