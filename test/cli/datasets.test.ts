import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, temporaryFolder } from './call.js';

const LAW = 'archetype/adequacy';

describe('datasets on the command line', () => {
  const folder = temporaryFolder();
  const path = (name: string): string => join(folder, name);
  const run = (...words: string[]) => call(...words, '--study', path('study'));
  const hand = (): Promise<string> => run('export', '--annotator', 'human:ada').then((c) => c.out);
  beforeAll(async () => {
    expect((await run('run', '--no-report', '--corpus', 'corpus/archetypes')).code).toBe(0);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const csv = `instrument,provision,code,modality,force,verdict
${LAW},13(1),transfer.adequacy,obligation,soft,yes
${LAW},13(1),transfer.onward,,,no
${LAW},9999,transfer.general,,,yes
${LAW},13(1),transfer.unheard-of,,,yes
`;

  it('take a coding in, list what clashes and what found no place, and take it back', async () => {
    writeFileSync(path('ada.csv'), csv);
    const before = (await run('extract', LAW, '--format', 'csv')).out;
    const done = await run('import', path('ada.csv'), '--annotator', 'human:ada', '--rejected', path('left.csv'));
    expect(done.out).toContain('2 taken in (1 of them rule a code out)');
    expect(done.out).toContain('2 orphaned');
    expect(done.err).toMatch(
      /CONFLICT archetype\/adequacy 13\(1\) transfer\.adequacy: modality power → obligation, force hard → soft/,
    );
    const left = readFileSync(path('left.csv'), 'utf8').trimEnd().split('\n');
    expect(left).toHaveLength(3);
    expect(left[1]).toContain(',4,orphaned,archetype/adequacy,9999,transfer.general,');
    expect(left[2]).toContain('The codebook has no code transfer.unheard-of');
    expect((await run('import', '--list')).out).toContain('human:ada  2 codings');
    expect(await hand()).toMatch(/transfer\.onward,.*human:ada,no/);
    expect((await run('import', '--undo')).out).toContain('Took back 2 codings of human:ada');
    expect((await run('extract', LAW, '--format', 'csv')).out).toBe(before);
    expect((await run('import', '--undo')).code).not.toBe(0);
  });

  it('take a folder in as one import, and take all of it back at once', async () => {
    const other = 'archetype/consent';
    const before = (await run('extract', LAW, other, '--format', 'csv')).out;
    const out = path('folder');
    expect(
      (await run('export', '--format', 'brat', '--instrument', LAW, '--instrument', other, '--out', out)).code,
    ).toBe(0);
    expect(
      (await run('import', out, '--format', 'brat', '--annotator', 'human:ben')).out.match(/taken in/g),
    ).toHaveLength(2);
    expect((await run('import', '--list')).out.match(/human:ben/g)).toHaveLength(2);
    expect((await run('import', '--undo')).out.match(/Took back/g)).toHaveLength(2);
    expect((await run('import', '--list')).out).not.toContain('human:ben');
    expect((await run('extract', LAW, other, '--format', 'csv')).out).toBe(before);
  });

  it('are compared as they stand, and slips of the pen are told', async () => {
    const head = 'instrument,provision,code\n';
    writeFileSync(path('x.csv'), `${head}${LAW},13(1),transfer.adequacy\n`);
    writeFileSync(path('y.csv'), `${head}${LAW},13(1),transfer.adequacy\n${LAW},9999,transfer.general\n${LAW},1,a.b\n`);
    const { code, err } = await run('agreement', path('x.csv'), path('y.csv'));
    expect(code).toBe(0);
    expect(err).toContain(
      `y.csv: 2 rows are counted as they stand, but look wrong: ${LAW} has no provision 9999; the codebook has no code a.b.`,
    );
    expect(err).not.toContain('x.csv');
  });

  /** All that is coded of the law, but for who coded it. */
  const records = async (...more: string[]): Promise<object[]> => {
    const { out } = await run('export', '--format', 'jsonl', '--instrument', LAW, ...more);
    return out
      .trimEnd()
      .split('\n')
      .map((line) => ({ ...(JSON.parse(line) as object), annotator: null }));
  };

  it('come back in every lossless format, and from CoNLL what it holds', async () => {
    const before = await records();
    for (const [format, file] of [
      ['xlsx', 'b.xlsx'],
      ['parquet', 'b.parquet'],
      ['ndjson', 'b.ndjson'],
      ['conll', 'conll'],
    ] as const) {
      const out = path(file);
      expect((await run('export', '--format', format, '--instrument', LAW, '--out', out)).code).toBe(0);
      const again = await run(
        'import',
        out,
        '--annotator',
        'human:ada',
        ...(format === 'conll' ? ['--format', 'conll'] : []),
      );
      expect(again.out).toMatch(/ [1-9]\d* taken in .* 0 ambiguous, 0 orphaned/);
      if (format !== 'conll') {
        expect(await records('--annotator', 'human:ada')).toEqual(before);
      }
      expect((await run('import', '--undo')).code).toBe(0);
    }
  }, 60_000);

  it('leave the words out on --no-text, and find their places again by hash', async () => {
    const out = path('bare.jsonl');
    await run('export', '--format', 'jsonl', '--no-text', '--instrument', LAW, '--out', out);
    const bare = readFileSync(out, 'utf8');
    expect(bare).toContain('"quote":null');
    const joined = await run('import', out, '--annotator', 'human:ada');
    expect(joined.out).toMatch(/ 0 moved; not taken: 0 ambiguous, 0 orphaned/);
    await run('import', '--undo');
    writeFileSync(out, bare.replaceAll(/"quoteSha256":"[0-9a-f]{8}/g, '"quoteSha256":"00000000'));
    expect((await run('import', out, '--annotator', 'human:ada')).err).toContain('(sha256)');
  });
});
