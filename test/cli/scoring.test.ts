import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Divergence } from '../../src/model/index.js';
import { call, temporaryFolder } from './call.js';

interface Envelope {
  readonly parameters: {
    readonly asOf: string | null;
    readonly draws: number;
    readonly partWeights: Readonly<Record<'thematic' | 'elemental' | 'textual', number>>;
    readonly familyWeights: Readonly<Record<string, number>>;
    readonly codeWeights: Readonly<Record<string, number>>;
    readonly version: string;
    readonly code: string;
  };
  readonly corpus: readonly { readonly id: string; readonly sha256: string }[];
  readonly rows: readonly Divergence[];
  readonly byCode: readonly Divergence[];
}

describe('figures on the command line', () => {
  const folder = temporaryFolder();
  const here = {
    folder,
    run: (...words: string[]) => call(...words, '--study', join(folder, 'study')),
  };
  beforeAll(async () => {
    expect((await here.run('run', '--no-report', '--corpus', 'corpus/archetypes')).code).toBe(0);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    [[], 3],
    [['--weight', 'transfer=7', '--weight', 'elemental=1'], 7],
  ] as const)('written out with %j can be recomputed from the file alone', async (more, transfer) => {
    const file = join(here.folder, 'figures.json');
    expect((await here.run('score', '--scope', 'all', ...more, '--out', file)).code).toBe(0);
    const { parameters, corpus, rows, byCode } = JSON.parse(readFileSync(file, 'utf8')) as Envelope;
    expect(parameters.familyWeights.transfer).toBe(transfer);
    expect(parameters.code).toMatch(/^[0-9a-f]+$/);
    expect(corpus).toHaveLength(6);
    for (const { sha256 } of corpus) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(rows).toHaveLength(15);
    for (const row of rows) expect(row.total).toBeCloseTo(recomputed(row, byCode, parameters), 4);
  });

  it('name by code the provisions they were read from, on both sides or the want of them', async () => {
    const sides = ['archetype/adequacy', 'archetype/localization'];
    const named = sides.flatMap((side) => ['--side', side]);
    const { out } = await here.run('score', ...named, '--by', 'code', '--format', 'json');
    const rows = JSON.parse(out) as readonly (Divergence & { leftAt: string; rightAt: string })[];
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect([row.leftAt, row.rightAt]).not.toEqual(['absent', 'absent']);
    const [cited] = rows.filter((r) => !['absent', 'not-covered'].includes(r.leftAt));
    const pinpoint = cited?.leftAt.split(';')[0]?.split(' and ')[0] ?? '';
    expect((await here.run('show', `${cited?.left} ${pinpoint}`)).code).toBe(0);
  });

  it('leave a CSV with its metadata beside it, and refuse another ending', async () => {
    const file = join(here.folder, 'ranks.csv');
    expect((await here.run('sensitivity', '--between', 'instruments', '--draws', '20', '--out', file)).code).toBe(0);
    expect(readFileSync(file, 'utf8').split('\n')[0]).toBe(
      'rank,tied,left,right,scope,total,low,high,rankLow,rankHigh',
    );
    expect(existsSync(`${file}-metadata.json`)).toBe(true);
    const wrong = await here.run('score', '--out', join(here.folder, 'figures.txt'));
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('.json');
  });

  it('come for every question a scholar asks of them', async () => {
    for (const words of [
      ['positions', '--side', 'archetype/adequacy'],
      ['gaps', 'archetype/consent', '--against', 'archetype/adequacy'],
      ['regimes', '--between', 'instruments', '--side', 'archetype/consent'],
      ['regimes', '--by', 'map', '--between', 'instruments'],
      ['regimes', '--by', 'cluster', '--between', 'instruments', '--side', 'archetype/consent'],
      ['timeline', 'archetype/adequacy', 'archetype/consent', '--from', '2019', '--to', '2022', '--draws', '10'],
      ['tensions', '--matrix'],
    ]) {
      const { code, out, err } = await here.run(...words, '--format', 'csv');
      expect(`${words.join(' ')}: ${code} ${err}`).toBe(`${words.join(' ')}: 0 `);
      expect(out.split('\n')[0], words.join(' ')).toMatch(/^\w+(,\w+)+$/);
    }
  });

  it.each([
    [['score', '--as-of', '2020'], 'no day'],
    [['score', '--weight', 'trade=3'], "no part, family or code 'trade'"],
    [['score', '--between', 'courts'], 'unknown'],
    [['gaps', 'archetype/consent'], 'Against what?'],
    [['timeline', 'EU'], 'two sides'],
    [['regimes', '--scope', 'trade'], "no scope 'trade'"],
  ] as const)('%j says what is wrong and what to do', async (words, told) => {
    const { code, err } = await here.run(...words);
    expect(code).toBe(1);
    expect(err).toContain(told);
    expect(err.trim().split('\n').length).toBeGreaterThan(1);
  });
});

/** The total of scope `all` from the rows by code and the parameters, as a reader with nothing but the file would reckon it. */
function recomputed(row: Divergence, byCode: readonly Divergence[], parameters: Envelope['parameters']): number {
  const { codeWeights, familyWeights, partWeights } = parameters;
  const familyOf = (code: string) => code.split('.')[0] ?? '';
  const share = (code: string) => {
    const kin = Object.entries(codeWeights).filter(([c]) => familyOf(c) === familyOf(code));
    const sum = kin.reduce((s, [, w]) => s + w, 0);
    return ((codeWeights[code] ?? 0) / sum) * (familyWeights[familyOf(code)] ?? 0);
  };
  let [total, weights] = [0, 0];
  for (const part of ['thematic', 'elemental', 'textual'] as const) {
    const mine = byCode.filter((d) => d.left === row.left && d.right === row.right && d[part] !== null);
    const weight = mine.reduce((s, d) => s + share(d.scope), 0);
    if (weight === 0 || partWeights[part] === 0) continue;
    total += (partWeights[part] * mine.reduce((s, d) => s + share(d.scope) * (d[part] ?? 0), 0)) / weight;
    weights += partWeights[part];
  }
  return total / weights;
}
