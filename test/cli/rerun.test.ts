import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Codebook } from '../../src/model/index.js';
import { temporaryFolder, writeLaws } from '../faults/seed.js';
import { call } from './call.js';

describe('a second run', () => {
  const folder = temporaryFolder();
  const [corpus, study, report] = [join(folder, 'laws'), join(folder, 'study'), join(folder, 'report')];
  const run = (...more: string[]): ReturnType<typeof call> =>
    call('run', '--corpus', corpus, '--study', study, '--out', report, '--draws', '5', ...more);
  const made = (): number[] => [join(study, 'study.sqlite'), join(report, 'index.html')].map((f) => statSync(f).ino);

  beforeAll(async () => {
    writeLaws(corpus, 2);
    expect(await run()).toMatchObject({ code: 0 });
  }, 240_000);

  it('with nothing changed writes neither the study nor the report', async () => {
    const before = made();
    const { code, err } = await run();
    expect({ code, err }).toMatchObject({
      code: 0,
      err: expect.stringMatching(
        /read +0 done, \d+ unchanged[\s\S]*annotate +0 done, \d+ unchanged[\s\S]*report +unchanged/,
      ),
    });
    expect(err).not.toContain('align');
    expect(made()).toEqual(before);
  }, 240_000);

  it('with one cue changed codes anew and parses nothing', async () => {
    const book = JSON.parse(readFileSync('annotations/codebook.json', 'utf8')) as Codebook;
    const [code, ...codes] = book.codes;
    if (code === undefined) throw new Error('no code');
    const [cue, ...cues] = code.cues;
    if (cue === undefined) throw new Error('no cue');
    const mine = join(folder, 'codebook.json');
    const changed = { ...code, cues: [{ ...cue, pattern: 'ledger of exports' }, ...cues] };
    writeFileSync(mine, JSON.stringify({ ...book, codes: [changed, ...codes] }));
    const { code: end, err } = await run('--codebook', mine, '--no-report');
    expect({ end, err }).toMatchObject({
      end: 0,
      err: expect.stringMatching(/read +0 done, \d+ unchanged[\s\S]*annotate +\d+ done \(/),
    });
  }, 240_000);
});
