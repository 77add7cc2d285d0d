import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { diceOf } from '../../bench/fuzz/dice.js';
import { openStudy } from '../../src/store/index.js';
import { bytesOf, contentOf, temporaryFolder, writeLaws } from './seed.js';
import { lexatlas, start } from './spawned.js';

/** Fifty by `LEXATLAS_KILLS=50 npx vitest run test/faults/killed.test.ts`; the suite has no time for more than a few. */
const KILLS = Number(process.env.LEXATLAS_KILLS ?? 1);
const SEED = Number(process.env.LEXATLAS_SEED ?? 7);
/** The first of them, so that fifty can be had in pieces: moments are drawn by seed and number. */
const FIRST = Number(process.env.LEXATLAS_FIRST ?? 0);
/** With the archetypes enough for threads, which a small run does without. */
const LAWS = 20;

describe('a run that is killed', () => {
  const folder = temporaryFolder();
  const corpus = join(folder, 'laws');
  const run = (study: string, report: string): string[] => [
    'run',
    '--corpus',
    corpus,
    '--study',
    study,
    '--out',
    report,
    '--draws',
    '10',
  ];
  let whole: { content: Record<string, string>; report: Record<string, string>; tookMs: number };

  beforeAll(async () => {
    writeLaws(corpus, LAWS);
    const [study, report] = [join(folder, 'undisturbed'), join(folder, 'report')];
    const { code, err, tookMs } = await lexatlas(run(study, report));
    expect({ code, err }).toMatchObject({ code: 0 });
    whole = { content: contentOf(study), report: bytesOf(report), tookMs };
  }, 120_000);

  it.each(Array.from({ length: KILLS }, (_, i) => FIRST + i))(
    'at random moment %i leaves a study that opens, and the next run gives the same bytes',
    async (round) => {
      const [study, report] = [join(folder, `study-${round}`), join(folder, `report-${round}`)];
      const atMs = whole.tookMs * (0.15 + (0.85 * diceOf(SEED, round).below(1_000)) / 1_000);
      const { child, ended } = start(run(study, report));
      const timer = setTimeout(() => child.kill('SIGKILL'), atMs);
      await ended;
      clearTimeout(timer);
      try {
        openStudy(study, 'read').close();
      } catch (error) {
        expect(String(error)).toContain('There is no study'); // Killed before there was one.
      }
      const { code, err } = await lexatlas(run(study, report));
      expect({ code, err }).toMatchObject({ code: 0 });
      expect(contentOf(study)).toEqual(whole.content);
      expect(bytesOf(report)).toEqual(whole.report);
    },
    240_000,
  );

  it('is waited for or told of, when two run at once on one study', async () => {
    const [study, report] = [join(folder, 'two'), join(folder, 'two-report')];
    const ends = await Promise.all([lexatlas(run(study, report)), lexatlas(run(study, report))]);
    const refused = ends.filter((e) => e.code !== 0);
    expect(refused.length).toBeLessThanOrEqual(1);
    for (const { code, err } of refused)
      expect({ code, err }).toMatchObject({ code: 1, err: expect.stringMatching(/is being written by process \d+/) });
    expect(contentOf(study)).toEqual(whole.content);
  }, 240_000);
});
