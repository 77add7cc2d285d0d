import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/index.js';
import { loadEmbedder, vectorsOf } from '../../src/cli/plugins/embedder.js';
import { ALPHA, BETA } from './build.js';

const FILE = join(import.meta.dirname, 'letters.mjs');

describe("an embedder of one's own", () => {
  it('lifts pairs that it finds close and mirrors when the sides are swapped', async () => {
    const embedder = await loadEmbedder(FILE);
    const [left, right] = [await vectorsOf(ALPHA, 'basic', embedder), await vectorsOf(BETA, 'basic', embedder)];
    const of = (rows: ReturnType<typeof align>) =>
      rows.flatMap((r) => (r.right === null ? [] : [`${r.left.eId} ${r.right.eId} ${r.score}`])).sort();
    const forth = align(ALPHA, BETA, { vectors: { left, right } });
    const back = align(BETA, ALPHA, { vectors: { left: right, right: left } });
    expect(of(back)).toEqual(
      of(forth)
        .map((line) => line.split(' '))
        .map(([a, b, score]) => `${b} ${a} ${score}`)
        .sort(),
    );
    expect(of(forth)).not.toEqual(of(align(ALPHA, BETA)));
  });

  it('changes nothing where it finds all alike', () => {
    const same = (act: typeof ALPHA) => new Map(act.instrument.provisions.map((p) => [p.eId, [1, 0]] as const));
    expect(align(ALPHA, BETA, { vectors: { left: same(ALPHA), right: same(BETA) } })).toEqual(align(ALPHA, BETA));
  });

  it('says which file is missing, which exports no embedder, and which gives too few vectors', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'embedder-'));
    const write = (name: string, words: string) => {
      writeFileSync(join(folder, name), words);
      return join(folder, name);
    };
    await expect(loadEmbedder(join(folder, 'none.mjs'))).rejects.toThrow(/There is no embedder/);
    await expect(loadEmbedder(write('empty.mjs', 'export default {};'))).rejects.toThrow(/exports no embedder/);
    const few = await loadEmbedder(write('few.mjs', "export default { name: 'few', embed: async () => [[1]] };"));
    await expect(vectorsOf(ALPHA, 'basic', few)).rejects.toThrow(/'few' gave no vector/);
  });
});
